// What can be asked of `ar`? Help printed from the values of the commands and options themselves.
import type { Command } from './command.ts';
import type { OptionSpec, OptionSpecs } from './option.ts';
import { OPTION_GROUPS } from './options.ts';
import type { Page } from './page.ts';
import type { CommandEntry } from './registry.ts';

const WIDTH = 80;

export function generalHelp(commands: readonly CommandEntry[]): string {
  const wide = Math.max(...commands.map((entry) => entry.name.length));
  return [
    'ar — trade receivables from ledger exports, proved to the cent',
    '',
    'Usage: ar COMMAND [LEDGER...] [OPTIONS]',
    '',
    'Commands:',
    ...commands.map((entry) => `  ${entry.name.padEnd(wide)}  ${entry.summary}`),
    `  ${'help'.padEnd(wide)}  this page, or ar help COMMAND`,
    '',
    'A LEDGER is a CSV file; several are read as one; - is standard input.',
    'Settings that stay are in ar.toml, here or in the nearest folder above.',
    'Exit codes: 0 done, 1 done and something needs attention, 2 usage or input',
    'error and nothing written, 3 a defect in ar.',
    '',
    'Try: ar age ledger.csv --as-of 2026-06-30',
    '',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const own = Object.values(command.options);
  const groups = [
    ...(own.length === 0 ? [] : [{ title: 'Options', options: own }]),
    ...OPTION_GROUPS.map((g) => ({ title: g.title, options: Object.values(g.options) })),
  ];
  const { argument } = command;
  const usage = `${argument === undefined ? '' : `${argument.name} `}LEDGER...`;
  return helpOf(command, usage, argument === undefined ? [] : [`${argument.name} is ${argument.about}.`], groups);
}

/** The help of a command that reads no ledger. */
export function pageHelp(page: Page, options: OptionSpecs): string {
  return helpOf(page, page.usage, [], [{ title: 'Options', options: Object.values(options) }]);
}

function helpOf(
  { name, summary, about, examples }: Pick<Page, 'name' | 'summary' | 'about' | 'examples'>,
  usage: string,
  more: readonly string[],
  groups: readonly { readonly title: string; readonly options: readonly OptionSpec<unknown>[] }[],
): string {
  const lines = [
    `ar ${name} — ${summary}`,
    '',
    `Usage: ar ${name} ${usage} [OPTIONS]`,
    ...[about, ...more].flatMap((paragraph) => ['', ...wrap(paragraph, WIDTH)]),
  ];
  for (const group of groups)
    lines.push('', `${group.title}:`, ...group.options.filter(({ hidden }) => hidden !== true).flatMap(optionLines));
  lines.push('', 'Examples:');
  for (const example of examples) lines.push(...wrap(example.says, WIDTH - 2).map((line) => `  ${line}`), `    ${example.line}`);
  return `${lines.join('\n')}\n`;
}

function optionLines(spec: OptionSpec<unknown>): string[] {
  const short = spec.short === undefined ? '' : `-${spec.short}, `;
  const head = `  ${short}--${spec.name}${spec.takes === undefined ? '' : ` ${spec.takes}`}`;
  const more = [
    spec.fallback === undefined ? '' : `default ${spec.fallback}`,
    spec.repeatable === true ? 'may be repeated' : '',
  ].filter((t) => t !== '');
  const text = spec.summary + (more.length === 0 ? '' : ` [${more.join('; ')}]`);
  return [head, ...wrap(text, WIDTH - 8).map((line) => `        ${line}`)];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of text.split(' ')) {
    if (current !== '' && current.length + 1 + piece.length > width) {
      lines.push(current);
      current = piece;
    } else current = current === '' ? piece : `${current} ${piece}`;
  }
  return [...lines, current];
}
