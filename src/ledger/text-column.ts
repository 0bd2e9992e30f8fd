// Where do ten million document numbers live? In one arena of UTF-8 bytes with an end offset a row; decoded only when shown.
import { assert, present } from '../core/assert.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A column of texts. Rows are appended in order; an empty text takes no bytes. */
export class TextColumn {
  #bytes = new Uint8Array(1 << 12);
  #ends = new Uint32Array(1 << 10);
  #rows = 0;
  #used = 0;

  /** Rows appended so far. */
  get length(): number {
    return this.#rows;
  }

  /** The arena. Row `r` holds the bytes from `start(r)` to `end(r)`. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  start(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] as number);
  }

  end(row: number): number {
    return this.#ends[row] as number;
  }

  isEmpty(row: number): boolean {
    return this.start(row) === this.end(row);
  }

  at(row: number): string {
    return decoder.decode(this.#bytes.subarray(this.start(row), this.end(row)));
  }

  append(text: string): void {
    if (text !== '') {
      // A UTF-16 unit is at most three bytes of UTF-8.
      this.#reserve(text.length * 3);
      this.#used += present(encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written, 'encoded length');
    }
    this.#endRow();
  }

  /** Appends the bytes from `from` to `to`, which must be UTF-8. */
  appendBytes(bytes: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    const arena = this.#bytes;
    let used = this.#used;
    // Numbers of documents are short: a loop is quicker than a view on the bytes.
    for (let i = from; i < to; i++) arena[used++] = bytes[i] as number;
    this.#used = used;
    this.#endRow();
  }

  /** Forgets the rows from `rows` on. */
  truncate(rows: number): void {
    this.#rows = Math.min(this.#rows, rows);
    this.#used = this.#rows === 0 ? 0 : (this.#ends[this.#rows - 1] as number);
  }

  /** Appends empty rows until the column has `rows` rows: the rows before a file that brings this column. */
  padTo(rows: number): void {
    while (this.#rows < rows) this.#endRow();
  }

  #endRow(): void {
    if (this.#rows === this.#ends.length) {
      const ends = new Uint32Array(this.#ends.length * 2);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    this.#ends[this.#rows++] = this.#used;
  }

  #reserve(more: number): void {
    const needed = this.#used + more;
    if (needed <= this.#bytes.length) return;
    assert(needed < 2 ** 32, 'a text column may hold 4 GiB at most');
    const bytes = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    bytes.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = bytes;
  }
}
