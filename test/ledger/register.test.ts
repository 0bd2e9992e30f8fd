// Which ids of a ledger does the register know, and which might it know under another spelling?
import { expect, test } from 'vitest';
import { differencesOf, idsAlike, matchIds, rowsOfIds } from '../../src/ledger/register.ts';
import type { SideTable } from '../../src/ledger/side-table.ts';

/** Rows as `id`, or as `id name`. */
function register(...rows: string[]): SideTable<'id' | 'name'> {
  const text = (field: 'id' | 'name', row: number) => rows[row]?.split(' ')[field === 'id' ? 0 : 1] ?? '';
  return { count: rows.length, text } as unknown as SideTable<'id' | 'name'>;
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
  expect(matchIds([id], register(known))).toEqual({ unknown: [id], alike: [{ id, known }], named: [] });
});

test.each([
  ['12', '120'],
  ['411', '41'],
  ['000', '00A'],
  ['DUPONT', 'DUPOND'],
])('%s is not %s', (id, known) => {
  expect(matchIds([id], register(known))).toEqual({ unknown: [id], alike: [], named: [] });
});

test('an id the register has is known, whatever else it looks like', () => {
  expect(matchIds(['12', '00012', '12'], register('12', '00012'))).toEqual({ unknown: [], alike: [], named: [] });
});

test.each([
  ['the only row of the name', ['7 DURAND', '8 MARTIN'], 0],
  ['no row, where two have the name', ['7 DURAND', '8 DURAND'], undefined],
  ['the row whose id it is, whoever has the name', ['7 DURAND', 'DURAND MARTIN'], 1],
  ['no row of a name that differs', ['7 Durand'], undefined],
])('a customer whom the ledger knows by name is %s', (_, rows, row) => {
  expect(rowsOfIds(register(...rows))('DURAND')).toBe(row);
  expect(matchIds(['DURAND'], register(...rows)).named).toEqual(row === 0 ? ['DURAND'] : []);
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

test.each([
  [['12', '00012'], '12', '00012'],
  [['00012', '12', '12'], '12', '00012'],
  [['411DUPONT', 'DUPONT'], '411DUPONT', 'DUPONT'],
  [['416DUPONT', '411DUPONT'], '416DUPONT', '411DUPONT'],
  [['411-00012', '12'], '411-00012', '12'],
  [['dupont', 'DUPONT'], 'dupont', 'DUPONT'],
])('of the ids %j of one ledger, %s may be %s', (ids, id, known) => {
  expect(idsAlike(ids)).toEqual([{ id, known }]);
  expect(idsAlike(ids.toReversed())).toEqual([{ id, known }]);
});

test.each([
  ['a number may begin as an account does', ['1', '4111', '41101', '411', '4161']],
  ['an account alone is no prefix', ['411', '', '416']],
  ['zeros alone are no number', ['0A', 'A0', '10', '1']],
])('%s: no two of these ids are one customer', (_, ids) => {
  expect(idsAlike(ids)).toEqual([]);
});

test('of several ids that may be one, each is proposed for the one that lost nothing', () => {
  expect(idsAlike(['12', '0012', '00012'])).toEqual([
    { id: '0012', known: '00012' },
    { id: '12', known: '00012' },
  ]);
});
