// What is each argument of the line: an option, with or without its value, or a word of its own? As `parseArgs` of Node tells them apart, which takes
// longer to load and to compile than a small ledger to age; but a hyphen among letters, `-q-`, is a letter nobody knows, and not the end of all options;
// and of `-30 days`, which begins with no letter of an option, all is one word.

/** What must be known of an option to tell where its value ends. */
type Known = { readonly name: string; readonly short?: string; readonly takes: string | undefined };

type OptionToken = {
  /** Its name, or the letter that is none, or the word with its hyphen. */
  readonly name: string;
  /** As it was written, without its value. */
  readonly rawName: string;
  readonly value: string | undefined;
  /** The value stands in the same argument. */
  readonly inline: boolean;
};

type Tokens = { readonly options: readonly OptionToken[]; readonly positionals: readonly string[] };

export function tokensOf(args: readonly string[], byName: ReadonlyMap<string, Known>): Tokens {
  const options: OptionToken[] = [];
  const positionals: string[] = [];
  const letters = new Map([...byName.values()].flatMap(({ short, name }) => (short === undefined ? [] : [[short, name]])));
  const takesValue = (name: string): boolean => byName.get(name)?.takes !== undefined;
  let at = 0;
  /** An option without a value of its own takes the next argument, whatever it looks like. */
  const alone = (name: string, rawName: string): void => {
    const value = takesValue(name) && at < args.length ? args[at++] : undefined;
    options.push({ name, rawName, value, inline: false });
  };
  while (at < args.length) {
    const arg = args[at++] as string;
    if (arg === '--') {
      positionals.push(...args.slice(at));
      break;
    }
    if (arg.startsWith('--')) {
      const end = arg.includes('=', 3) ? arg.indexOf('=') : -1;
      if (end < 0) alone(arg.slice(2), arg);
      else options.push({ name: arg.slice(2, end), rawName: arg.slice(0, end), value: arg.slice(end + 1), inline: true });
    } else if (arg.startsWith('-') && arg.length > 1) takeLetters(arg);
    else positionals.push(arg);
  }
  return { options, positionals };

  /** `-qo FILE` and `-oFILE`: letters one after the other, up to one that takes a value. */
  function takeLetters(arg: string): void {
    const [first = ''] = arg.slice(1);
    if (arg.length > 1 + first.length && !letters.has(first) && first !== 'h') {
      options.push({ name: arg, rawName: arg, value: undefined, inline: false });
      return;
    }
    for (let i = 1; i < arg.length; i++) {
      const letter = arg[i] as string;
      const name = letters.get(letter) ?? letter;
      if (i === arg.length - 1) alone(name, `-${letter}`);
      else if (takesValue(name)) {
        options.push({ name, rawName: `-${letter}`, value: arg.slice(i + 1), inline: true });
        return;
      } else options.push({ name, rawName: `-${letter}`, value: undefined, inline: false });
    }
  }
}
