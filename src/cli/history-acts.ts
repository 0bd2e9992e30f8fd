// What is done to a history without a ledger? A run is cancelled or marked as sent, and levels are taken over; through the same journal as letters, and a second time nothing happens.
import { Diagnostics } from '../core/diagnostic.ts';
import { counted, listedNames } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import type { Hold } from '../io/apply.ts';
import type { World } from '../io/world.ts';
import { HISTORY } from '../read/tables/history.ts';
import { LEVELS_REACHED } from '../read/tables/levels.ts';
import { historyReport } from '../report/views/dun-letters.ts';
import { arrange } from './arrange.ts';
import { readBeside } from './beside.ts';
import { chooseFormat } from './choose-format.ts';
import { deliver } from './deliver.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { type History, type HistoryRow, historyIn, historyPieces, NO_HISTORY, runsOf, type State } from './history-rows.ts';
import { holdFor } from './holding.ts';
import { importedRows } from './imported.ts';
import { renderOptions, type Values } from './run.ts';
import { toldDiagnostics } from './tell.ts';

/** What becomes of the history; `changed`: the rows that are shown. */
type Act = { readonly history: History; readonly changed: readonly HistoryRow[]; readonly run: string; readonly isNew: boolean };

export async function actOnHistory(values: Values, world: World): Promise<ExitCode> {
  const diagnostics = new Diagnostics();
  const path = values['history'] as string | undefined;
  if (path === undefined) {
    diagnostics.add({
      code: 'usage-no-ledger',
      what: '--import needs a history that takes the levels over, or a ledger whose plan counts with them',
      fix: 'add --history FILE, or name a ledger',
    });
    for (const line of toldDiagnostics(diagnostics, values.quiet)) world.stderr.write(`${line}\n`);
    return EXIT.refused;
  }
  const hold = await holdFor({ history: path, changes: true }, world, diagnostics);
  try {
    const code = await act(values, path, hold, world, diagnostics);
    for (const line of toldDiagnostics(diagnostics, values.quiet)) world.stderr.write(`${line}\n`);
    return code;
  } finally {
    hold?.release();
  }
}

async function act(
  values: Values,
  path: string,
  hold: Hold | undefined,
  world: World,
  diagnostics: Diagnostics,
): Promise<ExitCode> {
  const output = values.output === '-' ? undefined : values.output;
  const format = chooseFormat(values, output, world, diagnostics);
  const done = await changed(values, path, world, diagnostics);
  if (format === undefined || done === undefined) return EXIT.refused;
  const { history, changed: rows, run, isNew } = done;
  const said = [
    `${counted(rows.length, 'row')} of ${run}${isNew ? '' : ': nothing changed'}.`,
    `${counted(rows.length, 'ligne')} de ${run}${isNew ? '' : ' : rien n’a changé'}.`,
  ] as const;
  const report = arrange(historyReport(rows, said), values, format, diagnostics);
  if (report === undefined) return EXIT.refused;
  if (isNew) hold?.apply({ id: run, folder: undefined, count: 0, writes: [], replaces: () => historyPieces(history) });
  const render = await format.load(values.dialect);
  const options = renderOptions(values, format.name, output === undefined, world);
  deliver(render({ ...report, diagnostics: diagnostics.kept }, options), output, world);
  return EXIT.done;
}

/** Undefined when it cannot be done: the diagnostics say why. */
async function changed(values: Values, path: string, world: World, diagnostics: Diagnostics): Promise<Act | undefined> {
  const levels = values['import'] as string | undefined;
  const isThere = levels === undefined || !isMissing(path, world);
  const table = isThere ? await readBeside(HISTORY, path, values.currency, world, diagnostics, values) : undefined;
  if (isThere && table === undefined) return undefined;
  const history = table === undefined ? NO_HISTORY : historyIn(table);
  if (levels !== undefined) {
    const given = await readBeside(LEVELS_REACHED, levels, values.currency, world, diagnostics, values);
    if (given === undefined) return undefined;
    const rows = importedRows(given, history);
    const run = rows[0]?.run ?? 'import';
    return { history: { ...history, rows: [...history.rows, ...rows] }, changed: rows, run, isNew: rows.length > 0 };
  }
  const [run, state] =
    values['cancel'] === undefined
      ? ([values['markSent'] as string, 'sent'] as const)
      : ([values['cancel'] as string, 'cancelled'] as const);
  return withState(history, run, state, path, diagnostics);
}

function isMissing(path: string, world: World): boolean {
  const source = world.open(path);
  return 'code' in source && source.code === 'file-missing';
}

/** A run that was cancelled was not sent; one that was sent may be cancelled, where that was a mistake. */
function withState(history: History, run: string, state: State, path: string, diagnostics: Diagnostics): Act | undefined {
  const own = history.rows.filter((row) => row.run === run);
  if (own.length === 0) {
    const runs = runsOf(history);
    diagnostics.add({
      code: 'run-unknown',
      file: path,
      value: run,
      what: 'the history has no such run',
      fix: runs.length === 0 ? 'it has none at all' : `its runs are ${listedNames(runs.toReversed())}, the last one first`,
    });
    return undefined;
  }
  if (state === 'sent' && own.every((row) => row.state === 'cancelled')) {
    diagnostics.add({
      code: 'run-cancelled',
      file: path,
      value: shortened(run),
      what: 'this run was cancelled, and what it wrote counts as not sent',
      fix: 'if its letters were sent after all, write sent in the column state of its rows',
    });
    return undefined;
  }
  const isTaken = (row: HistoryRow): boolean => row.run === run && (state === 'cancelled' || row.state !== 'cancelled');
  const rows = history.rows.map((row) => (isTaken(row) ? { ...row, state } : row));
  const isNew = own.some((row) => isTaken(row) && row.state !== state);
  return { history: { ...history, rows }, changed: rows.filter(isTaken), run, isNew };
}
