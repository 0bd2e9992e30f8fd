// What does no file make the program do? As many mangled files as AR_FUZZ_FILES says, 100 000 if it says nothing, go through both readers and now and then
// the whole program: no crash, no hang, no lost record, no diagnostic without its line.
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { SEED } from '../properties/random-ledger.ts';
import { diceOf, mangled, originals } from '../read/mangled.ts';
import { type Judged, judgeMangled } from '../read/mangled-read.ts';

const FILES = Number(process.env['AR_FUZZ_FILES'] ?? 100_000);
const FIRST = Number(process.env['AR_FUZZ_FIRST'] ?? 0);
const SHOWN = 5;

/** Ends the run when one file takes longer than a minute: a loop that never ends leaves no other way. */
function watchdog(): { readonly at: (file: number) => void; readonly stop: () => Promise<number> } {
  const shared = new Int32Array(new SharedArrayBuffer(4));
  const watching = `
    const { workerData } = require('node:worker_threads');
    let before = -1;
    setInterval(() => {
      const now = Atomics.load(workerData, 0);
      if (now === before) {
        require('node:fs').writeSync(2, 'file number ' + now + ' has taken longer than a minute\\n');
        process.kill(process.pid, 'SIGKILL');
      }
      before = now;
    }, 60_000);`;
  const worker = new Worker(watching, { eval: true, workerData: shared });
  return { at: (file) => void Atomics.store(shared, 0, file), stop: () => worker.terminate() };
}

test(
  'no file makes the program crash, hang, lose a record or tell of a row without its line',
  async () => {
    const files = originals();
    const dog = watchdog();
    const faults: string[] = [];
    let counted = 0;
    let slowest = { file: FIRST, ms: 0 };
    const began = performance.now();
    for (let n = FIRST; n < FIRST + FILES; n++) {
      dog.at(n);
      const bytes = mangled(files, SEED, n);
      const start = performance.now();
      const found = await judgeMangled(bytes, diceOf(n)).catch(
        (error: unknown): Judged => ({
          fault: error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error),
          counted: false,
        }),
      );
      const ms = Math.round(performance.now() - start);
      if (ms > slowest.ms) slowest = { file: n, ms };
      if (found.counted) counted++;
      if (found.fault !== undefined)
        faults.push(`file ${n}: ${found.fault}\n${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`);
    }
    await dog.stop();
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(
      `mangled files: ${FILES - faults.length} of ${FILES} without a fault, made of ${files.length}, seed ${SEED}; ` +
        `records counted independently in ${counted}; the slowest, number ${slowest.file}, took ${slowest.ms} ms, all ${seconds} s`,
    );
    expect(faults.slice(0, SHOWN)).toEqual([]);
  },
  3 * 60 * 60_000,
);
