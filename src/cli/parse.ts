// What did the user ask for? Arguments in, texts and then values out; every mistake of the line is told, with the name that was meant.
import type { Diagnostic } from '../core/diagnostic.ts';
import { nearest } from '../core/nearest.ts';
import { shortened } from '../core/shortened.ts';
import { type OptionSpec, Refusal } from './option.ts';
import { tokensOf } from './tokens.ts';

type Parsed = {
  readonly positionals: readonly string[];
  readonly help: boolean;
  /** The texts of each option that was given, by its name. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly mistakes: readonly Diagnostic[];
};

/** `specs` by the key of the value; `command` is named in the hints. */
export function parseLine(
  args: readonly string[],
  specs: { readonly [key: string]: OptionSpec<unknown> },
  command: string,
): Parsed {
  const byName = new Map<string, OptionSpec<unknown>>(Object.values(specs).map((spec) => [spec.name, spec]));
  const mistakes: Diagnostic[] = [];
  const given = new Map<string, string[]>();
  let help = false;
  const { options, positionals } = tokensOf(args, byName);
  for (const token of options) {
    const spec = byName.get(token.name);
    if (token.name === 'help' || token.rawName === '-h') {
      help = true;
    } else if (spec === undefined) {
      const near = nearest(token.name, byName.keys()).map((name) => `--${name}`);
      mistakes.push({
        code: 'usage-unknown-option',
        what: `${shortened(token.rawName)} is not an option of ar ${command}`,
        fix:
          near.length > 0
            ? `did you mean ${near.join(' or ')}?`
            : `${isWord(token.rawName) ? 'put -- before it if it is none, or ' : ''}see ar ${command} --help`,
      });
    } else if (spec.takes === undefined && token.value !== undefined) {
      mistakes.push({
        code: 'usage-bad-value',
        value: token.value,
        what: `--${spec.name} takes no value`,
        fix: `write --${spec.name} alone`,
      });
    } else if (spec.takes !== undefined && (token.value === undefined || isOption(token.value, token.inline, byName))) {
      mistakes.push({
        code: 'usage-missing-value',
        what: `--${spec.name} takes ${spec.takes}, and ${shortened(token.value ?? 'nothing')} follows it`,
        fix: `see ar ${command} --help`,
      });
    } else {
      given.set(spec.name, [...(given.get(spec.name) ?? []), token.value ?? '']);
    }
  }
  return { positionals, help, given, mistakes };
}

/** The values of all options. What `before` gives stands before what the line gives, and was read once already: the last text counts. */
export function readValues(
  given: ReadonlyMap<string, readonly string[]>,
  before: ReadonlyMap<string, readonly string[]>,
  specs: { readonly [key: string]: OptionSpec<unknown> },
  command: string,
): {
  readonly values: { readonly [key: string]: unknown };
  /** What the values were read from, by the name of the option. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly mistakes: readonly Diagnostic[];
} {
  const read = new Map<string, readonly string[]>();
  const mistakes: Diagnostic[] = [];
  const values: { [key: string]: unknown } = {};
  for (const [key, spec] of Object.entries(specs)) {
    const texts = [...(before.get(spec.name) ?? []), ...(given.get(spec.name) ?? [])];
    read.set(spec.name, texts);
    const found = spec.read(texts);
    if (found instanceof Refusal) {
      mistakes.push({
        code: 'usage-bad-value',
        value: found.text ?? texts[texts.length - 1],
        what: `--${spec.name} ${found.reason}`,
        fix: `see ar ${command} --help`,
      });
    } else values[key] = found;
  }
  return { values, texts: read, mistakes };
}

/** `-30 days`: more than a letter behind one hyphen, and perhaps no option at all. */
function isWord(rawName: string): boolean {
  return !rawName.startsWith('--') && rawName.length > 2;
}

/** `--as-of --detail`: what stands where a value should is the next option. A value that looks so can be written `--sort=--x`. */
function isOption(text: string, inline: boolean, byName: ReadonlyMap<string, unknown>): boolean {
  return !inline && text.startsWith('--') && byName.has(text.slice(2).split('=')[0] ?? '');
}
