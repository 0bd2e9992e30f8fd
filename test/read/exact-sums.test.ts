// What is too large to be summed exactly? The amounts of a currency, or what was paid of them; a sum at the bound is none.
import { expect, test } from 'vitest';
import { COLUMNS } from '../../src/ledger/field.ts';
import { parseTerms } from '../../src/policy/parse-terms.ts';
import type { Terms } from '../../src/policy/terms.ts';
import { bytesOf, type Request, readBy } from './both-readers.ts';

const HEADINGS = 'customer,date,due,currency,amount,base,open_amount,paid_amount\n';
const OWN: Request = { columns: COLUMNS.filter((name) => name !== 'base') };
const HALVES: Request = { ...OWN, terms: parseTerms('50% 30 days; 50% 60 days') as Terms };

const CASES: readonly [string, boolean, string, Request][] = [
  ['paid amounts at the bound', true, 'C,2026-01-01,2026-01-31,EUR,1.00,,,45035996273704.95\n'.repeat(2), OWN],
  ['paid amounts beyond it', false, 'C,2026-01-01,2026-01-31,EUR,1.00,,,45035996273704.96\n'.repeat(2), OWN],
  ['one of two currencies each', true, ['EUR', 'USD'].map((c) => `C,2026-01-01,,${c},1.00,,,60000000000000.00\n`).join(''), OWN],
  ['what an open amount goes before', true, 'C,2026-01-01,2026-01-31,EUR,1.00,,0.50,60000000000000\n'.repeat(2), OWN],
  ['what is worth more in the books', false, 'C,2026-01-01,2026-01-31,USD,0.01,900.00,,2000000000.00\n', {}],
  ['of instalments, at the bound', true, 'C,2026-01-01,,EUR,1.00,,,45035996273704.95\n'.repeat(2), HALVES],
  ['of instalments, beyond it', false, 'C,2026-01-01,,EUR,1.00,,,45035996273704.96\n'.repeat(2), HALVES],
];

test.each(CASES)('%s can be summed: %s', async (_, exact, rows, request) => {
  const read = await readBy(undefined, [bytesOf(HEADINGS + rows)], { piece: 1 << 16 }, request);
  expect(read?.whole).toBe(exact);
});
