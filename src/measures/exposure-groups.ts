// How much does a group of customers owe together, against the limit of the group? Added up by currency: amounts of two currencies never meet.
import type { Currency } from '../core/currency.ts';
import type { Measured } from './exposure.ts';

export type GroupLimit = { readonly group: string; readonly currency: Currency; readonly limit: number };

/** Sums of its members in one currency; without a limit in it, its status is no_limit. */
export type GroupExposure = {
  readonly id: string;
  readonly currency: Currency;
  readonly members: number;
  readonly exposure: number;
  readonly grossRisk: number;
  readonly covered: number;
  readonly netRisk: number;
  readonly limit: number | undefined;
  readonly status: 'ok' | 'watch' | 'over' | 'no_limit';
};

type Sums = { members: number; exposure: number; grossRisk: number; covered: number; netRisk: number };

/** `isNear`: an amount reaches the share of a limit from which it is watched. */
export function groupsOf(
  all: readonly Measured[],
  limits: readonly GroupLimit[],
  isNear: (amount: number, limit: number) => boolean,
): GroupExposure[] {
  const sums = new Map<string, Sums & { readonly id: string; readonly currency: Currency }>();
  for (const { position, exposure, grossRisk, cover, netRisk, terms } of all) {
    if (terms === undefined || terms.group === '') continue;
    const { currency } = position;
    const key = `${terms.group}\0${currency}`;
    const of = sums.get(key) ?? { id: terms.group, currency, members: 0, exposure: 0, grossRisk: 0, covered: 0, netRisk: 0 };
    sums.set(key, of);
    of.members++;
    of.exposure += exposure;
    of.grossRisk += grossRisk;
    of.covered += cover.covered;
    of.netRisk += netRisk;
  }
  const limitOf = new Map(limits.map(({ group, currency, limit }) => [`${group}\0${currency}`, limit]));
  return [...sums].map(([key, of]) => {
    const limit = limitOf.get(key);
    return { ...of, limit, status: statusOf(of.exposure, limit, isNear) };
  });
}

function statusOf(
  exposure: number,
  limit: number | undefined,
  isNear: (amount: number, limit: number) => boolean,
): GroupExposure['status'] {
  if (limit === undefined) return 'no_limit';
  if (exposure > limit) return 'over';
  return isNear(exposure, limit) ? 'watch' : 'ok';
}
