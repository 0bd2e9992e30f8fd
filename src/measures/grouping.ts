// By what are items added up? Groups of postings, each of one currency: amounts of two currencies never meet.
import type { Currency } from '../core/currency.ts';
import type { Word } from '../core/word.ts';
import { CATEGORIES, type Category } from '../ledger/field.ts';
import { KINDS } from '../ledger/kind.ts';
import { column, currencyAt, type Ledger } from '../ledger/ledger.ts';

/** What a balance can be grouped by. */
export const GROUP_KEYS = ['customer', 'kind', ...CATEGORIES] as const;
export type GroupBy = (typeof GROUP_KEYS)[number];

/** One group and currency. `id` is the customer's id, the kind's key or the category's text; `name` the customer's name. */
export type Group = { readonly id: string; readonly name: string; readonly label?: Word; readonly currency: Currency };

/** Gives each posting the slot of its group; a slot is made when its first posting is seen. */
export class Grouping {
  readonly groups: Group[] = [];
  readonly by: GroupBy;
  readonly #ledger: Ledger;
  readonly #codes: Int32Array | Uint8Array;
  readonly #currencies: number;
  readonly #slots: Int32Array;
  /** With amounts in the books' currency all postings share it. */
  readonly #inBase: boolean;

  constructor(ledger: Ledger, by: GroupBy, inBase: boolean) {
    this.by = by;
    this.#ledger = ledger;
    this.#inBase = inBase;
    this.#currencies = inBase ? 1 : Math.max(1, ledger.currencies.length);
    const category = by === 'customer' || by === 'kind' ? undefined : column(ledger, by);
    this.#codes =
      by === 'customer' ? ledger.customer : by === 'kind' ? ledger.kind : (category?.codes ?? new Int32Array(ledger.count));
    const size = by === 'customer' ? ledger.customers.size : by === 'kind' ? KINDS.length : (category?.dictionary.size ?? 1);
    this.#slots = new Int32Array(size * this.#currencies).fill(-1);
  }

  /** More slots than this there cannot be. */
  get mostSlots(): number {
    return this.#slots.length;
  }

  slotOf(row: number): number {
    const code = this.#codes[row] as number;
    const currency = this.#inBase ? 0 : (this.#ledger.currency[row] as number);
    const at = code * this.#currencies + currency;
    const slot = this.#slots[at] as number;
    if (slot >= 0) return slot;
    this.#slots[at] = this.groups.length;
    return this.groups.push(this.#describe(code, currency)) - 1;
  }

  #describe(code: number, currency: number): Group {
    const in_ = this.#inBase ? this.#ledger.bookCurrency : currencyAt(this.#ledger, currency);
    if (this.by === 'customer')
      return { id: this.#ledger.customers.id(code), name: this.#ledger.customers.nameOf(code), currency: in_ };
    if (this.by === 'kind') {
      const kind = KINDS[code] as (typeof KINDS)[number];
      return { id: kind.key, name: '', label: kind.label, currency: in_ };
    }
    return { id: column(this.#ledger, this.by as Category)?.dictionary.value(code) ?? '', name: '', currency: in_ };
  }
}
