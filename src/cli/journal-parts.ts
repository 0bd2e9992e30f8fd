// What do reports say of a journal of all accounts beside what they say of any ledger? The control has a line for each general account, and `ar check` tells what
// was sold. Loaded where a file is one: most are none.
import { plusMonths } from '../core/day.ts';
import type { AccountControl } from '../measures/account-control.ts';
import type { Section } from '../report/report.ts';
import type { Book } from '../settle/book.ts';
import type { Input } from './command.ts';

/** None in the books' currency, in which nothing is posted on an account; where amounts are converted, the control stays in those of the ledger. */
export async function accountLines(
  { reading, asOf, rates }: Input,
  book: Book,
  inBase: boolean,
): Promise<readonly AccountControl[]> {
  if ((inBase && rates === undefined) || !reading.understanding.some(({ journal }) => journal !== undefined)) return [];
  const { accountControl } = await import('../measures/account-control.ts');
  return accountControl(book, book.at(asOf));
}

/** What the accounts of sales say, month by month. */
export async function journalSections({ reading }: Input): Promise<readonly Section[]> {
  const years = reading.understanding.flatMap(({ journal }) => journal ?? []);
  if (years.length === 0) return [];
  const { salesByMonth } = await import('../measures/sales-by-month.ts');
  const { salesSection } = await import('../report/views/check-sales.ts');
  return [salesSection(salesByMonth(reading.ledger, years), reading.ledger.bookCurrency)];
}

/** Without tax on the accounts of sales, with tax on receivables. */
export type Sold = { readonly net: number; readonly gross: number };

/** What the accounts of sales of the entities say beyond what the receivables do, in the twelve months up to the as-of day; undefined where they say no more. */
export async function soldElsewhere({ reading, asOf }: Input, entities: readonly string[]): Promise<Sold | undefined> {
  const years = reading.understanding.flatMap(({ journal }) => journal ?? []);
  if (years.length === 0) return undefined;
  const { salesByMonth } = await import('../measures/sales-by-month.ts');
  const [net, gross] = salesByMonth(reading.ledger, years)
    .filter(
      ({ entity, month }) =>
        month <= asOf && month > plusMonths(asOf, -12) && (entities.length === 0 || entities.includes(entity)),
    )
    .reduce(([nets, all], month) => [nets + month.net, all + month.gross], [0, 0]);
  return net > gross ? { net, gross } : undefined;
}
