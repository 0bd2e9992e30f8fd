// Step 3 of settlement: a posting that names a document of the same customer and currency settles it, up to what is open.
// First credits that name debits (payments, credit notes), then debits that name credits (refunds, reversals).
//
// The column `reference` says outright which document is meant, so a number of any length counts here; the minimum of four
// characters is for references guessed from labels (rules §5, 4).
import { column } from '../ledger/ledger.ts';
import type { TextColumn } from '../ledger/text-column.ts';
import type { Desk } from './desk.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';

const NONE = -1;

/** Rows that share customer, currency and number: those that name it (sources) and those that carry it (targets). */
type Groups = {
  readonly count: number;
  /** First source and target of each group, and the next one of each row; NONE ends a chain. */
  readonly firstSource: Int32Array;
  readonly firstTarget: Int32Array;
  readonly nextSource: Int32Array;
  readonly nextTarget: Int32Array;
};

export function settleByReference(desk: Desk): void {
  const reference = column(desk.ledger, 'reference');
  const document = column(desk.ledger, 'document');
  if (reference === undefined || document === undefined) return;
  const groups = group(desk, reference, document);
  const order = { targets: oldestDueFirst(desk.ledger), sources: firstPostedFirst(desk.ledger) };
  for (const side of [-1, 1] as const) {
    for (let g = 0; g < groups.count; g++) settleGroup(desk, groups, g, side, order);
  }
}

type Order = { readonly targets: (a: number, b: number) => number; readonly sources: (a: number, b: number) => number };

/** `side` −1: sources that are credits settle targets that are debits; +1: the other way round. */
function settleGroup(desk: Desk, groups: Groups, g: number, side: 1 | -1, order: Order): void {
  const sources: number[] = [];
  for (let row = groups.firstSource[g] as number; row !== NONE; row = groups.nextSource[row] as number) {
    if ((desk.open[row] as number) * side > 0) sources.push(row);
  }
  if (sources.length === 0) return;
  const targets: number[] = [];
  let ambiguous = false;
  for (let row = groups.firstTarget[g] as number; row !== NONE; row = groups.nextTarget[row] as number) {
    // What a document was is told by its amount, not by what is left of it: a paid one still makes its number ambiguous.
    if ((desk.ledger.amount[row] as number) * side >= 0) continue;
    // Rows of one number and one day are instalments of one document; of two days, two documents with one number.
    if (targets.length > 0 && desk.documentDay(row) !== desk.documentDay(targets[0] as number)) ambiguous = true;
    targets.push(row);
  }
  if (ambiguous) {
    if (desk.facts.ambiguous.count === 0) desk.facts.ambiguous.row = Math.min(...sources.slice(0, 1000));
    desk.facts.ambiguous.count += sources.length;
    return;
  }
  if (targets.length > 1) targets.sort(order.targets);
  if (sources.length > 1) sources.sort(order.sources);
  let s = 0;
  let t = 0;
  while (s < sources.length && t < targets.length) {
    const source = sources[s] as number;
    const target = targets[t] as number;
    if (side === -1) desk.pair(target, source, 'reference');
    else desk.pair(source, target, 'reference');
    if ((desk.open[source] as number) === 0) s++;
    if ((desk.open[target] as number) === 0) t++;
  }
}

/** Puts every source and target that exist on the day into the group of its number, by one hash table over the bytes. */
function group(desk: Desk, reference: TextColumn, document: TextColumn): Groups {
  const { ledger } = desk;
  let sources = 0;
  for (let row = 0; row < ledger.count; row++) if (isSource(desk, reference, row)) sources++;
  const size = 1 << Math.max(4, Math.ceil(Math.log2(sources * 2 + 1)));
  /** A slot holds the number of a group + 1; the group's first source carries the key. */
  const slots = new Int32Array(size);
  const key = new Int32Array(sources);
  const firstSource = new Int32Array(sources).fill(NONE);
  const firstTarget = new Int32Array(sources).fill(NONE);
  const nextSource = new Int32Array(ledger.count).fill(NONE);
  const nextTarget = new Int32Array(ledger.count).fill(NONE);
  let count = 0;

  /** The group of a row by the text of `texts`; NONE when there is none and `make` is false. */
  const find = (row: number, texts: TextColumn, make: boolean): number => {
    const owner = (ledger.customer[row] as number) * 257 + (ledger.currency[row] as number);
    let slot = hash(texts, row, owner) & (size - 1);
    for (;;) {
      const held = slots[slot] as number;
      if (held === 0) break;
      const other = key[held - 1] as number;
      const otherOwner = (ledger.customer[other] as number) * 257 + (ledger.currency[other] as number);
      if (otherOwner === owner && sameText(reference, other, texts, row)) return held - 1;
      slot = (slot + 1) & (size - 1);
    }
    if (!make) return NONE;
    key[count] = row;
    slots[slot] = ++count;
    return count - 1;
  };

  for (let row = 0; row < ledger.count; row++) {
    if (!isSource(desk, reference, row)) continue;
    const g = find(row, reference, true);
    nextSource[row] = firstSource[g] as number;
    firstSource[g] = row;
  }
  if (count > 0) {
    for (let row = 0; row < ledger.count; row++) {
      if (document.isEmpty(row) || !desk.exists(row)) continue;
      const g = find(row, document, false);
      if (g === NONE) continue;
      nextTarget[row] = firstTarget[g] as number;
      firstTarget[g] = row;
    }
  }
  return { count, firstSource, firstTarget, nextSource, nextTarget };
}

function isSource(desk: Desk, reference: TextColumn, row: number): boolean {
  return !reference.isEmpty(row) && desk.open[row] !== 0 && desk.exists(row);
}

/** FNV-1a over the bytes, begun with the owner. Collisions cost a comparison, never an answer. */
function hash(texts: TextColumn, row: number, owner: number): number {
  const bytes = texts.bytes;
  const end = texts.end(row);
  let h = 0x811c9dc5 ^ owner;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  for (let i = texts.start(row); i < end; i++) h = Math.imul(h ^ (bytes[i] as number), 0x01000193);
  return (h ^ (h >>> 13)) >>> 0;
}

function sameText(a: TextColumn, rowA: number, b: TextColumn, rowB: number): boolean {
  const startA = a.start(rowA);
  const startB = b.start(rowB);
  const length = a.end(rowA) - startA;
  if (b.end(rowB) - startB !== length) return false;
  const bytesA = a.bytes;
  const bytesB = b.bytes;
  for (let i = 0; i < length; i++) if (bytesA[startA + i] !== bytesB[startB + i]) return false;
  return true;
}
