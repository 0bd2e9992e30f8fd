// How does a machine format write a figure? Dot decimals at the currency's scale, ISO days, plain ratios; one form for csv, tsv and json.
import { percentText } from '../../core/rate.ts';
import { plainAmount, plainDecimal } from '../../text/amounts.ts';
import type { Cell } from '../report.ts';

/** Cells that hold a text of the ledger or of ours; each format escapes them in its own way. */
type Worded = Extract<Cell, { kind: 'text' | 'code' }>;
type Figure = Exclude<Cell, { kind: 'text' | 'code' | 'none' | 'day' | 'more_than' | 'series' }>;
type Series = Extract<Cell, { kind: 'series' }>;

export function figure(cell: Figure): string {
  switch (cell.kind) {
    case 'money':
      return plainAmount(cell.amount, cell.currency);
    case 'number':
      return plainDecimal(cell.value, cell.decimals);
    case 'percent':
      return plainDecimal(cell.share, 4);
    case 'rate':
      return percentText(cell.rate);
    case 'days':
      return String(cell.days);
    case 'flag':
      return cell.on ? 'true' : 'false';
  }
}

/** The text of a cell: the key of a code, which is the same in every language. */
export function worded(cell: Worded): string {
  return cell.kind === 'text' ? cell.text : cell.key;
}

/** The values of a series, and `none` in the place of one that is not known. */
export function valuesOf({ values, decimals }: Series, none: string): string[] {
  return values.map((value) => (value === undefined ? none : plainDecimal(value, decimals)));
}
