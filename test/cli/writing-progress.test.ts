// Does a run that writes many letters say how far it is, on a terminal and nowhere else?
import { expect, test } from 'vitest';
import { withProgress } from '../../src/cli/writing-progress.ts';
import type { Plan } from '../../src/io/apply.ts';
import type { World } from '../../src/io/world.ts';

const plan: Plan = {
  ...{ id: '2026-06-30-1', folder: 'letters', count: 10, replaces: () => [] },
  writes: Array.from({ length: 10 }, (_, i) => ({ name: `${i}.txt`, bytes: () => new Uint8Array() })),
};

/** A terminal on which `each` milliseconds go by between two looks at the clock. */
function terminal(each: number, isTerminal = true): { readonly world: World; readonly said: () => string } {
  let [now, said] = [0, ''];
  const stderr = { isTerminal, columns: 80, write: (piece: string | Uint8Array) => void (said += String(piece)) };
  return { world: { elapsed: () => (now += each), stderr } as unknown as World, said: () => said };
}

test('the bar begins after a second, goes on every fifth of one, and is taken away at the end', () => {
  const { world, said } = terminal(150);
  expect([...withProgress(plan, world).writes]).toEqual(plan.writes);
  const lines = said().split('\r\u001b[K').slice(1);
  expect(lines).toEqual([
    'writing letters [##################............] 6 of 10 files',
    'writing letters [########################......] 8 of 10 files',
    '',
  ]);
});

test('what is written within a second needs none, and a pipe gets none', () => {
  for (const { world, said } of [terminal(50), terminal(500, false)]) {
    expect([...withProgress(plan, world).writes]).toEqual(plan.writes);
    expect(said()).toBe('');
  }
});

test('the bar is taken away where a letter cannot be written', () => {
  const { world, said } = terminal(2000);
  for (const { name } of withProgress(plan, world).writes) if (name === '2.txt') break;
  expect(said()).toMatch(/2 of 10 files\r\u001b\[K$/);
});
