// Is a ledger read to the cent and the day however it is written? Any two choices of cross-files.ts meet here; `npm run soak` goes through all of them.
import { expect, test } from 'vitest';
import { share } from '../harness/share.ts';
import { agree, readBy } from './both-readers.ts';
import { everyWay, fewWays, fileIn, lineOf, TELLS_DECIMAL, TELLS_ORDER, type Way } from './cross-files.ts';
import { judge } from './cross-read.ts';

const FEW = fewWays();
const named = (way: Way): string => JSON.stringify(Object.values(way).join(' '));

test('any two choices that can meet do so in some way', () => {
  const pairs = (ways: readonly Way[]): Set<string> => {
    const met = new Set<string>();
    for (const way of ways) {
      const choices = Object.entries(way).map((choice) => choice.join('='));
      for (const one of choices) for (const other of choices) met.add(`${one} ${other}`);
    }
    return met;
  };
  expect(pairs(FEW)).toEqual(pairs(everyWay()));
});

test.each(FEW.map((way) => [named(way), way] as const))('written in %s the story is read by both readers', async (_, way) => {
  expect(await judge(way)).toEqual([]);
});

/** Where nothing but the row that tells leaves the other order out. */
const ORDERED: readonly Way['days'][] = ['dmy', 'mdy', 'd.m.yy', 'dmy6'];

test('the line that is shown as evidence is the one that tells', async () => {
  for (const way of FEW) {
    const read = await readBy(undefined, [fileIn(way)], { piece: 1 << 16 });
    const { decimal, days } = read?.understanding[0]?.spelling ?? {};
    const date = days?.find(({ field }) => field === 'date');
    expect([decimal?.by, decimal?.told?.line], named(way)).toEqual(['counted', lineOf(TELLS_DECIMAL)]);
    expect([date?.by, date?.told?.line], named(way)).toEqual(['alone', ORDERED.includes(way.days) ? lineOf(TELLS_ORDER) : 2]);
  }
});

test('it does not matter in which pieces the bytes arrive', async () => {
  for (const way of share(FEW)) await agree(fileIn(way));
});
