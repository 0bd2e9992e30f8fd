// In what order do rows stand, and how many are shown? By the folded name, then id, then currency in code-point order, unless
// the user names a key; ties keep that order, so the same ledger gives the same bytes.

import { compareCodePoints, fold, sortedByCodePoints } from '../core/fold.ts';
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
  const { ranks, distinct } = ranked(groups.map(({ name, id }) => (name === '' ? id : name)));
  // Where the groups of each rank begin, then one behind the last: counted, then added up.
  const begins = new Int32Array(distinct + 1);
  for (const rank of ranks) begins[rank + 1] = (begins[rank + 1] as number) + 1;
  for (let rank = 0; rank < distinct; rank++) begins[rank + 1] = (begins[rank + 1] as number) + (begins[rank] as number);
  const next = begins.slice();
  const order = new Int32Array(groups.length);
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i] as number;
    const at = next[rank] as number;
    order[at] = i;
    next[rank] = at + 1;
  }
  const byId = (a: number, b: number): number => {
    const [x, y] = [groups[a] as (typeof groups)[number], groups[b] as (typeof groups)[number]];
    return compareCodePoints(x.id, y.id) || compareCodePoints(x.currency, y.currency);
  };
  for (let rank = 0; rank < distinct; rank++) {
    const [from, to] = [begins[rank] as number, begins[rank + 1] as number];
    if (to - from > 1) order.subarray(from, to).sort(byId);
  }
  return order;
}

/** The place of each text among the distinct folded ones, in code-point order, and how many of these there are. */
function ranked(texts: readonly string[]): { ranks: Int32Array; distinct: number } {
  // Spellings by number, so that each is folded once.
  const numbers = new Map<string, number>();
  const spellings = Int32Array.from(texts, (spelling) => {
    const known = numbers.get(spelling);
    if (known !== undefined) return known;
    numbers.set(spelling, numbers.size);
    return numbers.size - 1;
  });
  const folded = Array.from(numbers.keys(), fold);
  const sorted = sortedByCodePoints(new Set(folded));
  const rankOf = new Map(sorted.map((name, rank) => [name, rank]));
  const ranks = Int32Array.from(folded, (name) => rankOf.get(name) as number);
  return { ranks: spellings.map((number) => ranks[number] as number), distinct: sorted.length };
}
