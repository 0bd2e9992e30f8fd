// Is there one day on which these debits are due? Instalments of one document are due when the first is; days of several documents leave a doubt.
// What is asked once a row is kept as debits come, and not worked out from all of them each time.
import { NO_DAY } from '../core/day.ts';

/** There is no debit, or documents are due on several days; else the day they all share is said, NO_DAY where one of them has none. */
export const NO_DEBIT = Number.POSITIVE_INFINITY;
export const SEVERAL = Number.NEGATIVE_INFINITY;

/** How many of its rows have no day, and the first day of the others; NO_DEBIT where there are none. */
type Document = { undated: number; first: number };

/** The debits under one number or letter. */
export class CommonDue {
  readonly #documents = new Map<string, Document>();
  /** How many documents are due on each day. */
  readonly #days = new Map<number, number>();
  #told: Trail[] = [];
  readonly #countedIn: CommonDue[] = [];

  add(document: string, due: number): void {
    if (due === NO_DAY) this.#put(document, 1, NO_DEBIT);
    else this.#put(document, 0, due);
  }

  /** A debit that had no day has got one. */
  date(document: string, due: number): void {
    this.#put(document, -1, due);
  }

  /** `without` leaves out one debit of this document, which has no day. */
  day(without?: string): number {
    const own = without === undefined ? undefined : this.#documents.get(without);
    const freed = own?.undated === 1 ? own : undefined;
    const undated = this.#days.get(NO_DAY) ?? 0;
    if (undated > (freed === undefined ? 0 : 1)) return NO_DAY;
    const days = new Set<number>();
    if (freed !== undefined && freed.first !== NO_DEBIT) days.add(freed.first);
    for (const day of this.#days.keys()) {
      if (day !== NO_DAY) days.add(day);
      if (days.size > 1) return SEVERAL;
    }
    const [only = NO_DEBIT] = days;
    return only;
  }

  /** Has its debits that have a day counted there too, now and as they come. */
  countIn(other: CommonDue): void {
    for (const [document, { first }] of this.#documents) if (first !== NO_DEBIT) other.add(document, first);
    this.#countedIn.push(other);
  }

  /** Tells the trail when something changes, once. */
  tell(trail: Trail): void {
    this.#told.push(trail);
  }

  #put(key: string, undated: number, due: number): void {
    const known = this.#documents.get(key);
    if (known !== undefined) count(this.#days, dayOf(known), -1);
    const document = known ?? { undated: 0, first: NO_DEBIT };
    this.#documents.set(key, document);
    document.undated += undated;
    document.first = Math.min(document.first, due);
    count(this.#days, dayOf(document), 1);
    if (due !== NO_DEBIT) for (const other of this.#countedIn) other.add(key, due);
    const told = this.#told;
    this.#told = [];
    for (const trail of told) trail.changed(this);
  }
}

/** Where payments of one number lead: to the debits under the numbers they name and the letters they carry. */
export class Trail {
  /** What each says, as far as it was looked at, and how many say the same. */
  readonly #said = new Map<CommonDue, number>();
  readonly #days = new Map<number, number>();
  #changed: CommonDue[] = [];
  #lettered = false;
  /** Made where letters leave it open which documents they share. */
  #all: CommonDue | undefined;
  /** Some payment is known, whether it leads anywhere or not. */
  paid = false;

  /** Documents under a letter are told apart by their numbers too, and so they may lie under several of these. */
  lead(debits: CommonDue, lettered: boolean): void {
    this.#lettered ||= lettered;
    if (this.#said.has(debits)) return;
    this.#said.set(debits, NO_DEBIT);
    count(this.#days, NO_DEBIT, 1);
    this.#changed.push(debits);
    if (this.#all !== undefined) debits.countIn(this.#all);
  }

  changed(debits: CommonDue): void {
    this.#changed.push(debits);
  }

  /** The day of all; NO_DAY where they tell none, or several. What asks is itself among `own`, under `document`, and has no day. */
  day(own: readonly CommonDue[], document: string): number {
    for (const debits of this.#changed) {
      this.#say(debits, debits.day());
      debits.tell(this);
    }
    this.#changed = [];
    const others = own.filter((debits) => this.#said.has(debits));
    const before = others.map((debits) => this.#said.get(debits) as number);
    for (const debits of others) this.#say(debits, debits.day(document));
    const day = this.#common();
    for (const [i, debits] of others.entries()) this.#say(debits, before[i] as number);
    return day;
  }

  #say(debits: CommonDue, day: number): void {
    count(this.#days, this.#said.get(debits) as number, -1);
    count(this.#days, day, 1);
    this.#said.set(debits, day);
  }

  #common(): number {
    if (this.#days.has(NO_DAY)) return NO_DAY;
    const some = this.#said.size - (this.#days.get(NO_DEBIT) ?? 0);
    if (some === 0) return NO_DAY;
    const days: number[] = [];
    for (const day of this.#days.keys()) {
      if (day !== NO_DEBIT) days.push(day);
      if (days.length > 1) break;
    }
    if (days.length === 1 && days[0] !== SEVERAL) return days[0] as number;
    return this.#lettered && some > 1 ? this.#together() : NO_DAY;
  }

  /** Rows of one document may lie under its number and a letter: its first day is that of all of them. Here each has a day. */
  #together(): number {
    if (this.#all === undefined) {
      this.#all = new CommonDue();
      for (const debits of this.#said.keys()) debits.countIn(this.#all);
    }
    const day = this.#all.day();
    return day === SEVERAL ? NO_DAY : day;
  }
}

function dayOf({ undated, first }: Document): number {
  return undated > 0 ? NO_DAY : first;
}

function count(days: Map<number, number>, day: number, by: number): void {
  const counted = (days.get(day) ?? 0) + by;
  if (counted === 0) days.delete(day);
  else days.set(day, counted);
}
