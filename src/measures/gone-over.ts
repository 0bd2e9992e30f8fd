// What came of a claim that looks settled? A payment that bounced never paid, and a claim on a doubtful account is the same claim: the debit that came of it goes on
// with what it undid of each document, so that no day bears interest twice and none is lost.
import { NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { asTold, type CompareRows } from '../ledger/as-told.ts';
import { kindCode } from '../ledger/kind.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import type { Settlements } from '../settle/open-items.ts';

type Paired = Pick<Settlements, 'count' | 'debit' | 'credit' | 'amount'>;

const TRANSFER = kindCode('transfer');
const RETURNED = kindCode('returned');

/** A document, and what of it a row goes on with. */
export type Origin = { readonly debit: number; readonly amount: number };

export class GoneOver {
  readonly #book: Book;
  readonly #ledger: Ledger;
  readonly #settlements: Paired;
  readonly #day: number;
  readonly #told: CompareRows;
  /** By the row of a debit that came back or was transferred. */
  readonly #origins = new Map<number, Origin[]>();
  /** What of such a row the payment settled that it undoes: it undoes itself, and is no claim. */
  readonly #void = new Map<number, number>();
  /** What of a settlement was undone, by its place. */
  readonly #undone = new Map<number, number>();
  /** The settlements of each credit of a customer concerned. */
  readonly #of = new Map<number, number[]>();
  /** Credits by what leads to them: their own number, the number they name, their letter, or an amount and a due day. */
  readonly #credits = new Map<string, number[]>();

  /** `day`: that of the settlements; what came back later has not come yet. */
  constructor(book: Book, settlements: Paired, day: number) {
    this.#book = book;
    this.#ledger = book.ledger;
    this.#settlements = settlements;
    this.#day = day;
    this.#told = asTold(book.ledger);
    const back = this.#back();
    if (back.length === 0) return;
    this.#index(new Set(back.map((row) => this.#ledger.customer[row] as number)));
    for (const row of back) this.#undo(row);
  }

  undone(settlement: number): number {
    return this.#undone.get(settlement) ?? 0;
  }

  /** The documents a row goes on with; none for a row that is a document itself. */
  origins(row: number): readonly Origin[] {
    return this.#origins.get(row) ?? [];
  }

  /** What of a row never was a claim: the payment it undoes had settled it. */
  voided(row: number): number {
    return this.#void.get(row) ?? 0;
  }

  /** Debits that came back or were transferred, in the order of their days. */
  #back(): number[] {
    const { kind, count, day } = this.#ledger;
    const kinds = kind.subarray(0, count);
    const back: number[] = [];
    // Most ledgers have none, which a look at one byte a row tells.
    if (!kinds.includes(RETURNED) && !kinds.includes(TRANSFER)) return back;
    for (let row = 0; row < count; row++) {
      if (this.#cameBack(row) && (day[row] as number) <= this.#day && this.#book.holds(row)) back.push(row);
    }
    return back.sort((a, b) => (day[a] as number) - (day[b] as number) || this.#told(a, b));
  }

  #index(customers: ReadonlySet<number>): void {
    const { credit, debit, count } = this.#settlements;
    for (let at = 0; at < count; at++) {
      const [by, of] = [credit[at] as number, debit[at] as number];
      if (by < 0 || of < 0 || !customers.has(this.#ledger.customer[by] as number)) continue;
      if (!this.#of.has(by)) for (const key of this.#keysOf(by)) gather(this.#credits, key, by);
      gather(this.#of, by, at);
      gather(this.#credits, this.#amountKey(by, this.#ledger.due[of] as number), by);
    }
  }

  #keysOf(credit: number): string[] {
    const number = this.#text('document', credit);
    const named = this.#text('reference', credit);
    const letter = column(this.#ledger, 'letter')?.codes[credit] ?? 0;
    return [
      ...(number === '' ? [] : [this.#key(credit, `#${number}`)]),
      ...(named === '' ? [] : [this.#key(credit, `>${named}`)]),
      ...(letter === 0 ? [] : [this.#key(credit, `letter ${letter}`)]),
    ];
  }

  /** Takes back what the credits settled that a row undoes, in the order in which they fit; what they settled of the row itself first. */
  #undo(row: number): void {
    let left = this.#ledger.amount[row] as number;
    let undoesItself = 0;
    const origins: Origin[] = [];
    const take = (at: number): number => {
      const part = Math.min(left, (this.#settlements.amount[at] as number) - this.undone(at));
      if (part > 0) this.#undone.set(at, this.undone(at) + part);
      left -= Math.max(0, part);
      return Math.max(0, part);
    };
    for (const credit of this.#creditsOf(row)) {
      const all = this.#of.get(credit) ?? [];
      for (const at of all) if (this.#settlements.debit[at] === row) undoesItself += take(at);
      for (const at of all) {
        const debit = this.#settlements.debit[at] as number;
        // What came later is none of its documents: a trail leads backwards only.
        const part = this.#isBefore(debit, row) ? take(at) : 0;
        if (part > 0) origins.push({ debit, amount: part });
      }
      if (left === 0) break;
    }
    if (origins.length > 0) this.#origins.set(row, origins);
    if (undoesItself > 0) this.#void.set(row, undoesItself);
  }

  #cameBack(row: number): boolean {
    const { kind, amount } = this.#ledger;
    return (kind[row] === RETURNED || kind[row] === TRANSFER) && (amount[row] as number) > 0;
  }

  /** Within a day, documents come before what came back of them; of two that came back the first is told by what they say, so that no trail leads round. */
  #isBefore(debit: number, row: number): boolean {
    const { day } = this.#ledger;
    if (day[debit] !== day[row]) return (day[debit] as number) < (day[row] as number);
    return debit !== row && (!this.#cameBack(debit) || this.#told(debit, row) < 0);
  }

  /** A number leads first, then a letter, then an amount with the due day; of several the one of exactly that amount, then the last. */
  #creditsOf(row: number): number[] {
    const { kind, day, amount } = this.#ledger;
    const isTransfer = kind[row] === TRANSFER;
    const fits = (credit: number): boolean =>
      (kind[credit] === TRANSFER) === isTransfer &&
      (isTransfer ? day[credit] === day[row] : (day[credit] as number) <= (day[row] as number));
    const exact = (credit: number): number => (0 - (amount[credit] as number) === amount[row] ? 0 : 1);
    for (const key of this.#waysFrom(row)) {
      const found = [...new Set(this.#credits.get(key) ?? [])].filter((credit) => fits(credit) && this.#isLeft(credit));
      if (found.length > 0)
        return found.sort((a, b) => exact(a) - exact(b) || (day[b] as number) - (day[a] as number) || this.#told(a, b));
    }
    return [];
  }

  /** Where a row may lead, the surest way first. */
  #waysFrom(row: number): string[] {
    const [number, named] = [this.#text('document', row), this.#text('reference', row)];
    const letter = column(this.#ledger, 'letter')?.codes[row] ?? 0;
    const due = this.#ledger.due[row] as number;
    return [
      ...(named === '' ? [] : [this.#key(row, `#${named}`), this.#key(row, `>${named}`)]),
      ...(number === '' ? [] : [this.#key(row, `#${number}`), this.#key(row, `>${number}`)]),
      ...(letter === 0 ? [] : [this.#key(row, `letter ${letter}`)]),
      ...(due === NO_DAY ? [] : [this.#amountKey(row, due)]),
    ];
  }

  #isLeft(credit: number): boolean {
    return (this.#of.get(credit) ?? []).some((at) => (this.#settlements.amount[at] as number) > this.undone(at));
  }

  #amountKey(row: number, due: number): string {
    return this.#key(row, `${Math.abs(this.#ledger.amount[row] as number)} due ${due}`);
  }

  #key(row: number, text: string): string {
    return `${this.#ledger.customer[row]} ${this.#ledger.currency[row]} ${text}`;
  }

  #text(name: 'document' | 'reference', row: number): string {
    const texts = column(this.#ledger, name);
    return texts?.isEmpty(row) === false ? texts.at(row) : '';
  }
}
