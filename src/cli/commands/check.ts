// `ar check`: what was understood of a ledger and from which evidence, whether it adds up, what is wrong with it, and how it
// settles. Rows that cannot be read are shown here instead of ending the run.
import { isoDay, NO_DAY } from '../../core/day.ts';
import { counted } from '../../core/plural.ts';
import { word } from '../../core/word.ts';
import type { Field } from '../../ledger/field.ts';
import type { SideTable } from '../../ledger/side-table.ts';
import { remaindersOf } from '../../measures/remainders.ts';
import { settlementShares } from '../../measures/settlement-shares.ts';
import { delimiterName } from '../../read/delimiter.ts';
import type { Understanding } from '../../read/read-file.ts';
import type { ReadResult } from '../../read/read-ledger.ts';
import {
  controlSection,
  findingsSection,
  settlementSection,
  span,
  type Understood,
  understandingSection,
} from '../../report/views/check.ts';
import { remaindersSection } from '../../report/views/remainders.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { command, type Input } from '../command.ts';
import { configRows } from '../config-rows.ts';
import { tellDuplicates, tellSettlement } from '../findings.ts';
import { tellLimitation } from '../limitation.ts';
import type { OptionSpecs } from '../option.ts';
import type { Settings } from '../settings.ts';
import { toleranceParameter } from '../tolerance.ts';

const options = {} as const satisfies OptionSpecs;

export const check = command({
  name: 'check',
  summary: 'what was understood of a ledger, and what is wrong with it',
  about:
    'Shows how each file was read and why, the control total of each currency, every finding with its place, and which evidence settles the ledger. Findings of severity error end in exit code 1.',
  options,
  examples: [
    { line: 'ar check fixtures/ledger.csv --as-of 2026-06-30', says: 'Is this export fit to be aged?' },
    {
      line: 'ar check fixtures/ledger.csv --as-of 2026-06-30 --section findings --format csv',
      says: 'The findings, for a spreadsheet:',
    },
  ],
  // What a table of documents says is compared with what the ledger says.
  needs: { columns: ({ documents }) => (documents === undefined ? ['line'] : ['line', 'disputed', 'assigned_to']) },
  tolerates: [
    'row-too-short',
    'row-too-long',
    'row-swallows-rows',
    'customer-missing',
    'kind-unknown',
    'day-missing',
    'day-unreadable',
    'currency-unknown',
    'amount-missing',
    'amount-unreadable',
    'amount-too-precise',
    'amount-too-large',
    'sense-unknown',
    'disputed-unreadable',
    'open-exceeds-amount',
    'base-missing',
    'signs-mixed',
    'kind-missing',
  ],
  run: (input, given) => {
    const { book, reading, asOf, diagnostics } = input;
    tellDuplicates(book.ledger, diagnostics);
    tellSettlement(book, asOf, true, diagnostics);
    tellLimitation(input, undefined, diagnostics);
    const counted = diagnostics.counts.reduce((sum, c) => sum + c.count, 0);
    const control = controlIn(book.at(asOf), given.in !== undefined);
    return {
      report: {
        name: 'check',
        title: word(`Check as of ${isoDay(asOf)}`, `Contrôle au ${dayFor('fr', asOf)}`),
        asOf,
        parameters: { as_of: isoDay(asOf), ...toleranceParameter(given.tolerance) },
        sections: [
          understandingSection([
            ...reading.understanding.flatMap((u) => understood(u, input.settings)),
            ...documentsUnderstood(input),
            ...dueGiven(reading, input.settings),
            ...configRows(input),
          ]),
          controlSection(control),
          findingsSection(diagnostics.kept, counted),
          settlementSection(settlementShares(book, asOf)),
          ...(given.tolerance.length > 0 ? [remaindersSection(book.ledger, remaindersOf(book, asOf))] : []),
        ],
        control,
        diagnostics: [],
      },
      attention: diagnostics.failed,
    };
  },
});

function understood(u: Understanding, settings: Settings | undefined): Understood[] {
  const row = (fact: string, reading: string, evidence: string): Understood => ({ file: u.file, fact, reading, evidence });
  const unread = u.headings.filter((_, i) => !u.columns.some((c) => c.index === i));
  return [
    row('delimiter', delimiterName(u.delimiter.delimiter), delimiterEvidence(u, settings)),
    row('rows', `${u.postings} postings`, `${u.records} rows below the headings, ${u.setAside} not readable, ${u.blank} blank`),
    row('days', span(u.firstDay, u.lastDay), u.firstDay === NO_DAY ? 'no posting' : 'first and last posting day'),
    ...u.columns.map((column) => columnUnderstood(u.file, column, settings)),
    ...(unread.length === 0 ? [] : [row('not read', unread.join(', '), 'no field has this name; --map FIELD=HEADING names one')]),
    row('signs', u.signs === 'signed' ? 'amounts as they stand' : 'credits written without a minus', signEvidence(u)),
  ];
}

function columnUnderstood(
  file: string,
  { field, index, heading, by }: SideTable<string>['columns'][number],
  settings: Settings | undefined,
): Understood {
  const unused = UNUSED.has(field) ? '; known, and not used by any figure yet' : '';
  const told = by === 'map' ? said('map', settings, field) : BY[by];
  return { file, fact: field, reading: `column ${index + 1}: ${heading}`, evidence: told + unused };
}

/** How the table of documents was read, and what it gave. */
function documentsUnderstood({ documents: table, reading: { documentFacts } }: Input): Understood[] {
  if (table === undefined || documentFacts === undefined) return [];
  const { matches, byDay } = documentFacts;
  const { file, columns, others } = table;
  const several = matches.ambiguous.length;
  const settling = table.count - matches.matched - matches.unknown.length - several;
  const evidence = [
    `${matches.matched} of documents of the ledger`,
    `${matches.unknown.length} of none`,
    ...(several === 0 ? [] : [`${several} of several customers`]),
    ...(settling === 0 ? [] : [`${settling} of what settles documents`]),
  ];
  const row = (fact: string, said: string, because: string): Understood => ({ file, fact, reading: said, evidence: because });
  return [
    row('documents', counted(table.count, 'row'), evidence.join(', ')),
    ...columns.map((column) => columnUnderstood(file, column, undefined)),
    ...(others.size === 0 ? [] : [row('not read', [...others.keys()].join(', '), 'no field has this name')]),
    ...(byDay === 0 ? [] : [row('due by documents', counted(byDay, 'posting'), 'the ledger says no day')]),
  ];
}

/** What was given a due day that its row does not say. */
function dueGiven({ dueFacts, understanding }: ReadResult, settings: Settings | undefined): Understood[] {
  if (dueFacts === undefined) return [];
  const { byRow, byDocument, byCustomer, byAll, revived } = dueFacts;
  const given = byRow + byDocument + byCustomer + byAll;
  const evidence = [
    byRow > 0 ? `${byRow} by the terms of their rows` : '',
    byDocument > 0 ? `${byDocument} by those --documents names` : '',
    byCustomer > 0 ? `${byCustomer} by those of their customers` : '',
    byAll > 0 ? `${byAll} by ${settings?.saidOf('terms') ?? '--terms'}` : '',
  ];
  const file = understanding.length === 1 ? (understanding[0] as Understanding).file : '';
  const rows = [
    { fact: 'due by terms', count: given, evidence: evidence.filter((part) => part !== '').join(', ') },
    {
      fact: 'due revived',
      count: revived,
      evidence: 'returned payments and transfers have the due day of the document they were of',
    },
  ];
  return rows.flatMap(({ count, ...row }) => (count === 0 ? [] : [{ file, ...row, reading: counted(count, 'debit') }]));
}

/** Fields that no figure of this version reads: a heading known by name must not pass for one that counts. */
const UNUSED: ReadonlySet<string> = new Set<Field>(['net', 'tax_amount', 'tax_rate', 'label']);

const BY = {
  name: 'its own name',
  synonym: 'another name of it',
} as const;

/** Where the user said it: on the command line, or in ar.toml. */
function said(option: string, settings: Settings | undefined, part?: string): string {
  const place = settings?.saidOf(option, part);
  return place === undefined ? `said with --${option}` : `said in ${place}`;
}

/** What the mark makes of the headings, and what every other mark among them would make. */
function delimiterEvidence(
  { delimiter: { delimiter, said: told, counts } }: Understanding,
  settings: Settings | undefined,
): string {
  if (told) return said('delimiter', settings);
  const chosen = delimiterName(delimiter);
  const parts = counts
    .filter(({ name, marks }) => name === chosen || marks > 0)
    .sort((a, b) => Number(b.name === chosen) - Number(a.name === chosen))
    .map(
      ({ name, marks, headings }) => `${name === chosen ? '' : `${name}: `}${counted(marks + 1, 'heading')}, ${headings} known`,
    );
  return parts.join('; ');
}

function signEvidence(u: Understanding): string {
  const { positive, negative, firstPositive, firstNegative } = u.signCounts;
  if (positive + negative === 0) return 'no credit of a kind that tells';
  const parts = [];
  if (negative > 0) parts.push(`${negative} credits are negative, first on line ${firstNegative}`);
  if (positive > 0) parts.push(`${positive} credits are positive, first on line ${firstPositive}`);
  return parts.join('; ');
}
