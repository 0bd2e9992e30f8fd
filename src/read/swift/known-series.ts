// Which series of numbers does the kernel know? Those of the ledger, in the slots of numbers.wat; a series it meets for the first time
// becomes one of the ledger's, if there can be more.
import { assert } from '../../core/assert.ts';
import { LONGEST_PREFIX, type Series } from '../../ledger/series.ts';
import type { Machine } from './machine.ts';

/** Slots numbers.wat has, each of 32 bytes. */
const SLOTS = 512;
const SLOT = 32;
/** As many as there can be, most of them from a batch that had not twice as many rows: they are none, but random texts, or such as happen to end in digits. */
const [MANY, ROWS_OF_ONE] = [128, 2];
/** What numbers.wat is told of them: there may be more, there are no more, there are none and will be none. */
const [SOME, ALL, NONE] = [0, 1, 2] as const;

export class KnownSeries {
  /** Place of the slots. */
  readonly slots: number;
  readonly #machine: Machine;
  readonly #series: Series;
  /** Where a series is described on its way into a slot. */
  readonly #described: number;
  #known = 0;

  constructor(machine: Machine, series: Series) {
    this.#machine = machine;
    this.#series = series;
    this.slots = machine.take(SLOTS * SLOT);
    this.#described = machine.take(SLOT);
  }

  /** Series there are. */
  get count(): number {
    return this.#series.count;
  }

  /** ALL when no text of another series will ever have one, NONE when none will have any. Brings in what other readers added. */
  bring(): number {
    this.#bring();
    if (!this.#series.full) return SOME;
    return this.count === 0 ? NONE : ALL;
  }

  /**
   * Gives up where the first `rows` rows of a batch that began with `before` series brought all there can be: those are forgotten, and the batch is to be read anew.
   */
  giveUp(before: number, rows: number): boolean {
    const more = this.count - before;
    if (!this.#series.full || more < MANY || rows > more * ROWS_OF_ONE) return false;
    this.#series.close(before);
    this.#machine.bytes.fill(0, this.slots, this.slots + SLOTS * SLOT);
    this.#known = 0;
    return true;
  }

  /** Makes the series of a text known that is not yet. */
  meet(text: string): void {
    const bytes = Buffer.from(text);
    const { count } = this.#series;
    this.#series.code(bytes, bytes.length);
    assert(this.#series.count > count, 'a known series of numbers was not found');
  }

  #bring(): void {
    const { bytes, words, code } = this.#machine;
    for (; this.#known < this.#series.count; this.#known++) {
      const number = this.#known + 1;
      bytes.fill(0, this.#described, this.#described + LONGEST_PREFIX);
      bytes.set(this.#series.prefix(number), this.#described);
      words.set([this.#series.digits(number), number], (this.#described + LONGEST_PREFIX) >> 2);
      code.know(this.slots, this.#described);
    }
  }
}
