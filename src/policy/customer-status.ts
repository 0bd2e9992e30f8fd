// What do the words of the customers' table say of a customer's standing: a collective proceeding, a legal event, a stop of deliveries?
import { fold } from '../core/fold.ts';
import type { StatusMeaning } from './scoring.ts';

/** What firms write where there is no proceeding. */
const NO_PROCEEDING: ReadonlySet<string> = new Set(
  ['', '-', '0', 'no', 'non', 'none', 'nil', 'n/a', 'na', 'neant', 'aucun', 'aucune', 'in bonis', 'false', 'faux'].map(fold),
);

const LEGAL = ['legal', 'legal action', 'litigation', 'lawsuit', 'contentieux', 'doubtful', 'douteux', 'insolvent', 'insolvable'];
const BLOCKED = ['blocked', 'bloque', 'suspended', 'suspendu', 'on hold', 'stop', 'stopped'];

const OURS: ReadonlyMap<string, StatusMeaning> = new Map([
  ...LEGAL.map((said) => [fold(said), 'legal'] as const),
  ...BLOCKED.map((said) => [fold(said), 'blocked'] as const),
]);

/** Whatever is written there and does not deny one is a proceeding. */
export function isProceeding(text: string): boolean {
  return !NO_PROCEEDING.has(fold(text.trim()));
}

/** `said`: words of the user's, folded, which go before ours. */
export function statusMeaning(text: string, said: ReadonlyMap<string, StatusMeaning>): StatusMeaning {
  const word = fold(text.trim());
  return said.get(word) ?? OURS.get(word) ?? 'none';
}
