// Bundles the command line into one CommonJS file, dist/ar.cjs: start-up time is decided by how many files are opened.
// Commands and renderers stay lazy inside the bundle: esbuild wraps what is reached only by `import()` and runs it on demand.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  absWorkingDir: import.meta.dirname,
  logLevel: 'warning',
};

// A package that few runs need lies beside the program: even what is never run takes time to be read.
await build({ ...shared, entryPoints: ['csv-parse'], outfile: 'dist/csv-parse.cjs' });

await build({
  ...shared,
  entryPoints: ['src/cli/bin.ts'],
  outfile: 'dist/ar.cjs',
  define: { AR_VERSION: JSON.stringify(version) },
  plugins: [
    {
      name: 'csv-parse beside the program',
      setup: ({ onResolve }) => onResolve({ filter: /^csv-parse$/ }, () => ({ path: './csv-parse.cjs', external: true })),
    },
  ],
});
