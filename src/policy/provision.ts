// By which rules are claims written down? A policy: what only proposes, what a claim's base is, the matrix of rates where there is one, and what the entries are booked on (rules §4).
import type { Fraction } from '../core/fraction.ts';
import type { Buckets } from './buckets.ts';

/** What a status of the customers' table says of a claim: doubtful ones are proposed, and nothing more. */
export const PROVISION_STATUSES = ['doubtful', 'sound'] as const;
export type ProvisionStatus = (typeof PROVISION_STATUSES)[number];

/** Rates of loss by bucket, of all customers or of a segment of them (IFRS 9 B5.5.35). */
export type Matrix = {
  readonly buckets: Buckets;
  /** The column of the customers' table or of the ledger that tells segments apart. */
  readonly segmentBy: string | undefined;
  /** By segment, one rate a bucket; '' is every segment without rates of its own. None where they come from the ledger's own history. */
  readonly rates: ReadonlyMap<string, readonly Fraction[]>;
  /** What is expected beside what was: every rate is multiplied by it, and none comes to more than the whole. */
  readonly factor: Fraction;
  readonly factorReason: string;
  /** What is lost of a claim in the last bucket, where rates come from the ledger's own history. */
  readonly lastLoss: Fraction | undefined;
};

export type ProvisionPolicy = {
  /** Which of ours it is, or began as. */
  readonly began: string;
  /** As it is named to whoever reads the result; undefined for one of ours as it is. */
  readonly name: string | undefined;
  /** The file that says it; undefined for one of ours. */
  readonly file: string | undefined;
  /** `net`: without tax, which is recovered from the State once the loss is final; `gross` where it is not. */
  readonly base: 'net' | 'gross';
  /** The tax of an item of which nothing says any. */
  readonly vatRate: Fraction | undefined;
  /** Days late beyond which a claim is proposed as doubtful; undefined where age proposes nothing. */
  readonly doubtfulAfter: number | undefined;
  /** By the status, folded. */
  readonly statuses: ReadonlyMap<string, ProvisionStatus>;
  readonly matrix: Matrix | undefined;
  /** Whose tax law says what is added back; `none`: nothing is said of it. */
  readonly taxLaw: 'fr' | 'none';
  readonly chart: 'fr' | 'ifrs';
  /** Accounts in the place of those of the chart, by what they are for. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly journal: string;
};
