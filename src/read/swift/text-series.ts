// Of which series is a text that ends in digits, as the ids of customers do? What `keys_by_number` of keys.wat must know of it.

/** A table has a word for each number. */
const MOST_NUMBERS = 1 << 20;
/** What is added to a byte that must be nothing, and to one that must be a digit: another one shows in its top bit then. */
const [NOTHING_ABOVE, DIGIT_ABOVE] = [0x7f, 0x76];

type TextSeries = {
  /** The numbers of the series, but for where its table is: those keys.wat describes. */
  readonly words: readonly number[];
  /** How many numbers its table has. */
  readonly numbers: number;
};

/** Undefined for a text of more than eight letters, digits, points and dashes, and for one that ends in no digit. */
export function textSeriesOf(text: string): TextSeries | undefined {
  const [, prefix = '', digits] = /^([A-Za-z][\w.-]*?)?(\d+)$/.exec(text) ?? [];
  if (digits === undefined || text.length > 8) return undefined;
  const numbers = Math.min(10 ** digits.length, MOST_NUMBERS);
  const block = Buffer.alloc(24);
  block.write(prefix + '0'.repeat(digits.length), 8 - text.length);
  block.fill(NOTHING_ABOVE, 16 - text.length, 16 - digits.length);
  block.fill(DIGIT_ABOVE, 16 - digits.length, 16);
  block.writeInt32LE(text.length, 16);
  block.writeInt32LE(64 - 8 * text.length, 20);
  return { words: [...new Int32Array(block.buffer, block.byteOffset, 6), numbers], numbers };
}
