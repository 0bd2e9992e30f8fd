// What does the table of customers say of a customer that counts for his risk?
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import type { StatusMeaning } from '../../policy/scoring.ts';

export type Standing = {
  /** In minor units of `currency`; 0 is a limit. */
  readonly limit: number | undefined;
  readonly currency: Currency;
  readonly status: { readonly text: string; readonly is: StatusMeaning };
  /** A collective proceeding that is open on the as-of day. */
  readonly proceeding: { readonly text: string; readonly day: Day | undefined } | undefined;
};
