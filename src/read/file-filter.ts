// Which rows of one file count? Those that each of its judged columns keeps, whatever the other columns say of them.
import { rearmed } from '../core/formula.ts';

/** What a cell says: white space around it, and what keeps a spreadsheet from running it, aside. */
export function textOf(cell: string): string {
  return rearmed(cell.trim());
}

/** A column by whose cells rows are left out, and how many of them it left out: by conditions, or by accounts. */
export type JudgedColumn = {
  readonly index: number;
  out: number;
  readonly keeps: (text: string) => boolean;
  readonly broken: (cells: readonly string[]) => void;
};

/** The conditions as they hold of one file. */
export class FileFilter {
  readonly columns: readonly JudgedColumn[];

  constructor(columns: readonly JudgedColumn[]) {
    this.columns = columns;
  }

  /** Every column is looked at, so that what is known of its values does not hang on the others. */
  keeps(cells: readonly string[]): boolean {
    let kept = true;
    for (const column of this.columns) {
      if (column.keeps(textOf(cells[column.index] as string))) continue;
      column.out++;
      kept = false;
    }
    return kept;
  }

  broken(cells: readonly string[]): void {
    for (const column of this.columns) column.broken(cells);
  }
}
