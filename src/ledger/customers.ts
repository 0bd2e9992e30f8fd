// Who are the customers of a ledger? Each id once, with the first name the ledger gives it.
import { Dictionary } from './dictionary.ts';

export class Customers {
  readonly #ids = new Dictionary();
  readonly #names: string[] = [''];

  /** The number of a customer's id, given one if it is new. Ids are texts: `00012` and `12` are two customers. */
  number(id: string): number {
    const number = this.#ids.code(id);
    if (number === this.#names.length) this.#names.push('');
    return number;
  }

  /** Names a customer that has no name yet. */
  name(number: number, name: string): void {
    if (name !== '' && this.#names[number] === '') this.#names[number] = name;
  }

  find(id: string): number | undefined {
    return this.#ids.find(id);
  }

  id(number: number): string {
    return this.#ids.value(number);
  }

  nameOf(number: number): string {
    return this.#names[number] as string;
  }

  /** One more than the largest number; number 0 is nobody. */
  get size(): number {
    return this.#names.length;
  }

  get ids(): readonly string[] {
    return this.#ids.values.slice(1);
  }
}
