// How are the templates of letters shown? A row each: in which language, under which law, a letter of which level or a part of letters, and what became of it.
import { LANGS, type Word, word } from '../../core/word.ts';
import { LEVELS } from '../../policy/dunning.ts';
import { type Cell, NONE, type Report, text } from '../report.ts';
import { levelCell } from './last-notice.ts';

type State = 'ours' | 'own' | 'written' | 'there' | 'refused';

export type TemplateRow = {
  /** As a path without its ending: fr/uk/formal. */
  readonly name: string;
  /** Where it lies; '' for one of the program's. */
  readonly file: string;
  readonly state: State;
};

const STATES: { readonly [state in State]: Word } = {
  ours: word('ours', 'du programme'),
  own: word('yours', 'à vous'),
  written: word('written', 'écrit'),
  there: word('there already', 'déjà là'),
  refused: word('refused', 'refusé'),
};
const LANGUAGES = { en: word('English', 'anglais'), fr: word('French', 'français') };

export function templatesReport(rows: readonly TemplateRow[], note: Word): Report {
  const title = word('Templates of letters', 'Modèles de lettres');
  return {
    name: 'templates',
    title,
    asOf: undefined,
    parameters: {},
    sections: [
      {
        name: 'templates',
        title,
        columns: [
          { key: 'template', head: word('Template', 'Modèle'), kind: 'text' },
          { key: 'language', head: word('Language', 'Langue'), kind: 'code', spare: 2 },
          { key: 'law', head: word('Law', 'Droit'), kind: 'text', spare: 3 },
          { key: 'level', head: word('Level', 'Niveau'), kind: 'code', spare: 1 },
          { key: 'state', head: word('State', 'État'), kind: 'code' },
          { key: 'file', head: word('File', 'Fichier'), kind: 'text' },
        ],
        rows: { count: rows.length, at: (i) => cellsOf(rows[i] as TemplateRow) },
        totals: [],
        notes: [note],
      },
    ],
    control: [],
    diagnostics: [],
  };
}

function cellsOf({ name, file, state }: TemplateRow): Cell[] {
  const parts = name.split('/');
  const lang = LANGS.find((one) => one === parts[0]);
  const level = LEVELS.find((one) => one.replace('_', '-') === parts.at(-1));
  return [
    text(name),
    lang === undefined ? NONE : { kind: 'code', key: lang, word: LANGUAGES[lang] },
    parts.length > 2 ? text(parts[1] as string) : NONE,
    level === undefined ? NONE : levelCell(level),
    { kind: 'code', key: state, word: STATES[state] },
    file === '' ? NONE : text(file),
  ];
}
