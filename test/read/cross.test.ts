// Is a ledger read to the cent and the day however it is written? Any two choices of cross-files.ts meet here; `npm run soak` goes through all of them.
import { expect, test } from 'vitest';
import { agree } from './both-readers.ts';
import { everyWay, fewWays, fileIn, type Way } from './cross-files.ts';
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

test('it does not matter in which pieces the bytes arrive', async () => {
  for (const way of FEW) await agree(fileIn(way));
});
