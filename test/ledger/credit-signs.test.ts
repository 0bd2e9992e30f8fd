// Are credits stored with the sign that their file's convention gives them, whatever was presumed of it while it was read?
import { expect, test } from 'vitest';
import { CreditSigns } from '../../src/ledger/credit-signs.ts';
import { IS_CREDIT_KIND, kindCode } from '../../src/ledger/kind.ts';
import { ownColumns } from '../../src/ledger/own-columns.ts';

const ROWS = [
  ['invoice', 100],
  ['payment', 40],
  ['credit_note', 0],
  ['payment', -5],
  ['invoice', 7],
  ['payment', 9],
] as const;
const WRITTEN = ROWS.map(([, amount]) => amount);
const TURNED = [100, -40, 0, 5, 7, -9];

/** What is stored of the rows of a file, of which those from `presumedFrom` on were presumed to be without a minus. */
function stored(unsigned: boolean, presumedFrom: number) {
  const own = ownColumns(10);
  const base = new Float64Array(10);
  const signs = new CreditSigns(own);
  signs.startFile(2);
  const written: number[] = [];
  ROWS.forEach(([key, amount], i) => {
    const row = i + 2;
    if (i === presumedFrom) signs.presumeUnsigned(row);
    const kind = kindCode(key);
    own.kind[row] = kind;
    own.amount[row] = signs.stored(row, amount, IS_CREDIT_KIND[kind] === 1);
    base[row] = amount;
    written.push(signs.written(row));
  });
  signs.decide(unsigned, 8, base);
  const rows = (column: Float64Array): number[] => [...column.subarray(2, 8)];
  return { written, amounts: rows(own.amount), bases: rows(base), after: ROWS.map((_, i) => signs.written(i + 2)) };
}

test.each([0, 1, 2, 3, 5, 6])('presumed to be without a minus from row %i on', (from) => {
  expect(stored(true, from)).toEqual({ written: WRITTEN, amounts: TURNED, bases: TURNED, after: TURNED });
  expect(stored(false, from)).toEqual({ written: WRITTEN, amounts: WRITTEN, bases: WRITTEN, after: WRITTEN });
});

test('nothing stays nothing, without a sign', () => {
  for (const from of [0, 6]) expect(Object.is(stored(true, from).amounts[2], 0)).toBe(true);
});
