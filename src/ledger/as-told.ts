// Which of two rows comes first that have an equal claim? Whatever they say tells them apart, and never where they stand in the file: who sorts a file
// anew gets the same settlement, and the same report.

import { compareUnits } from '../core/fold.ts';
import { CODED } from './field.ts';
import { currencyAt, documentDays, type Ledger, type SharedRow } from './ledger.ts';

export type CompareRows = (a: number, b: number) => number;

/** The place in the file comes last, for rows that are alike in all that was read of them. */
export function asTold(ledger: Ledger): CompareRows {
  const { day, due, amount, kind, columns } = ledger;
  const { document, reference, settled_on, letter_day, open_amount, paid_amount, disputed, base, due_by } = columns;
  const told = [
    ...[documentDays(ledger), due, kind, settled_on, letter_day, open_amount, paid_amount, disputed, base],
    ...[due_by, day, amount],
  ].filter((c) => c !== undefined);
  const numbers = [document, reference].filter((c) => c !== undefined);
  const texts = CODED.map((field) => columns[field]).filter((c) => c !== undefined);
  const currencyOf = (row: number): string => currencyAt(ledger, ledger.currency[row] as number);
  const wholes = wholesOf(ledger);
  return (a, b) => {
    for (const column of numbers) {
      const difference = column.compare(a, b);
      if (difference !== 0) return difference;
    }
    for (const column of told) {
      const difference = (column[a] as number) - (column[b] as number);
      if (difference !== 0) return difference;
    }
    // What no figure is made of, a report may show or group by.
    for (const { codes, dictionary } of texts) {
      const difference = compareUnits(dictionary.value(codes[a] as number), dictionary.value(codes[b] as number));
      if (difference !== 0) return difference;
    }
    return compareUnits(currencyOf(a), currencyOf(b)) || wholes(a, b) || a - b;
  };
}

/** Instalments may be alike where their documents are not: what was paid stands with the whole. Gone over when the first two are alike in all else. */
function wholesOf({ shared }: Ledger): CompareRows {
  let wholeOf: Map<number, SharedRow['whole']> | undefined;
  return (a, b) => {
    wholeOf ??= new Map(shared.flatMap(({ rows, whole }) => rows.map((row) => [row, whole] as const)));
    const [one, other] = [wholeOf.get(a), wholeOf.get(b)];
    if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
    return (
      one.amount - other.amount ||
      one.due - other.due ||
      one.open - other.open ||
      one.paid - other.paid ||
      one.disputed - other.disputed ||
      one.base - other.base
    );
  };
}
