// Why can a report not be written as a FEC? The file is of entries, whole, in their order, and in the one currency of the books.
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Report } from '../report/report.ts';
import type { Values } from './run.ts';

/** What each line of a FEC is made of. */
const NEEDED = ['journal', 'entry', 'date', 'account', 'debit', 'credit'];

/** Undefined where it can. */
export function unfitForFec(report: Report, values: Values): Diagnostic | undefined {
  const refused = (what: string, fix: string): Diagnostic => ({ code: 'usage-bad-value', value: 'fec', what, fix });
  const section = report.sections.find(({ name }) => values.section === undefined || name === values.section);
  const keys = new Set(section?.columns.map(({ key }) => key));
  if (!NEEDED.every((key) => keys.has(key))) {
    return refused(
      `--dialect fec writes the entries of a journal, and this report of ar ${report.name} holds none`,
      report.name === 'provision'
        ? 'add --entries, and leave out --section'
        : 'leave it out here; ar convert --dialect fec writes the postings of a ledger as entries',
    );
  }
  for (const [name, given] of [
    ['sort', values.sort],
    ['top', values.top],
  ] as const) {
    if (given !== undefined)
      return refused(`--${name}: a FEC holds every entry, in the order of their days`, `leave out --${name}, or --dialect fec`);
  }
  return undefined;
}
