// Does the program do what each case of test/cases claims? `AR_UPDATE=1 npx vitest run test/cases.test.ts` rewrites what the
// cases expect from what comes of them; the difference is for git to show and for a person to read.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { casesIn, expected, rewrite } from './harness/case.ts';
import { configAbove, run } from './harness/run.ts';

const root = join(import.meta.dirname, '..');
const cases = casesIn(join(root, 'test/cases'));

test('there are cases, and a built program to run them on', () => {
  expect(cases.length).toBeGreaterThan(0);
  expect(existsSync(join(root, 'dist/ar.cjs'))).toBe(true);
});

test('no ar.toml above the project has a say in the tests that run the program in it', () => {
  expect(configAbove(join(root, 'package.json'))).toBeUndefined();
});

for (const one of cases) {
  test.concurrent(`${one.name}: ${one.claim}`, async () => {
    const ending = await run(one, root);
    if (process.env['AR_UPDATE'] === '1') rewrite(one, ending);
    expect(ending).toEqual(expected(one));
  });
}
