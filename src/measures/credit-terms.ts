// How much credit does a customer have, and who stands for it? What the table of customers says of limits, cover and what stops deliveries.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Guarantee, Insurance } from './cover.ts';

/** Parts of an exposure that may have a limit of their own, by the key of their column; the field of the customers' table is `<key>_limit`. */
export const LIMITED_PARTS = [
  ...(['balance', 'bills', 'discounted_bills', 'unbilled', 'orders', 'overdue', 'not_due'] as const),
] as const;
export type LimitedPart = (typeof LIMITED_PARTS)[number];

/** Amounts in minor units of `currency`; nothing of it speaks of another one. */
export type CreditTerms = {
  readonly currency: Currency;
  /** 0 is a limit; undefined is none. */
  readonly limit: number | undefined;
  readonly parts: readonly { readonly part: LimitedPart; readonly limit: number }[];
  /** '' for a customer of no group. */
  readonly group: string;
  readonly insurance: Insurance | undefined;
  readonly guarantee: Guarantee | undefined;
  /** What the table says, where it stops deliveries; '' where it does not. */
  readonly blocked: string;
  readonly proceeding: string;
  readonly judgment: Day | undefined;
};
