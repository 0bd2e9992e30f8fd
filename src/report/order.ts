// In what order do rows stand, and how many are shown? By the folded name, then id, then currency in code-point order, unless
// the user names a key; ties keep that order, so the same ledger gives the same bytes.

import { compareCodePoints, fold, sortByUnits } from '../core/fold.ts';
import { word } from '../core/word.ts';
import { rowsOf } from './plain.ts';
import { type Rows, type Section, sortValue } from './report.ts';

type Sort = { readonly key: string; readonly descending: boolean };

/** Sorts rows by a key of the section; empty cells come last either way. Undefined when the section has no such key. */
export function sortSection(section: Section, sort: Sort): Section | undefined {
  const column = section.columns.findIndex((c) => c.key === sort.key);
  if (column < 0) return undefined;
  const values = Array.from({ length: section.rows.count }, (_, i) => {
    const cell = section.rows.at(i)[column];
    const value = cell === undefined ? undefined : sortValue(cell);
    if (value === '') return undefined;
    return typeof value === 'string' ? fold(value) : value;
  });
  const order = values.map((_, i) => i);
  order.sort((a, b) => compareValues(values[a], values[b], sort.descending) || a - b);
  return reorder(section, order);
}

/** The first rows of a section; its totals stay those of all rows, and a note says so. */
export function topRows(section: Section, count: number): Section {
  const all = section.rows.count;
  if (all <= count) return section;
  const first = reorder(
    section,
    Array.from({ length: count }, (_, i) => i),
  );
  const note = word(
    `The first ${count} of ${all} rows; totals are of all of them.`,
    `Les ${count} premières lignes sur ${all} ; les totaux portent sur toutes.`,
  );
  return { ...first, notes: [note, ...first.notes] };
}

function compareValues(a: string | number | undefined, b: string | number | undefined, descending: boolean): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  const order = typeof a === 'string' || typeof b === 'string' ? compareCodePoints(String(a), String(b)) : a - b;
  return descending ? -order : order;
}

function reorder(section: Section, order: readonly number[]): Section {
  const { rows, quiet } = section;
  const at = (i: number): number => order[i] as number;
  const sorted = reordered(rows, order);
  return quiet === undefined ? { ...section, rows: sorted } : { ...section, rows: sorted, quiet: (i) => quiet(at(i)) };
}

function reordered({ at, plain }: Rows, order: readonly number[]): Rows {
  if (plain === undefined) return { count: order.length, at: (i) => at(order[i] as number) };
  return rowsOf({ ...plain, order: Int32Array.from(order, (i) => plain.order[i] as number) });
}

/**
 * The default order of groups: indexes sorted by folded name (the id where there is none), id, currency. Each distinct name is folded
 * and compared with others once, however many customers share it; ids are compared only where a name is shared.
 */
export function defaultOrder(groups: readonly { id: string; name: string; currency: string }[]): Int32Array {
  const ids = groups.map((group) => group.id);
  const { ranks, distinct } = ranked(groups.map(({ name, id }) => (name === '' ? id : name)));
  const { order, begins } = inBuckets(ranks, distinct);
  const byUnits = sortByUnits(ids);
  const byId = (a: number, b: number): number => {
    const x = ids[a] as string;
    const y = ids[b] as string;
    if (x === y) return compareCodePoints(currencyOf(groups, a), currencyOf(groups, b));
    if (byUnits) return x < y ? -1 : 1;
    return compareCodePoints(x, y);
  };
  for (let rank = 0; rank < distinct; rank++) {
    const from = begins[rank] as number;
    const to = begins[rank + 1] as number;
    if (to - from > 1) order.subarray(from, to).sort(byId);
  }
  return order;
}

function currencyOf(groups: readonly { currency: string }[], i: number): string {
  return (groups[i] as { currency: string }).currency;
}

/** The place of each text among the distinct folded ones, in code-point order, and how many of these there are. */
function ranked(texts: readonly string[]): { ranks: Int32Array; distinct: number } {
  // Spellings by number, so that each is folded once.
  const numbers = new Map<string, number>();
  const ranks = new Int32Array(texts.length);
  for (let i = 0; i < texts.length; i++) {
    const spelling = texts[i] as string;
    let number = numbers.get(spelling);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(spelling, number);
    }
    ranks[i] = number;
  }
  const folded = Array.from(numbers.keys(), fold);
  const sorted = [...new Set(folded)];
  sorted.sort(sortByUnits(sorted) ? undefined : compareCodePoints);
  const rankOf = new Map(sorted.map((name, rank) => [name, rank]));
  const rankOfNumber = Int32Array.from(folded, (name) => rankOf.get(name) as number);
  for (let i = 0; i < ranks.length; i++) ranks[i] = rankOfNumber[ranks[i] as number] as number;
  return { ranks, distinct: sorted.length };
}

/** Indexes by rank, in their own order within each; and where each rank begins, with one more place for the end of the last. */
function inBuckets(ranks: Int32Array, distinct: number): { order: Int32Array; begins: Int32Array } {
  const begins = new Int32Array(distinct + 1);
  for (let i = 0; i < ranks.length; i++) begins[(ranks[i] as number) + 1] = (begins[(ranks[i] as number) + 1] as number) + 1;
  for (let rank = 0; rank < distinct; rank++) begins[rank + 1] = (begins[rank + 1] as number) + (begins[rank] as number);
  const next = begins.slice();
  const order = new Int32Array(ranks.length);
  for (let i = 0; i < ranks.length; i++) {
    const at = next[ranks[i] as number] as number;
    order[at] = i;
    next[ranks[i] as number] = at + 1;
  }
  return { order, begins };
}
