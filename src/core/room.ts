// Where does what a kernel works on lie? Places in the memory of a module of WebAssembly, taken in order and never given back.
import { assert, Defect } from './assert.ts';
import { instance, type Memory, PAGE } from './wasm.ts';

/** Rows of a column that lie in memory at one time. */
export const BATCH = 4096;

type Column = Int32Array | Uint8Array | Float64Array;
type View = {
  readonly word: Int32ArrayConstructor;
  readonly byte: Uint8ArrayConstructor;
  readonly double: Float64ArrayConstructor;
};
const VIEWS: View = { word: Int32Array, byte: Uint8Array, double: Float64Array };

/** Places begin at multiples of this: a line of the cache. */
export const LINE = 64;

/** Kernels reckon with places of 31 bits. */
const MOST = 2 ** 31;

export class Room {
  readonly #memory: Memory;
  #taken = LINE;
  readonly #lanes: { readonly column: Column | undefined; readonly as: keyof View; readonly at: number }[] = [];

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** The place of `size` bytes nobody else has, zeroed. Views made before may be of no use after it. Throws where memory is short. */
  take(size: number): number {
    const at = this.#taken;
    this.#taken = at + Math.ceil(size / LINE) * LINE;
    if (this.#taken > MOST) throw new RangeError(`no place for ${size} bytes behind ${at}`);
    const missing = this.#taken - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    return at;
  }

  /** Lays what a whole column holds into memory, and returns its place; zeros lie behind it, as many as are asked for. */
  put(column: Column, behind = 0): number {
    const at = this.take(column.byteLength + behind);
    new Uint8Array(this.#memory.buffer, at, column.byteLength).set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
    );
    return at;
  }

  bytes(at: number, count: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, at, count);
  }

  words(at: number, count: number): Int32Array {
    return new Int32Array(this.#memory.buffer, at, count);
  }

  doubles(at: number, count: number): Float64Array {
    return new Float64Array(this.#memory.buffer, at, count);
  }

  /** The place where batches of a column will lie, each entry in what the kernel reads it as; a column that is not there is all zeros. */
  lane(column: Column | undefined, as: keyof View): number {
    const known = this.#lanes.find((lane) => lane.as === as && isSame(lane.column, column));
    if (known !== undefined) return known.at;
    const at = this.take(BATCH * VIEWS[as].BYTES_PER_ELEMENT);
    this.#lanes.push({ column, as, at });
    return at;
  }

  /** Lays `count` rows of all lanes into memory, batch by batch, and says of each how many it has. */
  eachBatch(count: number, take: (rows: number) => void): void {
    const lanes = this.#lanes.flatMap(({ column, as, at }) => {
      if (column === undefined) return [];
      // What lies there from the batch before must never pass for rows.
      assert(column.length >= count, `a column of ${column.length} rows where there are ${count}`);
      return [{ column, view: new VIEWS[as](this.#memory.buffer, at, BATCH) }];
    });
    for (let from = 0; from < count; from += BATCH) {
      const to = Math.min(count, from + BATCH);
      for (const { column, view } of lanes) view.set(column.subarray(from, to));
      take(to - from);
    }
  }
}

/** One column under two names: what is open is the column of amounts itself while nothing is settled. */
function isSame(a: Column | undefined, b: Column | undefined): boolean {
  return a === b || (a !== undefined && a.buffer === b?.buffer && a.byteOffset === b.byteOffset && a.length === b.length);
}

/** A kernel brought to life, and the places of what `lay` has laid into its memory. */
export type Kernel<Code, Places> = { readonly code: Code; readonly room: Room; readonly places: Places };

/** Undefined where it cannot be: an engine that compiles nothing, or memory that is short. */
export function kernelOf<Code extends { readonly memory: Memory }, Places>(
  module: string,
  lay: (room: Room, code: Code) => Places,
): Kernel<Code, Places> | undefined {
  try {
    const code = instance(module) as Code;
    const room = new Room(code.memory);
    return { code, room, places: lay(room, code) };
  } catch (error) {
    // What the program contradicts itself in is no lack of memory.
    if (error instanceof Defect) throw error;
    return undefined;
  }
}

/** What a kernel finds; undefined for so few rows that a loop is through before one is brought to life. */
export function forMany<Found>(rows: number, byKernel: () => Found | undefined): Found | undefined {
  return rows < BATCH ? undefined : byKernel();
}
