// Which amount or day do these bytes spell? The canonical forms only, without making a text of them; whatever else a cell may hold is
// for amount.ts and the careful reader, whose answer for the canonical forms is the same.
import { dayOf, exists } from '../core/day.ts';

/** Not a canonical cell. NaN, so that a sum of several cells tells at once whether all of them are. */
export const NOT_CANONICAL = Number.NaN;

const APOSTROPHE = 39;
const MINUS = 45;
const POINT = 46;

/** Fifteen digits are below 2^53 whatever they are. */
const LONGEST_AMOUNT = 15;

/** Minor units of `-?digits[.digits]`, with no more decimals than the currency has. */
export function amountIn(bytes: Uint8Array, from: number, to: number, exponent: number): number {
  const negative = bytes[from] === MINUS;
  let i = negative ? from + 1 : from;
  if (i === to || to - i > LONGEST_AMOUNT || bytes[i] === POINT) return NOT_CANONICAL;
  let units = 0;
  let decimals = -1;
  for (; i < to; i++) {
    const byte = bytes[i] as number;
    const digit = byte - 48;
    if (digit >= 0 && digit <= 9) {
      units = units * 10 + digit;
      if (decimals >= 0) decimals++;
    } else if (byte === POINT && decimals < 0) decimals = 0;
    else return NOT_CANONICAL;
  }
  if (decimals === 0 || decimals > exponent) return NOT_CANONICAL;
  for (let missing = exponent - Math.max(decimals, 0); missing > 0; missing--) units *= 10;
  if (!Number.isSafeInteger(units)) return NOT_CANONICAL;
  return negative ? 0 - units : units;
}

/** The day of `2026-06-30`, if the calendar has it. */
export function dayIn(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 10 || bytes[from + 4] !== MINUS || bytes[from + 7] !== MINUS) return NOT_CANONICAL;
  const year = digits(bytes, from, 4);
  const month = digits(bytes, from + 5, 2);
  const date = digits(bytes, from + 8, 2);
  return exists(year, month, date) ? dayOf(year, month, date) : NOT_CANONICAL;
}

/** Neither white space at an end, which the careful reader takes off, nor an apostrophe at the start, which it may; ASCII at both ends. */
export function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] as number;
  const last = bytes[to - 1] as number;
  return first > 32 && first < 127 && first !== APOSTROPHE && last > 32 && last < 127;
}

function digits(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) return NOT_CANONICAL;
    value = value * 10 + digit;
  }
  return value;
}
