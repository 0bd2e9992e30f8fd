// Does the gallery of errors show every diagnostic code there is, as the program prints it today?
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { expected } from './harness/case.ts';
import { type Gallery, gallery } from './harness/gallery.ts';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/errors.md');
let made: Gallery;

beforeAll(async () => {
  // That the program prints what the cases expect is shown where each is run (cases.test.ts).
  made = await gallery(root, async (one) => expected(one));
}, 120_000);

test('every code is printed by a case errors-*', () => {
  expect(made.uncovered).toEqual([]);
});

test('every case errors-* prints a code', () => {
  expect(made.codeless).toEqual([]);
});

test('docs/errors.md is what the cases print (npm run errors)', () => {
  expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(made.page);
});
