// What do the words of the customers' table say of a customer's standing: a collective proceeding, a legal event, a stop of deliveries?
import type { Day } from '../core/day.ts';
import { fold } from '../core/fold.ts';
import type { StatusMeaning } from './scoring.ts';

/** What firms write where there is no proceeding. */
const NO_PROCEEDING: ReadonlySet<string> = new Set(
  [
    ...['', '-', '–', '—', '/', '0', 'no', 'non', 'none', 'nil', 'null', 'n/a', 'na', 'false', 'faux', 'ras', 'no proceeding'],
    ...['neant', 'aucun', 'aucune', 'aucune procedure', 'pas de procedure', 'sans', 'sans objet', 'in bonis'],
  ].map(fold),
);

/** What says that a claim is before a court, or lost. */
const LEGAL: ReadonlySet<string> = new Set(
  ['legal', 'legal action', 'litigation', 'lawsuit', 'contentieux', 'doubtful', 'douteux', 'insolvent', 'insolvable'].map(fold),
);

/** What says that nobody reminds the customer: he was told so, or others speak to him. */
const ON_HOLD: ReadonlySet<string> = new Set(
  [
    ...[
      'hold',
      'on hold',
      'on_hold',
      'on-hold',
      'dunning hold',
      'dunning block',
      'suspended',
      'suspendu',
      'suspendue',
      'en suspens',
    ],
    ...['legal', 'legal action', 'litigation', 'lawsuit', 'contentieux', 'insolvent', 'insolvable'],
  ].map(fold),
);

export function isOnHold(text: string): boolean {
  return ON_HOLD.has(fold(text.trim()));
}

/** Whatever is written there and does not deny one is a proceeding. */
export function isProceeding(text: string): boolean {
  return !NO_PROCEEDING.has(fold(text.trim()));
}

/** A judgment of a later day is not known on this one; one without a word for it opened a proceeding all the same. */
export function isInProceeding(text: string, judgment: Day | undefined, asOf: Day): boolean {
  if (judgment === undefined) return isProceeding(text);
  return judgment <= asOf && (text.trim() === '' || isProceeding(text));
}

/** `said`: words of the user's, folded, which go before ours; `stops`: deliveries are stopped by what is written. */
export function statusMeaning(text: string, stops: boolean, said: ReadonlyMap<string, StatusMeaning>): StatusMeaning {
  const word = fold(text.trim());
  return said.get(word) ?? (LEGAL.has(word) ? 'legal' : stops ? 'blocked' : 'none');
}
