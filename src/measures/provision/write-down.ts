// What is a write-down made of? The shapes that the measure fills, and that entries, sheets and views read.
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import type { Fraction } from '../../core/fraction.ts';
import type { VatGround } from '../../policy/vat-grounds.ts';

/** What somebody decided of a claim. */
export type Decision = {
  readonly rate: Fraction;
  readonly reason: string;
  readonly decidedBy: string;
  readonly day: Day;
};

/** Why tax law adds a write-down back, by the condition of CGI art. 39-1-5° that fails (rules §4.3). */
export type AddedBack = 'statistical' | 'mere_lateness' | 'no_reason';

export type Method = 'specific' | 'matrix';

/** One claim and what is written down of it; amounts in minor units of the row's currency. left − tax − covered = base. */
export type WrittenDown = {
  readonly row: number;
  /** Open in the ledger; what of it the customer's own credits leave. */
  readonly open: number;
  readonly left: number;
  readonly tax: number;
  readonly covered: number;
  readonly base: number;
  readonly rate: Fraction;
  readonly required: number;
  /** Its share of the allowance there is, so that existing + movement = required of each. */
  readonly existing: number;
  readonly daysLate: number;
  /** Index of the policy's bucket, and the segment; of the matrix only. */
  readonly bucket: number;
  readonly segment: string;
  readonly decision: Decision | undefined;
  /** Why tax law adds it back, where it does. */
  readonly condition: AddedBack | undefined;
};

/** One customer, currency and method: a row of the report. movement = required − existing. */
export type WriteDown = {
  /** Number of the customer; 0 for one the ledger does not hold. */
  readonly customer: number;
  readonly id: string;
  readonly name: string;
  readonly currency: Currency;
  readonly method: Method;
  readonly items: readonly WrittenDown[];
  readonly open: number;
  readonly base: number;
  readonly required: number;
  readonly existing: number;
  /** Of what is required, what tax law does not deduct; and why. */
  readonly addBack: number;
  readonly conditions: readonly AddedBack[];
};

/** Why a claim is proposed as doubtful: nothing is booked of it before somebody decides. */
export type Proposal = {
  readonly customer: number;
  readonly currency: Currency;
  readonly row: number;
  readonly open: number;
  readonly daysLate: number;
  readonly disputed: number;
  readonly signs: readonly Sign[];
};
export const SIGNS = ['proceeding', 'status', 'account', 'dispute', 'late'] as const;
export type Sign = (typeof SIGNS)[number];

/** What of the aged balance is in no base, by currency: total = written off + credits + undecided + tax + covered + bases. */
export type Reconciliation = {
  readonly currency: Currency;
  /** Open in all, as `ar age` has it. */
  readonly total: number;
  /** What is lost for good on this very closing. */
  readonly writtenOff: number;
  /** Customers in credit, who owe nothing (≤ 0). */
  readonly inCredit: number;
  /** Claims of which nothing was decided, where there is no matrix. */
  readonly undecided: number;
  readonly tax: number;
  readonly covered: number;
  readonly specific: number;
  readonly matrix: number;
};

export type Provision = {
  readonly writeDowns: readonly WriteDown[];
  readonly proposals: readonly Proposal[];
  readonly reconciliation: readonly Reconciliation[];
};

/** A claim that is lost for good: net + tax = amount, of what was open of it. */
export type WriteOff = {
  readonly row: number;
  readonly customer: number;
  readonly currency: Currency;
  readonly amount: number;
  readonly net: number;
  readonly tax: number;
  readonly ground: VatGround;
  readonly reason: string;
  readonly decidedBy: string;
  readonly day: Day;
};

/** What came of a claim that was lost before: net + tax = amount. An insurer's indemnity bears no tax. */
export type Recovery = {
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly currency: Currency;
  readonly amount: number;
  readonly net: number;
  readonly tax: number;
  readonly from: 'cash' | 'insurance';
  readonly day: Day;
};
