// Step 3b of settlement: what came back under a number of its own, a payment returned or a claim transferred, is the document it was of: a further
// payment that names that document pays it. Numbers lead there, never amounts alone.
import { gather } from '../core/gather.ts';
import { holdsKind, kindCode } from '../ledger/kind.ts';
import { column } from '../ledger/ledger.ts';
import type { TextColumn } from '../ledger/text-column.ts';
import type { Desk } from './desk.ts';
import { pairInOrder } from './in-order.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';

const RETURNED = kindCode('returned');
const TRANSFER = kindCode('transfer');

export function settleByReturn(desk: Desk): void {
  const { ledger } = desk;
  const [document, reference] = [column(ledger, 'document'), column(ledger, 'reference')];
  if (document === undefined || reference === undefined) return;
  if (!holdsKind(ledger, RETURNED, TRANSFER)) return;
  const back: number[] = [];
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.kind[row] === RETURNED || ledger.kind[row] === TRANSFER) && (desk.open[row] as number) > 0) back.push(row);
  }
  if (back.length === 0) return;
  const numbers = new Numbers(desk, document, reference, new Set(back.map((row) => ledger.customer[row] as number)));
  const of = new Map<string, number[]>();
  for (const row of back) {
    const origin = numbers.originOf(row);
    if (origin !== undefined) gather(of, origin, row);
  }
  for (const [origin, debits] of of) {
    const credits = (numbers.naming.get(origin) ?? []).filter((row) => (desk.open[row] as number) < 0);
    pairInOrder(desk, debits.sort(oldestDueFirst(ledger)), credits.sort(firstPostedFirst(ledger)), 'reference');
  }
}

/** The postings of some customers by the numbers they carry and name. Keys are of a customer, a currency and a number. */
class Numbers {
  readonly naming = new Map<string, number[]>();
  readonly #desk: Desk;
  readonly #document: TextColumn;
  readonly #reference: TextColumn;
  readonly #carrying = new Map<string, number[]>();
  /** By key: whether one document carries it, which was asked once. */
  readonly #isOne = new Map<string, boolean>();
  readonly #origins = new Map<string, ReadonlySet<string>>();
  /** By day, amount and number of a transfer. */
  #legs: Map<string, Set<string>> | undefined;

  constructor(desk: Desk, document: TextColumn, reference: TextColumn, customers: ReadonlySet<number>) {
    this.#desk = desk;
    this.#document = document;
    this.#reference = reference;
    const { ledger } = desk;
    for (let row = 0; row < ledger.count; row++) {
      if (!customers.has(ledger.customer[row] as number) || !desk.exists(row)) continue;
      if (!document.isEmpty(row)) gather(this.#carrying, this.#key(row, document), row);
      if (!reference.isEmpty(row) && (ledger.amount[row] as number) < 0) gather(this.naming, this.#key(row, reference), row);
    }
  }

  /** The document of what came back; undefined where nothing leads to one, or to several. */
  originOf(row: number): string | undefined {
    const named = this.#reference.isEmpty(row) ? this.#unsaid(row) : this.#leadingFrom(row, this.#key(row, this.#reference));
    const [origin, ...others] = named;
    return origin === undefined || others.length > 0 || !this.#carriesOne(origin) ? undefined : origin;
  }

  /** Where nothing is named, a transfer is told by its other legs, and a payment that came back may bear the number of the payment. */
  #unsaid(row: number): ReadonlySet<string> {
    if (this.#desk.ledger.kind[row] === TRANSFER) return this.#namedByLegs(row);
    return this.#document.isEmpty(row) ? new Set() : this.#leadingFrom(row, this.#key(row, this.#document));
  }

  /** The documents named by the other legs of a transfer: of its number, its day and its amount. */
  #namedByLegs(row: number): ReadonlySet<string> {
    if (this.#document.isEmpty(row)) return new Set();
    const { day, amount } = this.#desk.ledger;
    if (this.#legs === undefined) {
      this.#legs = new Map();
      for (const [number, rows] of this.#carrying) {
        for (const leg of rows) {
          if (this.#desk.ledger.kind[leg] !== TRANSFER || (amount[leg] as number) >= 0 || this.#reference.isEmpty(leg)) continue;
          const key = `${day[leg]} ${-(amount[leg] as number)} ${number}`;
          this.#legs.set(key, (this.#legs.get(key) ?? new Set()).add(this.#key(leg, this.#reference)));
        }
      }
    }
    return this.#legs.get(`${day[row]} ${amount[row]} ${this.#key(row, this.#document)}`) ?? new Set();
  }

  /** The number itself where a document carries it, which is not what came back; else what the payments name that carry it. */
  #leadingFrom(row: number, key: string): ReadonlySet<string> {
    const isDebt = (other: number): boolean => other !== row && (this.#desk.ledger.amount[other] as number) > 0;
    return this.#carrying.get(key)?.some(isDebt) ? new Set([key]) : this.#namedBy(key);
  }

  /** The documents that the credits of a number name. */
  #namedBy(key: string): ReadonlySet<string> {
    let found = this.#origins.get(key);
    if (found === undefined) {
      const credits = (this.#carrying.get(key) ?? []).filter((row) => (this.#desk.ledger.amount[row] as number) < 0);
      found = new Set(credits.flatMap((row) => (this.#reference.isEmpty(row) ? [] : [this.#key(row, this.#reference)])));
      this.#origins.set(key, found);
    }
    return found;
  }

  /** Some debit carries the number, and all that do are of one day. */
  #carriesOne(key: string): boolean {
    let one = this.#isOne.get(key);
    if (one === undefined) {
      const debits = (this.#carrying.get(key) ?? []).filter((row) => (this.#desk.ledger.amount[row] as number) > 0);
      const days = new Set(debits.map((row) => this.#desk.documentDay(row)));
      this.#isOne.set(key, (one = days.size === 1));
    }
    return one;
  }

  #key(row: number, texts: TextColumn): string {
    const { customer, currency } = this.#desk.ledger;
    return `${customer[row]} ${currency[row]} ${texts.at(row)}`;
  }
}
