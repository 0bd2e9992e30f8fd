// How does a ledger come to be? A reader fills the draft and commits it, row by row: columns grow, the sums are kept beside them.
import { assert } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import { NO_DAY } from '../core/day.ts';
import { Customers } from './customers.ts';
import { CATEGORIES, type Category, type ColumnName } from './field.ts';
import { KINDS } from './kind.ts';
import { type Ledger, type LedgerFile, NO_AMOUNT, type OptionalColumns } from './ledger.ts';
import { bringColumn, growColumns, grown } from './optional-columns.ts';
import { PostingSums } from './sums.ts';

/** One posting on its way into the columns. One draft serves all rows: no object is made per row. */
type Draft = {
  customer: number;
  kind: number;
  day: number;
  date: number;
  due: number;
  amount: number;
  base: number;
  currency: number;
  open: number;
  paid: number;
  settledOn: number;
  disputed: number;
  line: number;
  document: string;
  reference: string;
  categories: { [category in Category]?: string };
};

const isCreditKind = Uint8Array.from(KINDS, (kind) => (kind.side === -1 ? 1 : 0));
const FIRST_CAPACITY = 1024;

export class LedgerBuilder {
  readonly draft: Draft = {
    customer: 0,
    kind: 0,
    day: 0,
    date: 0,
    due: NO_DAY,
    amount: 0,
    base: 0,
    currency: 0,
    open: NO_AMOUNT,
    paid: NO_AMOUNT,
    settledOn: NO_DAY,
    disputed: 0,
    line: 0,
    document: '',
    reference: '',
    categories: {},
  };
  readonly customers = new Customers();
  readonly #asked: ReadonlySet<ColumnName>;
  readonly #currencies: Currency[] = [];
  readonly #bookCurrency: Currency;
  readonly #sums = new PostingSums();
  readonly #baseSums = new PostingSums();
  #fileSums = new PostingSums();
  #fileBaseSums = new PostingSums();
  readonly #files: LedgerFile[] = [];
  #fileStart = 0;
  #count = 0;
  #capacity = FIRST_CAPACITY;
  #customer = new Int32Array(FIRST_CAPACITY);
  #kind = new Uint8Array(FIRST_CAPACITY);
  #day = new Int32Array(FIRST_CAPACITY);
  #due = new Int32Array(FIRST_CAPACITY);
  #amount = new Float64Array(FIRST_CAPACITY);
  #currency = new Uint8Array(FIRST_CAPACITY);
  #columns: OptionalColumns = {};

  constructor(asked: Iterable<ColumnName>, bookCurrency: Currency) {
    this.#asked = new Set(asked);
    this.#bookCurrency = bookCurrency;
    // Base amounts are asked for only to report in the books' currency, and then every posting has one.
    if (this.#asked.has('base')) this.#columns.base = new Float64Array(FIRST_CAPACITY);
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
    assert(this.#currencies.length < 256, 'more than 256 currencies');
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
    for (const column of has) if (this.#asked.has(column)) bringColumn(this.#columns, column, this.#count, this.#day);
    this.#files.push({ name, firstRow: this.#count });
    this.draft.categories = {};
    this.#fileSums = new PostingSums();
    this.#fileBaseSums = new PostingSums();
    this.#fileStart = this.#count;
  }

  /** Puts the draft into the columns, its texts with it. */
  commit(): void {
    const row = this.#store();
    const c = this.#columns;
    c.document?.append(this.draft.document);
    c.reference?.append(this.draft.reference);
    for (const category of CATEGORIES) {
      const stored = c[category];
      if (stored !== undefined) stored.codes[row] = stored.dictionary.code(this.draft.categories[category] ?? '');
    }
  }

  /** The same, with document and reference as places in `bytes`, and no category. */
  commitBytes(bytes: Uint8Array, document: number, documentEnd: number, reference: number, referenceEnd: number): void {
    this.#store();
    const c = this.#columns;
    c.document?.appendBytes(bytes, document, documentEnd);
    c.reference?.appendBytes(bytes, reference, referenceEnd);
  }

  /** Stores the numbers of the draft and returns their row. The sums are taken from the draft, before anything is stored. */
  #store(): number {
    const d = this.draft;
    const credit = isCreditKind[d.kind] === 1;
    this.#fileSums.add(d.currency, d.amount, credit);
    if (this.#columns.base !== undefined) this.#fileBaseSums.add(0, d.base, credit);
    if (this.#count === this.#capacity) this.#grow();
    const row = this.#count++;
    this.#customer[row] = d.customer;
    this.#kind[row] = d.kind;
    this.#day[row] = d.day;
    this.#due[row] = d.due;
    this.#amount[row] = d.amount;
    this.#currency[row] = d.currency;
    const c = this.#columns;
    if (c.date !== undefined) c.date[row] = d.date;
    if (c.base !== undefined) c.base[row] = d.base;
    if (c.open_amount !== undefined) c.open_amount[row] = d.open;
    if (c.paid_amount !== undefined) c.paid_amount[row] = d.paid;
    if (c.settled_on !== undefined) c.settled_on[row] = d.settledOn;
    if (c.disputed !== undefined) c.disputed[row] = d.disputed;
    if (c.line !== undefined) c.line[row] = d.line;
    return row;
  }

  /** Takes back the file begun last: its reader declined it, and another one will begin it anew. */
  abandonFile(): void {
    this.#count = this.#fileStart;
    this.#columns.document?.truncate(this.#fileStart);
    this.#columns.reference?.truncate(this.#fileStart);
    this.#files.pop();
  }

  /** Ends a file. `creditsUnsigned`: it writes credits as positive amounts, so the sign of credit kinds is turned. */
  endFile(creditsUnsigned: boolean): void {
    if (creditsUnsigned) {
      this.#fileSums.flipCredits();
      this.#fileBaseSums.flipCredits();
      const base = this.#columns.base;
      for (let row = this.#fileStart; row < this.#count; row++) {
        if (isCreditKind[this.#kind[row] as number] !== 1) continue;
        this.#amount[row] = 0 - (this.#amount[row] as number);
        if (base !== undefined) base[row] = 0 - (base[row] as number);
      }
    }
    this.#sums.merge(this.#fileSums);
    this.#baseSums.merge(this.#fileBaseSums);
  }

  /** The ledger of all files committed. The builder must not be used after it. */
  finish(): Ledger {
    return {
      count: this.#count,
      customer: this.#customer,
      kind: this.#kind,
      day: this.#day,
      due: this.#due,
      amount: this.#amount,
      currency: this.#currency,
      customers: this.customers,
      currencies: this.#currencies,
      columns: this.#columns,
      files: this.#files,
      asked: this.#asked,
      sums: this.#sums,
      baseSums: this.#baseSums,
      bookCurrency: this.#bookCurrency,
    };
  }

  #grow(): void {
    this.#capacity *= 2;
    const to = this.#capacity;
    this.#customer = grown(this.#customer, new Int32Array(to));
    this.#kind = grown(this.#kind, new Uint8Array(to));
    this.#day = grown(this.#day, new Int32Array(to));
    this.#due = grown(this.#due, new Int32Array(to));
    this.#amount = grown(this.#amount, new Float64Array(to));
    this.#currency = grown(this.#currency, new Uint8Array(to));
    growColumns(this.#columns, to);
  }
}
