// What share, rate or factor does a cell hold? `0.9`, `90 %`: decimals are kept as whole numbers over a power of ten, never as fractions of two.
import type { Ratio } from '../ledger/side-table.ts';

/** A coefficient of a credit limit beyond this is a slip: 110 for 1.10. */
export const MOST_OF_A_COEFFICIENT = 10;

/** More digits than this would leave the range of exact products. */
const LONGEST = 12;

/** A share of 1 (`0.9`, `90 %`); a dot or a comma for the decimals. Undefined for all else: a bare 20 could be a fifth, or a slip. */
export function parseRatio(text: string): Ratio | undefined {
  const match = /^(\d+)(?:[.,](\d+))?\s*(%?)$/.exec(text);
  if (match === null) return undefined;
  const decimals = match[2] ?? '';
  const digits = (match[1] as string) + decimals;
  if (digits.length > LONGEST) return undefined;
  const hundredths = match[3] === '%' ? 100 : 1;
  const ratio = { numerator: Number(digits), denominator: 10 ** decimals.length * hundredths };
  // Neither a share nor a rate of tax is above the whole.
  return ratio.numerator > ratio.denominator ? undefined : ratio;
}

/** A factor above 0, as of one currency to another: `0.923`, `1,0834`, `6.1E-03`. It has no thousands, so its only mark stands before its decimals. */
export function parseFactor(text: string): Ratio | undefined {
  const [, whole, decimals = '', power = '0'] = /^(\d+)(?:[.,](\d+))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = (whole + decimals).replace(/^0+/, '');
  const scale = decimals.length - Number(power);
  if (digits === '' || Math.max(digits.length - Math.min(scale, 0), scale) > LONGEST) return undefined;
  return { numerator: Number(digits) * 10 ** Math.max(-scale, 0), denominator: 10 ** Math.max(scale, 0) };
}

/** A factor of so much at the most, as a coefficient or a number of months. */
export function parseFactorUpTo(text: string, most: number): Ratio | undefined {
  const factor = parseFactor(text);
  return factor === undefined || factor.numerator > factor.denominator * most ? undefined : factor;
}
