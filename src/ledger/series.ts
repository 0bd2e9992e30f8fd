// Which numbers are alike? `INV-00000001` and `INV-00000002` are of one series: the same bytes stand before the same count of digits, so
// a small code for the series and a whole number say all of such a text. The columns of a ledger share their series: a text has one
// code in all of them.
import { present } from '../core/assert.ts';

/** Digits of a number at the most, so that it is a whole number of 32 bits; what stands before them belongs to the series. */
const MOST_DIGITS = 9;
/** Bytes before the digits at the most; a text with more has no series. */
export const LONGEST_PREFIX = 16;
/** Series there can be; their codes are 1 to 254. */
const MOST_SERIES = 254;

const [ZERO, NINE] = [48, 57];
const TENS = Float64Array.from({ length: MOST_DIGITS }, (_, zeros) => 10 ** zeros);

export class Series {
  readonly #codes = new Map<string, number>();
  readonly #prefixes: Buffer[] = [];
  readonly #spelt: string[] = [];
  readonly #digits: number[] = [];
  #closed = false;

  get count(): number {
    return this.#prefixes.length;
  }

  /** Full: a text that has none of these series never gets one, in any column. */
  get full(): boolean {
    return this.#closed || this.count === MOST_SERIES;
  }

  /** Forgets all series but the first `kept`, and gives no more. No text that is kept may have one of those forgotten. */
  close(kept: number): void {
    this.#closed = true;
    for (const list of [this.#prefixes, this.#spelt, this.#digits]) list.length = kept;
    for (const [key, code] of this.#codes) if (code > kept) this.#codes.delete(key);
  }

  /** The bytes before the digits. */
  prefix(code: number): Buffer {
    return present(this.#prefixes[code - 1], 'series');
  }

  /** How many digits a number of the series has, leading zeros among them. */
  digits(code: number): number {
    return present(this.#digits[code - 1], 'series');
  }

  /**
   * The code of the series the first `length` bytes of a text belong to, given one if it is new; 0 when they end in no digit, have
   * too many bytes before their digits, or come when all codes are given.
   */
  code(bytes: Buffer, length: number): number {
    const digits = digitsAtEnd(bytes, length);
    const before = length - digits;
    if (digits === 0 || before > LONGEST_PREFIX) return 0;
    const key = digits + bytes.toString('latin1', 0, before);
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    if (this.full) return 0;
    this.#prefixes.push(Buffer.from(bytes.subarray(0, before)));
    this.#spelt.push(bytes.toString('utf8', 0, before));
    const code = this.#digits.push(digits);
    this.#codes.set(key, code);
    return code;
  }

  /** The number that the last digits of a text of the series say. */
  number(code: number, bytes: Buffer, length: number): number {
    let number = 0;
    for (let at = length - this.digits(code); at < length; at++) number = number * 10 + (bytes[at] as number) - ZERO;
    return number;
  }

  /** Negative when the text of the first series and number comes first in the order of bytes; 0 for equal texts. */
  compare(codeA: number, a: number, codeB: number, b: number): number {
    if (codeA === codeB) return a - b;
    if (this.#spelt[codeA - 1] !== this.#spelt[codeB - 1]) {
      return Buffer.compare(Buffer.from(this.text(codeA, a)), Buffer.from(this.text(codeB, b)));
    }
    // Counts of digits behind the same prefix: as many as the shorter has come first, then the longer one.
    const longer = (this.#digits[codeA - 1] as number) - (this.#digits[codeB - 1] as number);
    if (longer > 0) return Math.floor(a / (TENS[longer] as number)) - b || longer;
    return a - Math.floor(b / (TENS[-longer] as number)) || longer;
  }

  /** The text of a number of a series. */
  text(code: number, number: number): string {
    return this.#spelt[code - 1] + String(number).padStart(this.digits(code), '0');
  }
}

function digitsAtEnd(bytes: Buffer, length: number): number {
  let digits = 0;
  while (digits < Math.min(length, MOST_DIGITS) && isDigit(bytes[length - digits - 1] as number)) digits++;
  return digits;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
