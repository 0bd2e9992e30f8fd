// How do entries of a batch become rows of a ledger? The kernel of postings.wat with the numbers it works on: it writes a batch of columns,
// which are copied into the ledger's; its sums and counts are added to those of the file.
import { type Currency, exponentOf } from '../../core/currency.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import { IS_CREDIT_KIND, kindCode } from '../../ledger/kind.ts';
import { MOST_CURRENCIES } from '../../ledger/sums.ts';
import type { FileCounts } from '../counts.ts';
import { BATCH, type Machine } from './machine.ts';
import type { Meanings } from './meanings.ts';
import type { Plan } from './plan.ts';
import type { Rows } from './window.ts';

/** Places of the numbers in the block, as words; postings.wat says what each is. */
const at = (place: number): number => place >> 2;
const TURNS = at(92);
const ROWS = at(96);
const NOT_MET = at(100);
const FIRST_DAY = at(104);
const LAST_DAY = at(108);
const POSITIVE = at(112);
const NEGATIVE = at(120);
const NOT_DUE = at(128);
const NO_CURRENCY = at(136);
const NO_KIND = at(144);

/** Rows that are stored one by one. */
const FEW = 16;

export class Postings {
  readonly #machine: Machine;
  readonly #plan: Plan;
  readonly #builder: LedgerBuilder;
  readonly #meanings: Meanings;
  readonly #counts: FileCounts;
  readonly #block: number;
  readonly #sums: number;
  readonly #written: number;
  readonly #notMet: number;
  /** Place of what amounts of each kind are multiplied by. */
  readonly #turns: number;
  /** Amounts of credits may still turn out to be written without a minus. */
  #mayTurn: boolean;

  constructor(
    machine: Machine,
    plan: Plan,
    builder: LedgerBuilder,
    meanings: Meanings,
    counts: FileCounts,
    rowCurrency: Currency,
    mayTurn: boolean,
  ) {
    this.#machine = machine;
    this.#mayTurn = mayTurn;
    this.#plan = plan;
    this.#builder = builder;
    this.#meanings = meanings;
    this.#counts = counts;
    this.#block = machine.take(256);
    this.#sums = machine.take(MOST_CURRENCIES * 24);
    this.#written = machine.take(BATCH * 22);
    const creditKinds = machine.take(IS_CREDIT_KIND.length);
    machine.bytes.set(IS_CREDIT_KIND, creditKinds);
    machine.code.state.value = this.#block;
    const columns = [plan.customers.place, plan.kind.keys, plan.currency.keys, plan.date.days, plan.posted.days, plan.due.days];
    machine.words.set([...columns, plan.amount.units, plan.amount.decimals], at(this.#block));
    this.#notMet = machine.take(BATCH * 4);
    machine.words.set([creditKinds, this.#sums, this.#written, this.#notMet], at(this.#block + 48));
    const has = (column: { field: number | undefined }): number => (column.field === undefined ? 0 : 1);
    const tells = plan.sided ? 0 : 1;
    const settings = [exponentOf(rowCurrency), -1, tells, has(plan.kind), has(plan.currency)];
    machine.words.set([...settings, kindCode('invoice'), kindCode('payment')], at(this.#block + 64));
    machine.doubles.set([1, 10, 100, 1000, 10_000], (this.#block + 160) >> 3);
    this.#turns = machine.take(IS_CREDIT_KIND.length * 8);
    machine.words[at(this.#block) + TURNS] = this.#turns;
    this.#turn(1);
  }

  /** Stores entries from `r` on up to the first that cannot be taken, and returns its entry. */
  take(rows: Rows, row: number, r: number, count: number): number {
    for (let from = r; ; ) {
      this.#ready();
      const stopped = this.#machine.code.postings(from, count, BATCH);
      const to = stopped < 0 ? -1 - stopped : stopped;
      this.#store(rows, row, from, to);
      if (this.#mayTurn) this.#presume();
      if (stopped >= 0) return to;
      this.#meanings.meetCurrency(this.#machine.words[at(this.#plan.currency.keys) + to] as number);
      from = to;
    }
  }

  /** Most files write all credits with a minus or all without, as the first of them shows; where they do not, the end of the file sets it right. */
  #presume(): void {
    const { positive, negative } = this.#counts.signs;
    if (positive + negative === 0) return;
    this.#mayTurn = false;
    if (negative > 0) return;
    this.#builder.creditSigns.presumeUnsigned(this.#builder.count);
    this.#turn(-1);
  }

  #turn(credits: 1 | -1): void {
    const { doubles } = this.#machine;
    IS_CREDIT_KIND.forEach((isCredit, kind) => {
      doubles[(this.#turns >> 3) + kind] = isCredit === 1 ? credits : 1;
    });
  }

  #ready(): void {
    const { words } = this.#machine;
    const { customers, inOrder, kinds, exponents, currencies, ownIndex } = this.#meanings;
    const block = at(this.#block);
    words.set([customers.place, kinds.place, exponents.place, currencies.place], block + at(32));
    words[block + at(68)] = ownIndex;
    words.set([inOrder.keys, inOrder.first], block + at(204));
    words.fill(0, block + ROWS, block + at(152));
    words[block + FIRST_DAY] = 0x7fffffff;
    words[block + LAST_DAY] = -0x80000000;
  }

  #store(rows: Rows, row: number, from: number, to: number): void {
    if (from === to) return;
    this.#count(rows, row);
    const customers = at(this.#written);
    const notMet = this.#machine.words[at(this.#block) + NOT_MET] as number;
    // May take memory, after which the views on it are others.
    if (notMet > 0) this.#meanings.meetCustomers(rows, row, at(this.#notMet), notMet, customers);
    if (to - from <= FEW) this.#storeFew(from, to);
    else this.#storeMany(from, to);
  }

  /** Short stretches, as between rows for another reader: views on memory would take longer than the rows. */
  #storeFew(from: number, to: number): void {
    const { words, doubles, bytes } = this.#machine;
    const { own, count } = this.#builder;
    const customers = at(this.#written);
    const [days, dues] = [customers + BATCH, customers + 2 * BATCH];
    const amounts = (this.#written + BATCH * 12) >> 3;
    const kinds = this.#written + BATCH * 20;
    for (let r = from; r < to; r++) {
      const row = count + r - from;
      own.customer[row] = words[customers + r] as number;
      own.day[row] = words[days + r] as number;
      own.due[row] = words[dues + r] as number;
      own.amount[row] = doubles[amounts + r] as number;
      own.kind[row] = bytes[kinds + r] as number;
      own.currency[row] = bytes[kinds + BATCH + r] as number;
    }
    this.#builder.written(count + to - from);
  }

  #storeMany(from: number, to: number): void {
    const { words, doubles, bytes } = this.#machine;
    const { own, count } = this.#builder;
    const customers = at(this.#written);
    own.customer.set(words.subarray(customers + from, customers + to), count);
    const days = at(this.#written + BATCH * 4);
    own.day.set(words.subarray(days + from, days + to), count);
    const dues = at(this.#written + BATCH * 8);
    own.due.set(words.subarray(dues + from, dues + to), count);
    const amounts = (this.#written + BATCH * 12) >> 3;
    own.amount.set(doubles.subarray(amounts + from, amounts + to), count);
    const kinds = this.#written + BATCH * 20;
    own.kind.set(bytes.subarray(kinds + from, kinds + to), count);
    const currencies = kinds + BATCH;
    own.currency.set(bytes.subarray(currencies + from, currencies + to), count);
    this.#builder.written(count + to - from);
  }

  /** Adds what the kernel counted and summed to what is known of the file, and empties its sums. */
  #count(rows: Rows, row: number): void {
    const { words, doubles } = this.#machine;
    const counts = this.#counts;
    const block = at(this.#block);
    counts.rows += words[block + ROWS] as number;
    counts.days(words[block + FIRST_DAY] as number, words[block + LAST_DAY] as number);
    for (const [place, located] of [
      [POSITIVE, counts.positive],
      [NEGATIVE, counts.negative],
      [NOT_DUE, counts.dueMissing],
      [NO_CURRENCY, counts.currencyMissing],
      [NO_KIND, counts.kindMissing],
    ] as const) {
      const found = words[block + place] as number;
      if (found > 0) located.add(found, rows.lineOf(row + (words[block + place + 1] as number)));
    }
    const { amounts } = this.#builder.sums;
    for (let currency = 0; currency < this.#builder.currencies.length; currency++) {
      const sums = (this.#sums >> 3) + currency * 3;
      amounts.addSums(currency, doubles[sums] as number, doubles[sums + 1] as number, doubles[sums + 2] as number);
      doubles.fill(0, sums, sums + 3);
    }
  }
}
