// What does a package write where there is no day? Zeros, which are an empty cell to both readers and no evidence of any form.
import { expect, test } from 'vitest';
import { isNoDay } from '../../src/read/day.ts';
import { agree, bytesOf, readBy } from './both-readers.ts';

const ZEROS = ['00000000', '00.00.0000', '0000-00-00', '00/00/0000', '00-00-0000', '0000/00/00'];

test.each(ZEROS)('%s is no day', (zeros) => expect(isNoDay(zeros)).toBe(true));

test.each(['0', '00', '000000', '00000001', '00/00-0000', '00.00.00', '', '20260101'])('"%s" is not said to be none', (text) => {
  expect(isNoDay(text)).toBe(false);
});

test.each([
  ['2026-01-31', '2026-02-28'],
  ['20260131', '20260228'],
  ['31.01.2026', '28.02.2026'],
  ['31/01/2026', '28/02/2026'],
])('both readers take zeros for an empty cell among days as %s', async (date, due) => {
  const row = (of: string): string => `C1,${date},${of},100.00\n`;
  const file = `customer,date,due,amount\n${row(due)}${ZEROS.map(row).join('')}${row(due)}`;
  expect(await agree(file)).toBe(true);
  const read = await readBy(undefined, [bytesOf(file)], { piece: 64 });
  expect(read?.setAside).toBe(0);
  expect(read?.understanding[0]?.dueMissing.count).toBe(ZEROS.length);
});
