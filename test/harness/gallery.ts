// What does `ar` print for each of its diagnostics? The page docs/errors.md, made by running the cases test/cases/errors-*.
import { join } from 'node:path';
import { codes } from '../../src/core/codes.ts';
import { type Case, casesIn, type Ending } from './case.ts';
import { run, twoAtATime } from './run.ts';

type Shown = {
  readonly one: Case;
  readonly ending: Ending;
  /** The codes printed, in order of precedence. */
  readonly printed: readonly string[];
  /** The code the case is there for: the one its folder is named after, else the first printed. */
  readonly code: string | undefined;
};

export type Gallery = {
  readonly page: string;
  /** Codes no case prints, and cases that print no code. */
  readonly uncovered: readonly string[];
  readonly codeless: readonly string[];
};

/** What the cases of the gallery print; `endingOf` runs them, or knows what comes of them. */
export async function gallery(
  root: string,
  endingOf: (one: Case) => Promise<Ending> = (one) => run(one, root),
): Promise<Gallery> {
  const cases = casesIn(join(root, 'test/cases')).filter(({ name }) => name.startsWith('errors-'));
  const shown = await twoAtATime(cases, async (one) => show(one, await endingOf(one)));
  const chapters = Object.entries(codes).map(([code, severity]) => chapter(code, severity, shown));
  return {
    page: [INTRODUCTION, ...chapters.filter((text) => text !== '')].join('\n'),
    uncovered: Object.keys(codes).filter((code) => !shown.some(({ printed }) => printed.includes(code))),
    codeless: shown.filter(({ code }) => code === undefined).map(({ one }) => one.name),
  };
}

const INTRODUCTION = `# Errors

What \`ar\` prints when something is wrong, one chapter a code, in order of precedence: where several codes apply to one place, the
first of them is told. Codes are stable, so scripts may match on them. Each example is a folder of \`test/cases\`, with the files it
reads; this page is printed by running them (\`npm run errors\`).
`;

function show(one: Case, ending: Ending): Shown {
  // On standard error `severity code:` stands after the place; in a report (\`ar check\`, JSON) the code stands as a word.
  const diagnosed = [...ending.stderr.matchAll(/(?:^|: )(?:error|warning|note) (?<code>[a-z0-9-]+):/gm)].map(
    (m) => m.groups?.['code'],
  );
  const reported: (string | undefined)[] = ending.stdout.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? [];
  const printed = Object.keys(codes).filter((code) => diagnosed.includes(code) || reported.includes(code));
  const named = printed.filter((code) => `${one.name}-`.startsWith(`errors-${code}-`)).sort((a, b) => b.length - a.length);
  return { one, ending, printed, code: named[0] ?? printed[0] };
}

function chapter(code: string, severity: string, shown: readonly Shown[]): string {
  const examples = shown.filter((each) => each.code === code).map(example);
  return examples.length === 0 ? '' : [`## ${code}\n\nSeverity: ${severity}.\n`, ...examples].join('\n');
}

function example({ one, ending, code = '' }: Shown): string {
  // A code that only the report carries is shown there.
  const inReport = !ending.stderr.includes(code);
  return [
    `${one.claim}\n`,
    `${fenced('sh', one.command)}\n`,
    ...(ending.stderr === '' ? [] : [`${fenced('text', ending.stderr)}\n`]),
    ...(inReport ? [`${fenced('text', ending.stdout)}\n`] : []),
    `Exit code ${ending.code}.\n`,
  ].join('\n');
}

function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
