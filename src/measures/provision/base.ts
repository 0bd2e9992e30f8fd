// On what is a claim written down? What the customer's credits leave of it, without tax where tax is recovered once the loss is final, less what an insurer or a guarantee would pay (rules §4.2, §4.5).
import { allocate } from '../../core/allocate.ts';
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import type { Fraction } from '../../core/fraction.ts';
import { minor } from '../../core/money.ts';
import { divideBig, mulDiv } from '../../core/rounding.ts';
import { coverOf, type Guarantee, type Insurance } from '../cover.ts';
import type { Claim, ClaimAccount } from './claims.ts';

export type Protection = {
  readonly currency: Currency;
  readonly insurance: Insurance | undefined;
  readonly guarantee: Guarantee | undefined;
};

/** left − tax − covered = base, of each. */
export type Based = { readonly claim: Claim; readonly tax: number; readonly covered: number; readonly base: number };

/**
 * Claims of which nothing is left are in none. `netOf`: what of an amount is without tax; undefined where nobody says it, and the claim has no base.
 * Cover counts of all the customer owes, and lies on each claim by what it is: no claim is covered at the cost of another.
 */
export function basesOf(
  { claims, currency }: ClaimAccount,
  netOf: (row: number) => Fraction | undefined,
  protection: Protection | undefined,
  asOf: Day,
): { readonly based: readonly Based[]; readonly unknown: readonly Claim[] } {
  const unknown: Claim[] = [];
  const some = claims.filter(({ left }) => left > 0);
  const nets = some.map((claim) => {
    const share = netOf(claim.row);
    if (share === undefined) unknown.push(claim);
    return share === undefined ? claim.left : times(claim.left, share);
  });
  const covered = coveredOf(some, nets, protection?.currency === currency ? protection : undefined, asOf);
  const parts = covered === 0 ? nets.map(() => 0) : allocate(minor(covered), nets);
  const based = some.map((claim, i) => {
    const [net, part] = [nets[i] as number, parts[i] as number];
    return { claim, tax: claim.left - net, covered: part, base: net - part };
  });
  return { based: based.filter(({ claim }) => !unknown.includes(claim)), unknown };
}

/** What of the bases somebody else would pay. An agreement with tax pays tax as well: what it pays of the base is its part without. */
function coveredOf(claims: readonly Claim[], nets: readonly number[], protection: Protection | undefined, asOf: Day): number {
  const gross = claims.reduce((sum, { left }) => sum + left, 0);
  const net = nets.reduce((sum, one) => sum + one, 0);
  if (protection === undefined || gross === 0 || net === 0) return 0;
  const { insurance, guarantee } = protection;
  const { insured, guaranteed } = coverOf({ gross, orders: 0, deposits: 0 }, insurance, guarantee, asOf, false);
  const without = (amount: number): number => mulDiv(amount, net, gross, 'half-up');
  return Math.min(net, (insurance?.isNet === true ? insured : without(insured)) + without(guaranteed));
}

/** Rounded half up. */
function times(amount: number, { numerator, denominator }: Fraction): number {
  return minor(Number(divideBig(BigInt(amount) * numerator, denominator, 'half-up')));
}
