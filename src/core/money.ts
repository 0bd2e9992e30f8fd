// What is an amount? A whole number of minor units (cents, yen, millimes) of one currency; never a binary fraction.
// A double holds every integer up to 2^53 − 1 exactly, so sums in any order agree as long as Σ|amount| stays below it:
// the builder of a ledger keeps that sum and refuses a ledger that passes the bound.
import { assert } from './assert.ts';

declare const minorUnits: unique symbol;

/** Whole minor units of the currency at hand. The exponent belongs to the currency, never to the amount. */
export type Minor = number & { readonly [minorUnits]: true };

/** The largest sum of absolute amounts a ledger may hold: 90 071 992 547 409.91 in a currency of two decimals. */
export const LARGEST_SUM = Number.MAX_SAFE_INTEGER;

/** Brands a number as an amount. Asserts a safe integer; turns −0 into 0, so that no report prints "-0.00". */
export function minor(value: number): Minor {
  // Called for every cell of a report: the message is made only when it is needed.
  if (!Number.isSafeInteger(value)) assert(false, `not a whole number of minor units: ${value}`);
  return (value === 0 ? 0 : value) as Minor;
}
