// Does the program do what each case of test/cases claims? `AR_UPDATE=1 npx vitest run test/cases.test.ts` rewrites what the
// cases expect from what comes of them; the difference is for git to show and for a person to read.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, casesIn, type Ending, expected, rewrite } from './harness/case.ts';
import { plainLines } from './harness/plain-lines.ts';
import { configAbove, run, runHere } from './harness/run.ts';
import { type Serving, serve } from './harness/served.ts';

const root = join(import.meta.dirname, '..');
const cases = casesIn(join(root, 'test/cases'));

test('there are cases, and a built program to run them on', () => {
  expect(cases.length).toBeGreaterThan(0);
  expect(existsSync(join(root, 'dist/ar.cjs'))).toBe(true);
});

test('no ar.toml above the project has a say in the tests that run the program in it', () => {
  expect(configAbove(join(root, 'package.json'))).toBeUndefined();
});

/**
 * `AR_CASES=built` (npm run soak) runs every case under a shell on the built program; else only those that need a shell are, and of
 * these only such as need processes of their own (harness/served.ts).
 */
const isBuilt = process.env['AR_CASES'] === 'built';
const plain = new Map(isBuilt ? [] : cases.map((one) => [one, plainLines(one.command)]));
let serving: Serving | undefined;
beforeAll(async () => {
  if (!isBuilt) serving = await serve();
});
afterAll(() => serving?.end());

async function judge(one: Case, running: Promise<Ending>): Promise<void> {
  const ending = await running;
  if (process.env['AR_UPDATE'] === '1') rewrite(one, ending);
  expect(ending).toEqual(expected(one));
}

for (const one of cases) {
  const lines = plain.get(one);
  const said = `${one.name}: ${one.claim}`;
  if (lines === undefined) test.concurrent(said, () => judge(one, run(one, root, serving)));
  else test(said, () => judge(one, runHere(one, lines, root)));
}
