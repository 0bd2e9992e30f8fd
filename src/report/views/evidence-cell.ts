// How is it shown what settled an item? The keys for machines, the names for people.
import { type Lang, word } from '../../core/word.ts';
import { evidenceNames } from '../../text/words.ts';
import { type Cell, NONE } from '../report.ts';

export function evidenceCell(keys: readonly (keyof typeof evidenceNames)[]): Cell {
  if (keys.length === 0) return NONE;
  const said = (lang: Lang): string => keys.map((key) => evidenceNames[key][lang]).join(', ');
  return { kind: 'code', key: keys.join(' '), word: word(said('en'), said('fr')) };
}
