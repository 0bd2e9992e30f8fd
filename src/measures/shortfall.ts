// Who needs more credit than may be given, by how much, and on which terms would the need fit? Rules §1.7: where capacity is below need, guarantees, a deposit or shorter terms.
import { divideBig } from '../core/rounding.ts';
import type { ProposedLimit } from './credit-limit.ts';
import type { Basis } from './limit-methods.ts';

export type Shortfall = {
  readonly of: ProposedLimit;
  /** The smallest of what he is said to need. */
  readonly need: number;
  readonly missing: number;
  /** Whole days of terms under which the need fits; undefined where no terms would do. */
  readonly fittingTerms: number | undefined;
};

/** What he needs; all other methods say what he can bear. */
const NEEDS: readonly Basis[] = ['need', 'peak', 'afdcc', 'months_of_sales'];

/** Undefined where what he needs is given, or not known. */
export function shortfallOf(of: ProposedLimit): Shortfall | undefined {
  const { by, binding, proposed } = of;
  const needs = NEEDS.flatMap((basis) => by[basis] ?? []);
  if (needs.length === 0 || binding === undefined || proposed === undefined || NEEDS.includes(binding as Basis)) return undefined;
  const need = Math.min(...needs);
  return need <= proposed ? undefined : { of, need, missing: need - proposed, fittingTerms: fittingTerms(of, proposed) };
}

/** Of the need by the year's sales: annual × (terms + days before and after them) ÷ 360 is no more than what is proposed. */
function fittingTerms({ by, annual, days, known, binding }: ProposedLimit, proposed: number): number | undefined {
  if (by.need === undefined || annual === undefined || days === undefined || binding === 'proceeding') return undefined;
  const others = days - (known.termsDays as number);
  const room = BigInt(proposed) * 36_000n - BigInt(annual) * BigInt(others);
  const fitting = room <= 0n ? 0 : Number(divideBig(room, BigInt(annual) * 100n, 'down'));
  return fitting > 0 ? fitting : undefined;
}
