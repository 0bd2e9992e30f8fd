// Is nothing lost and nothing written twice where runs are killed, or two are begun at once? A small firm; `npm run soak` kills one of five hundred letters two hundred times.
import { afterAll, expect, test } from 'vitest';
import { killedFirm, moments } from './harness/kills.ts';

const firm = killedFirm(40);
afterAll(firm.remove);

test('two runs at once write what one does, and so does one after runs that were killed', async () => {
  const begun = performance.now();
  expect(await firm.run()).toBe(0);
  const takes = performance.now() - begun;
  const wanted = firm.files();
  expect(wanted.size).toBe(41);

  firm.empty();
  const codes = await Promise.all([firm.run(), firm.run()]);
  expect(codes.filter((code) => code === 0).length).toBeGreaterThan(0);
  for (const code of codes) expect([0, 2]).toContain(code);
  expect(firm.files()).toEqual(wanted);

  firm.empty();
  const at = moments(1);
  for (let kill = 0; kill < 3; kill++) {
    await firm.run(takes * (0.5 + (at.next().value as number) / 2));
    const files = firm.files();
    for (const name of firm.recorded()) expect(files.has(`out/${name}`)).toBe(true);
  }
  expect(await firm.run()).toBe(0);
  expect(firm.files()).toEqual(wanted);
}, 60_000);
