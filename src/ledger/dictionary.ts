// Which values does a column of few values hold? Each distinct text once, and a small code a row.

/** Distinct texts in the order first seen; code 0 is always the empty text. */
export class Dictionary {
  readonly #codes = new Map<string, number>([['', 0]]);
  readonly #values: string[] = [''];

  /** The code of a text, given one if it is new. */
  code(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#codes.set(value, code);
    this.#values.push(value);
    return code;
  }

  value(code: number): string {
    return this.#values[code] as string;
  }

  /** The texts by their codes. */
  get values(): readonly string[] {
    return this.#values;
  }

  get size(): number {
    return this.#values.length;
  }
}
