// Which known text do these bytes spell? A dictionary keyed by bytes: a customer, kind or currency that was seen before is found
// without making a string of it.

/** Open addressing; keys lie one after the other in one arena. A collision costs a comparison, never an answer. */
export class ByteKeys {
  #slots = new Int32Array(1 << 10);
  #mask = (1 << 10) - 1;
  #hashes = new Int32Array(1 << 9);
  #ends = new Int32Array(1 << 9);
  #arena = new Uint8Array(1 << 13);
  #count = 0;

  /** The number of the key, in the order first seen; a new key is given the next number, which equals the `size` before. */
  find(bytes: Uint8Array, from: number, to: number): number {
    let hash = to - from;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    hash ^= hash >>> 15;
    let slot = hash & this.#mask;
    for (;;) {
      const held = this.#slots[slot] as number;
      if (held === 0) return this.#add(slot, hash, bytes, from, to);
      if (this.#hashes[held - 1] === hash && this.#same(held - 1, bytes, from, to)) return held - 1;
      slot = (slot + 1) & this.#mask;
    }
  }

  get size(): number {
    return this.#count;
  }

  #same(key: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = key === 0 ? 0 : (this.#ends[key - 1] as number);
    const length = (this.#ends[key] as number) - start;
    if (length !== to - from) return false;
    for (let i = 0; i < length; i++) if (this.#arena[start + i] !== bytes[from + i]) return false;
    return true;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
    const key = this.#count++;
    if (key === this.#ends.length) {
      this.#ends = grown(this.#ends, new Int32Array(key * 2));
      this.#hashes = grown(this.#hashes, new Int32Array(key * 2));
    }
    const start = key === 0 ? 0 : (this.#ends[key - 1] as number);
    const end = start + to - from;
    if (end > this.#arena.length) this.#arena = grown(this.#arena, new Uint8Array(Math.max(end, this.#arena.length * 2)));
    this.#arena.set(bytes.subarray(from, to), start);
    this.#ends[key] = end;
    this.#hashes[key] = hash;
    this.#slots[slot] = key + 1;
    if (this.#count * 2 > this.#mask) this.#spread();
    return key;
  }

  /** Twice the slots, so that half of them are always free. */
  #spread(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(this.#mask + 1);
    for (let key = 0; key < this.#count; key++) {
      let slot = (this.#hashes[key] as number) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = key + 1;
    }
  }
}

function grown<A extends Int32Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
