// What are the ratios of receivables? Each formula of rules §1.1 to 1.4 that `ar dso` shows, exact; undefined where it would divide by nothing. Amounts are minor units of one currency.
import { type Fraction, fraction, minus, plus, times } from '../../core/fraction.ts';
import { LARGEST_SUM, type Minor, minor } from '../../core/money.ts';
import { type Rate, WHOLE } from '../../core/rate.ts';
import { divideBig } from '../../core/rounding.ts';

/**
 * An amount as days of the sales of a period: simple DSO of the receivable, best possible DSO of what is not due, delinquent DSO of what is overdue, disputed DSO of what is in dispute.
 */
export function daysOfSales(amount: number, sales: number, days: number): Fraction | undefined {
  return fraction(BigInt(amount) * BigInt(days), sales);
}

/** The same of the average of what was open at the begin and at the end of the period. */
export function averageDso(begin: number, end: number, sales: number, days: number): Fraction | undefined {
  return fraction((BigInt(begin) + BigInt(end)) * BigInt(days), 2n * BigInt(sales));
}

/** Sales of a year over the average receivable. */
export function receivableTurns(begin: number, end: number, yearlySales: bigint): Fraction | undefined {
  return fraction(2n * yearlySales, BigInt(begin) + BigInt(end));
}

/** Collection effectiveness index (indice d'efficacité du recouvrement), a share of 1. */
export function collectionEffectiveness(begin: number, sales: number, end: number, endNotDue: number): Fraction | undefined {
  const collectable = BigInt(begin) + BigInt(sales);
  return fraction(collectable - BigInt(end), collectable - BigInt(endNotDue));
}

/** Cash collected in a month over what could be (taux de recouvrement), a share of 1. */
export function collectionRate(cash: number, begin: number, sales: number): Fraction | undefined {
  return fraction(cash, BigInt(begin) + BigInt(sales));
}

/** What of a day's sales is worth in money, of a year of 365 or 360 days. */
export function valueOfDay(yearlySales: bigint, yearDays: number): Minor {
  return minor(Number(divideBig(yearlySales, BigInt(yearDays), 'half-up')));
}

/** What sales of so many days come to in a year; sales of a whole one as they are. Those of a few days may come to more than an amount can hold. */
export function yearlySales(sales: number, days: number): bigint {
  return days === 365 || days === 366 ? BigInt(sales) : divideBig(BigInt(sales) * 365n, BigInt(days), 'half-up');
}

/** The cash that fewer days would release, once, in minor units: (DSO − target) × a day's sales. Negative where the target is the longer one. */
export function cashReleased(dso: Fraction, target: Fraction, yearlySales: bigint, yearDays: number): Fraction {
  return times(minus(dso, target), yearlySales, yearDays);
}

/** What the cash costs in a year at this rate. */
export function yearlySaving(cash: Fraction, rate: Rate): Fraction {
  return times(cash, rate, WHOLE);
}

/** In whole minor units: each amount is rounded once, from what is exact. Undefined beyond what an amount can hold. */
export function inMinorUnits({ numerator, denominator }: Fraction): Minor | undefined {
  const units = Number(divideBig(numerator, denominator, 'half-up'));
  return Math.abs(units) > LARGEST_SUM ? undefined : minor(units);
}

/** What a project brings in a year beyond what it costs, a share of its cost. */
export function projectReturn(saving: number, avoidedLosses: number, cost: number): Fraction | undefined {
  return fraction(BigInt(saving) + BigInt(avoidedLosses) - BigInt(cost), cost);
}

/** Months until a project has brought in what it costs. */
export function paybackMonths(saving: number, avoidedLosses: number, cost: number): Fraction | undefined {
  return fraction(12n * BigInt(cost), BigInt(saving) + BigInt(avoidedLosses));
}

/** Σ open × days since the invoice ÷ sales of its month (true DSO), or Σ open × days of the month ÷ its sales (weighted by sales): one part a month. */
export function sumOfParts(parts: Iterable<{ readonly amountDays: bigint; readonly sales: number }>): Fraction | undefined {
  let sum: Fraction | undefined = fraction(0, 1);
  for (const { amountDays, sales } of parts) {
    const part = fraction(amountDays, sales);
    sum = part === undefined || sum === undefined ? undefined : plus(sum, part);
  }
  return sum;
}
