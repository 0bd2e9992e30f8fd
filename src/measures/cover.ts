// How much of a risk would somebody else pay? The insurer's share of what it covers, then a guarantee of what is left (rules §1.6): never more than the risk.
import type { Day } from '../core/day.ts';
import { mulDiv } from '../core/rounding.ts';
import type { Ratio } from '../ledger/side-table.ts';

/** Amounts in minor units of the currency of the risk. */
export type Insurance = {
  readonly limit: number;
  /** What it pays of what it covers. */
  readonly share: Ratio;
  /** It covers amounts without tax. */
  readonly isNet: boolean;
  /** The rate of tax in the amounts; undefined where nobody says it. */
  readonly vat: Ratio | undefined;
  /** Its last day; undefined where none is said. */
  readonly until: Day | undefined;
};

export type Guarantee = { readonly amount: number; readonly until: Day | undefined };

/** Why a cover that is there pays nothing. */
export type Uncovered = 'insurance_expired' | 'insurance_vat_missing' | 'guarantee_expired';

export type Cover = {
  /** What the insurer covers of the risk, with tax, before its limit and its share. */
  readonly insurable: number;
  /** The same as its limit counts it. */
  readonly counted: number;
  readonly insured: number;
  /** What was left for a guarantee. */
  readonly left: number;
  readonly guaranteed: number;
  /** insured + guaranteed. */
  readonly covered: number;
  readonly missing: readonly Uncovered[];
};

/**
 * `gross`: the gross risk. `orders`: what of the exposure is ordered and not delivered, which an insurer covers only where `coversOrders`; deposits were paid on orders, so they are set against these first.
 */
export function coverOf(
  risk: { readonly gross: number; readonly orders: number; readonly deposits: number },
  insurance: Insurance | undefined,
  guarantee: Guarantee | undefined,
  asOf: Day,
  coversOrders: boolean,
): Cover {
  const missing: Uncovered[] = [];
  const gross = Math.max(0, risk.gross);
  const ordersLeft = coversOrders ? 0 : Math.max(0, risk.orders - risk.deposits);
  const insurable = insurance === undefined ? 0 : Math.max(0, Math.min(gross, risk.gross - ordersLeft));
  let counted = insurable;
  if (insurance !== undefined && isOver(insurance.until, asOf)) {
    missing.push('insurance_expired');
    counted = 0;
  } else if (insurance?.isNet === true) {
    if (insurance.vat === undefined) missing.push('insurance_vat_missing');
    counted = insurance.vat === undefined ? 0 : withoutTax(insurable, insurance.vat);
  }
  const insured =
    insurance === undefined
      ? 0
      : mulDiv(Math.min(counted, insurance.limit), insurance.share.numerator, insurance.share.denominator, 'half-up');
  const left = gross - insured;
  if (guarantee !== undefined && isOver(guarantee.until, asOf)) missing.push('guarantee_expired');
  const guaranteed = guarantee === undefined || missing.includes('guarantee_expired') ? 0 : Math.min(guarantee.amount, left);
  return { insurable, counted, insured, left, guaranteed, covered: insured + guaranteed, missing };
}

/** A cover holds on its last day. */
export function isOver(until: Day | undefined, asOf: Day): boolean {
  return until !== undefined && asOf > until;
}

function withoutTax(amount: number, { numerator, denominator }: Ratio): number {
  return mulDiv(amount, denominator, denominator + numerator, 'half-up');
}
