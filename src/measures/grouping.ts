// By what are items added up? Groups of postings, each of one currency: amounts of two currencies never meet.
import { present } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import type { SharedTexts } from '../core/shared.ts';
import { Texts } from '../core/texts.ts';
import type { Word } from '../core/word.ts';
import type { Dictionary } from '../ledger/dictionary.ts';
import { CATEGORIES, type Category } from '../ledger/field.ts';
import { KINDS } from '../ledger/kind.ts';
import { column, type Ledger } from '../ledger/ledger.ts';

/** What a ledger alone can be grouped by; a register of customers brings columns of its own. */
export const GROUP_KEYS = ['customer', 'kind', ...CATEGORIES] as const;

/** A code a row, and the text of each code: a column of the ledger, or of the register by the customer of the row. */
export type GroupColumn = { readonly codes: Int32Array; readonly dictionary: Pick<Dictionary, 'size' | 'value'> };

/** One group and currency. `id` is the customer's id, the kind's key or the category's text; `name` the customer's name. */
export type Group = { readonly id: string; readonly name: string; readonly label?: Word; readonly currency: Currency };

/** What groups may be of, by its code: customers, kinds, or the texts of a category. */
export type Members = {
  readonly ids: Texts;
  readonly names: SharedTexts;
  readonly labels?: readonly Word[];
};

/** Groups in columns: of which member and which currency each is. Hundreds of thousands are never so many objects, unless they are asked for. */
export class Groups {
  readonly members: Members;
  readonly currencies: readonly Currency[];
  /** By group, the code of its member. */
  readonly memberOf: Int32Array;
  /** By group, an index into `currencies`. */
  readonly currencyOf: Uint8Array;
  #list: readonly Group[] | undefined;

  constructor(members: Members, currencies: readonly Currency[], memberOf: Int32Array, currencyOf: Uint8Array) {
    this.members = members;
    this.currencies = currencies;
    this.memberOf = memberOf;
    this.currencyOf = currencyOf;
  }

  get list(): readonly Group[] {
    this.#list ??= Array.from(this.memberOf, (member, slot) =>
      groupOf(this.members, member, this.currencies[this.currencyOf[slot] as number]),
    );
    return this.#list;
  }
}

function groupOf({ ids, names, labels }: Members, member: number, currency: Currency | undefined): Group {
  const label = labels?.[member];
  const group = { id: ids.at(member), name: names.texts[names.codes[member] as number] as string };
  return { ...group, ...(label === undefined ? {} : { label }), currency: present(currency, 'currency') };
}

/** What tells the groups of postings apart: the key of a row is its code, and where there are several currencies `code * currencies + currency`. */
export class Grouping {
  readonly by: string;
  readonly codes: Int32Array | Uint8Array;
  /** What a group may be of. With amounts in the books' currency all postings share it. */
  readonly ofCurrencies: readonly Currency[];
  /** How many these are, and 1 where there is none. */
  readonly currencies: number;
  /** More keys than this there cannot be. */
  readonly mostKeys: number;
  readonly #ledger: Ledger;
  readonly #column: GroupColumn | undefined;
  #known: Members | undefined;

  /** `given`: the column of a `by` that is not the ledger's. */
  constructor(ledger: Ledger, by: string, inBase: boolean, given: GroupColumn | undefined) {
    this.by = by;
    this.#ledger = ledger;
    this.ofCurrencies = inBase ? [ledger.bookCurrency] : ledger.currencies;
    this.currencies = Math.max(1, this.ofCurrencies.length);
    this.#column = by === 'customer' || by === 'kind' ? undefined : (given ?? column(ledger, by as Category));
    this.codes =
      by === 'customer' ? ledger.customer : by === 'kind' ? ledger.kind : (this.#column?.codes ?? new Int32Array(ledger.count));
    const size = by === 'customer' ? ledger.customers.size : by === 'kind' ? KINDS.length : (this.#column?.dictionary.size ?? 1);
    this.mostKeys = size * this.currencies;
  }

  keyOf(row: number): number {
    const code = this.codes[row] as number;
    return this.currencies === 1 ? code : code * this.currencies + (this.#ledger.currency[row] as number);
  }

  groupOf(key: number): Group {
    return groupOf(this.#members, Math.floor(key / this.currencies), this.ofCurrencies[key % this.currencies]);
  }

  /** The groups of these codes and indexes of currencies. */
  groups(codes: Int32Array, currencyOf: Uint8Array): Groups {
    return new Groups(this.#members, this.ofCurrencies, codes, currencyOf);
  }

  get #members(): Members {
    this.#known ??= this.#membersOf();
    return this.#known;
  }

  #membersOf(): Members {
    if (this.by === 'customer') return this.#ledger.customers.members;
    if (this.by !== 'kind') return nameless(textsOf(this.#column));
    return { ...nameless(KINDS.map(({ key }) => key)), labels: KINDS.map(({ label }) => label) };
  }
}

const nameless = (ids: string[]): Members => ({
  ids: new Texts(ids),
  names: { texts: [''], codes: new Int32Array(ids.length) },
});

function textsOf(column: GroupColumn | undefined): string[] {
  return column === undefined ? [''] : Array.from({ length: column.dictionary.size }, (_, code) => column.dictionary.value(code));
}
