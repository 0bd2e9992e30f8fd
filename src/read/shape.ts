// Does a record have the shape of a row? As many cells as headings, and no cell that has taken in whole rows of the file.
import type { CellReader } from './cells.ts';

/** Tells what is wrong with the shape; the cells may only be read when nothing is. */
export function checkShape(cells: readonly string[], width: number, reader: CellReader): void {
  if (cells.some((cell) => swallowed(cell, width))) {
    reader.problem('row-swallows-rows', undefined, undefined, {
      what: 'a quoted cell of this row holds whole rows of the file',
      why: 'a stray quote takes everything up to the next quote for one cell',
      fix: 'look for a stray " on this line; a quote inside a quoted cell is written twice: ""',
    });
  }
  if (cells.length < width) {
    reader.problem('row-too-short', undefined, undefined, {
      what: `${cells.length} cells under ${width} headings`,
      why: 'what is missing cannot be told: a cut line, or a line break inside a cell without quotes',
      fix: 'complete the row',
    });
  } else if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    reader.problem('row-too-long', undefined, undefined, {
      what: `${cells.length} cells under ${width} headings`,
      why: 'a comma inside a name or an amount, without quotes, shifts every cell after it',
      fix: 'put the cell that holds a comma in quotes',
    });
  }
}

/**
 * Two stray quotes in one column of two rows make one cell of everything between, and leave the number of cells right. Such
 * a cell holds exactly the delimiters of the rows it took in: `width − 1` for each line break. An address does not.
 */
function swallowed(cell: string, width: number): boolean {
  if (width < 3 || !/[\r\n]/.test(cell)) return false;
  const breaks = (cell.match(/\r\n|\r|\n/g) ?? []).length;
  return (cell.match(/,/g) ?? []).length === breaks * (width - 1);
}
