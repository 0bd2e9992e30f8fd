// Which tables stand in a letter? What is asked for item by item, the sums, and the account of interest: each amount as it lies in the ledger, and every leg that a reader may reckon again.
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { percentIn, type Rate } from '../../core/rate.ts';
import { type Word, word } from '../../core/word.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';

export type LetterItem = {
  readonly document: string;
  readonly date: Day;
  readonly due: Day;
  readonly daysLate: number;
  /** What was asked for at first, what of it is open, and what of that is in dispute and not asked for here. */
  readonly amount: number;
  readonly open: number;
  readonly disputed: number;
};

/** A payment or credit note that nothing allocates yet; `open`: what of it is left, below nothing. */
export type LetterCredit = {
  readonly kind: 'credit_note' | 'payment' | 'advance' | 'other';
  readonly document: string;
  readonly date: Day;
  readonly open: number;
};

/** Days of one item with one principal and one rate. */
export type LetterLeg = {
  readonly document: string;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly principal: number;
  readonly rate: Rate;
  /** What the rate is made of, and the text it rests on. */
  readonly source: Word;
  readonly interest: number;
};

/** A line of the sums: what it is, and how much in which currency. */
export type LetterSum = { readonly label: Word; readonly amount: number; readonly currency: Currency };

const money = (amount: number, currency: Currency): Cell => ({ kind: 'money', amount: minor(amount), currency });
const day = (on: Day): Cell => ({ kind: 'day', day: on });
const column = (key: string, head: Word, kind: Column['kind']): Column => ({ key, head, kind });

/** Columns that say nothing of any item are left out: what was paid where nothing was, days late where nothing is late. */
export function letterItems(items: readonly LetterItem[], currency: Currency): Section {
  const isPartPaid = items.some(({ amount, open }) => amount !== open);
  const isDisputed = items.some(({ disputed }) => disputed !== 0);
  const isLate = items.some(({ daysLate }) => daysLate > 0);
  const kept = <T>(all: readonly (readonly [boolean, T])[]): T[] => all.flatMap(([is, one]) => (is ? [one] : []));
  return {
    name: 'items',
    title: word('Items', 'Pièces'),
    columns: kept([
      [true, column('document', words.document, 'text')],
      [true, column('date', words.date, 'day')],
      [true, column('due', words.due, 'day')],
      [true, column('amount', words.amount, 'money')],
      [isPartPaid, column('paid', word('Paid', 'Réglé'), 'money')],
      [true, column('open', word('Remaining', 'Reste dû'), 'money')],
      [isDisputed, column('disputed', words.disputed, 'money')],
      [isLate, column('days_late', word('Days', 'Jours'), 'days')],
    ]),
    rows: {
      count: items.length,
      at: (i) => {
        const { document, date, due, daysLate, amount, open, disputed } = items[i] as LetterItem;
        return kept<Cell>([
          ...[text(document), day(date), day(due), money(amount, currency)].map((cell) => [true, cell] as const),
          [isPartPaid, money(amount - open, currency)],
          [true, money(open, currency)],
          [isDisputed, money(disputed, currency)],
          [isLate, { kind: 'days', days: Math.max(0, daysLate) }],
        ]);
      },
    },
    totals: [],
    notes: [
      word(`Amounts in ${currency}, including any VAT.`, `Montants en ${currency}, TVA comprise le cas échéant.`),
      ...(isLate ? [word('Days: days past the due date.', 'Jours : jours écoulés depuis l’échéance.')] : []),
      ...(isDisputed ? [word('What is in dispute is not asked for here.', 'Ce qui est en litige n’est pas réclamé ici.')] : []),
    ],
  };
}

const CREDIT_WORDS: { readonly [kind in LetterCredit['kind']]: Word } = {
  credit_note: word('Credit note', 'Avoir'),
  payment: word('Payment', 'Règlement'),
  advance: word('Payment on account', 'Acompte'),
  other: word('Credit', 'Crédit'),
};

/** So that a customer finds his payment again, and sees that it was counted. */
export function letterCredits(credits: readonly LetterCredit[], currency: Currency): Section {
  return {
    name: 'credits',
    title: word('Payments and credits', 'Règlements et avoirs'),
    columns: [
      column('kind', word('Kind', 'Nature'), 'text'),
      column('document', words.document, 'text'),
      column('date', words.date, 'day'),
      column('open', words.amount, 'money'),
    ],
    rows: {
      count: credits.length,
      at: (i) => {
        const { kind, document, date, open } = credits[i] as LetterCredit;
        return [{ kind: 'code', key: kind, word: CREDIT_WORDS[kind] }, text(document), day(date), money(open, currency)];
      },
    },
    totals: [],
    notes: [word('Not allocated to an invoice yet, and deducted here.', 'Non encore affectés à une facture, et déduits ici.')],
  };
}

export function letterSums(sums: readonly LetterSum[]): Section {
  const none = word('', '');
  return {
    name: 'amounts',
    title: word('Amounts', 'Sommes'),
    columns: [column('label', none, 'text'), column('amount', none, 'money'), column('currency', none, 'text')],
    rows: {
      count: sums.length,
      at: (i) => {
        const { label, amount, currency } = sums[i] as LetterSum;
        return [{ kind: 'code', key: '', word: label }, money(amount, currency), text(currency)];
      },
    },
    totals: [],
    notes: [],
  };
}

/** Each leg is rounded half up, and their sum is the interest: whoever adds the lines comes to it. */
export function letterLegs(legs: readonly LetterLeg[], currency: Currency, isDisputed: boolean): Section {
  const sources = new Map(legs.map(({ rate, source }) => [rate, source] as const));
  return {
    name: 'interest',
    title: word('Interest', 'Intérêts'),
    columns: [
      column('document', words.document, 'text'),
      column('from', word('From', 'Du'), 'day'),
      column('to', word('To', 'Au'), 'day'),
      column('days', word('Days', 'Jours'), 'days'),
      column('principal', word('Unpaid', 'Impayé'), 'money'),
      column('rate', word('Rate', 'Taux'), 'rate'),
      column('interest', word('Interest', 'Intérêts'), 'money'),
    ],
    rows: {
      count: legs.length,
      at: (i) => {
        const { document, from, to, days, principal, rate, interest } = legs[i] as LetterLeg;
        return [
          ...[text(document), day(from), day(to)],
          { kind: 'days', days },
          money(principal, currency),
          { kind: 'rate', rate },
          money(interest, currency),
        ];
      },
    },
    totals: [
      {
        currency,
        cells: [
          ...Array<Cell>(6).fill(NONE),
          money(
            legs.reduce((sum, { interest }) => sum + interest, 0),
            currency,
          ),
        ],
      },
    ],
    notes: [
      ...(isDisputed ? [word('No interest on what is in dispute.', 'Aucun intérêt sur ce qui est en litige.')] : []),
      ...[...sources].map(([rate, source]) => word(said('en', rate, source), said('fr', rate, source))),
    ],
  };
}

function said(lang: 'en' | 'fr', rate: Rate, source: Word): string {
  return lang === 'en' ? `Rate of ${percentIn('en', rate)}: ${source.en}.` : `Taux de ${percentIn('fr', rate)} : ${source.fr}.`;
}
