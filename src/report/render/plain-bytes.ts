// How do rows of plain values become bytes? Columns are laid into the memory of a kernel (plain.wat) and come back as pieces of 64 KiB:
// without an object or a text per cell, and as fast for the first rows as for later ones.
import { assert } from '../../core/assert.ts';
import { exponentOf } from '../../core/currency.ts';
import { disarmed } from '../../core/formula.ts';
import { Texts } from '../../core/texts.ts';
import { type Global, instance, type Memory, PAGE } from '../../core/wasm.ts';
import type { PlainColumn, PlainRows } from '../plain.ts';
import { MODULE } from './plain-module.ts';

const PIECE = 1 << 16;
/** Words of a lane. */
const LANE = 4;
/** What a cell may touch beyond its bytes: a figure is put together in 32, a text copied eight at a time. */
const CELL_ROOM = 32;

type Form = {
  /** The byte between two cells. */
  readonly mark: number;
  /** What the format makes of a text. */
  readonly escaped: (text: string) => string;
};

/** What plain.wat exports; each function is described there. */
type Code = {
  readonly memory: Memory;
  readonly end: Global;
  readonly longest: Global;
  readonly unusual: Global;
  readonly broken: Global;
  split(from: number, end: number, out: number, most: number, odd: number): number;
  rows(block: number, row: number, count: number, out: number, limit: number): number;
};

/** The heading and the rows; undefined where cells must do: an engine that compiles nothing, memory that is short, a text that holds a NUL. */
export function plainPieces(heading: string, rows: PlainRows, form: Form): Iterable<Uint8Array> | undefined {
  let sheet: Sheet;
  try {
    sheet = new Sheet();
  } catch {
    return undefined;
  }
  const lanes = rows.columns.flatMap((column) => sheet.lane(column, rows.currencies, form.escaped) ?? []);
  if (lanes.length < rows.columns.length * LANE) return undefined;
  const block = sheet.put(
    Int32Array.of(
      sheet.put(Int32Array.from(lanes)),
      rows.columns.length,
      sheet.put(rows.order),
      sheet.put(rows.currencyOf),
      sheet.put(Uint8Array.from(rows.currencies, exponentOf)),
      form.mark,
      sheet.put(rows.memberOf),
      0,
    ),
  );
  return sheet.pieces(`${heading}\n`, block, rows.order.length);
}

function textsOf(column: Extract<PlainColumn, { readonly texts: unknown }>): Texts {
  return column.kind === 'shared' ? new Texts([...column.texts]) : column.texts;
}

/** The memory of the kernel, and what lies in it. */
class Sheet {
  readonly #code = instance(MODULE) as Code;
  #taken = 64;
  /** Where the texts laid last end. */
  #laidEnd = 0;
  /** No row takes more bytes than this. */
  #widest = 0;

  /** The words of a lane; undefined for texts that cannot be told apart. */
  lane(column: PlainColumn, currencies: readonly string[], escaped: (text: string) => string): number[] | undefined {
    this.#widest += CELL_ROOM;
    if (column.kind === 'money') return [1, this.put(column.amounts), 0, 0];
    if (column.kind === 'days') return [2, this.put(new Float64Array(column.days)), 0, 0];
    const texts = this.#texts(column.kind === 'currency' ? new Texts([...currencies]) : textsOf(column), escaped);
    if (texts === undefined) return undefined;
    this.#widest += this.#code.longest.value;
    if (column.kind === 'currency') return [4, ...texts, 0];
    return column.kind === 'shared' ? [3, ...texts, this.put(column.codes)] : [0, ...texts, 0];
  }

  /** Lays texts into memory as the format writes them: where their ends are written, and where the first begins. */
  #texts(texts: Texts, escaped: (text: string) => string): [number, number] | undefined {
    const { split, unusual, memory } = this.#code;
    const from = this.#laid(texts);
    const ends = this.#take(texts.length * 4);
    const odd = this.#take(texts.length * 4);
    if (split(from, this.#laidEnd, ends, texts.length, odd) !== texts.length) return undefined;
    if (unusual.value === 0) return [ends, from];
    const written = texts.all.slice();
    for (const i of new Int32Array(memory.buffer, odd, unusual.value)) written[i] = escaped(disarmed(texts.at(i)));
    const again = this.#laid(new Texts(written));
    split(again, this.#laidEnd, ends, texts.length, odd);
    return [ends, again];
  }

  /** Lays texts into memory, each ended by a NUL, and returns where the first begins. */
  #laid(texts: Texts): number {
    const { bytes } = texts;
    const from = this.put(bytes);
    this.#laidEnd = from + bytes.length;
    return from;
  }

  /** Lays a column into memory, and returns its place. */
  put(column: Int32Array | Float64Array | Uint8Array): number {
    const at = this.#take(column.byteLength);
    const bytes = new Uint8Array(this.#code.memory.buffer, at, column.byteLength);
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    return at;
  }

  *pieces(heading: string, block: number, count: number): Iterable<Uint8Array> {
    yield Buffer.from(heading);
    const { memory, end, rows, broken } = this.#code;
    const out = this.#take(PIECE + this.#widest);
    for (let row = 0; row < count; ) {
      row = rows(block, row, count, out, out + PIECE);
      assert(broken.value === 0, 'not a whole number of minor units: an amount of the report');
      // A copy: the next piece is written to the same place.
      yield new Uint8Array(memory.buffer).slice(out, end.value);
    }
  }

  #take(size: number): number {
    const at = this.#taken;
    this.#taken = (at + size + 63) & ~63;
    const { memory } = this.#code;
    // Texts are read eight bytes at a time, so a little lies behind the last one.
    const missing = this.#taken + CELL_ROOM - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return at;
  }
}
