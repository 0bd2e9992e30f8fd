// Does a record have the shape of a row? As many cells as headings, and no cell that has taken in whole rows of the file.
import { counted } from '../core/plural.ts';
import type { CellReader } from './cells.ts';
import { type Delimiter, delimiterName } from './delimiter.ts';
import type { RowWidth } from './width.ts';

/** Tells what is wrong with the shape; the cells may only be read when nothing is. */
export function checkShape(
  cells: readonly string[],
  { filled, headings }: RowWidth,
  delimiter: Delimiter,
  reader: CellReader<string>,
): void {
  const under = filled === headings ? `under ${counted(headings, 'heading')}` : `where other rows have ${filled}`;
  if (cells.some((cell) => swallowed(cell, filled, delimiter, reader))) {
    reader.problem('row-swallows-rows', undefined, undefined, {
      what: 'a quoted cell of this row holds whole rows of the file',
      why: 'a stray quote takes everything up to the next quote for one cell',
      fix: 'look for a stray " on this line; a quote inside a quoted cell is written twice: ""',
    });
  } else if (cells.length < filled) {
    reader.problem('row-too-short', undefined, undefined, {
      what: `${counted(cells.length, 'cell')} ${under}`,
      why: 'what is missing cannot be told: a cut line, or a line break inside a cell without quotes',
      fix: 'complete the row',
    });
  } else if (cells.length > filled && (filled !== headings || holdsMore(cells, filled))) {
    reader.problem('row-too-long', undefined, undefined, {
      what: `${counted(cells.length, 'cell')} ${under}`,
      why: `a ${delimiterName(delimiter)} inside a name or an amount, without quotes, shifts every cell after it`,
      fix: `put the cell that holds a ${delimiterName(delimiter)} in quotes`,
    });
  }
}

/** Empty cells beyond the headings are tolerated, but not beside a cell of several lines, which may have taken in the start of a row. */
function holdsMore(cells: readonly string[], width: number): boolean {
  return cells.some((cell, i) => (i >= width && cell.trim() !== '') || /[\r\n]/.test(cell));
}

/**
 * Two stray quotes in one column of two rows make one cell of everything between, and leave the number of cells right. Such a
 * cell holds the end of the one row and the start of the other, so at least the delimiters of a row, and the day of one of them
 * as a piece of its own. An address or a note of several lines does not.
 */
function swallowed(cell: string, width: number, delimiter: Delimiter, reader: CellReader<string>): boolean {
  if (!cell.includes('\n') && !cell.includes('\r')) return false;
  const pieces = cell.split(/[\r\n]/).flatMap((line) => line.split(delimiter));
  const delimiters = cell.split(delimiter).length - 1;
  return delimiters >= width - 1 && pieces.some((piece) => reader.isDay(piece.trim()));
}
