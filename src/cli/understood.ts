// How was each file read, and from which evidence? Rows of facts for `ar check`: the ledgers, the tables beside them, what gave due days, the ar.toml.
import { NO_DAY } from '../core/day.ts';
import { counted } from '../core/plural.ts';
import { delimiterName } from '../read/delimiter.ts';
import { headingsNamed } from '../read/named-heading.ts';
import type { Understanding } from '../read/read-file.ts';
import type { ReadResult } from '../read/read-ledger.ts';
import { span, type Understood } from '../report/views/check.ts';
import type { Input } from './command.ts';
import { conditionsOf, conditionsTold } from './condition.ts';
import { configRows } from './config-rows.ts';
import type { Settings } from './settings.ts';
import { columnUnderstood, customersUnderstood, documentsUnderstood, said } from './understood-tables.ts';
import type { Chosen } from './where.ts';

export function understoodOf(input: Input): Understood[] {
  const { reading, settings } = input;
  return [
    ...reading.understanding.flatMap((u) => understood(u, input.chosen, settings)),
    ...documentsUnderstood(input),
    ...customersUnderstood(input),
    ...dueGiven(reading, settings),
    ...configRows(input),
  ];
}

function understood(u: Understanding, { rows: asked }: Chosen, settings: Settings | undefined): Understood[] {
  const row = (fact: string, reading: string, evidence: string): Understood => ({ file: u.file, fact, reading, evidence });
  /** A fact that a key of [input] says, by the same text. */
  const setting = (key: string, reading: string, evidence: string): Understood => ({
    ...row(key, reading, evidence),
    setting: { key, text: reading },
  });
  const headed = u.headings.map((heading, index) => ({ heading, index }));
  const filters = conditionsOf(asked).flatMap(({ column }) => headingsNamed(headed, column).map(({ index }) => index));
  const unread = u.headings.filter((_, i) => !filters.includes(i) && !u.columns.some((c) => c.index === i));
  return [
    setting('delimiter', delimiterName(u.delimiter.delimiter), delimiterEvidence(u, settings)),
    row(
      'rows',
      counted(u.postings, 'posting'),
      `${counted(u.records, 'row')} below the headings, ${u.setAside} not readable, ${u.blank} blank`,
    ),
    ...(conditionsOf(asked).length === 0
      ? []
      : [row('left out', counted(u.leftOut, 'row'), `not asked for: ${conditionsTold(asked)}`)]),
    row('days', span(u.firstDay, u.lastDay), u.firstDay === NO_DAY ? 'no posting' : 'first and last posting day'),
    ...u.columns.map((column) => ({
      ...columnUnderstood(u.file, column, settings),
      setting: { key: 'map', part: column.field, text: column.heading },
    })),
    ...(unread.length === 0 ? [] : [row('not read', unread.join(', '), 'no field has this name; --map FIELD=HEADING names one')]),
    row('signs', u.signs === 'signed' ? 'amounts as they stand' : 'credits written without a minus', signEvidence(u)),
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
  if (negative > 0) parts.push(`${counted(negative, 'credit is', 'credits are')} negative, first on line ${firstNegative}`);
  if (positive > 0) parts.push(`${counted(positive, 'credit is', 'credits are')} positive, first on line ${firstPositive}`);
  return parts.join('; ');
}
