// Which field does a heading name, and how surely? Headings are compared without case, accents, punctuation and the breaks between their words.
import { currencyOf } from '../core/currency.ts';
import { fold } from '../core/fold.ts';

/** field → column heading, as the user wrote it with `--map`. */
export type ColumnMap<F extends string> = ReadonlyMap<F, string>;

/** Names of fields, folded. */
type NamesOf<F extends string> = { readonly [field in F]?: readonly string[] };

/** The headings a kind of file can have. */
export type HeadingSpec<F extends string> = {
  /** What the file is, as in "a ledger". */
  readonly noun: string;
  readonly fields: readonly F[];
  /** Other names that leave no doubt, folded; the names of the fields themselves come first. */
  readonly synonyms: NamesOf<F>;
  /** Names that could be another field's as well, the likelier meanings first: each is asked only about columns and fields that are still free. */
  readonly weak?: readonly NamesOf<F>[];
  /** Fields that a heading may name by the words it begins with or holds. */
  readonly alike?: readonly F[];
  /** Headings whose meaning is known and that no field has a use for. */
  readonly unused?: readonly string[];
  /** Fields that have names of different weight: of several the first named above counts, and the other columns stay what they are. */
  readonly ranked?: readonly F[];
  /** Fields that decide of whom or of what a row is: of several weak names for one that the file need not have, which it is must be asked. */
  readonly asked?: readonly F[];
  /** What such a file says at the least, and the fields any one of which says it. */
  readonly needs: readonly { readonly any: readonly F[]; readonly what: string }[];
  /** The user can name columns with `--map`. */
  readonly mappable: boolean;
};

/** Accents, case and punctuation aside; `n°`, `nº`, `num`, `numero` become `no`. */
export function sameHeading(heading: string): string {
  if (isPlainName(heading)) return heading.replaceAll('_', ' ').trim();
  const folded = fold(heading).replace(/\bn[°º]|\b(?:numero|num|nbr)\b/g, ' no ');
  // Classes of all the letters there are take time to make, and most headings are plain.
  const spaced = /^[\x00-\x7f]*$/.test(folded) ? folded.replace(/[^a-z0-9]+/g, ' ') : folded.replace(/[^\p{L}\p{N}]+/gu, ' ');
  return spaced.trim();
}

const [LOW_A, LOW_Z, UNDERSCORE] = [0x61, 0x7a, 0x5f];

/** True for names as our own fields have them, `open_amount`: most files need no other, and the patterns take time to compile. */
function isPlainName(heading: string): boolean {
  for (let i = 0; i < heading.length; i++) {
    const code = heading.charCodeAt(i);
    if ((code < LOW_A || code > LOW_Z) && code !== UNDERSCORE) return false;
  }
  return !heading.includes('__') && !['numero', 'num', 'nbr'].includes(heading);
}

/** The same without breaks between words: `InvoiceDate`, `invoice_date` and `Invoice date` are one. */
export function unbroken(heading: string): string {
  return withoutBreaks(sameHeading(heading));
}

/** The same for a name that is folded. */
export function withoutBreaks(name: string): string {
  return name.replaceAll(' ', '');
}

/** The fields by their headings, unbroken. Each list is made when it is first asked: those of a plain file are names of fields. */
class Names<F extends string> {
  readonly name: ReadonlyMap<string, F>;
  readonly #spec: HeadingSpec<F>;
  #synonym: NameTable<F> | undefined;
  #weak: readonly NameTable<F>[] | undefined;
  #unused: ReadonlySet<string> | undefined;

  constructor(spec: HeadingSpec<F>) {
    this.#spec = spec;
    this.name = new Map(spec.fields.map((field) => [unbroken(field), field] as const));
  }

  get synonym(): NameTable<F> {
    return (this.#synonym ??= new NameTable(this.#spec.synonyms));
  }

  get weak(): readonly NameTable<F>[] {
    return (this.#weak ??= (this.#spec.weak ?? []).map((names) => new NameTable(names)));
  }

  get unused(): ReadonlySet<string> {
    return (this.#unused ??= new Set((this.#spec.unused ?? []).map(withoutBreaks)));
  }
}

/** What fields hundreds of names are of: one text that is searched, because a map of them takes longer to make than a file has headings to look up. */
class NameTable<F extends string> {
  readonly #fields: readonly F[];
  /** All names, each between two breaks, and where those of each field end. */
  #text = '\n';
  readonly #ends: number[] = [];

  constructor(names: NamesOf<F>) {
    const lists = (Object.entries(names) as [F, readonly string[] | undefined][]).filter(([, list = []]) => list.length > 0);
    this.#fields = lists.map(([field]) => field);
    for (const [, list = []] of lists) {
      this.#text += `${withoutBreaks(list.join('\n'))}\n`;
      this.#ends.push(this.#text.length);
    }
  }

  /** Of a name that several fields have, the last. */
  get(name: string): F | undefined {
    const at = this.#text.lastIndexOf(`\n${name}\n`);
    return at < 0 ? undefined : this.#fields[this.#ends.findIndex((end) => at + 1 < end)];
  }
}

/** Made once a specification. */
const made = new WeakMap<object, Names<string>>();

export function namesOf<F extends string>(spec: HeadingSpec<F>): Names<F> {
  let names = made.get(spec) as Names<F> | undefined;
  if (names === undefined) made.set(spec, (names = new Names(spec)) as unknown as Names<string>);
  return names;
}

/** The field a heading names by itself, without a look at the other headings. */
export function fieldNamed<F extends string>(spec: HeadingSpec<F>, heading: string): F | undefined {
  const key = unbroken(heading);
  const names = namesOf(spec);
  return (
    names.name.get(key) ?? names.synonym.get(key) ?? names.weak.map((weak) => weak.get(key)).find((field) => field !== undefined)
  );
}

/** True for a heading that says something to this kind of file, or that is named with `--map`. */
export function isKnown<F extends string>(spec: HeadingSpec<F>, heading: string, map: ColumnMap<F>): boolean {
  if (fieldNamed(spec, heading) !== undefined || isUnused(spec, heading)) return true;
  const same = sameHeading(heading);
  return [...map.values()].some((wanted) => sameHeading(wanted) === same);
}

/** True for a heading whose meaning is known, and that no field has a use for. */
export function isUnused<F extends string>(spec: HeadingSpec<F>, heading: string): boolean {
  return namesOf(spec).unused.has(unbroken(heading));
}

const IN_BRACKETS = /[([]\s*([A-Z]{3})\s*[)\]]\s*$/;
const AT_THE_END = /[\s_-]([A-Z]{3})$/;

/** The currency a heading ends with, `Open Advance (ILS)` or `Montant EUR`, and the heading without it. */
export function currencyInHeading(heading: string) {
  const text = heading.trim();
  if (isPlainName(text)) return undefined;
  for (const pattern of [IN_BRACKETS, AT_THE_END]) {
    const code = pattern.exec(text)?.[1];
    const currency = code === undefined ? undefined : currencyOf(code);
    if (currency !== undefined) return { currency, rest: text.replace(pattern, '').trim() };
  }
  return undefined;
}
