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

const CHARGED = word('charged before', 'déjà facturé');

const LEG_COLUMNS: readonly Column[] = [
  { key: 'currency', head: words.currency, kind: 'text', spare: 2 },
  { key: 'document', head: words.document, kind: 'text' },
  { key: 'from', head: word('From', 'Du'), kind: 'day' },
  { key: 'to', head: word('To', 'Au'), kind: 'day' },
  { key: 'days', head: word('Days', 'Jours'), kind: 'days' },
  { key: 'principal', head: word('Principal', 'Principal'), kind: 'money' },
  { key: 'rate', head: word('Rate', 'Taux'), kind: 'rate' },
  { key: 'source', head: word('Source', 'Source'), kind: 'code', spare: 3, flow: 'wrap' },
  { key: 'interest', head: word('Interest', 'Intérêts'), kind: 'money' },
];

/** `undefined`: what was charged before is taken off. */
type LegRow = { readonly item: InterestItem; readonly leg: Leg | undefined };

export function legsSection({ ledger, items }: InterestShown, { accrued }: Interest): Section {
  const rows = items.flatMap((item): LegRow[] => [
    ...accrued(item).legs.map((leg) => ({ item, leg })),
    ...(item.charged.interest > 0 ? [{ item, leg: undefined }] : []),
  ]);
  const who = whoOf(ledger, items);
  return {
    name: 'legs',
    title: word('Legs', 'Décompte des intérêts'),
    columns: [...who.columns, ...LEG_COLUMNS],
    rows: {
      count: rows.length,
      at: (i) => {
        const { item, leg } = rows[i] as LegRow;
        const currency = currencyOf(ledger, item);
        const cells = leg === undefined ? chargedCells(item, currency) : legCells(leg, currency);
        return [...who.cells(item), text(currency), text(column(ledger, 'document')?.at(item.row) ?? ''), ...cells];
      },
    },
    totals: [],
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

function chargedCells({ charged }: InterestItem, currency: Currency): Cell[] {
  const told: Cell = { kind: 'code', key: 'charged', word: CHARGED };
  return [NONE, NONE, NONE, NONE, NONE, told, { kind: 'money', amount: minor(0 - charged.interest), currency }];
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
    const left = new Map(accrued(item).imputed.map(({ day, toInterest }) => [day, toInterest]));
    return claim(item).list.map((told) => {
      const taking = { ...told, amount: told.amount + (told.beyond ?? 0) };
      const toInterest = taking.isMoney ? Math.min(taking.amount, left.get(taking.day) ?? 0) : 0;
      if (toInterest > 0) left.set(taking.day, (left.get(taking.day) as number) - toInterest);
      return { item, taking, toInterest };
    });
  });
  const who = whoOf(ledger, items);
  const documents = column(ledger, 'document');
  return {
    name: 'payments',
    title: word('What was paid', 'Règlements et avoirs'),
    columns: [...who.columns, ...PAYMENT_COLUMNS],
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
    totals: [],
    notes: [],
  };
}

const BY_ITSELF: Word = word('by the row’s own columns', 'par les colonnes de la ligne');

function kindCell(ledger: InterestShown['ledger'], { credit }: Taking): Cell {
  if (credit < 0) return { kind: 'code', key: 'columns', word: BY_ITSELF };
  const { key, label } = kindOf(ledger.kind[credit] as number);
  return { kind: 'code', key, word: label };
}

function whoOf(ledger: InterestShown['ledger'], items: readonly InterestItem[]) {
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
