// What happened in the months of a window: how long payments took and how late they were, which terms were granted, and how many of the invoices were late or disputed?
import { type Day, NO_DAY } from '../../core/day.ts';
import { ExactSum, type Fraction, fraction } from '../../core/fraction.ts';
import { type Month, monthOf } from '../../core/month.ts';
import { mulDiv } from '../../core/rounding.ts';
import { kindCode } from '../../ledger/kind.ts';
import { column, documentDays, type Ledger, wholeRows } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';
import { asideOf } from '../aside.ts';
import { goesOn, type LateClaims } from '../late-claims.ts';
import { type CashPayments, cashPayments } from '../payment-times.ts';
import type { Slots } from './slots.ts';

const INVOICE = kindCode('invoice');

/** Sums of one slot and month; products are amounts × days. */
class Flow {
  paid = 0;
  readonly toPay = new ExactSum();
  /** Of what was paid, what had an agreed due day, and what came after it. */
  paidDue = 0;
  paidLate = 0;
  readonly late = new ExactSum();
  readonly floored = new ExactSum();
  /** Of invoices issued, what had an agreed due day. */
  termed = 0;
  readonly terms = new ExactSum();
  invoices = 0;
  invoicesLate = 0;
  invoicesDisputed = 0;
}

/** The same of the months of a window. */
export type FlowOver = {
  readonly paid: number;
  /** What of it, and of the invoices, had an agreed due day. */
  readonly paidDue: number;
  readonly termed: number;
  readonly daysToPay: Fraction | undefined;
  readonly daysLate: Fraction | undefined;
  /** Early payments count as paid on the day. */
  readonly daysLateFloored: Fraction | undefined;
  /** With a sum of amounts × days beside, such as what is open and late on the day. */
  readonly daysLateWith: (amount: number, days: bigint) => Fraction | undefined;
  readonly paidLateRate: Fraction | undefined;
  readonly terms: Fraction | undefined;
  readonly invoices: number;
  readonly invoicesLate: number;
  readonly invoicesDisputed: number;
  /** Of the invoices, those that were paid late or are late. */
  readonly lateCountRate: Fraction | undefined;
  readonly disputedCountRate: Fraction | undefined;
};

class Flows {
  readonly #slots: Slots;
  /** By slot, its months. */
  readonly #months: Map<Month, Flow>[];

  constructor(slots: Slots) {
    this.#slots = slots;
    this.#months = slots.groups.map(() => new Map());
  }

  of(row: number, month: Month): Flow {
    const months = this.#months[this.#slots.slotOfUnit[this.#slots.unitOf(row)] as number] as Map<Month, Flow>;
    let flow = months.get(month);
    if (flow === undefined) months.set(month, (flow = new Flow()));
    return flow;
  }

  over(slot: number, from: Month, to: Month): FlowOver {
    const flows = [...(this.#months[slot] as Map<Month, Flow>)].flatMap(([month, flow]) =>
      month >= from && month <= to ? [flow] : [],
    );
    const sum = (of: (flow: Flow) => number): number => flows.reduce((total, flow) => total + of(flow), 0);
    const exact = (of: (flow: Flow) => ExactSum): bigint => flows.reduce((total, flow) => total + of(flow).value, 0n);
    const paidDue = sum((flow) => flow.paidDue);
    const late = exact((flow) => flow.late);
    const floored = exact((flow) => flow.floored);
    const paid = sum((flow) => flow.paid);
    const termed = sum((flow) => flow.termed);
    const invoices = sum((flow) => flow.invoices);
    const invoicesLate = sum((flow) => flow.invoicesLate);
    const invoicesDisputed = sum((flow) => flow.invoicesDisputed);
    return {
      ...{ paid, paidDue, termed },
      daysToPay: fraction(
        exact((flow) => flow.toPay),
        paid,
      ),
      daysLate: fraction(late, paidDue),
      daysLateFloored: fraction(floored, paidDue),
      daysLateWith: (amount, days) => fraction(late + days, paidDue + amount),
      paidLateRate: fraction(
        sum((flow) => flow.paidLate),
        paidDue,
      ),
      terms: fraction(
        exact((flow) => flow.terms),
        sum((flow) => flow.termed),
      ),
      ...{ invoices, invoicesLate, invoicesDisputed },
      lateCountRate: fraction(invoicesLate, invoices),
      disputedCountRate: fraction(invoicesDisputed, invoices),
    };
  }
}

/** Of payments by their day and invoices by theirs, from a month on and up to the as-of day, as that day knows them. */
export function flowsOf(
  book: Book,
  asOf: Day,
  slots: Slots,
  since: Month,
  claims: LateClaims,
  { keeps, inBase }: { readonly keeps: (row: number) => boolean; readonly inBase: boolean },
): Flows {
  const flows = new Flows(slots);
  const payments = cashPayments(book, asOf, claims, keeps);
  const isLate = lateDocuments(book, asOf, claims, payments);
  const { ledger } = book;
  const worth = inBase ? worthOf(ledger) : (_row: number, amount: number): number => amount;
  for (let i = 0; i < payments.count; i++) addPayment(flows, payments, i, since, worth);
  addInvoices(flows, book, asOf, since, { keeps, isLate, worth });
  return flows;
}

function addPayment(
  flows: Flows,
  { claim, amount, paid, issued, due }: CashPayments,
  i: number,
  since: Month,
  worth: (row: number, amount: number) => number,
): void {
  const [row, day] = [claim[i] as number, paid[i] as number];
  const month = monthOf(day as Day);
  if (month < since) return;
  const flow = flows.of(row, month);
  const weight = worth(row, amount[i] as number);
  flow.paid += weight;
  flow.toPay.add(weight, day - (issued[i] as number));
  if (due[i] === NO_DAY) return;
  const late = day - (due[i] as number);
  flow.paidDue += weight;
  flow.late.add(weight, late);
  flow.floored.add(weight, Math.max(0, late));
  if (late > 0) flow.paidLate += weight;
}

function addInvoices(
  flows: Flows,
  { ledger, holds }: Book,
  asOf: Day,
  since: Month,
  {
    keeps,
    isLate,
    worth,
  }: {
    readonly keeps: (row: number) => boolean;
    readonly isLate: Uint8Array;
    readonly worth: (row: number, amount: number) => number;
  },
): void {
  const aside = asideOf(ledger);
  const dates = documentDays(ledger);
  const disputed = column(ledger, 'disputed');
  const whole = wholeRows(ledger);
  for (let row = 0; row < ledger.count; row++) {
    const amount = ledger.amount[row] as number;
    const day = ledger.day[row] as number;
    if (ledger.kind[row] !== INVOICE || amount <= 0 || day > asOf || aside(row) !== 0 || !keeps(row) || !holds(row)) continue;
    const month = monthOf(day as Day);
    if (month < since) continue;
    const flow = flows.of(row, month);
    if (ledger.due[row] !== NO_DAY) {
      const weight = worth(row, amount);
      flow.termed += weight;
      flow.terms.add(weight, (ledger.due[row] as number) - (dates[row] as number));
    }
    // A document in instalments is one invoice.
    if (whole(row) !== row) continue;
    flow.invoices++;
    if (isLate[row] === 1) flow.invoicesLate++;
    if (disputed !== undefined && disputed[row] !== 0) flow.invoicesDisputed++;
  }
}

/** By row, 1 for a document of which something was paid after its due day, or is open past it. */
function lateDocuments(book: Book, asOf: Day, claims: LateClaims, { count, document, paid, due }: CashPayments): Uint8Array {
  const { ledger } = book;
  const { open } = book.at(asOf);
  const isLate = new Uint8Array(ledger.count);
  const whole = wholeRows(ledger);
  for (let i = 0; i < count; i++) {
    if (due[i] !== NO_DAY && (paid[i] as number) > (due[i] as number)) isLate[whole(document[i] as number)] = 1;
  }
  for (let row = 0; row < ledger.count; row++) {
    if ((open[row] as number) <= 0) continue;
    if (ledger.due[row] !== NO_DAY && (ledger.due[row] as number) < asOf) isLate[whole(row)] = 1;
    if (!goesOn(ledger.kind[row] as number)) continue;
    for (const { due: agreed, invoices, open: left } of claims.of(row, open[row] as number)) {
      if (left <= 0 || agreed === NO_DAY || agreed >= asOf) continue;
      for (const { debit } of invoices) isLate[whole(debit)] = 1;
    }
  }
  return isLate;
}

/** A part of a row in the books' currency: its share of what the row is worth there. */
export function worthOf(ledger: Ledger): (row: number, amount: number) => number {
  const base = column(ledger, 'base');
  return (row, amount) =>
    base === undefined ? amount : mulDiv(base[row] as number, amount, ledger.amount[row] as number, 'half-up');
}
