// What may an ar.toml add to the law? Rates, one day and one percentage a row under the table they belong to, and which trade a sector is of.
import { type Day, parseIsoDay } from '../core/day.ts';
import { fold } from '../core/fold.ts';
import { listedNames } from '../core/plural.ts';
import { parseRate, type Rate, WHOLE } from '../core/rate.ts';
import type { DatedRate } from '../law/dated.ts';
import { startOfHalfYear } from '../law/half-years.ts';
import type { LawsSaid } from '../law/said.ts';
import { type AddedRows, TABLE_KEYS, type TableKey } from '../law/tables.ts';
import type { Limit } from '../law/terms-rule.ts';
import { ruleNamed, TERMS_RULES } from '../law/terms-rules.ts';
import { parseTerms } from '../policy/parse-terms.ts';
import type { KeySpec, Section, Setting } from '../read/config/section.ts';

/** Decrees are of half-years. */
const OF_HALF_YEARS: ReadonlySet<string> = new Set<TableKey>(['legal_rate', 'legal_rate_persons']);

const rowsOf = (key: TableKey): KeySpec => ({
  takes: 'pairs',
  example: '{ 2027-01-01 = "2.65" }',
  refuse: (given) => {
    const at = given.indexOf('=');
    const [day, rate] = [parseIsoDay(given.slice(0, at)), parseRate(given.slice(at + 1))];
    if (day === undefined) return 'takes days, each with a rate, as 2027-01-01 = "2.65"';
    if (OF_HALF_YEARS.has(key) && startOfHalfYear(day) !== day) return 'takes the first day of a half-year, 1 January or 1 July';
    return rate === undefined || rate < 0 || rate > WHOLE ? 'takes a percentage from 0 to 100, as "2.65"' : undefined;
  },
});

/** The trade a sector of the customers' table is of. */
const SECTORS: KeySpec = {
  takes: 'pairs',
  example: '{ food = "perishable" }',
  refuse: (given) => {
    const rule = given.slice(given.indexOf('=') + 1);
    const known = Object.values(TERMS_RULES).some((rules) => ruleNamed(rules, rule) !== undefined);
    return known ? undefined : `takes the key of a rule on terms, as ${listedNames(TERMS_RULES.fr.rules.map(({ key }) => key))}`;
  },
};

/** What replaces a limit on terms: days, before or after the end of the month. */
const LIMITS: KeySpec = {
  takes: 'pairs',
  example: '{ freight = "30 days" }',
  refuse: (given) => {
    const at = given.indexOf('=');
    const known = Object.values(TERMS_RULES).some((rules) => ruleNamed(rules, given.slice(0, at)) !== undefined);
    if (!known) return `takes the keys of rules on terms, as ${listedNames(TERMS_RULES.fr.rules.map(({ key }) => key))}`;
    return limitOf(given.slice(at + 1)) === undefined
      ? 'takes days, alone or with the end of the month, as "30 days" or "45 days end-of-month"'
      : undefined;
  },
};

/** What public buyers owe beyond the rate of reference, which was not verified for French law. */
const POINTS: KeySpec = {
  takes: 'text',
  example: '"8"',
  refuse: (given) => {
    const points = parseRate(given);
    return points === undefined || points < 0 || points > WHOLE
      ? 'takes points of a percentage from 0 to 100, as "8"'
      : undefined;
  },
};

function limitOf(text: string): Limit | undefined {
  const terms = parseTerms(text);
  const steps = typeof terms === 'string' || terms.length > 1 ? [] : (terms[0]?.steps ?? []);
  const days = steps.find((step) => step.do === 'days');
  const end = steps.findIndex((step) => step.do === 'end-of-month');
  if (days === undefined || steps.length !== (end < 0 ? 1 : 2)) return undefined;
  return { days: days.count, ...(end < 0 ? {} : { endOfMonth: end === 0 ? ('before' as const) : ('after' as const) }) };
}

export const LAW_TABLES: Section = {
  ...Object.fromEntries(TABLE_KEYS.map((key) => [key, rowsOf(key)])),
  sectors: SECTORS,
  limits: LIMITS,
  public_points: POINTS,
};

/** The rows of settings that were taken; each is known by its place in the file. */
export function addedRows(settings: readonly Setting[], file: string): AddedRows {
  const added: { [key in TableKey]?: DatedRate[] } = {};
  for (const { section, key, part, text, line } of settings) {
    if (section !== 'law' || part === undefined || key === 'sectors' || key === 'limits') continue;
    const row: DatedRate = {
      from: parseIsoDay(part) as Day,
      rate: parseRate(text) as Rate,
      mark: 'said',
      source: line === undefined ? file : `${file}:${line}`,
    };
    (added[key as TableKey] ??= []).push(row);
  }
  return added;
}

/** The rule of each sector, by its text folded. */
export function sectorRules(settings: readonly Setting[]): ReadonlyMap<string, string> {
  return new Map(
    settings.flatMap(({ section, key, part, text }) =>
      section === 'law' && key === 'sectors' && part !== undefined ? [[fold(part.trim()), text] as const] : [],
    ),
  );
}

/** The laws with what the user says of them: a firm that has checked a figure at its source puts it in the place of ours. */
export function lawsWith(settings: readonly Setting[]): LawsSaid {
  const said = settings.filter(({ section }) => section === 'law');
  const points = said.find(({ key }) => key === 'public_points')?.text;
  const limits = new Map(
    said.flatMap(({ key, part, text }) =>
      key === 'limits' && part !== undefined ? [[fold(part.trim()), limitOf(text) as Limit] as const] : [],
    ),
  );
  return { publicPoints: points === undefined ? undefined : parseRate(points), limits };
}
