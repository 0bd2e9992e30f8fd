// Which documents of the years before are the letters of one year about? A letter that is put on an opening is put on what the opening repeats (rules §5, 5).
import { calendar, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import type { LedgerBuilder } from './builder.ts';
import { kindCode } from './kind.ts';
import type { WholeYear } from './years-of-books.ts';

const OPENING = kindCode('opening');

/** The letters that were put in one year. */
export class LettersOfYear {
  readonly #builder: LedgerBuilder;
  readonly #year: WholeYear;
  /** Its rows by account and letter. */
  readonly #rows = new Map<string, number[]>();
  /** Codes that were given to what carries a letter across the turn of the year. */
  readonly #given = new Set<number>();

  constructor(builder: LedgerBuilder, year: WholeYear) {
    const codes = builder.optional.letter?.codes;
    this.#builder = builder;
    this.#year = year;
    if (codes === undefined) return;
    for (const { first, end } of year.parts) {
      for (let row = first; row < end; row++) if (codes[row] !== 0) gather(this.#rows, this.#key(row), row);
    }
  }

  /**
   * A letter on an opening belongs on the row it repeats: of the same number and amount, else on what a letter left of the document of its number, else on the only row of
   * its amount and day. An opening that is all that an account brings forward repeats all that is open on it.
   */
  carry(rows: readonly number[], openings: readonly number[]): void {
    const { own, optional } = this.#builder;
    const { letter, document, date = own.day } = optional;
    if (letter === undefined || !openings.some((row) => letter.codes[row] !== 0)) return;
    const free = this.#open(rows);
    const left = new Set(free);
    const byNumber = (row: number): string => `${own.amount[row]} ${document?.at(row)}`;
    const byDay = (row: number): string => `${own.amount[row]} ${date[row]}`;
    const [named, dated] = [lastFirst(free, byNumber), lastFirst(free, byDay)];
    const remainderOf = this.#remainders(free);
    for (const opening of openings) {
      if (letter.codes[opening] === 0) continue;
      // What was given a letter by another opening goes when it is met.
      const ofNumber = document?.isEmpty(opening) === false ? (named.get(byNumber(opening)) ?? []) : [];
      while (ofNumber.length > 0 && !left.has(ofNumber.at(-1) as number)) ofNumber.pop();
      const [onlyOne, another] = dated.get(byDay(opening)) ?? [];
      const numbered = ofNumber.pop();
      const remainder = numbered === undefined ? remainderOf(opening).filter((row) => left.has(row)) : [numbered];
      const match = another === undefined ? onlyOne : undefined;
      const sum = openings.length > 1 ? Number.NaN : free.reduce((total, row) => total + (own.amount[row] as number), 0);
      const repeated = match !== undefined && left.has(match) ? [match] : sum === own.amount[opening] ? free : [];
      const matches = remainder.length > 0 ? remainder : repeated;
      for (const row of matches) {
        left.delete(row);
        this.#put(row, opening);
      }
    }
  }

  /** The rows of the one letter on the document of an opening's number, where they come to its amount: a part of it was paid before. */
  #remainders(free: readonly number[]): (opening: number) => readonly number[] {
    const { own, optional } = this.#builder;
    const { letter, document } = optional;
    const ofCode = new Map<number, number[]>();
    const ofNumber = new Map<string, Set<number>>();
    for (const row of free) {
      const code = letter?.codes[row] ?? 0;
      if (code === 0) continue;
      gather(ofCode, code, row);
      if ((own.amount[row] as number) <= 0 || document?.isEmpty(row) !== false) continue;
      const number = document.at(row);
      ofNumber.set(number, (ofNumber.get(number) ?? new Set()).add(code));
    }
    return (opening) => {
      const [code, another] = document?.isEmpty(opening) === false ? (ofNumber.get(document.at(opening)) ?? []) : [];
      const rows = code === undefined || another !== undefined ? [] : (ofCode.get(code) ?? []);
      return rows.reduce((sum, row) => sum + (own.amount[row] as number), 0) === own.amount[opening] ? rows : [];
    };
  }

  /** Rows without a letter, and those of letters that do not add up to nothing. */
  #open(rows: readonly number[]): number[] {
    const { own, optional } = this.#builder;
    const codes = optional.letter?.codes;
    const sums = new Map<number, number>();
    const of = (row: number): number => codes?.[row] ?? 0;
    for (const row of rows) sums.set(of(row), (sums.get(of(row)) ?? 0) + (own.amount[row] as number));
    return rows.filter((row) => of(row) === 0 || sums.get(of(row)) !== 0);
  }

  /**
   * The same code of the year before is another letter, so what carries it in this year gets one of its own; and a day, which puts together what
   * lies in two years.
   */
  #put(row: number, opening: number): void {
    const { optional } = this.#builder;
    const { letter, letter_day: days } = optional;
    if (letter === undefined) return;
    const put = letter.codes[opening] as number;
    if (!this.#given.has(put)) {
      const code = letter.dictionary.code(`${letter.dictionary.value(put)} ${calendar(this.#year.lastDay).year}`);
      const together = this.#rows.get(this.#key(opening)) ?? [];
      for (const at of together) letter.codes[at] = code;
      if (days !== undefined) this.#dated(together, days);
      this.#given.add(code);
    }
    letter.codes[row] = letter.codes[opening] as number;
    if (days !== undefined) days[row] = days[opening] as number;
  }

  /** Where nothing says on which day a letter was put, its postings were there. */
  #dated(rows: readonly number[], days: Int32Array): void {
    const { day } = this.#builder.own;
    const last = rows.reduce((latest, row) => Math.max(latest, days[row] as number, day[row] as number), NO_DAY as number);
    for (const row of rows) if (days[row] === NO_DAY) days[row] = last;
  }

  /**
   * What no letter closed may be paid by what is lettered in this year without its other half; in the years before as in them, so the first of them counts. An
   * opening is there to be paid from its own day on.
   */
  leaveTo(rows: readonly number[]): void {
    const { own, broughtForward } = this.#builder;
    for (const row of this.#open(rows)) {
      const isItem = (own.amount[row] as number) > 0 && own.kind[row] !== OPENING;
      if (isItem && !broughtForward.has(row)) broughtForward.set(row, this.#year.firstDay);
    }
  }

  #key(row: number): string {
    const { own, optional } = this.#builder;
    return `${own.customer[row]} ${own.currency[row]} ${optional.account?.codes[row] ?? 0} ${optional.letter?.codes[row]}`;
  }
}

/** Rows by what they say, the last ones first. */
function lastFirst(rows: readonly number[], key: (row: number) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const row of rows.toReversed()) gather(found, key(row), row);
  return found;
}
