// What does a law say of late payment? Its default rate by who owes, the least a contract may say, what recovery costs the debtor, and after how long a debt lapses.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Minor } from '../core/money.ts';
import type { Rate } from '../core/rate.ts';
import type { Word } from '../core/word.ts';
import type { Mark } from './dated.ts';
import type { TableKey } from './tables.ts';

export const LAW_KEYS = ['fr', 'eu', 'uk'] as const;
export type LawKey = (typeof LAW_KEYS)[number];

/** Who owes, in the words of the register's column `type`. */
export type Debtor = 'business' | 'sole_trader' | 'public' | 'consumer';

/**
 * A rate of reference plus points. `half-years`: the rate in force on 1 January or 1 July holds for the days of that half-year. `first-half-year`: that of the half-year
 * in which interest begins holds for the life of the debt; `at-start`: so does the rate in force on the day before that half-year.
 */
export type StatutoryRate = {
  readonly table: TableKey;
  readonly plus: Rate;
  readonly by: 'half-years' | 'first-half-year' | 'at-start';
  readonly mark: Mark;
  readonly source: string;
};

/** What a late invoice costs beside interest. `over`: for a debt of at least this much, in the currency of the amount. */
export type Indemnity = {
  /** Of what falls due from this day on. */
  readonly since: Day;
  /** It comes with the law's own interest, and falls with it where a contract names a rate. */
  readonly fallsWithContract: boolean;
  readonly currency: Currency;
  readonly bands: readonly { readonly over: Minor; readonly amount: Minor }[];
  readonly mark: Mark;
  readonly source: string;
};

export type Law = {
  readonly key: LawKey;
  readonly name: Word;
  /** What it is, where its name says too little. */
  readonly about?: Word;
  /** Undefined for a debtor to whom no interest applies that is known here. */
  readonly rateFor: (debtor: Debtor) => StatutoryRate | undefined;
  /** No contractual rate may be less than so many times this table's. */
  readonly floor?: { readonly table: TableKey; readonly times: number; readonly source: string };
  readonly indemnity: Indemnity;
  /** Years after which a debtor may refuse to pay; undefined where the law leaves it to others. */
  readonly lapses?: (debtor: Debtor) => { readonly years: number; readonly mark: Mark; readonly source: string } | undefined;
};

/** The law that governs a customer's contracts, who the customer is, and the day of a judgment that opened a proceeding. */
export type Governed = { readonly law: Law; readonly debtor: Debtor; readonly judgment: Day | undefined };
