// Which postings name which documents? Rows that name a number (sources) and rows that carry it (targets) are chained from the number's
// place; those of one customer and currency are a group.
import type { Ledger } from '../ledger/ledger.ts';
import { IN_ARENA, NO_TEXT, type TextColumn } from '../ledger/text-column.ts';
import { Named } from './named.ts';
import { Places } from './places.ts';
import { inStretches } from './stretches.ts';

/** Rows are told as row + 1. What begins a chain is negative when others are behind it; 0 is nobody. */
export class ReferenceGroups {
  /** Some source is a debit. */
  readonly debitSources: boolean;
  readonly places: Places;
  /** Two numbers a place: where the chains of its sources and of its targets begin. */
  readonly firsts: Int32Array;
  /** The source behind each. */
  readonly nextSource: Int32Array;
  readonly #nextTarget: Int32Array;
  readonly #ledger: Ledger;
  readonly #reference: TextColumn;
  readonly #document: TextColumn;

  /** `open`: what is left of each posting, 0 for those that do not exist on the day. */
  constructor(ledger: Ledger, reference: TextColumn, document: TextColumn, open: Float64Array) {
    this.#ledger = ledger;
    this.#reference = reference;
    this.#document = document;
    const named = new Named();
    inStretches(0, ledger.count, (from, to) => named.count(reference, open, from, to));
    const rows = named.all === 0 ? 0 : ledger.count;
    this.debitSources = named.debits;
    this.places = new Places(named);
    this.firsts = new Int32Array(this.places.count * 2);
    // Memory that is not written is not there: most numbers are named once, and carried once.
    this.nextSource = new Int32Array(rows + 1);
    this.#nextTarget = new Int32Array(rows + 1);
    inStretches(0, rows, (from, to) => this.#addSources(open, from, to));
    inStretches(0, rows, (from, to) => this.#addTargets(open, named.ofCode, from, to));
  }

  #addSources(open: Float64Array, from: number, to: number): void {
    const { codes } = this.#reference;
    const { customer } = this.#ledger;
    const [firsts, next] = [this.firsts, this.nextSource];
    for (let row = from; row < to; row++) {
      if (codes[row] === NO_TEXT || open[row] === 0) continue;
      const at = this.places.of(this.#reference, row, customer[row] as number) * 2;
      // No branch of its own for a row that has another before it: entry 0 belongs to nobody.
      const before = firsts[at] as number;
      next[before === 0 ? 0 : row + 1] = Math.abs(before);
      firsts[at] = before === 0 ? row + 1 : -1 - row;
    }
  }

  #addTargets(open: Float64Array, ofCode: Int32Array, from: number, to: number): void {
    const { codes } = this.#document;
    const { customer } = this.#ledger;
    const [firsts, next] = [this.firsts, this.#nextTarget];
    for (let row = from; row < to; row++) {
      if (ofCode[codes[row] as number] === 0) continue;
      const left = open[row] as number;
      // A debit is named by credits; a credit only where some debit names a document.
      if (left <= 0 && (left === 0 || !this.debitSources)) continue;
      const place = this.places.of(this.#document, row, customer[row] as number);
      if (place < 0 || firsts[place * 2] === 0) continue;
      const at = place * 2 + 1;
      const before = firsts[at] as number;
      next[before === 0 ? 0 : row + 1] = Math.abs(before);
      firsts[at] = before === 0 ? row + 1 : -1 - row;
    }
  }

  /** True when a source and a target of one place are of one group; `exact`: numbers that differ share no place there. */
  areOne(source: number, target: number, exact: boolean): boolean {
    const { customer, currency } = this.#ledger;
    return (
      customer[source] === customer[target] &&
      currency[source] === currency[target] &&
      (exact || sameText(this.#reference, source, this.#document, target))
    );
  }

  /** Receives the groups of a place that have targets: their rows, each list the last row first. */
  eachOf(place: number, receive: (sources: number[], targets: number[]) => void): void {
    const sources = chained(this.firsts[place * 2] as number, this.nextSource);
    const targets = chained(this.firsts[place * 2 + 1] as number, this.#nextTarget);
    const [reference, document] = [this.#reference, this.#document];
    // The usual place holds one group.
    const first = sources[0] as number;
    const isOne =
      sources.every((row) => this.#compare(reference, first, reference, row) === 0) &&
      targets.every((row) => this.#compare(reference, first, document, row) === 0);
    if (isOne) {
      receive(sources, targets);
      return;
    }
    sources.sort((a, b) => this.#compare(reference, a, reference, b) || b - a);
    targets.sort((a, b) => this.#compare(document, a, document, b) || b - a);
    let t = 0;
    for (let s = 0; s < sources.length; ) {
      const [key, begin] = [sources[s] as number, s];
      while (s < sources.length && this.#compare(reference, key, reference, sources[s] as number) === 0) s++;
      while (t < targets.length && this.#compare(document, targets[t] as number, reference, key) < 0) t++;
      const carried = t;
      while (t < targets.length && this.#compare(document, targets[t] as number, reference, key) === 0) t++;
      if (t > carried) receive(sources.slice(begin, s), targets.slice(carried, t));
    }
  }

  /** Puts rows in an order in which those of one group lie together. */
  #compare(textsA: TextColumn, a: number, textsB: TextColumn, b: number): number {
    const { customer, currency } = this.#ledger;
    return (
      (customer[a] as number) - (customer[b] as number) ||
      (currency[a] as number) - (currency[b] as number) ||
      compareTexts(textsA, a, textsB, b)
    );
  }
}

function chained(first: number, next: Int32Array): number[] {
  const rows: number[] = [];
  for (let entry = Math.abs(first); entry !== 0; entry = next[entry] as number) rows.push(entry - 1);
  return rows;
}

function sameText(textsA: TextColumn, a: number, textsB: TextColumn, b: number): boolean {
  return compareTexts(textsA, a, textsB, b) === 0;
}

/** Any order of texts in which only equal ones are equal. Columns of one ledger have one code for a text. */
function compareTexts(textsA: TextColumn, a: number, textsB: TextColumn, b: number): number {
  const code = textsA.codes[a] as number;
  const [numberA, numberB] = [textsA.numbers[a] as number, textsB.numbers[b] as number];
  if (code !== textsB.codes[b]) return code - (textsB.codes[b] as number);
  if (code !== IN_ARENA) return numberA - numberB;
  // The first word says how many follow, so texts of one length are compared to their end.
  const [wordsA, wordsB] = [textsA.words, textsB.words];
  for (let i = 0; i <= (wordsA[numberA] as number); i++) {
    const difference = (wordsA[numberA + i] as number) - (wordsB[numberB + i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
