// How are write-downs shown? One row a customer, currency and method, or one a claim: what is required, what is there, what moves, and what tax law adds back.
import type { Currency } from '../../core/currency.ts';
import { type Day, NO_DAY } from '../../core/day.ts';
import { type Fraction, rounded } from '../../core/fraction.ts';
import { minor } from '../../core/money.ts';
import { shared } from '../../core/shared.ts';
import { type Lang, type Word, word } from '../../core/word.ts';
import { type Ledger, numberOf } from '../../ledger/ledger.ts';
import type { WriteDown, WrittenDown } from '../../measures/provision/write-down.ts';
import type { ProvisionPolicy } from '../../policy/provision.ts';
import { visible } from '../../text/visible.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';
import { CONDITION_WORDS, codesCell, methodCell } from './provision-words.ts';

/** A row of the report: of all claims of a customer and method, or of one. */
type Shown = {
  readonly of: WriteDown;
  readonly item: WrittenDown | undefined;
};

/** In the order in which rows stand everywhere; the methods of a customer as they are. */
export function orderedWriteDowns(rows: readonly WriteDown[]): WriteDown[] {
  const order = defaultOrder(
    rows.map(({ id }) => id),
    shared(rows.map(({ name }) => name)),
    shared(rows.map(({ currency }) => currency)),
  );
  return Array.from(order, (i) => rows[i] as WriteDown);
}

export function provisionSection(
  rows: readonly WriteDown[],
  title: Word,
  { ledger, policy, byItem }: { readonly ledger: Ledger; readonly policy: ProvisionPolicy; readonly byItem: boolean },
  notes: readonly Word[],
): Section {
  const shown: Shown[] = rows.flatMap((of): Shown[] =>
    byItem && of.items.length > 0 ? of.items.map((item) => ({ of, item })) : [{ of, item: undefined }],
  );
  const columns = columnsOf(rows, ledger, policy, byItem);
  return {
    name: 'provision',
    title,
    columns: columns.map(({ at: _, ...column }) => column),
    rows: { count: shown.length, at: (i) => columns.map((column) => column.at(shown[i] as Shown)) },
    totals: totalsOf(rows, columns),
    notes,
    headline: ['open', 'required', 'existing', 'movement'],
  };
}

type ShownColumn = Column & { readonly at: (shown: Shown) => Cell };

const money = (key: string, head: Word, spare: number, of: (shown: Shown) => number): ShownColumn => ({
  ...{ key, head, kind: 'money', spare },
  at: (shown) => ({ kind: 'money', amount: minor(of(shown)), currency: shown.of.currency }),
});

function columnsOf(rows: readonly WriteDown[], ledger: Ledger, policy: ProvisionPolicy, byItem: boolean): ShownColumn[] {
  const [customer, name] = customerColumns(rows.map((row) => row.name)) as [Column, Column];
  return [
    { ...customer, at: ({ of }) => text(of.id) },
    { ...name, at: ({ of }) => text(of.name) },
    { key: 'currency', head: words.currency, kind: 'text', spare: 1, at: ({ of }) => text(of.currency) },
    {
      key: 'method',
      head: word('Method', 'Méthode'),
      kind: 'code',
      spare: byItem ? 6 : 3,
      at: ({ of }) => methodCell(of.method),
    },
    {
      key: 'reason',
      head: word('Reason', 'Motif'),
      kind: 'text',
      flow: 'wrap',
      spare: byItem ? 7 : 4,
      at: (shown) => reasonOf(shown, policy),
    },
    ...(byItem ? itemColumns(ledger) : []),
    money('open', words.open, 2, ({ of, item }) => item?.left ?? of.open),
    money('base', word('Base', 'Base'), 1, ({ of, item }) => item?.base ?? of.base),
    { key: 'rate', head: word('Rate', 'Taux'), kind: 'percent', at: rateCell },
    money('required', word('Required', 'Requis'), 0, ({ of, item }) => item?.required ?? of.required),
    money('existing', word('Existing', 'Existant'), 1, ({ of, item }) => item?.existing ?? of.existing),
    money('movement', word('Movement', 'Mouvement'), 0, ({ of, item }) => movementOf(item ?? of)),
    { key: 'add_back', head: word('Added back', 'À réintégrer'), kind: 'money', spare: 5, at: addBackCell },
    {
      ...{ key: 'condition', head: word('Condition that fails', 'Condition non remplie'), kind: 'code', flow: 'wrap', spare: 6 },
      at: ({ of, item }) =>
        codesCell(item === undefined ? of.conditions : [item.condition].filter((one) => one !== undefined), CONDITION_WORDS),
    },
  ];
}

export function movementOf({ required, existing }: { readonly required: number; readonly existing: number }): number {
  return required - existing;
}

function itemColumns(ledger: Ledger): ShownColumn[] {
  const dayCell = (day: Day): Cell => (day === NO_DAY ? NONE : { kind: 'day', day });
  const of = (cell: (item: WrittenDown) => Cell) => (shown: Shown) => (shown.item === undefined ? NONE : cell(shown.item));
  const part = (key: string, head: Word, amount: (item: WrittenDown) => number): ShownColumn => ({
    ...{ key, head, kind: 'money', spare: 4 },
    at: ({ of: { currency }, item }) => (item === undefined ? NONE : { kind: 'money', amount: minor(amount(item)), currency }),
  });
  return [
    { key: 'document', head: words.document, kind: 'text', at: of(({ row }) => text(numberOf(ledger, row))) },
    { key: 'due', head: words.due, kind: 'day', spare: 3, at: of(({ row }) => dayCell(ledger.due[row] as Day)) },
    { key: 'days_late', head: words.daysLate, kind: 'days', spare: 2, at: of(({ daysLate: days }) => ({ kind: 'days', days })) },
    part('credits', word('Credits', 'Crédits'), ({ open, left }) => left - open),
    part('tax', word('Tax', 'TVA'), ({ tax }) => tax),
    part('covered', word('Covered', 'Couvert'), ({ covered }) => covered),
  ];
}

/** What was decided, in its own words; of a matrix, the segments and buckets its claims are in, by their keys for machines and in words for people. */
function reasonOf({ of, item }: Shown, { matrix }: ProvisionPolicy): Cell {
  const items = item === undefined ? of.items : [item];
  if (of.method === 'specific') return text([...new Set(items.map(({ decision }) => decision?.reason ?? ''))].join('; '));
  const places = [...new Set(items.map(({ bucket }) => bucket))].sort((a, b) => a - b);
  const list = places.flatMap((bucket) => matrix?.buckets.list[bucket] ?? []);
  const segments = [...new Set(items.map(({ segment }) => segment))].filter((one) => one !== '');
  if (segments.length + list.length === 0) return NONE;
  const said = (lang: Lang): string => [...segments.map(visible), ...list.map(({ label }) => label[lang])].join(', ');
  return { kind: 'code', key: [...segments, ...list.map(({ key }) => key)].join(' '), word: word(said('en'), said('fr')) };
}

/** Of one claim that of its decision or bucket; of several with different rates what they come to. */
function rateCell({ of, item }: Shown): Cell {
  const share = (rate: Fraction): Cell => ({ kind: 'percent', share: rounded(rate, 6), decimals: 4 });
  if (item !== undefined) return share(item.rate);
  const [first] = of.items;
  if (first === undefined) return { kind: 'percent', share: 0 };
  const isOne = of.items.every(({ rate }) => rate.numerator * first.rate.denominator === first.rate.numerator * rate.denominator);
  if (isOne) return share(first.rate);
  return of.base === 0 ? NONE : share({ numerator: BigInt(of.required), denominator: BigInt(of.base) });
}

/** Absent where nothing is added back. */
function addBackCell({ of, item }: Shown): Cell {
  const amount = item === undefined ? of.addBack : item.condition === undefined ? 0 : item.required;
  return amount === 0 ? NONE : { kind: 'money', amount: minor(amount), currency: of.currency };
}

const SUMMED = ['open', 'base', 'required', 'existing', 'movement', 'add_back'] as const;

function totalsOf(rows: readonly WriteDown[], columns: readonly Column[]): Section['totals'] {
  return [...new Set(rows.map(({ currency }) => currency))].sort().map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const sums = sumsOf(own, currency);
    return { currency, cells: columns.map(({ key }) => (key === 'currency' ? text(currency) : (sums.get(key) ?? NONE))) };
  });
}

function sumsOf(rows: readonly WriteDown[], currency: Currency): ReadonlyMap<string, Cell> {
  const value = (row: WriteDown, key: (typeof SUMMED)[number]): number => {
    if (key === 'movement') return movementOf(row);
    return key === 'add_back' ? row.addBack : row[key];
  };
  return new Map(
    SUMMED.map((key) => [
      key,
      { kind: 'money', amount: minor(rows.reduce((sum, row) => sum + value(row, key), 0)), currency } as const,
    ]),
  );
}
