// How much is written down already? The allowance of the last closing by customer, laid on what is needed now, so that no method and no claim moves without need.
import { allocate } from '../../core/allocate.ts';
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import type { Method } from './write-down.ts';

/** Minor units; below nothing where the account of the allowance was overdrawn. `unsaid`: of which nobody says by which method. */
type Prior = {
  readonly id: string;
  readonly currency: Currency;
  readonly specific: number;
  readonly matrix: number;
  readonly unsaid: number;
};

/** By `id NUL currency`. */
export type Existing = ReadonlyMap<string, Prior>;

/** By method: what was said of it, and of the rest as much as each still needs, in their order; what is beyond stands with the first. */
export function existingOf(prior: Prior | undefined, methods: readonly Method[], required: readonly number[]): number[] {
  if (prior === undefined) return methods.map(() => 0);
  const existing = methods.map((method) => prior[method]);
  let rest = prior.specific + prior.matrix + prior.unsaid - existing.reduce((sum, one) => sum + one, 0);
  for (const [i, needed] of required.entries()) {
    const more = Math.max(0, Math.min(rest, needed - (existing[i] as number)));
    existing[i] = (existing[i] as number) + more;
    rest -= more;
  }
  existing[0] = (existing[0] as number) + rest;
  return existing;
}

/** An allowance on the claims it is of: by what each needs, else by what is left of each. */
export function laid(existing: number, required: readonly number[], left: readonly number[]): number[] {
  const weights = required.some((one) => one > 0) ? required : left;
  return allocate(minor(existing), weights);
}
