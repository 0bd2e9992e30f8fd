// Where do cells and rows end in a piece whose quotes are not all of RFC 4180? Byte by byte, as the careful reader sees it: a quote opens a
// cell only at its start; any other is a character. Writes what `index` of structure.wat writes.
import type { Machine } from './machine.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Returns why the first row cannot be told, or undefined: rows before one that cannot be told are given, and are the last ones then. */
export function markByByte(machine: Machine, from: number, end: number, last: boolean): string | undefined {
  const { bytes, code, words } = machine;
  const delimiter = code.delimiter.value;
  const marks = code.marks.value >> 2;
  const rows = code.rows.value >> 2;
  let mark = 1;
  let row = 0;
  let breaks = 0;
  let returns = 0;
  let counted = 0;
  let at = from;
  while (at < end) {
    if (bytes[at] === QUOTE) {
      const close = closing(bytes, at, end);
      if (close === end) {
        if (last && row === 0) return 'a quote that is never closed';
        break;
      }
      for (let i = at; i < close; i++) if (bytes[i] === LF) breaks++;
      at = close + 1;
    } else while (bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR && at < end) at++;
    // A cell that goes on in the next piece.
    if (at >= end) break;
    if (bytes[at] === CR) at++;
    if (bytes[at] !== delimiter && bytes[at] !== LF) {
      if (at >= end || row > 0) break;
      return 'a character behind the quote that ends a cell';
    }
    words[marks + mark] = at;
    if (bytes[at] === LF) {
      words[rows + ++row] = mark;
      counted = breaks;
      if (bytes[at - 1] === CR) returns++;
    }
    mark++;
    at++;
  }
  code.rowCount.value = row;
  code.breaks.value = counted;
  code.returns.value = returns;
  return undefined;
}

/** The quote that ends the cell begun at `at`, or `end`. A quote written twice is a character of the cell. */
function closing(bytes: Uint8Array, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    if (bytes[i] !== QUOTE) continue;
    if (bytes[i + 1] !== QUOTE || i + 1 >= end) return i;
    i++;
  }
  return end;
}
