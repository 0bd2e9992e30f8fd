// Which series of numbers does the kernel know? Those of the ledger, in the slots of numbers.wat; a series it meets for the first time
// becomes one of the ledger's, if there can be more.
import { assert } from '../../core/assert.ts';
import { LONGEST_PREFIX, type Series } from '../../ledger/series.ts';
import type { Machine } from './machine.ts';

/** Slots numbers.wat has, each of 32 bytes. */
const SLOTS = 512;
const SLOT = 32;

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

  /** True when no text of another series will ever have one. Brings in what other readers added. */
  get all(): boolean {
    this.#bring();
    return this.#series.full;
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
