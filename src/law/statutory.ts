// Which rate does the law give when no contract names one? Of a half-year, or of the day interest begins; a day that no table covers is an answer, and no rate.
import { type Day, dayOf } from '../core/day.ts';
import { percentIn, percentText, plusRate, type Rate, timesRate } from '../core/rate.ts';
import { type Lang, type Word, word } from '../core/word.ts';
import { type DatedRate, dayIn, isUnverified, type Mark, type RateTable, rowOn } from './dated.ts';
import { DIRECTIVE_SINCE } from './eu/late-payment.ts';
import { startOfHalfYear } from './half-years.ts';
import type { Law, StatutoryRate } from './law.ts';
import type { Tables } from './tables.ts';

/** No rate for a day: the table, the day that was looked for, and whether it lies before the first row. */
export type Beyond = {
  readonly table: RateTable;
  readonly day: Day;
  readonly before: boolean /** The first day that has one. */;
  readonly begins: Day;
};

/** `basis` says what it was made of, and the text it rests on; `source` says as well where nobody has verified it. */
export type RateFound = { readonly rate: Rate; readonly mark: Mark; readonly source: Word; readonly basis: Word };

/**
 * Half-years of the ECB's rate from here on were held against another list, whatever is sure of the very day of a change; before 2013 the law named the most
 * recent operation and no half-year, so that rates by half-year are a simplification (rules §3.1).
 */
const CROSS_CHECKED = dayIn('2021-01-01');
const BY_HALF_YEARS = dayIn('2013-01-01');
const FIRST_HALF_YEAR = dayIn('2009-01-01');

/** The day whose rate of reference holds: for a day of interest, or, where one rate holds for the life of a debt, for the first of them. */
export function referenceDay({ by }: StatutoryRate, day: Day): Day {
  const start = startOfHalfYear(day);
  return by === 'at-start' ? ((start - 1) as Day) : start;
}

export function statutoryRate(law: Law, rule: StatutoryRate, tables: Tables, day: Day): RateFound | Beyond {
  const table = tables[rule.table];
  const reference = referenceDay(rule, day);
  const tooEarly = day < firstDay(law, rule);
  const row = tooEarly ? undefined : rowOn(table, reference);
  if (row === undefined) {
    return {
      table,
      day: tooEarly ? day : reference,
      before: tooEarly || reference <= table.knownTo,
      begins: firstDay(law, rule),
    };
  }
  const mark = markOf(rule, row, reference);
  const basis = sumOf(table, row, rule, false);
  const source = isUnverified(mark) ? sumOf(table, row, rule, true) : basis;
  return { rate: plusRate(row.rate, rule.plus), mark, source, basis };
}

/** What no contract may stay below on a day; undefined where the law knows no such rate. */
export function floorOn(law: Law, tables: Tables, day: Day): RateFound | Beyond | undefined {
  if (law.floor === undefined) return undefined;
  const table = tables[law.floor.table];
  const row = rowOn(table, day);
  if (row === undefined) return { table, day, before: day <= table.knownTo, begins: (table.rows[0] as DatedRate).from };
  const { times, source } = law.floor;
  const of = (lang: Lang): string => `${times} × ${table.name[lang]} ${percentIn(lang, row.rate)} (${source}; ${row.source})`;
  const said = word(of('en'), of('fr'));
  return { rate: timesRate(row.rate, times), mark: row.mark, source: said, basis: said };
}

function sumOf(table: RateTable, row: DatedRate, { plus, source }: StatutoryRate, saysUnverified: boolean): Word {
  const unverified = saysUnverified ? word(', not verified', ', non vérifié') : word('', '');
  const of = (lang: Lang): string =>
    `${table.name[lang]} ${percentIn(lang, row.rate)}${plus === 0 ? '' : ` + ${percentText(plus).replace('.00', '')}`} (${source})${unverified[lang]}`;
  return word(of('en'), of('fr'));
}

function firstDay({ key }: Law, { by }: StatutoryRate): Day {
  if (key === 'eu') return DIRECTIVE_SINCE;
  return by === 'at-start' ? dayOf(2009, 7, 1) : FIRST_HALF_YEAR;
}

function markOf(rule: StatutoryRate, row: DatedRate, reference: Day): Mark {
  if (rule.mark === 'G') return 'G';
  if (rule.mark === 'said') return reference < BY_HALF_YEARS ? 'G' : 'said';
  if (row.mark === 'said') return 'said';
  if (rule.by === 'at-start') return row.mark;
  if (reference < BY_HALF_YEARS) return 'G';
  return reference >= CROSS_CHECKED ? 'V2' : row.mark;
}
