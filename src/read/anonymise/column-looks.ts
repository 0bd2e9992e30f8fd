// What does a column hold that nobody knows, as a whole? Noted while the file is looked through: a number is an amount where others of its column have decimals,
// and a word is one of few where the column has few.
import { fold } from '../../core/fold.ts';
import { dayFormsOf } from '../day.ts';
import { sameHeading } from '../headings.ts';

/** A column of more different words than these is no list of codes: it may name everybody. */
const MOST_CODES = 60;
/** Words of headings under which numbers are amounts. */
const OF_AMOUNTS =
  /\b(?:amounts?|montants?|totals?|totaux|solde|balance|value|valeur|prix|price|fees?|debit|credit|ht|ttc|days?|jours?|retard|limit|score)\b/;
const OF_DAYS = /\b(?:date|day|jour|le|on|echeance)\b/;

export class ColumnLook {
  readonly amounts: boolean;
  readonly #daysByName: boolean;
  #decimals = false;
  #others = false;
  readonly #words = new Set<string>();

  constructor(heading: string) {
    const name = sameHeading(heading);
    this.amounts = OF_AMOUNTS.test(name);
    this.#daysByName = OF_DAYS.test(name);
  }

  note(text: string): void {
    if (!/\p{L}/u.test(text) && hasDecimals(text)) this.#decimals = true;
    if (!this.#others && dayFormsOf(text).length === 0) this.#others = true;
    if (this.#words.size <= MOST_CODES) this.#words.add(fold(text));
  }

  /** Its whole numbers are amounts, or counts. */
  get holdsAmounts(): boolean {
    return this.amounts || this.#decimals;
  }

  /** Every cell of it can be a day, and it is called so. */
  get holdsDays(): boolean {
    return this.#daysByName && !this.#others;
  }

  get isOfCodes(): boolean {
    return this.#words.size <= MOST_CODES;
  }
}

/** True for an amount with decimals, digits before them in groups of three or in none: telephones (06.12.34.56.78) and numbers of firms (732.829.320) have other groups, or end with one. */
export function hasDecimals(text: string): boolean {
  const grouped = /^\D*(?:\d+|\d{1,3}(?:[\s.,']\d{3})+)[.,](?:\d{1,2}|\d{4})\D*$/;
  return grouped.test(text) || /^\D*\d{1,3}[.,]\d{3}\D*$/.test(text);
}
