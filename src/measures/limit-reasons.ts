// Why is a figure of a proposed limit not there, or what it is? Only what a method that is reckoned rests on is told.

import { isOver } from './cover.ts';
import type { Known, LimitPolicy } from './credit-limit.ts';
import { type Basis, firstOrderOf, peakOf, type Rests } from './limit-methods.ts';

export type LimitReason =
  | 'proceeding'
  | 'history_missing'
  | 'no_sales'
  | 'terms_unknown'
  | 'no_payment'
  | 'first_order'
  | 'none_in_time'
  | 'paid_at_once'
  | 'history_short'
  | 'insurance_expired'
  | 'limit_in_currency'
  | 'orders_unknown'
  | 'nothing_committed'
  | 'months_unknown'
  | 'supplier_debt_unknown'
  | 'total_purchases_unknown';

type Found = readonly [LimitReason, boolean];

export function reasonsOf(known: Known, isOpen: boolean, rests: Rests, policy: LimitPolicy): LimitReason[] {
  const { terms, currency } = known;
  const own = terms?.currency === currency ? terms : undefined;
  const found: Found[] = [
    ['proceeding', isOpen],
    ...ofSales(known, rests, policy),
    ...ofBehaviour(known, policy),
    ['history_short', isScaled(known, policy)],
    [
      'insurance_expired',
      policy.methods.has('insurer') && own?.insurance !== undefined && isOver(own.insurance.until, policy.asOf),
    ],
    ['limit_in_currency', terms?.limit !== undefined && own === undefined],
    ...ofOthers(known, rests, policy.methods),
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

function byYear(methods: ReadonlySet<Basis>): boolean {
  return methods.has('need') || methods.has('months_of_sales');
}

function ofSales(known: Known, { annual }: Rests, { methods }: LimitPolicy): Found[] {
  const isOfYear = byYear(methods);
  const isOfMonth = methods.has('peak');
  const peak = peakOf(known);
  const sold = (amount: number | undefined): boolean => amount !== undefined && amount > 0;
  const nothing = (amount: number | undefined): boolean => amount !== undefined && amount <= 0;
  return [
    ['history_missing', (isOfYear && annual === undefined) || (isOfMonth && peak === undefined)],
    ['no_sales', (isOfYear && nothing(annual)) || (isOfMonth && nothing(peak))],
    ['terms_unknown', known.termsDays === undefined && ((methods.has('need') && sold(annual)) || (isOfMonth && sold(peak)))],
  ];
}

function ofBehaviour(known: Known, policy: LimitPolicy): Found[] {
  const { sales, peak, daysLate } = known;
  if (!policy.methods.has('behaviour')) return [];
  const isFirst = firstOrderOf(known, policy) !== undefined;
  return [
    ['no_payment', sales !== undefined && peak === undefined && !isFirst],
    ['first_order', isFirst],
    [(daysLate ?? 0) > 0 ? 'none_in_time' : 'paid_at_once', peak?.amount === 0],
  ];
}

function isScaled({ sales, forecast, salesOfDays, saidPeak }: Known, { methods }: LimitPolicy): boolean {
  const rests = (byYear(methods) && forecast === undefined) || (methods.has('peak') && saidPeak === undefined);
  return rests && sales !== undefined && sales > 0 && salesOfDays !== undefined;
}

function ofOthers(
  { commitments, supplierDebt, totalPurchases }: Known,
  { factors }: Rests,
  methods: ReadonlySet<Basis>,
): Found[] {
  const committed = commitments === undefined ? 0 : commitments.orders + commitments.unbilled + commitments.unpaid;
  return [
    ['orders_unknown', methods.has('afdcc') && commitments === undefined],
    ['nothing_committed', methods.has('afdcc') && commitments !== undefined && committed <= 0],
    ['months_unknown', methods.has('months_of_sales') && factors.monthsOfSales === undefined],
    ['supplier_debt_unknown', methods.has('supplier_debt') && supplierDebt === undefined],
    ['total_purchases_unknown', methods.has('total_purchases') && totalPurchases === undefined],
  ];
}
