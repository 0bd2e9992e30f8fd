// `ar age`: what is owed, by how late it is (balance âgée). Rules: domain §1.5.

import { isoDay } from '../../core/day.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { word } from '../../core/word.ts';
import type { ColumnName } from '../../ledger/field.ts';
import { AGE_COLUMNS, type AgedBalance, type AgeRequest, agedBalance, CREDITS } from '../../measures/age.ts';
import { GROUP_KEYS } from '../../measures/grouping.ts';
import type { Bounds } from '../../policy/buckets.ts';
import type { Report, Section } from '../../report/report.ts';
import { ageSection } from '../../report/views/age.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { ageRequestOf } from '../age-request.ts';
import { chosenNotes } from '../chosen.ts';
import { categoryNamed, ledgerName } from '../column-name.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { tellSettlement } from '../findings.ts';
import { groupMistakes } from '../group-by.ts';
import { historyBeside, historyOption, lookedInto } from '../history-option.ts';
import { asKnownOption, bucketsOption, customerOption, entityOption, readBounds } from '../item-options.ts';
import { accountLines } from '../journal-parts.ts';
import { tellLimitation, tooYoungForLimitation } from '../limitation.ts';
import { choice, flag, type ValuesOf, value } from '../option.ts';
import { readDay } from '../options.ts';

const options = {
  ageBy: choice('age-by', ['due', 'date'] as const, 'count days from the due day, or from the day of the document', 'due', 'due'),
  buckets: bucketsOption,
  future: value('future', 'N,N,…', 'split what is not due by the days still to go', readBounds, [] as Bounds),
  credits: choice(
    'credits',
    CREDITS,
    'where credits stand that nothing allocates: in a column of their own, against the oldest debits, or in the bucket of their own day',
    'separate',
    'separate',
  ),
  groupBy: value(
    'group-by',
    'FIELD',
    `add up by ${GROUP_KEYS.join(', ')}, or a column of --customers`,
    (text) => text,
    'customer',
    { fallback: 'customer' },
  ),
  detail: flag('detail', 'one row an open item'),
  asKnown: asKnownOption,
  overdueOnly: flag('overdue-only', 'only customers, or with --detail items, past their due day'),
  customer: customerOption,
  entity: entityOption,
  history: historyOption,
  compare: value('compare', 'DAY', 'show the totals of another day beside, and the change', readDay, undefined),
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const age = command({
  name: 'age',
  summary: 'what is owed, by how late it is',
  about:
    'Rebuilds what is open on the as-of day from the postings known on it, puts every item into one bucket or into unallocated, and proves that they add up to the ledger. Amounts of different currencies are never added.',
  options,
  examples: [
    { line: 'ar age fixtures/ledger.csv --as-of 2026-06-30', says: 'Who owes what, and how late, at the end of June:' },
    {
      line: 'ar age fixtures/ledger.csv --as-of 2026-06-30 --overdue-only --sort -overdue --top 10',
      says: 'The ten largest debts past their due day:',
    },
    { line: 'ar age fixtures/ledger.csv --as-of 2026-06-30 --detail --customer C002', says: 'The open items of one customer:' },
    {
      line: 'ar age fixtures/ledger.csv --as-of 2026-06-30 --customers fixtures/customers.csv --where sector=food,retail',
      says: 'The customers of two sectors:',
    },
    {
      line: 'ar age fixtures/000000000FEC20250630.txt fixtures/000000000FEC20260630.txt --as-of 2026-06-30',
      says: 'The same firm from its files of entries (FEC), of two years that follow one another:',
    },
    {
      line: 'ar age fixtures/ledger.csv --as-of 2026-06-30 --compare 2026-03-31 --dialect excel-fr',
      says: 'What changed since March, for a French spreadsheet (also excel-en):',
    },
  ],
  needs: { columns: (given) => columnsFor(given), ...historyBeside },
  holds: lookedInto,
  refuses: (given) => contradictions(given),
  tolerates: [],
  run: async (input, given) => {
    const request = ageRequestOf(input, given);
    if (request === undefined) return undefined;
    tellSettlement(input.book, input.asOf, given.credits === 'separate', input.diagnostics);
    const report = await reportOf(input, request, given);
    return report === undefined ? undefined : { report, attention: false };
  },
});

/** An option that another one leaves without effect is refused: nothing is parsed and ignored. */
function contradictions(given: Values): Diagnostic[] {
  const refuse = (what: string, fix: string): Diagnostic => ({ code: 'usage-bad-value', what, fix });
  const found: Diagnostic[] = [];
  if (given.ageBy === 'date' && given.future.length > 0) {
    found.push(refuse('--future splits what is not due, and --age-by date has no such items', 'leave one of the two out'));
  }
  if (given.detail && given.compare !== undefined) {
    found.push(refuse('--compare sets totals beside one another, and --detail shows items', 'leave one of the two out'));
  }
  if (given.history !== undefined && !given.detail) {
    found.push(
      refuse('--history says how far each item was reminded, and only --detail shows items', 'add --detail, or leave it out'),
    );
  }
  found.push(...groupMistakes(given.groupBy, given.customers !== undefined));
  if (given.detail && ledgerName(given.groupBy) !== 'customer') {
    found.push(refuse('--group-by adds up, and --detail shows items', 'leave one of the two out'));
  }
  return found;
}

function columnsFor(given: Values): readonly ColumnName[] {
  return [...AGE_COLUMNS, ...categoryNamed(given.groupBy)];
}

const more = () => import('../age-more.ts');

async function reportOf(input: Input, request: AgeRequest, given: Values): Promise<Report | undefined> {
  const { book } = input;
  const control = controlIn(book.at(request.asOf), request.inBase);
  const compareDay = given.compare?.(input.today);
  const balance = agedBalance(book, request);
  if (!tooYoungForLimitation(balance.mostDaysLate, input)) {
    tellLimitation(input, request.customers, input.diagnostics);
  }
  const shown =
    compareDay === undefined
      ? balance
      : (await more()).compareBalances(balance, agedBalance(book, { ...request, asOf: compareDay }));
  const sections: Section[] = [];
  const notes = chosenNotes(input, given);
  const section = given.detail
    ? (await more()).itemsOf(input, request, given.overdueOnly, given.history !== undefined, notes)
    : ageSection(shown, request, compareDay, keptSlots(shown, given), notes);
  if (section === undefined) return undefined;
  sections.push(section);
  if (given.detail && given.tolerance.length > 0) {
    sections.push((await more()).remaindersIn(book, request));
  }
  if (given.explain) sections.push((await more()).ageExplained(balance, request, control));
  return {
    name: 'age',
    title: word(`Aged balance as of ${isoDay(request.asOf)}`, `Balance âgée au ${dayFor('fr', request.asOf)}`),
    asOf: request.asOf,
    parameters: {
      as_of: isoDay(request.asOf),
      age_by: given.ageBy,
      buckets: [...given.buckets],
      future: [...given.future],
      credits: given.credits,
      group_by: request.groupBy,
      detail: given.detail,
      overdue_only: given.overdueOnly,
      as_known: given.asKnown,
      customer: [...given.customer],
      entity: [...given.entity],
      compare: compareDay === undefined ? null : isoDay(compareDay),
      in: given.in ?? null,
      sort: given.sort ?? null,
      top: given.top ?? null,
    },
    sections,
    control: [...control, ...(await accountLines(input, book, request.inBase))],
    diagnostics: [],
  };
}

function keptSlots(balance: AgedBalance, given: Values): ((slot: number) => boolean) | undefined {
  return given.overdueOnly ? (slot) => (balance.overdue[slot] as number) > 0 : undefined;
}
