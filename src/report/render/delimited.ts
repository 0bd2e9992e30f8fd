// A section as comma or tab separated values for machines: keys as headings, rows only, dot decimals, ISO days; no title, no
// total. CSV after RFC 4180 with LF; TSV has no quoting, so a TAB or a line break inside a text becomes a space.

import { isoDay } from '../../core/day.ts';
import { disarmed } from '../../core/formula.ts';
import type { Cell, Section } from '../report.ts';
import { figure, valuesOf, worded } from './machine.ts';
import { plainPieces } from './plain-bytes.ts';
import { chosenSection, type Render } from './renderer.ts';
import { spellingOf } from './spreadsheet.ts';

const PIECE = 1 << 16;
/** Fewer rows are written as cells before the kernel that writes plain values is brought to life. */
export const FEW = 100;

export const csv: Render = (report, options) => {
  const section = chosenSection(report, options);
  const { dialect } = options;
  // A FEC has a renderer of its own (fec.ts).
  if (dialect === 'plain' || dialect === 'fec') return forMachines(section, ',', quoted);
  const { lead, mark, lineEnd, lang, cell } = spellingOf(dialect);
  const heading = section.columns.map(({ head }) => quoted(disarmed(head[lang]), mark)).join(mark);
  return lines(section, lead + heading, mark, lineEnd, (one) => quoted(cell(one), mark));
};
export const tsv: Render = (report, options) => forMachines(chosenSection(report, options), '\t', unbroken);

function forMachines(section: Section, mark: string, escaped: (text: string) => string): Iterable<string | Uint8Array> {
  // A key may be a heading of the user's table.
  const heading = section.columns.map((column) => escaped(disarmed(column.key))).join(mark);
  const { plain } = section.rows;
  const many = plain !== undefined && plain.order.length >= FEW;
  const pieces = many ? plainPieces(heading, plain, { mark: mark.charCodeAt(0), escaped }) : undefined;
  return pieces ?? lines(section, heading, mark, '\n', (cell) => value(cell, escaped));
}

function* lines(
  { columns, rows }: Section,
  heading: string,
  mark: string,
  lineEnd: string,
  written: (cell: Cell) => string,
): Iterable<string> {
  // Joined, not added up: a text of a thousand additions is put together piece by piece when it is written.
  let held = [heading];
  let length = 0;
  const values: string[] = columns.map(() => '');
  for (let i = 0; i < rows.count; i++) {
    const cells = rows.at(i);
    for (let c = 0; c < cells.length; c++) values[c] = written(cells[c] as Cell);
    const line = values.join(mark);
    held.push(line);
    length += line.length;
    if (length >= PIECE) {
      yield held.join(lineEnd) + lineEnd;
      held = [];
      length = 0;
    }
  }
  if (held.length > 0) yield held.join(lineEnd) + lineEnd;
}

function value(cell: Cell, escaped: (text: string) => string): string {
  switch (cell.kind) {
    case 'text':
    case 'code':
      return escaped(disarmed(worded(cell)));
    case 'day':
      return isoDay(cell.day);
    case 'series':
      return valuesOf(cell, 'n/a').join(' ');
    case 'more_than':
    case 'none':
      return '';
    default:
      return figure(cell);
  }
}

/** A cell of RFC 4180: in quotes where it holds the mark between cells, a quote or a line break. */
export function quoted(text: string, mark = ','): string {
  const parted = text.includes(mark) || text.includes('\n') || text.includes('\r');
  return parted || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

function unbroken(text: string): string {
  // A quote at the start would be read as the begin of a quoted cell by programs that know only csv.
  return text.replace(/[\t\r\n]+/g, ' ').replace(/^"/, `'"`);
}
