// Bundles the command line into one CommonJS file, dist/ar.cjs: start-up time is decided by how many files are opened.
// Commands and renderers stay lazy inside the bundle: esbuild wraps what is reached only by `import()` and runs it on demand.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

await build({
  entryPoints: ['src/cli/bin.ts'],
  outfile: 'dist/ar.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  define: { AR_VERSION: JSON.stringify(version) },
  absWorkingDir: import.meta.dirname,
  logLevel: 'warning',
});
