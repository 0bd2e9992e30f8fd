// Who is faster on one ledger, and do both say the same? Figures first: a race of different answers is none.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ar, writeInto } from './measure.mjs';
import { inTurn, medianPeak } from './rounds.mjs';

/** Seconds round by round and peak bytes of `ar`, and of DuckDB where there is one. Throws when their figures differ. */
export async function raceOf({ job, rows, file, day, rounds, duckDb, folder }) {
  const commands = { ours: [process.execPath, ...ar('age', file, '--as-of', day, '--format', 'csv')] };
  if (duckDb !== undefined) commands.theirs = duckDb.command(job, file);
  const figures = duckDb === undefined ? 'not compared' : verified(commands, `job ${job.name}, ${rows} rows`, folder);
  const times = inTurn(commands, rounds);
  const peaks = {};
  for (const [name, command] of Object.entries(commands)) peaks[name] = await medianPeak(command, rounds);
  return { job, rows, file, figures, peaks, ours: times.ours, theirs: times.theirs };
}

/** What figures.mjs says of both outputs. */
function verified(commands, what, folder) {
  const outputs = Object.entries(commands).map(([name, command]) => {
    const output = join(folder, `${name}.csv`);
    writeInto(output, command);
    return output;
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'figures.mjs'), ...outputs], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${what}: ar and DuckDB do not say the same\n${stdout}${stderr}`);
  return stdout.trim();
}
