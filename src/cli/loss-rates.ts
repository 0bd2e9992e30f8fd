// Which rates of loss has a segment? Those of the ledger's own history where they are asked for and known, else those of the policy.
import type { Currency } from '../core/currency.ts';
import type { Fraction } from '../core/fraction.ts';
import { type RollRates, rollRates } from '../measures/provision/roll-rates.ts';
import type { Matrix, ProvisionPolicy } from '../policy/provision.ts';
import type { Input } from './command.ts';

export type LossRates = {
  readonly of: (segment: string, currency: Currency) => readonly Fraction[] | undefined;
  /** What the history came to; none where it was not asked. */
  readonly history: readonly RollRates[];
};

/** `months`: of the history; undefined for the rates of the policy alone. */
export function lossRatesFor(
  { book, asOf }: Input,
  { matrix }: ProvisionPolicy,
  months: number | undefined,
  segmentOf: (row: number) => string,
  customers: ReadonlySet<number> | undefined,
): LossRates {
  const said = (segment: string): readonly Fraction[] | undefined => matrix?.rates.get(segment) ?? matrix?.rates.get('');
  if (matrix === undefined || months === undefined) return { of: said, history: [] };
  const { buckets, lastLoss } = matrix;
  const history = rollRates(book, { asOf, months, buckets, lastLoss, customers, segmentOf });
  const known = new Map(history.map((one) => [`${one.currency}\0${one.segment}`, one.rates] as const));
  return { of: (segment, currency) => known.get(`${currency}\0${segment}`) ?? said(segment), history };
}

/** True where every bucket but the first and the last is about a month: rolls of a month go from each to the next. */
export function areMonths({ buckets: { upTo } }: Matrix): boolean {
  const late = upTo.filter((days) => days >= 0);
  return late.slice(1).every((days, i) => days - (late[i] as number) >= 28 && days - (late[i] as number) <= 31);
}
