// Which files does a damaged disk, a careless editor or a strange export make of those at hand? File number `n` is always the same one: bytes and lines
// cut, doubled, swapped and altered, marks put in, encodings changed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { everyWay, fileIn } from './cross-files.ts';
import { presetFiles, textOfFile } from './preset-files.ts';

/** Bytes of files: the project's own, those of the cases, those of the presets, one ledger in some of its spellings, and those of others, where they are. */
export function originals(): readonly Uint8Array[] {
  const root = resolve(import.meta.dirname, '../..');
  const below = (folder: string): string[] =>
    readdirSync(folder)
      .sort()
      .flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? below(path) : /\.(?:csv|txt|tsv)$/i.test(name) ? [path] : [];
      });
  const shared = process.env['AR_SHARED'];
  const others = shared === undefined ? [] : [join(resolve(root, shared), 'data')];
  const files = [join(root, 'fixtures'), join(root, 'test/cases'), ...others]
    .flatMap(below)
    .filter((path) => statSync(path).size < LARGEST);
  return [
    ...files.map((path) => readFileSync(path)),
    ...presetFiles.map((file) => Buffer.from(textOfFile(file))),
    ...everyWay().flatMap((way, i) => (i % 613 === 0 ? [fileIn(way)] : [])),
  ];
}

const LARGEST = 20_000;

/** Numbers from 0 to below `below`, always the same ones for a seed (Mulberry32). */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const MARKS = [',', ';', '\t', '|', '"', '""', '\r', '\n', '\r\n', ' ', '.', '-', '(', '\0', 'é', '€', "'", '=', '0', '\ufeff'];
const CELLS = [
  ...[
    '',
    ' ',
    '1,5',
    '1.5',
    '1,234.50',
    '1.234,50',
    '1 234,5',
    '(12.00)',
    '12-',
    '3 CR',
    '-0',
    '1e5',
    '999999999999999',
    '12345678901234567',
  ],
  ...[
    '31/12/2026',
    '12/31/2026',
    '31.12.26',
    '311226',
    '20261231',
    '46387',
    '2026-02-30',
    '2026-12-31T10:00',
    '31 déc. 2026',
    'never',
  ],
  ...[
    'Total',
    'Sous-total C001',
    'Total général',
    'à reporter',
    'Solde',
    'customer',
    'invoice',
    'Avoir',
    'XYZ',
    'EUR',
    'JPY',
    'TND',
  ],
  ...['=1+1', "'=1", '"', 'a"b', '€5', '\u00a0', '\u2212 5', 'x'.repeat(300), 'a;b', 'a,b', 'a\nb', '----'],
];

type Change = (text: string, dice: Dice) => string;

const within = (text: string, dice: Dice, change: (lines: string[], at: number) => void): string => {
  const lines = text.split('\n');
  change(lines, dice(lines.length));
  return lines.join('\n');
};
const cellsOf = (text: string, dice: Dice, change: (cells: string[], at: number) => void): string =>
  within(text, dice, (lines, at) => {
    const line = lines[at] ?? '';
    const mark = [',', ';', '\t', '|'].reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best));
    const cells = line.split(mark);
    change(cells, dice(cells.length));
    lines[at] = cells.join(mark);
  });

const CHANGES: readonly Change[] = [
  (text, dice) => text.slice(0, dice(text.length + 1)),
  (text, dice) => {
    const at = dice(text.length + 1);
    return text.slice(0, at) + text.slice(at + dice(12));
  },
  (text, dice) => {
    const at = dice(text.length + 1);
    return text.slice(0, at + dice(40)) + text.slice(at);
  },
  (text, dice) => {
    const at = dice(text.length + 1);
    return text.slice(0, at) + (MARKS[dice(MARKS.length)] ?? '') + text.slice(at);
  },
  (text, dice) => {
    const at = dice(text.length + 1);
    return text.slice(0, at) + (MARKS[dice(MARKS.length)] ?? '') + text.slice(at + 1);
  },
  (text, dice) => within(text, dice, (lines, at) => lines.splice(at, 1)),
  (text, dice) => within(text, dice, (lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  (text, dice) =>
    within(text, dice, (lines, at) => {
      const other = dice(lines.length);
      [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
    }),
  (text, dice) => within(text, dice, (lines, at) => void (lines[at] = (lines[at] ?? '').slice(0, dice(60)))),
  (text, dice) => within(text, dice, (lines, at) => lines.splice(at, 0, CELLS[dice(CELLS.length)] ?? '')),
  (text, dice) => cellsOf(text, dice, (cells, at) => void (cells[at] = CELLS[dice(CELLS.length)] ?? '')),
  (text, dice) => cellsOf(text, dice, (cells, at) => void (cells[at] = CELLS[dice(CELLS.length)] ?? '')),
  (text, dice) => cellsOf(text, dice, (cells, at) => cells.splice(at, 1)),
  (text, dice) => cellsOf(text, dice, (cells, at) => cells.splice(at, 0, CELLS[dice(CELLS.length)] ?? '')),
  (text, dice) =>
    cellsOf(text, dice, (cells, at) => {
      const other = dice(cells.length);
      [cells[at], cells[other]] = [cells[other] ?? '', cells[at] ?? ''];
    }),
  (text, dice) => text.replaceAll([',', ';', '\t', '|'][dice(4)] ?? '', [',', ';', '\t', '|'][dice(4)] ?? ''),
  (text, dice) => text.replace(/\r?\n/g, ['\n', '\r\n', '\r', '\n\n'][dice(4)] ?? ''),
  (text, dice) => `${CELLS[dice(CELLS.length)]}\n${text}`,
  (text, dice) => text.replaceAll(['.', ',', '-', '/', '2026'][dice(5)] ?? '', [',', '.', '/', ' ', '26'][dice(5)] ?? ''),
];

const ENCODERS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'latin1'),
];

/** All lines but the first, again and again. */
function grown(text: string, length: number): string {
  const below = text.slice(text.indexOf('\n') + 1);
  return below.endsWith('\n') ? text + below.repeat(Math.ceil(length / below.length)) : text;
}

/** File number `n`: one of the originals, changed once to four times, and one in five of them in bytes as well. */
export function mangled(files: readonly Uint8Array[], seed: number, n: number): Uint8Array {
  const dice = diceOf(seed + n * 7919);
  const original = files[dice(files.length)] as Uint8Array;
  let text = Buffer.from(original).toString(original.includes(0) ? 'utf16le' : 'utf8');
  // Some are longer than what is looked at first, or than the swift reader's window.
  if (dice(40) === 0) text = grown(text, 70_000 + dice(200_000));
  for (let changes = 1 + dice(4); changes > 0; changes--) text = (CHANGES[dice(CHANGES.length)] as Change)(text, dice);
  const bytes = dice(5) === 0 ? (ENCODERS[dice(ENCODERS.length)] as (text: string) => Buffer)(text) : Buffer.from(text);
  if (dice(5) === 0) for (let flips = 1 + dice(3); flips > 0; flips--) bytes[dice(bytes.length)] = dice(256);
  return bytes;
}
