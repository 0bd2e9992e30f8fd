// Which ledgers are raced? Those of the race's generator, kept in its working folder from one run to the next; without it, our own.
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeInto, writeLedger } from './measure.mjs';
import { work } from './peers.mjs';

/** The file of a job with so many rows; `folder` is where a ledger of our own goes. Undefined when there is no such ledger. */
export function ledgerOf(job, rows, race, folder) {
  if (race === undefined) return job.kind === 'ledger' ? ownLedger(rows, folder) : undefined;
  const path = join(work, `${job.kind}.${rows}.csv`);
  if (existsSync(path) && linesOf(path) === rows + 1) return path;
  mkdirSync(work, { recursive: true });
  // Under another name until it is whole: a run that was stopped leaves no half of a ledger behind.
  writeInto(`${path}.part`, [process.execPath, join(race, 'gen.mjs'), String(rows), job.kind]);
  renameSync(`${path}.part`, path);
  return path;
}

export const bytesOf = (path) => statSync(path).size;

function ownLedger(rows, folder) {
  const path = join(folder, `own.${rows}.csv`);
  if (!existsSync(path)) writeLedger(rows, path);
  return path;
}

/** No cell of the generator holds a line break, so lines are rows. */
function linesOf(path) {
  const file = openSync(path, 'r');
  const piece = Buffer.allocUnsafe(1 << 16);
  let lines = 0;
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
    const bytes = piece.subarray(0, read);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  }
  closeSync(file);
  return lines;
}
