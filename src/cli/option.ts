// What is an option? One value: its name, what it takes, what it means, and how its text is read. Parsing, checks, help and
// the README are all made from it, so none can drift.

/** Why a text is not a value of the option: the end of a sentence that names the option and the text. */
export class Refusal {
  readonly reason: string;
  /** The text refused, where it is not the last one given. */
  readonly text: string | undefined;
  constructor(reason: string, text?: string) {
    this.reason = reason;
    this.text = text;
  }
}

export type OptionSpec<T> = {
  readonly name: string;
  readonly short?: string;
  /** What it takes, as the help shows it (`DAY`); undefined for a flag. */
  readonly takes: string | undefined;
  readonly summary: string;
  /** The default, as the help shows it. */
  readonly fallback?: string;
  readonly repeatable?: boolean;
  /** Left out of the help: for tests and benches. */
  readonly hidden?: boolean;
  /** All texts given, in order; none when the option is absent. */
  readonly read: (texts: readonly string[]) => T | Refusal;
};

export type OptionSpecs = { readonly [key: string]: OptionSpec<unknown> };
export type ValuesOf<S extends OptionSpecs> = { readonly [K in keyof S]: S[K] extends OptionSpec<infer T> ? T : never };

/** The key of an option: keys are spelt with `_` everywhere. */
export function keyOfOption({ name }: OptionSpec<unknown>): string {
  return name.replaceAll('-', '_');
}

export function flag(name: string, summary: string, short?: string): OptionSpec<boolean> {
  return { name, takes: undefined, summary, read: (texts) => texts.length > 0, ...(short === undefined ? {} : { short }) };
}

/** An option that takes one value; the last one given counts. */
export function value<T, F>(
  name: string,
  takes: string,
  summary: string,
  read: (text: string) => T | Refusal,
  absent: F,
  more: { readonly fallback?: string; readonly short?: string } = {},
): OptionSpec<T | F> {
  return {
    name,
    takes,
    summary,
    read: (texts) => {
      const last = texts[texts.length - 1];
      return last === undefined ? absent : read(last);
    },
    ...more,
  };
}

/** A path, as the text of an option. */
export function readPath(text: string): string | Refusal {
  return text === '' ? new Refusal('takes a file, and the path given is empty') : text;
}

/** The path of a folder, as the text of an option. */
export function readFolder(text: string): string | Refusal {
  return text === '-' || text === '' ? new Refusal('takes a folder') : text;
}

/** An option that may be given several times; all values count. */
export function values<T>(
  name: string,
  takes: string,
  summary: string,
  read: (text: string) => T | Refusal,
): OptionSpec<readonly T[]> {
  return {
    name,
    takes,
    summary,
    repeatable: true,
    read: (texts) => {
      const list: T[] = [];
      for (const text of texts) {
        const one = read(text);
        if (one instanceof Refusal) return new Refusal(one.reason, text);
        list.push(one);
      }
      return list;
    },
  };
}

/** An option that takes one of a few words. */
export function choice<const C extends string, const F>(
  name: string,
  choices: readonly C[],
  summary: string,
  absent: F,
  fallback?: string,
  takes: string = choices.join('|'),
): OptionSpec<C | F> {
  return value(
    name,
    takes,
    summary,
    (text): C | Refusal => choices.find((c) => c === text) ?? new Refusal(`takes one of ${choices.join(', ')}`),
    absent,
    fallback === undefined ? {} : { fallback },
  );
}
