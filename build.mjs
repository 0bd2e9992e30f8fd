// Bundles the command line into one CommonJS file, dist/ar.cjs: start-up time is decided by how many files are opened. Then runs
// it once and keeps what the engine compiled, dist/ar.compiled, for bin/ar.js to start from.
// Commands and renderers stay lazy inside the bundle: esbuild wraps what is reached only by `import()` and runs it on demand.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';

const AFTERWARDS = 'compiled';

/** Packages that few runs need lie beside the program: even what is never run takes time to be read. */
const BESIDE = ['csv-parse', 'smol-toml'];

process.chdir(import.meta.dirname);
if (process.argv[2] === AFTERWARDS) keepCompiled();
else {
  rmSync('dist/ar.compiled', { force: true });
  await bundle();
  // In a process of its own, as every run is. Options of Node would make it a compilation for these options alone.
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status } = spawnSync(process.execPath, [import.meta.filename, AFTERWARDS], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`the built program ended with ${status}`);
}

async function bundle() {
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
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

  for (const name of BESIDE) await build({ ...shared, entryPoints: [name], outfile: `dist/${name}.cjs` });

  const { outputFiles } = await build({
    ...shared,
    entryPoints: ['src/cli/bin.ts'],
    write: false,
    outfile: 'dist/ar.cjs',
    define: { AR_VERSION: JSON.stringify(version) },
    plugins: [
      {
        name: 'packages beside the program',
        // Found from bin/ and from dist/.
        setup: ({ onResolve }) => {
          for (const name of BESIDE) {
            onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: `../dist/${name}.cjs`, external: true }));
          }
        },
      },
    ],
  });
  // Patterns are all that esbuild leaves beyond ASCII. A text of one byte a character is read and kept in half the time.
  const text = outputFiles[0].text.replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync('dist/ar.cjs', `${text}//${createHash('sha256').update(text).digest('hex')}\n`);
}

/** Runs the program through its door on a usual job; what it has compiled by then is what a run needs. */
function keepCompiled() {
  let script;
  vm.Script = class extends vm.Script {
    constructor(text, options) {
      super(text, options);
      script = this;
    }
  };
  process.on('exit', () => {
    const stamp = readFileSync('dist/ar.cjs', 'latin1').slice(-67);
    writeFileSync('dist/ar.compiled', Buffer.concat([Buffer.from(stamp), script.createCachedData()]));
  });
  process.argv = [process.execPath, 'bin/ar.js', 'age', 'fixtures/ledger.csv', '--as-of', '2026-06-30', '--format', 'csv'];
  createRequire(import.meta.url)('./bin/ar.js');
}
