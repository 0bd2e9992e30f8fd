// Which write-downs does French tax law not deduct? Those of statistics, of lateness alone, and those for which nothing is said (CGI art. 39-1-5°; rules §4.3).
import { fold } from '../../core/fold.ts';
import type { AddedBack, Decision, Method } from './write-down.ts';

/** A reason that says how late it is and nothing of the debtor: `late 214 days`, `retard de 90 jours`. */
const LATENESS_ALONE =
  /^(?:late|lateness|overdue|past due|aged?|old|retard|en retard|retard de paiement|age|anciennete|echue?|impayee?)[\s:=]*(?:de |of )?(?:\d+\s*(?:d|days?|days late|j|jours?|jours de retard)?)?\.?$/;

/**
 * Undefined where the law deducts it, as far as a ledger and a decision can tell: that it is booked, and that diligence was used, only the books tell.
 * `hasEvent`: a proceeding, a status of law or a dispute is known.
 */
export function conditionOf(one: {
  readonly method: Method;
  readonly decision: Decision | undefined;
  readonly hasEvent: boolean;
}): AddedBack | undefined {
  if (one.method === 'matrix' || one.decision === undefined) return 'statistical';
  const reason = fold(one.decision.reason.trim());
  if (reason === '') return 'no_reason';
  return LATENESS_ALONE.test(reason) && !one.hasEvent ? 'mere_lateness' : undefined;
}
