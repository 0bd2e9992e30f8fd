// What do the keys of a file stand for? Each is looked up once: customers and currencies when the first posting names them, so that a
// row which is set aside leaves none behind.
import { type Currency, currencyOf, exponentOf } from '../../core/currency.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import { kindCodeOf } from '../../ledger/kind.ts';
import { senseOf } from '../ledger-cells.ts';
import { KeyTable } from './key-table.ts';
import { type Machine, NONE, ODD_TEXT } from './machine.ts';
import type { Plan } from './plan.ts';
import type { Rows } from './window.ts';

const UNKNOWN = -1;

/** Tables parallel to the keys of each column; `learn` makes them as long as its dictionary. */
export class Meanings {
  /** Codes of kinds, or UNKNOWN. */
  readonly kinds: KeyTable;
  /** Decimals of the currency, or UNKNOWN. */
  readonly exponents: KeyTable;
  /** Index of the currency in the ledger; UNKNOWN while no posting has it. */
  readonly currencies: KeyTable;
  /** Number of the customer; 0 while no posting names it, or while something may still be learnt of its name. */
  readonly customers: KeyTable;
  /** The keys up to `keys` are customers whose numbers follow upon one another, beginning with `first`. */
  readonly inOrder = { keys: 0, first: 0 };
  /** +1 debit, −1 credit, or NaN. */
  readonly senses: number[] = [];
  /** Index of the currency of rows that name none; UNKNOWN while no posting without a currency has been met. */
  ownIndex = UNKNOWN;
  readonly #machine: Machine;
  readonly #plan: Plan;
  readonly #builder: LedgerBuilder;
  readonly #rowCurrency: Currency;
  readonly #codes: (Currency | undefined)[] = [];
  /** Number of each customer that was met, named or not; 0 for the others. */
  readonly #numbers: KeyTable;
  /** Customers met here. */
  #met = 0;

  constructor(machine: Machine, plan: Plan, builder: LedgerBuilder, rowCurrency: Currency) {
    this.kinds = new KeyTable(machine);
    this.exponents = new KeyTable(machine);
    this.currencies = new KeyTable(machine);
    this.customers = new KeyTable(machine);
    this.#numbers = new KeyTable(machine);
    this.#machine = machine;
    this.#plan = plan;
    this.#builder = builder;
    this.#rowCurrency = rowCurrency;
  }

  /** Looks up the keys that are new. */
  learn(): void {
    const { customers, kind, currency, sense, forms } = this.#plan;
    const kindOf = forms.kind ?? kindCodeOf;
    this.customers.reach(customers.size);
    this.#numbers.reach(customers.size);
    for (let key = this.kinds.size; key < kind.dictionary.size; key++) {
      this.kinds.push(kindOf(kind.dictionary.text(key)) ?? UNKNOWN);
    }
    for (let key = this.senses.length; key < sense.dictionary.size; key++) {
      this.senses.push(senseOf(sense.dictionary.text(key)) ?? Number.NaN);
    }
    for (let key = this.#codes.length; key < currency.dictionary.size; key++) {
      const code = currencyOf(currency.dictionary.text(key));
      this.#codes.push(code);
      this.exponents.push(code === undefined ? UNKNOWN : exponentOf(code));
      this.currencies.push(UNKNOWN);
    }
  }

  /** The currency of a key, the file's for a cell that is empty; undefined for a text that is none. */
  currencyOf(key: number): Currency | undefined {
    return key < 0 ? this.#rowCurrency : this.#codes[key];
  }

  /** Its decimals. */
  exponentOf(key: number): number | undefined {
    this.learn();
    const code = this.currencyOf(key);
    return code === undefined ? undefined : exponentOf(code);
  }

  /** A posting has the currency of this key: it gets its index in the ledger. */
  meetCurrency(key: number): void {
    const index = this.#builder.currency(this.currencyOf(key) as Currency);
    if (key < 0) this.ownIndex = index;
    else this.currencies.set(key, index);
  }

  /**
   * Postings of the batch name customers nobody has met, `count` entries on a list: each gets its number in the ledger, written to its entry of
   * the column at `out`. A name is looked at until a row has one. The places are those of words.
   */
  meetCustomers(rows: Rows, row: number, list: number, count: number, out: number): void {
    const { name, customers: keysOf } = this.#plan;
    const { customers } = this.#builder;
    name.find(rows, row, list * 4, count);
    const codes = name.codes((text) => customers.nameCode(text));
    const isNameless = name.field === undefined;
    // Where all there are were met here, a key that is new is a new customer, and many are added at once.
    const isOurs = customers.size === this.#met + 1;
    const names = customers.namesFor(count);
    const fresh: number[] = [];
    let inTurn = true;
    const next = customers.size;
    const { words } = this.#machine;
    const [keys, nameKeys] = [keysOf.place >> 2, name.place >> 2];
    const [met, numbers] = [this.customers.place >> 2, this.#numbers.place >> 2];
    for (let i = 0; i < count; i++) {
      const r = words[list + i] as number;
      const key = words[keys + r] as number;
      // A row before may have met it.
      let number = words[met + key] as number;
      if (number === 0) {
        number = words[numbers + key] as number;
        if (number === 0) {
          number = isOurs ? next + fresh.length : customers.number(keysOf.entity(key), keysOf.id(key));
          words[numbers + key] = number;
          inTurn &&= key === (fresh[0] ?? key) + fresh.length;
          fresh.push(key);
        }
        if (!isNameless && names[number] === 0) {
          const known = words[nameKeys + i] as number;
          names[number] =
            known === ODD_TEXT ? customers.nameCode(name.text(rows, row + r)) : known === NONE ? 0 : (codes[known] as number);
        }
        if (isNameless || names[number] !== 0) words[met + key] = number;
      }
      words[out + r] = number;
    }
    if (isOurs) keysOf.add(fresh, inTurn, customers);
    this.#met += fresh.length;
    this.#follow();
  }

  /** How many more customers follow in their order. */
  #follow(): void {
    const { inOrder } = this;
    const { words } = this.#machine;
    const met = this.customers.place >> 2;
    if (inOrder.keys === 0) inOrder.first = words[met] as number;
    if (inOrder.first === 0) return;
    while (inOrder.keys < this.customers.size && words[met + inOrder.keys] === inOrder.first + inOrder.keys) inOrder.keys++;
  }
}
