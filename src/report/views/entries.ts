// How are entries of a journal shown? One row a line, under the keys of the contract; behind them what a file of entries (FEC) says more of it.
import { type Day, NO_DAY } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { type Lang, type Word, word } from '../../core/word.ts';
import { accountName, journalName } from '../../law/fr/chart.ts';
import type { EntryLine, NumberedEntry } from '../../measures/journal.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';

type Shown = Column & { readonly at: (entry: NumberedEntry, line: EntryLine) => Cell };

const day = (on: Day | undefined): Cell => (on === undefined || on === NO_DAY ? NONE : { kind: 'day', day: on });

/** `lang`: of what machines read of labels and names that are said in two languages. */
export function entriesSection(entries: readonly NumberedEntry[], lang: Lang, notes: readonly Word[]): Section {
  const lines = entries.flatMap((entry, at) => entry.lines.map((_, line) => [at, line] as const));
  const shown = columnsOf(lang, entries);
  return {
    name: 'entries',
    title: word('Entries', 'Écritures'),
    columns: shown.map(({ at: _, ...column }) => column),
    rows: {
      count: lines.length,
      at: (i) => {
        const [at, line] = lines[i] as (typeof lines)[number];
        const entry = entries[at] as NumberedEntry;
        return shown.map((column) => column.at(entry, entry.lines[line] as EntryLine));
      },
    },
    totals: [],
    notes,
  };
}

function columnsOf(lang: Lang, entries: readonly NumberedEntry[]): Shown[] {
  const said = (of: string | Word): Cell => (typeof of === 'string' ? text(of) : { kind: 'code', key: of[lang], word: of });
  const side =
    (sign: 1 | -1) =>
    ({ currency }: NumberedEntry, line: EntryLine) => {
      const amount = Math.max(line.amount * sign, 0);
      return { kind: 'money', amount: minor(amount), currency } as const;
    };
  const has = (of: (line: EntryLine) => boolean): boolean => entries.some(({ lines }) => lines.some(of));
  const when = (condition: boolean, ...columns: Shown[]): Shown[] => (condition ? columns : []);
  return [
    { key: 'journal', head: word('Journal', 'Journal'), kind: 'text', spare: 2, at: (entry) => text(entry.journal) },
    { key: 'entry', head: word('Entry', 'Écriture'), kind: 'text', at: (entry) => text(entry.number) },
    { key: 'date', head: words.date, kind: 'day', at: (entry) => day(entry.day) },
    { key: 'account', head: word('Account', 'Compte'), kind: 'text', at: (_, line) => text(line.account) },
    { key: 'auxiliary', head: word('Auxiliary', 'Auxiliaire'), kind: 'text', at: (_, line) => text(line.auxiliary ?? '') },
    { key: 'label', head: word('Label', 'Libellé'), kind: 'text', flow: 'cut', at: ({ label }) => said(label) },
    { key: 'currency', head: words.currency, kind: 'text', at: ({ currency }) => text(currency) },
    { key: 'debit', head: word('Debit', 'Débit'), kind: 'money', at: side(1) },
    { key: 'credit', head: word('Credit', 'Crédit'), kind: 'money', at: side(-1) },
    {
      ...{ key: 'journal_name', head: word('Journal name', 'Nom du journal'), kind: 'text' as const, spare: 9 },
      at: (entry) => text(journalName(entry.journal)),
    },
    {
      ...{ key: 'account_name', head: word('Account name', 'Nom du compte'), kind: 'text' as const, spare: 3 },
      at: (_, line) => said(line.accountName ?? accountName(line.account)),
    },
    { key: 'name', head: words.name, kind: 'text', spare: 8, flow: 'cut', at: (_, line) => text(line.name ?? '') },
    { key: 'document', head: words.document, kind: 'text', spare: 6, at: (entry) => text(entry.document) },
    {
      ...{ key: 'document_date', head: word('Document date', 'Date de pièce'), kind: 'day' as const, spare: 7 },
      at: (entry) => day(entry.documentDay),
    },
    ...when(
      has(({ letter }) => letter !== undefined && letter !== ''),
      { key: 'letter', head: word('Letter', 'Lettre'), kind: 'text', at: (_, line) => text(line.letter ?? '') },
      {
        ...{ key: 'letter_day', head: word('Letter day', 'Date de lettrage'), kind: 'day' as const },
        at: (_, line) => day(line.letterDay),
      },
    ),
    ...when(
      has((line) => line.original !== undefined),
      {
        ...{ key: 'original_amount', head: word('Original amount', 'Montant en devise'), kind: 'money' as const },
        at: (_, { original }) => {
          if (original === undefined) return NONE;
          return { kind: 'money', amount: minor(Math.abs(original.amount)), currency: original.currency };
        },
      },
      {
        ...{ key: 'original_currency', head: word('Original currency', 'Devise d’origine'), kind: 'text' as const },
        at: (_, { original }) => text(original?.currency ?? ''),
      },
    ),
    ...when(
      has(({ due }) => due !== undefined && due !== NO_DAY),
      { key: 'due', head: words.due, kind: 'day', spare: 7, at: (_, line) => day(line.due) },
    ),
  ];
}
