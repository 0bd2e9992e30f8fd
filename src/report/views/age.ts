// How is an aged balance shown? The columns of the contract (`ar age`), totals by currency, and the rule that was applied.
import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { AgedBalance, AgeRequest, Credits } from '../../measures/age.ts';
import type { ComparedBalance } from '../../measures/compare.ts';
import type { Group } from '../../measures/grouping.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../order.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';

type SumColumn = { readonly column: Column; readonly sums: Float64Array };

/** `keep` filters slots (`--overdue-only`). */
export function ageSection(
  balance: AgedBalance | ComparedBalance,
  request: AgeRequest,
  compareDay: Day | undefined,
  keep: (slot: number) => boolean,
): Section {
  const sums = sumColumns(balance, request, compareDay);
  const heads = groupColumns(request.groupBy, balance.groups);
  const columns: Column[] = [...heads, ...sums.map((s) => s.column)];
  columns.push({ key: 'oldest_days_late', head: words.oldest, kind: 'days', spare: 3 });
  const order = defaultOrder(balance.groups).filter(keep);
  const slotAt = (i: number): number => order[i] as number;
  const amounts = sums.map((s) => s.sums);
  // Most cells of an aged balance hold nothing: one a currency serves them all.
  const nothing = new Map<Currency, Cell>();
  const nothingIn = (currency: Currency): Cell => {
    const cell: Cell = nothing.get(currency) ?? { kind: 'money', amount: minor(0), currency };
    nothing.set(currency, cell);
    return cell;
  };
  return {
    name: 'age',
    title: titleOf(request),
    columns,
    rows: {
      count: order.length,
      at: (i) => {
        const slot = slotAt(i);
        const group = balance.groups[slot] as Group;
        const cells: Cell[] = groupCells(group, request.groupBy);
        const none = nothingIn(group.currency);
        for (let s = 0; s < amounts.length; s++) {
          const amount = (amounts[s] as Float64Array)[slot] as number;
          cells.push(amount === 0 ? none : { kind: 'money', amount: minor(amount), currency: group.currency });
        }
        const oldest = balance.oldestDaysLate[slot] as number;
        cells.push(oldest > 0 ? { kind: 'days', days: oldest } : NONE);
        return cells;
      },
    },
    totals: totalsOf(balance, sums, order, heads.length),
    quiet: (i) => sums.every(({ sums: values }) => values[slotAt(i)] === 0) && balance.oldestDaysLate[slotAt(i)] === 0,
    notes: rules(request),
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

function groupColumns(by: AgeRequest['groupBy'], groups: readonly Group[]): Column[] {
  const currency: Column = { key: 'currency', head: words.currency, kind: 'text', spare: 1 };
  if (by === 'customer') {
    return [...customerColumns(groups.map((group) => group.name)), currency];
  }
  return [{ key: by, head: GROUP_WORDS[by], kind: by === 'kind' ? 'code' : 'text', flow: 'cut' }, currency];
}

/** Id and name of a customer. In a narrow table the name stands for the id, unless a customer has none. */
export function customerColumns(names: readonly string[]): Column[] {
  const named = names.every((name) => name !== '');
  const nameless = names.every((name) => name === '');
  return [
    { key: 'customer', head: words.customer, kind: 'text', flow: 'cut', spare: named ? 6 : 0 },
    { key: 'name', head: words.name, kind: 'text', flow: 'cut', spare: nameless ? 9 : 0 },
  ];
}

const GROUP_WORDS: { readonly [by in AgeRequest['groupBy']]: Word } = {
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
};

function groupCells(group: Group, by: AgeRequest['groupBy']): Cell[] {
  if (by === 'customer') return [text(group.id), text(group.name), text(group.currency)];
  return [group.label === undefined ? text(group.id) : { kind: 'code', key: group.id, word: group.label }, text(group.currency)];
}

function totalsOf(balance: AgedBalance, sums: readonly SumColumn[], order: readonly number[], heads: number): Section['totals'] {
  const currencies = [...new Set(balance.groups.map((group) => group.currency))].sort();
  const codes = Uint8Array.from(balance.groups, (group) => currencies.indexOf(group.currency));
  const totals = sums.map(({ sums: values }) => {
    const total = new Float64Array(currencies.length);
    for (const slot of order) total[codes[slot] as number] = (total[codes[slot] as number] as number) + (values[slot] as number);
    return total;
  });
  const oldest = new Int32Array(currencies.length);
  const shown = new Set<number>();
  for (const slot of order) {
    const code = codes[slot] as number;
    shown.add(code);
    oldest[code] = Math.max(oldest[code] as number, balance.oldestDaysLate[slot] as number);
  }
  return currencies.flatMap((currency: Currency, code) => {
    if (!shown.has(code)) return [];
    const cells: Cell[] = Array.from({ length: heads }, (_, i) => (i === heads - 1 ? text(currency) : NONE));
    for (const total of totals) cells.push({ kind: 'money', amount: minor(total[code] as number), currency });
    cells.push((oldest[code] as number) > 0 ? { kind: 'days', days: oldest[code] as number } : NONE);
    return [{ currency, cells }];
  });
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
