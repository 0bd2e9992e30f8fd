// How is this file to be read? Decided before it is: the headings, and how amounts and days are spelt, from its first records where these leave no
// doubt, else from all of them. Both readers get the one decision; a file in doubt is refused, with the lines that say why.
import { type Currency, currencyOf, exponentOf } from '../core/currency.ts';
import { type DayChoice, DayCounts, type DayDoubt, decideDays } from './day-evidence.ts';
import { type DecimalChoice, DecimalCounts, type DecimalDoubt, decideDecimal } from './decimal-evidence.ts';
import type { DayOrder, DecimalMark, Forms } from './forms.ts';
import type { MappedColumn } from './headings.ts';

/** What each field of a kind of file holds, as far as spelling goes. */
export type Spelt<F extends string> = {
  readonly amounts: readonly F[];
  readonly days: readonly F[];
  readonly currency?: F | undefined;
};

/** What the user said outright. */
export type FormsSaid = {
  readonly decimal?: DecimalMark | undefined;
  readonly dateOrder?: DayOrder | undefined;
  /** The order the package that wrote the file always writes. */
  readonly usualOrder?: DayOrder | undefined;
  /** The mark where no amount tells. */
  readonly usualDecimal?: DecimalMark | undefined;
};

/** How amounts and days are spelt, and from which evidence. */
export type Spelling<F extends string> = {
  readonly forms: Forms<F>;
  readonly decimal: DecimalChoice;
  readonly days: readonly DayChoice<F>[];
};

export type Doubts<F extends string> = { readonly decimal: DecimalDoubt | undefined; readonly days: readonly DayDoubt<F>[] };

/** Counts what the cells of a file say of its spelling. */
export class SpellingCounts<F extends string> {
  readonly #amounts: readonly MappedColumn<F>[];
  readonly #days: readonly { readonly column: MappedColumn<F>; readonly counts: DayCounts }[];
  readonly #currency: MappedColumn<F> | undefined;
  readonly #bookExponent: number;
  readonly #decimal = new DecimalCounts();
  /** The cell of the currency that was taken last, and its decimals: most rows are in the currency of the one before. */
  #named = '';
  #exponent: number;

  constructor(columns: readonly MappedColumn<F>[], spelt: Spelt<F>, bookCurrency: Currency) {
    this.#amounts = columns.filter(({ field }) => spelt.amounts.includes(field));
    this.#days = columns.filter(({ field }) => spelt.days.includes(field)).map((column) => ({ column, counts: new DayCounts() }));
    this.#currency = columns.find(({ field }) => field === spelt.currency);
    this.#bookExponent = exponentOf(bookCurrency);
    this.#exponent = this.#bookExponent;
  }

  /** Places of the columns that are looked at. */
  get fields(): readonly number[] {
    const own = [...this.#amounts, ...this.#days.map(({ column }) => column)];
    return [...own, ...(this.#currency === undefined ? [] : [this.#currency])].map(({ index }) => index);
  }

  /** Takes a record; `cell` gives its cells by their places. */
  add(cell: (index: number) => string, line: number): void {
    const exponent = this.#currency === undefined ? this.#bookExponent : this.#exponentIn(cell(this.#currency.index));
    for (const { index } of this.#amounts) {
      const text = cell(index).trim();
      if (text !== '') this.#decimal.add(text, exponent, line);
    }
    for (const { column, counts } of this.#days) {
      const text = cell(column.index).trim();
      if (text !== '') counts.add(text, line);
    }
  }

  #exponentIn(cell: string): number {
    if (cell !== this.#named) {
      const currency = currencyOf(cell.trim());
      this.#named = cell;
      this.#exponent = currency === undefined ? this.#bookExponent : exponentOf(currency);
    }
    return this.#exponent;
  }

  /** What is decided so far, and what is not. */
  decide(said: FormsSaid, plain: boolean): { readonly spelling: Spelling<F>; readonly doubts: Doubts<F> } {
    const decimal = decideDecimal(this.#decimal, said.decimal, plain, said.usualDecimal);
    const days = decideDays(
      new Map(this.#days.map(({ column, counts }) => [column.field, counts] as const)),
      said.dateOrder,
      said.usualOrder,
    );
    const doubt = 'why' in decimal ? decimal : undefined;
    const choice: DecimalChoice = 'why' in decimal ? { decimal: '.', by: 'unmarked', of: this.#decimal.of } : decimal;
    const fullYears = new Set(
      this.#days.flatMap(({ column, counts }) => (counts.count > 0 && counts.fullYears ? [column.field] : [])),
    );
    const forms = {
      decimal: choice.decimal,
      days: new Map(days.choices.map(({ field, form }) => [field, form] as const)),
      fullYears,
    };
    return { spelling: { forms, decimal: choice, days: days.choices }, doubts: { decimal: doubt, days: days.doubts } };
  }
}

/** True when more of the file could tell what is not told yet, or could tell otherwise: amounts without any mark are one way or the other later. */
export function isOpen<F extends string>({ spelling, doubts }: ReturnType<SpellingCounts<F>['decide']>): boolean {
  const contradicted = doubts.decimal?.why === 'mixed' || doubts.days.some(({ why }) => why === 'mixed');
  const waits = doubts.decimal !== undefined || doubts.days.length > 0 || ['unmarked', 'plain'].includes(spelling.decimal.by);
  return waits && !contradicted;
}
