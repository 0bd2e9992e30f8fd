// What do the words of the customers' table say of a customer's standing: a collective proceeding, a legal event, a stop of deliveries?
import { fold } from '../core/fold.ts';
import type { StatusMeaning } from './scoring.ts';

/** What firms write where there is no proceeding. */
const NO_PROCEEDING: ReadonlySet<string> = new Set(
  ['', '-', '0', 'no', 'non', 'none', 'nil', 'n/a', 'na', 'neant', 'aucun', 'aucune', 'in bonis', 'false', 'faux'].map(fold),
);

/** What says that a claim is before a court, or lost. */
const LEGAL: ReadonlySet<string> = new Set(
  ['legal', 'legal action', 'litigation', 'lawsuit', 'contentieux', 'doubtful', 'douteux', 'insolvent', 'insolvable'].map(fold),
);

/** Whatever is written there and does not deny one is a proceeding. */
export function isProceeding(text: string): boolean {
  return !NO_PROCEEDING.has(fold(text.trim()));
}

/** `said`: words of the user's, folded, which go before ours; `stops`: deliveries are stopped by what is written. */
export function statusMeaning(text: string, stops: boolean, said: ReadonlyMap<string, StatusMeaning>): StatusMeaning {
  const word = fold(text.trim());
  return said.get(word) ?? (LEGAL.has(word) ? 'legal' : stops ? 'blocked' : 'none');
}
