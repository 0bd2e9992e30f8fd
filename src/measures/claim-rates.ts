// At which rate does a claim bear interest? The contract's, held half-year by half-year against the least the law allows, or the law's own.
import { assert } from '../core/assert.ts';
import type { Day } from '../core/day.ts';
import type { Rate } from '../core/rate.ts';
import { word } from '../core/word.ts';
import { startOfHalfYear, startOfNextHalfYear } from '../law/half-years.ts';
import type { Governed, Law, StatutoryRate } from '../law/law.ts';
import { type Beyond, floorOn, type RateFound, statutoryRate } from '../law/statutory.ts';
import type { Tables } from '../law/tables.ts';
import type { Leg, RateOfDays } from './interest-legs.ts';

/** `rate`: the contract's; undefined where the law's own holds. */
export type RateChoice = { readonly rate: Rate | undefined; readonly tables: Tables };

/** A contractual rate that is less than the law allows in the half-year that begins on a day. */
export type BelowFloor = { readonly row: number; readonly day: Day; readonly floor: RateFound };

const CONTRACT = word('contract', 'contrat');
const NEVER = Number.POSITIVE_INFINITY;

/** The rates of a run: each is found once, for it is told in words that take longer to make than the interest of a leg. */
export class ClaimRates {
  readonly #choice: RateChoice;
  /** By the law's rule, then by half-year; of a contract's rate nothing is looked up. */
  readonly #known = new Map<StatutoryRate, Map<Day, RateFound | Beyond>>();

  constructor(choice: RateChoice) {
    this.#choice = choice;
  }

  /** `from`: the first day of interest. */
  of({ law, debtor }: Governed, from: Day): RateOfDays {
    const { rate } = this.#choice;
    // What a consumer owes from a formal notice is the law's.
    if (rate !== undefined && debtor !== 'consumer') {
      const found: RateFound = { rate, mark: 'said', source: CONTRACT, basis: CONTRACT };
      return { on: () => found, next: () => NEVER };
    }
    const rule = law.rateFor(debtor);
    assert(rule !== undefined, 'a debtor to whom no rate applies has no claim');
    if (rule.by === 'half-years') return { on: (day) => this.#found(law, rule, day), next: startOfNextHalfYear };
    const found = this.#found(law, rule, from);
    return { on: () => found, next: () => NEVER };
  }

  #found(law: Law, rule: StatutoryRate, day: Day): RateFound | Beyond {
    const half = startOfHalfYear(day);
    const known = this.#known.get(rule) ?? new Map<Day, RateFound | Beyond>();
    this.#known.set(rule, known);
    let found = known.get(half);
    if (found === undefined) {
      found = statutoryRate(law, rule, this.#choice.tables, day);
      // Where a rule begins within a half-year, days before and after are not alike.
      if (!('table' in found) && !('table' in statutoryRate(law, rule, this.#choice.tables, half))) known.set(half, found);
    }
    return found;
  }
}

/** The half-years of a claim in which its contractual rate is too low, and those for which nobody knows the least. */
export function heldAgainstFloor(
  row: number,
  { law, debtor }: Governed,
  { rate, tables }: RateChoice,
  legs: readonly Leg[],
): { readonly below: readonly BelowFloor[]; readonly beyond: readonly Beyond[] } {
  const [first, last] = [legs[0], legs.at(-1)];
  const below: BelowFloor[] = [];
  const beyond: Beyond[] = [];
  if (rate === undefined || debtor === 'consumer' || first === undefined || last === undefined) return { below, beyond };
  for (let day = first.from; day <= last.to; day = startOfNextHalfYear(day)) {
    const floor = floorOn(law, tables, day);
    if (floor === undefined) break;
    if ('table' in floor) beyond.push(floor);
    else if (rate < floor.rate) below.push({ row, day: startOfHalfYear(day), floor });
  }
  return { below, beyond };
}
