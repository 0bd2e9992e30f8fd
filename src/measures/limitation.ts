// Which debts may soon be refused because they are too old, or may be already? Open debits by the limitation period of French law that is theirs, counted in calendar
// years from the due day, else from the day of the document; the last day of a period belongs to it (C. civ. 2229). Months before its end are counted back from it.
import { type Day, lastWithin, plusMonths } from '../core/day.ts';
import { LIMITATION, type LimitationPeriod } from '../law/fr/limitation.ts';
import type { Book } from '../settle/book.ts';
import { dueOrDocumentDay } from '../settle/order.ts';

/** What stands in the way of judging a customer's debts: another law than the French, or a public body. */
type Unjudged = 'another law' | 'public';

/** Whose debts: a period, or why there is none. */
export type Limited = LimitationPeriod | Unjudged;

/** Debits of one kind of finding: how many, what is open of them by index of the ledger's currencies, and the one whose period ends first. */
export type OldDebits = { count: number; readonly open: Float64Array; row: number; ends: Day };

export type LimitationFound = {
  readonly period: LimitationPeriod;
  readonly passed: OldDebits;
  /** The period ends within MONTHS_AHEAD; `within` says of how many within each of EARLIER months. */
  readonly near: OldDebits;
  readonly within: number[];
};

export const MONTHS_AHEAD = 6;
export const EARLIER = [3, 1] as const;

/** The longest a debt can be late without being found, in days, where only some of the periods may apply. */
export function unfoundUpTo(asOf: Day, periods: readonly LimitationPeriod[]): number {
  const months = Math.min(...periods.map(({ years }) => years * 12));
  return asOf - plusMonths(asOf, MONTHS_AHEAD - months) - 3;
}

/**
 * `limited` says whose a customer's debts are, of which period among `periods`; `customers` which are asked about. Unjudged are debts that the shortest period would
 * find.
 */
export function limitationOf(
  book: Book,
  asOf: Day,
  limited: (customer: number) => Limited,
  customers: ReadonlySet<number> | undefined,
  periods: readonly LimitationPeriod[] = LIMITATION,
): { readonly found: readonly LimitationFound[]; readonly unjudged: Readonly<Record<Unjudged, OldDebits>> } {
  const { ledger } = book;
  const { open } = book.at(asOf);
  const since = dueOrDocumentDay(ledger);
  const none = (): OldDebits => ({ count: 0, open: new Float64Array(ledger.currencies.length), row: -1, ends: asOf });
  const found = periods.map(
    (period): LimitationFound => ({ period, passed: none(), near: none(), within: EARLIER.map(() => 0) }),
  );
  const unjudged = { 'another law': none(), public: none() };
  const shortest = periods.reduce((least, period) => (period.years < least.years ? period : least));
  const horizon = lastWithin(asOf, MONTHS_AHEAD);
  const sooner = EARLIER.map((months) => lastWithin(asOf, months));
  const known: Limited[] = [];
  const youngest = asOf - unfoundUpTo(asOf, periods);
  for (let row = 0; row < ledger.count; row++) {
    const left = open[row] as number;
    const customer = ledger.customer[row] as number;
    if (left <= 0 || since(row) > youngest || customers?.has(customer) === false) continue;
    const whose = (known[customer] ??= limited(customer));
    const period = typeof whose === 'string' ? shortest : whose;
    const ends = plusMonths(since(row) as Day, period.years * 12);
    if (ends > horizon) continue;
    const debits =
      typeof whose === 'string'
        ? unjudged[whose]
        : (found[periods.indexOf(whose)] as LimitationFound)[ends < asOf ? 'passed' : 'near'];
    if (debits.count++ === 0 || ends < debits.ends) {
      debits.row = row;
      debits.ends = ends;
    }
    const currency = ledger.currency[row] as number;
    debits.open[currency] = (debits.open[currency] as number) + left;
    if (typeof whose === 'string' || ends < asOf) continue;
    const { within } = found[periods.indexOf(whose)] as LimitationFound;
    sooner.forEach((last, i) => {
      if (ends <= last) within[i] = (within[i] as number) + 1;
    });
  }
  return { found, unjudged };
}
