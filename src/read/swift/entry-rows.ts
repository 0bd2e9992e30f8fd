// What do rows of a batch say of the entries they stand in? The same as entries/lines.ts reads from texts: each account is judged once, amounts are those the
// kernels read, and whether a row goes on with the entry above it is told by its bytes.
import { fold } from '../../core/fold.ts';
import { LARGEST_SUM } from '../../core/money.ts';
import { parseAmount } from '../amount.ts';
import { entryKey } from '../entries/columns.ts';
import { type Journal, NO_ROW } from '../entries/journal-entries.ts';
import { type Hint, hintIn } from '../entries/kinds.ts';
import type { EntryLines } from '../entries/lines.ts';
import { NO_HINT, type Pending } from '../entries/pending.ts';
import { sortOf } from '../entries/sorts.ts';
import { textOf } from '../file-filter.ts';
import { senseOf } from '../ledger-cells.ts';
import { isAsAbove, isBareNumber } from './cell-bytes.ts';
import type { AmountCells, DayCells, KeyCells } from './columns.ts';
import type { KeptRows } from './kept-rows.ts';
import { BATCH, EMPTY, type Machine, NONE, NOT_A_DAY } from './machine.ts';
import { ASK, BEGINS, GOES_ON, PassedEntries } from './passed-entries.ts';
import type { Plan } from './plan.ts';
import type { WholeColumns } from './whole-columns.ts';
import type { Window } from './window.ts';

/** Less than any key. */
const UNTOLD = -3;

export class EntryRows {
  readonly #machine: Machine;
  readonly #plan: Plan;
  readonly #lines: EntryLines;
  readonly #exponent: number;
  readonly #kept: KeptRows;
  readonly #accounts: KeyCells;
  readonly #journals: KeyCells;
  readonly #days: DayCells;
  readonly #raised: AmountCells;
  readonly #lowered: AmountCells;
  readonly #sense: KeyCells;
  readonly #passed: PassedEntries;
  /** The side each text of the column of sides stands for, by its key. */
  readonly #sides: number[] = [];
  /** The journal of each key. */
  readonly #journalOf: (Journal | undefined)[] = [];
  /** The columns that tell an entry without a number. */
  readonly #unnumbered: readonly number[];
  /** The key of the journal of the entry at hand, where its number is one that is told by its bytes; UNTOLD for any other. */
  #journal = UNTOLD;
  /** Where the entry at hand began. */
  #begun = 0;
  #begunIn: Window | undefined;
  /** The batch at hand. */
  #window: Window | undefined;
  #row = 0;
  #count = 0;
  /** The rows of the ledger of a batch's entries, or NO_ROW; how many entries of the batch are done. */
  readonly #taken = new Int32Array(BATCH);
  #done = 0;
  /** The receivable that is decided, one after the other, and its row of the window. */
  #legAt = 0;
  readonly #leg: Pending = { row: NO_ROW, sort: 0, hint: NO_HINT, part: 0 };
  /** The last row of the window that was taken here. */
  #last = -1;

  /** `kept`: the rows of each batch that become postings, or go to another reader. */
  constructor(machine: Machine, plan: Plan, lines: EntryLines, exponent: number, whole: WholeColumns, kept: KeptRows) {
    const { account, journal, number, posted, document } = lines.columns;
    this.#machine = machine;
    this.#plan = plan;
    this.#lines = lines;
    this.#exponent = exponent;
    this.#kept = kept;
    this.#accounts = whole.keys(account);
    this.#journals = whole.keys(journal);
    this.#days = whole.days(plan.posted.field === undefined ? plan.date : plan.posted);
    this.#raised = whole.amounts(plan.amount.field === undefined ? plan.debit : plan.amount);
    this.#lowered = whole.amounts(plan.credit);
    this.#sense = whole.keys(plan.sense.field ?? -1);
    const [accounts, journals, days] = [this.#accounts, this.#journals, this.#days];
    const cells = { accounts, journals, days, raised: this.#raised, lowered: this.#lowered, sense: this.#sense };
    this.#passed = new PassedEntries(machine, lines.entries, cells, number, exponent, this.#takeLeg);
    this.#unnumbered = [journal, number, posted, document].filter((index) => index >= 0);
  }

  /** Goes to a batch, whose columns were read. */
  read(window: Window, row: number, count: number): void {
    this.#window = window;
    this.#row = row;
    this.#count = count;
    this.#passed.read(row, count);
    this.#taken.fill(NO_ROW, 0, count);
    this.#done = 0;
    if (row === 0) this.#last = -1;
  }

  /** Entries `from` to `to` of the rows kept have become rows of the ledger, the first of them `first`. */
  posted(from: number, to: number, first: number): void {
    for (let r = from; r < to; r++) this.#taken[this.#kept.rowOf(r) - this.#row] = first + r - from;
  }

  /** Another reader has the row `at` of the window: those before it come first. */
  passTo(at: number): void {
    this.#take(this.#done, at - this.#row);
    this.#done = at - this.#row + 1;
  }

  /** The rows of a batch are done with, and their bytes may go. */
  leave(): void {
    this.#take(this.#done, this.#count);
    this.#passed.leave();
    this.#lines.entries.keep();
  }

  #take(from: number, to: number): void {
    const [window, row] = [this.#window as Window, this.#row];
    for (let r = from; r < to; r++) {
      // Another reader may have taken the row above, or it is gone.
      if (this.#last !== row + r - 1 || row + r === 0) this.#goTo(window, row, r);
      else if (!this.#goesOn(window, row, r)) r = this.#begin(window, row, r, to);
      this.#last = row + r;
      this.#line(window, row, r);
    }
  }

  #line(window: Window, row: number, r: number): void {
    const { entries, columns } = this.#lines;
    const posting = this.#taken[r] as number;
    const sort = this.#sort(window, row, r);
    if (posting === NO_ROW) {
      entries.line(sort, this.#amount(window, row, r));
      return;
    }
    const amount = entries.amounts[posting] as number;
    const hint = amount > 0 ? () => this.#hintAt(window, row + r) : NO_HINT;
    if (entries.bringsForward) entries.labelled(posting, this.#text(window, row + r, columns.label));
    entries.line(sort, amount, posting, hint);
  }

  /** True when a row goes on with the entry of the one above, by its bytes. */
  #goesOn(window: Window, row: number, r: number): boolean {
    const isAlike = (field: number): boolean => isAsAbove(this.#machine.bytes, window, row + r, field);
    if (this.#journal === UNTOLD) return this.#unnumbered.every(isAlike);
    const says = this.#passed.says(r);
    if (says !== ASK) return says === GOES_ON;
    // A text that is new may ask for memory, so that bytes are looked at after it.
    return this.#journals.mended(window, row, r) === this.#journal && isAlike(this.#lines.columns.number);
  }

  /** Goes to the entry of a row by its texts. */
  #goTo(window: Window, row: number, r: number): void {
    this.#lines.at((index) => this.#text(window, row + r, index));
    const number = this.#lines.columns.number;
    this.#journal =
      number >= 0 && isBareNumber(this.#machine.bytes, window, row + r, number) ? this.#journals.mended(window, row, r) : UNTOLD;
  }

  /**
   * A row begins another entry than the one above, unless its number is one that can be written in two ways. It, and others behind it, may be passed over:
   * returns the row that is gone to, which begins one as well.
   */
  #begin(window: Window, row: number, r: number, to: number): number {
    const { number } = this.#lines.columns;
    const { words, bytes } = this.#machine;
    const day = words[(this.#days.days >> 2) + r] as number;
    const says = this.#passed.says(r);
    const bare = this.#journal !== UNTOLD && (says === BEGINS || isBareNumber(bytes, window, row + r, number));
    if (!bare || day === NOT_A_DAY) {
      this.#goTo(window, row, r);
      return r;
    }
    const begun = says === BEGINS ? this.#passed.over(r, to) : r;
    this.#open(window, row, begun);
    return begun;
  }

  #open(window: Window, row: number, r: number): void {
    const key = this.#journals.mended(window, row, r);
    // NONE, for an empty journal, is a place as well.
    let journal = this.#journalOf[key - NONE];
    if (journal === undefined) {
      journal = this.#lines.journal((index) => this.#text(window, row + r, index));
      this.#journalOf[key - NONE] = journal;
      this.#passed.meet(key, journal);
    }
    this.#lines.entries.begin(journal, this.#machine.words[(this.#days.days >> 2) + r] as number, this.#keyNow);
    this.#journal = key;
    this.#begun = row + r;
    this.#begunIn = window;
  }

  /** A receivable of an entry that was passed over. */
  readonly #takeLeg = (r: number, sort: number, part: number, whole: number, journal: Journal): void => {
    const { entries } = this.#lines;
    const leg = this.#leg;
    leg.row = this.#taken[r] as number;
    leg.sort = sort;
    leg.part = part;
    this.#legAt = this.#row + r;
    leg.hint = (entries.amounts[leg.row] as number) > 0 ? this.#hintOfLeg : NO_HINT;
    entries.decide(leg, whole, journal.code);
  };

  readonly #hintOfLeg = (): Hint => this.#hintAt(this.#window as Window, this.#legAt);

  /** What the label of a row says. */
  #hintAt(window: Window, row: number): Hint {
    return hintIn(fold(this.#text(window, row, this.#lines.columns.label)));
  }

  /** The key of the entry at hand, by the row of the window it began in: asked for before the next one begins. */
  readonly #keyNow = (): string => {
    const { journal, number } = this.#lines.columns;
    const cell = (index: number): string => this.#text(this.#begunIn as Window, this.#begun, index);
    return entryKey(cell(journal), cell(number), '', '');
  };

  #text(window: Window, row: number, index: number): string {
    return index < 0 ? '' : textOf(window.cell(row, index, index === this.#plan.width.cells - 1));
  }

  #sort(window: Window, row: number, r: number): number {
    const key = this.#accounts.mended(window, row, r);
    return key < 0 ? sortOf('') : this.#passed.sort(key);
  }

  #amount(window: Window, row: number, r: number): number {
    const plain = this.#passed.amount(r);
    if (!Number.isNaN(plain)) return plain;
    const raised = this.#units(this.#raised, window, row, r);
    return this.#sense.field === undefined
      ? raised - this.#units(this.#lowered, window, row, r)
      : raised * this.#side(window, row, r);
  }

  #side(window: Window, row: number, r: number): number {
    const key = this.#sense.mended(window, row, r);
    if (key < 0) return 0;
    this.#sides[key] ??= senseOf(this.#sense.dictionary.text(key)) ?? 0;
    return this.#sides[key] as number;
  }

  #units(cells: AmountCells, window: Window, row: number, r: number): number {
    if (this.#machine.bytes[cells.decimals + r] === EMPTY) return 0;
    const plain = cells.scaled(r, this.#exponent);
    if (Math.abs(plain) <= LARGEST_SUM) return plain;
    const units = parseAmount(cells.text(window, row + r), this.#exponent, this.#plan.forms.decimal);
    return typeof units === 'number' ? units : 0;
  }
}
