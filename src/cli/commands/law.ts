// `ar law`: the rates, sums, limits and periods of the law that figures rest on, with their sources; all there are, or those in force on a day.
import { type Day, isoDay } from '../../core/day.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/nearest.ts';
import { shortened } from '../../core/shortened.ts';
import { LAW_KEYS, type LawKey } from '../../law/law.ts';
import { type RateRow, type RateRows, ratesOf } from '../../law/overview.ts';
import { lawSaid, termsSaid } from '../../law/said.ts';
import { tablesWith } from '../../law/tables.ts';
import { type LawRates, lawReport } from '../../report/views/law.ts';
import { value } from '../option.ts';
import { inputOptions, outputOptions, readDay } from '../options.ts';
import type { Page } from '../page.ts';

const options = {
  on: value('on', 'DAY', 'only what is in force on this day', readDay, undefined, { fallback: 'all there is' }),
  config: inputOptions.config,
  section: outputOptions.section,
} as const;

export const law: Page = {
  name: 'law',
  summary: 'the rates, sums and limits of the law, with their sources',
  about:
    'Shows the tables that late interest, indemnities, limits of terms and limitation rest on: French law (fr), the minimum of Directive 2011/7/EU (eu), UK law (uk). Each row says since when it holds, how sure it is, and where it was read. Rows that [law.ecb], [law.legal_rate], [law.legal_rate_persons] or [law.bank_rate] in ar.toml add are shown with their place there. A day that no table covers is an error.',
  usage: '[fr|eu|uk]',
  examples: [
    { line: 'ar law fr --on 2026-06-30', says: 'What does French law say on a day?' },
    { line: 'ar law uk --format csv', says: 'All British rates, for a spreadsheet:' },
  ],
  options,
  show: (words, { values, settings, today }) => {
    const [name, ...more] = words;
    const wrong = more[0] ?? (name === undefined || (LAW_KEYS as readonly string[]).includes(name) ? undefined : name);
    if (wrong !== undefined) {
      return {
        code: 'usage-bad-value',
        value: wrong,
        what: `ar law takes nothing, or one of ${LAW_KEYS.join(', ')}, and "${shortened(wrong)}" is given`,
        fix: didYouMean(wrong, LAW_KEYS) || 'write ar law fr, ar law eu or ar law uk',
      };
    }
    const keys = name === undefined ? LAW_KEYS : [name as LawKey];
    const on = (values['on'] as ((today: () => Day) => Day) | undefined)?.(today);
    const tables = tablesWith(settings?.lawRows);
    const rates = keys.map((key): LawRates & { readonly all: readonly RateRows[] } => {
      const one = lawSaid(key, settings?.lawsSaid);
      const all = ratesOf(one, tables);
      return {
        law: one,
        terms: termsSaid(key, settings?.lawsSaid),
        rows: all.flatMap(({ rows }) => rows.filter((row) => holdsOn(row, on))),
        all,
      };
    });
    const missing = rates.flatMap(({ all }) => all.filter(({ rows }) => !rows.some((row) => holdsOn(row, on))));
    // Without its default rate a law says nothing of the day; what other tables do not know yet, or did not know then, is said beside the rest.
    if (on !== undefined && missing.some(({ key }) => key === 'default')) {
      const refused = missing.filter(({ key }) => key !== 'ecb' && key !== 'bank_rate');
      return [...new Map(refused.map((one) => [one.key, beyond(one, on)])).values()];
    }
    return { report: lawReport(rates, on, missing) };
  },
};

function holdsOn({ from, until }: RateRow, on: Day | undefined): boolean {
  return on === undefined || (from <= on && on <= until);
}

function beyond({ key, rows, table, asks }: RateRows, on: Day): Diagnostic {
  const [first, last] = [rows[0], rows.at(-1)];
  const span =
    first === undefined || last === undefined ? 'has no rows' : `covers ${isoDay(first.from)} to ${isoDay(last.until)}`;
  const isLate = last !== undefined && on > last.until;
  return {
    code: 'law-day-unknown',
    value: isoDay(on),
    what: `no rate is known for this day: the table ${key} (${table.name.en}) ${span}`,
    why: 'a rate carried on beyond its table would be a guess',
    fix: isLate
      ? `add it to ar.toml: [law.${table.key}], and below it ${isoDay(asks(on))} = "…"`
      : 'name a day that the table covers',
  };
}
