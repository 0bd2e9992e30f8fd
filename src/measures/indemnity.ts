// What does a late invoice cost beside interest? A fixed sum, once an invoice, however many parts of it were late, in the currency the law names (C. com. D441-5; directive
// 2011/7/EU, art. 6; LPCD(I) Act 1998, s. 5A).
import type { Law } from '../law/law.ts';
import { column, currencyAt, type Ledger } from '../ledger/ledger.ts';

export class Indemnities {
  readonly #ledger: Ledger;
  /** Invoices that have theirs, by customer and number. */
  readonly #given = new Set<string>();

  readonly #byContract: boolean;

  /** `byContract`: interest is at a rate of the contract. */
  constructor(ledger: Ledger, byContract: boolean) {
    this.#ledger = ledger;
    this.#byContract = byContract;
  }

  /** `origin`: the row of the invoice it is of; `owed`: what was late of it. It goes with the first part of an invoice that is asked about. */
  of(row: number, origin: number, { indemnity: { currency, bands, since, fallsWithContract } }: Law, owed: number): number {
    if (owed <= 0 || (this.#ledger.due[row] as number) < since || (fallsWithContract && this.#byContract)) return 0;
    const document = documentOf(this.#ledger, origin);
    const key = `${this.#ledger.customer[row]} ${document}`;
    if (document !== '' && this.#given.has(key)) return 0;
    this.#given.add(key);
    // Sums by the size of the debt are for debts in their own currency.
    const isOther = currencyAt(this.#ledger, this.#ledger.currency[row] as number) !== currency;
    return bands.length > 1 && isOther ? 0 : (bands.findLast(({ over }) => owed >= over)?.amount ?? 0);
  }
}

/** The number of a row; '' where it has none. */
export function documentOf(ledger: Ledger, row: number): string {
  const document = column(ledger, 'document');
  return document?.isEmpty(row) === false ? document.at(row) : '';
}
