// What is a command that reads no ledger? It shows what `ar` knows by itself: the same options of output, the same formats, nothing of input.
import type { Day } from '../core/day.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { Diagnostics } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';
import type { Report } from '../report/report.ts';
import { arrange } from './arrange.ts';
import { chooseFormat } from './choose-format.ts';
import type { Example, Written } from './command.ts';
import { givenByConfig } from './config.ts';
import { deliver, deliverAll } from './deliver.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { OptionSpecs } from './option.ts';
import { outputOptions } from './options.ts';
import { readValues } from './parse.ts';
import { renderOptions, type Values } from './run.ts';
import type { Settings } from './settings.ts';
import { toldDiagnostics } from './tell.ts';

/** What a page shows: a report, or a text where no format is asked for. */
export type Shown = {
  readonly report: Report;
  readonly text?: string;
  /** Files to write before it is shown, all of them or none, and folders to make for them. */
  readonly writes?: readonly Written[];
  readonly folders?: readonly string[];
  /** What was found; an error among it needs a person: exit code 1. */
  readonly found?: Diagnostics;
};

/** What a page is told beside its words. */
export type Asked = {
  readonly values: { readonly [key: string]: unknown };
  readonly settings: Settings | undefined;
  readonly today: () => Day;
  readonly world: World;
};

type Answer = Shown | Diagnostic | readonly Diagnostic[];

export type Page = {
  readonly name: string;
  readonly summary: string;
  readonly about: string;
  /** What may follow the name, as the help shows it. */
  readonly usage: string;
  readonly examples: readonly Example[];
  /** Its own, beside those of output. */
  readonly options?: OptionSpecs;
  readonly show: (words: readonly string[], asked: Asked) => Answer | Promise<Answer>;
};

const { format, dialect, output, sort, top, lang, color } = outputOptions;
const { fallback: _, ...unsorted } = sort;

/** The options of output that have a say in a page. */
export const pageOptions = {
  ...{ format, dialect, lang, color },
  output: { ...output, summary: 'write to FILE, replaced in one step; the extension names the format' },
  ...{ sort: unsorted, top },
} as const;

export async function runPage(
  page: Page,
  words: readonly string[],
  given: ReadonlyMap<string, readonly string[]>,
  world: World,
): Promise<ExitCode> {
  const specs = { ...pageOptions, ...page.options };
  const config = await givenByConfig(given, specs, world);
  const read = readValues(given, config.texts, specs, page.name);
  const diagnostics = new Diagnostics();
  const refused = (): ExitCode => {
    for (const line of toldDiagnostics(diagnostics, false)) world.stderr.write(`${line}\n`);
    return EXIT.refused;
  };
  for (const mistake of read.mistakes) diagnostics.add(mistake);
  diagnostics.addAll(config.mistakes);
  if (diagnostics.failed) return refused();
  const shown = await page.show(words, { values: read.values, settings: config.settings, today: world.today, world });
  if (!('report' in shown)) {
    for (const one of Array.isArray(shown) ? shown : [shown]) diagnostics.add(one);
    return refused();
  }
  if (shown.found !== undefined) diagnostics.addAll(shown.found);
  const values = { ...read.values, settings: config.settings, texts: read.texts } as Values;
  const path = values.output === '-' ? undefined : values.output;
  const asked = ['format', 'dialect', 'sort', 'top'].some((name) => given.has(name)) || path !== undefined;
  if (shown.text !== undefined && !asked) {
    world.stdout.write(shown.text);
    return EXIT.done;
  }
  const chosen = chooseFormat(values, path, world, diagnostics);
  const report = chosen === undefined ? undefined : arrange(shown.report, values, chosen, diagnostics);
  if (chosen === undefined || report === undefined) return refused();
  const render = await chosen.load(values.dialect);
  await deliverAll(shown.writes ?? [], shown.folders ?? [], world);
  deliver(render(report, renderOptions(values, chosen.name, path === undefined, world)), path, world);
  for (const line of toldDiagnostics(diagnostics, false)) world.stderr.write(`${line}\n`);
  return diagnostics.failed ? EXIT.attention : EXIT.done;
}
