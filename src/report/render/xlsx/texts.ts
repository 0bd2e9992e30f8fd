// Where does a workbook keep its texts? Each distinct one once; cells name it by its number.
import { MAIN, XML, xmlText } from './xml.ts';

/** A cell holds no more characters. */
const LONGEST = 32_767;

export class Texts {
  readonly #numberOf = new Map<string, number>();
  #uses = 0;
  /** How many cells hold less than their whole text. */
  cut = 0;

  numberOf(text: string): number {
    this.#uses++;
    const whole = text.length <= LONGEST ? text : this.#shortened(text);
    const known = this.#numberOf.get(whole);
    if (known !== undefined) return known;
    const number = this.#numberOf.size;
    this.#numberOf.set(whole, number);
    return number;
  }

  #shortened(text: string): string {
    this.cut++;
    return `${text.slice(0, LONGEST - 1)}…`;
  }

  *xml(): Iterable<string> {
    yield `${XML}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#numberOf.size}">`;
    for (const text of this.#numberOf.keys())
      yield `<si><t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</t></si>`;
    yield '</sst>';
  }
}
