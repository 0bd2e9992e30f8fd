// Which warning signs does a customer show (clignotants, rules §1.8)? Each with the figure, what it was before where two times are compared, and the threshold it has reached.
import type { Day } from '../../core/day.ts';
import { type Fraction, fraction, minus, whole } from '../../core/fraction.ts';
import { compareFractions, type RiskPolicy, type SignKey, type Threshold } from '../../policy/scoring.ts';
import { changeOf, isRhythm, type Known, reachesBack, type Subject, timesOfMedian } from './figures.ts';
import type { Incidents } from './incidents.ts';
import type { Owed } from './owed.ts';
import type { ChangedMeans } from './paid.ts';

/** `days`: averages have decimals. `amount`: minor units. */
export type SignFigure =
  | { readonly unit: 'days' | 'share' | 'times' | 'count'; readonly value: Fraction }
  | { readonly unit: 'text'; readonly text: string }
  | { readonly unit: 'day'; readonly day: Day };

export type Sign = {
  readonly sign: SignKey;
  readonly figure: SignFigure | undefined;
  /** What is compared with: the same of an earlier time. */
  readonly before: SignFigure | undefined;
  readonly threshold: SignFigure | undefined;
  /** What is concerned, minor units. */
  readonly amount: number | undefined;
};

/** Beside what the scores rest on. */
export type KnownOfSigns = Known & {
  readonly rounds: Incidents;
  readonly means: ReadonlyMap<number, ChangedMeans> | undefined;
  /** Three months before; undefined where nothing is in dispute. */
  readonly owedBefore: Owed | undefined;
};

/** Fewer payments than this tell no usual lateness. */
const USUAL = 2;

/** The gravest first. */
export function signsOf(known: KnownOfSigns, subject: Subject, { signs }: RiskPolicy): Sign[] {
  const found: Sign[] = [];
  const put = (sign: SignKey, more: Partial<Sign>): void => {
    found.push({ sign, figure: undefined, before: undefined, threshold: undefined, amount: undefined, ...more });
  };
  const reach = (
    sign: SignKey,
    key: Threshold,
    unit: 'days' | 'share' | 'times' | 'count',
    value: Fraction,
    more: Partial<Sign> = {},
  ): void => {
    const threshold = signs[key];
    if (threshold === undefined || compareFractions(value, threshold) < 0) return;
    put(sign, { figure: { unit, value }, threshold: { unit, value: threshold }, ...more });
  };
  const { key, standing, limit, exposure, rhythm } = subject;
  const { owed, paid, bought, returned, rounds, means, periods, openItemsOnly } = known;
  if (standing?.proceeding !== undefined) {
    const { text, day } = standing.proceeding;
    put('proceeding', { figure: { unit: 'text', text }, before: day === undefined ? undefined : { unit: 'day', day } });
  }
  if (standing !== undefined && standing.status.is !== 'none')
    put('status', { figure: { unit: 'text', text: standing.status.text } });
  lengthening();
  reach('oldest', 'oldest', 'days', whole(owed.oldest[key] as number), { amount: owed.overdue[key] as number });
  reach('returned', 'returned', 'count', whole(returned.count[key] as number), { amount: returned.amount[key] as number });
  reach('round_payments', 'round_payments', 'count', whole(rounds.count[key] as number), {
    amount: rounds.amount[key] as number,
  });
  const changed = means?.get(key);
  if (changed !== undefined && signs.payment_means !== undefined) {
    put('payment_means', {
      threshold: { unit: 'count', value: signs.payment_means },
      figure: { unit: 'text', text: changed.now },
      before: { unit: 'text', text: changed.before },
    });
  }
  const used = limit === undefined ? undefined : fraction(exposure, limit);
  if (used !== undefined) reach('usage', 'usage', 'share', used, { amount: exposure });
  else if (limit === 0 && exposure > 0 && signs.usage !== undefined) {
    put('usage', { threshold: { unit: 'share', value: signs.usage }, amount: exposure });
  }
  disputes();
  if (!openItemsOnly && isRhythm(rhythm)) {
    const before: SignFigure = { unit: 'days', value: rhythm.median };
    reach('rhythm', 'rhythm', 'times', timesOfMedian(rhythm), { before });
  }
  if (!openItemsOnly) {
    sales('year', 'yearBefore', '');
    sales('quarter', 'quarterYearBefore', '_quarter');
  }
  return found;

  /** The average of the last 3 months against that of the 12 before; who still pays before the due day is not late. */
  function lengthening(): void {
    const [now, before] = [paid.quarter.of(key), paid.beforeQuarter.of(key)];
    if (now === undefined || before === undefined || paid.beforeQuarter.count(key) < USUAL || now.numerator <= 0n) return;
    const threshold = signs.lengthening;
    if (threshold === undefined || compareFractions(minus(now, before), threshold) < 0) return;
    const of = (value: Fraction): SignFigure => ({ unit: 'days', value });
    put('lengthening', { figure: of(now), before: of(before), threshold: of(threshold) });
  }

  function disputes(): void {
    const share = (from: Owed): Fraction => fraction(from.disputed[key] as number, from.debits[key] as number) ?? whole(0);
    const now = share(owed);
    if (now.numerator === 0n) return;
    const amount = owed.disputed[key] as number;
    reach('disputes', 'disputes', 'share', now, { amount });
    const earlier = known.owedBefore === undefined ? undefined : share(known.owedBefore);
    const threshold = signs.disputes_growing;
    if (earlier === undefined || threshold === undefined || compareFractions(minus(now, earlier), threshold) < 0) return;
    const of = (value: Fraction): SignFigure => ({ unit: 'share', value });
    put('disputes_growing', { figure: of(now), before: of(earlier), threshold: of(threshold), amount });
  }

  function sales(late: 'year' | 'quarter', early: 'yearBefore' | 'quarterYearBefore', ending: '' | '_quarter'): void {
    if (!reachesBack(bought, key, periods[early].from)) return;
    const change = changeOf(bought[early][key] as number, bought[late][key] as number);
    if (change === undefined) return;
    const amount = bought[late][key] as number;
    const { sales_falling: falls, sales_surging: surges } = signs;
    const told = (sign: SignKey, threshold: Fraction): void =>
      put(sign, { figure: { unit: 'share', value: change }, threshold: { unit: 'share', value: threshold }, amount });
    const lowest = falls === undefined ? undefined : minus(whole(0), falls);
    if (lowest !== undefined && compareFractions(change, lowest) <= 0) told(`sales_falling${ending}`, lowest);
    if (surges !== undefined && compareFractions(change, surges) >= 0) told(`sales_surging${ending}`, surges);
  }
}
