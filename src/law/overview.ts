// What does a law say, as rows that can be shown? Its rates by the days they hold, derived from the tables as every figure is, and its fixed sums.
import type { Day } from '../core/day.ts';
import type { Rate } from '../core/rate.ts';
import { type Word, word } from '../core/word.ts';
import type { DatedRate, Mark, RateTable } from './dated.ts';
import { startOfHalfYear, startOfNextHalfYear } from './half-years.ts';
import type { Law, StatutoryRate } from './law.ts';
import { type Beyond, floorOn, type RateFound, referenceDay, statutoryRate } from './statutory.ts';
import type { Tables } from './tables.ts';

export type RateRow = {
  readonly table: string;
  readonly name: Word;
  readonly from: Day;
  /** The last day known, for the last row of a table. */
  readonly until: Day;
  readonly rate: Rate;
  readonly mark: Mark;
  /** The day the table was held against its sources; undefined for a row of the user's. */
  readonly checked: Day | undefined;
  readonly source: Word;
};

/** A table and its rows. */
export type RateRows = {
  readonly key: string;
  readonly rows: readonly RateRow[];
  readonly table: RateTable;
  /** The day whose row of the table holds on a day. */
  readonly asks: (day: Day) => Day;
};

const DEFAULT = word('default rate of late payment', 'taux supplétif des pénalités de retard');
const AT_START = word('default rate, by the day interest begins', 'taux supplétif, selon le jour où courent les intérêts');
const PUBLIC = word('default rate, public buyers', 'taux supplétif, acheteurs publics');
const FLOOR = word('least rate a contract may name', 'taux conventionnel minimal');

export function ratesOf(law: Law, tables: Tables): RateRows[] {
  const rule = law.rateFor('business') as StatutoryRate;
  const ofPublic = law.rateFor('public') as StatutoryRate;
  const isOwn = ofPublic.plus !== rule.plus;
  const used = [rule.table, ...(law.floor === undefined ? [] : [law.floor.table])];
  const others = law.key === 'fr' ? (['legal_rate_persons'] as const) : [];
  return [
    halfYears(
      'default',
      rule.by === 'at-start' ? AT_START : DEFAULT,
      tables[rule.table],
      (day) => statutoryRate(law, rule, tables, day),
      (day) => referenceDay(rule, day),
    ),
    ...(isOwn
      ? [
          halfYears(
            'default_public',
            PUBLIC,
            tables[ofPublic.table],
            (day) => statutoryRate(law, ofPublic, tables, day),
            startOfHalfYear,
          ),
        ]
      : []),
    ...(law.floor === undefined
      ? []
      : [
          halfYears(
            'floor',
            FLOOR,
            tables[law.floor.table],
            (day) => floorOn(law, tables, day) as RateFound | Beyond,
            startOfHalfYear,
          ),
        ]),
    ...[...used, ...others].map((key) => written(tables[key])),
  ];
}

/** A rate that is found half-year by half-year, from the first of its table to the last one that is known. */
function halfYears(
  key: string,
  name: Word,
  table: RateTable,
  of: (day: Day) => RateFound | Beyond,
  asks: RateRows['asks'],
): RateRows {
  const rows: RateRow[] = [];
  const last = Math.max(table.knownTo, ...table.rows.map(({ from, until = from }) => until)) as Day;
  // The rate of a half-year may be that of the day before it.
  for (let day = startOfHalfYear((table.rows[0] as DatedRate).from); day <= last + 1; day = startOfNextHalfYear(day)) {
    const begun = of(day);
    const until = (startOfNextHalfYear(day) - 1) as Day;
    // A law may begin within a half-year.
    const from = 'table' in begun && begun.before && begun.begins > day && begun.begins <= until ? begun.begins : day;
    const found = from === day ? begun : of(from);
    if ('table' in found) continue;
    rows.push({
      table: key,
      name,
      from,
      until,
      rate: found.rate,
      mark: found.mark,
      checked: checkedOn(table, found.mark),
      source: found.source,
    });
  }
  return { key, rows, table, asks };
}

function checkedOn({ checked }: RateTable, mark: Mark): Day | undefined {
  return mark === 'said' ? undefined : checked;
}

/** To the day before the next row, or as far as it is known. */
function lastDayOf({ rows, knownTo }: RateTable, i: number): Day {
  const next = (rows[i + 1]?.from ?? Number.POSITIVE_INFINITY) - 1;
  const { from, until } = rows[i] as DatedRate;
  return Math.min(next, until ?? (from > knownTo ? from : knownTo)) as Day;
}

function written(table: RateTable): RateRows {
  const rows = table.rows.map(({ from, rate, mark, source }, i) => ({
    ...{ table: table.key, name: table.name, from, rate, mark, source: table.sourceOf?.(source) ?? word(source, source) },
    until: lastDayOf(table, i),
    checked: checkedOn(table, mark),
  }));
  // A decree's rows begin with its half-year.
  const isByHalfYears = table.rows.every(({ from }) => startOfHalfYear(from) === from);
  return { key: table.key, rows, table, asks: isByHalfYears ? startOfHalfYear : (day) => day };
}
