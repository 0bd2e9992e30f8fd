// What posting does a record hold? Reads the cells of one record into the builder's draft, and commits it only when every
// cell could be read; all that is wrong with a row is told, not the first thing only.
import { type Currency, exponentOf } from '../core/currency.ts';
import { NO_DAY } from '../core/day.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { IS_CREDIT_KIND, type LedgerBuilder } from '../ledger/builder.ts';
import { CODED, type Coded, type Field } from '../ledger/field.ts';
import { kindCode } from '../ledger/kind.ts';
import { NO_AMOUNT } from '../ledger/ledger.ts';
import type { BetweenRows } from './between-rows.ts';
import type { FileCounts } from './counts.ts';
import type { Delimiter } from './delimiter.ts';
import type { Forms } from './forms.ts';
import { LedgerCells } from './ledger-cells.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import type { FileFilter } from './row-filter.ts';
import { checkShape } from './shape.ts';
import type { DoubtfulStatuses } from './statuses.ts';
import { type HeldText, sentenceOf, TextBelow } from './text-below.ts';
import type { RowWidth } from './width.ts';

/** Receives a row that cannot be read, with all that is wrong with it. */
export type OnReject = (cells: readonly string[], reasons: readonly Diagnostic[]) => void;

const INVOICE = kindCode('invoice');
const PAYMENT = kindCode('payment');

export class RowReader {
  /** The file says the side of each amount in columns of its own, so no sign is evidence of anything. */
  readonly #sided: boolean;
  /** The row says its kind, so the sign of its amount is evidence of the file's convention. */
  #tellsSigns = false;
  /** A report of ours. */
  readonly #signed: boolean;
  readonly #cells: LedgerCells;
  readonly #width: RowWidth;
  readonly #delimiter: Delimiter;
  readonly #coded: readonly Coded[];
  readonly #builder: LedgerBuilder;
  readonly #bookCurrency: Currency;
  readonly #rowCurrency: Currency;
  readonly #diagnostics: Diagnostics;
  readonly #counts: FileCounts;
  readonly #reject: OnReject;
  readonly #filter: FileFilter | undefined;
  readonly #between: BetweenRows | undefined;
  readonly #doubtful: DoubtfulStatuses | undefined;
  readonly #openAlone: boolean;
  readonly #texts = new TextBelow();

  constructor(
    file: {
      readonly name: string;
      readonly width: RowWidth;
      readonly delimiter: Delimiter;
      readonly columns: readonly LedgerColumn[];
      readonly forms?: Forms<Field> | undefined;
      /** That of rows which name none; the books' where it is not given. */
      readonly currency?: Currency | undefined;
      readonly filter?: FileFilter | undefined;
      readonly between?: BetweenRows | undefined;
      /** Its column of statuses says of some rows that nothing is owed. */
      readonly doubtful?: DoubtfulStatuses | undefined;
      /** A row whose amount is nothing is of what is open. */
      readonly openAlone?: boolean | undefined;
    },
    builder: LedgerBuilder,
    bookCurrency: Currency,
    diagnostics: Diagnostics,
    counts: FileCounts,
    reject: OnReject,
  ) {
    this.#cells = new LedgerCells(file.name, file.columns, file.forms);
    this.#signed = file.forms?.report === true;
    this.#width = file.width;
    this.#delimiter = file.delimiter;
    this.#sided = (['sense', 'debit', 'credit'] as const).some((field) => this.#cells.has(field));
    this.#coded = CODED.filter((field) => this.#cells.has(field) && builder.wants(field));
    this.#builder = builder;
    this.#bookCurrency = bookCurrency;
    this.#rowCurrency = file.currency ?? bookCurrency;
    this.#diagnostics = diagnostics;
    this.#counts = counts;
    this.#reject = reject;
    this.#filter = file.filter;
    this.#between = file.between;
    this.#doubtful = file.doubtful;
    this.#openAlone = file.openAlone ?? false;
  }

  /** Reads one record below the headings. */
  read(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell.trim() === '')) {
      this.#counts.blank++;
      return;
    }
    // The swift reader may have taken rows since the last record that came here.
    this.#readAll(this.#texts.followed(this.#counts.rows));
    if (this.#between?.take(cells, line) === true || this.#texts.hold(cells, line, this.#counts.rows)) return;
    this.#readAll(this.#texts.take());
    this.#row(cells, line);
  }

  /** Texts that no row has followed, at the end of the file. */
  finish(): readonly HeldText[] {
    this.#readAll(this.#texts.followed(this.#counts.rows));
    const named = this.#between?.textsBelow() ?? [];
    const { ids } = this.#builder.customers;
    // A row that was cut within the name of its customer is no text.
    const isCut = ({ cells }: HeldText): boolean => {
      const text = sentenceOf(cells) as string;
      return ids.some((id, i) => id.startsWith(text) || this.#builder.customers.nameOf(i + 1).startsWith(text));
    };
    const held = this.#texts.take();
    this.#readAll(held.filter(isCut));
    return [...named, ...held.filter((text) => !isCut(text))].sort((a, b) => a.line - b.line);
  }

  #readAll(held: readonly HeldText[]): void {
    for (const { cells, line } of held) this.#row(cells, line);
  }

  #row(cells: readonly string[], line: number): void {
    this.#counts.rows++;
    this.#cells.open(cells, line);
    checkShape(cells, this.#width, this.#delimiter, this.#cells);
    if (this.#cells.problems.length > 0) this.#filter?.broken(cells);
    else if (this.#filter?.keeps(cells) === false) {
      this.#counts.leftOut++;
      return;
    } else this.#fill();
    const { problems } = this.#cells;
    if (problems.length === 0) {
      this.#count();
      this.#builder.commit();
      return;
    }
    this.#counts.setAside++;
    for (const problem of problems) this.#diagnostics.add(problem);
    this.#reject(cells, problems);
  }

  #fill(): void {
    const d = this.#builder.draft;
    const cells = this.#cells;
    const currency = cells.currency('currency') ?? this.#rowCurrency;
    const kind = cells.kind();
    d.line = cells.line;
    this.#days();
    this.#amounts(currency, kind);
    // A row that does not say its kind is told by its sign.
    d.kind = kind ?? (d.amount < 0 ? PAYMENT : INVOICE);
    if (this.#builder.wants('base')) d.base = this.#base(currency, d.amount);
    d.disputed = cells.disputed(exponentOf(currency));
    d.document = cells.text('document');
    d.reference = cells.text('reference');
    for (const field of this.#coded) d.coded[field] = cells.text(field);
    const own = cells.text('customer') || cells.text('name');
    const above = own === '' ? this.#between?.customer : undefined;
    const id = above?.id ?? own;
    if (id === '') cells.missing('customer-missing');
    // A row that is set aside leaves no trace: neither a customer nor a currency without postings.
    if (cells.problems.length > 0) return;
    d.currency = this.#builder.currency(currency);
    d.customer = this.#builder.customers.number(cells.text('entity'), id);
    this.#builder.customers.name(d.customer, above?.name ?? cells.text('name'));
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
    const open = cells.amountIn('open_amount', currency);
    const paid = cells.amountIn('paid_amount', currency);
    let amount = cells.amountIn('amount', currency);
    if (amount !== undefined && cells.has('sense')) amount *= cells.sense();
    if (amount === undefined) {
      const debit = cells.amountIn('debit', currency);
      const credit = cells.amountIn('credit', currency);
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
    const base = this.#cells.amountIn('base', this.#bookCurrency);
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

  #count(): void {
    const { line } = this.#cells;
    const { day, due, amount, kind } = this.#builder.draft;
    this.#counts.posting(day, due, amount, kind, this.#tellsSigns, line);
    if (this.#doubtful?.contradicts(this.#cells.text('status'), this.#builder.draft))
      this.#counts.statuses.add(this.#cells.text('status'), line);
    if (this.#cells.has('currency') && this.#cells.text('currency') === '') this.#counts.currencyMissing.add(1, line);
    if (this.#cells.has('kind') && this.#cells.text('kind') === '') this.#counts.kindMissing.add(1, line);
  }
}
