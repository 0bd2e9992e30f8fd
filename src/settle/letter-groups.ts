// Which postings carry one letter? Those of one customer, currency, account group and letter, and of one letter day where it is filled: codes
// are used again, and the day somebody put the letter tells them apart (rules §5, 3).
import { NO_DAY } from '../core/day.ts';
import { column, type Ledger } from '../ledger/ledger.ts';

const GOLDEN = 0x9e3779b1;

/** The groups of some rows, each with its rows in the order given. */
export class LetterGroups {
  readonly #ledger: Ledger;
  readonly #letters: Int32Array;
  readonly #letterDays: Int32Array | undefined;
  readonly #accounts: Int32Array | undefined;
  /** Group of each account's code: accounts of one general account belong together. */
  readonly #accountGroups: readonly number[];
  /** Slots of an open hash table: the first row of a group + 1, and the number of the group. */
  readonly #slots: Int32Array;
  readonly #rows: number[][] = [];

  constructor(ledger: Ledger, letters: Int32Array, rows: readonly number[]) {
    this.#ledger = ledger;
    this.#letters = letters;
    this.#letterDays = column(ledger, 'letter_day');
    const account = column(ledger, 'account');
    this.#accounts = account?.codes;
    this.#accountGroups = account === undefined ? [] : generalAccounts(account.dictionary);
    this.#slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(rows.length * 2 + 2)));
    for (const row of rows) this.#add(row);
  }

  get groups(): readonly (readonly number[])[] {
    return this.#rows;
  }

  #add(row: number): void {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    for (let slot = this.#hash(row) & mask; ; slot = (slot + 1) & mask) {
      const first = slots[slot * 2] as number;
      if (first === 0) {
        slots[slot * 2] = row + 1;
        slots[slot * 2 + 1] = this.#rows.push([row]) - 1;
        return;
      }
      if (this.#same(first - 1, row)) {
        (this.#rows[slots[slot * 2 + 1] as number] as number[]).push(row);
        return;
      }
    }
  }

  #hash(row: number): number {
    let hash = Math.imul((this.#ledger.customer[row] as number) ^ GOLDEN, GOLDEN);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (this.#letters[row] as number), GOLDEN);
    hash = Math.imul(hash ^ (hash >>> 15) ^ (this.#letterDays?.[row] ?? NO_DAY), GOLDEN);
    return (hash ^ (hash >>> 13)) >>> 0;
  }

  #same(a: number, b: number): boolean {
    const { customer, currency } = this.#ledger;
    return (
      customer[a] === customer[b] &&
      currency[a] === currency[b] &&
      this.#letters[a] === this.#letters[b] &&
      (this.#letterDays === undefined || this.#letterDays[a] === this.#letterDays[b]) &&
      this.#groupOf(a) === this.#groupOf(b)
    );
  }

  #groupOf(row: number): number {
    return this.#accounts === undefined ? 0 : (this.#accountGroups[this.#accounts[row] as number] as number);
  }
}

/** For each account's code the code of the first that shares its general account: the first three digits, or the whole of any other text. */
function generalAccounts(dictionary: { readonly size: number; value(code: number): string }): number[] {
  const first = new Map<string, number>();
  return Array.from({ length: dictionary.size }, (_, code) => {
    const text = dictionary.value(code);
    const general = /^\d{3}/.exec(text)?.[0] ?? text;
    if (!first.has(general)) first.set(general, code);
    return first.get(general) as number;
  });
}
