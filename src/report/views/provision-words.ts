// What are the methods, the signs and the conditions of write-downs called?
import { type Word, word } from '../../core/word.ts';
import type { AddedBack, Method, Sign } from '../../measures/provision/write-down.ts';
import { type Cell, NONE } from '../report.ts';

const METHOD_WORDS: { readonly [method in Method]: Word } = {
  specific: word('specific', 'individuelle'),
  matrix: word('matrix', 'matrice'),
};

export const SIGN_WORDS: { readonly [sign in Sign]: Word } = {
  proceeding: word('collective proceeding', 'procédure collective'),
  status: word('status of the customer', 'statut du client'),
  account: word('on an account of doubtful customers', 'au compte de clients douteux'),
  dispute: word('in dispute', 'en litige'),
  late: word('very late', 'très en retard'),
};

/** The condition of CGI art. 39-1-5° that fails. */
export const CONDITION_WORDS: { readonly [condition in AddedBack]: Word } = {
  statistical: word(
    'not precise: a statistical rate, unless one’s own history justifies it',
    'non nettement précisée : taux statistique, sauf à le justifier par sa propre expérience',
  ),
  mere_lateness: word(
    'not probable: lateness alone, no fact of the debtor',
    'non probable : seul retard, aucun fait propre au débiteur',
  ),
  no_reason: word('no event in progress: nothing says why', 'aucun événement en cours : motif absent'),
};

export function methodCell(method: Method): Cell {
  return { kind: 'code', key: method, word: METHOD_WORDS[method] };
}

/** Several keys as one cell: machines read them apart by a blank, people as a list. */
export function codesCell<K extends string>(keys: readonly K[], words: { readonly [key in K]: Word }): Cell {
  if (keys.length === 0) return NONE;
  const said = word(keys.map((key) => words[key].en).join('; '), keys.map((key) => words[key].fr).join(' ; '));
  return { kind: 'code', key: keys.join(' '), word: said };
}
