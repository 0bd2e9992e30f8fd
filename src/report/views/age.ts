// How is an aged balance shown? The columns of the contract (`ar age`), totals by currency, and the rule that was applied.
import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { disarmed } from '../../core/formula.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { AgedBalance, AgeRequest, Credits } from '../../measures/age.ts';
import type { ComparedBalance } from '../../measures/compare.ts';
import type { Groups } from '../../measures/grouping.ts';
import { dayFor } from '../../text/days.ts';
import { visible } from '../../text/visible.ts';
import { words } from '../../text/words.ts';
import { areAllNamed, groupOrder } from '../group-order.ts';
import { type PlainColumn, type PlainRows, rowsOf } from '../plain.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';

type SumColumn = { readonly column: Column; readonly sums: Float64Array };

/**
 * `keep` filters slots (`--overdue-only`). `notes` stand behind the rules: whoever adds them to a copy of the section has its totals added up, which
 * csv does not show.
 */
export function ageSection(
  balance: AgedBalance | ComparedBalance,
  request: AgeRequest,
  compareDay: Day | undefined,
  keep: ((slot: number) => boolean) | undefined,
  notes: readonly Word[],
): Section {
  const sums = sumColumns(balance, request, compareDay);
  const { grouped, oldestDaysLate } = balance;
  const heads = groupColumns(request.groupBy, namesOf(grouped));
  const order = groupOrder(grouped);
  const plain: PlainRows = {
    order: keep === undefined ? order : order.filter(keep),
    memberOf: grouped.memberOf,
    columns: [
      ...memberValues(request.groupBy, grouped),
      { kind: 'currency' },
      ...sums.map(({ sums: amounts }): PlainColumn => ({ kind: 'money', amounts })),
      { kind: 'days', days: oldestDaysLate },
    ],
    currencies: grouped.currencies,
    currencyOf: grouped.currencyOf,
  };
  let totals: Section['totals'] | undefined;
  const slotAt = (i: number): number => plain.order[i] as number;
  return {
    name: 'age',
    title: titleOf(request),
    columns: [
      ...heads,
      ...sums.map(({ column }) => column),
      { key: 'oldest_days_late', head: words.oldest, kind: 'days', spare: 3 },
    ],
    rows: rowsOf(plain),
    // csv and tsv show no totals: they are added up when they are asked for.
    get totals() {
      totals ??= totalsOf(plain, heads.length);
      return totals;
    },
    quiet: (i) => sums.every(({ sums: values }) => values[slotAt(i)] === 0) && oldestDaysLate[slotAt(i)] === 0,
    notes: [...rules(request), ...notes],
    headline: ['total', 'overdue', 'disputed'],
    chart: {
      kind: 'stacked',
      title: word('Largest balances by age', 'Principaux soldes par ancienneté'),
      names: heads
        .map(({ key }) => key)
        .filter((key) => key !== 'currency')
        .reverse(),
      whole: 'total',
      parts: [
        ...request.buckets.list.map(({ key }) => ({ key, tone: key.startsWith('d') ? 'late' : 'calm' }) as const),
        { key: 'unallocated', tone: 'credit' },
      ],
    },
  };
}

function sumColumns(balance: AgedBalance | ComparedBalance, request: AgeRequest, compareDay: Day | undefined): SumColumn[] {
  const money = (key: string, head: Word, sums: Float64Array, spare = 0): SumColumn => ({
    column: { key, head, kind: 'money', spare },
    sums,
  });
  const list = [
    ...request.buckets.list.map((bucket, b) => money(bucket.key, bucket.label, balance.buckets[b] as Float64Array)),
    money('unallocated', words.unallocated, balance.unallocated),
    money('total', words.total, balance.total),
    money('overdue', words.overdue, balance.overdue, 4),
    money('disputed', words.disputed, balance.disputed, 5),
  ];
  if ('before' in balance && compareDay !== undefined) {
    const on = (what: Word): Word => word(`${what.en} ${isoDay(compareDay)}`, `${what.fr} ${dayFor('fr', compareDay)}`);
    const change = (now: Float64Array, before: Float64Array): Float64Array =>
      now.map((amount, slot) => amount - (before[slot] as number));
    list.push(
      money('compare_total', on(words.total), balance.before.total, 2),
      money('compare_overdue', on(words.overdue), balance.before.overdue, 2),
      money('change_total', word('Change', 'Variation'), change(balance.total, balance.before.total), 1),
      money('change_overdue', word('Change overdue', 'Variation échu'), change(balance.overdue, balance.before.overdue), 2),
    );
  }
  return list;
}

/** What the columns before the figures are: who, and in which currency. */
export function groupColumns(by: AgeRequest['groupBy'], told: NamesTold): Column[] {
  const currency: Column = { key: 'currency', head: words.currency, kind: 'text', spare: 1 };
  if (by === 'customer') return [...whoseColumns(told), currency];
  return [{ key: by, head: GROUP_WORDS[by] ?? headingOf(by), kind: by === 'kind' ? 'code' : 'text', flow: 'cut' }, currency];
}

/** Id and name of a customer, from the names there are. */
export function customerColumns(names: readonly string[]): Column[] {
  return whoseColumns(namesTold(names));
}

/** Have all a name, or none? */
type NamesTold = { readonly all: boolean; readonly none: boolean };

export function namesTold(names: readonly string[]): NamesTold {
  return { all: names.every((name) => name !== ''), none: names.every((name) => name === '') };
}

function namesOf({ memberOf, members: { names } }: Groups): NamesTold {
  return {
    all: areAllNamed(memberOf, names),
    none: memberOf.every((member) => names.texts[names.codes[member] as number] === ''),
  };
}

/** In a narrow table the name stands for the id, unless a customer has none. */
function whoseColumns({ all, none }: NamesTold): Column[] {
  return [
    { key: 'customer', head: words.customer, kind: 'text', flow: 'cut', spare: all ? 6 : 0 },
    { key: 'name', head: words.name, kind: 'text', flow: 'cut', spare: none ? 9 : 0 },
  ];
}

/** Columns of the register are called what its headings say, which the user's file chose: nothing in it runs or repaints a terminal. */
function headingOf(by: string): Word {
  const shown = visible(disarmed(by));
  return word(shown, shown);
}

const GROUP_WORDS: { readonly [by: string]: Word } = {
  customer: words.customer,
  kind: words.kind,
  account: word('Account', 'Compte'),
  journal: word('Journal', 'Journal'),
  status: word('Status', 'Statut'),
  collector: word('Collector', 'Chargé de recouvrement'),
  group: word('Group', 'Groupe'),
  country: word('Country', 'Pays'),
  entity: word('Entity', 'Entité'),
  payment_mode: word('Payment mode', 'Mode de règlement'),
  assigned_to: word('Assigned to', 'Cédé à'),
  terms: word('Terms', 'Conditions'),
};

/** What the columns before the currency hold. */
function memberValues(by: AgeRequest['groupBy'], { members: { ids, names, labels } }: Groups): PlainColumn[] {
  if (labels !== undefined) return [{ kind: 'code', texts: ids, words: labels }];
  return [{ kind: 'text', texts: ids }, ...(by === 'customer' ? [{ kind: 'shared', ...names } as const] : [])];
}

/** What each column adds up to in each currency that is shown, and the largest number of days. */
function totalsOf(rows: PlainRows, heads: number): Section['totals'] {
  const { currencies, columns } = rows;
  const shown = new Uint8Array(currencies.length);
  for (const slot of rows.order) shown[rows.currencyOf[slot] as number] = 1;
  const totals = columns.map((column) => {
    if (column.kind === 'money') return sumsOf(column.amounts, rows);
    return column.kind === 'days' ? largestOf(column.days, rows) : undefined;
  });
  const cellOf = (c: number, total: number, currency: Currency): Cell => {
    const { kind } = columns[c] as PlainColumn;
    if (c === heads - 1) return text(currency);
    if (kind === 'money') return { kind: 'money', amount: minor(total), currency };
    return kind === 'days' && total > 0 ? { kind: 'days', days: total } : NONE;
  };
  return currencies
    .flatMap((currency, code) => {
      if (shown[code] === 0) return [];
      return [{ currency, cells: columns.map((_, c) => cellOf(c, totals[c]?.[code] ?? 0, currency)) }];
    })
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function sumsOf(amounts: Float64Array, { order, currencies, currencyOf }: PlainRows): Float64Array {
  const sums = new Float64Array(currencies.length);
  for (let i = 0; i < order.length; i++) {
    const slot = order[i] as number;
    const code = currencyOf[slot] as number;
    sums[code] = (sums[code] as number) + (amounts[slot] as number);
  }
  return sums;
}

function largestOf(days: Int32Array, { order, currencies, currencyOf }: PlainRows): Int32Array {
  const largest = new Int32Array(currencies.length);
  for (const slot of order) {
    const code = currencyOf[slot] as number;
    largest[code] = Math.max(largest[code] as number, days[slot] as number);
  }
  return largest;
}

function titleOf(request: AgeRequest): Word {
  return word(`Aged balance as of ${isoDay(request.asOf)}`, `Balance âgée au ${dayFor('fr', request.asOf)}`);
}

const CREDIT_RULES: { readonly [credits in Credits]: Word } = {
  separate: word(
    'Credits that nothing allocates stand in Unallocated, outside the buckets.',
    'Les crédits que rien n’affecte figurent en Non affecté, hors des tranches.',
  ),
  oldest: word(
    'Credits that nothing allocates are set against the oldest due debits of the same customer and currency (--credits oldest).',
    'Les crédits que rien n’affecte sont imputés sur les débits les plus anciennement échus du client et de la devise (--credits oldest).',
  ),
  'in-place': word(
    'Credits that nothing allocates stand in the bucket of their own day (--credits in-place).',
    'Les crédits que rien n’affecte figurent dans la tranche de leur propre date (--credits in-place).',
  ),
};

/** The rule stands next to the figures: boundary days differ between products. */
export function rules(request: AgeRequest): Word[] {
  const ageing =
    request.buckets.ageBy === 'due'
      ? word(
          'Days late = as-of day − due day; 0 or less is not due; both ends of a bucket are inside it.',
          'Retard = date d’arrêté − échéance ; 0 ou moins : non échu ; les deux bornes d’une tranche en font partie.',
        )
      : word(
          'Days count from the day of the document (--age-by date); both ends of a bucket are inside it. Overdue still counts from the due day.',
          'Les jours comptent depuis la date de la pièce (--age-by date) ; les deux bornes d’une tranche en font partie. L’échu compte toujours depuis l’échéance.',
        );
  return [ageing, CREDIT_RULES[request.credits]];
}
