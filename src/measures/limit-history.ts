// What does the ledger know of a customer that a credit limit can rest on? Sales of the last twelve months, the days granted, how late was paid, and the most that was owed at once of what was paid in time.
import type { Currency } from '../core/currency.ts';
import { type Day, lastWithin, NO_DAY } from '../core/day.ts';
import { ExactSum, fraction, rounded, times } from '../core/fraction.ts';
import { kindCode } from '../ledger/kind.ts';
import { currencyAt, documentDays, type Ledger } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { BY_COLUMNS, type Settlements } from '../settle/open-items.ts';
import { GoneOver } from './gone-over.ts';
import { ofInstalments } from './instalment-settlements.ts';

/** Of one customer in one currency; amounts in its minor units, days in hundredths. */
export type CreditHistory = {
  readonly customer: number;
  readonly currency: Currency;
  /** Invoices less credit notes, with tax, of the last twelve months. */
  readonly sales: number;
  /** Days from document to due day, weighted by amount; undefined where nobody agreed one. */
  readonly termsDays: number | undefined;
  /** Days from due day to payment, weighted by amount, those paid early with them; undefined where nothing was paid. */
  readonly daysLate: number | undefined;
  /** The most that was owed at once of what was paid in time, and its day; undefined where nothing was paid that had an agreed day. */
  readonly peak: { readonly amount: number; readonly day: Day } | undefined;
  /** Money came from him, whenever that was and whatever it paid, or he is carried forward: his are no first orders. */
  readonly isEstablished: boolean;
};

export type CreditHistories = {
  readonly rows: readonly CreditHistory[];
  readonly from: Day;
  /** The first posting of the ledger; NO_DAY where there is none. */
  readonly begins: Day;
  /** Nothing of it is settled: what was sold and paid before is not in it. */
  readonly isOpenItemsOnly: boolean;
};

const [INVOICE, CREDIT_NOTE, PAYMENT, ADVANCE] = (['invoice', 'credit_note', 'payment', 'advance'] as const).map(kindCode);
const ESTABLISHED = new Set((['payment', 'advance', 'opening'] as const).map(kindCode));
const NO_CLAIMS = new Set((['refund', 'fx'] as const).map(kindCode));

/** `grace`: days after the due day that still are in time. */
export function creditHistories(
  book: Book,
  { asOf, customers, grace }: { readonly asOf: Day; readonly customers: ReadonlySet<number> | undefined; readonly grace: number },
): CreditHistories {
  const { ledger } = book;
  const from = (lastWithin(asOf, -12) + 1) as Day;
  const currencies = Math.max(1, ledger.currencies.length);
  const keyAt = (row: number): number => (ledger.customer[row] as number) * currencies + (ledger.currency[row] as number);
  const keeps = (row: number): boolean =>
    (ledger.day[row] as number) <= asOf && customers?.has(ledger.customer[row] as number) !== false && book.holds(row);
  const sold = soldIn(ledger, from, keyAt, keeps, ledger.customers.size * currencies);
  const paid = paidIn(book, { from, asOf, grace }, keyAt, keeps, ledger.customers.size * currencies);
  const rows: CreditHistory[] = [];
  sold.isKnown.forEach((isKnown, key) => {
    if (isKnown === 0) return;
    rows.push({
      customer: Math.floor(key / currencies),
      currency: currencyAt(ledger, key % currencies),
      sales: sold.sales[key] as number,
      termsDays: average(sold.weighted.get(key), sold.agreed[key] as number),
      daysLate: average(paid.weighted.get(key), paid.amount[key] as number),
      peak:
        (paid.amount[key] as number) === 0
          ? undefined
          : { amount: paid.peak[key] as number, day: paid.peakDay[key] as number as Day },
      isEstablished: sold.isEstablished[key] === 1 || paid.byColumns[key] === 1,
    });
  });
  return { rows, from, ...wholeOf(book, asOf, customers) };
}

/** In hundredths of a day, half up: a sum that a double cannot hold, or a half that it misses, would be another need. */
function average(weighted: ExactSum | undefined, amount: number): number | undefined {
  const exact = fraction(weighted?.value ?? 0n, amount);
  return exact && rounded(times(exact, 100), 0);
}

/** Σ amount × days, by customer and currency; most have none. */
function weigh(sums: Map<number, ExactSum>, key: number, amount: number, days: number): void {
  let sum = sums.get(key);
  if (sum === undefined) sums.set(key, (sum = new ExactSum()));
  sum.add(amount, days);
}

/** When the books of those who are asked for begin, and whether they hold more than what is open: of several firms each on its own. */
function wholeOf(
  book: Book,
  asOf: Day,
  asked: ReadonlySet<number> | undefined,
): Pick<CreditHistories, 'begins' | 'isOpenItemsOnly'> {
  const { ledger } = book;
  const { customers } = ledger;
  const firms = new Set(customers.entities.length > 1 ? Array.from(asked ?? [], (number) => customers.entity(number)) : []);
  const { open } = book.at(asOf);
  let begins: number = NO_DAY;
  let isOpenItemsOnly = true;
  for (let row = 0; row < ledger.count; row++) {
    if (firms.size > 0 && !firms.has(customers.entity(ledger.customer[row] as number))) continue;
    const day = ledger.day[row] as number;
    if (begins === NO_DAY || day < begins) begins = day;
    if (isOpenItemsOnly && day <= asOf && (ledger.amount[row] as number) > 0 && open[row] === 0) isOpenItemsOnly = false;
  }
  return { begins: begins as Day, isOpenItemsOnly };
}

type Rows = (row: number) => number;
type Keeps = (row: number) => boolean;

function soldIn(ledger: Ledger, from: Day, keyAt: Rows, keeps: Keeps, size: number) {
  const [sales, agreed, weighted] = [new Float64Array(size), new Float64Array(size), new Map<number, ExactSum>()];
  const [isKnown, isEstablished] = [new Uint8Array(size), new Uint8Array(size)];
  const dates = documentDays(ledger);
  for (let row = 0; row < ledger.count; row++) {
    if (!keeps(row)) continue;
    const key = keyAt(row);
    isKnown[key] = 1;
    const kind = ledger.kind[row] as number;
    if (ESTABLISHED.has(kind)) isEstablished[key] = 1;
    if ((ledger.day[row] as number) < from || (kind !== INVOICE && kind !== CREDIT_NOTE)) continue;
    const amount = ledger.amount[row] as number;
    sales[key] = (sales[key] as number) + amount;
    const due = ledger.due[row] as number;
    if (kind !== INVOICE || amount <= 0 || due === NO_DAY) continue;
    agreed[key] = (agreed[key] as number) + amount;
    weigh(weighted, key, amount, due - (dates[row] as number));
  }
  return { sales, agreed, weighted, isKnown, isEstablished };
}

type Window = { readonly from: Day; readonly asOf: Day; readonly grace: number };
type Paired = Pick<Settlements, 'count' | 'debit' | 'credit' | 'amount' | 'day'>;

/** What was paid of debits with an agreed day, in money and on a day that is known; what bounced never was. */
function paidIn(book: Book, window: Window, keyAt: Rows, keeps: Keeps, size: number) {
  const { ledger } = book;
  const settlements = ofInstalments(ledger, book.settlements(window.asOf));
  const goneOver = new GoneOver(book, settlements, window.asOf);
  const paidOn = new Int32Array(settlements.count).fill(NO_DAY);
  const left = new Float64Array(settlements.count);
  const [amount, weighted] = [new Float64Array(size), new Map<number, ExactSum>()];
  const byColumns = new Uint8Array(size);
  for (let at = 0; at < settlements.count; at++) {
    const debit = settlements.debit[at] as number;
    if (debit < 0 || !keeps(debit)) continue;
    if (settlements.credit[at] === BY_COLUMNS) byColumns[keyAt(debit)] = 1;
    if (ledger.due[debit] === NO_DAY || NO_CLAIMS.has(ledger.kind[debit] as number)) continue;
    const day = dayPaid(ledger, settlements, at);
    const whole = (settlements.amount[at] as number) - goneOver.undone(at);
    if (day === NO_DAY || day < window.from || whole <= 0) continue;
    paidOn[at] = day;
    left[at] = whole;
    const key = keyAt(debit);
    amount[key] = (amount[key] as number) + whole;
    weigh(weighted, key, whole, day - (ledger.due[debit] as number));
  }
  return { amount, weighted, byColumns, ...peaksOf(ledger, settlements, { paidOn, left }, window, keyAt, size) };
}

/** The day of a payment, however late the invoice was posted; NO_DAY for what is no payment, and for one whose day nobody tells. */
function dayPaid({ columns, day, kind }: Ledger, settlements: Paired, at: number): number {
  const by = settlements.credit[at] as number;
  if (by === BY_COLUMNS) {
    const isDated = (columns.settled_on?.[settlements.debit[at] as number] ?? NO_DAY) !== NO_DAY;
    return isDated ? (settlements.day[at] as number) : NO_DAY;
  }
  const isMoney = by >= 0 && (kind[by] === PAYMENT || kind[by] === ADVANCE);
  return isMoney ? (day[by] as number) : NO_DAY;
}

/** The most that was owed at the end of a day of the window, of what was paid in time: one day after another, customer by customer. */
function peaksOf(
  ledger: Ledger,
  settlements: Paired,
  { paidOn, left }: { readonly paidOn: Int32Array; readonly left: Float64Array },
  { from, asOf, grace }: Window,
  keyAt: Rows,
  size: number,
) {
  const begins = new Int32Array(size + 1);
  const inTime = (at: number): boolean =>
    paidOn[at] !== NO_DAY && (paidOn[at] as number) <= (ledger.due[settlements.debit[at] as number] as number) + grace;
  for (let at = 0; at < settlements.count; at++) {
    if (!inTime(at)) continue;
    const behind = keyAt(settlements.debit[at] as number) + 1;
    begins[behind] = (begins[behind] as number) + 1;
  }
  for (let key = 0; key < size; key++) begins[key + 1] = (begins[key + 1] as number) + (begins[key] as number);
  const order = new Int32Array(begins[size] as number);
  const next = begins.slice();
  for (let at = 0; at < settlements.count; at++) {
    if (!inTime(at)) continue;
    const key = keyAt(settlements.debit[at] as number);
    order[next[key] as number] = at;
    next[key] = (next[key] as number) + 1;
  }
  const [peak, peakDay] = [new Float64Array(size), new Int32Array(size)];
  const change = new Float64Array(asOf - from + 2);
  for (let key = 0; key < size; key++) {
    if (begins[key] === begins[key + 1]) continue;
    change.fill(0);
    for (let i = begins[key] as number; i < (begins[key + 1] as number); i++) {
      const at = order[i] as number;
      const since = Math.max(from, ledger.day[settlements.debit[at] as number] as number);
      const until = paidOn[at] as number;
      if (until <= since) continue;
      change[since - from] = (change[since - from] as number) + (left[at] as number);
      change[until - from] = (change[until - from] as number) - (left[at] as number);
    }
    let owed = 0;
    for (let i = 0; i < change.length; i++) {
      owed += change[i] as number;
      if (owed <= (peak[key] as number)) continue;
      peak[key] = owed;
      peakDay[key] = from + i;
    }
  }
  return { peak, peakDay };
}
