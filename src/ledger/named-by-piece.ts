// What does a FEC say of the document a payment is of? It has one number a line, PieceRef: on a credit that of the invoice it pays as often as its own. Where
// exactly one claim of the customer carries it, it is a reference (rules §5, 4); on the other side of a transfer it tells whose age is kept (rules §5, 2).
import type { LedgerBuilder } from './builder.ts';
import { kindCode } from './kind.ts';

/** The rows of one file. */
type Rows = { readonly first: number; readonly end: number };

const CLAIMS = new Set((['invoice', 'bill', 'charge', 'retention', 'opening', 'other'] as const).map(kindCode));
const PAYING = new Set((['payment', 'credit_note', 'write_off', 'discount', 'fx', 'transfer'] as const).map(kindCode));
const COMING_BACK = new Set((['transfer', 'returned'] as const).map(kindCode));
const TRANSFER = kindCode('transfer');

/** A number of fewer characters, or without a digit (RAN, VIR), is met by chance. */
const LEAST = 4;

/** Moves such numbers from `document` to `reference`; a transfer gets the document's day, where it can differ from the posting's. */
export function nameByPiece(builder: LedgerBuilder, files: readonly Rows[]): void {
  const { own, optional } = builder;
  const { document, date } = optional;
  if (document === undefined || !builder.wants('reference')) return;
  const rows = files.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i));
  const isTold = (row: number): boolean => !document.isEmpty(row) && own.amount[row] !== 0;
  const paying = rows.filter(
    (row) => isTold(row) && ((own.amount[row] as number) < 0 ? PAYING : COMING_BACK).has(own.kind[row] as number),
  );
  if (paying.length === 0) return;
  const key = (row: number): string => `${own.customer[row]} ${own.currency[row]} ${document.at(row)}`;
  const wanted = new Set(paying.filter((row) => isNumber(document.at(row))).map(key));
  const claims = new Map<string, number | undefined>();
  for (const row of rows) {
    if (!isTold(row) || (own.amount[row] as number) < 0 || !CLAIMS.has(own.kind[row] as number) || !wanted.has(key(row)))
      continue;
    const before = claims.get(key(row));
    const again = claims.has(key(row)) && (before === undefined || own.day[before] !== own.day[row]);
    claims.set(key(row), again ? undefined : (before ?? row));
  }
  const named = paying.flatMap((row) => {
    const claim = claims.get(key(row));
    return claim === undefined ? [] : [{ row, claim, text: document.at(row) }];
  });
  if (named.length === 0) return;
  builder.bring('reference');
  for (const { row, claim, text } of named) {
    optional.reference?.put(row, text);
    document.put(row, '');
    const keepsAge = own.kind[row] === TRANSFER && (own.amount[row] as number) > 0;
    if (keepsAge && date !== undefined) date[row] = date[claim] as number;
  }
}

function isNumber(text: string): boolean {
  return text.length >= LEAST && /\d/.test(text);
}
