// What does it cost when the same ledger is written otherwise? Each way of rewrite.mjs against the plain ledger, in the same rounds.

import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ar, runInto, writeInto } from './measure.mjs';
import { inTurn } from './rounds.mjs';
import { sameBytes } from './same-bytes.mjs';

/** Ways of rewrite.mjs, and what each is. */
export const WAYS = {
  shuffled: 'columns in another order, headings renamed',
  numbers: 'document numbers and references in random hex',
  odd: '3 % of the cells spelt oddly (spaces, signs, zeros, quotes, case)',
  quoted: 'every cell in quotes',
  crlf: 'lines end in CR LF',
  semicolons: 'semicolons between the cells',
  french: 'French dialect: semicolons, decimal commas, dd/mm/yyyy',
};

/**
 * `times` of the plain ledger and of each way that is read, in turn; `said` of every way: whether its balance is that of the
 * plain one, or why there is none. `differs`: one that should be read was not, or was read to something else.
 */
export function raceVariants(plain, day, rounds, folder) {
  const age = (file) => [process.execPath, ...ar('age', file, '--as-of', day, '--format', 'csv')];
  const plainOut = join(folder, 'plain.out.csv');
  writeInto(plainOut, age(plain));
  const commands = { plain: age(plain) };
  const said = {};
  let differs = false;
  for (const way of Object.keys(WAYS)) {
    const file = join(folder, `${way}.csv`);
    const out = join(folder, `${way}.out.csv`);
    rewrite(plain, way, file);
    const { status, stderr } = runInto(out, age(file));
    if (status === 0) {
      const figures = compared(plainOut, out);
      said[way] = figures.said;
      differs ||= !figures.equal;
      commands[way] = age(file);
    } else {
      said[way] = `NOT READ (exit code ${status}): ${reason(stderr, file)}`;
      differs = true;
      rmSync(file);
    }
  }
  return { times: inTurn(commands, rounds), said, differs };
}

function compared(plain, other) {
  if (sameBytes(plain, other)) return { equal: true, said: 'the same, byte for byte' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'figures.mjs'), plain, other], {
    encoding: 'utf8',
  });
  const figures = (stdout + stderr).trim().replaceAll('\n', '; ');
  return { equal: status === 0, said: status === 0 ? `other bytes, and figures ${figures}` : `DIFFERENT: ${figures}` };
}

function rewrite(plain, way, file) {
  const [input, output] = [openSync(plain, 'r'), openSync(file, 'w')];
  const ended = spawnSync(process.execPath, [join(import.meta.dirname, 'rewrite.mjs'), way], { stdio: [input, output, 'pipe'] });
  closeSync(input);
  closeSync(output);
  if (ended.status !== 0) throw new Error(`rewrite.mjs ${way}: ${ended.stderr}`);
}

/** The first thing said, without the name of the file and what it goes on to. */
function reason(stderr, file) {
  const line = stderr.split('\n').find((text) => text !== '') ?? 'nothing said';
  return line.replaceAll(`${file}:`, 'line ').split(';')[0].replaceAll('|', '\\|');
}
