// What becomes of the hard CSV files of other projects? Those of csv-spectrum come with the records they hold; no other may make
// the splitter throw, or say something else when its bytes come in other pieces.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { piecesOf, type SplitText, splitPieces } from './pieces.ts';

const shared = process.env['AR_SHARED'];
const folder = shared === undefined ? undefined : resolve(import.meta.dirname, '../..', shared, 'data/csv-torture');
if (folder === undefined) console.log('AR_SHARED is not set: the hard CSV files of other projects are not replayed');

const files =
  folder === undefined || !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.[ct]sv$/.test(path))
        .sort();
const bytesOf = (path: string): Buffer => readFileSync(join(folder as string, path));

const SPECTRUM = [
  'comma_in_quotes',
  'empty',
  'empty_crlf',
  'escaped_quotes',
  'json',
  'newlines',
  'newlines_crlf',
  'quotes_and_newlines',
  'simple',
  'simple_crlf',
  'utf8',
].map((name) => `csv-spectrum/${name}`);

/** Not UTF-8; every other file is split whole. */
const REFUSED = new Map([
  ['csv-parser/latin.csv', 'file-not-utf8'],
  ['csv-parser/utf16-big.csv', 'file-not-text'],
  ['csv-parser/utf16.csv', 'file-not-text'],
  ['node-csv/327.cws.csv', 'file-not-utf8'],
  ['node-csv/365-utf16le-bom-windows.csv', 'file-not-text'],
  ['tabulator/latin1.csv', 'file-not-utf8'],
]);

describe.skipIf(folder === undefined)('the hard CSV files', () => {
  it('are all there', () => {
    expect(files.length).toBeGreaterThanOrEqual(47);
    expect(SPECTRUM.map((name) => `${name}.csv`).filter((path) => !files.includes(path))).toEqual([]);
    console.log(`${files.length} hard CSV files replayed`);
  });

  it.each(SPECTRUM)('%s: the records are those of the JSON next to it', async (name) => {
    const bytes = bytesOf(`${name}.csv`);
    // Git has taken the CR from the files named for it; they are put back.
    const lost = name.endsWith('_crlf') && !bytes.includes('\r');
    const { records, told, count } = await splitPieces([lost ? Buffer.from(bytes.toString().replaceAll('\n', '\r\n')) : bytes]);
    const [headings = [], ...rows] = records.map(([, cells]) => cells);
    const expected = JSON.parse(bytesOf(`${name}.json`).toString()) as Record<string, string>[];
    expect(rows.map((row) => Object.fromEntries(row.map((cell, i) => [headings[i], cell])))).toEqual(expected);
    expect([told, count]).toEqual([[], expected.length + 1]);
  });

  /** Of a file that is refused, how many records come before the refusal depends on the pieces. */
  const answer = ({ records, count, told }: SplitText) => ({ records: count === undefined ? [] : records, count, told });

  it.each(files)('%s: is read, or refused with a reason', async (path) => {
    const { told, count } = await splitPieces([bytesOf(path)]);
    const reasons = REFUSED.has(path) ? [REFUSED.get(path)] : [];
    expect([count === undefined, told.map((code) => code.replace(/@.*/, ''))]).toEqual([REFUSED.has(path), reasons]);
  });

  it.each(files)('%s: is the same wherever one seam falls', async (path) => {
    const bytes = bytesOf(path);
    const whole = answer(await splitPieces([bytes]));
    // The first bytes together tell a format that is no text.
    for (let seam = 4; seam < Math.min(bytes.length, 600); seam++) {
      expect([seam, answer(await splitPieces([bytes.subarray(0, seam), bytes.subarray(seam)]))]).toEqual([seam, whole]);
    }
  });

  it.each(files)('%s: is the same in pieces of 16, 17, 64 and 1000 bytes', async (path) => {
    const bytes = bytesOf(path);
    const whole = answer(await splitPieces([bytes]));
    for (const size of [16, 17, 64, 1000])
      expect([size, answer(await splitPieces(piecesOf(bytes, size)))]).toEqual([size, whole]);
  });
});
