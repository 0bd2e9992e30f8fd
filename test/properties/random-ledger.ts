// Which ledgers are there? Small ones at random, dense in what is hard: one number used by instalments, by two documents, by a
// credit; payments in part, too large, naming nothing; columns that speak for themselves; four currencies; both sign conventions.
import fc from 'fast-check';
import type { OracleRow } from '../oracle/ageing.ts';

export type RandomLedger = {
  readonly headings: readonly (keyof OracleRow)[];
  readonly rows: readonly OracleRow[];
};

/** The day every random ledger is aged on; some of its rows are posted later. */
export const AS_OF = '2024-06-30';

/** Small: what goes wrong goes wrong in few rows. Ledgers with `odd` have four times as many. */
export const MOST_ROWS = 14;

/** A run of a property is the same every time; the number is printed where it fails. */
export const SEED = 20240630;

const CUSTOMERS: readonly { readonly id: string; readonly names: readonly string[] }[] = [
  { id: '00012', names: ['', 'Zinc & Fils', 'Fils de Zinc'] },
  { id: '12', names: ['', 'Écurie, du "Nord"', 'ECURIE DU NORD'] },
  { id: 'c3', names: ['', 'ecurie, du "nord"', 'œuvres'] },
  { id: 'C3', names: ['', '', ''] },
];

const CURRENCIES: readonly { readonly code: string; readonly decimals: number; readonly rate: number }[] = [
  { code: 'EUR', decimals: 2, rate: 100 },
  { code: 'GBP', decimals: 2, rate: 117 },
  { code: 'JPY', decimals: 0, rate: 60 },
  { code: 'TND', decimals: 3, rate: 3 },
];

/** +1 stands for what raises the debt, −1 for what lowers it, 0 for either. */
const KINDS: readonly { readonly key: string; readonly side: 1 | -1 | 0 }[] = [
  ...(['invoice', 'invoice', 'invoice', 'refund', 'returned', 'charge'] as const).map((key) => ({ key, side: 1 as const })),
  ...(['payment', 'payment', 'payment', 'credit_note', 'credit_note', 'write_off', 'discount', 'advance'] as const).map(
    (key) => ({
      key,
      side: -1 as const,
    }),
  ),
  ...(['transfer', 'opening', 'other', 'fx'] as const).map((key) => ({ key, side: 0 as const })),
];

/** What a whole file has or has not. */
type Shape = {
  /** `by-kind`: credits are written without a sign. `two columns`: a debit and a credit column. */
  readonly signs: (typeof CONVENTIONS)[number];
  /** One credit of ten or more has the other sign than the rest. */
  readonly odd: boolean;
  /** One customer, one currency, few numbers, amounts and days: everything is like something else. */
  readonly narrow: boolean;
  /** No column says what paid what. */
  readonly bare: boolean;
  readonly kind: boolean;
  readonly posted: boolean;
  readonly due: boolean;
  readonly currency: boolean;
  /** Each row in another currency says what it is worth in euros. */
  readonly base: boolean;
  readonly disputed: boolean;
  readonly own: readonly (typeof OWN)[number][];
  readonly categories: readonly (typeof CATEGORIES)[number][];
  /** Letters, and beside them the days they were put and the accounts. */
  readonly letters: readonly (typeof LETTERS)[number][];
};
const CONVENTIONS = ['signed', 'by-kind', 'two columns'] as const;
const OWN = ['open_amount', 'paid_amount', 'settled_on'] as const;
const CATEGORIES = ['collector', 'group', 'country'] as const;
const LETTERS = ['letter', 'letter_day', 'account'] as const;

const mostly = fc.integer({ min: 0, max: 9 }).map((n) => n > 0);
const seldom = fc.integer({ min: 0, max: 9 }).map((n) => n === 9);

const shapes: fc.Arbitrary<Shape> = fc.record({
  signs: fc.constantFrom('signed', 'signed', 'by-kind', 'two columns'),
  odd: seldom,
  narrow: fc.nat(3).map((n) => n === 0),
  bare: fc.nat(4).map((n) => n === 0),
  kind: mostly,
  posted: fc.boolean(),
  due: mostly,
  currency: mostly,
  base: fc.boolean(),
  disputed: fc.boolean(),
  own: fc.oneof(fc.constant([]), fc.subarray([...OWN])),
  categories: fc.subarray([...CATEGORIES]),
  letters: fc.oneof(
    fc.constant([]),
    fc.subarray([...LETTERS]).map((some) => ['letter' as const, ...some.filter((heading) => heading !== 'letter')]),
  ),
});

/** What a row would say in a file of every shape. */
type Seed = {
  readonly customer: number;
  /** Which of the customer's names the row gives; the first that the file gives counts. */
  readonly name: number;
  readonly currency: number;
  readonly kind: number;
  readonly kindTold: boolean;
  /** Numbers are few, so that documents are met again; 0 is none. References reach further: 8 and 9 name nothing. */
  readonly document: number;
  readonly reference: number;
  /** The days of a number are the same, unless it was reused. */
  readonly reused: boolean;
  readonly daysAgo: number;
  readonly lag: number;
  readonly term: number;
  readonly units: number;
  readonly against: boolean;
  /** Tenths of the amount that the row's own columns say are open, or paid; −1 says nothing. */
  readonly open: number;
  readonly paid: number;
  readonly settledAfter: number;
  readonly disputed: string;
  readonly jitter: number;
  readonly categories: readonly number[];
  /** Few letters, so that they are met again; 0 is none. */
  readonly letter: number;
  readonly letterDay: number;
  readonly account: number;
};

const seeds: fc.Arbitrary<Seed> = fc.record({
  customer: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
  name: fc.constantFrom(0, 0, 1, 1, 2),
  currency: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
  kind: fc.nat(KINDS.length - 1),
  kindTold: mostly,
  document: fc.constantFrom(0, 1, 1, 2, 2, 3, 4, 5),
  reference: fc.constantFrom(0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 8, 9),
  reused: fc.nat(4).map((n) => n === 4),
  // Half a year before the day another year begins.
  daysAgo: fc.oneof(fc.integer({ min: -12, max: 220 }), fc.constantFrom(0, 1, 30, 31, 60, 61, 90, 91, 181, 182)),
  lag: fc.constantFrom(0, 0, 0, 1, 5, 40),
  term: fc.constantFrom(-1, -1, 0, 0, 10, 30, 30, 30, 60),
  units: fc.oneof(fc.constantFrom(0, 1, 2, 3, 5, 50, 99, 100, 100, 100, 101, 200), fc.integer({ min: 1, max: 90_000 })),
  against: seldom,
  open: fc.constantFrom(-1, -1, 0, 3, 7, 10),
  paid: fc.constantFrom(-1, -1, 0, 3, 10, 13),
  settledAfter: fc.constantFrom(-200, -200, -2, 0, 7, 30, 120),
  disputed: fc.constantFrom('', '', '', 'yes', 'OUI', 'no', '0', '1', '5', '1000'),
  jitter: fc.integer({ min: -3, max: 3 }),
  categories: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
  letter: fc.constantFrom(0, 0, 1, 1, 1, 2),
  letterDay: fc.constantFrom(0, 0, 1, 2),
  account: fc.nat(4),
});

/** Random ledgers, with what is `given` of their shape. */
export function randomLedgers(given: Partial<Shape> = {}): fc.Arbitrary<RandomLedger> {
  return fc
    .record({ shape: shapes, seeds: fc.array(seeds, { minLength: 1, maxLength: MOST_ROWS }) })
    .map(({ shape, seeds: all }) => ledgerOf({ ...shape, ...given }, all));
}

/** The same postings in each of the conventions for signs. */
export function inEachConvention(): fc.Arbitrary<readonly RandomLedger[]> {
  return fc
    .record({ shape: shapes, seeds: fc.array(seeds, { minLength: 1, maxLength: MOST_ROWS }) })
    .map(({ shape, seeds: all }) => {
      const told = all.map((seed) => ({ ...seed, kindTold: true }));
      return CONVENTIONS.map((signs) => ledgerOf({ ...shape, kind: true, odd: false, signs }, told));
    });
}

/** The ledger as its user would export it. */
export function csvOf({ headings, rows }: RandomLedger): string {
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
  return line(headings) + rows.map((row) => line(headings.map((heading) => row[heading] ?? ''))).join('');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The same rows in another order: sorted by numbers that mean nothing. */
export function shuffled(ledger: RandomLedger, by: readonly number[]): RandomLedger {
  const order = ledger.rows.map((_, i) => i).sort((a, b) => (by[a] ?? 0) - (by[b] ?? 0));
  return { ...ledger, rows: order.map((i) => ledger.rows[i] as OracleRow) };
}

/** The same postings once more, on the days after the day. */
export function onceMoreLater({ rows }: RandomLedger): OracleRow[] {
  return rows.map((row, i) => ({ ...row, date: dayBefore(-1 - i), posted: '' }));
}

/** Minor units as the text of a cell. */
function amountCell(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return units < 0 ? `-${text}` : text;
}

function ledgerOf(shape: Shape, all: readonly Seed[]): RandomLedger {
  const headings: (keyof OracleRow)[] = [
    ...(['customer', 'name', 'document', 'reference', 'date'] as const).filter(
      (heading) => !shape.bare || heading !== 'reference',
    ),
    ...(shape.signs === 'two columns' ? (['debit', 'credit'] as const) : (['amount'] as const)),
    ...(hasKinds(shape) ? (['kind'] as const) : []),
    ...(['posted', 'due', 'currency', 'base', 'disputed'] as const).filter((heading) => shape[heading]),
    ...(shape.bare ? [] : shape.own),
    ...shape.categories,
    ...(shape.bare ? [] : shape.letters),
  ];
  const rows = (shape.odd ? manyMore(all) : all).map((seed) =>
    rowOf(shape, shape.narrow ? narrowed(seed, all[0]?.currency ?? 0) : seed),
  );
  if (shape.odd) turnOne(rows);
  return { headings, rows };
}

/** Enough of them that one may go against the others. */
function manyMore(all: readonly Seed[]): Seed[] {
  return [0, 1, 2, 3].flatMap((i) => all.map((seed) => ({ ...seed, units: seed.units + i, daysAgo: seed.daysAgo + 3 * i })));
}

function narrowed(seed: Seed, currency: number): Seed {
  return {
    ...seed,
    ...{ customer: 0, currency, document: seed.document % 3, reference: seed.reference % 3 },
    ...{ units: 100 + 100 * (seed.units % 2) + (seed.units % 7 === 0 ? 1 : 0), term: seed.term % 20 },
    ...{ daysAgo: 30 * (seed.daysAgo % 3), lag: seed.lag % 2 },
  };
}

/** A file that tells credits by their kind names every kind. */
function hasKinds(shape: Shape): boolean {
  return shape.kind || shape.signs === 'by-kind';
}

function rowOf(shape: Shape, seed: Seed): OracleRow {
  const currency = CURRENCIES[shape.currency ? seed.currency : 0] as (typeof CURRENCIES)[number];
  const kind = KINDS[seed.kind] as (typeof KINDS)[number];
  const side = kind.side === 0 || (kind.side === 1 && seed.against) ? (seed.jitter < 0 ? -1 : 1) : kind.side;
  // What the row is, and what it says: a file by kind writes its credits without a sign.
  // A difference of exchange is nothing in the currency of its document.
  const isInBooks = shape.base && kind.key === 'fx' && currency.code !== 'EUR';
  const units = isInBooks ? 0 : seed.units;
  const signed = side * units;
  const said = shape.signs === 'by-kind' && kind.side === -1 ? units : signed;
  const daysAgo = seed.reused || seed.document === 0 ? seed.daysAgo : (seed.document * 37) % 110;
  const posted = shape.posted ? daysAgo - seed.lag : daysAgo;
  const tenths = (part: number): string => amountCell(Math.floor((units * part) / 10), currency.decimals);
  const customer = CUSTOMERS[seed.customer] as (typeof CUSTOMERS)[number];
  return {
    customer: customer.id,
    name: customer.names[seed.name] ?? '',
    kind: seed.kindTold || shape.signs === 'by-kind' ? kind.key : '',
    document: seed.document === 0 ? '' : `D${seed.document}`,
    reference: seed.reference === 0 ? '' : `D${seed.reference}`,
    date: dayBefore(daysAgo),
    posted: shape.posted && seed.lag > 0 ? dayBefore(posted) : '',
    due: seed.term < 0 ? '' : dayBefore(daysAgo - seed.term),
    amount: amountCell(said, currency.decimals),
    debit: signed < 0 ? '' : amountCell(signed, currency.decimals),
    credit: signed < 0 ? amountCell(-signed, currency.decimals) : '',
    currency: seed.currency === 0 && seed.name === 1 ? '' : currency.code,
    base:
      currency.code === 'EUR'
        ? ''
        : isInBooks
          ? amountCell(3 * seed.jitter, 2)
          : worth(said, currency.rate + seed.jitter, currency.decimals),
    open_amount: seed.open < 0 ? '' : tenths(seed.open),
    paid_amount: seed.paid < 0 ? '' : tenths(seed.paid),
    settled_on: seed.settledAfter < -100 ? '' : dayBefore(daysAgo - seed.settledAfter),
    disputed: disputedCell(seed.disputed, currency.decimals),
    letter: ['', 'A', 'aa'][seed.letter] ?? '',
    letter_day: seed.letter === 0 ? '' : (['', dayBefore(40), dayBefore(-3)][seed.letterDay] ?? ''),
    account: ['411000', '411DUP', '416000', '', '411700'][seed.account] ?? '',
    ...Object.fromEntries(CATEGORIES.map((category, i) => [category, ['', 'A', 'B'][seed.categories[i] as number] ?? ''])),
  };
}

/** In cents of the euro, at a rate in hundredths. */
function worth(units: number, rate: number, decimals: number): string {
  return amountCell(Math.round((units * rate) / 10 ** decimals), 2);
}

/** A word stays a word; a number is that many minor units. */
function disputedCell(cell: string, decimals: number): string {
  return /^\d{2,}$|^5$/.test(cell) ? amountCell(Number(cell), decimals) : cell;
}

/** One credit of ten or more against the convention of the others: the others decide. */
function turnOne(rows: OracleRow[]): void {
  const credits = rows.flatMap((row, i) => {
    const kind = KINDS.find(({ key }) => key === row.kind);
    return kind?.side === -1 && /[1-9]/.test(row.amount ?? '') ? [i] : [];
  });
  const at = credits[3];
  if (credits.length < 10 || at === undefined) return;
  const row = rows[at] as OracleRow;
  const turn = (cell: string | undefined): string => (!cell ? '' : cell.startsWith('-') ? cell.slice(1) : `-${cell}`);
  rows[at] = { ...row, amount: turn(row.amount), base: turn(row.base) };
}

function dayBefore(days: number): string {
  return new Date(Date.parse(AS_OF) - days * 86_400_000).toISOString().slice(0, 10);
}
