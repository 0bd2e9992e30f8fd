// Which letters does a run write? One row a letter: to whom, at which level, of how much, and under which name.
import type { Day } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { word } from '../../core/word.ts';
import type { Notice } from '../../measures/dunning/notice.ts';
import type { Channel, LevelKey } from '../../policy/dunning.ts';
import { words } from '../../text/words.ts';
import { type Cell, NONE, type Report, type Section, text } from '../report.ts';
import { CHANNEL_WORDS, type Shown } from './dun.ts';
import { levelCell } from './last-notice.ts';

type Written = { readonly notice: Notice; readonly channel: Channel; readonly file: string };

export function lettersSection({ ledger }: Shown, letters: readonly Written[], run: string): Section {
  return {
    name: 'letters',
    title: word('Letters', 'Lettres'),
    columns: [
      { key: 'run', head: word('Run', 'Passage'), kind: 'text', spare: 2 },
      { key: 'customer', head: words.customer, kind: 'text' },
      { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
      { key: 'level', head: word('Level', 'Niveau'), kind: 'code' },
      { key: 'channel', head: word('Channel', 'Canal'), kind: 'code', spare: 1 },
      { key: 'amount_due', head: word('Amount due', 'À payer'), kind: 'money' },
      { key: 'file', head: word('File', 'Fichier'), kind: 'text' },
    ],
    rows: {
      count: letters.length,
      at: (i) => {
        const { notice, channel, file } = letters[i] as Written;
        const { customer, currency, level, amountDue } = notice;
        return [
          ...[run, ledger.customers.id(customer), currency].map(text),
          levelCell(level),
          { kind: 'code', key: channel, word: CHANNEL_WORDS[channel] },
          { kind: 'money', amount: minor(amountDue), currency },
          text(file),
        ];
      },
    },
    totals: [],
    notes: [],
  };
}

/** A row of a history, as it is shown where it was changed. */
type ChangedRow = {
  readonly day: Day;
  readonly run: string;
  readonly customer: string;
  readonly document: string;
  readonly level: LevelKey;
  readonly file: string;
  readonly state: 'written' | 'sent' | 'cancelled' | undefined;
};

const STATE_WORDS = {
  written: word('written', 'écrite'),
  sent: word('sent', 'envoyée'),
  cancelled: word('cancelled', 'annulée'),
} as const;

/** What was done to a history without a ledger. */
export function historyReport(rows: readonly ChangedRow[], said: readonly [en: string, fr: string]): Report {
  const state = (of: ChangedRow['state']): Cell => (of === undefined ? NONE : { kind: 'code', key: of, word: STATE_WORDS[of] });
  return {
    name: 'dun',
    title: word('History of reminders', 'Historique des relances'),
    asOf: undefined,
    parameters: {},
    sections: [
      {
        name: 'history',
        title: word('History of reminders', 'Historique des relances'),
        columns: [
          { key: 'day', head: words.date, kind: 'day' },
          { key: 'run', head: word('Run', 'Passage'), kind: 'text' },
          { key: 'customer', head: words.customer, kind: 'text' },
          { key: 'document', head: words.document, kind: 'text' },
          { key: 'level', head: word('Level', 'Niveau'), kind: 'code' },
          { key: 'file', head: word('File', 'Fichier'), kind: 'text' },
          { key: 'state', head: word('State', 'État'), kind: 'code' },
        ],
        rows: {
          count: rows.length,
          at: (i) => {
            const { day, run, customer, document, level, file, state: of } = rows[i] as ChangedRow;
            return [{ kind: 'day', day }, ...[run, customer, document].map(text), levelCell(level), text(file), state(of)];
          },
        },
        totals: [],
        notes: [word(said[0], said[1])],
      },
    ],
    control: [],
    diagnostics: [],
  };
}
