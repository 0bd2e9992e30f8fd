// How is an amount split so that no cent is lost? The only way to split one: the parts always sum to the total.
import { assert, present } from './assert.ts';
import { type Minor, minor } from './money.ts';
import { mulDiv } from './rounding.ts';

/**
 * Splits `total` in proportion to `weights` (integers ≥ 0, not all 0). Each share is rounded towards zero; the units left
 * over go one by one to the largest fractions cut off, earliest first, so that the split is the same on every run.
 */
export function allocate(total: Minor, weights: readonly number[]): Minor[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  assert(Number.isSafeInteger(sum) && sum > 0, `allocate: weights sum to ${sum}`);
  assert(
    weights.every((w) => Number.isSafeInteger(w) && w >= 0),
    'allocate: weights must be integers ≥ 0',
  );
  const parts = weights.map((weight) => mulDiv(total, weight, sum, 'down') as number);
  const cutOff = weights.map((weight) => (BigInt(Math.abs(total)) * BigInt(weight)) % BigInt(sum));
  let left = total - parts.reduce((a, b) => a + b, 0);
  const unit = Math.sign(left);
  const order = weights
    .map((_, i) => i)
    .sort((a, b) => compareBig(present(cutOff[b], 'share'), present(cutOff[a], 'share')) || a - b);
  for (const i of order) {
    if (left === 0) break;
    parts[i] = present(parts[i], 'part') + unit;
    left -= unit;
  }
  assert(left === 0, `allocate: ${left} units left over`);
  return parts.map(minor);
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
