// How does a ledger come to be? A reader fills the draft and commits it, row by row: columns grow, the sums are kept beside them.
import { assert } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import { CreditSigns } from './credit-signs.ts';
import { Customers } from './customers.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { CODED, type Coded, type ColumnName } from './field.ts';
import { IS_CREDIT_KIND } from './kind.ts';
import type { Ledger, LedgerFile, OptionalColumns, SharedRow } from './ledger.ts';
import { bringColumn, grownColumns } from './optional-columns.ts';
import { grownOwn, type OwnColumns, ownColumns } from './own-columns.ts';
import { Series } from './series.ts';
import { MOST_CURRENCIES, PostingSums } from './sums.ts';

const FIRST_CAPACITY = 1024;

export class LedgerBuilder {
  readonly draft: Draft = emptyDraft();
  readonly customers = new Customers();
  /** Those of the columns `document` and `reference`. */
  readonly series = new Series();
  readonly #asked: ReadonlySet<ColumnName>;
  readonly #currencies: Currency[] = [];
  readonly #bookCurrency: Currency;
  readonly #sums = new PostingSums();
  readonly #baseSums = new PostingSums();
  #fileSums = new PostingSums();
  #fileBaseSums = new PostingSums();
  readonly #files: LedgerFile[] = [];
  /** Debits of a year that a later one brings forward, and the day on which it does (chained-years.ts). */
  readonly broughtForward = new Map<number, Day>();
  /** The last day of the entries of its files, those of other accounts with them; NO_DAY where none tells entries. */
  entriesTo: Day = NO_DAY;
  /** All of its files are books of all accounts. */
  allBooks = false;
  /** Rows that became several. */
  readonly shared: SharedRow[] = [];
  #count = 0;
  #capacity = FIRST_CAPACITY;
  readonly #own = ownColumns(FIRST_CAPACITY);
  /** Those of the file at hand. */
  readonly creditSigns = new CreditSigns(this.#own);
  readonly #columns: OptionalColumns = {};

  /** Postings as the files say them: a base amount may be missing, and bases are not added up. */
  readonly asRead: boolean;

  constructor(asked: Iterable<ColumnName>, bookCurrency: Currency, asRead = false) {
    this.#asked = new Set(asked);
    this.#bookCurrency = bookCurrency;
    this.asRead = asRead;
    // Base amounts are asked for to report in the books' currency, and then every posting has one.
    if (this.#asked.has('base') && !asRead) this.#columns.base = new Float64Array(FIRST_CAPACITY);
  }

  get count(): number {
    return this.#count;
  }

  get currencies(): readonly Currency[] {
    return this.#currencies;
  }

  /** The index of a currency, given one if it is new. */
  currency(code: Currency): number {
    const known = this.#currencies.indexOf(code);
    if (known >= 0) return known;
    assert(this.#currencies.length < MOST_CURRENCIES, `more than ${MOST_CURRENCIES} currencies`);
    return this.#currencies.push(code) - 1;
  }

  wants(name: ColumnName): boolean {
    return this.#asked.has(name);
  }

  /**
   * Begins a file whose source holds these columns: those the command asked for come to life, empty for the rows before.
   * A file without a column leaves the defaults of its drafts in it.
   */
  startFile(name: string, has: Iterable<ColumnName>): void {
    for (const column of has) this.bring(column);
    this.#files.push({ name, firstRow: this.#count });
    this.draft.coded = {};
    this.#fileSums = new PostingSums();
    this.#fileBaseSums = new PostingSums();
    this.creditSigns.startFile(this.#count);
  }

  /** Makes a column that the command asked for and no file has; empty for all rows. */
  bring(column: ColumnName): void {
    if (this.#asked.has(column)) bringColumn(this.#columns, column, this.#count, this.#own.day, this.series);
  }

  /** Puts the draft into the columns, its texts with it. */
  commit(): void {
    const row = this.#store();
    const c = this.#columns;
    c.document?.append(this.draft.document);
    c.reference?.append(this.draft.reference);
    for (const field of CODED) {
      const stored = c[field];
      if (stored !== undefined) stored.codes[row] = stored.dictionary.code(this.draft.coded[field] ?? '');
    }
  }

  /** Stores the numbers of the draft and returns their row. The sums are taken from the draft, before anything is stored. */
  #store(): number {
    const d = this.draft;
    const credit = IS_CREDIT_KIND[d.kind] === 1;
    this.#fileSums.add(d.currency, d.amount, credit);
    if (this.#columns.base !== undefined && !this.asRead) this.#fileBaseSums.add(0, d.base, credit);
    this.reserve(1);
    const row = this.#count++;
    const own = this.#own;
    own.customer[row] = d.customer;
    own.kind[row] = d.kind;
    own.day[row] = d.day;
    own.due[row] = d.due;
    own.amount[row] = this.creditSigns.stored(row, d.amount, credit);
    own.currency[row] = d.currency;
    const c = this.#columns;
    if (c.date !== undefined) c.date[row] = d.date;
    if (c.base !== undefined) c.base[row] = d.base;
    if (c.open_amount !== undefined) c.open_amount[row] = d.open;
    if (c.paid_amount !== undefined) c.paid_amount[row] = d.paid;
    if (c.settled_on !== undefined) c.settled_on[row] = d.settledOn;
    if (c.letter_day !== undefined) c.letter_day[row] = d.letterDay;
    if (c.disputed !== undefined) c.disputed[row] = d.disputed;
    c.line?.append(d.line);
    return row;
  }

  /** Room for this many postings more. The columns may be others then. */
  reserve(more: number): void {
    const needed = this.#count + more;
    if (needed > this.#capacity) this.#grow(Math.max(needed, this.#capacity * 2));
  }

  /**
   * Room for `rows` postings in all, and for as much text a row as those since `since` have: an estimate, so that columns need not be
   * copied as they grow. What is never used is never touched. Where there is no such memory, columns grow as they fill.
   */
  expect(rows: number, since: number): void {
    const more = rows - this.#count;
    if (this.#count <= since || more <= 0) return;
    try {
      this.reserve(more);
      for (const texts of [this.#columns.document, this.#columns.reference]) texts?.expect(more, since);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  /** The columns themselves, for a reader that reserves room, writes rows from `count` on, adds them to `sums`, and says `written`. */
  get own(): OwnColumns {
    return this.#own;
  }

  get optional(): OptionalColumns {
    return this.#columns;
  }

  /** Sums of the file at hand: each posting is added before it is stored. */
  get sums(): { readonly amounts: PostingSums; readonly base: PostingSums } {
    return { amounts: this.#fileSums, base: this.#fileBaseSums };
  }

  /** Says that a row is appended which stands in the file of `row`. */
  appendedTo(row: number): void {
    const { name } = this.#files.findLast((file) => file.firstRow <= row) as LedgerFile;
    if (this.#files.at(-1)?.name !== name) this.#files.push({ name, firstRow: this.#count });
  }

  /** Says that rows were written into the columns themselves: the ledger now has `count` postings. */
  written(count: number): void {
    this.#count = count;
  }

  /** Ends a file. `creditsUnsigned`: it writes credits as positive amounts, so the sign of credit kinds is turned. */
  endFile(creditsUnsigned: boolean): void {
    if (creditsUnsigned) {
      this.#fileSums.flipCredits();
      this.#fileBaseSums.flipCredits();
    }
    this.creditSigns.decide(creditsUnsigned, this.#count, this.#columns.base);
    this.#sums.merge(this.#fileSums);
    if (!this.asRead) this.#baseSums.merge(this.#fileBaseSums);
  }

  /** Gives the rows from `first` on a category, where they have none; the command may not have asked for it. */
  fill(field: Coded, text: string, first: number): void {
    if (text === '') return;
    this.bring(field);
    const stored = this.#columns[field];
    const code = stored?.dictionary.code(text) ?? 0;
    for (let row = first; row < this.#count; row++) if (stored?.codes[row] === 0) stored.codes[row] = code;
  }

  /** Gives one row the text of a column; the command may not have asked for it. */
  say(field: Coded, row: number, text: string): void {
    this.bring(field);
    const stored = this.#columns[field];
    if (stored !== undefined && text !== '') stored.codes[row] = stored.dictionary.code(text);
  }

  /** Gives a row another amount, in a ledger in the currency of its books, once all files are read. */
  rebook(row: number, amount: number): void {
    const by = amount - (this.#own.amount[row] as number);
    const { base } = this.#columns;
    this.#own.amount[row] = amount;
    this.#sums.addSums(this.#own.currency[row] as number, by, 0, 0);
    if (base === undefined) return;
    base[row] = amount;
    if (!this.asRead) this.#baseSums.addSums(0, by, 0, 0);
  }

  /** The ledger of all files committed. The builder must not be used after it. */
  finish(): Ledger {
    return {
      count: this.#count,
      ...this.#own,
      customers: this.customers,
      currencies: this.#currencies,
      columns: this.#columns,
      files: this.#files,
      shared: this.shared,
      broughtForward: this.broughtForward,
      entriesTo: this.entriesTo,
      allBooks: this.allBooks,
      asked: this.#asked,
      sums: this.#sums,
      baseSums: this.#baseSums,
      bookCurrency: this.#bookCurrency,
    };
  }

  #grow(to: number): void {
    const own = grownOwn(this.#own, to);
    const optional = grownColumns(this.#columns, to);
    // All are there before any is used: where memory is short, the builder stays as it is.
    Object.assign(this.#own, own);
    Object.assign(this.#columns, optional);
    this.#capacity = to;
  }
}
