// What does each method of rules §1.7 make of what is known of a customer? One figure a method, or none where something it rests on is not known.
import { type Fraction, rounded, times, whole } from '../core/fraction.ts';
import { minor } from '../core/money.ts';
import { mulDiv } from '../core/rounding.ts';
import type { Ratio } from '../ledger/side-table.ts';
import { isOver } from './cover.ts';
import type { Known, LimitPolicy } from './credit-limit.ts';

/** In the order of their columns; of two that come to the same the first binds. */
export const BASES = [
  ...(['need', 'behaviour', 'insurer', 'net_worth', 'peak', 'afdcc', 'months_of_sales'] as const),
  ...(['supplier_debt', 'total_purchases'] as const),
] as const;
export type Basis = (typeof BASES)[number];

/** What a house decides: shares and coefficients, and days in hundredths. What the table says of a customer goes before what holds for all. */
export type Factors = {
  readonly netWorthShare: Ratio;
  readonly supplierDebtShare: Ratio;
  readonly totalPurchasesShare: Ratio;
  /** CDP and CCP of the AFDCC: the terms granted, and how the customer pays. */
  readonly termsCoefficient: Ratio;
  readonly behaviourCoefficient: Ratio;
  /** Undefined where nobody says how many. */
  readonly monthsOfSales: Ratio | undefined;
  /** Days from order to delivery, which the need has to bear as well. */
  readonly deliveryLag: number;
  /** Days from delivery to invoice. */
  readonly invoicingCycle: number;
};

/** What several methods rest on. */
export type Rests = {
  readonly annual: number | undefined;
  readonly days: number | undefined;
  readonly factors: Factors;
};

type Method = (known: Known, rests: Rests, policy: LimitPolicy) => number | undefined;

const YEAR = 365;
const HUNDREDTHS = 100;
/** The year of rules §1.7: 240,000 × 45 ÷ 360 = 30,000. In hundredths of a day. */
const YEAR_OF_NEED = 360 * HUNDREDTHS;
const MONTH_OF_NEED = { numerator: 1, denominator: 30 * HUNDREDTHS };
const A_MONTH_OF_YEAR = { numerator: 1, denominator: 12 };

export const METHODS: { readonly [basis in Basis]: Method } = {
  need: (_, { annual, days }) =>
    annual === undefined || annual <= 0 || days === undefined ? undefined : mulDiv(annual, days, YEAR_OF_NEED, 'half-up'),
  behaviour: behaviourOf,
  insurer: ({ terms, currency }, _, { asOf }) => {
    const insurance = terms?.currency === currency ? terms.insurance : undefined;
    return insurance === undefined || isOver(insurance.until, asOf) ? undefined : insurance.limit;
  },
  net_worth: ({ netWorth }, { factors }) =>
    netWorth === undefined ? undefined : product(Math.max(0, netWorth), [factors.netWorthShare]),
  peak: (known, { factors }, { growth }) => {
    const [peak, days] = [peakOf(known), daysToFinance(known, factors.invoicingCycle)];
    if (peak === undefined || peak <= 0 || days === undefined) return undefined;
    const growing = known.saidPeak === undefined ? [onTop(growth)] : [];
    return product(peak, [...growing, { numerator: days, denominator: 1 }, MONTH_OF_NEED]);
  },
  afdcc: ({ commitments }, { factors }) => {
    const base = commitments === undefined ? 0 : commitments.orders + commitments.unbilled + commitments.unpaid;
    // Who owes and orders nothing shows no base; a limit of 0 would stop the next order.
    return base <= 0 ? undefined : product(base, [factors.termsCoefficient, factors.behaviourCoefficient]);
  },
  months_of_sales: (_, { annual, factors: { monthsOfSales } }) =>
    annual === undefined || annual <= 0 || monthsOfSales === undefined
      ? undefined
      : product(annual, [monthsOfSales, A_MONTH_OF_YEAR]),
  supplier_debt: ({ supplierDebt }, { factors }) =>
    supplierDebt === undefined ? undefined : product(supplierDebt, [factors.supplierDebtShare]),
  total_purchases: ({ totalPurchases }, { factors }) =>
    totalPurchases === undefined ? undefined : product(totalPurchases, [factors.totalPurchasesShare]),
};

/** An amount times all factors, rounded once, half up. */
function product(amount: number, factors: readonly Ratio[]): number {
  const exact = factors.reduce((so: Fraction, { numerator, denominator }) => times(so, numerator, denominator), whole(amount));
  return minor(rounded(exact, 0));
}

/** A forecast goes first; else the sales of twelve months, scaled up where the ledger began later, and grown. */
export function annualOf({ forecast, sales, salesOfDays }: Known, growth: Ratio): number | undefined {
  if (forecast !== undefined) return forecast;
  if (sales === undefined) return undefined;
  const year = salesOfDays === undefined ? sales : mulDiv(sales, YEAR, salesOfDays, 'half-up');
  return product(year, [onTop(growth)]);
}

/** Terms, lateness where there is any, and what comes before the invoice, in hundredths of a day. */
export function daysToFinance({ termsDays, daysLate }: Known, before: number): number | undefined {
  return termsDays === undefined ? undefined : termsDays + Math.max(0, daysLate ?? 0) + before;
}

/** Sales of the month of most: what the table expects goes first. */
export function peakOf({ saidPeak, topMonth }: Known): number | undefined {
  return saidPeak ?? topMonth?.amount;
}

/** The first order of somebody new is all that a house ventures, where it says how much. */
export function firstOrderOf({ currency, peak, isNew }: Known, { firstOrder }: LimitPolicy): number | undefined {
  return peak === undefined && isNew ? firstOrder.get(currency) : undefined;
}

function behaviourOf(known: Known, _: Rests, policy: LimitPolicy): number | undefined {
  const { peak, daysLate } = known;
  if (peak === undefined || daysLate === undefined) return firstOrderOf(known, policy);
  // Who pays at once was never owed anything, and shows nothing.
  return peak.amount === 0 && daysLate <= 0 ? undefined : product(peak.amount, [onTop(policy.growth)]);
}

function onTop({ numerator, denominator }: Ratio): Ratio {
  return { numerator: denominator + numerator, denominator };
}
