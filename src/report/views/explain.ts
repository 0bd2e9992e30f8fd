// Where does a figure come from? For each key its formula, its source and its working on the ledger at hand.
import { type Word, word } from '../../core/word.ts';
import type { Cell, Column, Section } from '../report.ts';

/** `working` is told in each language for people; `plain` is the same for machines, with dots and no grouping. */
export type Explanation = {
  readonly key: string;
  readonly formula: Word;
  readonly source: Word;
  readonly working: Word;
  readonly plain: string;
};

export function explainSection(explanations: readonly Explanation[]): Section {
  const prose = (key: string, head: Word): Column => ({ key, head, kind: 'code', flow: 'wrap' });
  const said = (told: Word, key = told.en): Cell => ({ kind: 'code', key, word: told });
  return {
    name: 'explain',
    title: word('Where the figures come from', 'D’où viennent les chiffres'),
    columns: [
      { key: 'key', head: word('Key', 'Clé'), kind: 'text' },
      prose('formula', word('Formula', 'Formule')),
      { ...prose('source', word('Source', 'Source')), spare: 1 },
      prose('working', word('Working', 'Calcul')),
    ],
    rows: {
      count: explanations.length,
      at: (i) => {
        const e = explanations[i] as Explanation;
        return [{ kind: 'text', text: e.key }, said(e.formula), said(e.source), said(e.working, e.plain)];
      },
    },
    totals: [],
    notes: [],
  };
}
