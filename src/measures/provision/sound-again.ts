// Of which customers is nothing doubtful any more? Of those of whom a decision says that a risk is gone, and nothing else says that one is left.
import type { Books } from './books.ts';
import type { WriteDown, WrittenDown } from './write-down.ts';

/** True of a claim whose decision writes something down; a matrix makes none doubtful. */
export function isAtRisk({ decision }: WrittenDown): boolean {
  return decision !== undefined && decision.rate.numerator > 0n;
}

/** In all currencies: a customer is doubtful or is not. */
export function soundCustomers(books: Books, writeDowns: readonly WriteDown[]): ReadonlySet<number> {
  const sound = new Set<number>();
  const doubtful = new Set<number>();
  for (const { customer, items } of writeDowns) {
    if (items.some((one) => isAtRisk(one) || books.hasSign(one.row))) doubtful.add(customer);
    else if (items.some(({ decision }) => decision !== undefined)) sound.add(customer);
  }
  for (const customer of doubtful) sound.delete(customer);
  return sound;
}
