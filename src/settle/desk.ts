// The one place where an amount is taken off two postings: whatever the evidence, both sides lose the same.
import { type Day, NO_DAY } from '../core/day.ts';
import { mulDiv } from '../core/rounding.ts';
import { documentDays, type Ledger } from '../ledger/ledger.ts';
import { type Left, leftOf } from './left.ts';
import { BY_COLUMNS, BY_TOLERANCE, type Closed, EVIDENCE, type EvidenceKey, type SettlementFacts } from './open-items.ts';
import type { SettlementRecorder } from './settlements.ts';

/** The remaining amounts of all postings, while settlement is at work on them. */
export class Desk {
  readonly ledger: Ledger;
  readonly day: Day;
  readonly base: Float64Array | undefined;
  readonly facts: SettlementFacts;
  /** Σ settled by columns per currency index, and in base. */
  readonly byColumns: number[];
  byColumnsBase = 0;
  byToleranceBase = 0;
  /** What left each row without another posting; made when the first does. */
  alone: Float64Array | undefined;
  /** Settlements so far. */
  #settled = 0;
  /** What is left, once something is not as in the ledger; before that the column of amounts. */
  #left: Left | undefined;
  #open: Float64Array;
  readonly #documentDay: Int32Array;
  readonly #recorder: SettlementRecorder | undefined;

  /** `written`: the largest posting day of the ledger. */
  constructor(ledger: Ledger, day: Day, written: Day, recorder: SettlementRecorder | undefined) {
    this.ledger = ledger;
    this.day = day;
    this.#open = ledger.amount.subarray(0, ledger.count);
    this.#documentDay = documentDays(ledger);
    this.#recorder = recorder;
    const none = () => ({ count: 0, row: -1 });
    this.facts = {
      creditsMatched: 0,
      ambiguous: none(),
      unbalanced: none(),
      disagree: none(),
      overpaid: none(),
      undated: none(),
      byColumns: 0,
      closed: undefined,
    };
    this.byColumns = ledger.currencies.map(() => 0);
    const base = ledger.columns.base;
    this.base = base?.slice(0, ledger.count);
    if (written > day) this.#leaveOutLater();
  }

  /** What is posted after the day does not exist on it. */
  #leaveOutLater(): void {
    const { open } = this.#writable();
    for (let row = 0; row < this.ledger.count; row++) {
      if (this.exists(row)) continue;
      open[row] = 0;
      if (this.base !== undefined) this.base[row] = 0;
    }
  }

  /** What is left of each posting. As long as nothing is settled, that is the column of amounts itself: a copy of ten million costs time. */
  get open(): Float64Array {
    return this.#open;
  }

  /** By which evidence each posting was settled, in bits. */
  get evidence(): Uint8Array {
    return this.#left?.evidence ?? new Uint8Array(this.ledger.count);
  }

  /** The whole amount of each posting, 0 for those that do not exist on the day. As long as nothing is settled, that is what is open. */
  get posted(): Float64Array {
    if (this.#settled === 0) return this.open;
    const { amount, count } = this.ledger;
    return amount.subarray(0, count).map((whole, row) => (this.exists(row) ? whole : 0));
  }

  #writable(): Left {
    if (this.#left === undefined) {
      this.#left = leftOf(this.#open);
      this.#open = this.#left.open;
    }
    return this.#left;
  }

  exists(row: number): boolean {
    return (this.ledger.day[row] as number) <= this.day;
  }

  documentDay(row: number): number {
    return this.#documentDay[row] as number;
  }

  /** Settles as much as both sides have left, on the later posting day of the two, or on `put` where that is later still. Returns the amount. */
  pair(debit: number, credit: number, by: EvidenceKey, put: Day = NO_DAY): number {
    const { open, evidence } = this.#writable();
    const amount = Math.min(open[debit] as number, -(open[credit] as number));
    if (amount <= 0) return 0;
    let worth = 0;
    if (this.base !== undefined) {
      // The payment's worth in the books is what it takes off the invoice; a difference of exchange stays on the invoice.
      const share = mulDiv(this.base[credit] as number, amount, -(open[credit] as number), 'half-up');
      this.base[credit] = (this.base[credit] as number) - share;
      this.base[debit] = (this.base[debit] as number) + share;
      worth = 0 - share;
    }
    open[debit] = (open[debit] as number) - amount;
    open[credit] = (open[credit] as number) + amount;
    this.#settled++;
    const bit = EVIDENCE[by];
    evidence[debit] = (evidence[debit] as number) | bit;
    const before = evidence[credit] as number;
    if (before === 0) this.facts.creditsMatched++;
    evidence[credit] = before | bit;
    if (this.#recorder !== undefined) {
      const later = Math.max(this.ledger.day[debit] as number, this.ledger.day[credit] as number, put);
      this.#recorder.add(debit, credit, amount, later as Day, bit, worth);
    }
    return amount;
  }

  /** Settles what two rows have left in the books' currency, as much as both have, where they are of opposite sides there; nothing of either in their own. */
  pairWorth(a: number, b: number, by: EvidenceKey): void {
    const { base } = this;
    if (base === undefined || Math.sign(base[a] as number) * Math.sign(base[b] as number) >= 0) return;
    const [debit, credit] = (base[a] as number) > 0 ? [a, b] : [b, a];
    const worth = Math.min(base[debit] as number, -(base[credit] as number));
    base[debit] = (base[debit] as number) - worth;
    base[credit] = (base[credit] as number) + worth;
    const { evidence } = this.#writable();
    for (const row of [a, b]) evidence[row] = (evidence[row] as number) | EVIDENCE[by];
    const day = Math.max(this.ledger.day[a] as number, this.ledger.day[b] as number) as Day;
    this.#recorder?.add(debit, credit, 0, day, EVIDENCE[by], worth);
  }

  /** A pair is nothing but its amounts: it has no worth in the books, and nobody records it. */
  get isBare(): boolean {
    return this.base === undefined && this.#recorder === undefined;
  }

  /** Where the rows of bare pairs are written that `pairAll` settles, a stretch of them at the most. */
  get pairLists(): Pick<Left, 'debits' | 'credits'> {
    return this.#writable();
  }

  /** Settles the first `count` pairs of the lists. */
  pairAll(count: number, evidence: EvidenceKey): void {
    const { settled, matched } = this.#writable().pairs(count, EVIDENCE[evidence]);
    this.#settled += settled;
    this.facts.creditsMatched += matched;
  }

  /** What was paid of a row beyond its amount, as the row was booked; a row of nothing has no rate but that of the books' own currency. */
  #worthBeyond(row: number, booked: number, beyond: number): number {
    const amount = Math.abs(this.ledger.amount[row] as number);
    if (amount > 0) return mulDiv(booked, beyond, amount, 'half-up');
    return this.ledger.currencies[this.ledger.currency[row] as number] === this.ledger.bookCurrency ? beyond : 0;
  }

  /** Settles an amount > 0 of one row by what its own columns say; it may pass what is left (a row paid beyond its amount). */
  settleByColumns(row: number, amount: number, day: Day): void {
    const side = (this.ledger.amount[row] as number) < 0 ? -1 : 1;
    const left = (this.open[row] as number) * side;
    let worth = 0;
    if (this.base !== undefined) {
      // What is left gives its share of the row's worth; what goes beyond is valued as the row was booked.
      const within = Math.min(amount, Math.max(left, 0));
      let share = within === 0 ? 0 : mulDiv(this.base[row] as number, within, left, 'half-up');
      const booked = this.ledger.columns.base?.[row] as number;
      share += this.#worthBeyond(row, booked, amount - within);
      this.base[row] = (this.base[row] as number) - share;
      this.byColumnsBase += share;
      worth = side * share;
    }
    const { open, evidence } = this.#writable();
    open[row] = (open[row] as number) - side * amount;
    this.alone ??= new Float64Array(this.ledger.count);
    this.alone[row] = side * amount;
    const currency = this.ledger.currency[row] as number;
    this.byColumns[currency] = (this.byColumns[currency] as number) + side * amount;
    // A credit that has its first evidence has found what it pays.
    const before = evidence[row] as number;
    if (before === 0 && side === -1) this.facts.creditsMatched++;
    evidence[row] = before | EVIDENCE.columns;
    this.#recorder?.add(side === 1 ? row : BY_COLUMNS, side === 1 ? BY_COLUMNS : row, amount, day, EVIDENCE.columns, worth);
  }

  /** Closes what is left of a row: no other posting loses it. Its worth is that of the row as booked, so that a difference of exchange stays. */
  closeRemainder(row: number, closed: Closed, day: Day): void {
    const left = this.open[row] as number;
    const [amount, side] = [Math.abs(left), left < 0 ? closed.credits : closed.debits];
    let worth = 0;
    if (this.base !== undefined) {
      const share = this.#worthBeyond(row, this.ledger.columns.base?.[row] as number, amount);
      const signed = left < 0 === (this.ledger.amount[row] as number) < 0 ? share : -share;
      this.base[row] = (this.base[row] as number) - signed;
      this.byToleranceBase += signed;
      worth = left < 0 ? 0 - signed : signed;
    }
    const { open, evidence } = this.#writable();
    open[row] = 0;
    this.alone ??= new Float64Array(this.ledger.count);
    this.alone[row] = (this.alone[row] as number) + left;
    side.count++;
    side.amount += left;
    evidence[row] = (evidence[row] as number) | EVIDENCE.tolerance;
    this.#recorder?.add(left < 0 ? BY_TOLERANCE : row, left < 0 ? row : BY_TOLERANCE, amount, day, EVIDENCE.tolerance, worth);
  }

  /** The day of the last settlement of each row; NO_DAY where there is none, and for all where settlements are not recorded. */
  lastDays(): Int32Array | undefined {
    return this.#recorder?.lastDays(this.ledger.count);
  }
}
