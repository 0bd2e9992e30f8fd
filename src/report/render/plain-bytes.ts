// How do rows of plain values become bytes? Columns are laid into the memory of a kernel (plain.wat) and come back as pieces of 64 KiB:
// without an object or a text per cell, and as fast for the first rows as for later ones.
import { assert } from '../../core/assert.ts';
import { exponentOf } from '../../core/currency.ts';
import { disarmed } from '../../core/formula.ts';
import { type Kernel, kernelOf, type Room } from '../../core/room.ts';
import { Texts } from '../../core/texts.ts';
import type { Global, Memory } from '../../core/wasm.ts';
import type { PlainColumn, PlainRows } from '../plain.ts';
import { MODULE } from './plain-module.ts';

const PIECE = 1 << 16;
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

/** The block that rows are written from, and where they are written to. */
type Places = { readonly block: number; readonly out: number };

/** The heading and the rows; undefined where cells must do: an engine that compiles nothing, memory that is short, a text that holds a NUL. */
export function plainPieces(heading: string, rows: PlainRows, form: Form): Iterable<Uint8Array> | undefined {
  const kernel = kernelOf<Code, Places>(MODULE, (room, code) => {
    const sheet = new Sheet(code, room, rows.currencies, form.escaped);
    const lanes = rows.columns.flatMap((column) => sheet.lane(column));
    const block = room.put(
      Int32Array.of(
        room.put(Int32Array.from(lanes)),
        rows.columns.length,
        room.put(rows.order),
        room.put(rows.currencyOf),
        room.put(Uint8Array.from(rows.currencies, exponentOf)),
        form.mark,
        room.put(rows.memberOf),
        0,
      ),
    );
    return { block, out: room.take(PIECE + sheet.widest) };
  });
  return kernel && pieces(`${heading}\n`, kernel, rows.order.length);
}

function* pieces(heading: string, { code, places }: Kernel<Code, Places>, count: number): Iterable<Uint8Array> {
  yield Buffer.from(heading);
  const { block, out } = places;
  for (let row = 0; row < count; ) {
    row = code.rows(block, row, count, out, out + PIECE);
    assert(code.broken.value === 0, 'not a whole number of minor units: an amount of the report');
    // A copy: the next piece is written to the same place.
    yield new Uint8Array(code.memory.buffer).slice(out, code.end.value);
  }
}

function textsOf(column: Extract<PlainColumn, { readonly texts: unknown }>): Texts {
  return column.kind === 'shared' ? new Texts([...column.texts]) : column.texts;
}

/** Lays columns into the memory of the kernel. */
class Sheet {
  /** No row takes more bytes than this. */
  widest = 0;
  readonly #code: Code;
  readonly #room: Room;
  readonly #currencies: readonly string[];
  readonly #escaped: (text: string) => string;

  constructor(code: Code, room: Room, currencies: readonly string[], escaped: (text: string) => string) {
    this.#code = code;
    this.#room = room;
    this.#currencies = currencies;
    this.#escaped = escaped;
  }

  /** The four words of a lane. Throws for texts that cannot be told apart. */
  lane(column: PlainColumn): number[] {
    const room = this.#room;
    this.widest += CELL_ROOM;
    if (column.kind === 'money') return [1, room.put(column.amounts), 0, 0];
    if (column.kind === 'days') return [2, room.put(new Float64Array(column.days)), 0, 0];
    const texts = this.#texts(column.kind === 'currency' ? new Texts([...this.#currencies]) : textsOf(column));
    this.widest += this.#code.longest.value;
    if (column.kind === 'currency') return [4, ...texts, 0];
    return column.kind === 'shared' ? [3, ...texts, room.put(column.codes)] : [0, ...texts, 0];
  }

  /** Lays texts into memory as the format writes them: where their ends are written, and where the first begins. */
  #texts(texts: Texts): [number, number] {
    const { split, unusual } = this.#code;
    const { bytes, length } = texts;
    const from = this.#laid(bytes);
    const ends = this.#room.take(length * 4);
    const odd = this.#room.take(length * 4);
    if (split(from, from + bytes.length, ends, length, odd) !== length) throw new Error('a NUL in a text');
    if (unusual.value === 0) return [ends, from];
    const written = texts.all.slice();
    for (const i of this.#room.words(odd, unusual.value)) written[i] = this.#escaped(disarmed(texts.at(i)));
    const escaped = new Texts(written).bytes;
    const again = this.#laid(escaped);
    split(again, again + escaped.length, ends, length, odd);
    return [ends, again];
  }

  /** Lays texts into memory, each ended by a NUL, and returns where the first begins. They are read eight bytes at a time, so a little lies behind the last one. */
  #laid(bytes: Uint8Array): number {
    return this.#room.put(bytes, CELL_ROOM);
  }
}
