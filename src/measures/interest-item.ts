// What is asked of late interest, and what is said of each item that was late? The types of the measure.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Governed } from '../law/law.ts';
import type { Beyond } from '../law/statutory.ts';
import type { Charged, ChargedTable } from './charged-before.ts';
import type { BelowFloor, RateChoice } from './claim-rates.ts';
import type { Accrued, DayCount, Imputation } from './interest-legs.ts';
import type { LateClaim } from './late-claims.ts';

export type InterestRequest = RateChoice & {
  readonly asOf: Day;
  /** Undefined where nobody said which law governs. */
  readonly governed: (customer: number) => Governed | undefined;
  readonly dayCount: DayCount;
  readonly impute: Imputation;
  /** Items settled late, the last of them on one of these days; undefined for items that are open. */
  readonly paid: { readonly from: Day; readonly to: Day } | undefined;
  readonly customers: ReadonlySet<number> | undefined;
  /** What of a row is in dispute, where nothing is claimed on it; undefined: all that is open bears interest. */
  readonly withheldOf?: ((row: number) => number) | undefined;
  readonly charged?: ChargedTable | undefined;
  /** The day of a formal notice for a row, from which a consumer owes interest. */
  readonly noticeOf?: ((row: number) => Day | undefined) | undefined;
};

/** Why an open debit past its due day, or its document's, bears no interest here. */
export const LEFT_OUT = ['no_law', 'no_due', 'age_unreliable', 'no_claim', 'consumer', 'no_rate'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export type InterestItem = {
  /** Of the ledger. */
  readonly row: number;
  readonly governed: Governed;
  readonly due: Day;
  /** The last day of interest; undefined where there is none. */
  readonly until: Day | undefined;
  readonly days: number;
  /** What was unpaid at the end of the due day. */
  readonly late: number;
  /** What is open on the as-of day. */
  readonly principal: number;
  /** What is open of the parts of its row that were due before it: 0 but where what came back is of several due days. */
  readonly openBefore: number;
  /** Σ legs less what was charged before, and what payments paid of it beyond what the books took of them. */
  readonly interest: number;
  readonly indemnity: number;
  readonly charged: Charged;
  /** Interest that such payments paid, and that was not charged before. */
  readonly paidBeyond: number;
  /** Each of its rates was verified at the source. */
  readonly isVerified: boolean;
};

export type Left = {
  readonly reason: LeftOut;
  readonly currency: Currency;
  count: number;
  principal: number;
  readonly row: number;
};

export type Interest = {
  /** In the order of the ledger. */
  readonly items: readonly InterestItem[];
  readonly left: readonly Left[];
  /** Days that no table covers, with the first row that asks for each; where there are some, no figure stands. */
  readonly beyond: readonly (Beyond & { readonly row: number })[];
  readonly belowFloor: readonly BelowFloor[];
  /** Rates of items that were not verified at their source, each with the first row. */
  readonly unverified: ReadonlyMap<string, number>;
  readonly accrued: (item: InterestItem) => Accrued;
  readonly claim: (item: InterestItem) => LateClaim;
};
