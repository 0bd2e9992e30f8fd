// Which lines of text are a note below the rows, and which are rows that lost their cells? Both readers, with a row of either kind behind the text.
import { expect, test } from 'vitest';
import { sentenceOf } from '../../src/read/text-below.ts';
import { agree, bytesOf, readBy } from './both-readers.ts';

const HEAD = 'customer,document,date,due,amount\n';
const ROW = 'C1,F1,2026-01-05,2026-02-04,300.00\n';
const ODD = ' "C1",F2,05/01/2026,2026-02-04,300.00\n';
const NOTE = 'Accrual basis Saturday February 14 2026 09:00 AM\n';

async function told(text: string): Promise<unknown[]> {
  await agree(text);
  const read = await readBy(undefined, [bytesOf(text)], { piece: 64 });
  const said = read?.said() as { kept: { code: string; line: number }[] } | undefined;
  return (said?.kept ?? []).filter(({ code }) => !code.startsWith('due')).map(({ code, line }) => `${code}@${line}`);
}

test.each([
  ['at the end', HEAD + ROW + NOTE, ['text-below-rows@3']],
  ['under its headings, with empty cells beside it', `${HEAD}${ROW},,"${NOTE.trim()}",,\n`, ['text-below-rows@3']],
  [
    'twice, with an empty line and a total between',
    `${HEAD}${ROW}${NOTE},,,,\nTotal,,,,300.00\n${NOTE}`,
    ['text-below-rows@3', 'text-below-rows@6'],
  ],
  ['above a plain row', HEAD + ROW + NOTE + ROW, ['row-too-short@3']],
  [
    'above a plain row and a quote that is never closed',
    `${HEAD}${ROW}${NOTE}${ROW}\n"\n\n`,
    ['row-too-short@3', 'quote-not-closed@6'],
  ],
  ['above a row that cannot be read', HEAD + ROW + NOTE + ODD, ['row-too-short@3', 'day-unreadable@4']],
  ['of four words', `${HEAD}${ROW}Société des eaux de\n`, ['row-too-short@3']],
  [
    'within the name of a customer',
    `${HEAD}Les eaux de la ville de Paris,F1,2026-01-05,,1.00\nLes eaux de la ville\n`,
    ['row-too-short@3'],
  ],
])('a text %s', async (_, text, diagnostics) => {
  expect(await told(text)).toEqual(diagnostics);
});

test('a stray quote that took in rows is no text', () => {
  expect(sentenceOf(['one two three four five\nsix'])).toBeUndefined();
});

test('below customers named above their rows it is no customer', async () => {
  const text = `date,due,document,amount\nC1 - Dupont,,,\n2026-01-05,2026-02-04,F1,300.00\n${NOTE.trim()},,,\n`;
  expect(await told(text)).toEqual(['text-below-rows@4']);
});
