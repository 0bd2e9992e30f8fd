// What becomes of the hard CSV files of other projects? Both tokenisers make the same records of each, wherever its bytes are cut: those of the
// JSON that lies next to it, or those of torture-records.json, which were read over once.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { asUtf8, goingOn } from '../../src/read/as-utf8.ts';
import { findHeader } from '../../src/read/header-row.ts';
import { lookAt } from '../../src/read/look.ts';
import { splitRecords } from '../../src/read/records.ts';
import { readSwiftly } from '../../src/read/swift/reader.ts';
import { share } from '../harness/share.ts';
import { piecesOf, sourceOf } from './pieces.ts';

const shared = process.env['AR_SHARED'];
const folder = shared === undefined ? undefined : resolve(import.meta.dirname, '../..', shared, 'data/csv-torture');
if (folder === undefined) console.log('AR_SHARED is not set: the hard CSV files of other projects are not replayed');

const all = folder === undefined || !existsSync(folder) ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
const files = all.filter((path) => /\.[ct]sv$/.test(path)).sort();
const bytesOf = (path: string): Buffer => readFileSync(join(folder as string, path));
const withJson = files.filter((path) => all.includes(path.replace(/\.[ct]sv$/, '.json')));

type Matrix = readonly (readonly string[])[];
const KNOWN = JSON.parse(readFileSync(join(import.meta.dirname, 'torture-records.json'), 'utf8')) as {
  readonly [path: string]: Matrix;
};

/** Files that are refused, each with what is told and why that is right. */
const REFUSED = new Map<string, readonly string[]>([
  // The quote before 44.39 opens a cell, and nothing closes it: whatever stands behind it could be one cell.
  ['papaparse/malformed.tsv', ['quote-not-closed@9']],
]);

type Split = { readonly records: Matrix; readonly count: number | undefined; readonly told: readonly string[] };

/** The records of a file: by the careful splitter alone, or by the swift one as far as it goes. */
async function split(tokeniser: 'swift' | 'careful', pieces: readonly Uint8Array[]): Promise<Split> {
  const diagnostics = new Diagnostics();
  const records: string[][] = [];
  const record = (cells: readonly string[]): void => {
    records.push([...cells]);
  };
  const text = await asUtf8(sourceOf(pieces), undefined, diagnostics);
  if (text === undefined) return { records, count: undefined, told: diagnostics.kept.map(({ code, line }) => `${code}@${line}`) };
  const { head, whole, source } = await lookAt(text.source);
  const { delimiter } = findHeader(new TextDecoder().decode(head), whole, () => false).delimiter;
  let count: number | undefined;
  if (tokeniser === 'careful') {
    count = await splitRecords(source, diagnostics, record, { line: 1, fresh: true, delimiter, encoding: text });
  } else {
    const swift = await readSwiftly(source, { delimiter, batch: undefined, record });
    const { stopped } = swift;
    count = swift.records;
    if (stopped !== undefined) {
      const start = { ...stopped, delimiter, encoding: goingOn(text, stopped) };
      const more = await splitRecords(stopped.rest, diagnostics, record, start);
      count = more === undefined ? undefined : count + more;
    }
  }
  return { records, count, told: diagnostics.kept.map(({ code, line }) => `${code}@${line}`) };
}

/** Of a file that is refused, how many records come before the refusal depends on the pieces. */
const answer = ({ records, count, told }: Split): Split => ({ records: count === undefined ? [] : records, count, told });

describe.skipIf(folder === undefined)('the hard CSV files', () => {
  it('are all there, and each has its records known', () => {
    expect(files.length).toBeGreaterThanOrEqual(47);
    expect(withJson.length).toBeGreaterThanOrEqual(11);
    expect(files.filter((path) => !withJson.includes(path) && !REFUSED.has(path)).sort()).toEqual(Object.keys(KNOWN).sort());
    console.log(`${files.length} hard CSV files replayed, ${withJson.length} of them with records by others`);
  });

  describe.each(['careful', 'swift'] as const)('by the %s tokeniser', (tokeniser) => {
    it.each(withJson)('%s: the records are those of the JSON next to it', async (path) => {
      const bytes = bytesOf(path);
      // Git has taken the CR from the files named for it; they are put back.
      const lost = path.includes('_crlf') && !bytes.includes('\r');
      const { records, told, count } = await split(tokeniser, [
        lost ? Buffer.from(bytes.toString().replaceAll('\n', '\r\n')) : bytes,
      ]);
      const [headings = [], ...rows] = records;
      const expected = JSON.parse(bytesOf(path.replace(/[ct]sv$/, 'json')).toString()) as Record<string, string>[];
      expect(rows.map((row) => Object.fromEntries(row.map((cell, i) => [headings[i], cell])))).toEqual(expected);
      expect([told, count]).toEqual([[], expected.length + 1]);
    });

    it.each(files.filter((path) => !withJson.includes(path)))('%s: the records are those known', async (path) => {
      const { records, told, count } = await split(tokeniser, [bytesOf(path)]);
      const reasons = REFUSED.get(path);
      if (reasons !== undefined) expect([count, told]).toEqual([undefined, reasons]);
      else expect([records, told, count]).toEqual([KNOWN[path], [], records.length]);
    });

    it.each(files)('%s: is the same wherever one seam falls', async (path) => {
      const bytes = bytesOf(path);
      const whole = answer(await split(tokeniser, [bytes]));
      const seams = Array.from({ length: Math.max(0, Math.min(bytes.length, 300) - 1) }, (_, i) => i + 1);
      for (const seam of share(seams, path.length)) {
        const seamed = answer(await split(tokeniser, [bytes.subarray(0, seam), bytes.subarray(seam)]));
        expect([seam, seamed]).toEqual([seam, whole]);
      }
    });

    it.each(files)('%s: is the same in pieces of few and of many bytes', async (path) => {
      const bytes = bytesOf(path);
      const whole = answer(await split(tokeniser, [bytes]));
      for (const size of share([1, 3, 16, 17, 64, 1000], path.length)) {
        expect([size, answer(await split(tokeniser, piecesOf(bytes, size)))]).toEqual([size, whole]);
      }
    });
  });
});
