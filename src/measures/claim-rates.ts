// At which rate does a claim bear interest? The contract's, held half-year by half-year against the least the law allows, or the law's own.
import { assert } from '../core/assert.ts';
import type { Day } from '../core/day.ts';
import type { Rate } from '../core/rate.ts';
import { word } from '../core/word.ts';
import { startOfHalfYear, startOfNextHalfYear } from '../law/half-years.ts';
import type { Governed } from '../law/law.ts';
import { type Beyond, floorOn, type RateFound, statutoryRate } from '../law/statutory.ts';
import type { Tables } from '../law/tables.ts';
import type { Leg, RateOfDays } from './interest-legs.ts';

/** `rate`: the contract's; undefined where the law's own holds. */
export type RateChoice = { readonly rate: Rate | undefined; readonly tables: Tables };

/** A contractual rate that is less than the law allows in the half-year that begins on a day. */
export type BelowFloor = { readonly row: number; readonly day: Day; readonly floor: RateFound };

const CONTRACT = word('contract', 'contrat');
const NEVER = Number.POSITIVE_INFINITY;

/** `from`: the first day of interest. */
export function ratesFor({ law, debtor }: Governed, { rate, tables }: RateChoice, from: Day): RateOfDays {
  if (rate !== undefined) {
    const found: RateFound = { rate, mark: 'said', source: CONTRACT };
    return { on: () => found, next: () => NEVER };
  }
  const rule = law.rateFor(debtor);
  assert(rule !== undefined, 'a debtor to whom no rate applies has no claim');
  if (rule.by === 'half-years') {
    return { on: (day) => statutoryRate(law, rule, tables, day), next: startOfNextHalfYear };
  }
  const found = statutoryRate(law, rule, tables, from);
  return { on: () => found, next: () => NEVER };
}

/** The half-years of a claim in which its contractual rate is too low, and those for which nobody knows the least. */
export function heldAgainstFloor(
  row: number,
  { law }: Governed,
  { rate, tables }: RateChoice,
  legs: readonly Leg[],
): { readonly below: readonly BelowFloor[]; readonly beyond: readonly Beyond[] } {
  const [first, last] = [legs[0], legs.at(-1)];
  const below: BelowFloor[] = [];
  const beyond: Beyond[] = [];
  if (rate === undefined || first === undefined || last === undefined) return { below, beyond };
  for (let day = first.from; day <= last.to; day = startOfNextHalfYear(day)) {
    const floor = floorOn(law, tables, day);
    if (floor === undefined) break;
    if ('table' in floor) beyond.push(floor);
    else if (rate < floor.rate) below.push({ row, day: startOfHalfYear(day), floor });
  }
  return { below, beyond };
}
