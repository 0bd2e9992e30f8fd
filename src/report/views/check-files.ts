// How do several files compare? One line each, two for a file with two currencies: amounts of different currencies are never added, and what is true of
// the file as a whole stands on each of its lines.
import { type Word, word } from '../../core/word.ts';
import type { FileSums } from '../../measures/file-sums.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';

/** A file as a whole. What was not found out, because it could not be read, is undefined. */
export type CheckedFile = {
  readonly file: string;
  /** The firm whose books it holds, where its name says so. */
  readonly entity: string;
  readonly preset: string | undefined;
  readonly encoding: string | undefined;
  readonly delimiter: string | undefined;
  readonly rows: number | undefined;
  readonly setAside: number | undefined;
  readonly leftOut: number | undefined;
  readonly sums: readonly FileSums[];
  readonly findings: { readonly error: number; readonly warning: number; readonly note: number };
  /** Why it could not be read: the first thing that was told of it. */
  readonly problem: string | undefined;
};

/** `rowsLeftOut`: some were, of whichever file. */
export function filesSection(files: readonly CheckedFile[], rowsLeftOut: boolean): Section {
  const lines = files.flatMap((file): { file: CheckedFile; sums: FileSums | undefined }[] =>
    file.sums.length === 0 ? [{ file, sums: undefined }] : file.sums.map((sums) => ({ file, sums })),
  );
  const firms = files.some(({ entity }) => entity !== '');
  const unread = files.some(({ problem }) => problem !== undefined);
  const column = (kind: Column['kind'], key: string, en: string, fr: string, spare?: number): Column => ({
    ...{ key, head: word(en, fr), kind },
    ...(spare === undefined ? {} : { spare }),
  });
  return {
    name: 'files',
    title: word('Files', 'Fichiers'),
    columns: [
      { ...column('text', 'file', 'File', 'Fichier'), flow: 'wrap' },
      ...(firms ? [column('text', 'entity', 'Entity', 'Entité', 1)] : []),
      column('text', 'preset', 'Preset', 'Modèle', 9),
      column('text', 'encoding', 'Encoding', 'Encodage', 8),
      column('text', 'delimiter', 'Delimiter', 'Séparateur', 7),
      column('number', 'rows', 'Rows', 'Lignes', 4),
      column('number', 'set_aside', 'Set aside', 'Rejetées', 3),
      ...(rowsLeftOut ? [column('number', 'left_out', 'Left out', 'Écartées', 3)] : []),
      { key: 'currency', head: words.currency, kind: 'text' },
      column('number', 'postings', 'Postings', 'Écritures'),
      column('number', 'customers', 'Customers', 'Clients', 5),
      column('day', 'first', 'First', 'Première', 6),
      column('day', 'last', 'Last', 'Dernière', 6),
      column('money', 'debits', 'Debits', 'Débits', 2),
      column('money', 'credits', 'Credits', 'Crédits', 2),
      { key: 'open', head: words.open, kind: 'money' },
      column('number', 'errors', 'Errors', 'Erreurs', 1),
      column('number', 'warnings', 'Warnings', 'Alertes', 1),
      column('number', 'notes', 'Notes', 'Notes', 10),
      ...(unread ? [{ ...column('text', 'problem', 'Not read', 'Non lu'), flow: 'wrap' as const }] : []),
    ],
    rows: {
      count: lines.length,
      at: (i) => {
        const { file, sums } = lines[i] as (typeof lines)[number];
        return [
          text(file.file),
          ...(firms ? [said(file.entity === '' ? undefined : file.entity)] : []),
          ...[file.preset, file.encoding, file.delimiter].map(said),
          ...[file.rows, file.setAside, ...(rowsLeftOut ? [file.leftOut] : [])].map(number),
          ...(sums === undefined ? Array.from({ length: 8 }, () => NONE) : sumCells(sums)),
          ...[file.findings.error, file.findings.warning, file.findings.note].map(number),
          ...(unread ? [said(file.problem)] : []),
        ];
      },
    },
    totals: [],
    notes: notesOf(
      unread,
      files.some(({ sums }) => sums.length > 1),
    ),
  };
}

function notesOf(unread: boolean, several: boolean): Word[] {
  const left = word(
    'Files that could not be read are in no figure below.',
    'Les fichiers qui n’ont pas pu être lus ne sont dans aucun chiffre ci-dessous.',
  );
  const twice = word(
    'A file has a line for each currency; its rows and findings stand on each of them.',
    'Un fichier a une ligne par devise ; ses lignes et constats figurent sur chacune.',
  );
  return [...(unread ? [left] : []), ...(several ? [twice] : [])];
}

function sumCells({ currency, postings, customers, first, last, debits, credits, open }: FileSums): Cell[] {
  return [
    text(currency),
    ...[postings, customers].map(number),
    { kind: 'day', day: first },
    { kind: 'day', day: last },
    ...[debits, credits, open].map((amount): Cell => ({ kind: 'money', amount, currency })),
  ];
}

function said(value: string | undefined): Cell {
  return value === undefined ? NONE : text(value);
}

function number(value: number | undefined): Cell {
  return value === undefined ? NONE : { kind: 'number', value, decimals: 0 };
}
