// What amount does a cell hold? The one grammar of amounts: both readers end here for every cell that is not canonical.
import { LARGEST_SUM } from '../core/money.ts';

type AmountProblem = 'amount-unreadable' | 'amount-too-precise' | 'amount-too-large';

/**
 * `1234.50` with two decimals → 123450. Digits, an optional sign, and a dot with no more decimals than the currency has
 * (further zeros are allowed: 12.500 is 12.50). Never rounds, never passes through a fraction.
 */
export function parseAmount(text: string, exponent: number): number | AmountProblem {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return 'amount-unreadable';
  const decimals = match[3] ?? '';
  if (/[1-9]/.test(decimals.slice(exponent))) return 'amount-too-precise';
  const units = Number(match[2] + decimals.slice(0, exponent).padEnd(exponent, '0'));
  if (units > LARGEST_SUM) return 'amount-too-large';
  return match[1] === '-' ? 0 - units : units;
}

/** What is said of a cell that is no amount of a currency with `exponent` decimals. */
export function amountSaid(
  problem: AmountProblem,
  text: string,
  exponent: number,
): { readonly what: string; readonly fix: string } {
  const what = {
    'amount-unreadable': 'not an amount',
    'amount-too-precise': `more decimals than the currency has (${exponent})`,
    'amount-too-large': 'an amount beyond what can be added exactly',
  }[problem];
  return { what, fix: problem === 'amount-unreadable' ? amountHint(text) : 'check the amount and the currency of the row' };
}

/** What to write instead, for a cell that looks like an amount of another dialect. */
export function amountHint(text: string): string {
  if (/\d,\d{1,3}\D*$/.test(text) || /\d[ \u00a0\u202f'.,]\d{3}/.test(text)) {
    return 'write amounts as 1234.50: a dot for the decimals, no thousands marks';
  }
  if (/\d/.test(text) && /[€$£]|[A-Za-z]{3}/.test(text))
    return 'write the bare number here and the currency code in a column named currency';
  if (/^\(.*\)$|-$/.test(text)) return 'write a negative amount as -1234.50';
  return 'write amounts as 1234.50 or -1234.50';
}
