// What is UTF-16 in UTF-8? Units of two bytes, of which two may be one character; a piece may end within either.

const MARK = 0xfeff;

/** Decodes UTF-16, of either order of bytes. */
export class WideUnits {
  readonly #high: 0 | 1;
  /** The first byte of a unit, and the first unit of a pair, whose second ones are still to come. */
  #byte: number | undefined;
  #lead: number | undefined;
  #begun = false;
  /** The unit, or the byte, that is no character. */
  foreign: number | undefined;

  constructor(bigEndian: boolean) {
    this.#high = bigEndian ? 0 : 1;
  }

  push(piece: Uint8Array): Uint8Array {
    // A unit is three bytes at the most; one may have begun in the piece before.
    const text = new Uint8Array((piece.length + 4) * 2);
    const high = this.#high;
    let end = 0;
    let at = 0;
    // The first byte may have come before.
    let before = this.#byte ?? piece[at++];
    while (before !== undefined && at < piece.length) {
      const after = piece[at++] as number;
      const unit = high === 0 ? (before << 8) | after : (after << 8) | before;
      if (unit < 0x80 && this.#lead === undefined) {
        text[end++] = unit;
        this.#begun = true;
      } else {
        const point = this.#pointOf(unit);
        if (this.foreign !== undefined) break;
        if (point !== undefined) end = spell(point, text, end);
      }
      before = piece[at++];
    }
    this.#byte = before;
    return text.subarray(0, end);
  }

  /** The character a unit completes; undefined where none. */
  #pointOf(unit: number): number | undefined {
    const lead = this.#lead;
    this.#lead = undefined;
    const trails = unit >= 0xdc00 && unit <= 0xdfff;
    if (trails !== (lead !== undefined)) this.foreign = lead ?? unit;
    else if (lead !== undefined) return 0x10000 + ((lead & 0x3ff) << 10) + (unit & 0x3ff);
    else if (unit >= 0xd800 && unit <= 0xdbff) this.#lead = unit;
    else if (this.#begun || unit !== MARK) {
      this.#begun = true;
      return unit;
    }
    this.#begun = true;
    return undefined;
  }

  /** Half a unit, or half a pair, is no character. */
  end(): void {
    this.foreign ??= this.#lead ?? this.#byte;
  }
}

function spell(point: number, text: Uint8Array, at: number): number {
  if (point < 0x80) {
    text[at] = point;
    return at + 1;
  }
  let end = at;
  if (point < 0x800) text[end++] = 0xc0 | (point >> 6);
  else {
    if (point < 0x10000) text[end++] = 0xe0 | (point >> 12);
    else {
      text[end++] = 0xf0 | (point >> 18);
      text[end++] = 0x80 | ((point >> 12) & 0x3f);
    }
    text[end++] = 0x80 | ((point >> 6) & 0x3f);
  }
  text[end++] = 0x80 | (point & 0x3f);
  return end;
}
