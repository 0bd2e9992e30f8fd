// Where do rows go that cannot be read? Into a file of their own, as they came, with the reason in front, so that they can be
// mended there and read again.
import { disarmed } from '../core/formula.ts';
import type { Replacement } from '../io/world.ts';
import type { FileRequest } from '../read/file-reading.ts';
import { quoted } from '../report/render/delimited.ts';

type Rejects = Pick<FileRequest, 'onHeadings' | 'onReject'> & {
  /** True when files of different headings met: their rows cannot stand in one file. */
  readonly mixed: () => boolean;
};

/** Writes the headings once, then each row with what is wrong with it. */
export function rejectWriter(file: Replacement): Rejects {
  let written: string | undefined;
  let mixed = false;
  return {
    mixed: () => mixed,
    onHeadings: (headings) => {
      // The reason stands first: a row with too many cells cannot push it from under its heading.
      const head = line(['reason', ...headings]);
      if (written === undefined) file.write(head);
      else if (head !== written) mixed = true;
      written = head;
    },
    onReject: (cells, reasons) => {
      const reason = reasons.map((r) => `${r.code}: ${r.what}${r.value === undefined || r.value === '' ? '' : ` "${r.value}"`}`);
      file.write(line([reason.join('; '), ...cells]));
    },
  };
}

/** A spreadsheet must not run a name as a formula, but a number such as -12.50 stays what it is; reading takes the mark off again. */
function line(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(/^[+-]?[\d.,\s]+$/.test(cell) ? cell : disarmed(cell))).join(',')}\n`;
}
