// Which lines make one entry, and what kinds do its receivables have? Lines come in the order of the file, those of other accounts with them. Lines of one
// journal and number are one entry; where no number can be trusted (0 throughout in cash-basis files), those of one journal, day and piece. An entry is cut
// where it balances, so that a line is judged by the smallest part that does (rules.md §5.2).
import { NO_DAY } from '../../core/day.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import { type KindKey, kindCode } from '../../ledger/kind.ts';
import type { DecimalMark } from '../forms.ts';
import { dayInLabel, type Hint, kindInJournal, type Leg } from './kinds.ts';
import { KnownKinds } from './known-kinds.ts';
import { kept, NO_HINT, type Pending } from './pending.ts';
import { Sold } from './sold.ts';
import { bitOf, isBare, movesOwnFunds, SORTS } from './sorts.ts';

/** A journal: its code, and whether it brings forward. */
export type Journal = { readonly code: string; readonly opening: boolean };

/** An entry that did not balance where its lines ended: others of its number may stand elsewhere. */
type Open = { readonly journal: string; whole: number; readonly legs: Pending[] };

const ADVANCE = SORTS.indexOf('advance');

/** The row of a line that is no posting. */
export const NO_ROW = -1;

export class JournalEntries {
  readonly #builder: LedgerBuilder;
  #journal: Journal | undefined;
  /** What tells the entry at hand from others; a reader of bytes tells it when it is asked for, which it seldom is. */
  #key: string | (() => string) = '';
  #whole = 0;
  #part = 0;
  #balance = 0;
  #day: number = NO_DAY;
  readonly sold: Sold;
  /** Of the entry at hand, the first `#count` of these, which are used again; the first `#closed` stand in parts that are closed. */
  readonly #legs: Pending[] = [];
  #count = 0;
  #closed = 0;
  /** First and last day of all entries but those that bring forward, or NO_DAY; whether there are such, and their rows. */
  firstDay: number = NO_DAY;
  lastDay: number = NO_DAY;
  opens = false;
  #openDay: number = NO_DAY;
  readonly openings: number[] = [];
  readonly #open = new Map<string, Open>();
  /** What tells the entries that did not balance, in the order they were met. */
  readonly opened: string[] = [];
  readonly #kinds = new KnownKinds();
  /** What all entries of a journal hold. */
  readonly #journals = new Map<string, number>();
  /** Rows whose entry tells nothing, by their journal. */
  readonly #untold: { readonly leg: Pending; readonly journal: string }[] = [];
  /** Debits that the bank paid out, and nobody says why. */
  readonly paidOut: number[] = [];

  constructor(builder: LedgerBuilder, decimal: DecimalMark) {
    this.#builder = builder;
    this.sold = new Sold(builder, decimal);
  }

  /** Those of the ledger's rows, debits above nothing. */
  get amounts(): Float64Array {
    return this.#builder.own.amount;
  }

  /** True when a line with this key goes on with the entry at hand. */
  isAt(key: string): boolean {
    return this.#journal !== undefined && this.key() === key;
  }

  /** Asks for all that is still to be read of the entry at hand: the bytes it stands in will be gone. */
  keep(): void {
    this.key();
    for (let i = 0; i < this.#count; i++) this.#legs[i] = kept(this.#legs[i] as Pending);
  }

  /** What tells the entry at hand. */
  key(): string {
    if (typeof this.#key !== 'string') this.#key = this.#key();
    return this.#key;
  }

  /** An entry begins, in a journal and on a day, which may be NO_DAY. */
  begin(journal: Journal, day: number, key: string | (() => string)): void {
    this.#end();
    this.#journal = journal;
    this.#key = key;
    this.#day = day;
  }

  endEntry(): void {
    this.#end();
    this.#journal = undefined;
  }

  /** Entries were passed over that balance and do not move own funds, none of which brings forward or was opened: their first and last days. */
  passed(first: number, last: number): void {
    this.#span(first, false);
    this.#span(last, false);
  }

  /** What entries of a journal hold that were passed over. */
  hold(journal: Journal, bits: number): void {
    this.#journals.set(journal.code, (this.#journals.get(journal.code) ?? 0) | bits);
  }

  /** A line of the entry at hand: the number of its sort, debits above nothing; its row of the ledger, where it is a posting. */
  line(sort: number, amount: number, row = NO_ROW, hint = NO_HINT): void {
    const bit = bitOf(sort, amount);
    this.#part |= bit;
    this.#whole |= bit;
    this.#balance += amount;
    this.sold.line(sort, amount);
    if (row !== NO_ROW) this.#leg(row, sort, hint);
    if (this.#balance === 0) this.#cut();
  }

  #leg(row: number, sort: number, hint: () => Hint): void {
    const leg = this.#legs[this.#count];
    if (leg === undefined) this.#legs.push({ row, sort, hint, part: 0 });
    else {
      leg.row = row;
      leg.sort = sort;
      leg.hint = hint;
    }
    this.#count++;
  }

  #cut(): void {
    if (this.sold.tells && this.#closed < this.#count) this.#putTax();
    for (; this.#closed < this.#count; this.#closed++) (this.#legs[this.#closed] as Pending).part = this.#part;
    this.#part = 0;
    this.sold.endPart();
  }

  #putTax(): void {
    const legs = this.#legs.slice(this.#closed, this.#count);
    // What an invoice takes up of an advance is a part of it, and no invoice.
    this.sold.putTax(
      legs.map(({ row }) => row),
      (at) => (legs[at] as Pending).sort !== ADVANCE,
    );
  }

  #end(): void {
    const journal = this.#journal;
    if (journal === undefined) return;
    const balanced = this.#balance === 0;
    this.#cut();
    const { code } = journal;
    this.hold(journal, this.#whole);
    const opening = journal.opening || this.#isFirst(this.#day);
    this.#span(this.#day, opening);
    if (opening) {
      for (const { row } of this.#legs.slice(0, this.#count)) {
        this.#put(row, 'opening');
        this.openings.push(row);
      }
    } else if (balanced && (this.#open.size === 0 || !this.#open.has(this.key()))) {
      for (let i = 0; i < this.#count; i++) this.decide(this.#legs[i] as Pending, this.#whole, code);
    } else this.#keepOpen(code);
    this.sold.endEntry(this.#day, opening);
    this.#count = 0;
    this.#closed = 0;
    this.#whole = 0;
    this.#balance = 0;
  }

  /** True where what is at hand is brought forward, so that labels may say from when. */
  get bringsForward(): boolean {
    return this.#journal?.opening === true;
  }

  /** An opening whose piece has no day of its own has the one its label names (`31-03-2022 CLIENTS`). */
  labelled(row: number, label: string): void {
    const { date } = this.#builder.optional;
    const day = dayInLabel(label);
    const on = this.#builder.own.day[row] as number;
    if (date !== undefined && date[row] === on && day !== undefined && day < on) date[row] = day;
  }

  /** An entry of the first day of all that moves own funds and earns nothing brings the accounts forward, whatever its journal is called. */
  #isFirst(day: number): boolean {
    return (
      movesOwnFunds(this.#whole) &&
      (this.firstDay === NO_DAY || day <= this.firstDay) &&
      (this.#openDay === NO_DAY || day <= this.#openDay)
    );
  }

  #span(day: number, opening: boolean): void {
    this.opens ||= opening;
    if (opening && this.#openDay === NO_DAY) this.#openDay = day;
    if (opening || day === NO_DAY) return;
    if (this.firstDay === NO_DAY || day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
  }

  #keepOpen(journal: string): void {
    const key = this.key();
    let open = this.#open.get(key);
    if (open === undefined) {
      this.#open.set(key, (open = { journal, whole: 0, legs: [] }));
      this.opened.push(key);
    }
    open.whole |= this.#whole;
    for (let i = 0; i < this.#count; i++) open.legs.push(kept(this.#legs[i] as Pending));
  }

  /** Decides the kind of a receivable by its part and by all of its entry. */
  decide(leg: Pending, whole: number, journal: string): void {
    const kind = this.#kinds.of(leg.sort, this.#sideOf(leg), leg.part, whole, leg.hint);
    // Books of sales may credit accounts of other income, or of what is sold for others.
    if (kind === undefined || kind === 'other') this.#untold.push({ leg: kept(leg), journal });
    else this.#tell(leg.row, kind);
  }

  #sideOf({ row }: Pending): 1 | -1 {
    return (this.#builder.own.amount[row] as number) < 0 ? -1 : 1;
  }

  #legOf(leg: Pending): Leg {
    return { sort: SORTS[leg.sort] as (typeof SORTS)[number], side: this.#sideOf(leg), hint: leg.hint };
  }

  #tell(row: number, kind: KindKey | 'paid-out'): void {
    if (kind === 'paid-out') this.paidOut.push(row);
    else this.#put(row, kind);
  }

  #put(row: number, kind: KindKey): void {
    this.#builder.own.kind[row] = kindCode(kind);
  }

  /** Decides what only the whole file tells. A row nothing tells of keeps the kind its side gave it. */
  finish(): void {
    this.#end();
    this.#journal = undefined;
    for (const { journal, whole, legs } of this.#open.values()) for (const leg of legs) this.decide(leg, whole, journal);
    const tells = [...this.#journals.values()].some((bits) => !isBare(bits));
    for (const { leg, journal } of this.#untold) {
      const kind = kindInJournal(this.#legOf(leg), this.#journals.get(journal) ?? 0);
      // Where nothing in the file says more, the side gives the kind.
      if (kind !== undefined) this.#tell(leg.row, kind);
      else if (tells) this.#put(leg.row, 'other');
    }
    // Books that only bring forward have the day on which they do.
    if (this.firstDay === NO_DAY) this.firstDay = this.lastDay = this.#openDay;
  }
}
