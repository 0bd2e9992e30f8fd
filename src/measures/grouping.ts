// By what are items added up? Groups of postings, each of one currency: amounts of two currencies never meet.
import { present } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import type { Word } from '../core/word.ts';
import { CATEGORIES } from '../ledger/field.ts';
import { KINDS } from '../ledger/kind.ts';
import { column, type Ledger } from '../ledger/ledger.ts';

/** What a balance can be grouped by. */
export const GROUP_KEYS = ['customer', 'kind', ...CATEGORIES] as const;
export type GroupBy = (typeof GROUP_KEYS)[number];

/** One group and currency. `id` is the customer's id, the kind's key or the category's text; `name` the customer's name. */
export type Group = { readonly id: string; readonly name: string; readonly label?: Word; readonly currency: Currency };

/** What tells the groups of postings apart: the key of a row is its code, and where there are several currencies `code * currencies + currency`. */
export class Grouping {
  readonly by: GroupBy;
  readonly codes: Int32Array | Uint8Array;
  /** What a group may be of. With amounts in the books' currency all postings share it. */
  readonly ofCurrencies: readonly Currency[];
  /** How many these are, and 1 where there is none. */
  readonly currencies: number;
  /** More keys than this there cannot be. */
  readonly mostKeys: number;
  readonly #ledger: Ledger;

  constructor(ledger: Ledger, by: GroupBy, inBase: boolean) {
    this.by = by;
    this.#ledger = ledger;
    this.ofCurrencies = inBase ? [ledger.bookCurrency] : ledger.currencies;
    this.currencies = Math.max(1, this.ofCurrencies.length);
    const category = by === 'customer' || by === 'kind' ? undefined : column(ledger, by);
    this.codes =
      by === 'customer' ? ledger.customer : by === 'kind' ? ledger.kind : (category?.codes ?? new Int32Array(ledger.count));
    const size = by === 'customer' ? ledger.customers.size : by === 'kind' ? KINDS.length : (category?.dictionary.size ?? 1);
    this.mostKeys = size * this.currencies;
  }

  keyOf(row: number): number {
    const code = this.codes[row] as number;
    return this.currencies === 1 ? code : code * this.currencies + (this.#ledger.currency[row] as number);
  }

  groupOf(key: number): Group {
    const code = Math.floor(key / this.currencies);
    const currency = present(this.ofCurrencies[key % this.currencies], 'currency');
    if (this.by === 'customer') {
      return { id: this.#ledger.customers.id(code), name: this.#ledger.customers.nameOf(code), currency };
    }
    if (this.by === 'kind') {
      const kind = KINDS[code] as (typeof KINDS)[number];
      return { id: kind.key, name: '', label: kind.label, currency };
    }
    return { id: column(this.#ledger, this.by)?.dictionary.value(code) ?? '', name: '', currency };
  }
}
