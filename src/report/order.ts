// In what order do rows stand, and how many are shown? That of groups (group-order.ts), unless the user names a key; ties keep it.

import { compareCodePoints, fold } from '../core/fold.ts';
import { word } from '../core/word.ts';
import { rowsOf } from './plain.ts';
import { type Cell, type Rows, type Section, sortValue } from './report.ts';

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
  const [en, fr] =
    count === 1
      ? [`The first of ${all} rows`, `La première des ${all} lignes`]
      : [`The first ${count} of ${all} rows`, `Les ${count} premières lignes sur ${all}`];
  const note =
    section.totals.length === 0
      ? word(`${en}.`, `${fr}.`)
      : word(`${en}; totals are of all of them.`, `${fr} ; les totaux portent sur toutes.`);
  return { ...first, notes: [note, ...first.notes] };
}

/** The rows of a section that say more of the rows of another, in the order of these; those of rows that are not shown are left out, and a note says so. */
export function followRows(section: Section, shown: Section): Section {
  const keys = section.follows ?? [];
  const placeOf = new Map<string, number>();
  for (let i = 0; i < shown.rows.count; i++) {
    const key = keyAt(shown, i, keys);
    if (!placeOf.has(key)) placeOf.set(key, i);
  }
  const places = Array.from({ length: section.rows.count }, (_, i) => placeOf.get(keyAt(section, i, keys)));
  const order = [...places.keys()].filter((i) => places[i] !== undefined);
  order.sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
  const followed = reorder(section, order);
  if (order.length === places.length) return followed;
  const [en, fr] = ['Only what is of the rows that --top keeps', 'Seulement ce qui concerne les lignes que --top garde'];
  const note =
    section.totals.length === 0
      ? word(`${en}.`, `${fr}.`)
      : word(`${en}; totals are of all of them.`, `${fr} ; les totaux portent sur toutes.`);
  return { ...followed, notes: [note, ...followed.notes] };
}

function keyAt({ columns, rows }: Section, row: number, keys: readonly string[]): string {
  const cells = rows.at(row);
  return keys.map((key) => sortValue(cells[columns.findIndex((column) => column.key === key)] as Cell) ?? '').join('\0');
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
