// When is a debt due that came back? A payment that is returned revives the due day of the document it had paid, and a claim that is transferred to another account
// keeps that of the document it was (rules §5, 2). Only what the ledger says outright counts: numbers and letters, never amounts alone.
import { NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import type { LedgerBuilder } from './builder.ts';
import { kindCode } from './kind.ts';

const RETURNED = kindCode('returned');
const TRANSFER = kindCode('transfer');

/** Code of the column `due_by` (due-days.ts) of what came back. */
export const REVIVED = 6;

/** Gives returned payments and transfers without a due day that of their document, where there is one; returns how many, and notes it in `by`. */
export function reviveDueDays(builder: LedgerBuilder, by: Uint8Array | undefined): number {
  const { own, count } = builder;
  const kinds = own.kind.subarray(0, count);
  // Most ledgers have none, which a look at one byte a row tells.
  if (!kinds.includes(RETURNED) && !kinds.includes(TRANSFER)) return 0;
  const waiting: number[] = [];
  for (let row = 0; row < count; row++) {
    const came = own.kind[row] === RETURNED || own.kind[row] === TRANSFER;
    if (came && own.due[row] === NO_DAY && (own.amount[row] as number) > 0) waiting.push(row);
  }
  if (waiting.length === 0) return 0;
  const postings = new Postings(builder, waiting);
  // What came back twice has the day it had the first time. Of one day none is before another, wherever it stands in the file.
  waiting.sort((a, b) => (own.day[a] as number) - (own.day[b] as number));
  let revived = 0;
  for (let i = 0; i < waiting.length; ) {
    let end = i + 1;
    while (end < waiting.length && own.day[waiting[end] as number] === own.day[waiting[i] as number]) end++;
    const today = waiting.slice(i, end);
    const due = today.map((row) => postings.dueOf(row));
    today.forEach((row, at) => {
      if (due[at] === NO_DAY) return;
      own.due[row] = due[at] as number;
      if (by !== undefined) by[row] = REVIVED;
      revived++;
    });
    i = end;
  }
  return revived;
}

/** The postings of the customers something came back from, by their numbers and letters. */
class Postings {
  readonly #builder: LedgerBuilder;
  readonly #carrying = new Map<string, number[]>();
  readonly #lettered = new Map<string, number[]>();

  constructor(builder: LedgerBuilder, waiting: readonly number[]) {
    this.#builder = builder;
    const { customer } = builder.own;
    const { document, letter } = builder.optional;
    const concerned = new Set(waiting.map((row) => customer[row] as number));
    for (let row = 0; row < builder.count; row++) {
      if (!concerned.has(customer[row] as number)) continue;
      if (document?.isEmpty(row) === false) gather(this.#carrying, this.#key(row, document.at(row)), row);
      if (letter?.codes[row]) gather(this.#lettered, this.#key(row, String(letter.codes[row])), row);
    }
  }

  /** The due day of what came back; NO_DAY where nothing tells it, or more than one. */
  dueOf(row: number): number {
    const { own, optional } = this.#builder;
    const { document, reference } = optional;
    const until = own.day[row] as number;
    if (reference?.isEmpty(row) === false) {
      const named = this.#known(this.#carrying, row, reference.at(row), until);
      const credits = named.filter((other) => (own.amount[other] as number) < 0);
      return this.#onlyDue(row, [...this.#debits(named), ...this.#paidBy(ofAmount(own.amount, credits, row), until)]);
    }
    if (own.kind[row] === RETURNED) return this.#onlyDue(row, this.#lettersOf(row, until));
    if (document === undefined || document.isEmpty(row)) return NO_DAY;
    // The other leg of a transfer: what it took off the account the claim was on.
    const legs = this.#known(this.#carrying, row, document.at(row), until).filter(
      (other) => own.kind[other] === TRANSFER && own.day[other] === until && own.amount[other] === -(own.amount[row] as number),
    );
    return this.#onlyDue(row, this.#paidBy(legs, until));
  }

  /** The debits that credits name, or share a letter with. */
  #paidBy(credits: readonly number[], until: number): number[] {
    const { reference } = this.#builder.optional;
    return credits.flatMap((credit) =>
      reference?.isEmpty(credit) === false
        ? this.#debits(this.#known(this.#carrying, credit, reference.at(credit), until))
        : this.#lettersOf(credit, until),
    );
  }

  /** Other debits of the row's letter. */
  #lettersOf(row: number, until: number): number[] {
    const code = this.#builder.optional.letter?.codes[row] ?? 0;
    return code === 0 ? [] : this.#debits(this.#known(this.#lettered, row, String(code), until));
  }

  #debits(rows: readonly number[]): number[] {
    return rows.filter((row) => (this.#builder.own.amount[row] as number) > 0);
  }

  /** The rows under a key that were posted by the day: what is posted later changes nothing. */
  #known(rows: ReadonlyMap<string, number[]>, of: number, text: string, until: number): number[] {
    const { day } = this.#builder.own;
    return (rows.get(this.#key(of, text)) ?? []).filter((row) => row !== of && (day[row] as number) <= until);
  }

  /** Instalments of one document are due when the first is; days of several documents leave a doubt. */
  #onlyDue(of: number, debits: readonly number[]): number {
    const { own, optional } = this.#builder;
    const first = new Map<string, number>();
    for (const row of debits) {
      // It may carry the number that leads back to it.
      if (row === of) continue;
      const number = optional.document?.isEmpty(row) === false ? optional.document.at(row) : `row ${row}`;
      const key = JSON.stringify([number, (optional.date ?? own.day)[row]]);
      first.set(key, Math.min(first.get(key) ?? Number.POSITIVE_INFINITY, own.due[row] as number));
    }
    const days = new Set(first.values());
    return days.size === 1 ? ([...days][0] as number) : NO_DAY;
  }

  #key(row: number, text: string): string {
    const { customer, currency } = this.#builder.own;
    return `${customer[row]} ${currency[row]} ${text}`;
  }
}

/** Those of exactly the opposite amount, where there are any: one number may be that of several payments. */
function ofAmount(amount: Float64Array, credits: readonly number[], row: number): readonly number[] {
  const exact = credits.filter((credit) => amount[credit] === -(amount[row] as number));
  return exact.length > 0 ? exact : credits;
}
