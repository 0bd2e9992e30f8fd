// Is one ledger read to the cent and the day in every way it can be written: thousands, decimals, negatives, encoding, delimiter, line end, days? All of
// them, by both readers.
import { expect, test } from 'vitest';
import { everyWay, type Way } from '../read/cross-files.ts';
import { judge } from '../read/cross-read.ts';

const SHOWN = 3;

test('the story is read in every way it can be written', async () => {
  const ways = everyWay();
  const wrong: [Way, readonly string[]][] = [];
  const began = performance.now();
  for (const way of ways) {
    const told = await judge(way);
    if (told.length > 0) wrong.push([way, told]);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`the cross: ${ways.length - wrong.length} of ${ways.length} ways were read right by both readers, ${seconds} s`);
  expect(wrong.slice(0, SHOWN)).toEqual([]);
});
