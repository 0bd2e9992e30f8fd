// What is left of a run of five hundred letters that is killed at two hundred random moments, and how long do ten thousand letters take? History and folder agree after the next run, nothing twice, nothing lost.
import { afterAll, expect, test } from 'vitest';
import { ar, peakBytes } from '../bench/measure.mjs';
import { killedFirm, momentOf, moments } from '../harness/kills.ts';

const KILLS = Number(process.env['AR_KILLS'] ?? 200);
const LETTERS = 500;
/** Milliseconds in which five hundred letters get their names. */
const AFTER_THE_JOURNAL = 25;
const firm = killedFirm(LETTERS);
const large = killedFirm(10_000);
afterAll(() => {
  firm.remove();
  large.remove();
});

test(`${KILLS} kills of a run of ${LETTERS} letters`, async () => {
  const begun = performance.now();
  expect(await firm.run()).toBe(0);
  const takes = performance.now() - begun;
  const wanted = firm.files();
  expect(wanted.size).toBe(LETTERS + 1);
  const at = moments(20260630);
  const left = new Map<string, number>();
  let killed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    firm.empty();
    // Some runs are killed twice before one is left alone.
    for (let times = 0; times <= kill % 2; times++) {
      // Of the moments of a whole run few fall between the journal and its end, so some are counted from there.
      const late = kill % 4 === 3 && times === 0;
      const moment = at.next().value as number;
      const ended = late ? await firm.run(moment * AFTER_THE_JOURNAL, 'journal') : await firm.run(takes * moment);
      if (ended === 'SIGKILL') killed++;
      const files = firm.files();
      const found = momentOf(files);
      left.set(found, (left.get(found) ?? 0) + 1);
      for (const name of firm.recorded()) expect(files.get(`out/${name}`), name).toBe(wanted.get(`out/${name}`));
      for (const [name, text] of files) if (name.endsWith('.txt')) expect(text, name).toBe(wanted.get(name));
    }
    expect(await firm.run()).toBe(0);
    expect(firm.files()).toEqual(wanted);
  }
  expect([...left.keys()]).toContain('after the journal');
  console.log(
    `${killed} runs of ${LETTERS} letters killed; found after it: ${[...left].map(([what, n]) => `${what} ${n}`).join(', ')}`,
  );
});

const MOST_BYTES = 250_000_000;

test('ten thousand letters in bounded memory', async () => {
  const begun = performance.now();
  const peak = await peakBytes(ar(...large.args));
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `10000 letters: ${seconds.toFixed(1)} s, ${peak === undefined ? 'memory not measured' : `${Math.round(peak / 1e6)} MB at the peak`}`,
  );
  expect(large.files().size).toBe(10_001);
  expect(peak).toBeLessThan(MOST_BYTES);
});
