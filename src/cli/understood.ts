// How was each file read, and from which evidence? Rows of facts for `ar check`: the ledgers, the tables beside them, what gave due days, the ar.toml.
import { NO_DAY } from '../core/day.ts';
import { counted } from '../core/plural.ts';
import type { Field } from '../ledger/field.ts';
import { delimiterName } from '../read/delimiter.ts';
import { currencyInHeading } from '../read/headings.ts';
import { isNotNeeded } from '../read/ledger-columns.ts';
import type { ReadResult } from '../read/read-ledger.ts';
import type { Understanding } from '../read/understanding.ts';
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
  const unread = u.headings.filter((_, i) => !u.columns.some((c) => c.index === i));
  const idle = unread.filter((heading) => isNotNeeded(heading, u.preset));
  const strange = unread.filter((heading) => !idle.includes(heading));
  return [
    ...(u.encoding.evidence.what === 'ascii' ? [] : [row('encoding', u.encoding.encoding, encodingEvidence(u, settings))]),
    ...presetUnderstood(u, settings),
    row('delimiter', delimiterName(u.delimiter.delimiter), delimiterEvidence(u, settings)),
    row(
      'rows',
      counted(u.postings, 'posting'),
      `${counted(u.records, 'row')} below the headings, ${u.setAside} not readable, ${u.blank} blank`,
    ),
    ...(conditionsOf(asked).length === 0
      ? []
      : [row('left out', counted(u.leftOut, 'row'), `not asked for: ${conditionsTold(asked)}`)]),
    row('days', span(u.firstDay, u.lastDay), u.firstDay === NO_DAY ? 'no posting' : 'first and last posting day'),
    ...u.columns.map((column) => withCurrency(columnUnderstood(u.file, column, settings), column.heading)),
    ...(idle.length === 0
      ? []
      : [row('not needed', idle.join(', '), 'known, and another column says it or no field has a use for it')]),
    ...(strange.length === 0
      ? []
      : [row('not read', strange.join(', '), 'no field has this name; --map FIELD=HEADING names one')]),
    row('signs', u.signs === 'signed' ? 'amounts as they stand' : 'credits written without a minus', signEvidence(u)),
  ];
}

/** A currency that stands in a heading is told, and makes nothing of the amounts below it. */
function withCurrency(told: Understood, heading: string): Understood {
  const said = AMOUNTS.has(told.fact) ? currencyInHeading(heading)?.currency : undefined;
  if (said === undefined) return told;
  return { ...told, evidence: `${told.evidence}; the heading says ${said}: a column of currencies or --currency makes it so` };
}

const AMOUNTS: ReadonlySet<string> = new Set<Field>(['amount', 'debit', 'credit', 'open_amount', 'paid_amount']);

/** Which package wrote the file, and by which of its headings it is told; nothing where names and synonyms alone were used. */
function presetUnderstood({ file, preset }: Understanding, settings: Settings | undefined): Understood[] {
  if (preset === undefined) return [];
  const { name, title, attested } = preset.preset;
  const told = `${preset.matched} of the ${preset.of} headings that tell it: ${preset.evidence.join(', ')}`;
  const evidence = [
    ...(preset.said ? [said('preset', settings)] : []),
    told,
    ...(attested === 'V' ? [] : ['its headings are not verified']),
  ];
  return [{ file, fact: 'preset', reading: `${name}: ${title.en}`, evidence: evidence.join('; ') }];
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

const hex = (byte: number): string => `0x${byte.toString(16)}`;

/** What tells in which encoding a file is; counts are of its first 64 KiB. */
function encodingEvidence({ encoding: { evidence } }: Understanding, settings: Settings | undefined): string {
  const { what, count, line, byte } = evidence;
  const first = `first ${hex(byte)} on line ${line}`;
  switch (what) {
    case 'said':
      return said('encoding', settings);
    case 'mark':
      return 'a byte order mark';
    case 'nul':
      return `every other byte is NUL: ${count} of them`;
    case 'utf-8':
      return `${counted(count, 'character')} beyond ASCII, first on line ${line}`;
    case 'euro-or-ligature':
      return `${counted(count, 'byte')} for €, œ, Œ or Ÿ and none of Windows, ${first}`;
    case 'late':
      return `nothing but ASCII before ${hex(byte)} on line ${line}`;
    default:
      return `${counted(count, 'byte that is', 'bytes that are')} no UTF-8, ${first}`;
  }
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
