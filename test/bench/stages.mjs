// How long is each stage of one run? Runs staged-run.mjs in turn with the program, and checks that both write the same bytes.
import { join } from 'node:path';
import { build } from 'esbuild';
import { fontsInside } from '../../src/letters/pdf/fonts-inside.mjs';
import { markKeysInside } from '../../src/read/presets/mark-keys-inside.mjs';
import { ar, runInto, wallSeconds } from './measure.mjs';
import { median } from './rounds.mjs';
import { sameBytes } from './same-bytes.mjs';

export const STAGES = [
  'Node’s own start',
  'loading the program',
  'reading',
  'settling, and its control',
  'ageing, and its check',
  'output: order, totals, CSV',
  'before and after, outside of the process’s own clock',
];

/** Bundles staged-run.mjs as build.mjs bundles the program; the path of the bundle. */
export async function bundleStagedRun(folder) {
  const outfile = join(folder, 'staged-run.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'staged-run.mjs')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    minifySyntax: true,
    logLevel: 'error',
    plugins: [fontsInside, markKeysInside],
  });
  return outfile;
}

/** Median seconds of each stage, of the whole staged process, of the program, and of a Node with nothing to do. */
export function stagesOf(bundle, file, day, rounds, folder) {
  const program = [process.execPath, ...ar('age', file, '--as-of', day, '--format', 'csv')];
  const output = { staged: join(folder, 'staged.csv'), program: join(folder, 'program.csv') };
  runInto(output.program, program);
  const found = Array.from({ length: rounds + 1 }, () => {
    const staged = stagedRun(bundle, file, day, output.staged);
    return { ...staged, program: wallSeconds(program), empty: wallSeconds([process.execPath, '-e', '0']) };
  }).slice(1);
  if (!sameBytes(output.staged, output.program)) {
    throw new Error(`the staged run of ${file} does not write what the program writes; are staged-run.mjs and cli/ still alike?`);
  }
  const middle = (of) => median(found.map(of));
  return {
    stages: STAGES.map((_, index) => middle(({ stages }) => stages[index])),
    staged: middle(({ wall }) => wall),
    program: middle(({ program }) => program),
    empty: middle(({ empty }) => empty),
  };
}

function stagedRun(bundle, file, day, output) {
  const from = process.hrtime.bigint();
  const { status, stderr } = runInto(output, [process.execPath, bundle, file, day]);
  const wall = Number(process.hrtime.bigint() - from) / 1e9;
  if (status !== 0) throw new Error(`the staged run of ${file}: ${stderr}`);
  const { started, loaded, read, settled, aged, written } = JSON.parse(stderr);
  const ends = [started, loaded, read, settled, aged, written].map((mark) => mark / 1000).concat(wall);
  return { wall, stages: ends.map((end, index) => end - (ends[index - 1] ?? 0)) };
}
