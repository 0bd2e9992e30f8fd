// How much of an amount is without tax? Its share of the document it is of, else by the customer's rate; what nobody tells stays whole, and is told apart.
import { mulDiv } from '../../core/rounding.ts';
import type { Ratio } from '../../ledger/side-table.ts';

/** Shares of 1 by row of the ledger; undefined where nothing is said. */
export type WithoutTax = {
  readonly ofDocument: (row: number) => Ratio | undefined;
  readonly ofCustomer: (row: number) => Ratio | undefined;
};

/** A sum without tax, and what of it nobody tells the tax of: that is in it with tax. */
export type NetSum = { net: number; untold: number };

export function addNet(to: NetSum, amount: number, share: Ratio | undefined): void {
  if (share === undefined) to.untold += amount;
  to.net += share === undefined ? amount : mulDiv(amount, share.numerator, share.denominator, 'half-up');
}
