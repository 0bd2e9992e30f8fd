// Which ids of a ledger does the register know, and which might it know under another spelling?
import { expect, test } from 'vitest';
import { matchIds } from '../../src/ledger/register.ts';
import type { SideTable } from '../../src/ledger/side-table.ts';

function register(...ids: string[]): SideTable<'id'> {
  return { count: ids.length, text: (_: 'id', row: number) => ids[row] as string } as unknown as SideTable<'id'>;
}

test.each([
  ['00012', '12'],
  ['12', '00012'],
  ['411DUPONT', 'DUPONT'],
  ['DUPONT', '411DUPONT'],
  ['411-00012', '12'],
  ['4191DUPONT', '411DUPONT'],
  ['dupont', 'DUPONT'],
])('%s may be %s, which is told and never assumed', (id, known) => {
  expect(matchIds([id], register(known))).toEqual({ unknown: [id], alike: [{ id, known }] });
});

test.each([
  ['12', '120'],
  ['411', '41'],
  ['000', '00A'],
  ['DUPONT', 'DUPOND'],
])('%s is not %s', (id, known) => {
  expect(matchIds([id], register(known))).toEqual({ unknown: [id], alike: [] });
});

test('an id the register has is known, whatever else it looks like', () => {
  expect(matchIds(['12', '00012', '12'], register('12', '00012'))).toEqual({ unknown: [], alike: [] });
});
