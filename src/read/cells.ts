// What does each cell of a record say? Reads one field at a time under the one grammar of amounts, days, currencies and words,
// and keeps every problem of the row with its place, value, reason and remedy.
import type { Code } from '../core/codes.ts';
import { type Currency, currencyCodes, currencyOf } from '../core/currency.ts';
import { NO_DAY, parseIsoDay } from '../core/day.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { fold } from '../core/fold.ts';
import { rearmed } from '../core/formula.ts';
import { didYouMean } from '../core/nearest.ts';
import type { Field } from '../ledger/field.ts';
import { KINDS, kindCodeOf } from '../ledger/kind.ts';
import { DISPUTED_WHOLE } from '../ledger/ledger.ts';
import { amountHint, parseAmount } from './amount.ts';
import type { MappedColumn } from './headings.ts';

const YES = new Set(['yes', 'y', 'true', 'x', '1', 'oui', 'o', 'vrai']);
const NO = new Set(['no', 'n', 'false', '0', 'non', 'faux']);
const SENSES = new Map([
  ['d', 1],
  ['c', -1],
  ['dr', 1],
  ['cr', -1],
  ['debit', 1],
  ['credit', -1],
  ['+1', 1],
  ['-1', -1],
]);

/** +1 for debit, −1 for credit, as written. */
export function senseOf(written: string): number | undefined {
  return SENSES.get(fold(written));
}

/** Whether a row is disputed, where the cell says yes or no: 0 or DISPUTED_WHOLE. */
export function disputeOf(written: string): number | undefined {
  const folded = fold(written);
  if (written === '' || NO.has(folded)) return 0;
  return YES.has(folded) ? DISPUTED_WHOLE : undefined;
}

/** The cells of the record at hand, by field. `problems` is emptied by `open`. */
export class CellReader {
  problems: Diagnostic[] = [];
  line = 0;
  #cells: readonly string[] = [];
  readonly #file: string;
  readonly #at: ReadonlyMap<Field, MappedColumn>;

  constructor(file: string, columns: readonly MappedColumn[]) {
    this.#file = file;
    this.#at = new Map(columns.map((column) => [column.field, column]));
  }

  open(cells: readonly string[], line: number): void {
    this.#cells = cells;
    this.line = line;
    this.problems = [];
  }

  has(field: Field): boolean {
    return this.#at.has(field);
  }

  /** The cell without white space around it; '' for a column the file does not have. */
  text(field: Field): string {
    const column = this.#at.get(field);
    if (column === undefined) return '';
    const cell = (this.#cells[column.index] as string).trim();
    return rearmed(cell);
  }

  /** Minor units; undefined when the cell is empty or could not be read. */
  amount(field: Field, exponent: number): number | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    const amount = parseAmount(text, exponent);
    if (typeof amount === 'number') return amount;
    const what = {
      'amount-unreadable': 'not an amount',
      'amount-too-precise': `more decimals than the currency has (${exponent})`,
      'amount-too-large': 'an amount beyond what can be added exactly',
    }[amount];
    this.problem(amount, field, text, {
      what,
      fix: amount === 'amount-unreadable' ? amountHint(text) : 'check the amount and the currency of the row',
    });
    return undefined;
  }

  /** The day, or NO_DAY when the cell is empty or could not be read. */
  day(field: Field): number {
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

  /** The code of the kind; undefined when the cell is empty or could not be read. */
  kind(): number | undefined {
    const text = this.text('kind');
    if (text === '') return undefined;
    const code = kindCodeOf(text);
    if (code === undefined) {
      const keys = KINDS.map((kind) => kind.key);
      this.problem('kind-unknown', 'kind', text, {
        what: 'not a kind of posting',
        fix: didYouMean(text, keys) || `write one of ${keys.join(', ')}`,
      });
    }
    return code;
  }

  /** The currency; undefined when the cell is empty or could not be read. */
  currency(): Currency | undefined {
    const text = this.text('currency');
    if (text === '') return undefined;
    const code = currencyOf(text);
    if (code === undefined) {
      this.problem('currency-unknown', 'currency', text, {
        what: 'not the code of a currency',
        fix: didYouMean(text, currencyCodes()) || 'write the three letters of ISO 4217, as in EUR',
      });
    }
    return code;
  }

  /** +1 for debit, −1 for credit. */
  sense(): number {
    const text = this.text('sense');
    const side = senseOf(text);
    if (side === undefined)
      this.problem('sense-unknown', 'sense', text, { what: 'neither debit nor credit', fix: 'write D or C' });
    return side ?? 1;
  }

  /** 0, DISPUTED_WHOLE, or the amount in dispute. */
  disputed(exponent: number): number {
    const text = this.text('disputed');
    const told = disputeOf(text);
    if (told !== undefined) return told;
    const amount = parseAmount(text, exponent);
    if (typeof amount === 'number') return Math.abs(amount);
    this.problem('disputed-unreadable', 'disputed', text, {
      what: 'neither yes, no nor an amount',
      fix: 'write yes, or the amount in dispute as 1234.50',
    });
    return 0;
  }

  /** True when the row has a problem of this family already, so that its echo is not told as well. */
  hasProblem(family: string): boolean {
    return this.problems.some((problem) => problem.code.startsWith(family));
  }

  problem(
    code: Code,
    field: Field | undefined,
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
