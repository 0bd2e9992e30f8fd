// May we go on delivering? Each customer's exposure against its limits, what of the risk is covered, and what stops deliveries, with the reasons (rules §1.6).
import { present } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Ratio } from '../ledger/side-table.ts';
import { isInProceeding } from '../policy/customer-status.ts';
import { type Cover, coverOf, type Uncovered } from './cover.ts';
import type { CreditTerms, LimitedPart } from './credit-terms.ts';
import { type GroupExposure, type GroupLimit, groupsOf } from './exposure-groups.ts';
import { exposureOf, grossRiskOf, type Position, paidAheadOf } from './exposure-position.ts';

export type Status = 'ok' | 'watch' | 'over' | 'blocked' | 'no_limit';

export type ExposurePolicy = {
  readonly asOf: Day;
  /** The share of a limit from which a customer is watched. */
  readonly watch: Ratio;
  /** Days late after which deliveries stop; undefined: never. */
  readonly blockAfter: number | undefined;
  /** The insurer covers orders that are not delivered. */
  readonly insuresOrders: boolean;
};

/** Why a status is what it is, the weightiest first; what was found besides stands behind. */
export type Reason =
  | { readonly key: 'blocked' | 'proceeding'; readonly text: string }
  | { readonly key: 'judgment'; readonly day: Day }
  | { readonly key: 'over_limit' | 'watch_limit'; readonly amount: number; readonly limit: number }
  | { readonly key: `over_${LimitedPart}`; readonly part: LimitedPart; readonly amount: number; readonly limit: number }
  | { readonly key: 'over_group' | 'watch_group'; readonly group: GroupExposure }
  | { readonly key: 'late'; readonly days: number; readonly after: number }
  | { readonly key: 'limit_missing' }
  | { readonly key: 'limit_in_currency'; readonly currency: Currency }
  | { readonly key: Uncovered };

export type Exposure = {
  readonly position: Position;
  readonly exposure: number;
  readonly grossRisk: number;
  readonly cover: Cover;
  readonly netRisk: number;
  /** Of the customer, in the currency of the row; undefined where there is none. */
  readonly limit: number | undefined;
  readonly terms: CreditTerms | undefined;
  readonly status: Status;
  readonly reasons: readonly Reason[];
  /** A limit is exceeded, its own, of a part or of the group, whatever else the status says. */
  readonly isOver: boolean;
  /** Near a limit, or stopped (by the table, a court, lateness), whatever else the status says. */
  readonly isNear: boolean;
  readonly isBlocked: boolean;
};

export type Exposures = { readonly rows: readonly Exposure[]; readonly groups: readonly GroupExposure[] };

/** `termsOf`: what is known of a customer; undefined for one the table does not hold. */
export function exposuresOf(
  positions: Iterable<Position>,
  termsOf: (id: string) => CreditTerms | undefined,
  groupLimits: readonly GroupLimit[],
  policy: ExposurePolicy,
): Exposures {
  const measured = Array.from(positions, (position) => measuredOf(position, termsOf(position.id), policy));
  const groups = groupsOf(measured, groupLimits, (amount, limit) => reaches(amount, limit, policy.watch));
  const groupOf = new Map(groups.map((group) => [`${group.id}\0${group.currency}`, group]));
  return {
    groups,
    rows: measured.map((one) => {
      const { position, terms } = one;
      const group = terms === undefined || terms.group === '' ? undefined : groupOf.get(`${terms.group}\0${position.currency}`);
      return { ...one, ...judged(one, group, policy) };
    }),
  };
}

type Judged = Pick<Exposure, 'status' | 'reasons' | 'isOver' | 'isNear' | 'isBlocked'>;

export type Measured = Omit<Exposure, keyof Judged>;

function measuredOf(position: Position, terms: CreditTerms | undefined, { asOf, insuresOrders }: ExposurePolicy): Measured {
  const own = terms !== undefined && terms.currency === position.currency ? terms : undefined;
  const grossRisk = grossRiskOf(position);
  const risk = { gross: grossRisk, orders: position.orders, deposits: paidAheadOf(position) };
  const cover = coverOf(risk, own?.insurance, own?.guarantee, asOf, insuresOrders);
  return {
    ...{ position, grossRisk, cover, terms },
    exposure: exposureOf(position),
    netRisk: grossRisk - cover.covered,
    limit: own?.limit,
  };
}

/** The status is the weightiest of what was found: what a court or we decided, a limit that is exceeded or missing, lateness, what is near. */
function judged(one: Measured, group: GroupExposure | undefined, policy: ExposurePolicy): Judged {
  const stopped = stoppedBy(one.terms, policy.asOf);
  const over: Reason[] = [...overOwn(one), ...(group?.status === 'over' ? [{ key: 'over_group', group } as const] : [])];
  const late = lateOf(one.position, policy);
  const lacking = one.limit === undefined ? [lackingOf(one)] : [];
  const near: Reason[] = [
    ...(over.length === 0 && one.limit !== undefined && reaches(one.exposure, one.limit, policy.watch)
      ? [{ key: 'watch_limit', amount: one.exposure, limit: one.limit } as const]
      : []),
    ...(group?.status === 'watch' ? [{ key: 'watch_group', group } as const] : []),
  ];
  const found: readonly [Status, readonly Reason[]][] = [
    ['blocked', stopped],
    ['over', over],
    ['no_limit', lacking],
    ['blocked', late],
    ['watch', near],
  ];
  return {
    status: found.find(([, reasons]) => reasons.length > 0)?.[0] ?? 'ok',
    reasons: [...found.flatMap(([, reasons]) => reasons), ...one.cover.missing.map((key) => ({ key }))],
    isOver: over.length > 0,
    isNear: near.length > 0,
    isBlocked: stopped.length + late.length > 0,
  };
}

function stoppedBy(terms: CreditTerms | undefined, asOf: Day): Reason[] {
  if (terms === undefined) return [];
  const { blocked, proceeding, judgment } = terms;
  const opened: Reason | undefined = !isInProceeding(proceeding, judgment, asOf)
    ? undefined
    : proceeding === ''
      ? { key: 'judgment', day: present(judgment, 'judgment') }
      : { key: 'proceeding', text: proceeding };
  return [...(opened === undefined ? [] : [opened]), ...(blocked === '' ? [] : [{ key: 'blocked', text: blocked } as const])];
}

/** Exactly at a limit is not over it. */
function overOwn({ position, exposure, limit, terms }: Measured): Reason[] {
  const whole: Reason[] = limit !== undefined && exposure > limit ? [{ key: 'over_limit', amount: exposure, limit }] : [];
  if (terms === undefined || terms.currency !== position.currency) return whole;
  const parts = terms.parts.flatMap((one): Reason[] => {
    const amount = partOf(position, one.part);
    return amount > one.limit ? [{ key: `over_${one.part}`, part: one.part, amount, limit: one.limit }] : [];
  });
  return [...whole, ...parts];
}

function partOf(position: Position, part: LimitedPart): number {
  const { balance, bills, discountedBills, unbilled, orders, overdue, notDue } = position;
  return { balance, bills, discounted_bills: discountedBills, unbilled, orders, overdue, not_due: notDue }[part];
}

function lateOf({ agreedDaysLate }: Position, { blockAfter }: ExposurePolicy): Reason[] {
  if (blockAfter === undefined || agreedDaysLate <= blockAfter) return [];
  return [{ key: 'late', days: agreedDaysLate, after: blockAfter }];
}

function lackingOf({ position, terms }: Measured): Reason {
  const elsewhere = terms !== undefined && terms.limit !== undefined && terms.currency !== position.currency;
  return elsewhere ? { key: 'limit_in_currency', currency: terms.currency } : { key: 'limit_missing' };
}

/** Exact: amount ÷ limit ≥ share. Of a limit of nothing, nothing is a share. */
function reaches(amount: number, limit: number, { numerator, denominator }: Ratio): boolean {
  return limit > 0 && BigInt(amount) * BigInt(denominator) >= BigInt(limit) * BigInt(numerator);
}
