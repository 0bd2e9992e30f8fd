// Which rules do the sources keep? Each is a pure function from files to findings, and its comment says exactly what it checks:
// what the comment does not say, the rule does not see. Patterns that a rule would find in this file are built by joining.
import { exportsOf, importsOf, lineAt, type Source, scan } from './scan.ts';

export type Finding = { readonly rule: string; readonly path: string; readonly line: number; readonly what: string };
type Place = Omit<Finding, 'rule'>;
type Rule = (sources: readonly Source[]) => Finding[];

const GROUND = ['core', 'law', 'text', 'policy'];
const PURE = [...GROUND, 'ledger', 'read', 'settle', 'measures', 'report', 'letters'];
const ALL = [...PURE, 'io', 'cli'];

/** The table of the house: what a folder of src may import, whole or by `import type` only. `index` is src/index.ts. */
const HOUSE: Readonly<Record<string, { readonly whole: readonly string[]; readonly types?: readonly string[] }>> = {
  core: { whole: [] },
  law: { whole: ['core'] },
  text: { whole: ['core'] },
  policy: { whole: ['core', 'law'] },
  ledger: { whole: ['core', 'policy'] },
  read: { whole: ['core', 'policy', 'ledger'] },
  settle: { whole: ['core', 'policy', 'ledger'] },
  measures: { whole: [...GROUND, 'ledger', 'settle'] },
  report: { whole: [...GROUND, 'ledger'], types: ['measures'] },
  letters: { whole: [...GROUND, 'report'] },
  io: { whole: ['core'], types: PURE },
  cli: { whole: ALL },
  index: { whole: PURE },
};

// A folder of src imports only what its row of HOUSE names, or itself; `index` and paths out of src are imported by nothing.
// Seen: `import … from`, `export … from`, `import('literal')`; `import type`, `export type … from` and `typeof import()` as types.
const imports: Rule = rule('imports', (sources) =>
  sources.filter(isSource).flatMap((source) => {
    const home = folderOf(source.path);
    const row = HOUSE[home];
    if (row === undefined) return [{ path: source.path, line: 1, what: `src/${home} has no row in the table of the house` }];
    return importsOf(source).flatMap(({ from, typesOnly, line }) => {
      if (!from.startsWith('.')) return [];
      const target = resolve(source.path, from);
      const folder = target.startsWith('src/') ? folderOf(target) : target;
      if (folder === home || row.whole.includes(folder)) return [];
      if (row.types?.includes(folder)) {
        return typesOnly ? [] : [{ path: source.path, line, what: `${home} imports from ${folder} types only: ${from}` }];
      }
      return [{ path: source.path, line, what: `${home} may not import from ${folder}: ${from}` }];
    });
  }),
);

const IMPURE_MODULES = /^(?:node:)?(?:fs|child_process|os)(?:\/|$)/;
const IMPURE_CODE =
  /(?<![\w$.])(?:process|console)\s*\.|\bnew\s+Date\s*\(|\bDate\s*\.\s*now\b|\bMath\s*\.\s*random\b|\bperformance\s*\.\s*now\b|\blocaleCompare\b|\btoLocale\w*|\bIntl\s*\.\s*\w+\s*\(\s*\)/g;

// In the folders from core to letters and in index.ts: no import of fs, child_process or os, and, outside comments and strings, no
// `process.`, `console.`, `new Date(`, `Date.now`, `Math.random`, `performance.now`, `localeCompare`, `toLocale…`, `Intl.X()`.
const pure: Rule = rule('pure', (sources) =>
  sources
    .filter((source) => isSource(source) && [...PURE, 'index'].includes(folderOf(source.path)))
    .flatMap((source) => [
      ...importsOf(source)
        .filter(({ from }) => IMPURE_MODULES.test(from))
        .map(({ from, line }) => ({ path: source.path, line, what: `imports ${from}` })),
      ...matches(source, scan(source).bare, IMPURE_CODE),
    ]),
);

// An npm package (an import neither relative nor of node:) is imported in one folder of src only and is one of the
// "dependencies" of package.json; each of those dependencies is imported somewhere in src.
const packages: Rule = rule('packages', (sources) => {
  const manifest = sources.find(({ path }) => path === 'package.json')?.text ?? '{}';
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> };
  const uses = sources.filter(isSource).flatMap((source) =>
    importsOf(source)
      .filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'))
      .map(({ from, line }) => ({ name: packageOf(from), folder: folderOf(source.path), path: source.path, line })),
  );
  const unused = Object.keys(dependencies).filter((name) => !uses.some((use) => use.name === name));
  return [
    ...uses
      .filter(({ name }) => dependencies[name] === undefined)
      .map(({ name, path, line }) => ({ path, line, what: `${name} is no dependency of package.json` })),
    ...uses.flatMap(({ name, folder, path, line }) => {
      const home = uses.find((use) => use.name === name)?.folder;
      return folder === home ? [] : [{ path, line, what: `${name} is imported in src/${home} already` }];
    }),
    ...unused.map((name) => ({
      path: 'package.json',
      line: lineAt(manifest, manifest.indexOf(`"${name}"`)),
      what: `nothing in src imports ${name}`,
    })),
  ];
});

// The first line of a .ts file of src or test, or the second after a #! line, begins with `//` or `/**`.
const header: Rule = rule('header', (sources) =>
  sources
    .filter(({ path }) => /^(?:src|test)\/.*\.ts$/.test(path))
    .filter(({ text }) => !/^(?:#!.*\n)?(?:\/\/|\/\*\*)/.test(text))
    .map(({ path }) => ({ path, line: 1, what: 'opens without a comment that says what question it answers' })),
);

const LONGEST = 250;
/** Tables: nobody minds their length. */
const LONG_BY_NATURE = ['src/core/currency.ts'];

// A .ts file of src has at most 250 lines, unless LONG_BY_NATURE names it.
const length: Rule = rule('length', (sources) =>
  sources
    .filter((source) => isSource(source) && !LONG_BY_NATURE.includes(source.path))
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ path, lines }) => ({ path, line: LONGEST + 1, what: `has ${lines} lines, more than ${LONGEST}` })),
);

const EMPTY_NAME = /^(?:utils?|helpers?|misc|common|manager)$/i;
const EMPTY_EXPORT = /Manager|Helper|Util/;

// No file (whatever its extension) or folder is named util(s), helper(s), misc, common or manager, in any case; and no name
// exported by a .ts file of src or test contains Manager, Helper or Util.
const names: Rule = rule('names', (sources) =>
  sources.flatMap((source) => [
    ...source.path
      .split('/')
      .filter((part) => EMPTY_NAME.test(part.replace(/(?<=.)\..*$/, '')))
      .map((part) => ({ path: source.path, line: 1, what: `"${part}" says nothing of what is inside` })),
    ...(/^(?:src|test)\/.*\.ts$/.test(source.path) ? exportsOf(source) : [])
      .filter(({ name }) => EMPTY_EXPORT.test(name))
      .map(({ name, line }) => ({ path: source.path, line, what: `exports ${name}` })),
  ]),
);

const LEFTOVER = new RegExp(
  [
    `\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`,
    `\\b(?:it|test|describe)\\.${'sk' + 'ip'}\\b`,
    `\\.${'on' + 'ly'}\\(`,
    `\\bnot ${'imple' + 'mented'}\\b`,
  ].join('|'),
  'g',
);

// Nowhere in src, test, bin or docs, comments and strings included, stands a word of work put off (the four usual ones, in
// capitals), a test left out or left alone (it, test or describe with .skip; .only called), or "not" followed by "implemented".
const leftovers: Rule = rule('leftovers', (sources) =>
  sources.filter(({ path }) => /^(?:src|test|bin|docs)\//.test(path)).flatMap((source) => matches(source, source.text, LEFTOVER)),
);

const TOP_LEVEL = new Set(
  [
    'src bin templates fixtures test docs package.json tsconfig.json README.md CHANGELOG.md',
    'biome.json build.mjs package-lock.json tsconfig.build.json vitest.config.ts vitest.soak.config.ts',
  ].flatMap((line) => line.split(' ')),
);

// At the top level stand only the names of TOP_LEVEL and names that begin with a dot.
const topLevel: Rule = rule('top-level', (sources) =>
  sources
    .map(({ path }) => ({ path, top: path.split('/')[0] ?? '' }))
    .filter(({ top }) => !top.startsWith('.') && !TOP_LEVEL.has(top))
    .map(({ path, top }) => ({ path, line: 1, what: `"${top}" is not among the names of the top level` })),
);

const ANY = /(?::|\bas|<)\s*any\b/g;
const SUPPRESSION = new RegExp(`@ts-${'ignore'}|@ts-${'expect-error'}(?!:[ ]*\\S)|biome-${'ignore'}(?![^\\n:]*:[ ]*\\S)`, 'g');

// In the .ts files of src and test: no `: any`, `as any` or `<any` outside comments and strings; nowhere the comment that
// silences TypeScript, and the ones that expect its error or silence Biome only with a colon and a reason after it.
const noAny: Rule = rule('any', (sources) =>
  sources
    .filter(({ path }) => /^(?:src|test)\/.*\.ts$/.test(path))
    .flatMap((source) => [...matches(source, scan(source).bare, ANY), ...matches(source, source.text, SUPPRESSION)]),
);

// In src, outside comments and strings, neither parseFloat( nor toFixed( is called: no amount is ever a binary fraction.
const noFloatMoney: Rule = rule('no-float-money', (sources) =>
  sources.filter(isSource).flatMap((source) => matches(source, scan(source).bare, /\b(?:parseFloat|toFixed)\s*\(/g)),
);

// README.md, CHANGELOG.md and each Markdown page of docs has exactly one line that begins with `# `, fenced code left aside.
const titles: Rule = rule('titles', (sources) =>
  sources
    .filter(({ path }) => /^(?:README|CHANGELOG)\.md$|^docs\/.*\.md$/.test(path))
    .flatMap(({ path, text }) => {
      const lines = outsideFences(text).filter(({ line }) => line.startsWith('# '));
      if (lines.length === 1) return [];
      return [{ path, line: lines[1]?.number ?? 1, what: `has ${lines.length} titles, not one` }];
    }),
);

const ENTRANCES = ['src/index.ts', 'src/cli/bin.ts'];

// Each .ts file of src but the two entrances and declarations (.d.ts) is imported by another file of src; each name exported in src (not by an entrance)
// occurs as a word in another .ts file of src or test, comments left aside. A textual search: a namesake counts as a use.
const dead: Rule = rule('dead', (sources) => {
  const files = sources.filter((source) => isSource(source) && !ENTRANCES.includes(source.path));
  const imported = new Set(
    sources.filter(isSource).flatMap((source) =>
      importsOf(source)
        .map(({ from }) => resolve(source.path, from))
        .filter((target) => target !== source.path),
    ),
  );
  const words = sources
    .filter(({ path }) => /^(?:src|test)\/.*\.ts$/.test(path))
    .map((source) => ({ path: source.path, words: new Set(scan(source).code.match(/[\w$]+/g)) }));
  return [
    ...files
      .filter(({ path }) => !imported.has(path) && !path.endsWith('.d.ts'))
      .map(({ path }) => ({ path, line: 1, what: 'no other file of src imports it' })),
    ...files.flatMap((source) =>
      exportsOf(source)
        .filter(({ name }) => !words.some((other) => other.path !== source.path && other.words.has(name)))
        .map(({ name, line }) => ({ path: source.path, line, what: `nothing else uses ${name}` })),
    ),
  ];
});

export const rules: readonly { readonly name: string; readonly find: Rule }[] = [
  { name: 'imports', find: imports },
  { name: 'pure', find: pure },
  { name: 'packages', find: packages },
  { name: 'header', find: header },
  { name: 'length', find: length },
  { name: 'names', find: names },
  { name: 'leftovers', find: leftovers },
  { name: 'top-level', find: topLevel },
  { name: 'any', find: noAny },
  { name: 'no-float-money', find: noFloatMoney },
  { name: 'titles', find: titles },
  { name: 'dead', find: dead },
];

function rule(name: string, find: (sources: readonly Source[]) => Place[]): Rule {
  return (sources) => find(sources).map((place) => ({ rule: name, ...place }));
}

/** Is it TypeScript of src? */
function isSource({ path }: Source): boolean {
  return /^src\/.*\.ts$/.test(path);
}

/** `src/read/presets/x.ts` → `read`; `src/index.ts` → `index`. */
function folderOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

/** `csv-parse/sync` → `csv-parse`; `@scope/name/part` → `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The path, from the root, of what a relative import written in the file at `path` names. */
function resolve(path: string, specifier: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function matches(source: Source, view: string, pattern: RegExp): Place[] {
  return [...view.matchAll(pattern)].map((match) => ({
    path: source.path,
    line: lineAt(view, match.index),
    what: `says ${source.text.slice(match.index, match.index + match[0].length)}`,
  }));
}

/** The lines of a Markdown page that are not in a fenced code block, with their numbers from 1. */
function outsideFences(text: string): { line: string; number: number }[] {
  let fence: string | undefined;
  return text.split('\n').flatMap((line, index) => {
    const mark = /^ {0,3}(?<mark>`{3,}|~{3,})(?<info>.*)$/.exec(line)?.groups;
    if (fence === undefined) {
      if (mark === undefined) return [{ line, number: index + 1 }];
      fence = mark['mark'] ?? '';
    } else if (mark?.['mark']?.startsWith(fence) && mark['info']?.trim() === '') {
      fence = undefined;
    }
    return [];
  });
}
