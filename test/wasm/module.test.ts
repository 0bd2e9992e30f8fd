// Is the committed WebAssembly what its sources say? Assembled anew and compared; `node test/wasm/assemble.mjs` writes it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assembled } from './assemble.mjs';

test('module.ts is its .wat files, byte by byte', async () => {
  const committed = readFileSync(new URL('../../src/read/swift/module.ts', import.meta.url), 'utf8');
  expect(committed).toBe(await assembled());
});
