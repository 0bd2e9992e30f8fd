// Which shares, coefficients and days does the table of customers say of one customer? They go before those that hold for all.
import type { SideTable } from '../ledger/side-table.ts';
import type { Factors } from '../measures/limit-methods.ts';
import { parseFactor } from '../read/ratio.ts';
import type { CustomerField } from '../read/tables/customers.ts';

/** Only what is filled. */
export function ownFactors(table: SideTable<CustomerField>, row: number): Partial<Factors> {
  const factor = (field: CustomerField) => parseFactor(table.text(field, row));
  const days = (field: CustomerField): number | undefined => {
    const text = table.text(field, row);
    return text === '' ? undefined : Number(text) * 100;
  };
  const said = {
    netWorthShare: table.ratio('net_worth_share', row),
    supplierDebtShare: table.ratio('supplier_debt_share', row),
    totalPurchasesShare: table.ratio('total_purchases_share', row),
    termsCoefficient: factor('terms_coefficient'),
    behaviourCoefficient: factor('behaviour_coefficient'),
    monthsOfSales: factor('months_of_sales'),
    deliveryLag: days('delivery_lag'),
    invoicingCycle: days('invoicing_cycle'),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Factors>;
}
