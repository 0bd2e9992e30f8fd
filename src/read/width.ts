// How many cells do the rows of a file have, where that is not as many as there are headings? Some packages write columns without a heading, or headings
// without a column, or a delimiter behind every row: told by the first rows, if all of them say the same and their cells stand under the right headings.
import { amountEvidence } from './amount.ts';
import { dayFormsOf } from './day.ts';
import type { Delimiter } from './delimiter.ts';
import type { MappedColumn } from './headings.ts';
import type { SampleRecord } from './sample.ts';
import type { Spelt } from './survey.ts';

export type RowWidth = {
  /** Cells of a row; `filled`: those that may hold something, the others being behind the last delimiter. */
  readonly cells: number;
  readonly filled: number;
  readonly headings: number;
};

/** The headings that have a column, those beyond the last cell of a row, and how wide rows are: as many cells as headings, where nothing is told. */
export function headingsWithin(
  headings: readonly string[],
  told: RowWidth | undefined,
): { readonly headings: readonly string[]; readonly beyond: readonly string[]; readonly width: RowWidth } {
  const { length } = headings;
  const width = told ?? { cells: length, filled: length, headings: length };
  return { headings: headings.slice(0, width.filled), beyond: headings.slice(width.filled), width };
}

/** Fewer rows may all be wrong in the same way. */
const ENOUGH = 3;
/** Decimals of any currency. */
const DECIMALS = 4;

/** `columns`: what the headings mean, if each had its column. Undefined where rows have as many cells as there are headings, or differ. */
export function widthOf<F extends string>(
  rows: readonly SampleRecord[],
  headings: number,
  columns: readonly MappedColumn<F>[],
  spelt: Spelt<F>,
  delimiter: Delimiter,
): RowWidth | undefined {
  if (columns.length === 0 || rows.every(({ cells }) => cells.length === headings)) return undefined;
  const placesOf = (fields: readonly F[]): readonly number[] =>
    columns.filter(({ field }) => fields.includes(field)).map(({ index }) => index);
  const [days, amounts] = [placesOf(spelt.days), placesOf(spelt.amounts)];
  // What stands between rows, a total or a name, may have any number of cells.
  const posted = rows
    .map(({ cells }) => cells)
    .filter((row) => (days.length === 0 ? !row.every(isBlank) : days.some((at) => isDay(row[at]))));
  const cells = posted[0]?.length ?? headings;
  if (posted.length < ENOUGH || cells === headings || posted.some((row) => row.length !== cells)) return undefined;
  if (cells > headings && posted.every((row) => row.slice(headings).every(isBlank))) return { cells, filled: headings, headings };
  const inPlace = posted.every(
    (row) =>
      days.every((at) => isBlank(row[at]) || isDay(row[at])) && amounts.every((at) => isBlank(row[at]) || isAmount(row[at])),
  );
  const parted = delimiter === ',' && posted.some((row) => isParted(row, amounts));
  return inPlace && !parted ? { cells, filled: cells, headings } : undefined;
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}

function isDay(cell = ''): boolean {
  return dayFormsOf(cell.trim()).length > 0;
}

function isAmount(cell = ''): boolean {
  return amountEvidence(cell.trim(), DECIMALS) !== 'unreadable';
}

/** A comma may have parted an amount (1,50 or 1,234.50), or a text (Dupont, SARL): a cell more than there are headings is then no column. */
function isParted(row: readonly string[], amounts: readonly number[]): boolean {
  const texts = row.slice(1).some((cell) => /^\s+\S/.test(cell));
  const cut = (at: number): boolean => {
    const [amount = '', next = ''] = [row[at]?.trim(), row[at + 1]?.trim()];
    return amount !== '' && !/,|\.(?:\d\d?|\d{4,})$/.test(amount) && /^\d{1,3}(?!\d)/.test(next);
  };
  return texts || amounts.some(cut);
}
