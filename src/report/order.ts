// In what order do rows stand, and how many are shown? By the folded name, then id, then currency in code-point order, unless
// the user names a key; ties keep that order, so the same ledger gives the same bytes.

import { compareCodePoints, fold } from '../core/fold.ts';
import { word } from '../core/word.ts';
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
  const sorted: Rows = { count: order.length, at: (i) => rows.at(at(i)) };
  return quiet === undefined ? { ...section, rows: sorted } : { ...section, rows: sorted, quiet: (i) => quiet(at(i)) };
}

/** The default order of groups: indexes sorted by folded name (the id where there is none), id, currency. */
export function defaultOrder(groups: readonly { id: string; name: string; currency: string }[]): number[] {
  const folded = groups.map((group) => fold(group.name === '' ? group.id : group.name));
  // Each name is compared with others once, however many customers share it.
  const ranks = new Map([...new Set(folded)].sort(compareCodePoints).map((name, rank) => [name, rank]));
  const rank = Int32Array.from(folded, (name) => ranks.get(name) as number);
  return groups
    .map((_, i) => i)
    .sort((a, b) => {
      const difference = (rank[a] as number) - (rank[b] as number);
      if (difference !== 0) return difference;
      const [x, y] = [groups[a] as (typeof groups)[number], groups[b] as (typeof groups)[number]];
      return compareCodePoints(x.id, y.id) || compareCodePoints(x.currency, y.currency);
    });
}
