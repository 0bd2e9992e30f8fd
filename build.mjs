// Bundles the command line into files of which a run reads few, because start-up time is decided by how many files are opened and
// how much text is in them. dist/ar.cjs begins and answers `--version`; dist/usual.cjs is what a plain `ar age` is made of, in one
// scope; whatever else `import()` reaches lies in dist/beside/, a file each. Then the program is run once and what the engine
// compiled of the first two is kept beside them (*.compiled) for bin/ar.js to start from. What chooses a preset, which all but the plainest ledgers ask for, and
// what else a FEC needs lie in files of their own, dist/presets.cjs and dist/journal.cjs, and are kept from a run on a FEC.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import vm from 'node:vm';
import { fontsInside } from './src/letters/pdf/fonts-inside.mjs';
import { markKeysInside } from './src/read/presets/mark-keys-inside.mjs';

const AFTERWARDS = 'compiled';
const STAMP = 72;

/** The jobs from which is kept what the engine compiled, of which files. */
const JOBS = [
  { kept: ['ar.cjs', 'usual.cjs'], ledger: 'fixtures/ledger.csv', more: [] },
  { kept: ['presets.cjs', 'journal.cjs'], ledger: 'fixtures/000000000FEC20260630.txt', more: ['--quiet'] },
];
const KEPT = JOBS.flatMap(({ kept }) => kept);

/** What a plain `ar age FILE --format csv` reaches by `import()`. */
const USUAL = [
  'src/cli/main.ts',
  'src/cli/commands/age.ts',
  'src/io/node-world.ts',
  'src/read/read-ledger.ts',
  'src/report/render/delimited.ts',
];

/** What chooses a preset, where the headings are not those of the plain CSV. */
const PRESETS = ['src/read/presets/choose.ts'];

/** What a FEC reaches beyond both. */
const JOURNAL = [
  'src/read/plain-quotes.ts',
  'src/read/entries/open-journal.ts',
  'src/ledger/all-books.ts',
  'src/measures/account-control.ts',
];

process.chdir(import.meta.dirname);
if (process.argv[2] === AFTERWARDS) keepCompiled(JOBS[process.argv[3]]);
else {
  for (const stale of [...KEPT, ...KEPT.map(compiledName), 'beside'])
    rmSync(join('dist', stale), { recursive: true, force: true });
  await bundle();
  // In a process of its own, as every run is. Options of Node would make it a compilation for these options alone.
  const { NODE_OPTIONS: _, ...env } = process.env;
  for (const job of JOBS.keys()) {
    const { status } = spawnSync(process.execPath, [import.meta.filename, AFTERWARDS, job], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`the built program ended with ${status}`);
  }
}

async function bundle() {
  const { build, transform } = await import('esbuild');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const shared = {
    platform: 'node',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    // A key that fontkit writes twice.
    logOverride: { 'duplicate-object-key': 'silent' },
  };
  // esbuild splits ES modules only, and Node starts those later and keeps nothing that was compiled: each part is made CommonJS.
  const { outputFiles, metafile } = await build({
    ...shared,
    bundle: true,
    splitting: true,
    format: 'esm',
    metafile: true,
    absWorkingDir: import.meta.dirname,
    entryPoints: ['src/cli/bin.ts'],
    outdir: 'dist',
    write: false,
    define: { AR_VERSION: JSON.stringify(version) },
    plugins: [{ name: 'what is usual is one part', setup: usualTogether }, fontsInside, markKeysInside],
  });
  const made = new Map();
  for (const { path, text } of outputFiles) {
    // No part may keep an `import()`: the engine's own would look for an ES module.
    const { code } = await transform(text, { ...shared, format: 'cjs', supported: { 'dynamic-import': false } });
    made.set(relative(import.meta.dirname, path), code.trimEnd());
  }
  const files = filesOf(metafile);
  // A part is known by the path under dist/ of the file in which it is looked for.
  const names = new Map(files.flatMap(([file, parts]) => parts.map((part, i) => [part, i === 0 ? file : `${file}/${i}`])));
  mkdirSync('dist/beside', { recursive: true });
  // Whoever hands on the fonts hands on their licence.
  copyFileSync('node_modules/dejavu-fonts-ttf/LICENSE', 'dist/LICENSE.DejaVu.txt');
  for (const [file, parts] of files) {
    const makers = parts.map((part) => `"./${names.get(part)}":function(require,module){${linked(made.get(part), names)}}`);
    writeFileSync(`dist/${file}`, stamped(ascii(`({${makers.join(',\n')}})\n`), KEPT.includes(file)));
  }
}

/**
 * What parts export is handed on as it is: each copy of such an object costs a run as much as the object. It is made at the part's end, of values, because
 * a getter for each of hundreds of names is a function more to make.
 */
function linked(code, names) {
  let exported = '';
  const bare = code
    .replace(/__export\(stdin_exports,\{([^}]*)\}\);/, (_, getters) => {
      exported = `module.exports={__proto__:null,${getters.replaceAll(':()=>', ':')}};`;
      return '';
    })
    .replace('module.exports=__toCommonJS(stdin_exports);', '')
    .replace(/0&&\(module\.exports=\{[^}]*\}\);$/, '')
    .replace(/__toESM\(require\("\.\/([^"]+)"\)\)/g, 'require("./$1")')
    .replace(/\brequire\("\.\/([^"]+)"\)/g, (_, part) => `require("./${names.get(`dist/${part}`)}")`);
  if (/\b(?:stdin_exports|__toCommonJS)\b(?!=)/.test(bare))
    throw new Error('esbuild hands on what is exported in another way now');
  return `${bare}${exported}`;
}

/** Patterns are all that esbuild leaves beyond ASCII. A text of one byte a character is read and kept in half the time. */
function ascii(text) {
  return text.replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The stamp's line is STAMP bytes long, a multiple of eight, for the engine copies what does not begin at one. */
function stamped(text, isKept) {
  return isKept
    ? `${text}//${createHash('sha256')
        .update(text)
        .digest('hex')
        .padStart(STAMP - 3)}\n`
    : text;
}

/**
 * A part of esbuild's holds what the same entries reach. Every entry but the first reaches all that is usual, so that it is one part;
 * it is in memory already when another one is asked for.
 */
function usualTogether({ onResolve, onLoad }) {
  onResolve({ filter: /^usual$/ }, () => ({ path: 'usual', namespace: 'usual' }));
  onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
    if (kind !== 'dynamic-import') return undefined;
    const file = relative(import.meta.dirname, join(resolveDir, path));
    return USUAL.includes(file) ? { path: 'usual', namespace: 'usual' } : { path: file, namespace: 'beside' };
  });
  const all = (file) => `export * from ${JSON.stringify(`./${file}`)};`;
  onLoad({ filter: /^/, namespace: 'usual' }, () => ({ contents: USUAL.map(all).join(''), resolveDir: import.meta.dirname }));
  onLoad({ filter: /^/, namespace: 'beside' }, ({ path }) => ({
    contents: `import 'usual';${all(path)}`,
    resolveDir: import.meta.dirname,
  }));
}

/** The files to write under dist/, each with its parts; the one that others ask for is the first. */
function filesOf({ outputs }) {
  const all = Object.keys(outputs);
  const holding = (input) => all.find((part) => input in outputs[part].inputs);
  const entry = (of) => all.find((part) => outputs[part].entryPoint === of);
  const first = [entry('src/cli/bin.ts'), holding('src/cli/exit.ts')];
  const usual = [entry('usual:usual'), holding(USUAL[0])];
  const reached = (part) => {
    const imported = outputs[part].imports.filter(({ kind, path }) => kind === 'import-statement' && path in outputs);
    return [part, ...imported.flatMap(({ path }) => reached(path))];
  };
  const taken = new Set([...first, ...usual]);
  /** What some files reach that lies in none yet. */
  const together = (files) => {
    const parts = [...new Set(files.flatMap((file) => reached(entry(`beside:${file}`))))].filter((part) => !taken.has(part));
    for (const part of parts) taken.add(part);
    return parts;
  };
  const [presets, journal] = [together(PRESETS), together(JOURNAL)];
  const beside = all.filter((part) => !taken.has(part));
  for (const part of beside) {
    const file = outputs[part].entryPoint?.replace(/^beside:/, '');
    // It would be read at each start, and whoever wrote `import()` believes that it is not.
    if (file !== undefined && file in outputs[usual[1]].inputs)
      throw new Error(`${file} is imported on demand, and by what is usual`);
  }
  return [
    ['ar.cjs', first],
    ['usual.cjs', usual],
    ['presets.cjs', presets],
    ['journal.cjs', journal],
    ...beside.map((part) => [`beside/${basename(part, '.js')}.cjs`, [part]]),
  ];
}

function compiledName(file) {
  return file.replace(/cjs$/, 'compiled');
}

/** Runs the program through its door on a job; what it has compiled by then is what a run needs. */
function keepCompiled({ kept, ledger, more }) {
  const scripts = new Map();
  vm.Script = class extends vm.Script {
    constructor(text, options) {
      super(text, options);
      scripts.set(basename(options.filename), this);
    }
  };
  process.on('exit', () => {
    for (const file of kept) {
      const stamp = readFileSync(`dist/${file}`, 'latin1').slice(-STAMP);
      const compiled = scripts.get(file).createCachedData();
      writeFileSync(`dist/${compiledName(file)}`, Buffer.concat([Buffer.from(stamp), compiled]));
    }
  });
  process.argv = [process.execPath, 'bin/ar.js', 'age', ledger, '--as-of', '2026-06-30', '--format', 'csv', ...more];
  createRequire(import.meta.url)('./bin/ar.js');
}
