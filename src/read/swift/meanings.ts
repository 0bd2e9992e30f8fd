// What do the keys of a file stand for? Each is looked up once: customers and currencies when the first posting names them, so that a
// row which is set aside leaves none behind.
import { type Currency, currencyOf, exponentOf } from '../../core/currency.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import { kindCodeOf } from '../../ledger/kind.ts';
import { senseOf } from '../cells.ts';
import type { Plan } from './plan.ts';
import type { Window } from './window.ts';

const UNKNOWN = -1;

/** Parallel to the keys of each column; `learn` makes them as long as its dictionary. */
export class Meanings {
  /** Codes of kinds, or UNKNOWN. */
  readonly kinds: number[] = [];
  /** Decimals of the currency, or UNKNOWN. */
  readonly exponents: number[] = [];
  /** Index of the currency in the ledger; UNKNOWN while no posting has it. */
  readonly currencies: number[] = [];
  /** +1 debit, −1 credit, or NaN. */
  readonly senses: number[] = [];
  /** Number of the customer, 0 while no posting names it; 1 where nothing more is to be learnt of its name. */
  readonly customers: number[] = [];
  readonly named: number[] = [];
  readonly #plan: Plan;
  readonly #builder: LedgerBuilder;
  readonly #bookCurrency: Currency;
  readonly #codes: (Currency | undefined)[] = [];

  constructor(plan: Plan, builder: LedgerBuilder, bookCurrency: Currency) {
    this.#plan = plan;
    this.#builder = builder;
    this.#bookCurrency = bookCurrency;
  }

  /** Looks up the keys that are new. */
  learn(): void {
    const { customer, kind, currency, sense } = this.#plan;
    for (let key = this.customers.length; key < customer.dictionary.size; key++) {
      this.customers.push(0);
      this.named.push(0);
    }
    for (let key = this.kinds.length; key < kind.dictionary.size; key++) {
      this.kinds.push(kindCodeOf(kind.dictionary.text(key)) ?? UNKNOWN);
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

  /** The currency of a key; the books' for a cell that is empty. */
  currencyOf(key: number): Currency | undefined {
    return key < 0 ? this.#bookCurrency : this.#codes[key];
  }

  /** Decimals of the currency a key stands for; undefined for a text that is none. */
  exponentOf(key: number): number | undefined {
    this.learn();
    const code = this.currencyOf(key);
    return code === undefined ? undefined : exponentOf(code);
  }

  /** The index a currency has in the ledger from now on. */
  meetCurrency(key: number): number {
    const index = this.#builder.currency(this.currencyOf(key) as Currency);
    if (key >= 0) this.currencies[key] = index;
    return index;
  }

  /** The number a customer has in the ledger from now on; its name is read until a row has one. */
  meetCustomer(window: Window, row: number, key: number): number {
    const { customer, name } = this.#plan;
    const { customers } = this.#builder;
    const known = this.customers[key] as number;
    if (known > 0 && name.isEmpty(window, row)) return known;
    const number = known > 0 ? known : customers.number('', customer.dictionary.text(key));
    customers.name(number, name.text(window, row));
    this.customers[key] = number;
    this.named[key] = name.field === undefined || customers.nameOf(number) !== '' ? 1 : 0;
    return number;
  }
}
