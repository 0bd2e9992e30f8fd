// Writes docs/errors.md from what the cases test/cases/errors-* print now; with --check it only says whether the page is stale
// (exit code 1). The program must be built. Node 20 does not read TypeScript, so esbuild turns the harness into a module first.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { fontsInside } from '../src/letters/pdf/fonts-inside.mjs';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/errors.md');

const { outputFiles } = await build({
  entryPoints: [join(root, 'test/harness/gallery.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
  logLevel: 'error',
  plugins: [fontsInside],
});
const { gallery } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
const made = await gallery(root);

for (const code of made.uncovered) console.error(`no case test/cases/errors-* prints ${code}`);
for (const name of made.codeless) console.error(`test/cases/${name} prints no code`);

if (process.argv.includes('--check')) {
  if (made.page !== read()) {
    console.error('docs/errors.md is stale: npm run errors');
    process.exitCode = 1;
  }
} else {
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(page, made.page);
}

function read() {
  try {
    return readFileSync(page, 'utf8');
  } catch {
    return undefined;
  }
}
