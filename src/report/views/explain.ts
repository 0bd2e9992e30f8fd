// Where does a figure come from? For each key its formula, its source and its working on the ledger at hand.
import { type Word, word } from '../../core/word.ts';
import type { Section } from '../report.ts';

export type Explanation = { readonly key: string; readonly formula: Word; readonly source: string; readonly working: Word };

export function explainSection(explanations: readonly Explanation[]): Section {
  const sentence = (key: string, head: Word) => ({ key, head, kind: 'code' as const, flow: 'wrap' as const });
  return {
    name: 'explain',
    title: word('Where the figures come from', 'D’où viennent les chiffres'),
    columns: [
      { key: 'key', head: word('Key', 'Clé'), kind: 'text' },
      sentence('formula', word('Formula', 'Formule')),
      { key: 'source', head: word('Source', 'Source'), kind: 'text', flow: 'wrap', spare: 1 },
      sentence('working', word('Working', 'Calcul')),
    ],
    rows: {
      count: explanations.length,
      at: (i) => {
        const e = explanations[i] as Explanation;
        // In machine formats a sentence is its English text.
        return [
          { kind: 'text', text: e.key },
          { kind: 'code', key: e.formula.en, word: e.formula },
          { kind: 'text', text: e.source },
          { kind: 'code', key: e.working.en, word: e.working },
        ];
      },
    },
    totals: [],
    notes: [],
  };
}
