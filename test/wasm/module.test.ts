// Is the committed WebAssembly what its sources say? Assembled anew and compared; `node test/wasm/assemble.mjs` writes it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assembled, MODULES } from './assemble.mjs';

test.each(MODULES)('$file is its .wat files, byte by byte', async (module) => {
  const committed = readFileSync(new URL(module.file, new URL('../../src/', import.meta.url)), 'utf8');
  expect(committed).toBe(await assembled(module));
});
