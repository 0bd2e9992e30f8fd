// How is it shown what an anonymised copy kept, and what it replaced? One row a column of each file, so that the user can judge before he sends it.
import { word } from '../../core/word.ts';
import { type Section, text } from '../report.ts';

/** A column of a file, and what was done with its filled cells. */
export type CopiedColumn = { readonly file: string; readonly heading: string; readonly kept: number; readonly replaced: number };

const TREATED = {
  kept: word('kept', 'gardée'),
  replaced: word('replaced', 'remplacée'),
  both: word('in part', 'en partie'),
  empty: word('empty', 'vide'),
} as const;

export function copiedSection(columns: readonly CopiedColumn[], several: boolean): Section {
  const treated = ({ kept, replaced }: CopiedColumn): keyof typeof TREATED =>
    replaced === 0 ? (kept === 0 ? 'empty' : 'kept') : kept === 0 ? 'replaced' : 'both';
  return {
    name: 'anonymised',
    title: word('Anonymised copy', 'Copie anonymisée'),
    columns: [
      { key: 'file', head: word('File', 'Fichier'), kind: 'text', flow: 'cut', ...(several ? {} : { forMachines: true }) },
      { key: 'heading', head: word('Heading', 'Intitulé'), kind: 'text', flow: 'cut' },
      { key: 'treated', head: word('Column', 'Colonne'), kind: 'code' },
      { key: 'kept', head: word('Cells kept', 'Cellules gardées'), kind: 'number' },
      { key: 'replaced', head: word('Cells replaced', 'Cellules remplacées'), kind: 'number' },
    ],
    rows: {
      count: columns.length,
      at: (i) => {
        const column = columns[i] as CopiedColumn;
        const key = treated(column);
        return [
          text(column.file),
          text(column.heading),
          { kind: 'code', key, word: TREATED[key] },
          { kind: 'number', value: column.kept, decimals: 0 },
          { kind: 'number', value: column.replaced, decimals: 0 },
        ];
      },
    },
    totals: [],
    notes: [
      word(
        'Read again, the copy gives the same postings, open amounts and settlements. Headings are kept, and so are amounts, days, general accounts, codes of journals and words of statuses: look through it before it is sent.',
        'Relue, la copie donne les mêmes écritures, montants ouverts et lettrages. Les intitulés sont gardés, comme les montants, les dates, les comptes généraux, les codes journaux et les statuts : parcourez-la avant de l’envoyer.',
      ),
    ],
  };
}
