// What is there to race against on this machine? Finds the race of ../shared/bench and DuckDB without its shell, and names what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInto } from './measure.mjs';

/** Where the race keeps its ledgers from one run to the next (its run.sh reads the same variable). */
export const work = resolve(process.env['WORK'] ?? join(tmpdir(), 'ar-bench'));
const packages = resolve(process.env['PKDIR'] ?? join(work, 'pk'));

/** The two jobs of the race: which ledger, which statement. */
export const JOBS = [
  { name: 'A', kind: 'open', sql: 'a.duckdb.sql' },
  { name: 'B', kind: 'ledger', sql: 'b.duckdb.sql' },
];

/** The folder of the race, or undefined: `missing` is told why. */
export function findRace(missing) {
  const shared = process.env['AR_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared');
  const folder = resolve(shared, 'bench');
  if (existsSync(join(folder, 'gen.mjs'))) return folder;
  missing.push(
    `the race (${join(folder, 'gen.mjs')}; AR_SHARED names the folder above bench): no job A, no DuckDB; job B has a ledger of test/bench/generate.mjs`,
  );
  return undefined;
}

/**
 * Compiles the race's own runner of DuckDB into `folder` and tries it. A command for each job and file, and the version of
 * DuckDB; undefined when something is missing, and `missing` is told what.
 */
export function findDuckDb(race, folder, missing) {
  if (race === undefined) return undefined;
  const bindings = join(packages, 'node_modules/@duckdb', `node-bindings-${process.platform}-${process.arch}`);
  const library = ['libduckdb.so', 'libduckdb.dylib'].map((name) => join(bindings, name)).find((path) => existsSync(path));
  if (library === undefined) {
    missing.push(`DuckDB (${bindings}/libduckdb.so): mkdir -p ${packages} && npm install --prefix ${packages} @duckdb/node-api`);
    return undefined;
  }
  const source = join(race, 'peers/duckrun.c');
  const statements = JOBS.map(({ sql }) => join(race, 'peers', sql));
  for (const path of [source, ...statements]) {
    if (existsSync(path)) continue;
    missing.push(`DuckDB: ${path} is not there`);
    return undefined;
  }
  const runner = join(folder, 'duckrun');
  const compiled = spawnSync('cc', ['-O2', source, '-o', runner, '-ldl'], { encoding: 'utf8' });
  if (compiled.status !== 0) {
    missing.push(
      `DuckDB: cc cannot compile ${source} (Debian: apt-get install gcc): ${compiled.error?.message ?? compiled.stderr}`,
    );
    return undefined;
  }
  const versionFile = join(folder, 'version.csv');
  const asked = "COPY (SELECT version()) TO '/dev/stdout' (HEADER false)";
  const tried = runInto(versionFile, [runner, library, '1', '-c', asked]);
  if (tried.status !== 0) {
    missing.push(`DuckDB: ${library} does not run: ${tried.stderr}`);
    return undefined;
  }
  return {
    version: readFileSync(versionFile, 'utf8').trim(),
    command: (job, file) => [runner, library, '2', join(race, 'peers', job.sql), file],
  };
}
