// How are the presets shown? A row each: what it reads, how well its headings are attested, which fields it gives; and one of them, heading by heading.
import { type Word, word } from '../../core/word.ts';
import { type Cell, type Column, type Report, type Section, text } from '../report.ts';

export type FormatRow = {
  readonly name: string;
  readonly title: Word;
  readonly lang: 'en' | 'fr' | 'any';
  readonly verified: boolean;
  readonly unverified: readonly string[];
  readonly fields: readonly string[];
  readonly source: string;
};

type HeadingRow = { readonly field: string; readonly heading: string; readonly verified: boolean };

const LANGUAGES = { en: word('English', 'anglais'), fr: word('French', 'français'), any: word('both', 'les deux') };

function attested(verified: boolean): Cell {
  return verified
    ? { kind: 'code', key: 'verified', word: word('verified', 'vérifié') }
    : { kind: 'code', key: 'unverified', word: word('unverified', 'non vérifié') };
}

const ATTESTED: Column = { key: 'attested', head: word('Headings', 'Intitulés'), kind: 'code' };

export function formatsReport(rows: readonly FormatRow[]): Report {
  return pageReport('formats', word('Presets', 'Formats connus'), {
    name: 'formats',
    title: word('Presets', 'Formats connus'),
    columns: [
      { key: 'name', head: word('Name', 'Nom'), kind: 'text' },
      { key: 'title', head: word('What it reads', 'Ce qu’il lit'), kind: 'code', flow: 'wrap' },
      { key: 'language', head: word('Language', 'Langue'), kind: 'code' },
      ATTESTED,
      { key: 'unverified', head: word('Not verified', 'Non vérifiés'), kind: 'text', flow: 'wrap', spare: 2 },
      { key: 'fields', head: word('Fields', 'Champs'), kind: 'text', flow: 'wrap', spare: 1 },
      { key: 'source', head: word('Source', 'Source'), kind: 'text', flow: 'wrap', spare: 3 },
    ],
    rows: {
      count: rows.length,
      at: (i) => {
        const row = rows[i] as FormatRow;
        return [
          text(row.name),
          { kind: 'code', key: row.title.en, word: row.title },
          { kind: 'code', key: row.lang, word: LANGUAGES[row.lang] },
          attested(row.verified),
          text(row.unverified.join(', ')),
          text(row.fields.join(', ')),
          text(row.source),
        ];
      },
    },
    totals: [],
    notes: [],
  });
}

export function formatReport(preset: FormatRow, rows: readonly HeadingRow[]): Report {
  return pageReport('formats', preset.title, {
    name: 'map',
    title: preset.title,
    columns: [
      { key: 'field', head: word('Field', 'Champ'), kind: 'text' },
      { key: 'heading', head: word('Heading', 'Intitulé'), kind: 'text' },
      ATTESTED,
    ],
    rows: {
      count: rows.length,
      at: (i) => {
        const { field, heading, verified } = rows[i] as HeadingRow;
        return [text(field), text(heading), attested(verified)];
      },
    },
    totals: [],
    notes: [],
  });
}

function pageReport(name: string, title: Word, section: Section): Report {
  return { name, title, asOf: undefined, parameters: {}, sections: [section], control: [], diagnostics: [] };
}
