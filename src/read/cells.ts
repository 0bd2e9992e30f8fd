// What does each cell of a record say, in a ledger and in the tables beside it? Reads one field at a time under the one grammar of amounts,
// days and currencies and the forms of the file, and keeps every problem of the row with its place, value, reason and remedy.
import type { Code } from '../core/codes.ts';
import { type Currency, currencyCodes, currencyOf } from '../core/currency.ts';
import { NO_DAY } from '../core/day.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { rearmed } from '../core/formula.ts';
import { didYouMean } from '../core/nearest.ts';
import { amountInCell, amountSaid, parseAmount } from './amount.ts';
import { currenciesOfSign, isSignOf, withoutCurrency } from './currency-sign.ts';
import { DAY_FORM_SAID, dayFormsOf, hasShortYear, isNoDay, isSpelt, parseDay } from './day.ts';
import { noDispute, parseDispute } from './dispute.ts';
import { type DayForm, type Forms, PLAIN_FORMS } from './forms.ts';
import type { MappedColumn } from './headings.ts';

type Said = { readonly what: string; readonly why?: string | undefined; readonly fix: string };

/** The cells of the record at hand, by field. `problems` is emptied by `open`. */
export class CellReader<F extends string> {
  problems: Diagnostic[] = [];
  line = 0;
  #cells: readonly string[] = [];
  readonly #file: string;
  readonly #at: ReadonlyMap<F, MappedColumn<F>>;
  protected readonly forms: Forms<F>;

  constructor(file: string, columns: readonly MappedColumn<F>[], forms: Forms<F> = PLAIN_FORMS) {
    this.#file = file;
    this.forms = forms;
    this.#at = new Map(columns.map((column) => [column.field, column]));
  }

  open(cells: readonly string[], line: number): void {
    this.#cells = cells;
    this.line = line;
    this.problems = [];
  }

  has(field: F): boolean {
    return this.#at.has(field);
  }

  /** The cell without white space around it; '' for a column the file does not have. */
  text(field: F): string {
    const column = this.#at.get(field);
    if (column === undefined) return '';
    const cell = (this.#cells[column.index] as string).trim();
    return rearmed(cell);
  }

  /** Minor units; undefined when the cell is empty or could not be read. `currency`: the one that may stand beside it. */
  amount(field: F, exponent: number, currency?: Currency): number | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    const { decimal } = this.forms;
    const amount = (currency === undefined ? parseAmount : amountInCell)(text, exponent, decimal);
    const sign = typeof amount === 'number' && currency !== undefined ? withoutCurrency(text)?.sign : undefined;
    if (sign !== undefined && currency !== undefined && !isSignOf(sign, currency)) {
      this.problem('amount-unreadable', field, text, {
        what: `the amount is in ${sign}, and the row in ${currency}`,
        fix: `say the currency of rows that name none: --currency ${currenciesOfSign(sign)}, or write it in a column named currency`,
      });
      return undefined;
    }
    if (typeof amount === 'number') return amount;
    this.problem(amount, field, text, amountSaid(amount, text, exponent, decimal));
    return undefined;
  }

  /** What is disputed (dispute.ts); undefined when the cell could not be read. */
  dispute(field: F, exponent: number): number | undefined {
    const text = this.text(field);
    const { decimal } = this.forms;
    const told = parseDispute(text, exponent, this.forms);
    if (typeof told === 'number') return told;
    const said = told === 'disputed-unreadable' ? noDispute(decimal) : amountSaid(told, text, exponent, decimal);
    this.problem(told, field, text, said);
    return undefined;
  }

  /** The day, or NO_DAY when the cell is empty or could not be read. */
  day(field: F): number {
    const text = this.text(field);
    if (text === '' || isNoDay(text)) return NO_DAY;
    const form = this.forms.days.get(field) ?? 'iso';
    const day = parseDay(text, form);
    const cut = day !== undefined && this.forms.fullYears?.has(field) === true && hasShortYear(text);
    if (day !== undefined && !cut) return day;
    this.problem('day-unreadable', field, text, cut ? cutYearSaid(form) : noDaySaid(text, form));
    return NO_DAY;
  }

  /** True when a text is a day in a form that a column of the file has. */
  isDay(text: string): boolean {
    return (
      parseDay(text, 'iso') !== undefined || [...this.forms.days.values()].some((form) => parseDay(text, form) !== undefined)
    );
  }

  /** The currency; undefined when the cell is empty or could not be read. */
  currency(field: F): Currency | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    const code = currencyOf(text);
    if (code === undefined) {
      this.problem('currency-unknown', field, text, {
        what: 'not the code of a currency',
        fix: didYouMean(text, currencyCodes()) || 'write the three letters of ISO 4217, as in EUR',
      });
    }
    return code;
  }

  /** True when the row has a problem of this family already, so that its echo is not told as well. */
  hasProblem(family: string): boolean {
    return this.problems.some((problem) => problem.code.startsWith(family));
  }

  problem(code: Code, field: F | undefined, value: string | undefined, said: Said): void {
    const column = field === undefined ? undefined : this.#at.get(field);
    this.problems.push({
      code,
      file: this.#file,
      line: this.line,
      column: column === undefined ? undefined : column.index + 1,
      value,
      what: column === undefined ? said.what : `${field}: ${said.what}`,
      why: said.why,
      fix: said.fix,
    });
  }
}

function cutYearSaid(form: DayForm): Said {
  return {
    what: 'the year has two digits, and the years of this column have four',
    why: 'what was cut off reads as a year that nobody meant',
    fix: `write days as ${DAY_FORM_SAID[form].shown}`,
  };
}

/** What is said of a cell that is no day in the form of its column: a day of another form is told apart from what is none at all. */
function noDaySaid(text: string, form: DayForm): Said {
  const { shown } = DAY_FORM_SAID[form];
  const fix = `write days as ${shown}`;
  const fitting = dayFormsOf(text);
  // Every ISO day is also one of three parts, which says nothing more.
  const others = fitting.filter((other) => other !== 'ymd' || !fitting.includes('iso')).map((other) => DAY_FORM_SAID[other].name);
  if (others.length === 0 && isSpelt(text, form)) return { what: 'the calendar has no such day', fix };
  const what = form === 'iso' ? 'not a day' : `not a day as ${shown}, the form of this column`;
  return { what, why: others.length === 0 ? undefined : `it would be one as ${others.join(', or as ')}`, fix };
}
