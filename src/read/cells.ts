// What does each cell of a record say, in a ledger and in the tables beside it? Reads one field at a time under the one grammar of amounts,
// days and currencies, and keeps every problem of the row with its place, value, reason and remedy.
import type { Code } from '../core/codes.ts';
import { type Currency, currencyCodes, currencyOf } from '../core/currency.ts';
import { NO_DAY, parseIsoDay } from '../core/day.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { rearmed } from '../core/formula.ts';
import { didYouMean } from '../core/nearest.ts';
import { amountSaid, parseAmount } from './amount.ts';
import { NO_DISPUTE, parseDispute } from './dispute.ts';
import type { MappedColumn } from './headings.ts';

/** The cells of the record at hand, by field. `problems` is emptied by `open`. */
export class CellReader<F extends string> {
  problems: Diagnostic[] = [];
  line = 0;
  #cells: readonly string[] = [];
  readonly #file: string;
  readonly #at: ReadonlyMap<F, MappedColumn<F>>;

  constructor(file: string, columns: readonly MappedColumn<F>[]) {
    this.#file = file;
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

  /** Minor units; undefined when the cell is empty or could not be read. */
  amount(field: F, exponent: number): number | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    const amount = parseAmount(text, exponent);
    if (typeof amount === 'number') return amount;
    this.problem(amount, field, text, amountSaid(amount, text, exponent));
    return undefined;
  }

  /** What is disputed (dispute.ts); undefined when the cell could not be read. */
  dispute(field: F, exponent: number): number | undefined {
    const text = this.text(field);
    const told = parseDispute(text, exponent);
    if (typeof told === 'number') return told;
    this.problem(told, field, text, told === 'disputed-unreadable' ? NO_DISPUTE : amountSaid(told, text, exponent));
    return undefined;
  }

  /** The day, or NO_DAY when the cell is empty or could not be read. */
  day(field: F): number {
    const text = this.text(field);
    if (text === '') return NO_DAY;
    const day = parseIsoDay(text);
    if (day !== undefined) return day;
    const looksRight = /^\d{4}-\d{2}-\d{2}$/.test(text);
    this.problem('day-unreadable', field, text, {
      what: looksRight ? 'the calendar has no such day' : 'not a day',
      fix: 'write days as 2026-01-31',
    });
    return NO_DAY;
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

  problem(
    code: Code,
    field: F | undefined,
    value: string | undefined,
    said: { readonly what: string; readonly why?: string; readonly fix: string },
  ): void {
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
