// Which mark parts the cells of a file? The line of headings tells, whichever reader asks, however its bytes arrive.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHeader } from '../../src/read/header-row.ts';
import { runs } from '../harness/share.ts';
import { csvOf, randomLedgers, SEED } from '../properties/random-ledger.ts';
import { agree, bytesOf, readBy } from './both-readers.ts';

const KNOWN = new Set(['customer', 'name', 'date', 'amount', 'due']);
const header = (text: string, whole = true) => findHeader(text, whole, (heading) => KNOWN.has(heading));
const chosen = (line: string): string => header(line).delimiter.delimiter;

test.each([
  ['customer,date,amount', ',', 'commas'],
  ['customer;date;amount', ';', 'semicolons'],
  ['customer\tdate\tamount', '\t', 'tabs'],
  ['customer|date|amount', '|', 'bars'],
  [
    'customer;date;amount, in thousands, rounded, net',
    ';',
    'the mark between known headings, not the one that stands there most often',
  ],
  ['"a;b;c;d;e",customer,date', ',', 'marks inside quotes do not count'],
  ['client;jour,heure;montant', ';', 'no heading is known: the mark that stands there most often'],
  ['amount', ',', 'a single heading: nothing tells, and a comma is the rule'],
  ['a,b;c', ',', 'nothing is known, and two marks stand there as often: the comma goes first'],
])('the headings %j are parted by %j: %s', (line, delimiter) => {
  expect(chosen(line)).toBe(delimiter);
});

test('what every mark would make of the headings is counted', () => {
  expect(header('customer;date;a,b').delimiter.counts).toEqual([
    { name: 'comma', marks: 1, headings: 0 },
    { name: 'semicolon', marks: 2, headings: 2 },
    { name: 'tab', marks: 0, headings: 0 },
    { name: 'bar', marks: 0, headings: 0 },
  ]);
});

/** The same ledger with another mark; cells that hold it stand in quotes, and quotes that only a comma needed stay. */
function parted(csv: string, mark: string): string {
  let quoted = false;
  let cell = '';
  let text = '';
  for (const character of csv) {
    if (character === '"') quoted = !quoted;
    if (quoted || (character !== ',' && character !== '\n')) cell += character;
    else {
      text += (cell.includes(mark) && !cell.startsWith('"') ? `"${cell}"` : cell) + (character === ',' ? mark : character);
      cell = '';
    }
  }
  return text + cell;
}

test.each([[';'], ['\t'], ['|']])(
  `a ledger parted by %j is the ledger parted by commas, to both readers (seed ${SEED})`,
  async (mark) => {
    await fc.assert(
      fc.asyncProperty(randomLedgers(), async (ledger) => {
        const csv = csvOf(ledger);
        const other = parted(csv, mark);
        expect(await agree(other)).toBe(true);
        const [a, b] = [
          await readBy('careful', [bytesOf(csv)], { piece: 1 << 16 }),
          await readBy('careful', [bytesOf(other)], { piece: 1 << 16 }),
        ];
        expect(b?.said()).toMatchObject({ rows: (a?.said() as { rows: object[] } | undefined)?.rows });
      }),
      { numRuns: runs(60), seed: SEED },
    );
  },
  60_000,
);
