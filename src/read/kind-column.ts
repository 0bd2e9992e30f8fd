// Does a column that a weak name leads to hold kinds at all? `Type` may say B2B and B2C: where fewer than half of the filled cells of the first rows are words
// for kinds, it says nothing of any row.
import { kindBy } from './kind-words.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import type { PresetData } from './presets/preset.ts';
import type { RowSorts } from './row-sorts.ts';
import type { SampleRecord } from './sample.ts';

export type NoKinds = {
  readonly heading: string;
  readonly index: number;
  /** Words for kinds among so many filled cells; the first that is none, and its line. */
  readonly known: number;
  readonly of: number;
  readonly value: string;
  readonly line: number;
};

export function noKinds(
  columns: readonly LedgerColumn[],
  rows: readonly SampleRecord[],
  sorts: RowSorts,
  kinds: PresetData['kinds'],
): NoKinds | undefined {
  const column = columns.find(({ field, by }) => field === 'kind' && by === 'weak');
  if (column === undefined) return undefined;
  const { heading, index } = column;
  const codeOf = kindBy(kinds);
  const filled = rows.flatMap(({ cells, line }) => {
    const value = (cells[index] ?? '').trim();
    return value !== '' && sorts.hasDay(cells) ? [{ value, line }] : [];
  });
  const strange = filled.filter(({ value }) => codeOf(value) === undefined);
  const [first] = strange;
  if (first === undefined || strange.length * 2 <= filled.length) return undefined;
  return { heading, index, known: filled.length - strange.length, of: filled.length, ...first };
}
