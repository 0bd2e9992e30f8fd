// How is an exposure shown? The columns of the contract (`ar exposure`), totals by currency, and what the figures mean.
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import { shared } from '../../core/shared.ts';
import { type Word, word } from '../../core/word.ts';
import type { Exposure } from '../../measures/exposure.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';
import { ACTION_WORDS, actionOf, PART_WORDS, reasonCell, STATUS_WORDS } from './exposure-reasons.ts';

/** Amounts that every customer has: they add up, by currency. */
type Added = { readonly column: Column; readonly of: (one: Exposure) => number };

const money = (key: string, head: Word, spare: number, of: Added['of']): Added => ({
  column: { key, head, kind: 'money', spare },
  of,
});

const BEFORE_LIMIT: readonly Added[] = [
  money('balance', PART_WORDS.balance, 5, ({ position }) => position.balance),
  money('bills', PART_WORDS.bills, 5, ({ position }) => position.bills),
  money('discounted_bills', PART_WORDS.discounted_bills, 5, ({ position }) => position.discountedBills),
  money('unbilled', PART_WORDS.unbilled, 5, ({ position }) => position.unbilled),
  money('orders', PART_WORDS.orders, 5, ({ position }) => position.orders),
  money('exposure', word('Exposure', 'Encours'), 0, ({ exposure }) => exposure),
  money('deposits', word('Deposits', 'Acomptes'), 5, ({ position }) => position.deposits),
  money('gross_risk', word('Gross risk', 'Risque brut'), 11, ({ grossRisk }) => grossRisk),
  money('covered', word('Covered', 'Couvert'), 4, ({ cover }) => cover.covered),
  money('net_risk', word('Net risk', 'Risque net'), 2, ({ netRisk }) => netRisk),
];

const AFTER_LIMIT: readonly Added[] = [
  money('overdue', words.overdue, 9, ({ position }) => position.overdue),
  money('disputed', words.disputed, 12, ({ position }) => position.disputed),
];

const LIMIT: readonly Column[] = [
  { key: 'limit', head: word('Limit', 'Plafond'), kind: 'money' },
  { key: 'available', head: word('Available', 'Disponible'), kind: 'money', spare: 8 },
  { key: 'usage', head: word('Usage', 'Utilisé'), kind: 'percent' },
];

const JUDGED: readonly Column[] = [
  { key: 'oldest_days_late', head: words.oldest, kind: 'days', spare: 10 },
  { key: 'status', head: word('Status', 'Statut'), kind: 'code' },
  // People read them as sentences, in the section of those who need attention.
  { key: 'reason', head: word('Reason', 'Motif'), kind: 'code', forMachines: true },
  { key: 'action', head: word('What to do', 'À faire'), kind: 'code', forMachines: true },
];

/** In the order in which rows stand everywhere. */
export function orderedExposures(rows: readonly Exposure[]): Exposure[] {
  const order = defaultOrder(
    rows.map(({ position }) => position.id),
    shared(rows.map(({ position }) => position.name)),
    shared(rows.map(({ position }) => position.currency)),
  );
  return Array.from(order, (i) => rows[i] as Exposure);
}

export function exposureSection(
  rows: readonly Exposure[],
  title: Word,
  compared: Compared | undefined,
  notes: readonly Word[],
): Section {
  const more = compared === undefined ? [] : comparedColumns(compared);
  const added = [...BEFORE_LIMIT, ...AFTER_LIMIT, ...more];
  const columns = [
    ...customerColumns(rows.map(({ position }) => position.name)),
    { key: 'currency', head: words.currency, kind: 'text', spare: 1 } as const,
    ...BEFORE_LIMIT.map(({ column }) => column),
    ...LIMIT,
    ...AFTER_LIMIT.map(({ column }) => column),
    ...JUDGED,
    ...more.map(({ column }) => column),
    ...(compared === undefined ? [] : [STATUS_BEFORE]),
  ];
  return {
    name: 'exposure',
    title,
    columns,
    rows: { count: rows.length, at: (i) => cellsOf(rows[i] as Exposure, more, compared) },
    totals: totalsOf(rows, columns, added),
    quiet: (i) => isQuiet(rows[i] as Exposure, added),
    quietAs: word('without any exposure', 'sans encours'),
    notes,
    headline: ['exposure', 'covered', 'net_risk', 'overdue'],
    chart: {
      kind: 'against',
      title: word('Exposure against limit', 'Encours et plafond'),
      names: ['name', 'customer'],
      value: 'exposure',
      bound: 'limit',
    },
  };
}

/** What the same customers came to on another day; a customer who had nothing has no entry. */
type Compared = { readonly of: (one: Exposure) => Exposure | undefined };

function comparedColumns({ of }: Compared): Added[] {
  const figures = [
    ['exposure', word('Exposure', 'Encours'), (one: Exposure) => one.exposure],
    ['net_risk', word('Net risk', 'Risque net'), (one: Exposure) => one.netRisk],
    ['overdue', words.overdue, (one: Exposure) => one.position.overdue],
  ] as const;
  const before = (one: Exposure, figure: (one: Exposure) => number): number => {
    const other = of(one);
    return other === undefined ? 0 : figure(other);
  };
  const spare = (key: string): number => (key === 'exposure' ? 1 : 7);
  return [
    ...figures.map(([key, head, figure]) =>
      money(`compare_${key}`, word(`${head.en} compared`, `${head.fr} comparé`), spare(key), (one) => before(one, figure)),
    ),
    ...figures.map(([key, head, figure]) =>
      money(
        `change_${key}`,
        word(`Change ${head.en.toLowerCase()}`, `Variation ${head.fr.toLowerCase()}`),
        spare(key),
        (one) => figure(one) - before(one, figure),
      ),
    ),
  ];
}

const STATUS_BEFORE: Column = { key: 'compare_status', head: word('Status compared', 'Statut comparé'), kind: 'code', spare: 7 };

function cellsOf(one: Exposure, more: readonly Added[], compared: Compared | undefined): Cell[] {
  const { position, limit, exposure, status } = one;
  const { currency } = position;
  const amount = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency });
  const action = actionOf(one);
  const before = compared?.of(one)?.status;
  return [
    ...[text(position.id), text(position.name), text(currency)],
    ...BEFORE_LIMIT.map(({ of }) => amount(of(one))),
    ...(limit === undefined ? [NONE, NONE] : [amount(limit), amount(limit - exposure)]),
    usageOf(exposure, limit),
    ...AFTER_LIMIT.map(({ of }) => amount(of(one))),
    position.oldestDaysLate === 0 ? NONE : { kind: 'days', days: position.oldestDaysLate },
    { kind: 'code', key: status, word: STATUS_WORDS[status] },
    reasonCell(one),
    action === 'none' ? NONE : { kind: 'code', key: action, word: ACTION_WORDS[action] },
    ...more.map(({ of }) => amount(of(one))),
    ...(compared === undefined
      ? []
      : [before === undefined ? NONE : ({ kind: 'code', key: before, word: STATUS_WORDS[before] } as const)]),
  ];
}

/** Of a limit of nothing, nothing is a share. */
export function usageOf(exposure: number, limit: number | undefined): Cell {
  return limit === undefined || limit === 0 ? NONE : { kind: 'percent', share: exposure / limit };
}

function isQuiet(one: Exposure, added: readonly Added[]): boolean {
  return added.every(({ of }) => of(one) === 0);
}

/** Limits are no amounts that add up: what one customer leaves unused is no other's. */
function totalsOf(rows: readonly Exposure[], columns: readonly Column[], added: readonly Added[]): Section['totals'] {
  const sums = new Map<Currency, number[]>();
  for (const one of rows) {
    const { currency } = one.position;
    const of = sums.get(currency) ?? added.map(() => 0);
    sums.set(currency, of);
    added.forEach((figure, i) => {
      of[i] = (of[i] as number) + figure.of(one);
    });
  }
  const at = new Map(added.map(({ column }, i) => [column.key, i]));
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, of]) => ({
      currency,
      cells: columns.map(({ key }): Cell => {
        if (key === 'currency') return text(currency);
        const i = at.get(key);
        return i === undefined ? NONE : { kind: 'money', amount: minor(of[i] as number), currency };
      }),
    }));
}
