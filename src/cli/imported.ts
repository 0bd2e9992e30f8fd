// Which levels that customers have already been reminded at (--import) does the history not know yet? They count as sent on their days; the same table a second time adds nothing.
import type { Day } from '../core/day.ts';
import { counted, listed } from '../core/plural.ts';
import { numberOf } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { LevelKey } from '../policy/dunning.ts';
import type { LevelField } from '../read/tables/levels.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { type History, type HistoryRow, nextRun } from './history-rows.ts';

type Levels = SideTable<LevelField>;

export function importedRows(table: Levels | undefined, history: History): HistoryRow[] {
  if (table === undefined) return [];
  const keyOf = ({ customer, document, level, day }: Pick<HistoryRow, 'customer' | 'document' | 'level' | 'day'>): string =>
    [customer, document, level, day].join('\0');
  const known = new Set(history.rows.filter(({ state }) => state !== 'cancelled').map(keyOf));
  const run = nextRun(history, 'import');
  const rows: HistoryRow[] = [];
  for (let at = 0; at < table.count; at++) {
    const row: HistoryRow = {
      ...{ day: table.day('day', at) as Day, run, customer: table.text('customer', at), document: table.text('document', at) },
      ...{ level: table.choice('level', at) as LevelKey, channel: '', amount: '', file: '', state: 'sent' },
      ...{ due: undefined, currency: undefined, entity: '', others: history.others.map(() => '') },
    };
    if (known.has(keyOf(row))) continue;
    known.add(keyOf(row));
    rows.push(row);
  }
  return rows;
}

/** A level of a document that is spelt otherwise holds of nothing, and its customer is reminded from the first level on. */
export function tellUnmatchedLevels(table: Levels | undefined, input: Input): void {
  if (table === undefined) return;
  const { ledger } = input.book;
  const idOf = idsOfLedger(input);
  const known = new Set<string>();
  for (let row = 0; row < ledger.count; row++) {
    const id = ledger.customers.id(ledger.customer[row] as number);
    known.add(`${id}\0`).add(`${id}\0${numberOf(ledger, row)}`);
  }
  const unmatched = Array.from({ length: table.count }, (_, at) => at).filter(
    (at) => !known.has(`${idOf(table.text('customer', at))}\0${table.text('document', at)}`),
  );
  if (unmatched.length === 0) return;
  diagnosticOf(table, unmatched, input);
}

function diagnosticOf(table: Levels, unmatched: readonly number[], { diagnostics }: Input): void {
  diagnostics.add({
    code: 'import-unmatched',
    file: table.file,
    line: table.line(unmatched[0] as number),
    what: `${counted(unmatched.length, 'level is', 'levels are')} of nothing in this ledger: ${listed(unmatched, (at) => `${table.text('customer', at)} ${table.text('document', at)}`.trim())}`,
    why: 'a customer whose level is not found is reminded from the first one on',
    fix: 'spell customer and document as the ledger does, or leave the document empty for all that the customer owed on that day',
  });
}
