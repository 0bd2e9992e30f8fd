// What must each rule catch, and what must it leave alone? A small house in which every rule is kept, and changes to it.
// Words a rule would find in this very file are joined from halves.
import type { Source } from './scan.ts';

export const tidyHouse: readonly Source[] = [
  { path: 'package.json', text: '{ "dependencies": { "csv-parse": "^7" } }\n' },
  { path: 'README.md', text: '# ar\n\n```sh\n# a comment of the shell\n```\n' },
  { path: 'docs/errors.md', text: '# Errors\n' },
  { path: 'src/index.ts', text: "// The face.\nexport { day } from './core/day.ts';\nexport { read } from './read/read.ts';\n" },
  { path: 'src/core/day.ts', text: '// Days.\nexport const day = 1;\n' },
  {
    path: 'src/read/read.ts',
    text: "// Reading.\nimport { parse } from 'csv-parse/sync';\nimport { day } from '../core/day.ts';\nexport const read = parse(day);\n",
  },
  { path: 'src/measures/age.ts', text: '// Ageing.\nexport type Aged = { days: number };\n' },
  {
    path: 'src/report/views/age.ts',
    text: "// The view.\nimport type { Aged } from '../../measures/age.ts';\nexport const view = (aged: Aged) => aged.days;\n",
  },
  { path: 'src/io/files.ts', text: "// Files.\nimport { readFileSync } from 'node:fs';\nexport const bytes = readFileSync;\n" },
  {
    path: 'src/cli/bin.ts',
    text: "// The door.\nimport { bytes } from '../io/files.ts';\nprocess.exitCode = bytes('');\nexport const later = () => import('../report/views/age.ts').then((m) => m.view);\n",
  },
];

/** A file that replaces the one of its path or is new; `after` is put behind what the tidy house has there. */
export type Change = { readonly path: string; readonly text?: string; readonly after?: string };
export type Planted = { readonly rule: string; readonly what: string; readonly change: Change | readonly Change[] };

const off = (start: string, end: string): string => start + end;

/** Each makes exactly its rule speak. */
export const breaches: readonly Planted[] = [
  ...[
    ['core imports read', 'src/core/day.ts', "import '../read/read.ts';"],
    ['core imports a type of ledger', 'src/core/day.ts', "import type { Kind } from '../ledger/kind.ts';"],
    ['read imports settle', 'src/read/read.ts', "export * from '../settle/book.ts';"],
    ['a view imports a value of measures', 'src/report/views/age.ts', "import { age } from '../../measures/age.ts';"],
    [
      'a view imports a value beside a type',
      'src/report/views/age.ts',
      "import { type Aged, age } from '../../measures/age.ts';",
    ],
    ['a view imports settle', 'src/report/views/age.ts', "import type { Book } from '../../settle/book.ts';"],
    ['io imports a value of ledger', 'src/io/files.ts', "import { kinds } from '../ledger/kind.ts';"],
    ['io imports a type of cli', 'src/io/files.ts', "import type { Options } from '../cli/options.ts';"],
    ['read imports dynamically', 'src/read/read.ts', "export const later = () => import('../cli/bin.ts');"],
    ['the face imports io', 'src/index.ts', "export * from './io/files.ts';"],
    ['a folder imports the face', 'src/read/read.ts', "import { day as again } from '../index.ts';"],
    ['src imports from outside', 'src/cli/bin.ts', "import manifest from '../../package.json' with { type: 'json' };"],
  ].map(([what = '', path = '', after]) => ({ rule: 'imports', what, change: { path, after: `${after}\n` } })),
  {
    rule: 'imports',
    what: 'a folder the table does not know',
    change: [
      { path: 'src/rest/x.ts', text: '// The rest.\n' },
      { path: 'src/core/day.ts', after: "import '../rest/x.ts';\n" },
    ],
  },
  ...[
    "import { readFileSync } from 'node:fs';",
    "import { readFile } from 'node:fs/promises';",
    "import { spawn } from 'node:child_process';",
    "import { tmpdir } from 'node:os';",
    'const a = process.argv;',
    'console.log(1);',
    'const b = new Date();',
    'const c = Date.now();',
    'const d = Math.random();',
    "const e = ['b', 'a'].sort((x, y) => x.localeCompare(y));",
    'const f = (1).toLocaleString();',
    'const g = new Intl.NumberFormat();',
    'const h = performance.now();',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source file
    'const i = `it is ${Date.now()}`;',
  ].map((line) => ({ rule: 'pure', what: line, change: { path: 'src/read/read.ts', after: `${line}\n` } })),
  { rule: 'pure', what: 'the clock in the face', change: { path: 'src/index.ts', after: 'Date.now();\n' } },
  {
    rule: 'packages',
    what: 'a package in two folders',
    change: { path: 'src/core/day.ts', after: "import { parse } from 'csv-parse';\n" },
  },
  {
    rule: 'packages',
    what: 'a package that is no dependency',
    change: { path: 'src/read/read.ts', after: "import iconv from '@scope/iconv/part';\n" },
  },
  {
    rule: 'packages',
    what: 'a dependency nobody imports',
    change: { path: 'package.json', text: '{ "dependencies": { "csv-parse": "^7", "chalk": "^5" } }\n' },
  },
  { rule: 'header', what: 'code in the first line', change: { path: 'src/core/day.ts', text: 'export const day = 1;\n' } },
  { rule: 'header', what: 'an empty first line', change: { path: 'test/day.test.ts', text: '\n// Days.\n' } },
  { rule: 'header', what: 'nothing but a #! line', change: { path: 'test/day.test.ts', text: '#!/usr/bin/env node\n1;\n' } },
  { rule: 'length', what: '251 lines', change: { path: 'src/core/day.ts', after: '\n'.repeat(249) } },
  ...['test/utils.ts', 'test/helpers/day.ts', 'docs/misc.md', 'test/common/day.ts', 'test/manager.test.ts'].map((path) => ({
    rule: 'names',
    what: path,
    change: { path, text: path.endsWith('.md') ? '# Title\n' : '// A file.\n' },
  })),
  ...[
    'export class DayManager {}',
    'export const dayHelper = 1;',
    'export type DayUtil = 1;',
    'const a = 1;\nexport { a as aUtils };',
  ].map((line) => ({ rule: 'names', what: line, change: { path: 'test/day.ts', text: `// Days.\n${line}\n` } })),
  ...[
    `// ${off('TO', 'DO')}: later`,
    `// ${off('FIX', 'ME')} later`,
    `// ${off('X', 'XX')}`,
    `// a ${off('HA', 'CK')}`,
    `${off('it.sk', 'ip')}('x', f);`,
    `${off('describe.sk', 'ip')}('x', f);`,
    `${off('test.sk', 'ip')}('x', f);`,
    `${off('it.on', 'ly(')}'x', f);`,
    `// ${off('not imple', 'mented')}`,
  ].map((line) => ({ rule: 'leftovers', what: line, change: { path: 'test/day.test.ts', text: `// Days.\n${line}\n` } })),
  { rule: 'leftovers', what: 'in a page', change: { path: 'docs/errors.md', after: `${off('TO', 'DO')}\n` } },
  { rule: 'top-level', what: 'a folder more', change: { path: 'scripts/build.mjs', text: '' } },
  { rule: 'top-level', what: 'a file more', change: { path: 'notes.md', text: '# Notes\n' } },
  ...[
    'export const a: any = 1;',
    'export const b = 1 as any;',
    'export const c = new Map<any, string>();',
    `// ${off('@ts-ig', 'nore')}: a reason does not help`,
    `// ${off('@ts-expect', '-error')}`,
    `// ${off('biome-ig', 'nore')} lint/style/useConst`,
    `// ${off('biome-ig', 'nore')} lint/style/useConst:`,
  ].map((line) => ({ rule: 'any', what: line, change: { path: 'test/day.test.ts', text: `// Days.\n${line}\n` } })),
  ...['Number.parseFloat(a);', 'parseFloat(a);', 'a.toFixed(2);'].map((line) => ({
    rule: 'no-float-money',
    what: line,
    change: { path: 'src/core/day.ts', after: `${line}\n` },
  })),
  { rule: 'titles', what: 'two titles', change: { path: 'docs/errors.md', after: '# More\n' } },
  { rule: 'titles', what: 'none', change: { path: 'CHANGELOG.md', text: '## 1.0\n' } },
  { rule: 'titles', what: 'a title in fenced code only', change: { path: 'README.md', text: '~~~\n# ar\n```\n~~~\n' } },
  { rule: 'dead', what: 'a file nobody imports', change: { path: 'src/core/month.ts', text: '// Months.\n' } },
  { rule: 'dead', what: 'a name nobody uses', change: { path: 'src/core/day.ts', after: 'export const week = 7;\n' } },
  {
    rule: 'dead',
    what: 'a name only a comment uses',
    change: { path: 'src/measures/age.ts', after: '// later\nexport function the(): void {}\n' },
  },
];

/** No rule may speak of these. */
export const harmless: readonly { readonly what: string; readonly change: Change }[] = [
  ...[
    "// import { x } from '../cli/bin.ts'; process.exit(); new Date()",
    "const a = 'process.exit(), new Date(), Math.random()';",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source file
    'const b = `console.log ${1 + 1} Date.now() parseFloat(`;',
    'const c = /process\\.env|[/`]Date\\.now/;',
    'const d = subprocess.pid + this.console.size;',
    "const e = new Intl.NumberFormat('en');",
    '/* localeCompare, .toFixed(2), : any */',
    'const many = 1, anything = 2; // as any',
    'const f = (1 / 2) / 3; // a / b',
    "const g: typeof import('./read.ts') = 1;",
  ].map((line) => ({ what: line, change: { path: 'src/read/read.ts', after: `${line}\n` } })),
  { what: 'a type of ledger in io', change: { path: 'src/io/files.ts', after: "import type { K } from '../ledger/kind.ts';\n" } },
  { what: 'the clock in io', change: { path: 'src/io/files.ts', after: 'Date.now();\n' } },
  { what: '250 lines', change: { path: 'src/core/day.ts', after: '\n'.repeat(248) } },
  { what: 'a long table', change: { path: 'src/core/currency.ts', text: `// Currencies.\n${'\n'.repeat(300)}` } },
  { what: 'a comment after a #! line', change: { path: 'test/a.ts', text: '#!/usr/bin/env node\n/** A. */\n' } },
  { what: 'a name that contains one', change: { path: 'test/commonwealth.ts', text: '// A.\n' } },
  { what: 'a dot file', change: { path: '.ci/run', text: '' } },
  {
    what: 'silenced with a reason',
    change: { path: 'test/a.ts', text: `// A.\n// ${off('biome-ig', 'nore')} lint/style/useConst: because\n` },
  },
];
