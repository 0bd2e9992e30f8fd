// What is each amount of interest made of? An account fit for a court: the legs of every item with their rate and its source, and the payments between them.
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import { kindOf } from '../../ledger/kind.ts';
import { column } from '../../ledger/ledger.ts';
import type { Interest, InterestItem } from '../../measures/interest-item.ts';
import type { Leg } from '../../measures/interest-legs.ts';
import type { Taking } from '../../measures/late-claims.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { currencyOf, type InterestShown, whoColumns } from './interest.ts';
import { type Summed, totalsOf } from './sums-by-currency.ts';

const CHARGED = word('charged before', 'déjà facturé');
const PAID_BEYOND = word('paid beyond what the books took', 'réglé au-delà du soldé en comptabilité');

const LEG_COLUMNS: readonly Column[] = [
  { key: 'currency', head: words.currency, kind: 'text', spare: 2 },
  { key: 'document', head: words.document, kind: 'text' },
  { key: 'from', head: word('From', 'Du'), kind: 'day' },
  { key: 'to', head: word('To', 'Au'), kind: 'day' },
  { key: 'days', head: word('Days', 'Jours'), kind: 'days' },
  { key: 'principal', head: word('Principal', 'Principal'), kind: 'money' },
  { key: 'rate', head: word('Rate', 'Taux'), kind: 'rate' },
  { key: 'source', head: word('Source', 'Source'), kind: 'code', flow: 'wrap' },
  { key: 'interest', head: word('Interest', 'Intérêts'), kind: 'money' },
];

/** An amount with its word: what is taken off, since it was charged before or paid since. */
type TakenOff = { readonly key: string; readonly told: Word; readonly amount: number };
type LegRow = { readonly item: InterestItem; readonly leg: Leg | TakenOff };

/** By which the rows of the account are those of an item. */
export const OF_ITEMS = ['customer', 'currency', 'document'];

export function legsSection({ ledger, items }: InterestShown, { accrued }: Interest): Section {
  const rows = items.flatMap((item): LegRow[] => [
    ...accrued(item).legs.map((leg) => ({ item, leg })),
    ...takenOff(item).map((leg) => ({ item, leg })),
  ]);
  const who = whoOf(ledger, items);
  const columns = [...who.columns, ...LEG_COLUMNS];
  const sums = rows.map(({ item, leg }): Summed => {
    const interest = 'told' in leg ? 0 - leg.amount : leg.interest;
    return { currency: currencyOf(ledger, item), amounts: { interest } };
  });
  return {
    name: 'legs',
    follows: OF_ITEMS,
    title: word('Legs', 'Décompte des intérêts'),
    columns,
    rows: {
      count: rows.length,
      at: (i) => {
        const { item, leg } = rows[i] as LegRow;
        const currency = currencyOf(ledger, item);
        const cells = 'told' in leg ? takenOffCells(leg, currency) : legCells(leg, currency);
        return [...who.cells(item), text(currency), text(column(ledger, 'document')?.at(item.row) ?? ''), ...cells];
      },
    },
    totals: totalsOf(columns, sums),
    notes: [
      word(
        'Interest of a leg = principal × rate × days ÷ days of a year, rounded half up; both days are included.',
        'Intérêts d’une période = principal × taux × jours ÷ jours de l’année, arrondis au plus proche ; les deux jours sont compris.',
      ),
    ],
  };
}

function legCells({ from, to, days, principal, rate, interest }: Leg, currency: Currency): Cell[] {
  return [
    { kind: 'day', day: from },
    { kind: 'day', day: to },
    { kind: 'days', days },
    { kind: 'money', amount: principal, currency },
    { kind: 'rate', rate: rate.rate },
    { kind: 'code', key: rate.source.en, word: rate.source },
    { kind: 'money', amount: interest, currency },
  ];
}

/** So that the legs of an item add up to its interest. */
function takenOff({ charged, paidBeyond }: InterestItem): TakenOff[] {
  return [
    { key: 'charged', told: CHARGED, amount: charged.interest },
    { key: 'paid_beyond', told: PAID_BEYOND, amount: paidBeyond },
  ].filter(({ amount }) => amount > 0);
}

function takenOffCells({ key, told, amount }: TakenOff, currency: Currency): Cell[] {
  const said: Cell = { kind: 'code', key, word: told };
  return [NONE, NONE, NONE, NONE, NONE, said, { kind: 'money', amount: minor(0 - amount), currency }];
}

const PAYMENT_COLUMNS: readonly Column[] = [
  { key: 'currency', head: words.currency, kind: 'text', spare: 2 },
  { key: 'document', head: words.document, kind: 'text' },
  { key: 'day', head: word('Day', 'Date'), kind: 'day' },
  { key: 'kind', head: words.kind, kind: 'code' },
  { key: 'by', head: word('By', 'Par'), kind: 'text' },
  { key: 'amount', head: words.amount, kind: 'money' },
  { key: 'to_interest', head: word('To interest', 'Sur intérêts'), kind: 'money' },
  { key: 'to_principal', head: word('To principal', 'Sur principal'), kind: 'money' },
];

type PaymentRow = { readonly item: InterestItem; readonly taking: Taking; readonly toInterest: number };

/** What took each item down, and what of it paid interest. */
export function paymentsSection({ ledger, items }: InterestShown, { accrued, claim }: Interest): Section {
  const rows = items.flatMap((item): PaymentRow[] => {
    const left = new Map(accrued(item).imputed.map((one) => [one.day, { ...one }]));
    return claim(item).list.flatMap((told): PaymentRow[] => {
      if (!told.isMoney) return [{ item, taking: told, toInterest: 0 }];
      const of = left.get(told.day) ?? { toInterest: 0, unused: 0 };
      const { beyond = 0 } = told;
      const unused = Math.min(beyond, of.unused);
      of.unused -= unused;
      const amount = told.amount + beyond - unused;
      const toInterest = Math.min(amount, of.toInterest);
      of.toInterest -= toInterest;
      return amount === 0 ? [] : [{ item, taking: { ...told, amount }, toInterest }];
    });
  });
  const who = whoOf(ledger, items);
  const documents = column(ledger, 'document');
  const columns = [...who.columns, ...PAYMENT_COLUMNS];
  const sums = rows.map(({ item, taking: { amount }, toInterest }): Summed => {
    return {
      currency: currencyOf(ledger, item),
      amounts: { amount, to_interest: toInterest, to_principal: amount - toInterest },
    };
  });
  return {
    name: 'payments',
    follows: OF_ITEMS,
    title: word('What was paid', 'Règlements et avoirs'),
    columns,
    rows: {
      count: rows.length,
      at: (i) => {
        const { item, taking, toInterest } = rows[i] as PaymentRow;
        const currency = currencyOf(ledger, item);
        const money = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency });
        return [
          ...who.cells(item),
          text(currency),
          text(documents?.at(item.row) ?? ''),
          { kind: 'day', day: (taking.isMoney ? taking.day - 1 : taking.day) as Day },
          kindCell(ledger, taking),
          text(taking.credit < 0 ? '' : (documents?.at(taking.credit) ?? '')),
          ...[money(taking.amount), money(toInterest), money(taking.amount - toInterest)],
        ];
      },
    },
    totals: totalsOf(columns, sums),
    notes: rows.length > 0 ? [] : [word('No payment and no credit note is known.', 'Aucun règlement ni avoir connu.')],
  };
}

const BY_ITSELF: Word = word('by the row’s own columns', 'par les colonnes de la ligne');

function kindCell(ledger: InterestShown['ledger'], { credit }: Taking): Cell {
  if (credit < 0) return { kind: 'code', key: 'columns', word: BY_ITSELF };
  const { key, label } = kindOf(ledger.kind[credit] as number);
  return { kind: 'code', key, word: label };
}

export function whoOf(ledger: InterestShown['ledger'], items: readonly InterestItem[]) {
  const of = ({ row }: InterestItem): number => ledger.customer[row] as number;
  return {
    columns: whoColumns(
      ledger,
      items,
      items.map((item) => ledger.customers.nameOf(of(item))),
    ),
    cells: (item: InterestItem): Cell[] => [text(ledger.customers.id(of(item))), text(ledger.customers.nameOf(of(item)))],
  };
}
