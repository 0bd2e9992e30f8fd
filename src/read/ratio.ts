// What share or rate does a cell hold? `0.9`, `90 %`, `5.5`: decimals are kept as whole numbers over a power of ten, never as fractions of two.
import type { Ratio } from '../ledger/side-table.ts';

/** More digits than this would leave the range of exact products. */
const LONGEST = 12;

/** A share of 1 (`0.9`, `90 %`), or with `percent` a rate in hundredths (`20`, `20 %`); a dot or a comma for the decimals. Undefined for all else. */
export function parseRatio(text: string, percent: boolean): Ratio | undefined {
  const match = /^(\d+)(?:[.,](\d+))?\s*(%?)$/.exec(text);
  if (match === null) return undefined;
  const decimals = match[2] ?? '';
  const digits = (match[1] as string) + decimals;
  if (digits.length > LONGEST) return undefined;
  const hundredths = percent || match[3] === '%' ? 100 : 1;
  const ratio = { numerator: Number(digits), denominator: 10 ** decimals.length * hundredths };
  // Neither a share nor a rate of tax is above the whole.
  return ratio.numerator > ratio.denominator ? undefined : ratio;
}
