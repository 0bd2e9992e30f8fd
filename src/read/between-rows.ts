// What stands between the rows of a report, and what becomes of it? Totals are kept to be proved, customers named on lines of their own hold for the rows
// below, and page carries, repeated headings and drawn lines are passed over: all of it counted, none of it silently.
import { type Currency, currencyOf, exponentOf } from '../core/currency.ts';
import { fold } from '../core/fold.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import type { Field } from '../ledger/field.ts';
import { amountInCell } from './amount.ts';
import { isSignOf, withoutCurrency } from './currency-sign.ts';
import type { Forms } from './forms.ts';
import { isOf, type NamedAbove, namedOn } from './heading-customers.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import { filledOf, isBucket, isCarried, type RowSort, RowSorts, totalLabel } from './row-sorts.ts';
import type { UnissuedColumn } from './statuses.ts';
import { type HeldText, sentenceOf } from './text-below.ts';
import { type TotalFigures, Totals, type TotalsFound } from './totals.ts';

/**
 * `repeat`: a further line of a document that is read already; `unissued`: one that is not owed, by its status; `text`: a text below all rows.
 */
type PassedSort = RowSort | 'repeat' | 'unissued' | 'text';

/** How many of a sort, and the line of the first. */
export type Passed = { readonly sort: PassedSort; count: number; readonly line: number };

export class BetweenRows {
  readonly #sorts: RowSorts;
  readonly #totals: Totals;
  readonly #passed = new Map<Passed['sort'], Passed>();
  readonly #at: ReadonlyMap<Field, number>;
  readonly #forms: Forms<Field>;
  readonly #builder: LedgerBuilder;
  readonly #currency: Currency;
  /** Customers are named on lines of their own. */
  readonly #above: boolean;
  /** What was read of each document, where a row is a line of one; undefined where a row is a document. */
  readonly #read: Set<string> | undefined;
  readonly #unissued: UnissuedColumn | undefined;
  readonly #openAlone: boolean;
  readonly #partly: boolean;
  /** The statuses of rows passed over, as written. */
  readonly statuses = new Set<string>();
  /** Names that are sentences, and no posting has followed yet; how many postings stood above them. */
  #sentences: HeldText[] = [];
  #behind = -1;
  /** The sign of a currency that a total has, and that is not of the rows'. */
  foreign: { readonly sign: string; readonly currency: Currency; readonly line: number } | undefined;
  /** Whose the rows are that name nobody. */
  customer: NamedAbove | undefined;

  constructor(
    file: {
      readonly headings: readonly string[];
      readonly columns: readonly LedgerColumn[];
      readonly forms: Forms<Field>;
      readonly above: boolean;
      /** The lines above the headings, which stand on each page again. */
      readonly titles: readonly (readonly string[])[];
      /** The field that tells which document a row is a line of, where the package writes lines. */
      readonly perLine?: Field | undefined;
      readonly unissued?: UnissuedColumn | undefined;
      readonly openAlone?: boolean | undefined;
      /** Only some rows of the file are asked for. */
      readonly partly?: boolean | undefined;
    },
    builder: LedgerBuilder,
    currency: Currency,
  ) {
    this.#sorts = new RowSorts(file.headings, file.columns, file.forms, file.titles);
    this.#at = new Map(file.columns.map(({ field, index }) => [field, index] as const));
    this.#forms = file.forms;
    this.#above = file.above;
    this.#read = file.perLine === undefined || !this.#at.has(file.perLine) ? undefined : new Set();
    this.#unissued = file.unissued;
    this.#openAlone = file.openAlone ?? false;
    this.#partly = file.partly ?? false;
    this.#builder = builder;
    this.#currency = currency;
    this.#totals = new Totals(builder.count);
  }

  /** True for a record that is no posting, and is dealt with. */
  take(cells: readonly string[], line: number): boolean {
    const own = this.#isUnissued(cells) ? 'unissued' : this.#repeats(cells) ? 'repeat' : this.#sorts.of(cells);
    const sort = own ?? this.#datedTotal(cells);
    if (sort === undefined || (sort === 'name' && !this.#above && !this.#sorts.isAside(cells))) return false;
    // Where only some rows are read nothing can be proved of the others' sums: what could be a posting is judged as one.
    if (this.#partly && (sort === 'bare' || sort === 'carried')) return false;
    if (sort === 'name' && this.#above) {
      this.customer = namedOn(cells);
      this.#holdSentence(cells, line);
    }
    if (sort === 'name' || sort === 'bucket') this.#totals.head(this.#builder.count);
    else if (sort === 'total' || sort === 'bare') this.#total(cells, line);
    else if (sort === 'carried') this.#carry(cells, line);
    const passed = this.#passed.get(sort);
    if (passed === undefined) this.#passed.set(sort, { sort, count: 1, line });
    else passed.count++;
    return true;
  }

  /** The sum of a month under a customer has the last day of it: it is a total where the rows above come to it, and a posting otherwise. */
  #datedTotal(cells: readonly string[]): 'total' | undefined {
    if (!this.#above || !this.#sorts.isDatedTotal(cells)) return undefined;
    const figures = this.#figures(cells, 0);
    return figures.amount !== undefined && this.#totals.agrees(figures, this.#builder) ? 'total' : undefined;
  }

  /** A line of a document all of whose fields were read before: its amount is the document's, and counts once. */
  #repeats(cells: readonly string[]): boolean {
    if (this.#read === undefined) return false;
    const key = [...this.#at.values()].map((index) => cells[index] ?? '').join('\0');
    if (this.#read.has(key)) return true;
    this.#read.add(key);
    return false;
  }

  #isUnissued(cells: readonly string[]): boolean {
    if (this.#unissued === undefined) return false;
    const status = (cells[this.#unissued.index] ?? '').trim();
    if (!this.#unissued.values.has(fold(status))) return false;
    this.statuses.add(status);
    return true;
  }

  #holdSentence(cells: readonly string[], line: number): void {
    if (this.#behind !== this.#builder.count) this.#sentences = [];
    this.#behind = this.#builder.count;
    if (sentenceOf(cells) !== undefined) this.#sentences.push({ cells, line });
  }

  /** At the end of the file: names above no row, which are texts below all of them; they are no longer counted as names. */
  textsBelow(): readonly HeldText[] {
    if (this.#behind !== this.#builder.count) return [];
    const names = this.#passed.get('name');
    if (names !== undefined) names.count -= this.#sentences.length;
    if (names?.count === 0) this.#passed.delete('name');
    return this.#sentences;
  }

  get passed(): readonly Passed[] {
    return [...this.#passed.values()];
  }

  /** The totals against the rows; undefined where there is none. */
  prove(): TotalsFound | undefined {
    return this.#totals.count === 0 ? undefined : this.#totals.prove(this.#builder);
  }

  #total(cells: readonly string[], line: number): void {
    const { text, of, grand } = totalLabel(cells);
    const last = this.customer ?? this.#lastNamed();
    const ofLast = last !== undefined && isOf(of, last);
    this.#totals.add({
      figures: this.#figures(cells, line),
      currency: currencyOf(this.#text(cells, 'currency')),
      row: this.#builder.count,
      line,
      label: text,
      grand,
      sure: text !== '' && (grand || ofLast || of === '' || isBucket(of) || /^(?:\d|au |as (?:of|at) )/.test(of)),
      carried: false,
    });
    // Behind the total of a customer stands nobody until one is named.
    if (ofLast) this.customer = undefined;
  }

  /** What a page takes over was told above it; what was not is an opening balance, which must not be lost. */
  #carry(cells: readonly string[], line: number): void {
    const filled = filledOf(cells);
    const label = filled.find(({ text }) => isCarried(text))?.text ?? filled[0]?.text ?? '';
    const read = this.#figures(cells, line);
    const told = read.amount === undefined && read.open === undefined ? this.#balance(filled) : read;
    // Nothing carried over is lost by nobody.
    const figures = { amount: told.amount || undefined, open: told.open || undefined };
    const currency = currencyOf(this.#text(cells, 'currency'));
    this.#totals.add({ figures, currency, row: this.#builder.count, line, label, grand: false, sure: false, carried: true });
  }

  /** A balance in a column that no field has a use for: one of either side is what the rows above come to, or was owed before them. */
  #balance(filled: ReturnType<typeof filledOf>): TotalFigures {
    const balances = filled.flatMap(({ text }) => {
      const amount = amountInCell(text, exponentOf(this.#currency), this.#forms.decimal);
      return typeof amount === 'number' ? [amount, -amount] : [];
    });
    const told = balances.find((amount) => this.#totals.agrees({ amount, open: undefined }, this.#builder));
    return { amount: told ?? balances[0], open: undefined };
  }

  #figures(cells: readonly string[], line: number): TotalFigures {
    const code = currencyOf(this.#text(cells, 'currency')) ?? this.#currency;
    const figure = (field: Field): number | undefined => {
      const text = this.#text(cells, field);
      const sign = withoutCurrency(text)?.sign;
      if (sign !== undefined && !isSignOf(sign, code)) this.foreign ??= { sign, currency: code, line };
      const amount = text === '' ? undefined : amountInCell(text, exponentOf(code), this.#forms.decimal);
      return typeof amount === 'number' ? amount : undefined;
    };
    const [debit, credit] = [figure('debit'), figure('credit')];
    const net =
      debit === undefined && credit === undefined
        ? undefined
        : (debit ?? 0) - (this.#forms.creditsMinus === true ? -1 : 1) * (credit ?? 0);
    // The side of a total stands nowhere in a file that has a column for it, and what is open of rows without an amount is no amount of the file's.
    const mixed = this.#at.has('sense') || this.#openAlone;
    return { amount: mixed ? undefined : (figure('amount') ?? net), open: figure('open_amount') };
  }

  #text(cells: readonly string[], field: Field): string {
    const index = this.#at.get(field);
    return index === undefined ? '' : (cells[index] ?? '').trim();
  }

  #lastNamed(): NamedAbove | undefined {
    const { own, count, customers } = this.#builder;
    const customer = own.customer[count - 1];
    return customer === undefined || count === 0 ? undefined : { id: customers.id(customer), name: customers.nameOf(customer) };
  }
}
