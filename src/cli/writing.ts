// What does a run of `ar dun` write? The letters chosen under their names, their rows behind those of the history, and with them the levels that are taken over; nothing where there is nothing new.

import { isoDay } from '../core/day.ts';
import type { Plan } from '../io/apply.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { HistoryField } from '../read/tables/history.ts';
import type { LevelField } from '../read/tables/levels.ts';
import type { Shown } from '../report/views/dun.ts';
import type { Input } from './command.ts';
import type { Form } from './dun-options.ts';
import type { Dunning } from './dunning-of.ts';
import { tellEnclosures } from './enclosures.ts';
import { historyIn, nextRun } from './history-rows.ts';
import { importedRows, tellUnmatchedLevels } from './imported.ts';
import { lacksSender } from './letter-sender.ts';
import { asksInPart } from './letters-in-part.ts';
import { type LettersAsked, type NamedLetter, namedLetters, planOf } from './letters-of.ts';
import { chosenNotices } from './planned.ts';

type Given = {
  readonly history: string | undefined;
  readonly plan: string | undefined;
  readonly write: string | undefined;
  readonly to: readonly Form[];
  readonly templates: string | undefined;
};

const nothing = (): Uint8Array => new Uint8Array();

type Writing = {
  /** Undefined where only a plan was asked for. */
  readonly letters: readonly NamedLetter[] | undefined;
  readonly run: string;
  readonly plan: Plan | undefined;
  readonly attention: boolean;
};

/** Undefined when what was asked for cannot be written: the diagnostics say so. */
export async function writingOf(
  input: Input,
  given: Given,
  found: Dunning,
  shown: Shown,
  customers: ReadonlySet<number> | undefined,
): Promise<Writing | undefined> {
  const { tables, asOf } = input;
  const history = historyIn(tables.get('history') as SideTable<HistoryField> | undefined);
  const levels = tables.get('import') as SideTable<LevelField> | undefined;
  tellUnmatchedLevels(levels, input);
  const imported = given.history === undefined ? [] : importedRows(levels, history);
  const before = { ...history, rows: [...history.rows, ...imported] };
  const run = nextRun(history, isoDay(asOf));
  const asked: LettersAsked = { input, found, run, forms: given.to };
  const isAsked = given.write !== undefined || given.plan !== undefined;
  const chosen = isAsked ? chosenNotices(input, shown, customers) : undefined;
  const letters = chosen === undefined ? undefined : namedLetters(chosen.planned, asked);
  const written = given.write === undefined ? [] : (letters ?? []);
  if (written.length > 0 && (lacksSender(input) || (await asksInPart(input, written)))) return undefined;
  const bytesOf =
    written.length === 0 ? () => nothing : await (await import('./letter-forms.ts')).letterForms(asked, written, given.templates);
  if (bytesOf === undefined) return undefined;
  tellEnclosures(input, found, written);
  return {
    ...{ letters, run },
    plan: written.length + imported.length === 0 ? undefined : planOf(asked, written, bytesOf, given.write, before),
    attention: chosen !== undefined && chosen.withheld.length + chosen.refused > 0,
  };
}
