// What is told of the claims in a justification sheet beside what is open of them? Disputes, the debtor's standing, formal notices, and whether all that he paid is a posting.
import { mulDiv } from '../core/rounding.ts';
import { currencyAt, DISPUTED_WHOLE, numberOf, wholeRows } from '../ledger/ledger.ts';
import type { WriteDownFacts } from '../letters/write-down-facts.ts';
import { knownOf } from '../measures/dso/known.ts';
import type { WriteOff, WrittenDown } from '../measures/provision/write-down.ts';
import { isInProceeding } from '../policy/customer-status.ts';
import type { Input } from './command.ts';

/** In the currency of each document; no more than what this closing leaves of it. */
export function disputesOf(
  { book, asOf, reading, documents }: Input,
  items: readonly WrittenDown[],
  lost: readonly WriteOff[],
): WriteDownFacts['disputes'] {
  const { ledger } = book;
  const isTold = reading.understanding.some(({ columns }) => columns.some(({ field }) => field === 'disputed'));
  if (!isTold && documents?.has('disputed') !== true) return undefined;
  const { open } = book.at(asOf);
  return items.flatMap(({ row, open: left }) => {
    const gone = lost.reduce((sum, one) => sum + (one.row === row ? one.amount : 0), 0);
    const said = ledger.columns.disputed?.[row] ?? 0;
    if (said === 0) return [];
    // What is left may be told in the currency of the books: its share of what is open is the same.
    const whole = gone === 0 ? (open[row] as number) : mulDiv(open[row] as number, left, left + gone, 'half-up');
    const currency = currencyAt(ledger, ledger.currency[row] as number);
    return [{ document: numberOf(ledger, row), amount: said === DISPUTED_WHOLE ? whole : Math.min(said, whole), currency }];
  });
}

export function standingOf({ register, asOf }: Input, id: string): WriteDownFacts['standing'] {
  const at = register?.rowOf(id);
  if (register === undefined || at === undefined) return undefined;
  const { table } = register;
  const [proceeding, judgment] = [table.text('proceeding', at), table.day('judgment_date', at)];
  return {
    isTold: table.has('proceeding') || table.has('judgment_date'),
    ...{ status: table.text('status', at), proceeding, judgment, publication: table.day('publication_date', at) },
    isOpen: isInProceeding(proceeding, judgment, asOf),
  };
}

/** Where the ledger does not hold as a posting all that was paid. */
export function lackOfPayments({ book, reading, asOf }: Input): WriteDownFacts['paymentsLack'] {
  if (knownOf(book, asOf).openOnly === 'list') return 'open_items';
  const said = reading.understanding.flatMap(({ columns }) => columns.map(({ field }) => field));
  return (['open_amount', 'paid_amount', 'settled_on'] as const).some((field) => said.includes(field)) ? 'columns' : undefined;
}

export function noticesOf(
  { book: { ledger }, reading, documents, asOf }: Input,
  items: readonly WrittenDown[],
): WriteDownFacts['notices'] {
  if (reading.documentFacts === undefined || documents?.has('notice') !== true) return undefined;
  const { noticeOf } = reading.documentFacts;
  const wholeOf = wholeRows(ledger);
  return items.flatMap(({ row }) => {
    const day = noticeOf(wholeOf(row));
    return day === undefined || day > asOf ? [] : [{ document: numberOf(ledger, row), day }];
  });
}
