// `ar dso`: how many days of sales customers owe, month by month or customer by customer. Rules: domain §1.1 to 1.4.
import { isoDay } from '../../core/day.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { rounded } from '../../core/fraction.ts';
import { percentText } from '../../core/rate.ts';
import type { Word } from '../../core/word.ts';
import type { ColumnName } from '../../ledger/field.ts';
import type { SideTable } from '../../ledger/side-table.ts';
import { AGE_COLUMNS } from '../../measures/age.ts';
import { type Bonus, bonusOf } from '../../measures/dso/bonus.ts';
import { type Dso, type DsoRequest, dsoOf } from '../../measures/dso/dso.ts';
import type { DsoRow } from '../../measures/dso/dso-row.ts';
import { reached, type Target } from '../../measures/dso/target.ts';
import { GROUP_KEYS } from '../../measures/grouping.ts';
import type { SalesField } from '../../read/tables/sales.ts';
import type { Section } from '../../report/report.ts';
import { detailsSection, dsoLines, dsoSection, titleOf } from '../../report/views/dso.ts';
import { bonusSections } from '../../report/views/dso-bonus.ts';
import { dsoExplained } from '../../report/views/dso-explain.ts';
import type { Reaching } from '../../report/views/dso-explain-details.ts';
import { soldElsewhereNote } from '../../report/views/dso-notes.ts';
import { reconciliationSection } from '../../report/views/dso-reconciliation.ts';
import { targetSection } from '../../report/views/dso-target.ts';
import { trendSection } from '../../report/views/dso-trend.ts';
import { controlIn } from '../../settle/control.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { bonusMistakes, isPaidIn } from '../bonus.ts';
import { chosenNotes, tellNobody } from '../chosen.ts';
import { categoryNamed, ledgerName } from '../column-name.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { refusesDso, tellDso, tellSoldElsewhere } from '../dso-findings.ts';
import { tellSettlement } from '../findings.ts';
import { groupedBy, groupMistakes } from '../group-by.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { accountLines, soldElsewhere } from '../journal-parts.ts';
import { MOST_MONTHS, readMonths } from '../months.ts';
import { choice, flag, Refusal, readPath, type ValuesOf, value } from '../option.ts';
import { salesRows, tellUnmatched } from '../sales-rows.ts';
import { statedText } from '../stated-amount.ts';
import { targetMistakes, targetOf, targetOptions } from '../target.ts';

function readWindow(text: string): number | Refusal {
  const [, count, unit] = /^([1-9]\d{0,3})([my])$/.exec(text) ?? [];
  const months = Number(count) * (unit === 'y' ? 12 : 1);
  return count !== undefined && months <= MOST_MONTHS ? months : new Refusal('takes a number of months or years, as 3m or 1y');
}

const options = {
  months: value(
    'months',
    'N',
    'how many months are shown, that of the as-of day included; with --group-by, how many the trend has',
    readMonths,
    12,
    { fallback: '12' },
  ),
  window: value(
    'window',
    'Nm',
    'the period of simple, best possible and delinquent DSO, of terms and of payments: so many months up to each',
    readWindow,
    3,
    { fallback: '3m' },
  ),
  days: choice('days', ['365', '360'], 'days of a year, for what is of a year: the value of a day', '365', '365'),
  groupBy: value(
    'group-by',
    'FIELD',
    `a row each at the as-of day, instead of months: by ${GROUP_KEYS.filter((key) => key !== 'kind').join(', ')}, or a column of --customers`,
    (text) => text,
    undefined,
    { fallback: 'rows by month' },
  ),
  sales: value(
    'sales',
    'FILE',
    'what was sold with tax, instead of the invoices of the ledger: month or date, amount, customer, currency',
    readPath,
    undefined,
  ),
  ...targetOptions,
  bonus: flag('bonus', 'add the bonus that [bonus] of ar.toml makes of these figures on the as-of day'),
  customer: customerOption,
  entity: entityOption,
  asKnown: asKnownOption,
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const dso = command({
  name: 'dso',
  summary: 'how many days of sales are owed, and how customers pay',
  about:
    'Measures each month on its last day: DSO counted back through the months of sales, simple over a window, best possible and delinquent, what a day is worth, turns, collection effectiveness, terms granted, and how long payments took; the section details adds what was collected of what could be, and of what was overdue. With --group-by the same of each customer or group on the as-of day. What is not known, or would divide by nothing, is n/a.',
  options,
  examples: [
    { line: 'ar dso fixtures/ledger.csv --as-of 2026-06-30', says: 'The last twelve months:' },
    {
      line: 'ar dso fixtures/ledger.csv --as-of 2026-06-30 --where currency=EUR --target 60 --cost-of-money 5 --explain',
      says: 'What would 60 days bring, and where does each figure come from?',
    },
    {
      line: 'ar dso fixtures/ledger.csv --as-of 2026-06-30 --group-by customer --sort -dso_count_back --top 10',
      says: 'The ten customers who owe most days of what they buy:',
    },
  ],
  needs: {
    columns: (given) => columnsFor(given),
    tables: { sales: async () => (await import('../../read/tables/sales.ts')).SALES },
  },
  refuses: (given) => contradictions(given),
  tolerates: [],
  run: async (input, given) => {
    const request = requestOf(input, given);
    if (request === undefined) return undefined;
    const found = dsoOf(input.book, request);
    const policy = given.bonus ? input.settings?.bonus : undefined;
    if (policy !== undefined && !isPaidIn(policy, found.slots.currencies, input)) return undefined;
    const bonus = policy && ((row: DsoRow) => bonusOf(row, policy));
    const target = given.target === undefined ? undefined : targetOf(given, found.slots.currencies, input.diagnostics);
    if (given.target !== undefined && target === undefined) return undefined;
    tellSettlement(input.book, input.asOf, true, input.diagnostics);
    tellDso(input, found, request);
    const table = input.tables.get('sales') as SideTable<SalesField> | undefined;
    if (table !== undefined) tellUnmatched(table, request.sales ?? [], found.unmatched, input.diagnostics);
    return {
      report: {
        name: 'dso',
        title: titleOf(input.asOf),
        asOf: input.asOf,
        parameters: parametersOf(request, given),
        sections: sectionsOf(input, given, found, request, { target, bonus }, await moreNotes(input, given)),
        control: [
          ...controlIn(input.book.at(input.asOf), request.inBase),
          ...(await accountLines(input, input.book, request.inBase)),
        ],
        diagnostics: [],
      },
      attention: false,
    };
  },
});

/** Keys of the report: a column of the table of customers that is called like one would stand there twice. */
const OWN =
  /^(?:name|currency|receivable|overdue|sales|dso(?:_.*)?|day_value|receivable_turns|cei|terms_granted|days_to_pay|days_late|late_rate|dispute_rate|collected|collection_rate|overdue_.*|bonus|target|reached|measure|measured_on|trend|window_.*|paid|invoices(?:_.*)?)$/;

function contradictions(given: Values): Diagnostic[] {
  const found = [...targetMistakes(given), ...bonusMistakes(given)];
  if (given.groupBy === undefined) return found;
  if (ledgerName(given.groupBy) === 'kind') {
    return [
      ...found,
      {
        code: 'usage-bad-value',
        value: given.groupBy,
        what: '--group-by kind: invoices are sold and payments are received, so no kind has a DSO',
        fix: 'group by another field',
      },
    ];
  }
  return [...found, ...groupMistakes(given.groupBy, given.customers !== undefined, OWN)];
}

function columnsFor(given: Values): readonly ColumnName[] {
  return [...AGE_COLUMNS, ...(given.groupBy === undefined ? [] : categoryNamed(given.groupBy))];
}

/** Undefined when the ledger has not what is asked for: the diagnostics say so. */
function requestOf(input: Input, given: Values): DsoRequest | undefined {
  const { book, register, asOf, diagnostics } = input;
  const customers = customersAsked(input, given);
  if (someUnknown(diagnostics)) return undefined;
  const by = given.groupBy === undefined ? undefined : groupedBy(book.ledger, register, given.groupBy, diagnostics, OWN);
  if (given.groupBy !== undefined && by === undefined) return undefined;
  if (severalEntities(input, given, by?.groupBy ?? 'month')) return undefined;
  tellNobody(given, input, customers);
  const table = input.tables.get('sales') as SideTable<SalesField> | undefined;
  const sales = table === undefined ? undefined : salesRows(table, input);
  const refused = table !== undefined && refusesDso(table, by !== undefined || customers !== undefined, diagnostics);
  if (refused || (table !== undefined && sales === undefined)) return undefined;
  return {
    ...{ asOf, by, customers, sales, months: given.months, window: given.window },
    yearDays: given.days === '360' ? 360 : 365,
    inBase: given.in !== undefined,
  };
}

function sectionsOf(
  input: Input,
  given: Values,
  found: Dso,
  request: DsoRequest,
  { target, bonus }: { readonly target: Target | undefined; readonly bonus: ((row: DsoRow) => Bonus) | undefined },
  more: readonly Word[],
): Section[] {
  const lines = dsoLines(found, request);
  const section = dsoSection(lines, found, request);
  const whose = chosenNotes(input, { ...given, overdueOnly: false, detail: false, groupBy: given.groupBy ?? 'customer' });
  const reaching: Reaching | undefined = target && {
    ...target,
    of: (row) => reached(row, target, request.yearDays),
    costs: given.projectCost.length > 0,
  };
  const onDay = lines.rows.filter(({ day }) => day === request.asOf);
  return [
    { ...section, notes: [...section.notes, ...more, ...whose] },
    ...(reaching === undefined ? [] : [targetSection(onDay.map(reaching.of), lines, reaching)]),
    ...bonusSections(onDay, lines, bonus),
    ...(request.by === undefined ? [trendSection(lines.rows)] : []),
    detailsSection(lines),
    reconciliationSection(found),
    ...(given.explain
      ? [dsoExplained(found, lines, request, reaching, bonus, controlIn(input.book.at(request.asOf), request.inBase))]
      : []),
  ];
}

/** What a journal of all accounts says that its receivables do not. */
async function moreNotes(input: Input, given: Values): Promise<Word[]> {
  const sold = given.sales === undefined ? await soldElsewhere(input, given.entity) : undefined;
  if (sold === undefined) return [];
  tellSoldElsewhere(sold, input);
  return [soldElsewhereNote(sold, input.reading.ledger.bookCurrency)];
}

function parametersOf(request: DsoRequest, given: Values) {
  return {
    as_of: isoDay(request.asOf),
    months: request.months,
    window: `${request.window}m`,
    days: request.yearDays,
    group_by: request.by?.groupBy ?? null,
    sales: given.sales ?? null,
    target: given.target === undefined ? null : rounded(given.target, 2),
    cost_of_money: given.costOfMoney === undefined ? null : percentText(given.costOfMoney),
    project_cost: given.projectCost.map(statedText),
    avoided_losses: given.avoidedLosses.map(statedText),
    ...(given.bonus ? { bonus: true } : {}),
    as_known: given.asKnown,
    customer: [...given.customer],
    entity: [...given.entity],
    in: given.in ?? null,
    sort: given.sort ?? null,
    top: given.top ?? null,
  };
}
