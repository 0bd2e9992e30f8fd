// How was each file read, and from which evidence? Rows of facts for `ar check`: the ledgers, the tables beside them, what gave due days, the ar.toml.
import { NO_DAY } from '../core/day.ts';
import { counted } from '../core/plural.ts';
import { isNotNeeded } from '../read/ledger-columns.ts';
import { headingsNamed } from '../read/named-heading.ts';
import type { ReadResult } from '../read/read-ledger.ts';
import type { Understanding } from '../read/understanding.ts';
import { span, type Understood } from '../report/views/check.ts';
import type { Input } from './command.ts';
import { conditionsOf, conditionsTold } from './condition.ts';
import { configRows } from './config-rows.ts';
import type { Settings } from './settings.ts';
import { accountsUnderstood } from './understood-accounts.ts';
import { betweenUnderstood } from './understood-between.ts';
import { formUnderstood, spellingUnderstood, widthUnderstood } from './understood-form.ts';
import { journalUnderstood } from './understood-journal.ts';
import {
  columnUnderstood,
  currencyUnderstood,
  customersUnderstood,
  documentsUnderstood,
  withCurrency,
} from './understood-tables.ts';
import type { Chosen } from './where.ts';

export function understoodOf(input: Input): Understood[] {
  const { reading, settings } = input;
  return [
    ...reading.understanding.flatMap((u) => understood(u, input.chosen, settings, reading)),
    ...documentsUnderstood(input),
    ...customersUnderstood(input),
    ...dueGiven(reading, settings),
    ...configRows(input),
  ];
}

function understood(
  u: Understanding,
  { rows: asked }: Chosen,
  settings: Settings | undefined,
  reading: ReadResult,
): Understood[] {
  const row = (fact: string, reading: string, evidence: string): Understood => ({ file: u.file, fact, reading, evidence });
  const headed = u.headings.map((heading, index) => ({ heading, index }));
  const filters = conditionsOf(asked).flatMap(({ column }) => headingsNamed(headed, column).map(({ index }) => index));
  const unread = u.headings
    .slice(0, u.width.filled)
    .filter(
      (_, i) => !filters.includes(i) && i !== u.running?.index && i !== u.noKinds?.index && !u.columns.some((c) => c.index === i),
    );
  const idle = unread.filter((heading) => isNotNeeded(heading, u.preset));
  const strange = unread.filter((heading) => !idle.includes(heading));
  return [
    ...formUnderstood(u, settings),
    row(
      'rows',
      counted(u.postings, 'posting'),
      `${counted(u.records, 'row')} below the headings, ${u.setAside} not readable, ${u.blank} blank`,
    ),
    ...(conditionsOf(asked).length === 0
      ? []
      : [row('left out', counted(u.leftOut - (u.accounts?.out ?? 0), 'row'), `not asked for: ${conditionsTold(asked)}`)]),
    ...accountsUnderstood(u, settings),
    row('days', span(u.firstDay, u.lastDay), u.firstDay === NO_DAY ? 'no posting' : 'first and last posting day'),
    ...journalUnderstood(u, reading),
    ...u.columns.map((column) => ({
      ...withCurrency(columnUnderstood(u.file, column, settings), column.heading, u.currency),
      setting: { key: 'map', part: column.field, text: column.heading },
    })),
    ...currencyUnderstood(u),
    ...spellingUnderstood(u, settings),
    ...(idle.length === 0
      ? []
      : [row('not needed', idle.join(', '), 'known, and another column says it or no field has a use for it')]),
    ...(strange.length === 0
      ? []
      : [row('not read', strange.join(', '), 'no field has this name; --map FIELD=HEADING names one')]),
    ...widthUnderstood(u),
    ...betweenUnderstood(u),
    row('signs', signsRead(u), signEvidence(u)),
  ];
}

/** What was given a due day that its row does not say. */
function dueGiven({ dueFacts, understanding }: ReadResult, settings: Settings | undefined): Understood[] {
  if (dueFacts === undefined) return [];
  const { byRow, byDocument, byCustomer, byAll, byRetention, revived } = dueFacts;
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
      fact: 'due of retentions',
      count: byRetention,
      evidence: 'a year after their documents: account 4117, due a year after acceptance by contract',
    },
    {
      fact: 'due revived',
      count: revived,
      evidence: 'returned payments and transfers have the due day of the document they were of',
    },
  ];
  return rows.flatMap(({ count, ...row }) => (count === 0 ? [] : [{ file, ...row, reading: counted(count, 'debit') }]));
}

function signsRead({ signs, creditsMinus }: Understanding): string {
  if (creditsMinus !== undefined) return 'credits have a minus beside their side';
  return signs === 'signed' ? 'amounts as they stand' : 'credits written without a minus';
}

function signEvidence(u: Understanding): string {
  const { positive, negative, firstPositive, firstNegative } = u.signCounts;
  if (u.creditsMinus !== undefined) {
    const { count, line } = u.creditsMinus;
    return `${counted(count, 'credit')} of ${count} in the first rows, first on line ${line}, and no debit`;
  }
  if (positive + negative === 0) return 'no credit of a kind that tells';
  const parts = [];
  if (negative > 0) parts.push(`${counted(negative, 'credit is', 'credits are')} negative, first on line ${firstNegative}`);
  if (positive > 0) parts.push(`${counted(positive, 'credit is', 'credits are')} positive, first on line ${firstPositive}`);
  return parts.join('; ');
}
