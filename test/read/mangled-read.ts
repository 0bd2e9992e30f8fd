// What may a reader never do, whatever the file? Contradict itself or the other reader, lose a record, refuse without a reason, or tell of a row or a
// heading without its line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes } from '../../src/core/codes.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import type { Understanding } from '../../src/read/understanding.ts';
import { ar } from '../peers/program.ts';
import { readBy, type Way } from './both-readers.ts';
import type { Dice } from './mangled.ts';

/** Codes about a place in a file: each names its line. */
const PLACED =
  /^(?:preset|map|heading|days|decimal|row|kind-unknown|day|currency-unknown|amount|sense|disputed|open|base|customer-missing|quote|record|file-not-utf8|file-not-in|text-below)-?/;

/** `counted`: its records could be counted independently as well. */
export type Judged = { readonly fault: string | undefined; readonly counted: boolean };

export async function judgeMangled(bytes: Uint8Array, dice: Dice): Promise<Judged> {
  const way: Way = { piece: [1 + dice(5000), 1 + dice(100)], room: dice(2) === 0, async: dice(8) === 0, again: dice(2) === 0 };
  const careful = await readBy('careful', [bytes], { piece: 1 << 16 });
  const read = await readBy(undefined, [bytes], way);
  const same = JSON.stringify(read?.said()) === JSON.stringify(careful?.said());
  if (read === undefined || !same) return { fault: `the readers differ, in pieces of ${JSON.stringify(way)}`, counted: false };
  const [understood] = read.understanding;
  const expected = understood === undefined ? undefined : recordsBelow(bytes, understood);
  const fault =
    misplaced(bytes, read.kept) ??
    (understood === undefined ? withoutReason(read.kept) : lostRecord(understood, expected)) ??
    (dice(4) === 0 ? await contradiction(bytes, dice) : undefined);
  return { fault, counted: expected !== undefined };
}

function misplaced(bytes: Uint8Array, told: readonly Diagnostic[]): string | undefined {
  const lines = linesOf(bytes);
  const wrong = told.find(({ code, line = 0 }) => PLACED.test(code) && (line < 1 || line > lines));
  return wrong === undefined ? undefined : `${wrong.code} names line ${wrong.line} of ${lines}`;
}

function withoutReason(told: readonly Diagnostic[]): string | undefined {
  return told.some(({ code }) => codes[code] === 'error') ? undefined : 'refused without a reason';
}

function lostRecord(understood: Understanding, expected: number | undefined): string | undefined {
  const { records, postings, setAside, leftOut, blank } = understood;
  if (records !== postings + setAside + leftOut) return `of ${records} rows ${postings} are postings and ${setAside} set aside`;
  const met = records + blank + understood.passed.reduce((sum, { count }) => sum + count, 0);
  return expected === undefined || met === expected ? undefined : `${met} records of ${expected} were met`;
}

const LEDGER = readFileSync(join(import.meta.dirname, '../../fixtures/ledger.csv'));

/** The whole program, with the file as its ledger or as a table beside one: exit code 3 is for contradictions. */
async function contradiction(bytes: Uint8Array, dice: Dice): Promise<string | undefined> {
  const runs = [
    ['age', 'f.csv', '--detail'],
    ['check', 'f.csv'],
    ['age', 'f.csv', '--rejects', 'r.csv'],
    ['convert', 'f.csv'],
    ['age', 'l.csv', '--customers', 'f.csv'],
    ['age', 'l.csv', '--documents', 'f.csv'],
  ];
  const args = runs[dice(runs.length)] as string[];
  const { code, stderr } = await ar(args, { 'f.csv': bytes, 'l.csv': LEDGER });
  return code === 3 ? `ar ${args.join(' ')}: ${stderr}` : undefined;
}

function textOf(bytes: Uint8Array): string {
  const wide = bytes.includes(0);
  const swapped = wide && (bytes[0] === 0 || (bytes[0] === 0xfe && bytes[1] === 0xff));
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return (swapped ? even.swap16() : Buffer.from(bytes)).toString(wide ? 'utf16le' : 'latin1');
}

/** Never less than there are: in a file of mixed encodings more may be seen. */
function linesOf(bytes: Uint8Array): number {
  const texts = [textOf(bytes), Buffer.from(bytes).toString('latin1')];
  return Math.max(...texts.map((text) => text.split(/\r\n|\n|\r/).length));
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
