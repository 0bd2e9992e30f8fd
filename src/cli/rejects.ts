// Where do rows go that cannot be read? Into a file of their own, as they came, with the reason as one more column, so that
// they can be mended and read again.

import type { Replacement } from '../io/world.ts';
import type { ReadRequest } from '../read/read-ledger.ts';
import { quoted } from '../report/render/delimited.ts';
import { harmless } from '../report/render/guard.ts';

/** Writes headings when they change (several files of different layouts), then the row and its reasons. */
export function rejectWriter(file: Replacement): NonNullable<ReadRequest['onReject']> {
  let written = '';
  return (headings, cells, reasons) => {
    const head = line([...headings, 'reason']);
    if (head !== written) file.write(head);
    written = head;
    const padded = [...cells, ...headings.slice(cells.length).map(() => '')];
    const reason = reasons
      .map((r) => `${r.code}: ${r.what}${r.value === undefined || r.value === '' ? '' : ` "${r.value}"`}`)
      .join('; ');
    file.write(line([...padded, reason]));
  };
}

/** A spreadsheet must not run a name as a formula, but an amount such as -12.50 stays what it is, to be read again. */
function line(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(/^[+-]?[\d.,]/.test(cell) ? cell : harmless(cell))).join(',')}\n`;
}
