// What share or rate does a cell hold? `0.9`, `90 %`: decimals are kept as whole numbers over a power of ten, never as fractions of two.
import type { Ratio } from '../ledger/side-table.ts';

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
