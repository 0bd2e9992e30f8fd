// How is the plan of notices shown? One row a customer and currency: the letter that would be written, or why there is none.

import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { shared } from '../../core/shared.ts';
import { type Lang, type Word, word } from '../../core/word.ts';
import { type Ledger, numberOf } from '../../ledger/ledger.ts';
import type { LeftAside, NoNotice, Notice } from '../../measures/dunning/notice.ts';
import type { Channel } from '../../policy/dunning.ts';
import { sumFor } from '../../text/amounts.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';
import { levelCell } from './last-notice.ts';

export const CHANNEL_WORDS: { readonly [channel in Channel]: Word } = {
  email: word('e-mail', 'courriel'),
  post: word('post', 'courrier'),
  registered: word('registered', 'recommandé'),
};

const WHY_WORDS: { readonly [why in NoNotice]: Word } = {
  on_hold: word('on hold: never reminded', 'suspendu : jamais relancé'),
  proceeding: word('collective proceeding: declare the claim', 'procédure collective : déclarer la créance'),
  nothing_due: word('nothing due', 'rien d’échu'),
  all_aside: word('all set aside', 'tout mis à part'),
  covered: word('covered by credits and payments', 'couvert par avoirs et règlements'),
  below_minimum: word('below the minimum', 'sous le minimum'),
  waiting: word('the next level is not due yet', 'niveau suivant pas encore atteint'),
  too_soon: word('reminded too lately', 'relancé trop récemment'),
  last_level: word('past the last level: decide what follows', 'dernier niveau passé : décider la suite'),
};

const ASIDE_WORDS: { readonly [why in LeftAside]: Word } = {
  disputed: words.disputed,
  promised: word('promised', 'promis'),
  assigned: word('assigned', 'cédé'),
  no_due: word('no agreed due day', 'sans échéance convenue'),
  age_unreliable: word('opening without days', 'à-nouveau sans dates'),
  bill_not_due: word('bill not matured', 'effet non échu'),
  to_be_debited: word('to be debited by us', 'à prélever par nous'),
};

export type Shown = {
  readonly ledger: Ledger;
  readonly notices: readonly Notice[];
  readonly languageOf: (customer: number) => string;
  readonly lawOf: (customer: number) => string;
  readonly claimedOf: (
    notice: Notice,
  ) => { readonly interest: number; readonly indemnity: number; readonly indemnityIn: Currency } | undefined;
  readonly broken: (notice: Notice) => number;
  /** By when a claim must be declared, of a customer in a proceeding; undefined where it is not known. */
  readonly declareBy: (customer: number) => Day | undefined;
};

export function orderedNotices(notices: readonly Notice[], { customers }: Ledger): Notice[] {
  const order = defaultOrder(
    notices.map(({ customer }) => customers.id(customer)),
    shared(notices.map(({ customer }) => customers.nameOf(customer))),
    shared(notices.map(({ currency }) => currency)),
  );
  return Array.from(order, (i) => notices[i] as Notice);
}

const money = (key: string, head: Word, spare = 0): Column => ({ key, head, kind: 'money', spare });

export function planSection(shown: Shown, title: Word, notes: readonly Word[]): Section {
  const { notices, ledger } = shown;
  return {
    name: 'plan',
    title,
    columns: [
      ...customerColumns(notices.map(({ customer }) => ledger.customers.nameOf(customer))),
      { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
      { key: 'language', head: word('Lang.', 'Langue'), kind: 'text', spare: 7 },
      { key: 'law', head: word('Law', 'Droit'), kind: 'text', spare: 7 },
      { key: 'level', head: word('Level', 'Niveau'), kind: 'code' },
      { key: 'channel', head: word('Channel', 'Canal'), kind: 'code', spare: 4 },
      { key: 'approval', head: word('Approval', 'Accord'), kind: 'code', spare: 3 },
      { key: 'items', head: word('Items', 'Pièces'), kind: 'days', spare: 3 },
      money('overdue', words.overdue, 2),
      money('disputed', words.disputed, 6),
      money('unallocated', words.unallocated, 5),
      money('amount_due', word('Amount due', 'À payer')),
      money('interest', word('Interest', 'Intérêts'), 3),
      money('indemnity', word('Indemnity', 'Indemnité'), 3),
      { key: 'reason', head: word('Reason', 'Motif'), kind: 'code', flow: 'wrap' },
      { key: 'last_level', head: word('Last', 'Dernier'), kind: 'code', spare: 6 },
      { key: 'last_date', head: word('On', 'Le'), kind: 'day', spare: 6 },
      { key: 'next_date', head: word('Next', 'Prochain'), kind: 'day', spare: 2 },
      { key: 'indemnity_currency', head: word('Ind. cur.', 'Dev. ind.'), kind: 'text', forMachines: true },
      { key: 'to_declare', head: word('To declare', 'À déclarer'), kind: 'money', forMachines: true },
      { key: 'declare_by', head: word('Declare by', 'Au plus tard'), kind: 'day', forMachines: true },
    ],
    rows: { count: notices.length, at: (i) => cellsOf(notices[i] as Notice, shown) },
    totals: [],
    notes,
  };
}

function cellsOf(notice: Notice, shown: Shown): Cell[] {
  const { customer, currency, level, channel, needsApproval, items, overdue, disputed, unallocated, amountDue, last, next } =
    notice;
  const { customers } = shown.ledger;
  const amount = (units: number, of: Currency = currency): Cell => ({ kind: 'money', amount: minor(units), currency: of });
  const claimed = shown.claimedOf(notice);
  const day = (on: Day | undefined): Cell => (on === undefined ? NONE : { kind: 'day', day: on });
  return [
    ...[customers.id(customer), customers.nameOf(customer), currency, shown.languageOf(customer), shown.lawOf(customer)].map(
      text,
    ),
    levelCell(level),
    channel === undefined ? NONE : { kind: 'code', key: channel, word: CHANNEL_WORDS[channel] },
    level === undefined
      ? NONE
      : needsApproval
        ? { kind: 'code', key: 'required', word: word('required', 'requis') }
        : { kind: 'code', key: 'none', word: word('no', 'non') },
    { kind: 'days', days: items.length },
    ...[overdue, disputed, unallocated, amountDue].map((units) => amount(units)),
    claimed === undefined ? NONE : amount(claimed.interest),
    claimed === undefined ? NONE : amount(claimed.indemnity, claimed.indemnityIn),
    reasonCell(notice, shown),
    levelCell(last?.level),
    day(last?.day),
    day(next),
    claimed === undefined ? NONE : text(claimed.indemnityIn),
    notice.declared === undefined ? NONE : amount(notice.declared.before),
    day(notice.declared === undefined ? undefined : shown.declareBy(customer)),
  ];
}

/** Why there is no letter; what was set aside of the items; promises that were broken. */
function reasonCell(notice: Notice, { broken, declareBy }: Shown): Cell {
  const { why, aside, meanwhile } = notice;
  const asides = [...new Set(aside.map((one) => one.why))];
  const kept = broken(notice);
  const keys = [
    ...[...(why === undefined ? [] : [why]), ...asides],
    ...[...(kept > 0 ? ['broken_promise'] : []), ...(meanwhile === undefined ? [] : ['approval_late'])],
  ];
  if (keys.length === 0) return NONE;
  const say = (lang: 'en' | 'fr'): string =>
    [
      ...(why === undefined ? [] : [WHY_WORDS[why][lang] + declarationSaid(notice, lang, declareBy(notice.customer))]),
      ...asides.map((one) => ASIDE_WORDS[one][lang]),
      ...(kept > 0 ? [lang === 'en' ? 'a promise was broken' : 'promesse non tenue'] : []),
      ...(meanwhile === undefined ? [] : [MEANWHILE[lang]]),
    ].join(lang === 'en' ? '; ' : ' ; ');
  return { kind: 'code', key: keys.join(' '), word: word(say('en'), say('fr')) };
}

const MEANWHILE = word(
  'approval is late: without it, other items are reminded',
  'accord en retard : à défaut, les autres pièces sont relancées',
);

/** How much by when, and what was invoiced since the judgment: that is owed like any debt, and is left to whoever knows the case. */
function declarationSaid({ declared, currency }: Notice, lang: Lang, by: Day | undefined): string {
  if (declared === undefined) return '';
  const sum = (amount: number): string => sumFor(lang, minor(amount), currency);
  const isEn = lang === 'en';
  const when = by === undefined ? '' : isEn ? ` by ${dayFor(lang, by)}` : `, le ${dayFor(lang, by)} au plus tard`;
  const since = isEn ? 'invoiced since the judgment: ask for it by hand' : 'facturés depuis le jugement : à réclamer à part';
  return `${isEn ? ' of' : ' de'} ${sum(declared.before)}${when}${declared.since === 0 ? '' : `${isEn ? '; ' : ' ; '}${sum(declared.since)} ${since}`}`;
}

/** What each letter lists, and what it leaves aside. */
export function itemsSection({ ledger, notices }: Shown): Section {
  const rows = notices.flatMap((notice) => [
    ...notice.items.map((item) => ({ notice, item, why: undefined })),
    ...notice.aside.map(({ row, open, why }) => ({ notice, item: { row, open }, why })),
  ]);
  return {
    name: 'items',
    title: word('What the letters list', 'Ce que les lettres énumèrent'),
    columns: [
      { key: 'customer', head: words.customer, kind: 'text' },
      { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
      { key: 'document', head: words.document, kind: 'text' },
      { key: 'due', head: words.due, kind: 'day' },
      { key: 'days_late', head: words.daysLate, kind: 'days' },
      money('open', words.open),
      money('disputed', words.disputed, 2),
      { key: 'level_before', head: word('Was', 'Était'), kind: 'code', spare: 1 },
      { key: 'level', head: word('Comes to', 'Passe à'), kind: 'code' },
      { key: 'aside', head: word('Set aside', 'Mis à part'), kind: 'code' },
    ],
    rows: {
      count: rows.length,
      at: (i) => {
        const { notice, item, why } = rows[i] as (typeof rows)[number];
        const { customer, currency } = notice;
        const amount = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency });
        const due = ledger.due[item.row] as Day;
        const listed = 'daysLate' in item ? item : undefined;
        return [
          text(ledger.customers.id(customer)),
          text(currency),
          text(numberOf(ledger, item.row)),
          listed === undefined && why !== undefined && (why === 'no_due' || why === 'age_unreliable')
            ? NONE
            : { kind: 'day', day: due },
          listed === undefined ? NONE : { kind: 'days', days: listed.daysLate },
          amount(item.open),
          listed === undefined ? NONE : amount(listed.disputed),
          levelCell(listed?.before?.level),
          levelCell(listed?.level),
          why === undefined ? NONE : { kind: 'code', key: why, word: ASIDE_WORDS[why] },
        ];
      },
    },
    totals: [],
    notes: [],
  };
}
