// What may a reader never do, whatever the file? Contradict itself or the other reader, lose a record, refuse without a reason, or tell of a row or a
// heading without its line.
import { type Code, codes } from '../../src/core/codes.ts';
import type { Understanding } from '../../src/read/understanding.ts';
import { ar } from '../peers/program.ts';
import { readBy, type Way } from './both-readers.ts';
import type { Dice } from './mangled.ts';

/** Codes about a place in a file: each names its line. */
const PLACED =
  /^(?:preset-|map-|heading-|days-|decimal-|row-|kind-unknown|day-|currency-unknown|amount-|sense-|disputed-|open-exceeds|base-|customer-missing|quote-|record-|file-not-utf8|file-not-in)/;

/** Undefined where all is as it should be, else what is not. `counted`: whether records could be counted independently. */
export async function faultOf(bytes: Uint8Array, dice: Dice): Promise<{ readonly fault?: string; readonly counted: boolean }> {
  const way: Way = { piece: [1 + dice(5000), 1 + dice(100)], room: dice(2) === 0, async: dice(8) === 0, again: dice(2) === 0 };
  const careful = await readBy('careful', [bytes], { piece: 1 << 16 });
  const read = await readBy(undefined, [bytes], way);
  if (careful === undefined || read === undefined) return { fault: 'a reader declined', counted: false };
  if (JSON.stringify(read.said()) !== JSON.stringify(careful.said())) {
    return { fault: `the readers differ, in pieces of ${JSON.stringify(way)}`, counted: false };
  }
  const lines = linesOf(bytes);
  for (const { code, line } of read.kept) {
    if (!PLACED.test(code)) continue;
    if (line === undefined || line < 1 || line > lines)
      return { fault: `${code} names line ${line} of ${lines}`, counted: false };
  }
  const [understood] = read.understanding;
  const refused = read.kept.some(({ code }) => codes[code as Code] === 'error');
  if (understood === undefined && !refused) return { fault: 'refused without a reason', counted: false };
  if (understood !== undefined) {
    const { records, postings, setAside, leftOut } = understood;
    if (records !== postings + setAside + leftOut) return { fault: 'a row is lost', counted: false };
  }
  const expected = understood === undefined ? undefined : recordsBelow(bytes, understood);
  if (understood !== undefined && expected !== undefined) {
    const passed = understood.passed.reduce((sum, { count }) => sum + count, 0);
    const met = understood.records + understood.blank + passed;
    if (met !== expected) return { fault: `${met} records of ${expected} were met`, counted: true };
  }
  const { code } =
    dice(10) === 0
      ? await ar([dice(2) === 0 ? 'age' : 'check', 'f.csv', '--detail'].slice(0, 2), { 'f.csv': bytes })
      : { code: 0 };
  return code === 3
    ? { fault: 'the program contradicts itself', counted: expected !== undefined }
    : { counted: expected !== undefined };
}

function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const wide = bytes.includes(0);
  if (wide && ((a === 0xfe && b === 0xff) || bytes[0] === 0))
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return Buffer.from(bytes).toString(wide ? 'utf16le' : 'latin1');
}

/** Never less than there are: in a file of mixed encodings more may be seen. */
function linesOf(bytes: Uint8Array): number {
  return Math.max(...[textOf(bytes), Buffer.from(bytes).toString('latin1')].map((text) => text.split(/\r\n|\n|\r/).length));
}

/** How many records stand below the headings, where no quote leaves that in doubt and the headings are one line as it stands. */
function recordsBelow(bytes: Uint8Array, { headingLine, headings, delimiter }: Understanding): number | undefined {
  const text = Buffer.from(bytes).toString();
  if (/["\0\ufffd]/.test(text)) return undefined;
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const cells = (lines[headingLine - 1] ?? '').split(delimiter.delimiter).map((cell) => cell.trim());
  return cells.join('\0') === headings.join('\0') ? lines.length - headingLine : undefined;
}
