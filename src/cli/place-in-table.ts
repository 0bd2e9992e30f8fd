// Where does a cell of a table beside the ledger stand? File, line, column and text, for a message about it.
import type { SideTable } from '../ledger/side-table.ts';

type Place<F extends string> = Pick<SideTable<string>, 'file' | 'line' | 'columns'> & {
  readonly text: (field: F, row: number) => string;
};

export function placeIn<F extends string>({ file, line, columns, text }: Place<F>, field: F, row: number) {
  const at = columns.find((column) => column.field === field)?.index;
  return { file, line: line(row), column: at === undefined ? undefined : at + 1, value: text(field, row) };
}
