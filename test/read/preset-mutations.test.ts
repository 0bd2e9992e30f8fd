// Is the export of a package still read with no option, once it went through people and spreadsheets? Titles above, accents lost, quotes, other delimiters,
// spellings and encodings, totals below: each file tells what it told before, or is refused for the reason said here.
import { describe, expect, it, test } from 'vitest';
import { share } from '../harness/share.ts';
import {
  AMERICAN,
  BRITISH,
  FRENCH,
  ISO,
  type PresetFile,
  presetFiles,
  rearranged,
  SAP,
  type Spelling,
  textOfFile,
} from './preset-files.ts';
import { readExport, understood } from './preset-reading.ts';

const lines = (file: PresetFile, change: (line: string) => string): string =>
  textOfFile(file).slice(0, -1).split('\n').map(change).join('\n');
const plain = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

type Mutation = (file: PresetFile) => string | Uint8Array;
const every = (file: PresetFile): { from: number }[] => file.headings.map((_, from) => ({ from }));

const MUTATIONS: { readonly [name: string]: Mutation } = {
  'with titles above': (file) => `Atelier du Ponant SARL\nBalance âgée au 30/06/2026;;\n\n${textOfFile(file)}`,
  'with titles as wide as the table': (file) =>
    ['Atelier du Ponant', 'Édité le 30/06/2026']
      .map((title) => `${title}${file.delimiter.repeat(file.headings.length - 1)}\n`)
      .join('') + textOfFile(file),
  'with an empty first column': (file) => lines(file, (line) => file.delimiter + line),
  'with accents lost': (file) => plain(textOfFile(file)),
  'with headings in capitals': (file) => textOfFile({ ...file, headings: file.headings.map((heading) => heading.toUpperCase()) }),
  'with a byte order mark': (file) => `\ufeff${textOfFile(file)}`,
  'with quotes everywhere': (file) => {
    const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(file.delimiter);
    return [file.headings, ...file.rows].map((cells) => `${quoted(cells)}\r\n`).join('');
  },
  'with a delimiter behind every line': (file) => lines(file, (line) => line + file.delimiter),
  'with a delimiter behind every row': (file) => {
    const [headings, ...rows] = lines(file, (line) => line).split('\n');
    return [headings, ...rows.map((row) => row + file.delimiter)].join('\n');
  },
  'with lines that end in CR LF': (file) => lines(file, (line) => `${line}\r`),
  'with a blank line behind every line': (file) => lines(file, (line) => `${line}\n`),
  'with its columns in disorder': (file) => {
    const columns = every(file);
    const odd = columns.filter(({ from }) => from % 3 === 1);
    return textOfFile(rearranged(file, [...odd.reverse(), ...columns.filter((one) => !odd.includes(one))]));
  },
  'with two columns that have no heading': (file) => {
    const [headings, ...rows] = lines(file, (line) => line).split('\n');
    return [headings, ...rows.map((row) => `${row}${file.delimiter}libre${file.delimiter}`)].join('\n');
  },
  'in UTF-16': (file) => Buffer.from(`\ufeff${textOfFile(file)}`, 'utf16le'),
  'in Windows-1252': (file) => Buffer.from(textOfFile(file).replaceAll('\u202f', '\u00a0'), 'latin1'),
};

const SPELLINGS: { readonly [name: string]: Spelling } = {
  French: FRENCH,
  American: AMERICAN,
  British: BRITISH,
  ISO,
  German: SAP,
};

// Packages and what befalls their files take turns.
describe.each(presetFiles.map((file, turn) => [file.preset, file, turn] as const))('an export of %s', (_, file, turn) => {
  it.each(share(Object.entries(MUTATIONS), turn))('is read %s', async (_name, mutation) => {
    expect((await readExport(mutation(file))).items).toEqual(file.expected);
  });

  it.each([',', ';', '\t', '|'])('is read with %j between cells', async (delimiter) => {
    expect((await readExport(textOfFile({ ...file, delimiter }))).items).toEqual(file.expected);
  });

  it.each(Object.entries(SPELLINGS))('is read in the %s spelling', async (_name, spelling) => {
    expect((await readExport(textOfFile(file.spelt(spelling)))).items).toEqual(file.expected);
  });
});

/** A row of figures: what rows from one to another come to. */
function totalOf(file: PresetFile, label: string, from: number, to: number, off = 0): string[] {
  return file.headings.map((_, column) => {
    const cents = file.cents.slice(from, to).map((row) => row[column]);
    if (column === 0) return label;
    if (cents.every((one) => one === undefined)) return '';
    const wrong = /cr[eé]dit/i.test(file.headings[column] ?? '') ? 0 : off;
    return file.spelling.amount(cents.reduce<number>((sum, one) => sum + (one ?? 0), wrong));
  });
}

/** Subtotals by customer, whose rows stand together, and a total of everything. */
function withTotals(file: PresetFile, off = 0): string {
  const at = file.headings.findIndex((_, column) =>
    file.rows.some((row) => /^(?:C00\d|Forge|Linge|Quai)/.test(row[column] ?? '')),
  );
  const who = (row: number): string => file.rows[row]?.[at] ?? '';
  const rows: (readonly string[])[] = [];
  let from = 0;
  file.rows.forEach((cells, row) => {
    rows.push(cells);
    if (who(row) === who(row + 1)) return;
    rows.push(totalOf(file, `Total ${who(row)}`, from, row + 1));
    from = row + 1;
  });
  rows.push(totalOf(file, 'Total général', 0, file.rows.length, off));
  return textOfFile({ ...file, rows });
}

describe.each(presetFiles.map((file) => [file.preset, file] as const))('the totals of an export of %s', (_, file) => {
  test('are passed over, and agree', async () => {
    const bytes = withTotals(file);
    expect(await readExport(bytes)).toEqual({ items: file.expected, told: (await readExport(textOfFile(file))).told });
    const totals = (await understood(bytes)).find(({ fact }) => fact === 'totals');
    expect(totals?.evidence).toMatch(/4 agree with the rows above them, 0 differ$/);
  });

  test('are told where they differ, and change no figure', async () => {
    const { items, told } = await readExport(withTotals(file, 100));
    expect(items).toEqual(file.expected);
    expect(told).toContain(`:${file.rows.length + 5}: warning total-differs`);
  });
});
