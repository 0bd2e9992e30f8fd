// Do the totals a report prints agree with its rows? They are passed over, added up anew and compared: a difference is told, since either a row is missing
// or the total is of something else (Xero's is of all customers, whatever the filter).
import type { Currency } from '../core/currency.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import { NO_AMOUNT } from '../ledger/ledger.ts';

type Differing = { readonly printed: number; readonly counted: number };
/** `currency`: undefined where the total names none and rows of several were not added for it. */
type DifferingTotal = Differing & Said & { readonly currency: Currency | undefined };
type Said = Pick<Total, 'line' | 'label' | 'sure' | 'carried'>;

/** How many totals are what the rows above them come to, and those that are not, in minor units. */
export type TotalsFound = {
  readonly agree: number;
  readonly differing: readonly DifferingTotal[];
  /** Those of rows in several currencies that name none of these: compared with nothing. */
  readonly apart: number;
};

/** Minor units of a total's cells; undefined where a cell is empty. */
export type TotalFigures = { readonly amount: number | undefined; readonly open: number | undefined };

type Total = {
  readonly figures: TotalFigures;
  /** The one the total names. */
  readonly currency: Currency | undefined;
  /** Postings above it. */
  readonly row: number;
  readonly line: number;
  /** Empty for amounts without a label. */
  readonly label: string;
  /** It is of everything above, not of the stretch above. */
  readonly grand: boolean;
  /** It stands right below the heading of what it is of. */
  readonly empty: boolean;
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
  /** Where the stretch begins whose heading stands above, and no total behind it. */
  #headed: number | undefined;

  constructor(first: number) {
    this.#first = first;
    this.#starts = [first];
  }

  /** A stretch begins at this posting, below a line that names what it is of. */
  head(row: number): void {
    this.#headed = row;
    this.#start(row);
  }

  #start(row: number): void {
    if (this.#starts.at(-1) !== row) this.#starts.push(row);
  }

  add(total: Omit<Total, 'empty'>): void {
    this.#totals.push({ ...total, empty: this.#headed === total.row });
    if (total.carried) return;
    this.#headed = undefined;
    this.#start(total.row);
  }

  get count(): number {
    return this.#totals.length;
  }

  /** True when a stretch of the rows read so far, in the currency of the last of them, comes to these figures. */
  agrees(figures: TotalFigures, builder: LedgerBuilder): boolean {
    this.#soFar ??= { sums: new Stretches(builder, this.#first), start: 0 };
    const { sums } = this.#soFar;
    for (let at = this.#soFar.start; (this.#starts[at] ?? builder.count) < builder.count; at++, this.#soFar.start++) {
      sums.startAt(this.#starts[at] as number);
    }
    const code = builder.own.currency[Math.max(0, builder.count - 1)] as number;
    return sums.differing({ figures, row: builder.count, grand: false, empty: false }, code) === undefined;
  }

  /** Compares each total with the rows above it, once the signs of the file are settled. */
  prove(builder: LedgerBuilder): TotalsFound {
    const only = this.#onlyCurrency(builder);
    const sums = new Stretches(builder, this.#first);
    const differing: DifferingTotal[] = [];
    let [start, apart] = [0, 0];
    for (const total of this.#totals) {
      // Stretches that begin above this total; the last of them is what it is of, unless it is of everything.
      for (; start < this.#starts.length && (start === 0 || (this.#starts[start] as number) < total.row); start++) {
        sums.startAt(this.#starts[start] as number);
      }
      const code = only ?? builder.currencies.indexOf(total.currency as Currency);
      if (code < 0) {
        if (!total.carried) apart++;
        // What is a total by its figures only is none where these cannot be compared.
        if (!total.sure) differing.push({ ...said(total), currency: undefined, printed: 0, counted: 0 });
        continue;
      }
      const wrong = sums.differing(total, code);
      if (wrong !== undefined) differing.push({ ...said(total), currency: builder.currencies[code], ...wrong });
    }
    const compared = this.#totals.filter(({ carried }) => !carried).length - apart;
    const differ = differing.filter(({ carried, currency }) => !carried && currency !== undefined).length;
    return { agree: compared - differ, differing, apart };
  }

  /** The code of the currency of all rows; undefined where they are in several. */
  #onlyCurrency(builder: LedgerBuilder): number | undefined {
    const { currency } = builder.own;
    const first = currency[this.#first] ?? 0;
    for (let row = this.#first; row < builder.count; row++) if (currency[row] !== first) return undefined;
    return first;
  }
}

function said({ line, label, sure, carried }: Total): Said {
  return { line, label, sure, carried };
}

/** Minor units of both figures of a total. */
type Sums = { amount: number; open: number };

/** Sums of the stretches of rows that end at one place and begin at those marked, by the code of their currency. */
class Stretches {
  readonly #builder: LedgerBuilder;
  #row: number;
  readonly #soFar: Sums[] = [];
  /** What stood above each beginning: a total fits if one of these taken off all above it leaves it. */
  readonly #before: { readonly amount: Set<number>; readonly open: Set<number> }[] = [];
  readonly #last: Sums[] = [];

  constructor(builder: LedgerBuilder, first: number) {
    this.#builder = builder;
    this.#row = first;
  }

  startAt(row: number): void {
    this.#addUpTo(row);
    for (const code of this.#builder.currencies.keys()) {
      const { amount, open } = this.#of(code);
      this.#before[code] ??= { amount: new Set([0]), open: new Set([0]) };
      this.#before[code].amount.add(amount);
      this.#before[code].open.add(open);
      this.#last[code] = { amount, open };
    }
  }

  /** The first figure that no stretch above the total comes to. */
  differing(
    { figures, row, grand, empty }: Pick<Total, 'figures' | 'row' | 'grand' | 'empty'>,
    code: number,
  ): Differing | undefined {
    this.#addUpTo(row);
    const soFar = this.#of(code);
    for (const of of ['amount', 'open'] as const) {
      const printed = figures[of];
      if (printed === undefined || (empty && printed === 0) || this.#before[code]?.[of].has(soFar[of] - printed) === true)
        continue;
      return { printed, counted: grand ? soFar[of] : soFar[of] - (this.#last[code]?.[of] ?? 0) };
    }
    return undefined;
  }

  #of(code: number): Sums {
    this.#soFar[code] ??= { amount: 0, open: 0 };
    return this.#soFar[code];
  }

  #addUpTo(row: number): void {
    const { own, optional } = this.#builder;
    for (; this.#row < row; this.#row++) {
      const amount = this.#builder.creditSigns.written(this.#row);
      const open = optional.open_amount?.[this.#row] ?? NO_AMOUNT;
      const sums = this.#of(own.currency[this.#row] as number);
      sums.amount += amount;
      sums.open += open === NO_AMOUNT ? amount : Math.sign(amount) * open;
    }
  }
}
