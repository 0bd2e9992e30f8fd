// How are the items of an aged balance shown? One row an item, with the bucket it is in, what settled part of it, and flags.
import { type Day, NO_DAY } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import { kindOf } from '../../ledger/kind.ts';
import { currencyAt, documentDays, type Ledger, numberOf } from '../../ledger/ledger.ts';
import type { AgeRequest } from '../../measures/age.ts';
import type { AgeDetail, ItemFlag } from '../../measures/age-detail.ts';
import type { Reminded } from '../../measures/dunning/notice.ts';
import { words } from '../../text/words.ts';
import { itemOrder } from '../item-order.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns, rules } from './age.ts';
import { evidenceCell } from './evidence-cell.ts';
import { LAST_NOTICE_COLUMNS, lastNoticeCells } from './last-notice.ts';

const ITEM_COLUMNS: readonly Column[] = [
  { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
  { key: 'kind', head: words.kind, kind: 'code', spare: 4 },
  { key: 'document', head: words.document, kind: 'text' },
  { key: 'date', head: words.date, kind: 'day', spare: 5 },
  { key: 'due', head: words.due, kind: 'day', spare: 2 },
  { key: 'days_late', head: words.daysLate, kind: 'days' },
  { key: 'amount', head: words.amount, kind: 'money', spare: 3 },
  { key: 'open', head: words.open, kind: 'money' },
  { key: 'bucket', head: words.bucket, kind: 'code', spare: 2 },
  { key: 'disputed', head: words.disputed, kind: 'money', spare: 6 },
  { key: 'evidence', head: words.evidence, kind: 'code', spare: 8 },
  { key: 'flags', head: words.flags, kind: 'text', spare: 8 },
];

/** `remindedOf`: how far each item has been reminded, where a history was given. */
export function ageDetailSection(
  ledger: Ledger,
  detail: AgeDetail,
  request: AgeRequest,
  remindedOf: ((row: number) => Reminded | undefined) | undefined,
  notes: readonly Word[],
): Section {
  const dates = documentDays(ledger);
  const order = itemOrder(ledger, detail);
  const names = order.map((row) => ledger.customers.nameOf(ledger.customer[row] as number));
  const reminding = remindedOf === undefined ? [] : LAST_NOTICE_COLUMNS;
  const columns = [...customerColumns(names), ...ITEM_COLUMNS, ...reminding];
  const more = (row: number): readonly Cell[] => (remindedOf === undefined ? [] : lastNoticeCells(remindedOf(row)));
  return {
    name: 'items',
    title: word('Open items', 'Postes ouverts'),
    columns,
    rows: {
      count: order.length,
      at: (i) => {
        const row = order[i] as number;
        return [...cellsOf(ledger, detail, request, dates, row), ...more(row)];
      },
    },
    totals: totalsOf(ledger, detail, request, order, columns),
    notes: [...rules(request), ...flagsOf(detail).map((flag) => FLAG_WORDS[flag]), ...notes],
  };
}

function cellsOf(ledger: Ledger, detail: AgeDetail, request: AgeRequest, dates: Int32Array, row: number): Cell[] {
  const currency = request.inBase ? ledger.bookCurrency : currencyAt(ledger, ledger.currency[row] as number);
  const amount = request.inBase ? (ledger.columns.base?.[row] as number) : (ledger.amount[row] as number);
  const money = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency });
  const due = ledger.due[row] as number;
  const bucket = detail.bucket(row);
  const kind = kindOf(ledger.kind[row] as number);
  const customer = ledger.customer[row] as number;
  const disputed = detail.disputed(row);
  return [
    text(ledger.customers.id(customer)),
    text(ledger.customers.nameOf(customer)),
    text(currency),
    { kind: 'code', key: kind.key, word: kind.label },
    text(numberOf(ledger, row)),
    { kind: 'day', day: dates[row] as Day },
    due === NO_DAY ? NONE : { kind: 'day', day: due as Day },
    request.buckets.list[bucket] === undefined ? NONE : { kind: 'days', days: detail.daysLate(row) },
    money(amount),
    money(detail.open[row] as number),
    bucketCell(request, bucket),
    money(disputed),
    evidenceCell(detail.evidence(row)),
    text(detail.flags(row).join(' ')),
  ];
}

export function bucketCell(request: AgeRequest, bucket: number): Cell {
  const found = request.buckets.list[bucket];
  return found === undefined
    ? { kind: 'code', key: 'unallocated', word: words.unallocated }
    : { kind: 'code', key: found.key, word: found.label };
}

function flagsOf(detail: AgeDetail): ItemFlag[] {
  const found = new Set<ItemFlag>();
  for (const row of detail.rows) for (const flag of detail.flags(row)) found.add(flag);
  return (Object.keys(FLAG_WORDS) as ItemFlag[]).filter((flag) => found.has(flag));
}

function totalsOf(
  ledger: Ledger,
  detail: AgeDetail,
  request: AgeRequest,
  rows: readonly number[],
  columns: readonly Column[],
): Section['totals'] {
  const currencyOf = (row: number) => (request.inBase ? ledger.bookCurrency : currencyAt(ledger, ledger.currency[row] as number));
  const currencies = [...new Set(rows.map(currencyOf))].sort();
  return currencies.map((currency) => {
    const own = rows.filter((row) => currencyOf(row) === currency);
    const sum = (of: (row: number) => number): Cell => ({
      kind: 'money',
      amount: minor(own.reduce((total, row) => total + of(row), 0)),
      currency,
    });
    const totals: { readonly [key: string]: Cell } = {
      currency: text(currency),
      open: sum((row) => detail.open[row] as number),
      disputed: sum(detail.disputed),
    };
    return { currency, cells: columns.map((column) => totals[column.key] ?? NONE) };
  });
}

/** What each flag means; said under the items when one of them carries it. */
export const FLAG_WORDS: { readonly [flag in ItemFlag]: Word } = {
  no_due: word('no_due: no due day, aged from the document’s', 'no_due : sans échéance, âge compté depuis la pièce'),
  age_unreliable: word(
    'age_unreliable: an opening that lost the days of what it stands for',
    'age_unreliable : à-nouveau qui a perdu les dates de ce qu’il reprend',
  ),
  duplicate: word('duplicate: another row says the same', 'duplicate : une autre ligne dit la même chose'),
  overpaid: word(
    'overpaid: its columns say more was paid than its amount',
    'overpaid : ses colonnes indiquent plus de règlements que son montant',
  ),
  undated: word('undated: settled by a column that does not say when', 'undated : soldé par une colonne qui ne dit pas quand'),
};
