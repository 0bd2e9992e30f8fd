// Which one number stands for a posting where there is room for one? Its own, but for what pays: that of the document it names, where one claim of the customer
// carries it and a reader of the journal takes it for what is paid (ledger/named-by-piece.ts); its own then stands in the label.
import type { KindKey } from '../ledger/kind.ts';
import { documentDays, type Ledger } from '../ledger/ledger.ts';

const CLAIMS: ReadonlySet<KindKey> = new Set(['invoice', 'bill', 'charge', 'retention', 'opening', 'other']);
const PAYING: ReadonlySet<KindKey> = new Set(['payment', 'write_off', 'discount', 'fx', 'transfer']);

/** A number of fewer characters, or without a digit, is met by chance. */
const LEAST = 4;

export class Pieces {
  readonly #ledger: Ledger;
  /** In the currency of the books. */
  readonly #amountOf: (row: number) => number;
  readonly #readAs: (row: number) => KindKey;
  /** By customer and number: the first claim that carries it; undefined where documents of several days do. */
  readonly #claims = new Map<string, number | undefined>();

  constructor(ledger: Ledger, amountOf: (row: number) => number, readAs: (row: number) => KindKey) {
    this.#ledger = ledger;
    this.#amountOf = amountOf;
    this.#readAs = readAs;
    const { document, reference } = ledger.columns;
    if (document === undefined || reference === undefined) return;
    const days = documentDays(ledger);
    for (let row = 0; row < ledger.count; row++) {
      if (amountOf(row) <= 0 || document.isEmpty(row) || !CLAIMS.has(readAs(row))) continue;
      const key = this.#key(row, document.at(row));
      const before = this.#claims.get(key);
      const again = this.#claims.has(key) && (before === undefined || days[before] !== days[row]);
      this.#claims.set(key, again ? undefined : (before ?? row));
    }
  }

  /** Empty where the posting has no number. */
  of(row: number): string {
    const { document, reference } = this.#ledger.columns;
    const [own, names] = [document?.at(row) ?? '', reference?.at(row) ?? ''];
    return this.isNamed(row) || (own === '' && !this.#comesBack(row)) ? names : own;
  }

  /** The document it pays is found by its number. */
  isNamed(row: number): boolean {
    return this.claimOf(row) !== undefined;
  }

  claimOf(row: number): number | undefined {
    const names = this.#ledger.columns.reference?.at(row) ?? '';
    if (names.length < LEAST || !/\d/.test(names) || this.#amountOf(row) >= 0) return undefined;
    return PAYING.has(this.#readAs(row)) ? this.#claims.get(this.#key(row, names)) : undefined;
  }

  /** A reject that carries the number of a document is looked at for fees. */
  #comesBack(row: number): boolean {
    return this.#readAs(row) === 'returned';
  }

  #key(row: number, number: string): string {
    return `${this.#ledger.customer[row]} ${number}`;
  }
}
