// What stands under a number? One row a posting or instalment: what it was of, how much of that is settled and open, and when and why it is due.
import { type Day, isoDay } from '../../core/day.ts';
import { type Word, word } from '../../core/word.ts';
import { column, documentDays } from '../../ledger/ledger.ts';
import type { ItemFlag } from '../../measures/age-detail.ts';
import type { Story } from '../../measures/story.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { bucketCell, FLAG_WORDS } from './age-detail.ts';
import { evidenceCell } from './evidence-cell.ts';
import { LAST_NOTICE_COLUMNS, lastNoticeCells } from './last-notice.ts';
import { dayCell, kindCell, moneyIn, originCells, originColumns, whoCells, whoColumns } from './story-cells.ts';
import { dueByWord, type Telling } from './story-sentences.ts';

const POSTING_COLUMNS: readonly Column[] = [
  { key: 'kind', head: words.kind, kind: 'code' },
  { key: 'document', head: words.document, kind: 'text', forMachines: true },
  { key: 'date', head: words.date, kind: 'day' },
  { key: 'posted', head: word('Posted', 'Comptabilisé'), kind: 'day', forMachines: true },
  { key: 'due', head: words.due, kind: 'day' },
  { key: 'due_by', head: word('Due by', 'Échéance selon'), kind: 'code', forMachines: true },
  { key: 'terms', head: word('Terms', 'Conditions'), kind: 'text', forMachines: true },
  { key: 'amount', head: words.amount, kind: 'money' },
  { key: 'settled', head: word('Settled', 'Soldé'), kind: 'money', spare: 2 },
  { key: 'open', head: words.open, kind: 'money' },
  { key: 'days_late', head: words.daysLate, kind: 'days', spare: 3 },
  { key: 'bucket', head: words.bucket, kind: 'code', spare: 4 },
  { key: 'disputed', head: words.disputed, kind: 'money', spare: 7 },
  { key: 'evidence', head: words.evidence, kind: 'code', forMachines: true },
  { key: 'flags', head: words.flags, kind: 'text', spare: 6 },
];

export function documentsSection(telling: Telling, list: readonly Story[]): Section {
  const { stories, request } = telling;
  const rows = list.flatMap((story) => story.postings.map((row) => ({ story, row })));
  const reminding = telling.remindedOf === undefined ? [] : LAST_NOTICE_COLUMNS.map((one) => ({ ...one, spare: 1 }));
  const columns = [...whoColumns(telling, list, false), ...POSTING_COLUMNS, ...originColumns(telling), ...reminding];
  const flagged = new Set(rows.flatMap(({ row }) => stories.detail.flags(row)));
  return {
    name: 'documents',
    title: word('Under this number', 'Sous ce numéro'),
    columns,
    rows: { count: rows.length, at: (i) => postingCells(telling, rows[i] as (typeof rows)[number]) },
    totals: totalsOf(telling, rows, columns),
    notes: [
      ...notesOf(list, isoDay(request.asOf), dayFor('fr', request.asOf)),
      ...(Object.keys(FLAG_WORDS) as ItemFlag[]).filter((flag) => flagged.has(flag)).map((flag) => FLAG_WORDS[flag]),
    ],
  };
}

function notesOf(list: readonly Story[], en: string, fr: string): Word[] {
  const customers = new Set(list.filter(({ carried }) => carried).map(({ customer }) => customer)).size;
  const notes: Word[] = [];
  if (customers > 1) {
    notes.push(
      word(
        `${customers} customers carry this number; --customer ID keeps one.`,
        `${customers} clients portent ce numéro ; --customer ID en retient un.`,
      ),
    );
  }
  if (customers === 0) {
    notes.push(
      word('No posting carries this number: it is only named.', 'Aucune écriture ne porte ce numéro : il n’est que désigné.'),
    );
  } else if (list.every(({ postings }) => postings.length === 0)) {
    notes.push(word(`Nothing of this number exists yet on ${en}.`, `Rien n’existe encore sous ce numéro au ${fr}.`));
  }
  return notes;
}

function postingCells(telling: Telling, { story, row }: { readonly story: Story; readonly row: number }): Cell[] {
  const { ledger, stories, request } = telling;
  const { detail } = stories;
  const money = moneyIn(story.currency);
  const open = detail.open[row] as number;
  const bucket = detail.bucket(row);
  const dueBy = stories.dueBy(row);
  return [
    ...whoCells(telling, story),
    kindCell(telling, row),
    text(column(ledger, 'document')?.at(row) ?? ''),
    dayCell(documentDays(ledger)[row] as Day),
    dayCell(ledger.day[row] as Day),
    dayCell(ledger.due[row] as Day),
    dueBy === 'none' ? NONE : { kind: 'code', key: dueBy, word: dueByWord(dueBy) },
    text(telling.terms(row)),
    money(stories.amount(row)),
    money(stories.amount(row) - open),
    money(open),
    open === 0 || request.buckets.list[bucket] === undefined ? NONE : { kind: 'days', days: detail.daysLate(row) },
    open === 0 ? NONE : bucketCell(request, bucket),
    money(detail.disputed(row)),
    evidenceCell(detail.evidence(row)),
    text(detail.flags(row).join(' ')),
    ...originCells(telling, row),
    ...(telling.remindedOf === undefined ? [] : lastNoticeCells(telling.remindedOf(row))),
  ];
}

function totalsOf(
  { stories }: Telling,
  rows: readonly { readonly story: Story; readonly row: number }[],
  columns: readonly Column[],
): Section['totals'] {
  return [...new Set(rows.map(({ story }) => story.currency))].sort().map((currency) => {
    const own = rows.filter(({ story }) => story.currency === currency).map(({ row }) => row);
    const sum = (of: (row: number) => number): Cell => moneyIn(currency)(own.reduce((total, row) => total + of(row), 0));
    const open = (row: number): number => stories.detail.open[row] as number;
    const totals: { readonly [key: string]: Cell } = {
      currency: text(currency),
      amount: sum(stories.amount),
      settled: sum((row) => stories.amount(row) - open(row)),
      open: sum(open),
      disputed: sum(stories.detail.disputed),
    };
    return { currency, cells: columns.map(({ key }) => totals[key] ?? NONE) };
  });
}
