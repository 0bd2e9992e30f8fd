// Do two cells say the same, as far as their bytes tell? Equal bytes are equal texts; other bytes are another text where a cell can be written in one way only.
import type { Window } from './window.ts';

const ZERO = 48;

/** True when a cell has the bytes of the one above it. */
export function isAsAbove(bytes: Uint8Array, window: Window, row: number, field: number): boolean {
  const start = window.startOf(row, field);
  const length = window.endOf(row, field) - start;
  const above = window.startOf(row - 1, field);
  if (window.endOf(row - 1, field) - above !== length) return false;
  // What tells two numbers apart stands at their ends.
  for (let i = length - 1; i >= 0; i--) if (bytes[start + i] !== bytes[above + i]) return false;
  return true;
}

/** True for a cell that begins and ends in a letter or digit, not all of them zeros: no other bytes say the same number. */
export function isBareNumber(bytes: Uint8Array, window: Window, row: number, field: number): boolean {
  const [start, end] = [window.startOf(row, field), window.endOf(row, field)];
  if (start === end || !isAlphanumeric(bytes[start] as number) || !isAlphanumeric(bytes[end - 1] as number)) return false;
  for (let at = start; at < end; at++) if ((bytes[at] as number) > ZERO) return true;
  return false;
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}
