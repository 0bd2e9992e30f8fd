// What does `ar age` ask of a ledger? From options to a request: which customers, grouped by which column, of the ledger or of the register.
import type { Code } from '../core/codes.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest.ts';
import { listedNames } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AgeRequest } from '../measures/age.ts';
import { type Bounds, buckets } from '../policy/buckets.ts';
import { tellNobody } from './chosen.ts';
import type { Input } from './command.ts';
import { groupedBy } from './group-by.ts';

/** The options it reads. */
type Asked = Pick<AgeRequest, 'credits' | 'groupBy'> & {
  readonly ageBy: 'due' | 'date';
  readonly buckets: Bounds;
  readonly future: Bounds;
  readonly customer: readonly string[];
  readonly entity: readonly string[];
  readonly in: unknown;
};

/** Undefined when the ledger has not what is asked for: the diagnostics say so. */
export function ageRequestOf(input: Input, given: Asked): AgeRequest | undefined {
  const { book, register, asOf, diagnostics } = input;
  const { ledger } = book;
  const customers = customersAsked(input, given);
  if (someUnknown(diagnostics)) return undefined;
  const grouped = groupedBy(ledger, register, given.groupBy, diagnostics);
  if (grouped === undefined) return undefined;
  if (severalEntities(input, given, grouped.groupBy)) return undefined;
  tellNobody(given, input, customers);
  return {
    asOf,
    ...grouped,
    buckets: buckets(given.ageBy, given.buckets, given.future),
    credits: given.credits,
    customers,
    inBase: given.in !== undefined,
  };
}

/** True where amounts owed to several firms would be added: a report of one firm at a time was not asked for. `groupBy`: undefined for a command that does not group. */
export function severalEntities(
  { book: { ledger }, chosen: { customers: met }, diagnostics }: Input,
  { entity }: Pick<Asked, 'entity'>,
  groupBy: string | undefined,
): boolean {
  const { entities } = ledger.customers;
  const one = entity.length === 1 || (met !== undefined && new Set([...met].map((n) => ledger.customers.entity(n))).size <= 1);
  if (entities.length <= 1 || groupBy === 'entity' || one) return false;
  diagnostics.add({
    code: 'entities-several',
    what: `the ledger holds ${entities.length} entities: ${listedNames(entities)}`,
    why: 'one id may be a different customer in each, and amounts owed to different firms are not added',
    fix: `${groupBy === undefined ? 'choose one' : 'add --group-by entity, or choose one'}: --entity ${shortened(entities[0] as string)}`,
  });
  return true;
}

/** The numbers of the customers asked for, by all that chooses some; undefined where all are. */
export function customersAsked(
  { book, chosen, diagnostics }: Input,
  given: Pick<Asked, 'customer' | 'entity'>,
): ReadonlySet<number> | undefined {
  return ofBoth(chosenCustomers(book.ledger, given, chosen.leftOut > 0, diagnostics), chosen.customers);
}

/** True when something was named to choose by that the ledger does not have: nothing can be shown then. */
export function someUnknown(diagnostics: Diagnostics): boolean {
  return diagnostics.kept.some(({ code }) => UNKNOWN.has(code));
}

const UNKNOWN: ReadonlySet<Code> = new Set<Code>(['customer-unknown', 'entity-unknown']);

function ofBoth(a: ReadonlySet<number> | undefined, b: ReadonlySet<number> | undefined): ReadonlySet<number> | undefined {
  return a === undefined || b === undefined ? (a ?? b) : new Set([...a].filter((customer) => b.has(customer)));
}

/** A ledger that names no firm has one without a name. */
function entityFix(id: string, entities: readonly string[]): string {
  const named = entities.filter((entity) => entity !== '');
  if (named.length === 0) return 'no row names one: leave out --entity, or name the column with --map entity=HEADING';
  return didYouMean(id, named) || `the entities are ${listedNames(named)}`;
}

/** The numbers --customer and --entity leave; undefined when neither is given. */
function chosenCustomers(
  ledger: Ledger,
  given: Pick<Asked, 'customer' | 'entity'>,
  rowsLeftOut: boolean,
  diagnostics: Diagnostics,
): ReadonlySet<number> | undefined {
  if (given.customer.length === 0 && given.entity.length === 0) return undefined;
  const { customers } = ledger;
  const among = rowsLeftOut ? ' in the rows that --where keeps' : '';
  const byId = given.customer.map((id) => ({ id, numbers: customers.find(id) }));
  for (const { id, numbers } of byId) {
    if (numbers.length > 0) continue;
    diagnostics.add({
      code: 'customer-unknown',
      value: id,
      what: `--customer: the ledger has no customer of this id${among}`,
      fix: didYouMean(id, customers.ids) || 'see the column customer of ar age',
    });
  }
  const byEntity = given.entity.map((id) => ({ id, numbers: customers.ofEntity(id) }));
  for (const { id, numbers } of byEntity) {
    if (numbers.length > 0) continue;
    diagnostics.add({
      code: 'entity-unknown',
      value: id,
      what: `--entity: the ledger has no entity of this id${among}`,
      fix: entityFix(id, customers.entities),
    });
  }
  const ofEntities = new Set(byEntity.flatMap(({ numbers }) => numbers));
  const chosen = byId.length === 0 ? [...ofEntities] : byId.flatMap(({ numbers }) => numbers);
  return new Set(byEntity.length === 0 ? chosen : chosen.filter((number) => ofEntities.has(number)));
}
