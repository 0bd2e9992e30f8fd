// How are many texts kept of which most are never looked at? As the bytes of UTF-8 they were read from, until somebody asks for one: what goes from one
// file into another is neither decoded nor encoded.

export class Texts {
  /** The first ones. */
  readonly #known: string[];
  /** Those behind them, each ended by a NUL. */
  #bytes: Uint8Array[] = [];
  #count: number;
  #joined: Uint8Array | undefined;

  constructor(texts: string[]) {
    this.#known = texts;
    this.#count = texts.length;
  }

  get length(): number {
    return this.#count;
  }

  push(text: string): void {
    this.all.push(text);
    this.#count++;
    this.#joined = undefined;
  }

  /** So many texts, each ended by a NUL, in UTF-8. */
  pushBytes(bytes: Uint8Array, count: number): void {
    this.#bytes.push(bytes);
    this.#count += count;
    this.#joined = undefined;
  }

  at(i: number): string {
    return (i < this.#known.length ? this.#known : this.all)[i] as string;
  }

  /** All of them, as they are: not to be changed. */
  get all(): string[] {
    if (this.#known.length < this.#count) {
      const more = Buffer.concat(this.#bytes).toString('utf8').split('\0');
      // Behind the last NUL stands nothing.
      more.pop();
      // Not a longer list in the place of this one: where two readers take turns, their texts come by ones and twos.
      for (const text of more) this.#known.push(text);
      this.#bytes = [];
    }
    return this.#known;
  }

  /** Each ended by a NUL, in UTF-8. */
  get bytes(): Uint8Array {
    if (this.#joined === undefined) {
      const known = this.#known.length === 0 ? '' : `${this.#known.join('\0')}\0`;
      this.#joined = Buffer.concat([Buffer.from(known), ...this.#bytes]);
    }
    return this.#joined;
  }
}
