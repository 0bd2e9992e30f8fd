// When is an amount due? Payment terms as steps taken one after the other from the day of the document, in one or several shares. The words "45
// days end of month" have two lawful readings (rules §2.1); the order of the steps says which one is meant.
import { type Day, dayOf, endOfMonth, nextDate, plusMonths } from '../core/day.ts';
import { type Minor, minor } from '../core/money.ts';
import { mulDiv } from '../core/rounding.ts';

/** `on` goes to the next day of that date, the day itself included; in a shorter month its last day stands for it. */
export type Step =
  | { readonly do: 'days'; readonly count: number }
  | { readonly do: 'months'; readonly count: number }
  | { readonly do: 'end-of-month' }
  | { readonly do: 'on'; readonly date: number };

/** How much of the amount: a part of it, a fixed sum (`digits` with `decimals` of them behind the point), or what the other shares leave. */
export type Part =
  | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'fixed'; readonly digits: number; readonly decimals: number }
  | { readonly kind: 'rest' };

export type Share = { readonly part: Part; readonly steps: readonly Step[] };

/** At least one share; parts without a `rest` add up to the whole. */
export type Terms = readonly Share[];

export type Instalment = { readonly due: Day; readonly amount: Minor };

/** Days are written with four digits of a year: what is due later than this is due on no day that can be written. */
export const LAST_DUE_DAY = dayOf(9999, 12, 31);

/** Where the steps lead from a day. A month counted from the end of a month that a step went to ends at the end of a month. */
export function dueDay(from: Day, steps: readonly Step[]): Day {
  let day = from;
  let atEnd = false;
  for (const step of steps) {
    if (step.do === 'days') day = (day + step.count) as Day;
    else if (step.do === 'months') day = atEnd ? endOfMonth(plusMonths(day, step.count)) : plusMonths(day, step.count);
    else if (step.do === 'end-of-month') day = endOfMonth(day);
    else day = nextDate(day, step.date);
    atEnd = step.do === 'end-of-month' || (atEnd && step.do === 'months');
  }
  return day;
}

/**
 * What is due when, of `amount` minor units of a currency with `exponent` decimals. Each share is rounded half up and the last one takes what
 * is left, so that they add up; a fixed sum has the sign of the amount, and is never more than what the shares before it left. Nothing is due in
 * one instalment, whatever the terms. Undefined when a fixed sum has more decimals than the currency.
 */
export function instalments(terms: Terms, from: Day, amount: Minor, exponent: number): readonly Instalment[] | undefined {
  const [first] = terms;
  if (amount === 0 && first !== undefined) return [{ due: terms.length === 1 ? dueDay(from, first.steps) : from, amount }];
  const sums = terms.map(({ part }) => sumOf(part, amount, exponent));
  if (sums.includes(Number.NaN)) return undefined;
  const rest = terms.findIndex(({ part }) => part.kind === 'rest');
  const last = rest < 0 ? terms.length - 1 : rest;
  let left: number = amount;
  for (const [i, sum] of sums.entries()) {
    if (i === last) continue;
    sums[i] = Math.sign(amount) * Math.min(Math.abs(sum), Math.abs(left));
    left -= sums[i] as number;
  }
  sums[last] = left;
  return terms.map(({ steps }, i) => ({ due: dueDay(from, steps), amount: minor(sums[i] as number) }));
}

/** Minor units of a part; 0 for the rest, NaN for a fixed sum the currency cannot hold. */
function sumOf(part: Part, amount: Minor, exponent: number): number {
  if (part.kind === 'rest') return 0;
  if (part.kind === 'ratio') return mulDiv(amount, part.numerator, part.denominator, 'half-up');
  if (part.decimals > exponent) return Number.NaN;
  return Math.sign(amount) * part.digits * 10 ** (exponent - part.decimals);
}
