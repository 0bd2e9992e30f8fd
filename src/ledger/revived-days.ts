// When is a debt due that came back? A payment that is returned revives the due day of the document it had paid, and a claim that is transferred to another account
// keeps that of the document it was (rules §5, 2). Only what the ledger says outright counts: numbers and letters, never amounts alone.
import { NO_DAY } from '../core/day.ts';
import type { LedgerBuilder } from './builder.ts';
import { CommonDue, NO_DEBIT, SEVERAL, Trail } from './common-due.ts';
import { holdsKind, kindCode } from './kind.ts';
import { letterRounds } from './letter-rounds.ts';

const RETURNED = kindCode('returned');
const TRANSFER = kindCode('transfer');

/** Code of the column `due_by` (due-days.ts) of what came back. */
export const REVIVED = 6;

/** Gives returned payments and transfers without a due day that of their document, where there is one; returns how many, and notes it in `by`. */
export function reviveDueDays(builder: LedgerBuilder, by: Uint8Array | undefined): number {
  const { own, count } = builder;
  if (!holdsKind({ kind: own.kind, count }, RETURNED, TRANSFER)) return 0;
  const waiting: number[] = [];
  for (let row = 0; row < count; row++) {
    const came = own.kind[row] === RETURNED || own.kind[row] === TRANSFER;
    if (came && own.due[row] === NO_DAY && (own.amount[row] as number) > 0) waiting.push(row);
  }
  if (waiting.length === 0) return 0;
  const trails = new Trails(builder, waiting);
  // What came back twice has the day it had the first time. Of one day none is before another, wherever it stands in the file.
  waiting.sort((a, b) => (own.day[a] as number) - (own.day[b] as number));
  let revived = 0;
  for (let i = 0; i < waiting.length; ) {
    let end = i + 1;
    while (end < waiting.length && own.day[waiting[end] as number] === own.day[waiting[i] as number]) end++;
    const today = waiting.slice(i, end);
    trails.upTo(own.day[waiting[i] as number] as number);
    const due = today.map((row) => trails.dueOf(row));
    today.forEach((row, at) => {
      if (due[at] === NO_DAY) return;
      own.due[row] = due[at] as number;
      trails.dated(row);
      if (by !== undefined) by[row] = REVIVED;
      revived++;
    });
    i = end;
  }
  return revived;
}

/** Where what came back leads to, by numbers and letters, as far as the ledger is known on a day. */
class Trails {
  readonly #builder: LedgerBuilder;
  readonly #letters: ReturnType<typeof letterRounds>;
  /** By number, letter or round of a letter, those that some trail leads to. */
  readonly #debits = new Map<string, CommonDue>();
  /** By the number payments carry; also by their amount, and for a transfer by its day too. */
  readonly #trails = new Map<string, Trail>();
  /** Postings in the order of their days, and how many of them are known. */
  readonly #coming: number[];
  #known = 0;

  constructor(builder: LedgerBuilder, waiting: readonly number[]) {
    this.#builder = builder;
    const { amount, customer, day } = builder.own;
    const concerned = new Set(waiting.map((row) => customer[row] as number));
    this.#letters = letterRounds(builder, concerned);
    for (const row of waiting) this.#open(row);
    const coming: number[] = [];
    // Where credits lead to is known before debits are looked at.
    for (const side of [-1, 1]) {
      for (let row = 0; row < builder.count; row++) {
        if (Math.sign(amount[row] as number) !== side || !concerned.has(customer[row] as number)) continue;
        if (side < 0 ? this.#trailsOf(row).length === 0 : this.#debitsOf(row).length === 0) continue;
        if (side < 0) this.#under(this.#named(row) ?? this.#round(row));
        coming.push(row);
      }
    }
    this.#coming = coming.sort((a, b) => (day[a] as number) - (day[b] as number));
  }

  /** What is posted later changes nothing. */
  upTo(until: number): void {
    const { amount, day, due } = this.#builder.own;
    for (; this.#known < this.#coming.length; this.#known++) {
      const row = this.#coming[this.#known] as number;
      if ((day[row] as number) > until) return;
      if ((amount[row] as number) > 0) {
        for (const debits of this.#debitsOf(row)) debits.add(this.#document(row), due[row] as number);
        continue;
      }
      const named = this.#named(row);
      const debits = this.#under(named ?? this.#round(row));
      for (const trail of this.#trailsOf(row)) {
        trail.paid = true;
        if (debits !== undefined) trail.lead(debits, named === undefined);
      }
    }
  }

  /** The due day of what came back; NO_DAY where nothing tells it, or more than one. */
  dueOf(row: number): number {
    const [own, document] = [this.#debitsOf(row), this.#document(row)];
    const trail = this.#trailOf(row);
    if (trail !== undefined) return trail.day(own, document);
    if (this.#builder.own.kind[row] !== RETURNED || this.#named(row) !== undefined) return NO_DAY;
    const day = this.#under(this.#round(row))?.day(document) ?? NO_DEBIT;
    // What had come to nothing before it came back: any document of the letter.
    const told = day === NO_DEBIT ? (this.#under(this.#lettered(row))?.day(document) ?? NO_DEBIT) : day;
    return told === NO_DEBIT || told === SEVERAL ? NO_DAY : told;
  }

  /** What came back has got its day. */
  dated(row: number): void {
    for (const debits of this.#debitsOf(row)) debits.date(this.#document(row), this.#builder.own.due[row] as number);
  }

  /** Makes what one of those that came back asks for. */
  #open(row: number): void {
    const { kind } = this.#builder.own;
    const named = this.#named(row);
    if (named === undefined && kind[row] === RETURNED)
      for (const key of [this.#lettered(row), this.#round(row)]) this.#under(key);
    for (const key of named === undefined ? [this.#legKey(row)] : [named, this.#amountKey(row, named)]) {
      if (key === undefined) continue;
      const trail = this.#trails.get(key) ?? new Trail();
      this.#trails.set(key, trail);
      const debits = this.#under(named);
      if (debits !== undefined) trail.lead(debits, false);
    }
  }

  /** One number may be that of several payments: those of exactly the opposite amount go first, where there are any. */
  #trailOf(row: number): Trail | undefined {
    const named = this.#named(row);
    if (named === undefined) return this.#trails.get(this.#legKey(row) ?? '');
    const exact = this.#trails.get(this.#amountKey(row, named));
    return exact?.paid === true ? exact : this.#trails.get(named);
  }

  /** Those a credit is a payment of. */
  #trailsOf(row: number): Trail[] {
    const number = this.#numbered(row);
    if (number === undefined) return [];
    return [number, this.#amountKey(row, number), this.#legKey(row) ?? '']
      .map((key) => this.#trails.get(key))
      .filter((trail) => trail !== undefined);
  }

  /** Those a debit is one of, and its own number or letter is asked for. */
  #debitsOf(row: number): CommonDue[] {
    return [this.#numbered(row), this.#lettered(row), this.#round(row)]
      .map((key) => this.#debits.get(key ?? ''))
      .filter((debits) => debits !== undefined);
  }

  #under(key: string | undefined): CommonDue | undefined {
    if (key === undefined) return undefined;
    const debits = this.#debits.get(key) ?? new CommonDue();
    this.#debits.set(key, debits);
    return debits;
  }

  #amountKey(row: number, number: string): string {
    return `${Math.abs(this.#builder.own.amount[row] as number)} ${number}`;
  }

  /** The legs of a transfer: what it took off the account the claim was on, and what it put on the other, on one day. */
  #legKey(row: number): string | undefined {
    const { kind, day } = this.#builder.own;
    const number = this.#numbered(row);
    return kind[row] !== TRANSFER || number === undefined ? undefined : `${day[row]} ${this.#amountKey(row, number)}`;
  }

  /** What came back and names nothing may bear the number of its payment. */
  #named(row: number): string | undefined {
    const { reference } = this.#builder.optional;
    if (reference?.isEmpty(row) === false) return this.#key(row, `#${reference.at(row)}`);
    const { kind, amount } = this.#builder.own;
    const bears = kind[row] === RETURNED && (amount[row] as number) > 0 && this.#lettered(row) === undefined;
    return bears ? this.#numbered(row) : undefined;
  }

  #numbered(row: number): string | undefined {
    const { document } = this.#builder.optional;
    return document?.isEmpty(row) === false ? this.#key(row, `#${document.at(row)}`) : undefined;
  }

  #lettered(row: number): string | undefined {
    const letter = this.#letters.letterOf(row);
    return letter === undefined ? undefined : `letter ${letter}`;
  }

  /** A payment pays what it was lettered with, and not what carried the letter when it was used before. */
  #round(row: number): string | undefined {
    const round = this.#letters.roundOf(row);
    return round === undefined ? undefined : `round ${round}`;
  }

  /** Numbers are a customer's, in one currency. */
  #key(row: number, text: string): string {
    const { customer, currency } = this.#builder.own;
    return `${customer[row]} ${currency[row]} ${text}`;
  }

  /** What an amount is due of: a number of one day. */
  #document(row: number): string {
    const { own, optional } = this.#builder;
    const number = optional.document?.isEmpty(row) === false ? `#${optional.document.at(row)}` : `row ${row}`;
    return `${(optional.date ?? own.day)[row]} ${number}`;
  }
}
