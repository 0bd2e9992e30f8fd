// What is ordered, to be invoiced and unpaid of each customer? The parts of the exposure that `ar exposure` shows, for the base of the AFDCC (rules §1.7).
import type { Currency } from '../core/currency.ts';
import type { ExposurePolicy } from '../measures/exposure.ts';
import { keyOf } from '../measures/exposure-position.ts';
import type { Accruals } from './accruals.ts';
import type { Input } from './command.ts';
import { exposureFound } from './exposure-of.ts';

type Commitment = {
  readonly id: string;
  readonly name: string;
  readonly currency: Currency;
  readonly orders: number;
  readonly unbilled: number;
  /** Owed on the account, bills held and bills discounted: none of it is paid. */
  readonly unpaid: number;
};

/** By `keyOf` of customer and currency. */
export type Commitments = ReadonlyMap<string, Commitment>;

type Whose = {
  readonly customers: ReadonlySet<number> | undefined;
  readonly elsewhere: readonly string[];
  readonly isNarrowed: boolean;
  readonly accruals: Accruals | undefined;
};

/** Nobody is judged here: parts are all that is asked. */
const NO_JUDGMENT: Omit<ExposurePolicy, 'asOf'> = {
  ...{ watch: { numerator: 1, denominator: 1 }, blockAfter: undefined, insuresOrders: false },
};

/** 'refused' where the diagnostics say what is wrong. */
export function commitmentsOf(input: Input, whose: Whose): Commitments | 'refused' {
  const policy = { ...NO_JUDGMENT, asOf: input.asOf };
  const found = exposureFound(input, { ...whose, policy, whatIf: [], compareDay: undefined, inBase: false });
  if (found === undefined) return 'refused';
  const shown = found.now.rows.filter(({ position }) => found.shows(position.id));
  return new Map(
    shown.map(({ position }) => {
      const { id, name, currency, orders, unbilled, balance, bills, discountedBills } = position;
      return [keyOf(position), { id, name, currency, orders, unbilled, unpaid: balance + bills + discountedBills }] as const;
    }),
  );
}
