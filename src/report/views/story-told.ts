// What happened to a document, in order? One row an event: what it put on or took off, what was open behind it, and its sentence.
import { type Word, word } from '../../core/word.ts';
import { column } from '../../ledger/ledger.ts';
import type { Story } from '../../measures/story.ts';
import type { EventKey, StoryEvent } from '../../measures/story-events.ts';
import { evidenceNames, words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { dayCell, kindCell, moneyIn, originCells, originColumns, whoCells, whoColumns } from './story-cells.ts';
import { sentenceOf, type Telling } from './story-sentences.ts';

const EVENT_COLUMNS: readonly Column[] = [
  { key: 'day', head: word('Day', 'Jour'), kind: 'day' },
  { key: 'event', head: word('Event', 'Événement'), kind: 'code', spare: 4 },
  { key: 'kind', head: words.kind, kind: 'code', forMachines: true },
  { key: 'document', head: words.document, kind: 'text', forMachines: true },
  { key: 'amount', head: words.amount, kind: 'money', spare: 3 },
  { key: 'evidence', head: words.evidence, kind: 'code', forMachines: true },
  { key: 'open_after', head: words.open, kind: 'money' },
];

const SENTENCE: Column = { key: 'sentence', head: word('What happened', 'Ce qui s’est passé'), kind: 'code', flow: 'wrap' };

const EVENT_WORDS: { readonly [event in EventKey | 'later']: Word } = {
  issued: word('issued', 'émission'),
  settled: word('settled', 'solde'),
  returned: word('returned', 'impayé'),
  named: word('named', 'désignation'),
  due: word('due', 'échéance'),
  reminded: word('reminded', 'relance'),
  open: word('open', 'ouvert'),
  closed: word('closed', 'soldé'),
  later: word('later', 'ensuite'),
};

export function storySection(telling: Telling, list: readonly Story[]): Section {
  const rows = list.flatMap((story) => story.events.map((event) => ({ story, event })));
  return {
    name: 'story',
    title: word('Story', 'Histoire'),
    columns: [...whoColumns(telling, list, true), ...EVENT_COLUMNS, ...originColumns(telling), SENTENCE],
    rows: { count: rows.length, at: (i) => eventCells(telling, rows[i] as (typeof rows)[number]) },
    totals: [],
    notes: [
      word(
        'What was issued and what settled it add up to what is open; what came later counts for nothing.',
        'Les émissions et ce qui les solde s’additionnent au restant dû ; ce qui vient ensuite ne compte pas.',
      ),
    ],
  };
}

function eventCells(telling: Telling, { story, event }: { readonly story: Story; readonly event: StoryEvent }): Cell[] {
  const { ledger } = telling;
  const money = moneyIn(story.currency);
  const key = event.later ? 'later' : event.event;
  // The posting an event is about: the one that settles or names it, else its own.
  const about = event.other >= 0 ? event.other : event.row;
  const counts = event.event === 'issued' || event.event === 'settled';
  const { told, plain } = sentenceOf(telling, story, event);
  return [
    ...whoCells(telling, story),
    dayCell(event.day),
    { kind: 'code', key, word: EVENT_WORDS[key] },
    kindCell(telling, about),
    text(column(ledger, 'document')?.at(about) ?? ''),
    counts ? money(event.effect) : NONE,
    event.evidence === undefined ? NONE : { kind: 'code', key: event.evidence, word: evidenceNames[event.evidence] },
    event.openAfter === undefined ? NONE : money(event.openAfter),
    ...originCells(telling, about),
    { kind: 'code', key: plain, word: told },
  ];
}
