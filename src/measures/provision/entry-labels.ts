// What is written on an entry of write-downs? What it books, of which document, and whose; a text of the ledger never parts or hides it.
import { type Word, word } from '../../core/word.ts';
import { visible } from '../../text/visible.ts';

const WHAT = {
  doubtful: word('Doubtful claim', 'Créance douteuse'),
  sound: word('Claim no longer doubtful', 'Créance redevenue saine'),
  charge: word('Write-down', 'Dépréciation de créances'),
  release: word('Write-down released', 'Reprise sur dépréciation de créances'),
  loss: word('Bad debt', 'Créance irrécouvrable'),
  cash: word('Bad debt recovered', 'Rentrée sur créance amortie'),
  insurance: word('Insurance indemnity', 'Indemnité d’assurance'),
} as const;

/** `who`: the customer's name, or id where he has none. */
export function entryLabel(what: keyof typeof WHAT, document: string, who: string): Word {
  const beside = [document, who].map((text) => visible(text).trim()).filter((text) => text !== '');
  const said = (first: string): string => [first, ...beside].join(' ');
  return word(said(WHAT[what].en), said(WHAT[what].fr));
}
