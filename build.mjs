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

// Packages that few runs need lie beside the program: even what is never run takes time to be read.
const packages = ['csv-parse', 'string-width'];
for (const name of packages) await build({ ...shared, entryPoints: [name], outfile: `dist/${name}.cjs` });

await build({
  ...shared,
  entryPoints: ['src/cli/bin.ts'],
  outfile: 'dist/ar.cjs',
  define: { AR_VERSION: JSON.stringify(version) },
  plugins: [
    {
      name: 'packages beside the program',
      setup: ({ onResolve }) =>
        onResolve({ filter: new RegExp(`^(?:${packages.join('|')})$`) }, ({ path }) => ({ path: `./${path}.cjs`, external: true })),
    },
  ],
});
