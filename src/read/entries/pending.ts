// What is known of a receivable line until its entry is over? What its label says is read where somebody asks, which few do.
import type { Hint } from './kinds.ts';

/** A receivable line on its way: its row of the ledger, its sort, its hint, and what the part it stands in holds. */
export type Pending = { row: number; sort: number; hint: () => Hint; part: number };

/** The hint of a line that has none, or of which nobody asks. */
export const NO_HINT = (): Hint => undefined;

/** A line that is kept longer than its bytes are: its hint is asked for now. */
export function kept(leg: Pending): Pending {
  const said = leg.hint();
  return { ...leg, hint: said === undefined ? NO_HINT : () => said };
}
