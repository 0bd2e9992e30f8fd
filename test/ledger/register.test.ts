// Which ids of a ledger does the register know, and which might it know under another spelling?
import { expect, test } from 'vitest';
import { differencesOf, matchIds } from '../../src/ledger/register.ts';
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

test.each([
  ['C1', 'c1', ['case']],
  ['00012', '12', ['leading zeros']],
  ['411DUPONT', 'DUPONT', ['the prefix of an account']],
  ['411-DUPONT', '411DUPONT', ['the prefix of an account']],
  ['411-00dupont', 'DUPONT', ['case', 'leading zeros', 'the prefix of an account']],
])('%s differs from %s by %j', (id, other, by) => {
  expect(differencesOf(id, other)).toEqual(by);
});
