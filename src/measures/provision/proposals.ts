// Which claims should somebody look at? Age, a dispute, a proceeding propose a claim as doubtful; being late alone makes none, so nothing is booked before a decision (rules §4.3).
import type { ProvisionPolicy } from '../../policy/provision.ts';
import type { ClaimAccount } from './claims.ts';
import type { Decision, Proposal, Sign } from './write-down.ts';

export type Standing = {
  /** A collective proceeding is open on the as-of day. */
  readonly proceeding: boolean;
  /** The customers' table says so. */
  readonly doubtful: boolean;
};

type Asked = {
  readonly policy: ProvisionPolicy;
  readonly decisionOf: (row: number) => Decision | undefined;
  readonly standingOf: (customer: number) => Standing;
  readonly isDoubtfulAccount: (row: number) => boolean;
};

/** Of what is left of claims of which nothing was decided, in the order of the accounts. */
export function proposalsOf(accounts: readonly ClaimAccount[], asked: Asked): Proposal[] {
  const { policy, decisionOf, standingOf, isDoubtfulAccount } = asked;
  return accounts.flatMap(({ customer, currency, claims }) => {
    const { proceeding, doubtful } = standingOf(customer);
    return claims.flatMap(({ row, left, daysLate, disputed }): Proposal[] => {
      if (left <= 0 || decisionOf(row) !== undefined) return [];
      const found: readonly (readonly [Sign, boolean])[] = [
        ['proceeding', proceeding],
        ['status', doubtful],
        ['account', isDoubtfulAccount(row)],
        ['dispute', disputed > 0],
        ['late', policy.doubtfulAfter !== undefined && daysLate > policy.doubtfulAfter],
      ];
      const signs = found.flatMap(([sign, holds]) => (holds ? [sign] : []));
      return signs.length === 0
        ? []
        : [{ customer, currency, row, open: left, daysLate, disputed: Math.min(disputed, left), signs }];
    });
  });
}
