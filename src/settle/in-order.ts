// How do lists of debits and credits settle one another that have an equal claim? The first of each in turn, as far as both go.
import type { Day } from '../core/day.ts';
import { NO_DAY } from '../core/day.ts';
import type { Desk } from './desk.ts';
import type { EvidenceKey } from './open-items.ts';

export function pairInOrder(
  desk: Desk,
  debits: readonly number[],
  credits: readonly number[],
  evidence: EvidenceKey,
  put: Day = NO_DAY,
): void {
  let d = 0;
  let c = 0;
  while (d < debits.length && c < credits.length) {
    const [debit, credit] = [debits[d] as number, credits[c] as number];
    desk.pair(debit, credit, evidence, put);
    if (desk.open[debit] === 0) d++;
    if (desk.open[credit] === 0) c++;
  }
}
