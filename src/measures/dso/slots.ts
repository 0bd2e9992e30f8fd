// Of whom is each figure? A slot is a line of the report, one currency of all customers or of a group; a unit is one customer within it, because what a customer has paid
// beyond his debts lowers no other's.

import type { Ledger } from '../../ledger/ledger.ts';
import { type Group, type GroupColumn, Grouping } from '../grouping.ts';

/** What figures are added up by: nothing but the currency, or the customer, or another column. */
export type GroupedBy = { readonly groupBy: string; readonly groups?: GroupColumn | undefined };

export class Slots {
  /** How many units there are at the most. */
  readonly units: number;
  readonly unitOf: (row: number) => number;
  readonly slotOfUnit: Int32Array;
  /** By slot; of all customers a group without an id. */
  readonly groups: readonly Group[];
  /** By slot, the index of its currency among `currencies`. */
  readonly currencyOf: Int32Array;
  readonly currencies: Grouping['ofCurrencies'];
  /** By slot, whose books it is of: of each firm its own where lines are by firm, else of all the same. */
  readonly booksOf: Int32Array;
  readonly #ledger: Ledger;
  readonly #customers: Grouping;
  #ofCustomer: Map<number, number> | undefined;

  constructor(ledger: Ledger, by: GroupedBy | undefined, inBase: boolean) {
    const customers = new Grouping(ledger, 'customer', inBase, undefined);
    const { currencies } = customers;
    this.#ledger = ledger;
    this.#customers = customers;
    this.currencies = customers.ofCurrencies;
    const keyOf = (row: number): number => customers.keyOf(row);
    if (by === undefined) {
      this.units = customers.mostKeys;
      this.unitOf = keyOf;
      this.slotOfUnit = Int32Array.from({ length: this.units }, (_, unit) => unit % currencies);
      this.groups = this.currencies.map((currency) => ({ id: '', name: '', currency }));
      this.currencyOf = Int32Array.from(this.groups, (_, slot) => slot);
      this.booksOf = new Int32Array(this.groups.length);
      return;
    }
    const grouping = by.groupBy === 'customer' ? customers : new Grouping(ledger, by.groupBy, inBase, by.groups);
    const slotOfKey = new Int32Array(grouping.mostKeys).fill(-1);
    const keys: number[] = [];
    const slotOfRow = (row: number): number => {
      const key = grouping.keyOf(row);
      if (slotOfKey[key] === -1) slotOfKey[key] = keys.push(key) - 1;
      return slotOfKey[key] as number;
    };
    const units = unitsOf(ledger, keyOf, customers.mostKeys, slotOfRow, by.groupBy === 'customer');
    this.units = units.slotOfUnit.length;
    this.unitOf = units.unitOf;
    this.slotOfUnit = units.slotOfUnit;
    this.groups = keys.map((key) => grouping.groupOf(key));
    this.currencyOf = Int32Array.from(keys, (key) => key % currencies);
    this.booksOf = Int32Array.from(keys, (key) => (by.groupBy === 'entity' ? Math.floor(key / currencies) : 0));
  }

  /** The slot of a customer's figures in a currency; undefined where he has none, or is in several. */
  slotOfCustomer(customer: number, currency: number): number | undefined {
    this.#ofCustomer ??= this.#slotsOfCustomers();
    const slot = this.#ofCustomer.get(customer * this.#customers.currencies + currency);
    return slot === SEVERAL ? undefined : slot;
  }

  #slotsOfCustomers(): Map<number, number> {
    const of = new Map<number, number>();
    for (let row = 0; row < this.#ledger.count; row++) {
      const key = this.#customers.keyOf(row);
      const slot = this.slotOfUnit[this.unitOf(row)] as number;
      of.set(key, (of.get(key) ?? slot) === slot ? slot : SEVERAL);
    }
    return of;
  }
}

const SEVERAL = -1;

/** A customer's postings of one group are a unit: two groups of one customer are two. */
function unitsOf(
  { count }: Ledger,
  keyOf: (row: number) => number,
  mostKeys: number,
  slotOfRow: (row: number) => number,
  isOneEach: boolean,
): { unitOf: (row: number) => number; slotOfUnit: Int32Array } {
  if (isOneEach) {
    const slotOfUnit = new Int32Array(mostKeys);
    for (let row = 0; row < count; row++) slotOfUnit[keyOf(row)] = slotOfRow(row);
    return { unitOf: keyOf, slotOfUnit };
  }
  const known = new Map<number, number>();
  const slots: number[] = [];
  const units = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const slot = slotOfRow(row);
    const pair = slot * mostKeys + keyOf(row);
    const unit = known.get(pair) ?? slots.push(slot) - 1;
    known.set(pair, unit);
    units[row] = unit;
  }
  return { unitOf: (row) => units[row] as number, slotOfUnit: Int32Array.from(slots) };
}
