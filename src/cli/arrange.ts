// Which section, in which order, and how many rows of it? `--section`, `--sort` and `--top`, checked against the report at hand, and whether the format holds it.
import type { Diagnostics } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest.ts';
import { listedNames } from '../core/plural.ts';
import { followRows, sortSection, topRows } from '../report/order.ts';
import type { Format } from '../report/render/registry.ts';
import type { Report, Section } from '../report/report.ts';
import type { Values } from './run.ts';
import { unfitForFec } from './unfit-for-fec.ts';

/** Undefined where the diagnostics say what does not fit. */
export function arrange(
  report: Report,
  values: Values,
  { oneSection, mostRows, name }: Format,
  diagnostics: Diagnostics,
): Report | undefined {
  const names = report.sections.map((s) => s.name);
  if (values.section !== undefined && !names.includes(values.section)) {
    diagnostics.add({
      code: 'usage-bad-value',
      value: values.section,
      what: `--section: this report of ar ${report.name} has no such section`,
      fix:
        didYouMean(values.section, names) ||
        (names.length === 1 ? `its only section is ${names[0]}` : `its sections are ${names.join(', ')}`),
    });
    return undefined;
  }
  const unfit = values.dialect === 'fec' ? unfitForFec(report, values) : undefined;
  if (unfit !== undefined) {
    diagnostics.add(unfit);
    return undefined;
  }
  const main = oneSection ? Math.max(0, names.indexOf(values.section ?? '')) : 0;
  let section = report.sections[main] as Section;
  if (values.sort !== undefined) {
    const key = values.sort.replace(/^-/, '');
    const sorted = sortSection(section, { key, descending: values.sort.startsWith('-') });
    if (sorted === undefined) {
      const keys = section.columns.map((c) => c.key);
      diagnostics.add({
        code: 'usage-bad-value',
        value: values.sort,
        what: '--sort names no column of the report',
        fix: didYouMean(key, keys) || `the columns are ${listedNames(keys)}`,
      });
      return undefined;
    }
    section = sorted;
  }
  if (values.top !== undefined) section = topRows(section, values.top);
  const isArranged = section !== report.sections[main];
  const others = (s: Section): Section => (isArranged && main === 0 && s.follows !== undefined ? followRows(s, section) : s);
  const sections = report.sections.map((s, i) => (i === main ? section : others(s)));
  const over = mostRows === undefined ? undefined : sections.find(({ rows }) => rows.count > mostRows);
  if (over === undefined) return { ...report, sections };
  diagnostics.add({
    code: 'usage-bad-value',
    value: name,
    what: `--format ${name} holds ${mostRows} rows a sheet, and ${over.name} has ${over.rows.count}`,
    fix: 'write --format csv, which has no bound, or fewer rows: --top N, --where, --customer',
  });
  return undefined;
}
