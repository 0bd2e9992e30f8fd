// How do rows of plain values become bytes? Figures digit by digit, texts letter by letter, into pieces of 64 KiB, without an object or a
// text per cell. A text with anything unusual in it is escaped as a text.
import { exponentOf } from '../../core/currency.ts';
import { disarmed } from '../../core/formula.ts';
import { minor } from '../../core/money.ts';
import { AMOUNT_BYTES, putAmount } from '../../text/amounts.ts';
import type { PlainRows } from '../plain.ts';

const PIECE = 1 << 16;
/** A piece is handed out when it is filled up to here. */
const FULL = PIECE - (1 << 12);
/** A UTF-16 unit takes at most three bytes; a quote becomes two. */
const BYTES_PER_UNIT = 3;

const [SPACE, QUOTE, COMMA, LINE_FEED] = [0x20, 0x22, 0x2c, 0x0a] as const;

/** The heading and the rows. `mark` is the byte between two cells, `escaped` what the format makes of a text. */
export function* plainPieces(
  heading: string,
  rows: PlainRows,
  mark: number,
  escaped: (text: string) => string,
): Iterable<Uint8Array> {
  const bytes = new PlainBytes(rows, mark, escaped);
  bytes.put(`${heading}\n`);
  let row = 0;
  do {
    row = bytes.fill(row);
    yield bytes.take();
  } while (row < rows.order.length);
}

class PlainBytes {
  readonly #rows: PlainRows;
  readonly #mark: number;
  readonly #escaped: (text: string) => string;
  readonly #exponents: readonly number[];
  #bytes = Buffer.allocUnsafe(PIECE);
  #end = 0;

  constructor(rows: PlainRows, mark: number, escaped: (text: string) => string) {
    this.#rows = rows;
    this.#mark = mark;
    this.#escaped = escaped;
    this.#exponents = rows.currencies.map(exponentOf);
  }

  /** What was written; the next byte begins another piece. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#end);
    this.#bytes = Buffer.allocUnsafe(PIECE);
    this.#end = 0;
    return taken;
  }

  /** Writes rows until the piece is full; returns the first that is not written. */
  fill(from: number): number {
    const { order } = this.#rows;
    let row = from;
    while (row < order.length && this.#end < FULL) this.#row(order[row++] as number);
    return row;
  }

  #row(place: number): void {
    const { columns, currencies, currencyOf } = this.#rows;
    const currency = currencyOf[place] as number;
    for (let c = 0; c < columns.length; c++) {
      this.#room(AMOUNT_BYTES + 2);
      if (c > 0) this.#bytes[this.#end++] = this.#mark;
      const column = columns[c] as PlainRows['columns'][number];
      switch (column.kind) {
        case 'money':
          this.#figure(column.amounts[place] as number, this.#exponents[currency] as number);
          break;
        case 'days':
          if (column.days[place] !== 0) this.#figure(column.days[place] as number, 0);
          break;
        case 'currency':
          this.#text(currencies[currency] as string);
          break;
        case 'code':
          this.#text(column.at(place).key);
          break;
        case 'text':
          this.#text(column.at(place));
          break;
      }
    }
    this.#bytes[this.#end++] = LINE_FEED;
  }

  #figure(value: number, exponent: number): void {
    this.#end = putAmount(this.#bytes, this.#end, minor(value), exponent);
  }

  /** A text of plain letters is written as it is; one with a control, a quote, a comma or a letter of three bytes goes the long way. */
  #text(text: string): void {
    const harmless = disarmed(text);
    this.#room(harmless.length * 2 + 1);
    const bytes = this.#bytes;
    let end = this.#end;
    for (let i = 0; i < harmless.length; i++) {
      const unit = harmless.charCodeAt(i);
      if (unit < SPACE || unit === QUOTE || unit === COMMA || unit >= 0x800) return this.put(this.#escaped(harmless));
      if (unit < 0x80) bytes[end++] = unit;
      else {
        bytes[end++] = 0xc0 | (unit >> 6);
        bytes[end++] = 0x80 | (unit & 0x3f);
      }
    }
    this.#end = end;
  }

  /** Any text, as UTF-8. */
  put(text: string): void {
    this.#room(text.length * BYTES_PER_UNIT + 1);
    this.#end += this.#bytes.write(text, this.#end);
  }

  /** Makes sure of so many more bytes: most pieces never grow. */
  #room(wanted: number): void {
    if (this.#end + wanted <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#end + wanted));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}
