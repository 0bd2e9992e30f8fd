// How do rows of plain values become bytes? Figures digit by digit, texts letter by letter, into pieces of 64 KiB, without an object or a
// text per cell. The functions are short, because most reports are written while the engine is still cold.
import { exponentOf } from '../../core/currency.ts';
import { disarmed } from '../../core/formula.ts';
import { AMOUNT_BYTES, putAmount } from '../../text/amounts.ts';
import type { PlainColumn, PlainRows } from '../plain.ts';

const PIECE = 1 << 16;
/** A UTF-16 unit takes three bytes at the most, and escaping at the most doubles a text and puts an apostrophe and quotes around it. */
const BYTES_PER_UNIT = 6;
const AROUND = 3;

const [SPACE, QUOTE, COMMA, LINE_FEED] = [0x20, 0x22, 0x2c, 0x0a] as const;
const UNUSUAL = -1;

type Form = {
  /** The byte between two cells. */
  readonly mark: number;
  /** What the format makes of a text. */
  readonly escaped: (text: string) => string;
};

/** A column as it is written: texts, or figures of which those of days are empty where they are 0. */
type Lane = { readonly texts: readonly string[]; readonly figures: Float64Array | undefined; readonly days: boolean };

/** The heading and the rows. */
export function* plainPieces(heading: string, rows: PlainRows, form: Form): Iterable<Uint8Array> {
  const lanes = rows.columns.map(laneOf);
  const exponents = rows.currencies.map(exponentOf);
  const head = Buffer.from(`${heading}\n`);
  const size = Math.max(PIECE, head.length) + largestRow(lanes);
  let bytes = Buffer.allocUnsafe(size);
  let end = head.copy(bytes);
  for (let row = 0; row < rows.order.length; row++) {
    const place = rows.order[row] as number;
    end = putRow(bytes, end, lanes, place, exponents[rows.currencyOf[place] as number] as number, form);
    if (end < PIECE) continue;
    yield bytes.subarray(0, end);
    bytes = Buffer.allocUnsafe(size);
    end = 0;
  }
  if (end > 0) yield bytes.subarray(0, end);
}

function laneOf(column: PlainColumn): Lane {
  switch (column.kind) {
    case 'money':
      return { texts: [], figures: column.amounts, days: false };
    case 'days':
      return { texts: [], figures: new Float64Array(column.days), days: true };
    default:
      return { texts: column.texts, figures: undefined, days: false };
  }
}

/** No row takes more bytes than this, so that there is room for it wherever one may begin. */
function largestRow(lanes: readonly Lane[]): number {
  return lanes.reduce((most, { texts }) => most + longest(texts) * BYTES_PER_UNIT + AROUND + AMOUNT_BYTES + 1, 0);
}

function longest(texts: readonly string[]): number {
  let most = 0;
  for (let i = 0; i < texts.length; i++) most = Math.max(most, (texts[i] as string).length);
  return most;
}

function putRow(bytes: Buffer, start: number, lanes: readonly Lane[], place: number, exponent: number, form: Form): number {
  let end = start;
  for (let c = 0; c < lanes.length; c++) {
    const { texts, figures, days } = lanes[c] as Lane;
    if (figures === undefined) end = putText(bytes, end, texts[place] as string, form);
    else if (!days || figures[place] !== 0) end = putAmount(bytes, end, figures[place] as number, days ? 0 : exponent);
    bytes[end++] = form.mark;
  }
  // The last cell ends its row.
  bytes[end - 1] = LINE_FEED;
  return end;
}

function putText(bytes: Buffer, start: number, text: string, form: Form): number {
  const harmless = disarmed(text);
  const end = putLetters(bytes, start, harmless);
  return end === UNUSUAL ? start + bytes.write(form.escaped(harmless), start) : end;
}

/** Puts a text of letters of at most two bytes as it is; UNUSUAL when a format might escape it, or a letter takes more. */
function putLetters(bytes: Uint8Array, start: number, text: string): number {
  let end = start;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (unit < SPACE || unit === QUOTE || unit === COMMA) return UNUSUAL;
      bytes[end++] = unit;
    } else if (unit < 0x800) {
      bytes[end++] = 0xc0 | (unit >> 6);
      bytes[end++] = 0x80 | (unit & 0x3f);
    } else return UNUSUAL;
  }
  return end;
}
