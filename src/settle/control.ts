// Does it add up? Σ open = Σ postings up to the day − Σ settled by the rows' own columns − Σ closed within a tolerance, per currency. The postings are the
// sums the reader kept while parsing, never the columns, and the open amounts are those every measure will use: a row or a cent
// lost anywhere between shows as a difference.
import type { Currency } from '../core/currency.ts';
import { minor } from '../core/money.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ControlLine, OpenItems, Settled } from './open-items.ts';
import { type Summed, summed } from './proof.ts';

/** The lines of a report: each currency apart, or all in the books' currency. */
export function controlIn(items: OpenItems, inBase: boolean): readonly ControlLine[] {
  return inBase && items.baseControl !== undefined ? [items.baseControl] : items.control;
}

/** What is open, as figures have it: in the one currency that all was converted to, or as the control has it. */
export function openIn(items: OpenItems, inBase: boolean): readonly Pick<ControlLine, 'currency' | 'open'>[] {
  return inBase && items.converted !== undefined ? [items.converted] : controlIn(items, inBase);
}

/** What one pass over the postings proves, and counts. */
type Proof = Pick<Summed, 'credits' | 'laterCount'> & {
  /** One line a currency, in the order of the codes. */
  readonly control: readonly ControlLine[];
  /**
   * Customers and currencies whose open amounts are not their postings less what their columns settled: a settlement takes the same off
   * both sides, and both are of one customer, so money can never pass from one to another unseen.
   */
  readonly customersThatDiffer: number;
};

export function proofOf(ledger: Ledger, settled: Settled): Proof {
  const { left, later, differ, credits, laterCount } = summed(ledger, settled);
  const control = ledger.currencies.map((code, i) =>
    line(
      code,
      ledger.sums.total(i) - (later[i] as number),
      settled.byColumns[i] as number,
      closedOf(settled, i),
      left[i] as number,
    ),
  );
  return {
    control: control.sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    customersThatDiffer: differ,
    credits,
    laterCount,
  };
}

/** The line in the books' currency, where the ledger was read with base amounts. */
export function baseControlOf(ledger: Ledger, settled: Settled): ControlLine | undefined {
  const { base } = ledger.columns;
  if (base === undefined || settled.base === undefined) return undefined;
  let left = 0;
  let later = 0;
  for (let row = 0; row < ledger.count; row++) {
    left += settled.base[row] as number;
    if ((ledger.day[row] as number) > settled.day) later += base[row] as number;
  }
  const closed = settled.facts.closed === undefined ? undefined : settled.byToleranceBase;
  return line(ledger.bookCurrency, ledger.baseSums.total(0) - later, settled.byColumnsBase, closed, left);
}

/** What a tolerance closed in a currency, debits less credits; undefined where none was asked for. */
function closedOf({ facts }: Settled, currency: number): number | undefined {
  const closed = facts.closed?.[currency];
  return closed && closed.debits.amount + closed.credits.amount;
}

function line(
  currency: Currency,
  postings: number,
  settledByColumns: number,
  closed: number | undefined,
  open: number,
): ControlLine {
  return {
    currency,
    postings: minor(postings),
    settledByColumns: minor(settledByColumns),
    ...(closed === undefined ? {} : { tolerance: minor(closed) }),
    open: minor(open),
    difference: minor(postings - settledByColumns - (closed ?? 0) - open),
  };
}
