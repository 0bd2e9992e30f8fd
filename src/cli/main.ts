// From arguments to an exit code: finds the command, reads the line, runs the one path, and catches what must never happen.

import { Defect } from '../core/assert.ts';
import { type Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest.ts';
import { counted } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import { IoFailure, PipeClosed, type World } from '../io/world.ts';
import { namedOn } from './argument.ts';
import { givenByConfig } from './config.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { commonOptions } from './options.ts';
import { parseLine, readValues } from './parse.ts';
import { COMMANDS } from './registry.ts';
import { type Parts, run, type Values } from './run.ts';
import { toldDiagnostic, toldDiagnostics } from './tell.ts';

export async function main(args: readonly string[], version: string, world: World, parts: Parts = {}): Promise<ExitCode> {
  try {
    return await dispatch(args, world, parts);
  } catch (error) {
    if (error instanceof PipeClosed) return EXIT.done;
    if (error instanceof IoFailure) {
      world.stderr.write(`${toldDiagnostic(error.diagnostic)}\n`);
      return EXIT.refused;
    }
    const what =
      error instanceof Defect ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.stderr.write(`ar: this is a defect in ar ${version}, not in your file; no figure was given\nar: ${what}\n`);
    return EXIT.defect;
  }
}

async function dispatch(args: readonly string[], world: World, parts: Parts): Promise<ExitCode> {
  const [name, ...rest] = args;
  const isHelp = (text: string | undefined): boolean => text === 'help' || text === '--help' || text === '-h';
  const asksHelp = isHelp(name);
  if (asksHelp && rest.length > 1) {
    const what = `ar help takes one command, and ${counted(rest.length - 1, 'more text follows', 'more texts follow')}`;
    return refuse(world, [
      { code: 'usage-bad-value', value: rest[1], what, fix: `write ar help ${shortened(rest[0] as string)}` },
    ]);
  }
  if (name === undefined || (asksHelp && (rest.length === 0 || isHelp(rest[0])))) {
    world.stdout.write((await import('./help.ts')).generalHelp(COMMANDS));
    return EXIT.done;
  }
  const wanted = asksHelp ? (rest[0] as string) : name;
  const said = shortened(wanted);
  const entry = COMMANDS.find((command) => command.name === wanted);
  if (entry === undefined) {
    const known = [...COMMANDS.map((command) => command.name), 'help'];
    const what = wanted.startsWith('-') ? `the command comes first, and "${said}" is an option` : `there is no command "${said}"`;
    const fix = wanted.startsWith('-') ? `ar COMMAND ${said} …` : didYouMean(wanted, known) || 'see ar --help';
    return refuse(world, [{ code: 'usage-unknown-command', what, fix }]);
  }
  const command = await entry.load();
  if ('show' in command) {
    const { pageOptions, runPage } = await import('./page.ts');
    const own = { ...command.options, ...pageOptions };
    const line = parseLine(asksHelp ? ['--help'] : rest, own, command.name);
    if (line.help) world.stdout.write((await import('./help.ts')).pageHelp(command, own));
    else if (line.mistakes.length > 0) return refuse(world, line.mistakes);
    return line.help ? EXIT.done : runPage(command, line.positionals, line.given, world);
  }
  const specs = { ...commonOptions, ...command.options };
  const parsed = parseLine(asksHelp ? ['--help'] : rest, specs, command.name);
  if (parsed.help) {
    world.stdout.write((await import('./help.ts')).commandHelp(command));
    return EXIT.done;
  }
  const config = await givenByConfig(parsed.given, specs, world);
  const read = readValues(parsed.given, config.texts, specs, command.name);
  const mistakes = [...parsed.mistakes, ...read.mistakes];
  const values = { ...read.values, settings: config.settings, texts: read.texts } as Values;
  // What keys of a policy say against one another is told with what is wrong with each.
  if (config.mistakes.failed) await command.needs.policy?.(values, world, config.mistakes);
  if (mistakes.length > 0 || config.mistakes.failed) return refuse(world, mistakes, config.mistakes);
  const page = command.instead?.(values);
  if (page !== undefined) {
    const { pageOptions, runPage } = await import('./page.ts');
    const taken = new Set(Object.values({ ...pageOptions, ...page.options }).map((spec) => spec.name));
    const idle = [...parsed.given.keys()].filter((option) => !taken.has(option));
    if (idle.length === 0) return runPage(page, parsed.positionals, parsed.given, world);
    return refuse(
      world,
      idle.map((option) => ({
        code: 'usage-bad-value',
        what: `--${option} has no say where no ledger is read`,
        fix: 'leave it out',
      })),
    );
  }
  const refused = command.refuses?.(values) ?? [];
  if (refused.length > 0) return refuse(world, refused);
  const alone = command.alone?.(values, parsed.positionals);
  if (alone !== undefined) return alone(values, world);
  const named = namedOn(command, parsed.positionals, world);
  if ('code' in named) return refuse(world, [named]);
  return run(command, named, values, world, parts);
}

/** `more`: what was told of ar.toml, after the line. */
function refuse(world: World, mistakes: readonly Diagnostic[], more = new Diagnostics()): ExitCode {
  const all = new Diagnostics();
  for (const mistake of mistakes) all.add(mistake);
  all.addAll(more);
  for (const line of toldDiagnostics(all, false)) world.stderr.write(`${line}\n`);
  return EXIT.refused;
}
