// What does a late invoice cost beside interest? A fixed sum, once an invoice, however many parts of it were late, in the currency the law names (C. com. D441-5; directive
// 2011/7/EU, art. 6; LPCD(I) Act 1998, s. 5A).
import type { Law } from '../law/law.ts';
import { column, currencyAt, documentDays, type Ledger } from '../ledger/ledger.ts';

/**
 * A part of an invoice that was late: what was unpaid at the end of its due day, and what of it was not taken back since. `isAgain`: as a bill that was given for it, which makes the debt no
 * larger.
 */
export type LatePart = { readonly invoice: number; readonly late: number; readonly owed: number; readonly isAgain: boolean };

export class Indemnities {
  readonly #ledger: Ledger;
  readonly #dates: Int32Array;
  readonly #byContract: boolean;
  /** The invoices that were late by what they are known by, and the place of each. */
  readonly #places = new Map<string, number>();
  /** By place: what was late, of how many parts, and whether it has its sum. */
  readonly #late: number[] = [];
  readonly #lateAgain: number[] = [];
  readonly #parts: number[] = [];
  readonly #isGiven: boolean[] = [];

  /** `byContract`: interest is at a rate of the contract. */
  constructor(ledger: Ledger, byContract: boolean) {
    this.#ledger = ledger;
    this.#dates = documentDays(ledger);
    this.#byContract = byContract;
  }

  /** To be told of all parts before any is asked about: a sum goes by the size of the debt. The place of its invoice. */
  add({ invoice, late, isAgain }: LatePart): number {
    const key = this.#key(invoice);
    const place = this.#places.get(key) ?? this.#late.length;
    if (place === this.#late.length) {
      this.#places.set(key, place);
      this.#late.push(0);
      this.#lateAgain.push(0);
      this.#parts.push(0);
      this.#isGiven.push(false);
    }
    const sums = isAgain ? this.#lateAgain : this.#late;
    sums[place] = (sums[place] as number) + late;
    this.#parts[place] = (this.#parts[place] as number) + 1;
    return place;
  }

  /** More than one part of the invoice was late. */
  isShared(place: number): boolean {
    return (this.#parts[place] as number) > 1;
  }

  /** It goes with the first part of an invoice that is asked about. */
  of({ invoice, owed }: LatePart, place: number, { indemnity: { currency, bands, since, fallsWithContract } }: Law): number {
    if (owed <= 0 || (this.#ledger.due[invoice] as number) < since || (fallsWithContract && this.#byContract)) return 0;
    if (this.#isGiven[place] === true) return 0;
    this.#isGiven[place] = true;
    // Sums by the size of the debt are for debts in their own currency.
    const isOther = currencyAt(this.#ledger, this.#ledger.currency[invoice] as number) !== currency;
    const debt = Math.max(this.#late[place] as number, this.#lateAgain[place] as number);
    return bands.length > 1 && isOther ? 0 : (bands.findLast(({ over }) => debt >= over)?.amount ?? 0);
  }

  /** Instalments share their number, their day and their currency; the same number in another year is another invoice. */
  #key(row: number): string {
    const document = documentOf(this.#ledger, row);
    const { customer, currency } = this.#ledger;
    return document === '' ? `row ${row}` : `${customer[row]} ${currency[row]} ${this.#dates[row]} ${document}`;
  }
}

/** The number of a row; '' where it has none. */
export function documentOf(ledger: Ledger, row: number): string {
  const document = column(ledger, 'document');
  return document?.isEmpty(row) === false ? document.at(row) : '';
}
