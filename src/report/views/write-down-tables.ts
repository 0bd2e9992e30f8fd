// What stands in the tables of a justification sheet? The claims of a debtor with the whole way to what is required, what was decided, what was paid, and the rates of a matrix.
import type { Currency } from '../../core/currency.ts';
import { type Day, NO_DAY } from '../../core/day.ts';
import { type Fraction, rounded } from '../../core/fraction.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import { documentDays, type Ledger, numberOf } from '../../ledger/ledger.ts';
import type { WriteDown, WrittenDown } from '../../measures/provision/write-down.ts';
import type { Matrix } from '../../policy/provision.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';

const amountOf = (amount: number, currency: Currency): Cell => ({ kind: 'money', amount: minor(amount), currency });
const dayCell = (day: Day): Cell => (day === NO_DAY ? NONE : { kind: 'day', day });
const money = (key: string, head: Word): Column => ({ key, head, kind: 'money' });
const RATE: Word = word('Rate, %', 'Taux, %');

/** A table without a name of its own: the heading above it says what it is. */
function tableOf(name: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Section {
  const at = (i: number): readonly Cell[] => rows[i] as readonly Cell[];
  return { name, title: word('', ''), columns, rows: { count: rows.length, at }, totals: [], notes: [] };
}

/** Percentages as exact as they were said, with as many decimals as the longest needs: a rate that is rounded would not give the amount beside it. */
function percentages(rates: readonly Fraction[]): Cell[] {
  const values = rates.map(({ numerator, denominator }) => rounded({ numerator: numerator * 100n, denominator }, MOST_DECIMALS));
  const decimals = Math.max(0, ...values.map((value) => (String(value).split('.')[1] ?? '').length));
  return values.map((value) => ({ kind: 'number', value, decimals }));
}
const MOST_DECIMALS = 6;

const PARTS: readonly (readonly [string, Word, (item: WrittenDown) => number])[] = [
  ['open', words.open, ({ open }) => open],
  ['credits', word('Credits', 'Crédits'), ({ open, left }) => left - open],
  ['tax', word('Tax', 'TVA'), ({ tax }) => -tax],
  ['covered', word('Covered', 'Couvert'), ({ covered }) => -covered],
  ['base', word('Base', 'Base'), ({ base }) => base],
];

/** Claim by claim: open + credits + tax + covered = base, as signed in the table; base × rate = required. */
export function claimsTable({ items, currency }: WriteDown, ledger: Ledger): Section {
  const dates = documentDays(ledger);
  const rates = percentages(items.map(({ rate }) => rate));
  const columns: Column[] = [
    { key: 'document', head: words.document, kind: 'text' },
    { key: 'date', head: words.date, kind: 'day' },
    { key: 'due', head: words.due, kind: 'day' },
    { key: 'days_late', head: words.daysLate, kind: 'days' },
    { key: 'currency', head: words.currency, kind: 'text' },
    ...PARTS.map(([key, head]) => money(key, head)),
    { key: 'rate', head: RATE, kind: 'number' },
    money('required', word('Required', 'Requis')),
  ];
  const rows = items.map((item, i): Cell[] => [
    text(numberOf(ledger, item.row)),
    dayCell(dates[item.row] as Day),
    dayCell(ledger.due[item.row] as Day),
    { kind: 'days', days: item.daysLate },
    text(currency),
    ...PARTS.map(([, , part]) => amountOf(part(item), currency)),
    rates[i] as Cell,
    amountOf(item.required, currency),
  ]);
  const total = (part: (item: WrittenDown) => number): Cell =>
    amountOf(
      items.reduce((sum, item) => sum + part(item), 0),
      currency,
    );
  const cells = [
    NONE,
    NONE,
    NONE,
    NONE,
    text(currency),
    ...PARTS.map(([, , part]) => total(part)),
    NONE,
    total(({ required }) => required),
  ];
  return { ...tableOf('claims', columns, rows), totals: items.length > 1 ? [{ currency, cells }] : [] };
}

/** What became of a decision: it holds, another one does, its claim is not open, it is of a later day, or nothing was decided. */
const STANDINGS = {
  in_force: word('in force', 'en vigueur'),
  replaced: word('replaced by another', 'remplacée par une autre'),
  closed: word('nothing open of its claim', 'créance soldée'),
  later: word('of a later day', 'd’un jour ultérieur'),
  proposed: word('proposed, not decided', 'proposée, non décidée'),
} satisfies Record<string, Word>;
export type DecisionStanding = keyof typeof STANDINGS;

export type DecisionLine = {
  readonly day: Day;
  /** '' for all that the customer owes. */
  readonly document: string;
  readonly rate: Fraction | undefined;
  readonly reason: string;
  readonly decidedBy: string;
  readonly standing: DecisionStanding;
};

export function decisionsTable(lines: readonly DecisionLine[]): Section {
  const rates = percentages(lines.flatMap(({ rate }) => rate ?? []));
  const unsaid: Cell = { kind: 'none', as: word('not said', 'non précisé') };
  const said = (written: string): Cell => (written === '' ? unsaid : text(written));
  const columns: Column[] = [
    { key: 'day', head: word('Day', 'Jour'), kind: 'day' },
    { key: 'document', head: words.document, kind: 'text' },
    { key: 'rate', head: RATE, kind: 'number' },
    { key: 'reason', head: word('Reason', 'Motif'), kind: 'text' },
    { key: 'decided_by', head: word('Decided by', 'Décidée par'), kind: 'text' },
    { key: 'standing', head: word('Standing', 'État'), kind: 'code' },
  ];
  let next = 0;
  const rows = lines.map(({ day, document, rate, reason, decidedBy, standing }): Cell[] => [
    day === NO_DAY ? unsaid : { kind: 'day', day },
    document === '' ? { kind: 'none', as: word('all', 'toutes') } : text(document),
    rate === undefined ? NONE : (rates[next++] as Cell),
    said(reason),
    said(decidedBy),
    { kind: 'code', key: standing, word: STANDINGS[standing] },
  ]);
  return tableOf('decisions', columns, rows);
}

/** Received is above nothing; what came back of it below. */
export type PaymentLine = {
  readonly day: Day;
  readonly document: string;
  readonly amount: number;
  readonly currency: Currency;
};

export function paymentsTable(lines: readonly PaymentLine[]): Section {
  const columns: Column[] = [
    { key: 'date', head: words.date, kind: 'day' },
    { key: 'document', head: words.document, kind: 'text' },
    { key: 'currency', head: words.currency, kind: 'text' },
    money('amount', word('Received', 'Reçu')),
  ];
  const rows = lines.map(({ day, document, amount, currency }): Cell[] => [
    dayCell(day),
    text(document),
    text(currency),
    amountOf(amount, currency),
  ]);
  const currencies = [...new Set(lines.map(({ currency }) => currency))].sort();
  const totals = currencies.map((currency) => {
    const sum = lines.reduce((whole, line) => whole + (line.currency === currency ? line.amount : 0), 0);
    return { currency, cells: [NONE, NONE, text(currency), amountOf(sum, currency)] };
  });
  return { ...tableOf('payments', columns, rows), totals: lines.length > 1 ? totals : [] };
}

/** The rates of a matrix, one row a segment, before any factor. */
export function ratesTable({ buckets, rates }: Matrix): Section {
  const segments = [...rates].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const cells = percentages(segments.flatMap(([, all]) => all));
  const columns: Column[] = [
    { key: 'segment', head: word('Rates, %', 'Taux, %'), kind: 'text' },
    ...buckets.list.map(({ key, label }): Column => ({ key, head: label, kind: 'number' })),
  ];
  let next = 0;
  const rows = segments.map(([segment, all]): Cell[] => [
    segment === '' ? { kind: 'none', as: word('all claims', 'toutes créances') } : text(segment),
    ...all.map(() => cells[next++] as Cell),
  ]);
  return tableOf('rates', columns, rows);
}
