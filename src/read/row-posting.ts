// What posting does a row hold? Its cells are read into the builder's draft, and all that is wrong with it is kept, not the first thing only.
import { type Currency, exponentOf } from '../core/currency.ts';
import { NO_DAY } from '../core/day.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import { CODED, type Coded } from '../ledger/field.ts';
import { IS_CREDIT_KIND, kindCode } from '../ledger/kind.ts';
import { NO_AMOUNT } from '../ledger/ledger.ts';
import type { AccountRows } from './accounts.ts';
import type { BetweenRows } from './between-rows.ts';
import type { FileCounts } from './counts.ts';
import type { LedgerCells } from './ledger-cells.ts';
import type { DoubtfulStatuses } from './statuses.ts';

const INVOICE = kindCode('invoice');
const PAYMENT = kindCode('payment');

/** What the rows of a file have in common. */
export type PostingFile = {
  readonly cells: LedgerCells;
  /** A report of ours: its amounts are signed, whatever their kinds. */
  readonly signed: boolean;
  /** That of rows which name none; the books' where it is not given. */
  readonly currency?: Currency | undefined;
  readonly between?: BetweenRows | undefined;
  readonly accounts?: AccountRows | undefined;
  /** Its column of statuses says of some rows that nothing is owed. */
  readonly doubtful?: DoubtfulStatuses | undefined;
  /** A row whose amount is nothing is of what is open. */
  readonly openAlone?: boolean | undefined;
  /** What no customer is named for stands under its account. */
  readonly collects?: boolean | undefined;
  /** That of rows which name none. */
  readonly entity?: string | undefined;
};

export class RowPosting {
  /** The file says the side of each amount in columns of its own, so no sign is evidence of anything. */
  readonly #sided: boolean;
  /** The row says its kind, so the sign of its amount is evidence of the file's convention. */
  #tellsSigns = false;
  readonly #signed: boolean;
  readonly #cells: LedgerCells;
  readonly #coded: readonly Coded[];
  readonly #builder: LedgerBuilder;
  readonly #bookCurrency: Currency;
  readonly #rowCurrency: Currency;
  readonly #counts: FileCounts;
  readonly #between: BetweenRows | undefined;
  readonly #accounts: AccountRows | undefined;
  readonly #doubtful: DoubtfulStatuses | undefined;
  readonly #openAlone: boolean;
  readonly #collects: boolean;
  readonly #entity: string;

  constructor(file: PostingFile, builder: LedgerBuilder, bookCurrency: Currency, counts: FileCounts) {
    const { cells } = file;
    this.#cells = cells;
    this.#signed = file.signed;
    this.#sided = (['sense', 'debit', 'credit'] as const).some((field) => cells.has(field));
    this.#coded = CODED.filter((field) => cells.has(field) && builder.wants(field));
    this.#builder = builder;
    this.#bookCurrency = bookCurrency;
    this.#rowCurrency = file.currency ?? bookCurrency;
    this.#counts = counts;
    this.#between = file.between;
    this.#accounts = file.accounts;
    this.#doubtful = file.doubtful;
    this.#openAlone = file.openAlone ?? false;
    this.#collects = file.collects ?? false;
    this.#entity = file.entity ?? '';
  }

  /** Reads the cells into the builder's draft; what is wrong is told to the cells. */
  fill(): void {
    const d = this.#builder.draft;
    const cells = this.#cells;
    const currency = cells.currency('currency') ?? this.#rowCurrency;
    const exponent = exponentOf(currency);
    const kind = cells.kind();
    d.line = cells.line;
    this.#days();
    this.#amounts(currency, kind);
    // A row that does not say its kind is told by its sign.
    d.kind = kind ?? (d.amount < 0 ? PAYMENT : INVOICE);
    if (this.#builder.wants('base')) d.base = this.#base(currency, d.amount);
    d.disputed = cells.disputed(exponent);
    d.document = cells.text('document');
    d.reference = cells.text('reference');
    for (const field of this.#coded) d.coded[field] = cells.text(field);
    const own = cells.text('customer') || (this.#accounts?.customerOf(cells.text('account')) ?? '') || cells.text('name');
    const above = own === '' ? this.#between?.customer : undefined;
    const id = above?.id || own || this.#collective();
    if (id === '') cells.missing('customer-missing');
    // A row that is set aside leaves no trace: neither a customer nor a currency without postings.
    if (cells.problems.length > 0) return;
    d.currency = this.#builder.currency(currency);
    d.customer = this.#builder.customers.number(cells.text('entity') || this.#entity, id);
    this.#builder.customers.name(d.customer, above?.name ?? cells.text('name'));
  }

  /** The account itself, where it is all that a journal of all accounts says of who owes; '' in other files. */
  #collective(): string {
    return this.#collects ? this.#cells.text('account') : '';
  }

  #days(): void {
    const d = this.#builder.draft;
    const cells = this.#cells;
    d.date = cells.day('date');
    d.day = cells.day('posted');
    if (d.day === NO_DAY) d.day = d.date;
    if (d.date === NO_DAY) d.date = d.day;
    if (d.day === NO_DAY && !cells.hasProblem('day-')) cells.missing('day-missing');
    d.due = cells.day('due');
    d.settledOn = cells.day('settled_on');
    d.letterDay = cells.day('letter_day');
  }

  /** The signed amount, and the row's own open and paid amounts as magnitudes. */
  #amounts(currency: Currency, kind: number | undefined): void {
    const d = this.#builder.draft;
    const cells = this.#cells;
    const exponent = exponentOf(currency);
    const open = cells.amount('open_amount', exponent, currency);
    const paid = cells.amount('paid_amount', exponent, currency);
    let amount = cells.amount('amount', exponent, currency);
    // A dash is nothing as what is open or paid; as the amount of a row it may stand for a figure that was lost.
    if (amount === 0 && !/\d/.test(cells.text('amount'))) amount = undefined;
    if (amount !== undefined && cells.has('sense')) amount = cells.onItsSide(amount);
    if (amount === undefined) {
      const debit = cells.amount('debit', exponent, currency);
      const credit = cells.credit(exponent, currency);
      if (debit !== undefined || credit !== undefined) amount = (debit ?? 0) - (credit ?? 0);
    }
    if (amount === undefined && !cells.has('amount')) amount = open;
    if (amount === 0 && this.#openAlone) amount = open;
    if (amount === undefined && !cells.hasProblem('amount-')) cells.missing('amount-missing');
    d.amount = amount === undefined || amount === 0 ? 0 : amount;
    d.open = open === undefined ? NO_AMOUNT : Math.abs(open);
    d.paid = paid === undefined ? NO_AMOUNT : Math.abs(paid);
    this.#tellsSigns = !this.#sided && kind !== undefined;
    const ofOtherSide = open !== undefined && this.#isOfOtherSide(open, d.amount, kind);
    if ((ofOtherSide || d.open > Math.abs(d.amount)) && !cells.hasProblem('amount-')) {
      cells.problem('open-exceeds-amount', 'open_amount', cells.text('open_amount'), {
        what: ofOtherSide
          ? `what is open of a ${d.amount < 0 ? 'credit cannot be a debit' : 'debit cannot be a credit'}`
          : 'more is open than the amount of the row',
        fix: 'check both columns; leave the open amount empty if it is not known',
      });
    }
  }

  /** A credit may write what is open of it with a minus or without, but in a report of ours, where signs say what they say. */
  #isOfOtherSide(open: number, amount: number, kind: number | undefined): boolean {
    if (this.#signed) return (open < 0 && amount > 0) || (open > 0 && amount < 0);
    return open < 0 && amount > 0 && (kind === undefined || IS_CREDIT_KIND[kind] !== 1);
  }

  #base(currency: Currency, amount: number): number {
    const base = this.#cells.amount('base', exponentOf(this.#bookCurrency), this.#bookCurrency);
    if (base !== undefined) return base;
    if (currency === this.#bookCurrency) return amount;
    if (this.#builder.asRead) return Number.NaN;
    if (!this.#cells.hasProblem('amount-')) {
      this.#cells.problem('base-missing', 'base', '', {
        what: `the row is in ${currency} and says nothing of its worth in ${this.#bookCurrency}`,
        fix: `fill the column base, or leave out --in ${this.#bookCurrency}`,
      });
    }
    return 0;
  }

  /** Counts what the draft says, as evidence for the decisions about the whole file. */
  count(): void {
    const { line } = this.#cells;
    const { day, due, amount, kind } = this.#builder.draft;
    this.#counts.posting(day, due, amount, kind, this.#tellsSigns, line);
    const status = this.#cells.text('status');
    if (this.#doubtful?.contradicts(status, this.#builder.draft) === true) this.#counts.statuses.add(status, line);
    const unnamed = this.#collects && this.#builder.customers.id(this.#builder.draft.customer) === this.#collective();
    if (unnamed && this.#accounts?.customerOf(this.#collective()) === '') this.#counts.collective.add(1, line);
    if (this.#cells.has('currency') && this.#cells.text('currency') === '') this.#counts.currencyMissing.add(1, line);
    if (this.#cells.has('kind') && this.#cells.text('kind') === '') this.#counts.kindMissing.add(1, line);
  }
}
