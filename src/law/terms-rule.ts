// How does a law say until when a buyer may pay? As days from an invoice or a delivery, before or after the end of the month; where a contract does not say which, the latest.
import type { Word } from '../core/word.ts';
import type { Mark } from './dated.ts';

/** Days, and where the end of the month comes: `before` it is gone to first and the days are counted from it, `after` the days come first. */
export type Limit = { readonly days: number; readonly endOfMonth?: 'before' | 'after' };

export type TermsRule = {
  readonly key: string;
  readonly name: Word;
  readonly limits: readonly Limit[];
  /** A ledger knows no deliveries: the day of the invoice stands for them, and it is said. */
  readonly from: 'invoice' | 'delivery';
  readonly mark: Mark;
  readonly source: string;
};

export type TermsRules = {
  readonly rules: readonly TermsRule[];
  /** The rule where nothing is said of a customer, and that for public buyers. */
  readonly standard: string;
  readonly public: string;
  /** The most that may be fined, in words. */
  readonly fine?: Word;
};
