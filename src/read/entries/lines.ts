// What does a record say of the entry it stands in? Its texts become a line of the journal's entries: the careful reader's way.
import { type Currency, exponentOf } from '../../core/currency.ts';
import { NO_DAY } from '../../core/day.ts';
import { fold } from '../../core/fold.ts';
import type { Field } from '../../ledger/field.ts';
import { parseAmount } from '../amount.ts';
import { parseDay } from '../day.ts';
import { textOf } from '../file-filter.ts';
import type { DayForm, Forms } from '../forms.ts';
import { senseOf } from '../ledger-cells.ts';
import type { LedgerColumn } from '../ledger-headings.ts';
import { type EntryColumns, entryKey } from './columns.ts';
import { type Journal, type JournalEntries, NO_ROW } from './journal-entries.ts';
import { hintIn, isOpeningJournal } from './kinds.ts';
import { sortOf } from './sorts.ts';

/** The columns of a ledger, and how they are spelt. */
export type SpeltLedger = {
  readonly columns: readonly LedgerColumn[];
  readonly currency: Currency;
  readonly forms: Forms<Field>;
};

export class EntryLines {
  readonly entries: JournalEntries;
  readonly columns: EntryColumns;
  readonly #at: ReadonlyMap<Field, number>;
  readonly #exponent: number;
  readonly #forms: Forms<Field>;
  readonly #form: DayForm;
  readonly #journals = new Map<string, Journal>();
  #lastText = '';
  #lastDay: number = NO_DAY;

  constructor(entries: JournalEntries, columns: EntryColumns, ledger: SpeltLedger) {
    this.entries = entries;
    this.columns = columns;
    this.#at = new Map(ledger.columns.map(({ field, index }) => [field, index]));
    this.#exponent = exponentOf(ledger.currency);
    this.#forms = ledger.forms;
    this.#form = ledger.forms.days.get(this.#at.has('posted') ? 'posted' : 'date') ?? 'iso';
  }

  /** Takes a record; `row`: that of the ledger, where it became a posting. */
  take(cells: readonly string[], row = NO_ROW): void {
    const cell = (index: number): string => textOf(cells[index] ?? '');
    const { account, label } = this.columns;
    this.at(cell);
    const amount = this.#amount(cell);
    if (row !== NO_ROW && this.entries.bringsForward) this.entries.labelled(row, cell(label));
    // Only of a receivable's debit is it asked what its label says.
    const asks = row !== NO_ROW && amount > 0;
    this.entries.line(sortOf(cell(account)), amount, row, asks ? () => hintIn(fold(cell(label))) : undefined);
  }

  /** Goes to the entry that a record stands in, by its cells. */
  at(cell: (index: number) => string): void {
    const { journal, number, posted, document } = this.columns;
    const key = entryKey(cell(journal), cell(number), cell(posted), cell(document));
    if (!this.entries.isAt(key)) this.entries.begin(this.journal(cell), this.#dayIn(cell(posted)), key);
  }

  /** The journal a record stands in. Journals are few, and each is judged once, by its code and the first name it has. */
  journal(cell: (index: number) => string): Journal {
    const code = cell(this.columns.journal);
    const known = this.#journals.get(code);
    if (known !== undefined) return known;
    const journal = { code, opening: isOpeningJournal(fold(code), fold(cell(this.columns.journalName))) };
    this.#journals.set(code, journal);
    return journal;
  }

  /** Entries stand in the order of their days, so most have that of the one before. */
  #dayIn(text: string): number {
    if (text !== this.#lastText) {
      this.#lastText = text;
      this.#lastDay = parseDay(text, this.#form) ?? NO_DAY;
    }
    return this.#lastDay;
  }

  /** Debits above nothing. What cannot be read is nothing here: of a receivable it is told, and of other accounts no figure is given. */
  #amount(cell: (index: number) => string): number {
    const of = (field: Field): number => {
      const index = this.#at.get(field);
      const amount = index === undefined ? 0 : parseAmount(cell(index), this.#exponent, this.#forms.decimal);
      return typeof amount === 'number' ? amount : 0;
    };
    const sense = this.#at.get('sense');
    if (sense !== undefined) return of('amount') * (senseOf(cell(sense)) ?? 0);
    return this.#at.has('amount') ? of('amount') : of('debit') - of('credit');
  }
}
