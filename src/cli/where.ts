// What do --where and --where-not choose? Rows, by a column of the ledger; where it has none of that name, customers by a column of their table.
// Customers are chosen whole, so that what was paid is not parted from what is owed.
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { gather } from '../core/gather.ts';
import { didYouMean, nearestFirst } from '../core/nearest.ts';
import { areMany, listedNames } from '../core/plural.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { headingTwice } from '../read/named-heading.ts';
import { type RowFilter, valueUnknown } from '../read/row-filter.ts';
import { type OfTable, tableColumn, tableNames } from './column-name.ts';
import { type Condition, type Conditions, conditionsOf } from './condition.ts';
import type { Register } from './customers.ts';

/** What was chosen. */
export type Chosen = {
  /** The conditions on rows, and how many rows they left out of the ledger. */
  readonly rows: Conditions;
  readonly leftOut: number;
  /** The conditions on customers, and the numbers of those who meet them; undefined when all do. */
  readonly whole: Conditions;
  readonly customers: ReadonlySet<number> | undefined;
};

/** Undefined when something asked for is not there: the diagnostics say what. */
export function chosenBy(
  given: Conditions,
  filter: RowFilter,
  leftOut: number,
  ledger: Ledger,
  register: Register | undefined,
  diagnostics: Diagnostics,
): Chosen | undefined {
  const part = (ofLedger: boolean): Conditions => {
    const keep = (list: readonly Condition[]): Condition[] => list.filter((one) => filter.isOfLedger(one) === ofLedger);
    return { where: keep(given.where), whereNot: keep(given.whereNot) };
  };
  const whole = part(false);
  const problems: Diagnostic[] = [];
  const customers = customersWhere(ledger, register, whole, filter, problems);
  for (const problem of problems) diagnostics.add(problem);
  return problems.length > 0 || filter.failed ? undefined : { rows: part(true), leftOut, whole, customers };
}

/** Values of one column add up, also where it is named several times; what is said of several columns must hold of all. */
function customersWhere(
  ledger: Ledger,
  register: Register | undefined,
  given: Conditions,
  filter: RowFilter,
  problems: Diagnostic[],
): ReadonlySet<number> | undefined {
  if (conditionsOf(given).length === 0) return undefined;
  const columns = new Map<string, OfTable>();
  for (const [name, [first]] of byColumn(conditionsOf(given))) {
    const found = register && tableColumn(register.table, name);
    if (found === undefined) problems.push(unknown(first as Condition, filter, register));
    else if ('headings' in found) {
      problems.push(headingTwice((first as Condition).option, name, { file: register?.table.file }, found.headings));
    } else columns.set(name, found);
  }
  if (register === undefined) return undefined;
  const meets = (conditions: readonly Condition[]): ((customer: number) => boolean)[] =>
    [...byColumn(conditions)].flatMap(([name, named]) => {
      const column = columns.get(name);
      if (column === undefined) return [];
      for (const condition of named) problems.push(...missing(column, condition, register));
      const wanted = new Set(named.flatMap((condition) => condition.values));
      return [(customer: number) => wanted.has(textOf(column, register, ledger.customers.id(customer)))];
    });
  const [must, mustNot] = [meets(given.where), meets(given.whereNot)];
  const all = Array.from({ length: ledger.customers.size - 1 }, (_, i) => i + 1);
  return new Set(all.filter((customer) => must.every((is) => is(customer)) && !mustNot.some((is) => is(customer))));
}

function byColumn(conditions: readonly Condition[]): Map<string, Condition[]> {
  const named = new Map<string, Condition[]>();
  for (const condition of conditions) gather(named, condition.column, condition);
  return named;
}

/** Of a customer who stands in no row of the table, it says nothing. */
function textOf({ text }: OfTable, { rowOf }: Register, id: string): string {
  const row = rowOf(id);
  return row === undefined ? '' : text(row);
}

function unknown({ option, column }: Condition, filter: RowFilter, register: Register | undefined): Diagnostic {
  const ofTable = register === undefined ? [] : [...new Set(tableNames(register))];
  const beside =
    register === undefined
      ? 'those of customers are named with --customers FILE'
      : `those of customers are ${shown(column, ofTable)}`;
  return {
    code: 'where-unknown',
    value: column,
    what: `${option}: the ledger has no such column${register === undefined ? '' : ', nor has the table of customers'}`,
    fix:
      didYouMean(column, new Set([...filter.names, ...ofTable])) || `the columns are ${shown(column, filter.names)}; ${beside}`,
  };
}

/** In their own order where all of them are listed, else the nearest first. */
function shown(column: string, names: readonly string[]): string {
  return listedNames(areMany(names) ? nearestFirst(column, names) : names);
}

function missing({ text }: OfTable, { option, column, values }: Condition, { table }: Register): Diagnostic[] {
  const all = new Set(Array.from({ length: table.count }, (_, row) => text(row)));
  all.delete('');
  return values
    .filter((value) => value !== '' && !all.has(value))
    .map((value) => valueUnknown(`${option} ${column}: nobody has this value`, value, [...all]));
}
