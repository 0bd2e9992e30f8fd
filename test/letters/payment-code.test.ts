// When is there a code to scan, and what does it pay? EPC069-12, version 002: one line a rule.
import { expect, test } from 'vitest';
import type { Currency } from '../../src/core/currency.ts';
import { minor } from '../../src/core/money.ts';
import { paymentCode } from '../../src/letters/payment-code.ts';

const transfer = {
  payee: 'Kernévad Distribution SAS',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: '',
  amount: minor(123_456),
  currency: 'EUR' as Currency,
  reference: 'C016 2026-06-30',
};
const code = (change: Partial<typeof transfer> | object = {}): string | undefined => paymentCode({ ...transfer, ...change });
const line = (at: number, change: object = {}): string | undefined => code(change)?.split('\n')[at];

test('name, account, amount and reference stand in the lines they have', () => {
  expect(code()).toBe(
    'BCD\n002\n1\nSCT\n\nKernévad Distribution SAS\nFR7630006000011234567890189\nEUR1234.56\n\n\nC016 2026-06-30',
  );
});

test.each([
  [1, 'EUR0.01'],
  [100, 'EUR1.00'],
  [1_005, 'EUR10.05'],
  [99_999_999_999, 'EUR999999999.99'],
])('%i cents are %s', (amount, said) => {
  expect(line(7, { amount: minor(amount) })).toBe(said);
});

test.each([
  ['no currency but the euro', { currency: 'USD' }],
  ['nothing', { amount: minor(0) }],
  ['less than nothing', { amount: minor(-1) }],
  ['more than there is room for', { amount: minor(100_000_000_000) }],
  ['no account', { iban: '' }],
  ['an account outside of SEPA', { iban: 'TN59 1000 6035 1835 9847 8831', bic: 'BTBKTNTT' }],
  ['an account beyond the EEA without its BIC', { iban: 'GB33 BUKB 2020 1555 5555 55' }],
  ['no name', { payee: ' ' }],
  ['a name of 71 characters', { payee: 'x'.repeat(71) }],
  ['a reference of 141 characters', { reference: 'x'.repeat(141) }],
  ['331 bytes and more', { payee: 'é'.repeat(70), reference: 'é'.repeat(140) }],
])('%s: no code', (_, change) => {
  expect(code(change)).toBeUndefined();
});

test('an account beyond the EEA goes with its BIC', () => {
  expect(line(4, { iban: 'GB33 BUKB 2020 1555 5555 55', bic: 'BUKBGB22' })).toBe('BUKBGB22');
});

test('70 and 140 characters fit, and no text holds the end of a line', () => {
  expect(line(5, { payee: 'x'.repeat(70) })).toHaveLength(70);
  expect(line(10, { reference: 'x'.repeat(140) })).toHaveLength(140);
  expect(code({ reference: 'a\nEUR1.00', payee: 'b\r\nc' })?.split('\n')).toHaveLength(11);
});
