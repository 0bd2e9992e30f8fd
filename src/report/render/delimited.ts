// A section as comma or tab separated values for machines: keys as headings, rows only, dot decimals, ISO days; no title, no
// total. CSV after RFC 4180 with LF; TSV has no quoting, so a TAB or a line break inside a text becomes a space.

import { isoDay } from '../../core/day.ts';
import { disarmed } from '../../core/formula.ts';
import type { Cell } from '../report.ts';
import { figure, worded } from './machine.ts';
import { plainPieces } from './plain-bytes.ts';
import { chosenSection, type Render } from './renderer.ts';

const PIECE = 1 << 16;
/** Fewer rows are written as cells before the kernel that writes plain values is brought to life. */
export const FEW = 100;

export const csv: Render = (report, options) => delimited(chosenSection(report, options), ',', quoted);
export const tsv: Render = (report, options) => delimited(chosenSection(report, options), '\t', unbroken);

function* delimited(
  section: ReturnType<typeof chosenSection>,
  mark: string,
  escaped: (text: string) => string,
): Iterable<string | Uint8Array> {
  // A key may be a heading of the user's table.
  const heading = section.columns.map((column) => escaped(disarmed(column.key))).join(mark);
  const { plain } = section.rows;
  const many = plain !== undefined && plain.order.length >= FEW;
  const pieces = many ? plainPieces(heading, plain, { mark: mark.charCodeAt(0), escaped }) : undefined;
  if (pieces !== undefined) {
    yield* pieces;
    return;
  }
  // Joined, not added up: a text of a thousand additions is put together piece by piece when it is written.
  let lines = [heading];
  let length = 0;
  const values: string[] = section.columns.map(() => '');
  for (let i = 0; i < section.rows.count; i++) {
    const cells = section.rows.at(i);
    for (let c = 0; c < cells.length; c++) values[c] = value(cells[c] as Cell, escaped);
    const line = values.join(mark);
    lines.push(line);
    length += line.length;
    if (length >= PIECE) {
      yield `${lines.join('\n')}\n`;
      lines = [];
      length = 0;
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

function value(cell: Cell, escaped: (text: string) => string): string {
  switch (cell.kind) {
    case 'text':
    case 'code':
      return escaped(disarmed(worded(cell)));
    case 'day':
      return isoDay(cell.day);
    case 'none':
      return '';
    default:
      return figure(cell);
  }
}

/** A cell of RFC 4180: in quotes where it holds a comma, a quote or a line break. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unbroken(text: string): string {
  // A quote at the start would be read as the begin of a quoted cell by programs that know only csv.
  return text.replace(/[\t\r\n]+/g, ' ').replace(/^"/, `'"`);
}
