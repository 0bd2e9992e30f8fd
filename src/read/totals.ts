// Do the totals a report prints agree with its rows? They are passed over, added up anew and compared: a difference is told, since either a row is missing
// or the total is of something else (Xero's is of all customers, whatever the filter).
import type { Currency } from '../core/currency.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import { NO_AMOUNT } from '../ledger/ledger.ts';

type Differing = { readonly printed: number; readonly counted: number };
type DifferingTotal = Differing & Pick<Total, 'line' | 'label' | 'sure' | 'carried'>;

/** How many totals are what the rows above them come to, and those that are not, in minor units. */
export type TotalsFound = {
  readonly agree: number;
  readonly differing: readonly DifferingTotal[];
  /** Undefined where the rows are in several, and nothing could be compared. */
  readonly currency: Currency | undefined;
};

/** Minor units of a total's cells; undefined where a cell is empty. */
export type TotalFigures = { readonly amount: number | undefined; readonly open: number | undefined };

type Total = {
  readonly figures: TotalFigures;
  /** Postings above it. */
  readonly row: number;
  readonly line: number;
  /** Empty for amounts without a label. */
  readonly label: string;
  /** It is of everything above, not of the stretch above. */
  readonly grand: boolean;
  /** Nothing else can be meant by its label. */
  readonly sure: boolean;
  /** What a page takes over from the one before: of rows that stand above, or an opening balance in its disguise. */
  readonly carried: boolean;
};

export class Totals {
  readonly #totals: Total[] = [];
  /** Where a stretch of rows may begin that a total is of: behind a heading or another total. */
  readonly #starts: number[];
  readonly #first: number;
  /** Sums of the rows read so far, once they are asked for, and the starts they know. */
  #soFar: { readonly sums: Stretches; start: number } | undefined;

  constructor(first: number) {
    this.#first = first;
    this.#starts = [first];
  }

  /** A stretch begins at this posting. */
  start(row: number): void {
    if (this.#starts.at(-1) !== row) this.#starts.push(row);
  }

  add(total: Total): void {
    this.#totals.push(total);
    if (!total.carried) this.start(total.row);
  }

  get count(): number {
    return this.#totals.length;
  }

  /** True when a stretch of the rows read so far comes to these figures. */
  agrees(figures: TotalFigures, builder: LedgerBuilder): boolean {
    this.#soFar ??= { sums: new Stretches(builder, this.#first), start: 0 };
    const { sums } = this.#soFar;
    for (let at = this.#soFar.start; (this.#starts[at] ?? builder.count) < builder.count; at++, this.#soFar.start++) {
      sums.startAt(this.#starts[at] as number);
    }
    return sums.differing({ figures, row: builder.count, grand: false }) === undefined;
  }

  /** Compares each total with the rows above it, once the signs of the file are settled. */
  prove(builder: LedgerBuilder): TotalsFound {
    const { currency } = builder.own;
    for (let row = this.#first; row < builder.count; row++) if (currency[row] !== currency[this.#first]) return this.#unproved();
    const sums = new Stretches(builder, this.#first);
    const differing: DifferingTotal[] = [];
    let start = 0;
    for (const total of this.#totals) {
      // Stretches that begin above this total; the last of them is what it is of, unless it is of everything.
      for (; start < this.#starts.length && (start === 0 || (this.#starts[start] as number) < total.row); start++) {
        sums.startAt(this.#starts[start] as number);
      }
      const wrong = sums.differing(total);
      if (wrong !== undefined) differing.push({ ...said(total), ...wrong });
    }
    const code = builder.currencies[currency[this.#first] ?? 0];
    const compared = this.#totals.filter(({ carried }) => !carried).length;
    const differ = differing.filter(({ carried }) => !carried).length;
    return { agree: compared - differ, differing, currency: code };
  }

  /** Rows in several currencies come to no total: none is compared, and what is a total by its figures only is none. */
  #unproved(): TotalsFound {
    const doubtful = this.#totals.filter(({ sure }) => !sure);
    const differing = doubtful.map((total) => ({ ...said(total), printed: 0, counted: 0 }));
    return { agree: 0, differing, currency: undefined };
  }
}

function said({ line, label, sure, carried }: Total): Pick<Total, 'line' | 'label' | 'sure' | 'carried'> {
  return { line, label, sure, carried };
}

/** Sums of the stretches of rows that end at one place and begin at those marked. */
class Stretches {
  readonly #builder: LedgerBuilder;
  #row: number;
  readonly #soFar = { amount: 0, open: 0 };
  /** What stood above each beginning: a total fits if one of these taken off all above it leaves it. */
  readonly #before = { amount: new Set<number>(), open: new Set<number>() };
  readonly #last = { amount: 0, open: 0 };

  constructor(builder: LedgerBuilder, first: number) {
    this.#builder = builder;
    this.#row = first;
  }

  startAt(row: number): void {
    this.#addUpTo(row);
    for (const of of ['amount', 'open'] as const) {
      this.#before[of].add(this.#soFar[of]);
      this.#last[of] = this.#soFar[of];
    }
  }

  /** The first figure that no stretch above the total comes to. */
  differing({ figures, row, grand }: Pick<Total, 'figures' | 'row' | 'grand'>): Differing | undefined {
    this.#addUpTo(row);
    for (const of of ['amount', 'open'] as const) {
      const printed = figures[of];
      if (printed === undefined || this.#before[of].has(this.#soFar[of] - printed)) continue;
      return { printed, counted: grand ? this.#soFar[of] : this.#soFar[of] - this.#last[of] };
    }
    return undefined;
  }

  #addUpTo(row: number): void {
    const { own, optional } = this.#builder;
    for (; this.#row < row; this.#row++) {
      const amount = own.amount[this.#row] as number;
      const open = optional.open_amount?.[this.#row] ?? NO_AMOUNT;
      this.#soFar.amount += amount;
      this.#soFar.open += open === NO_AMOUNT ? amount : Math.sign(amount) * open;
    }
  }
}
