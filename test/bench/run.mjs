// How fast is `ar age`, against DuckDB on the same ledgers and against itself on others, and where do time and memory go? (npm run bench)
// The tables say what was measured and judge nothing: compare ratios of one run, not seconds of two machines.
// AR_BENCH_ROWS is the largest ledger (1,000,000; 10,000,000 is there to ask for), AR_BENCH_ROUNDS how often each is run (5).
// AR_SHARED is the folder above the race's bench (../shared), WORK and PKDIR as its run.sh takes them. Nothing is installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf, ledgerOf } from './ledgers.mjs';
import { count, mib, ms, spread, table, times } from './markdown.mjs';
import { howPeaksAreFound } from './measure.mjs';
import { findDuckDb, findRace, JOBS } from './peers.mjs';
import { raceOf } from './race.mjs';
import { median, ratio } from './rounds.mjs';
import { bundleStagedRun, STAGES, stagesOf } from './stages.mjs';
import { raceVariants, WAYS } from './variants.mjs';

const DAY = '2026-06-30';
const largest = wholeNumber('AR_BENCH_ROWS', 1_000_000);
const rounds = wholeNumber('AR_BENCH_ROUNDS', 5);
const usual = [10_000, 100_000, 1_000_000, 10_000_000].filter((rows) => rows <= largest);
const sizes = usual.length > 0 ? usual : [largest];
const top = sizes.at(-1);

const folder = mkdtempSync(join(tmpdir(), 'ar-bench-run-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
// A reader that has seen enough (`| head`) ends it without a word.
process.stdout.on('error', () => process.exit());
await bench();

async function bench() {
  const missing = [];
  const race = findRace(missing);
  const duckDb = findDuckDb(race, folder, missing);
  const ledgers = JOBS.map((job) => ({ job, file: (rows) => ledgerOf(job, rows, race, folder) })).filter(
    ({ job }) => race !== undefined || job.kind === 'ledger',
  );
  if (howPeaksAreFound() !== 'GNU time') missing.push(`/usr/bin/time (GNU): peaks are told by ${howPeaksAreFound()}`);

  console.log(
    `\`ar age FILE --as-of ${DAY} --format csv\`, whole processes in turn; rounds: ${rounds}, after one that does not count.`,
  );
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}.`);
  console.log(
    `Ledgers of ${race === undefined ? 'test/bench/generate.mjs' : race}; DuckDB ${duckDb === undefined ? 'missing' : `${duckDb.version}, 2 threads, without Node`}.`,
  );
  for (const what of missing) console.log(`Missing: ${what}.`);
  console.log('Times in ms: median (least–most). A ratio is the median of the ratios of each round.\n');

  const results = [];
  for (const rows of sizes) {
    for (const { job, file } of ledgers)
      results.push(await raceOf({ job, rows, file: file(rows), day: DAY, rounds, duckDb, folder }));
  }
  tellRatios(results);
  await tellStages(ledgers);
  tellMemory(results);
  const kept = Math.min(top, 1_000_000);
  tellVariants(ledgers.at(-1).file(kept), kept);
}

function tellRatios(results) {
  console.log('## Ratios\n');
  const headings = ['job', '>rows', '>file MiB', '>ar', '>DuckDB', '>ar ÷ DuckDB', '>ar peak MiB', '>DuckDB peak MiB', 'figures'];
  const lines = results.map(({ job, rows, file, ours, theirs, peaks, figures }) => [
    job.name,
    count(rows),
    mib(bytesOf(file)),
    spread(median(ours), ours),
    theirs === undefined ? '–' : spread(median(theirs), theirs),
    theirs === undefined ? '–' : times(ratio(ours, theirs)),
    mib(peaks.ours),
    theirs === undefined ? '–' : mib(peaks.theirs),
    figures,
  ]);
  console.log(table(headings, lines));
}

async function tellStages(ledgers) {
  console.log(`## Stages of one run, ${count(top)} rows\n`);
  console.log(
    'Measured in a child process that takes the steps of the command through the same modules, bundled alike, with the clock between two steps; it writes the same bytes. Medians of each line.\n',
  );
  const bundle = await bundleStagedRun(folder);
  const found = ledgers.map(({ file }) => stagesOf(bundle, file(top), DAY, rounds, folder));
  const cells = (of) => found.flatMap((one) => [ms(of(one)), `${Math.round((100 * of(one)) / one.staged)} %`]);
  console.log(
    table(
      ['stage', ...ledgers.flatMap(({ job }) => [`>job ${job.name}, ms`, '>share'])],
      [
        ...STAGES.map((stage, index) => [stage, ...cells(({ stages }) => stages[index])]),
        ['**this process, from outside**', ...cells(({ staged }) => staged)],
        ['`ar` itself, in the same rounds', ...cells(({ program }) => program)],
        ['`node -e 0`, in the same rounds', ...cells(({ empty }) => empty)],
      ],
    ),
  );
}

function tellMemory(results) {
  console.log('## Memory against rows\n');
  console.log(
    `Peaks by ${howPeaksAreFound()}, in runs that were not timed. Growth: bytes for each row more than in the line before.\n`,
  );
  const lines = results.map((result) => {
    const before = results.filter(({ job, rows }) => job === result.job && rows < result.rows).at(-1);
    const growth = (whose) => {
      if (before?.peaks[whose] === undefined || result.peaks[whose] === undefined) return '–';
      return ((result.peaks[whose] - before.peaks[whose]) / (result.rows - before.rows)).toFixed(1);
    };
    const theirs = result.theirs === undefined ? '–' : mib(result.peaks.theirs);
    return [result.job.name, count(result.rows), mib(result.peaks.ours), growth('ours'), theirs, growth('theirs')];
  });
  lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  console.log(table(['job', '>rows', '>ar peak MiB', '>bytes a row', '>DuckDB peak MiB', '>bytes a row'], lines));
}

function tellVariants(plain, rows) {
  console.log(`## The same ledger written otherwise, job B, ${count(rows)} rows\n`);
  const { times: measured, said, differs } = raceVariants(plain, DAY, rounds, folder);
  const line = (name, what, verdict) => {
    const own = measured[name];
    return own === undefined
      ? [what, '–', '–', verdict]
      : [what, spread(median(own), own), times(ratio(own, measured.plain)), verdict];
  };
  console.log(
    table(
      ['written', '>ar', '>÷ plain', 'aged balance'],
      [line('plain', 'plain', '–'), ...Object.entries(WAYS).map(([way, what]) => line(way, what, said[way]))],
    ),
  );
  if (!differs) return;
  console.log('A ledger written otherwise was not read, or to other figures: that is a defect, whatever the times.');
  process.exitCode = 1;
}

function wholeNumber(name, otherwise) {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${name} is a whole number from 1: ${process.env[name]}`);
  return value;
}
