// The one path of every command: open → read → book → run → render → write. Nothing is written before everything is known to
// hold, and a failed run leaves what stood there.
import { type Day, isoDay } from '../core/day.ts';
import { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import type { Lang } from '../core/word.ts';
import { PipeClosed, type World } from '../io/world.ts';
import type { SplitRecords } from '../read/read-file.ts';
import type { Source } from '../read/source.ts';
import type { RenderOptions } from '../report/render/renderer.ts';
import type { Report } from '../report/report.ts';
import type { Settle } from '../settle/settle.ts';
import type { Named } from './argument.ts';
import { arrange } from './arrange.ts';
import { chooseFormat } from './choose-format.ts';
import type { Command, CommonValues } from './command.ts';
import { deliver, deliverAll } from './deliver.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { readAll, tolerated } from './input.ts';
import { givenParameters } from './parameters.ts';
import { byOption, refusedNames, refusedPaths } from './paths.ts';
import type { Rates } from './rates.ts';
import type { Settings } from './settings.ts';
import { toldDiagnostics } from './tell.ts';

/** Stages a test may replace to prove that the control notices a loss; undefined in every real run. */
export type Parts = { readonly split?: SplitRecords | undefined; readonly settle?: Settle | undefined };

/** What was asked, by the command line and by ar.toml. */
export type Values = CommonValues & {
  readonly settings: Settings | undefined;
  /** What the values were read from, by the name of the option. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly [key: string]: unknown;
};

export async function run(
  command: Command,
  { argument, ledgers: paths }: Named,
  values: Values,
  world: World,
  parts: Parts,
): Promise<ExitCode> {
  const diagnostics = new Diagnostics();
  const tell = (): void => {
    for (const line of toldDiagnostics(diagnostics, values.quiet)) world.stderr.write(`${line}\n`);
  };
  const today = onlyOnce(world.today);
  const asOf = values.asOf === undefined ? today() : values.asOf(today);
  const output = outputPath(values, asOf);
  const format = chooseFormat(values, output, world, diagnostics);
  const copies = await copiesAskedFor(values, paths, world, diagnostics);
  const written = [
    ...byOption({ output, rejects: values.rejects, 'write-map': values['writeMap'] as string | undefined }),
    ...copies.map((path) => ({ option: 'anonymise', path })),
  ];
  const own = Object.keys(command.needs.tables ?? {}).map((option) => [
    command.options[option]?.name ?? option,
    values[option] as string | undefined,
  ]);
  const beside = byOption({
    ...{ customers: values.customers, documents: values.documents, rates: values.rates, config: values.settings?.file },
    ...Object.fromEntries(own),
  });
  for (const refused of refusedPaths(paths, beside, written, world)) diagnostics.add(refused);
  const opened = openAll(paths, world, diagnostics);
  if (format === undefined || !tolerated(command, opened.length > 0, diagnostics)) {
    tell();
    return EXIT.refused;
  }
  const isRereads = copies.length > 0 || (command.needs.again?.(values) === true && opened.some(({ again }) => again !== true));
  const sources = isRereads ? await (await import('../read/all-again.ts')).allAgain(opened) : opened;
  const holding = command.holds?.(values);
  const hold = holding === undefined ? undefined : await (await import('./holding.ts')).holdFor(holding, world, diagnostics);
  const rejects = values.rejects === undefined ? undefined : world.replace(values.rejects);
  try {
    const input = await readAll(
      command,
      sources,
      values,
      { asOf, today, argument, ledgers: paths, copies, open: world.open },
      world,
      parts,
      diagnostics,
      rejects,
    );
    const outcome = input === undefined ? undefined : await command.run(input.input, values);
    const made = outcome === undefined ? undefined : await toldRates(outcome.report, input?.input.rates);
    const report = made === undefined ? undefined : arrange(made, values, format, diagnostics);
    const ours = (outcome?.writes ?? []).flatMap(({ path, isNameOurs }) => (isNameOurs === true ? [path] : []));
    const used = [...paths, ...[...beside, ...written].map(({ path }) => path)];
    const overwritten = refusedNames(ours, used, world);
    for (const refused of overwritten) diagnostics.add(refused);
    if (outcome === undefined || report === undefined || input === undefined || overwritten.length > 0) {
      rejects?.abandon();
      tell();
      return EXIT.refused;
    }
    const { setAside } = input.input.reading;
    if (rejects !== undefined && setAside > 0) {
      diagnostics.add({
        code: 'rows-set-aside',
        what: `${counted(setAside, 'row could not be read, and is', 'rows could not be read, and are')} not in these figures; ${setAside === 1 ? 'it stands' : 'they stand'} in ${values.rejects}`,
        fix: `mend ${setAside === 1 ? 'it' : 'them'} there and read that file as well`,
      });
    }
    const render = await format.load(values.dialect);
    const pieces = render(
      // A command's own word on a parameter goes before what was written.
      {
        ...report,
        parameters: { ...givenParameters(values.texts, values.settings), ...report.parameters },
        diagnostics: diagnostics.kept,
      },
      renderOptions(values, format.name, output === undefined, world),
    );
    // A report that cannot be written keeps the other files from being replaced.
    const inFile = output === undefined ? [] : [{ path: output, pieces: () => pieces }];
    // What cannot be applied leaves no report of it.
    if (outcome.plan !== undefined) {
      const { withProgress } = await import('./writing-progress.ts');
      hold?.apply(withProgress(outcome.plan, world));
    }
    await deliverAll([...(outcome.writes ?? []), ...inFile], outcome.folders ?? [], world);
    if (output === undefined) deliver(pieces, undefined, world);
    rejects?.commit();
    tell();
    return outcome.attention || input.attention ? EXIT.attention : EXIT.done;
  } catch (error) {
    // A reader of the report who left has no say over the rows set aside.
    if (error instanceof PipeClosed) rejects?.commit();
    else rejects?.abandon();
    throw error;
  } finally {
    hold?.release();
  }
}

/** With the rates at which it was converted, where it was. */
async function toldRates(report: Report, rates: Rates | undefined): Promise<Report> {
  if (rates === undefined || (report.parameters['in'] ?? null) === null) return report;
  const { withRates } = await import('../report/views/rates-note.ts');
  return withRates(report, rates.to, rates.asOf, rates.file, rates.used());
}

/** Where the anonymised copies go that were asked for. */
async function copiesAskedFor(
  values: Values,
  paths: readonly string[],
  world: World,
  diagnostics: Diagnostics,
): Promise<string[]> {
  const out = values['anonymise'];
  return typeof out === 'string' ? (await import('./copy-paths.ts')).copyPaths(out, paths, world, diagnostics) : [];
}

/** Where the machine stands is looked up in tables of zones: not for those who name their days, and one answer a run. */
function onlyOnce(ask: () => Day): () => Day {
  let day: Day | undefined;
  return () => (day ??= ask());
}

function openAll(paths: readonly string[], world: World, diagnostics: Diagnostics): Source[] {
  return paths.flatMap((path) => {
    const source = world.open(path);
    if ('chunks' in source) return [source];
    diagnostics.add(source);
    return [];
  });
}

/** The file to write, or undefined for standard output (`-` says so outright). */
function outputPath(values: Values, asOf: Day): string | undefined {
  return values.output === undefined || values.output === '-' ? undefined : values.output.replaceAll('{as_of}', isoDay(asOf));
}

export function renderOptions(values: Values, format: string, toStdout: boolean, world: World): RenderOptions {
  const toTerminal = toStdout && world.stdout.isTerminal;
  return {
    lang: values.lang ?? (format === 'table' ? terminalLang(world) : 'en'),
    width: widthOf(world, toTerminal),
    colour: values.color === 'always' || (values.color === 'auto' && toTerminal && !noColour(world)),
    section: values.section,
    dialect: values.dialect,
  };
}

/** https://no-color.org: set and not empty. */
function noColour(world: World): boolean {
  return (world.env['NO_COLOR'] ?? '') !== '' || world.env['TERM'] === 'dumb';
}

function terminalLang(world: World): Lang {
  const locale = world.env['LC_ALL'] || world.env['LC_MESSAGES'] || world.env['LANG'] || '';
  return /^fr(?:[_.@-]|$)/i.test(locale) ? 'fr' : 'en';
}

/** A table that does not go to a terminal is laid out for a wide page, unless COLUMNS says otherwise. */
function widthOf(world: World, toTerminal: boolean): number {
  const told = Number(world.env['COLUMNS']);
  if (toTerminal && world.stdout.columns !== undefined && world.stdout.columns > 0) return world.stdout.columns;
  if (Number.isInteger(told) && told > 0) return told;
  return toTerminal ? 80 : 160;
}
