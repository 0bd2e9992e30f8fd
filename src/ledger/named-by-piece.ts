// What does a FEC say of the document a payment is of? It has one number a line, PieceRef: on a credit that of the invoice it pays as often as its own. Where
// exactly one claim of the customer carries it, it is a reference (rules §5, 4); on the other side of a transfer it tells whose age is kept (rules §5, 2).
import { gather } from '../core/gather.ts';
import type { LedgerBuilder } from './builder.ts';
import { isOfAdvances } from './chart.ts';
import { KINDS, type KindKey, kindCode } from './kind.ts';
import { IN_ARENA, type TextColumn } from './text-column.ts';

/** The rows of one file. */
type Rows = { readonly first: number; readonly end: number };

const CLAIMS = kinds('invoice', 'bill', 'charge', 'retention', 'opening', 'other');
const PAYING = kinds('payment', 'credit_note', 'write_off', 'discount', 'fx', 'transfer');
const COMING_BACK = kinds('transfer', 'returned');
const TRANSFER = kindCode('transfer');
/** Postings that carry the day of the claim they are of, where payments carry their own. */
const OF_ITS_DAY = kinds('transfer', 'write_off');

/** 1 for each of some kinds, by their codes: every row is asked. */
function kinds(...keys: readonly KindKey[]): Uint8Array {
  const some = new Uint8Array(KINDS.length);
  for (const key of keys) some[kindCode(key)] = 1;
  return some;
}

/** A number of fewer characters, or without a digit (RAN, VIR), is met by chance. */
const LEAST = 4;
const DIGIT = /\d/;

/** Moves such numbers from `document` to `reference`; a transfer gets the document's day, where it can differ from the posting's. */
export function nameByPiece(builder: LedgerBuilder, files: readonly Rows[]): void {
  const { own, optional } = builder;
  const { document, date } = optional;
  if (document === undefined || !builder.wants('reference')) return;
  nameAdvances(builder, files);
  const pieces = new Pieces(builder, document);
  for (const { first, end } of files) for (let row = first; row < end; row++) pieces.paying(row);
  for (const { first, end } of files) for (let row = first; row < end; row++) pieces.claim(row);
  const named = pieces.named();
  if (named.length === 0) return;
  builder.bring('reference');
  for (const { row, claim, text } of named) {
    optional.reference?.put(row, text);
    document.put(row, '');
    const keepsAge = own.kind[row] === TRANSFER && (own.amount[row] as number) > 0;
    if (keepsAge && date !== undefined) date[row] = date[claim] as number;
  }
}

/** An invoice that takes up an advance debits its account: where one advance of the customer is of that amount, it names it. */
function nameAdvances(builder: LedgerBuilder, files: readonly Rows[]): void {
  const { own, optional } = builder;
  const { document, account } = optional;
  if (document === undefined || account === undefined) return;
  const ofAdvances = Array.from({ length: account.dictionary.size }, (_, code) => isOfAdvances(account.dictionary.value(code)));
  const isAdvance = (row: number): boolean => ofAdvances[account.codes[row] as number] as boolean;
  const key = (row: number): string => `${own.customer[row]} ${own.currency[row]} ${Math.abs(own.amount[row] as number)}`;
  const sides = { taken: new Map<string, number[]>(), given: new Map<string, number[]>() };
  for (const { first, end } of files) {
    for (let row = first; row < end; row++) {
      const amount = own.amount[row] as number;
      if (amount !== 0 && isAdvance(row)) gather(amount > 0 ? sides.taken : sides.given, key(row), row);
    }
  }
  for (const [of, taken] of sides.taken) {
    const given = sides.given.get(of) ?? [];
    const [one] = given;
    if (taken.length !== 1 || given.length !== 1 || one === undefined || document.isEmpty(one)) continue;
    builder.bring('reference');
    optional.reference?.put(taken[0] as number, document.at(one));
    document.put(taken[0] as number, '');
  }
}

/** Numbers that pay, and the claims that carry them. Most numbers do neither, and none of those becomes a text. */
class Pieces {
  readonly #builder: LedgerBuilder;
  readonly #document: TextColumn;
  readonly #paying: number[] = [];
  /** 1 for each series, by its code, of which a number pays: invoices are mostly of another one. */
  readonly #series = new Uint8Array(256);
  /** Claims of such a series. */
  readonly #alike: number[] = [];

  constructor(builder: LedgerBuilder, document: TextColumn) {
    this.#builder = builder;
    this.#document = document;
  }

  paying(row: number): void {
    const { amount, kind } = this.#builder.own;
    const on = amount[row] as number;
    if (on === 0 || (on < 0 ? PAYING : COMING_BACK)[kind[row] as number] !== 1 || this.#document.isEmpty(row)) return;
    this.#paying.push(row);
    this.#series[this.#document.codes[row] as number] = 1;
  }

  /** To be called when all that pays is known. */
  claim(row: number): void {
    const { amount, kind } = this.#builder.own;
    if ((amount[row] as number) <= 0 || CLAIMS[kind[row] as number] !== 1) return;
    if (this.#series[this.#document.codes[row] as number] === 1) this.#alike.push(row);
  }

  named(): { readonly row: number; readonly claim: number; readonly text: string }[] {
    const claims = this.#claims();
    if (claims.size === 0) return [];
    return this.#paying.flatMap((row) => {
      const claim = claims.get(this.#key(row));
      const text = claim === undefined ? '' : this.#document.at(row);
      return claim === undefined || !this.#tells(row, claim, text) ? [] : [{ row, claim, text }];
    });
  }

  /** By customer, currency and number: the claim; undefined where there are several of different days. */
  #claims(): Map<string, number | undefined> {
    const claims = new Map<string, number | undefined>();
    if (this.#alike.length === 0) return claims;
    const { date = this.#builder.own.day } = this.#builder.optional;
    const wanted = new Set(this.#paying.map((row) => this.#stored(row)));
    for (const row of this.#alike) {
      if (!wanted.has(this.#stored(row))) continue;
      const key = this.#key(row);
      const before = claims.get(key);
      const again = claims.has(key) && (before === undefined || date[before] !== date[row]);
      claims.set(key, again ? undefined : (before ?? row));
    }
    return claims;
  }

  /** What moves or closes a claim, and carries its day beside its number, is of it, however short the number is. */
  #tells(row: number, claim: number, text: string): boolean {
    if (text.length >= LEAST) return DIGIT.test(text);
    const { date } = this.#builder.optional;
    return (
      OF_ITS_DAY[this.#builder.own.kind[row] as number] === 1 &&
      date !== undefined &&
      date[row] === date[claim] &&
      DIGIT.test(text)
    );
  }

  #key(row: number): string {
    const { customer, currency } = this.#builder.own;
    return `${customer[row]} ${currency[row]} ${this.#document.at(row)}`;
  }

  /** Equal for equal texts, and for all that lie in the arena. */
  #stored(row: number): number {
    const { codes, numbers } = this.#document;
    const code = codes[row] as number;
    return code === IN_ARENA ? -1 : code * 2 ** 32 + (numbers[row] as number);
  }
}
