// How long does `ar age` take on ledgers of 10,000 to 1,000,000 rows, on this machine? (npm run bench)
// The table says what was measured and judges nothing: compare ratios of one run, not seconds of two machines.
// AR_BENCH_ROWS is the largest ledger, AR_BENCH_ROUNDS how often each is run.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ar, peakBytes, seconds, writeLedger } from './measure.mjs';

const largest = wholeNumber('AR_BENCH_ROWS', 1_000_000);
const rounds = wholeNumber('AR_BENCH_ROUNDS', 5);
const usual = [10_000, 100_000, 1_000_000].filter((rows) => rows <= largest);
const sizes = usual.length > 0 ? usual : [largest];

const count = (number) => Math.round(number).toLocaleString('en');
const ms = (time) => `${(time * 1000).toFixed(time < 1 ? 1 : 0)} ms`;

const folder = mkdtempSync(join(tmpdir(), 'ar-bench-'));
try {
  console.log(
    `\`ar age FILE --as-of 2026-06-30 --format csv\`, whole processes, ${rounds} rounds after one that does not count.`,
  );
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}.\n`);
  console.log('| rows | file | wall, median (min–max) | rows/s | peak memory | `node -e 0`, median | ratio to it |');
  console.log('|---:|---:|---:|---:|---:|---:|---:|');
  for (const rows of sizes) console.log(await measured(rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The line of the table for one size. The empty process runs before each run of ours, so that both meet the same machine. */
async function measured(rows) {
  const file = join(folder, `ledger.${rows}.csv`);
  writeLedger(rows, file);
  const command = ar('age', file, '--as-of', '2026-06-30', '--format', 'csv');
  const bytes = statSync(file).size;
  seconds(command);
  const times = Array.from({ length: rounds }, () => ({ empty: seconds(['-e', '0']), ours: seconds(command) }));
  const peak = await peakBytes(command);
  rmSync(file);

  const ours = times.map((round) => round.ours).sort((a, b) => a - b);
  const empty = median(times.map((round) => round.empty));
  return `| ${[
    count(rows),
    `${(bytes / 1e6).toFixed(1)} MB`,
    `${ms(median(ours))} (${ms(ours[0])}–${ms(ours.at(-1))})`,
    count(rows / median(ours)),
    peak === undefined ? 'not measured' : `${count(peak / 1e6)} MB`,
    ms(empty),
    `${(median(ours) / empty).toFixed(2)} ×`,
  ].join(' | ')} |`;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function wholeNumber(name, otherwise) {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${name} is a whole number from 1: ${process.env[name]}`);
  return value;
}
