// What does a history hold, and how is it written? A row an item and notice, in the columns people read it by; what others have added to a row stays in it.
import { type Currency, currencyOf } from '../core/currency.ts';
import { type Day, isoDay } from '../core/day.ts';
import { disarmed } from '../core/formula.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Channel, LevelKey } from '../policy/dunning.ts';
import { HISTORY, type HistoryField } from '../read/tables/history.ts';
import { quoted } from '../report/render/delimited.ts';
import { plainAmount } from '../text/amounts.ts';

export type State = 'written' | 'sent' | 'cancelled';

export type HistoryRow = {
  readonly day: Day;
  readonly run: string;
  readonly customer: string;
  readonly document: string;
  readonly level: LevelKey;
  readonly channel: Channel | '';
  /** What was asked for of the item, as a history has it; empty where nobody says. */
  readonly amount: string;
  readonly file: string;
  readonly state: State | undefined;
  readonly due: Day | undefined;
  /** As the row names it: one that names none is of all that the customer owes. */
  readonly currency: Currency | undefined;
  /** Whose customer it is, in a ledger that says so: two firms may call two customers alike. */
  readonly entity: string;
  /** Cells of columns that are not ours. */
  readonly others: readonly string[];
};

export type History = { readonly rows: readonly HistoryRow[]; readonly others: readonly string[] };

export const NO_HISTORY: History = { rows: [], others: [] };

export function historyIn(table: SideTable<HistoryField> | undefined): History {
  if (table === undefined) return NO_HISTORY;
  return {
    others: table.others.map(({ heading }) => heading),
    rows: Array.from({ length: table.count }, (_, at): HistoryRow => {
      const amount = table.amount('amount', at);
      return {
        day: table.day('day', at) as Day,
        ...{ run: table.text('run', at), customer: table.text('customer', at), document: table.text('document', at) },
        level: table.choice('level', at) as LevelKey,
        channel: table.text('channel', at) as Channel,
        amount: amount === undefined ? '' : plainAmount(amount, table.currency(at)),
        file: table.text('file', at),
        state: table.choice('state', at) as State | undefined,
        due: table.day('due', at),
        currency: currencyOf(table.text('currency', at)),
        entity: table.text('entity', at),
        others: table.others.map(({ text }) => text(at)),
      };
    }),
  };
}

/** CSV as `ar` reads it again and a spreadsheet opens it: nothing in it is run. */
export function* historyPieces({ rows, others }: History): Generator<string> {
  const hasEntities = rows.some(({ entity }) => entity !== '');
  yield line([...HISTORY.fields.filter((field) => field !== 'entity' || hasEntities), ...others]);
  for (const row of rows) {
    const { day, run, customer, document, level, channel, amount, file, state, due, currency, entity, others: more } = row;
    yield line([
      ...[isoDay(day), run, customer, document, level, channel, amount],
      ...[file, state ?? '', due === undefined ? '' : isoDay(due), currency ?? '', ...(hasEntities ? [entity] : [])],
      ...more,
    ]);
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(AMOUNT.test(cell) ? cell : disarmed(cell))).join(',')}\n`;
}

/** A number that begins with a minus is no formula. */
const AMOUNT = /^-?\d+(?:\.\d+)?$/;

/** The runs in the order of their first rows. */
export function runsOf({ rows }: History): string[] {
  return [...new Set(rows.map(({ run }) => run).filter((run) => run !== ''))];
}

/** The name of a run that is begun: what stands before its number, and the first number that no run has. */
export function nextRun(history: History, before: string): string {
  const numbers = runsOf(history).flatMap((run) => {
    const number = run.startsWith(`${before}-`) ? run.slice(before.length + 1) : '';
    return /^\d{1,9}$/.test(number) ? [Number(number)] : [];
  });
  return `${before}-${numbers.reduce((most, one) => Math.max(most, one), 0) + 1}`;
}
