// How is late interest shown? One row an item: since when it was due, what it cost in days and money, the indemnity in its own currency, and until when it can be claimed.

import type { Currency } from '../../core/currency.ts';
import { type Day, plusMonths } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { shared } from '../../core/shared.ts';
import { type Word, word } from '../../core/word.ts';
import { asTold } from '../../ledger/as-told.ts';
import { column, currencyAt, type Ledger } from '../../ledger/ledger.ts';
import type { InterestItem } from '../../measures/interest-item.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';
import { type Summed, totalsOf } from './sums-by-currency.ts';

export type InterestShown = {
  readonly ledger: Ledger;
  /** In the order of the report. */
  readonly items: readonly InterestItem[];
  /** What of a row's open amount is in dispute, minor units. */
  readonly disputed: (row: number) => number;
  /** Items that are paid, and not those that are open. */
  readonly arePaid: boolean;
};

const COLUMNS: readonly Column[] = [
  { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
  { key: 'law', head: word('Law', 'Droit'), kind: 'code', spare: 5 },
  { key: 'document', head: words.document, kind: 'text' },
  { key: 'due', head: words.due, kind: 'day' },
  { key: 'until', head: word('Until', 'Jusqu’au'), kind: 'day', spare: 3 },
  { key: 'days', head: word('Days', 'Jours'), kind: 'days' },
  { key: 'principal', head: word('Principal', 'Principal'), kind: 'money', spare: 2 },
  { key: 'interest', head: word('Interest', 'Intérêts'), kind: 'money' },
  { key: 'indemnity', head: word('Indemnity', 'Indemnité'), kind: 'money' },
  { key: 'indemnity_currency', head: word('In', 'En'), kind: 'text', spare: 4 },
  { key: 'total', head: words.total, kind: 'money' },
  { key: 'disputed', head: words.disputed, kind: 'money', spare: 6 },
  { key: 'late', head: word('Late', 'En retard'), kind: 'money', spare: 8 },
  { key: 'charged', head: word('Charged', 'Déjà facturé'), kind: 'money', spare: 8 },
  { key: 'limitation', head: word('Limitation', 'Prescription'), kind: 'day', spare: 9 },
  { key: 'verified', head: word('Rates verified', 'Taux vérifiés'), kind: 'flag', spare: 10 },
];

/** So that what was charged is known by its firm when it is read back; a ledger without entities has none. */
const ENTITY: Column = { key: 'entity', head: word('Entity', 'Entité'), kind: 'text', forMachines: true };

/** By customer as everywhere, then by due day, number and whatever else their postings say. */
export function orderedItems(ledger: Ledger, items: readonly InterestItem[]): InterestItem[] {
  const customers = Int32Array.from(items, ({ row }) => ledger.customer[row] as number);
  const order = defaultOrder(
    Array.from(customers, (customer) => ledger.customers.id(customer)),
    shared(Array.from(customers, (customer) => ledger.customers.nameOf(customer))),
    shared(items.map((item) => currencyOf(ledger, item))),
  );
  orderWithin(order, ledger, items, customers);
  // Made anew in the order in which they will be met: what lies far apart in memory takes a microsecond to find.
  return Array.from(order, (i) => ({ ...(items[i] as InterestItem) }));
}

/** Orders what stands together of each customer and currency. */
function orderWithin(order: Int32Array, ledger: Ledger, items: readonly InterestItem[], customers: Int32Array): void {
  const told = asTold(ledger);
  const due = Int32Array.from(items, (item) => item.due);
  const currencies = Int32Array.from(items, ({ row }) => ledger.currency[row] as number);
  const rowOf = (i: number): number => (items[i] as InterestItem).row;
  const byDue = (a: number, b: number): number => (due[a] as number) - (due[b] as number) || told(rowOf(a), rowOf(b)) || a - b;
  const isOther = (a: number, b: number): boolean => customers[a] !== customers[b] || currencies[a] !== currencies[b];
  let from = 0;
  for (let to = 1; to <= order.length; to++) {
    if (to < order.length && !isOther(order[from] as number, order[to] as number)) continue;
    order.subarray(from, to).sort(byDue);
    from = to;
  }
}

export function interestSection(shown: InterestShown): Section {
  const { ledger, items, arePaid } = shown;
  const names = items.map(({ row }) => ledger.customers.nameOf(ledger.customer[row] as number));
  const { customers, customer } = ledger;
  const hasEntities = customers.entities.some((entity) => entity !== '');
  const columns = [...whoColumns(ledger, items, names), ...COLUMNS, ...(hasEntities ? [ENTITY] : [])];
  const entityOf = ({ row }: InterestItem): Cell[] => (hasEntities ? [text(customers.entity(customer[row] as number))] : []);
  return {
    name: 'interest',
    title: arePaid ? word('Items paid late', 'Postes réglés en retard') : word('Items past their due day', 'Postes échus'),
    columns,
    rows: {
      count: items.length,
      at: (i) => [...cellsOf(shown, items[i] as InterestItem), ...entityOf(items[i] as InterestItem)],
    },
    totals: totalsOf(columns, summedOf(shown)),
    notes: notesOf(shown),
    headline: ['principal', 'interest', 'indemnity', 'total'],
  };
}

/** Of one customer, the account is named in its title: the columns leave room for the day until which it can be claimed. */
export function whoColumns(ledger: Ledger, items: readonly InterestItem[], names: readonly string[]): Column[] {
  const columns = customerColumns(names);
  return oneCustomer(ledger, items) === undefined ? columns : columns.map((one) => ({ ...one, forMachines: true }));
}

/** The name, or else the id, of the only customer there is; undefined for several. */
export function oneCustomer({ customer, customers }: Ledger, items: readonly InterestItem[]): string | undefined {
  const first = items[0] === undefined ? undefined : (customer[items[0].row] as number);
  if (first === undefined || items.some(({ row }) => customer[row] !== first)) return undefined;
  return customers.nameOf(first) || customers.id(first);
}

function cellsOf(shown: InterestShown, item: InterestItem): Cell[] {
  const { ledger } = shown;
  const { row, governed, due, until, days } = item;
  const currency = currencyOf(ledger, item);
  const money = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency });
  const { key, name, indemnity } = governed.law;
  const customer = ledger.customer[row] as number;
  return [
    ...[text(ledger.customers.id(customer)), text(ledger.customers.nameOf(customer)), text(currency)],
    { kind: 'code', key, word: name },
    text(column(ledger, 'document')?.at(row) ?? ''),
    { kind: 'day', day: due },
    until === undefined ? NONE : { kind: 'day', day: until },
    { kind: 'days', days },
    money(item.principal),
    money(item.interest),
    { kind: 'money', amount: minor(item.indemnity), currency: indemnity.currency },
    text(indemnity.currency),
    money(totalOf(item, currency)),
    money(disputedOf(shown, item)),
    money(item.late),
    money(item.charged.interest),
    limitationOf(item),
    { kind: 'flag', on: item.isVerified },
  ];
}

/** An indemnity in another currency is never added. */
export function totalOf({ principal, interest, indemnity, governed }: InterestItem, currency: Currency): number {
  return principal + interest + (governed.law.indemnity.currency === currency ? indemnity : 0);
}

/** A dispute of what came back lies on the part of it that was due first. */
export function disputedOf({ disputed }: InterestShown, { row, principal, openBefore }: InterestItem): number {
  return Math.min(Math.max(0, disputed(row) - openBefore), principal);
}

export function limitationOf({ due, governed: { law, debtor } }: InterestItem): Cell {
  const period = law.lapses?.(debtor);
  return period === undefined ? NONE : { kind: 'day', day: plusMonths(due, period.years * 12) as Day };
}

export function currencyOf(ledger: Ledger, { row }: InterestItem): Currency {
  return currencyAt(ledger, ledger.currency[row] as number);
}

function summedOf(shown: InterestShown): Summed[] {
  return shown.items.map((item) => {
    const currency = currencyOf(shown.ledger, item);
    const { principal, interest, late, charged } = item;
    const isForeign = item.governed.law.indemnity.currency !== currency;
    const amounts = { principal, interest, indemnity: isForeign ? 0 : item.indemnity, late, charged: charged.interest };
    return { currency, amounts: { ...amounts, total: totalOf(item, currency), disputed: disputedOf(shown, item) } };
  });
}

function notesOf({ ledger, items }: InterestShown): Word[] {
  const laws = [...new Map(items.map(({ governed: { law } }) => [law.key, law])).values()];
  const foreign = items.some((item) => item.indemnity > 0 && item.governed.law.indemnity.currency !== currencyOf(ledger, item));
  return [
    word(
      'Interest runs from the day after the due day, on what is unpaid including tax; each leg is rounded half up, and no VAT is added.',
      'Les intérêts courent du lendemain de l’échéance, sur le restant dû TTC ; chaque période est arrondie au plus proche, et il n’y a pas de TVA.',
    ),
    ...laws.flatMap(({ name, about }) =>
      about === undefined ? [] : [word(`${name.en}: ${about.en}.`, `${name.fr} : ${about.fr}.`)],
    ),
    ...(foreign
      ? [
          word(
            'An indemnity in another currency than its item is in no total.',
            'Une indemnité dans une autre devise que son poste n’entre dans aucun total.',
          ),
        ]
      : []),
  ];
}
