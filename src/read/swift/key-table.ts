// What does each key of a column mean? A number a key, in the machine's memory, so that a kernel can look it up.
import type { Machine } from './machine.ts';

export class KeyTable {
  /** Keys that have a meaning: those from 0 to `size` - 1. */
  size = 0;
  /** Place of the numbers; another one after the table has grown. */
  place: number;
  readonly #machine: Machine;
  #capacity = 256;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.place = machine.take(this.#capacity * 4);
  }

  set(key: number, meaning: number): void {
    this.#machine.words[(this.place >> 2) + key] = meaning;
  }

  /** Gives the next key a meaning. */
  push(meaning: number): void {
    this.reach(this.size + 1);
    this.set(this.size - 1, meaning);
  }

  /** As many keys as this have a meaning: those that had none mean 0, of which memory is full that nobody had. */
  reach(size: number): void {
    this.size = size;
    if (size <= this.#capacity) return;
    const capacity = Math.max(size, this.#capacity * 2);
    const place = this.#machine.take(capacity * 4);
    this.#machine.bytes.copyWithin(place, this.place, this.place + this.#capacity * 4);
    this.place = place;
    this.#capacity = capacity;
  }
}
