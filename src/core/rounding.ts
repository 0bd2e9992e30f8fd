// Which way does a fraction of a cent go? Each rule has a name, and every product and quotient of amounts names its rule.
import { assert } from './assert.ts';
import { type Minor, minor } from './money.ts';

/** `half-up`: halves go away from zero, as on a French account. `half-even`: to the even neighbour. `down`: towards zero. */
export type Rounding = 'half-up' | 'half-even' | 'down';

/** amount × numerator ÷ denominator, rounded once. Factors are integers; bigint takes over where a product could leave 2^53. */
export function mulDiv(amount: number, numerator: number, denominator: number, rounding: Rounding): Minor {
  if (!Number.isSafeInteger(amount)) assert(false, `mulDiv: amount ${amount} is not an integer`);
  if (!Number.isSafeInteger(numerator)) assert(false, `mulDiv: numerator ${numerator} is not an integer`);
  if (!(Number.isSafeInteger(denominator) && denominator !== 0)) assert(false, `mulDiv: denominator ${denominator}`);
  const product = amount * numerator;
  if (Number.isSafeInteger(product)) return minor(divideSmall(product, denominator, rounding));
  return minor(Number(divideBig(BigInt(amount) * BigInt(numerator), BigInt(denominator), rounding)));
}

function divideSmall(dividend: number, divisor: number, rounding: Rounding): number {
  // The remainder of two safe integers is exact; the quotient is derived from it, because dividend / divisor may round.
  const remainder = dividend % divisor;
  const quotient = (dividend - remainder) / divisor;
  if (remainder === 0) return quotient;
  const away = Math.sign(dividend) * Math.sign(divisor);
  const rest = Math.abs(remainder);
  const other = Math.abs(divisor) - rest;
  return roundsAway(Math.sign(rest - other), quotient % 2 !== 0, rounding) ? quotient + away : quotient;
}

/** The same of whole numbers of any size. */
export function divideBig(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const remainder = dividend % divisor;
  const quotient = dividend / divisor;
  if (remainder === 0n) return quotient;
  const away = dividend < 0n === divisor < 0n ? 1n : -1n;
  const rest = remainder < 0n ? -remainder : remainder;
  const other = (divisor < 0n ? -divisor : divisor) - rest;
  const side = rest > other ? 1 : rest < other ? -1 : 0;
  return roundsAway(side, quotient % 2n !== 0n, rounding) ? quotient + away : quotient;
}

/** `side`: below (−1), at (0) or above (1) the half. */
function roundsAway(side: number, quotientIsOdd: boolean, rounding: Rounding): boolean {
  if (rounding === 'down') return false;
  if (side !== 0) return side > 0;
  return rounding === 'half-up' || quotientIsOdd;
}
