// What do rows of a batch say of the entries they stand in? The same as entries/lines.ts reads from texts: each account is judged once, amounts are those the
// kernels read, and whether a row goes on with the entry above it is told by its bytes.
import { fold } from '../../core/fold.ts';
import { parseAmount } from '../amount.ts';
import { entryKey } from '../entries/columns.ts';
import { type Journal, NO_ROW } from '../entries/journal-entries.ts';
import { hintIn } from '../entries/kinds.ts';
import type { EntryLines } from '../entries/lines.ts';
import { sortOf } from '../entries/sorts.ts';
import { textOf } from '../file-filter.ts';
import { senseOf } from '../ledger-cells.ts';
import { isAsAbove, isBareNumber } from './cell-bytes.ts';
import { type AmountCells, KeyCells, TENS } from './columns.ts';
import { BATCH, EMPTY, type Machine, NONE, NOT_A_DAY, NOT_CANONICAL } from './machine.ts';
import type { Plan } from './plan.ts';
import type { Window } from './window.ts';

/** Less than any key. */
const UNTOLD = -3;

export class EntryRows {
  readonly #machine: Machine;
  readonly #plan: Plan;
  readonly #lines: EntryLines;
  readonly #exponent: number;
  readonly #accounts: KeyCells;
  readonly #readsAccounts: boolean;
  /** The sort of each account, and the side each text of the column of sides stands for, by their keys. */
  readonly #sorts: number[] = [];
  readonly #sides: number[] = [];
  readonly #journals: KeyCells;
  /** The journal of each key. */
  readonly #journalOf: (Journal | undefined)[] = [];
  /** The columns that tell an entry without a number. */
  readonly #unnumbered: readonly number[];
  /** The key of the journal of the entry at hand, where its number is one that is told by its bytes; UNTOLD for any other. */
  #journal = UNTOLD;
  /** Where the entry at hand began. */
  #begun = 0;
  #window: Window | undefined;
  /** The rows of the ledger of a batch's entries, or NO_ROW; how many entries of the batch are done. */
  readonly #taken = new Int32Array(BATCH);
  #done = 0;
  /** The last row of the window that was taken here. */
  #last = -1;

  /** `accounts`: the column, where somebody reads it already. */
  constructor(machine: Machine, plan: Plan, lines: EntryLines, exponent: number, accounts: KeyCells | undefined) {
    const { account, journal, number, posted, document } = lines.columns;
    this.#machine = machine;
    this.#plan = plan;
    this.#lines = lines;
    this.#exponent = exponent;
    this.#accounts = accounts ?? new KeyCells(machine, account, plan.width.cells);
    this.#readsAccounts = accounts === undefined;
    this.#journals = new KeyCells(machine, journal < 0 ? undefined : journal, plan.width.cells);
    this.#unnumbered = [journal, number, posted, document].filter((index) => index >= 0);
  }

  /** Reads the accounts and journals of a batch, whose rows are told of then. */
  read(window: Window, row: number, count: number): void {
    if (this.#readsAccounts) this.#accounts.read(window, row, count);
    this.#journals.read(window, row, count);
    this.#taken.fill(NO_ROW, 0, count);
    this.#done = 0;
    if (row === 0) this.#last = -1;
  }

  /** Entries `from` to `to` of the batch have become rows of the ledger, the first of them `first`. */
  posted(from: number, to: number, first: number): void {
    for (let r = from; r < to; r++) this.#taken[r] = first + r - from;
  }

  /** Another reader has the entry `r`: those before it, of the batch that begins at row `row`, come first. */
  passTo(window: Window, row: number, r: number): void {
    this.#take(window, row, this.#done, r);
    this.#done = r + 1;
  }

  /** The rows of a batch are done with, and their bytes may go. */
  leave(window: Window, row: number, count: number): void {
    this.#take(window, row, this.#done, count);
    this.#lines.entries.key();
  }

  #take(window: Window, row: number, from: number, to: number): void {
    const { entries, columns } = this.#lines;
    const { amounts } = entries;
    const accounts = this.#accounts.keys >> 2;
    for (let r = from; r < to; r++) {
      const at = row + r;
      // Another reader may have taken the row above, or it is gone.
      if (this.#last !== at - 1 || at === 0) this.#goTo(window, row, r);
      else if (!this.#goesOn(window, row, r)) this.#begin(window, row, r);
      this.#last = at;
      const posting = this.#taken[r] as number;
      const amount = posting === NO_ROW ? this.#amount(window, row, r) : (amounts[posting] as number);
      const hint = posting !== NO_ROW && amount > 0 ? hintIn(fold(this.#text(window, at, columns.label))) : undefined;
      if (posting !== NO_ROW && entries.bringsForward) entries.labelled(posting, this.#text(window, at, columns.label));
      const sort = this.#sorts[this.#machine.words[accounts + r] as number] ?? this.#sort(window, row, r);
      entries.line(sort, amount, posting, hint);
    }
  }

  /** True when a row goes on with the entry of the one above, by its bytes. */
  #goesOn(window: Window, row: number, r: number): boolean {
    const { bytes } = this.#machine;
    if (this.#journal === UNTOLD) return this.#unnumbered.every((field) => isAsAbove(bytes, window, row + r, field));
    const { number } = this.#lines.columns;
    return this.#journals.mended(window, row, r) === this.#journal && isAsAbove(bytes, window, row + r, number);
  }

  /** Goes to the entry of a row by its texts. */
  #goTo(window: Window, row: number, r: number): void {
    this.#lines.at((index) => this.#text(window, row + r, index));
    const number = this.#lines.columns.number;
    this.#journal =
      number >= 0 && isBareNumber(this.#machine.bytes, window, row + r, number) ? this.#journals.mended(window, row, r) : UNTOLD;
  }

  /** A row begins another entry than the one above, unless its number is one that can be written in two ways. */
  #begin(window: Window, row: number, r: number): void {
    const { entries, columns } = this.#lines;
    const { posted, date } = this.#plan;
    const day = this.#machine.words[((posted.field === undefined ? date : posted).days >> 2) + r] as number;
    if (this.#journal === UNTOLD || day === NOT_A_DAY || !isBareNumber(this.#machine.bytes, window, row + r, columns.number)) {
      this.#goTo(window, row, r);
      return;
    }
    const key = this.#journals.mended(window, row, r);
    // NONE, for an empty journal, is a place as well.
    this.#journalOf[key - NONE] ??= this.#lines.journal((index) => this.#text(window, row + r, index));
    entries.begin(this.#journalOf[key - NONE] as Journal, day, this.#keyNow);
    this.#journal = key;
    this.#begun = row + r;
    this.#window = window;
  }

  /** The key of the entry at hand, by the row of the window it began in: asked for before the next one begins. */
  readonly #keyNow = (): string => {
    const { journal, number } = this.#lines.columns;
    const cell = (index: number): string => this.#text(this.#window as Window, this.#begun, index);
    return entryKey(cell(journal), cell(number), '', '');
  };

  #text(window: Window, row: number, index: number): string {
    return index < 0 ? '' : textOf(window.cell(row, index, index === this.#plan.width.cells - 1));
  }

  #sort(window: Window, row: number, r: number): number {
    const key = this.#accounts.mended(window, row, r);
    if (key < 0) return sortOf('');
    return (this.#sorts[key] ??= sortOf(this.#accounts.dictionary.text(key)));
  }

  #amount(window: Window, row: number, r: number): number {
    const { amount, debit, credit, sense } = this.#plan;
    if (sense.field !== undefined) return this.#units(amount, window, row, r) * this.#side(window, row, r);
    if (amount.field !== undefined) return this.#units(amount, window, row, r);
    return this.#units(debit, window, row, r) - this.#units(credit, window, row, r);
  }

  #side(window: Window, row: number, r: number): number {
    const { sense } = this.#plan;
    const key = sense.mended(window, row, r);
    if (key < 0) return 0;
    this.#sides[key] ??= senseOf(sense.dictionary.text(key)) ?? 0;
    return this.#sides[key] as number;
  }

  #units(cells: AmountCells, window: Window, row: number, r: number): number {
    const { bytes, doubles } = this.#machine;
    const decimals = bytes[cells.decimals + r] as number;
    if (decimals === EMPTY) return 0;
    if (decimals !== NOT_CANONICAL && decimals <= this.#exponent) {
      return (doubles[(cells.units >> 3) + r] as number) * (TENS[this.#exponent - decimals] as number);
    }
    const units = parseAmount(cells.text(window, row + r), this.#exponent, this.#plan.forms.decimal);
    return typeof units === 'number' ? units : 0;
  }
}
