// Which output formats are there? One line each; a format is loaded only when it is written.
import type { Word } from '../../core/word.ts';
import { word } from '../../core/word.ts';
import type { Render } from './renderer.ts';

/** How csv is spelt: for machines, for a spreadsheet of a language, or, of entries, as the file French law asks for. */
export const DIALECTS = ['plain', 'excel-fr', 'excel-en', 'fec'] as const;
export type Dialect = (typeof DIALECTS)[number];

export type Format = {
  readonly name: string;
  readonly summary: Word;
  /** Writes one section only, so `--section` chooses it. */
  readonly oneSection: boolean;
  /** No text: nothing for a terminal. */
  readonly isBytes?: true;
  /** Rows that fit into a section of it, where their number is bounded. */
  readonly mostRows?: number;
  /** Has dialects, so `--dialect` chooses one. */
  readonly dialects?: true;
  readonly load: (dialect: Dialect) => Promise<Render>;
};

export const FORMATS: readonly Format[] = [
  {
    name: 'table',
    summary: word('for a terminal', 'pour un terminal'),
    oneSection: false,
    load: async () => (await import('./table.ts')).table,
  },
  {
    name: 'csv',
    summary: word('for machines', 'pour les machines'),
    oneSection: true,
    dialects: true,
    load: async (dialect) => (dialect === 'fec' ? (await import('./fec.ts')).fec : (await import('./delimited.ts')).csv),
  },
  {
    name: 'tsv',
    summary: word('for machines', 'pour les machines'),
    oneSection: true,
    load: async () => (await import('./delimited.ts')).tsv,
  },
  {
    name: 'json',
    summary: word('for programs', 'pour les programmes'),
    oneSection: false,
    load: async () => (await import('./json.ts')).json,
  },
  { name: 'md', summary: word('Markdown', 'Markdown'), oneSection: false, load: async () => (await import('./md.ts')).md },
  {
    name: 'html',
    summary: word('a page that stands alone', 'une page autonome'),
    oneSection: false,
    load: async () => (await import('./html/page.ts')).html,
  },
  {
    name: 'xlsx',
    summary: word('a workbook', 'un classeur'),
    oneSection: false,
    isBytes: true,
    // Of a sheet's, less the heading, the gap, and a total a currency.
    mostRows: 1_048_576 - 300,
    load: async () => (await import('./xlsx/workbook.ts')).xlsx,
  },
];

/** The extensions that name a format: its own name, and `.txt` for a table. */
export const EXTENSIONS: readonly string[] = FORMATS.map((format) => (format.name === 'table' ? 'txt' : format.name));

export function formatOfExtension(path: string): string | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  return FORMATS.find((_, i) => EXTENSIONS[i] === extension)?.name;
}
