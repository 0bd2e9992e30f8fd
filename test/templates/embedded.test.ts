// Are the templates that letters are written from those of templates/?
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error: a script of the project, without types
import { embedded } from './embed.mjs';

test('the program holds the texts of templates/: else npm run templates', () => {
  expect(readFileSync(new URL('../../src/letters/templates.ts', import.meta.url), 'utf8')).toBe(embedded());
});
