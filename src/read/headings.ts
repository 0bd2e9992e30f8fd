// Which column is which field, in a ledger and in the tables beside it? Headings are compared under one spelling; `--map` overrules; a
// doubt is an error, never a guess.
import type { Diagnostics } from '../core/diagnostic.ts';
import { fold } from '../core/fold.ts';
import { nearest } from '../core/nearest.ts';
import { listed } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import { DELIMITERS } from './delimiter.ts';

/** How a column came to its field, for `ar check`. */
type MappedBy = 'name' | 'synonym' | 'map';
export type MappedColumn<F extends string> = {
  readonly field: F;
  readonly index: number;
  readonly heading: string;
  readonly by: MappedBy;
};

/** field → column heading, as the user wrote it with `--map`. */
export type ColumnMap<F extends string> = ReadonlyMap<F, string>;

/** The headings a kind of file can have. */
export type HeadingSpec<F extends string> = {
  /** What the file is, as in "a ledger". */
  readonly noun: string;
  readonly fields: readonly F[];
  /** Other names that leave no doubt, folded; the names of the fields themselves come first. */
  readonly synonyms: { readonly [field in F]?: readonly string[] };
  /** Fields that have names of different weight: of several the first named above counts, and the other columns stay what they are. */
  readonly ranked?: readonly F[];
  /** What such a file says at the least, and the fields any one of which says it. */
  readonly needs: readonly { readonly any: readonly F[]; readonly what: string }[];
  /** The user can name columns with `--map`. */
  readonly mappable: boolean;
};

/** Accents, case and punctuation aside; `n°`, `nº`, `num`, `numero` become `no`. */
export function sameHeading(heading: string): string {
  const folded = fold(heading).replace(/\bn[°º]|\b(?:numero|num|nbr)\b/g, ' no ');
  // Classes of all the letters there are take time to make, and most headings are plain.
  const spaced = /^[\x00-\x7f]*$/.test(folded) ? folded.replace(/[^a-z0-9]+/g, ' ') : folded.replace(/[^\p{L}\p{N}]+/gu, ' ');
  return spaced.trim();
}

/** The fields by their headings under one spelling; made once a specification. */
type Names<F extends string> = { readonly name: ReadonlyMap<string, F>; readonly synonym: ReadonlyMap<string, F> };
const known = new WeakMap<object, Names<string>>();

function namesOf<F extends string>(spec: HeadingSpec<F>): Names<F> {
  const before = known.get(spec);
  if (before !== undefined) return before as Names<F>;
  const synonyms = Object.entries(spec.synonyms) as [F, readonly string[] | undefined][];
  const names = {
    name: new Map(spec.fields.map((field) => [sameHeading(field), field] as const)),
    synonym: new Map(synonyms.flatMap(([field, list = []]) => list.map((name) => [name, field] as const))),
  };
  known.set(spec, names);
  return names;
}

/** True for a heading that is a field, another name of one, or named with `--map`. */
export function isKnown<F extends string>(spec: HeadingSpec<F>, heading: string, map: ColumnMap<F>): boolean {
  const same = sameHeading(heading);
  const { name, synonym } = namesOf(spec);
  return name.has(same) || synonym.has(same) || [...map.values()].some((wanted) => sameHeading(wanted) === same);
}

/** Where headings stand, and what is to be told of them. */
type Place<F extends string> = {
  readonly file: string;
  readonly line: number;
  readonly headings: readonly string[];
  readonly diagnostics: Diagnostics;
  /** Where the column of a field is named, when that is not with `--map`. */
  readonly mapSaid?: ((field: F) => string | undefined) | undefined;
};

/** The columns that have a field, or undefined when the headings cannot be used: the diagnostics say why. */
export function mapHeadings<F extends string>(
  spec: HeadingSpec<F>,
  place: Place<F>,
  map: ColumnMap<F> = new Map<F, string>(),
): MappedColumn<F>[] | undefined {
  const columns = new Map<F, MappedColumn<F>>();
  const soundMap = mapByUser(place, map, columns);
  const soundNames = mapByName(spec, place, map, columns);
  if (!soundMap || !soundNames || !hasRequired(spec, place, columns)) return undefined;
  return [...columns.values()].sort((a, b) => a.index - b.index);
}

/** The columns `--map` names; false when one is not there, or there twice. */
function mapByUser<F extends string>(place: Place<F>, map: ColumnMap<F>, columns: Map<F, MappedColumn<F>>): boolean {
  const { file, line, headings, diagnostics } = place;
  let sound = true;
  for (const [field, wanted] of map) {
    const matches = headings.flatMap((heading, index) => (sameHeading(heading) === sameHeading(wanted) ? [index] : []));
    if (matches.length === 1) {
      const index = matches[0] as number;
      columns.set(field, { field, index, heading: headings[index] as string, by: 'map' });
      continue;
    }
    sound = false;
    const said = mapSaid(place, field);
    diagnostics.add({
      code: matches.length === 0 ? 'map-unknown-column' : 'heading-twice',
      file,
      line,
      value: wanted,
      what:
        matches.length === 0
          ? `${said} ${field}=${shortened(wanted)}: no column has this heading`
          : `${said} ${field}=${shortened(wanted)}: ${matches.length} columns have this heading`,
      why: `the headings are ${quoted(headings)}`,
      fix: matches.length > 1 ? 'rename one of them in the file' : nearestHeading(wanted, headings),
    });
  }
  return sound;
}

/** Where the user named the column of a field, as a message begins. */
function mapSaid<F extends string>(place: Place<F>, field: F): string {
  const elsewhere = place.mapSaid?.(field);
  return elsewhere === undefined ? '--map' : `${elsewhere}: map`;
}

/** The columns whose headings are names of fields, then those that are other names; false when two are one field. */
function mapByName<F extends string>(
  spec: HeadingSpec<F>,
  { file, line, headings, diagnostics }: Place<F>,
  map: ColumnMap<F>,
  columns: Map<F, MappedColumn<F>>,
): boolean {
  const names = namesOf(spec);
  const taken = new Set([...columns.values()].map((c) => c.index));
  let sound = true;
  for (const by of ['name', 'synonym'] as const) {
    headings.forEach((heading, index) => {
      const field = names[by].get(sameHeading(heading));
      if (field === undefined || taken.has(index) || map.has(field)) return;
      const other = columns.get(field);
      if (other === undefined) {
        columns.set(field, { field, index, heading, by });
        taken.add(index);
      } else if (spec.ranked?.includes(field) && sameHeading(heading) !== sameHeading(other.heading)) {
        const rank = (text: string): number => spec.synonyms[field]?.indexOf(sameHeading(text)) ?? -1;
        if (other.by === by && rank(heading) < rank(other.heading)) columns.set(field, { field, index, heading, by });
      } else if (other.by === by) {
        sound = false;
        diagnostics.add({
          code: 'heading-twice',
          file,
          line,
          column: index + 1,
          value: heading,
          what: `columns ${other.index + 1} (${shortened(other.heading)}) and ${index + 1} (${shortened(heading)}) both read as ${field}`,
          fix:
            !spec.mappable || sameHeading(heading) === sameHeading(other.heading)
              ? 'rename one of the two in the file'
              : `say which one it is: --map ${field}=HEADING`,
        });
      }
    });
  }
  return sound;
}

/** False when the headings lack what every such file says. */
function hasRequired<F extends string>(spec: HeadingSpec<F>, place: Place<F>, columns: ReadonlyMap<F, MappedColumn<F>>): boolean {
  const { file, line, headings, diagnostics } = place;
  const missing = spec.needs.filter((need) => !need.any.some((field) => columns.has(field)));
  const why = `the headings are ${quoted(headings)}`;
  const given = (need: (typeof missing)[number]): string => `--map ${need.any[0]}=HEADING`;
  if (missing.length > 1 && missing.length === spec.needs.length) {
    diagnostics.add({
      code: 'heading-missing',
      file,
      line,
      what: `this line holds none of the headings ${spec.noun} needs: ${missing.map((need) => need.what).join(', ')}`,
      why,
      fix:
        otherMark(headings) ??
        `take away what stands above the headings, or name them: ${missing.slice(0, 2).map(given).join(' ')} …`,
    });
    return false;
  }
  const { name, synonym } = namesOf(spec);
  for (const need of missing) {
    const taken = [...columns.values()].find(({ heading, by }) => {
      const own = name.get(sameHeading(heading)) ?? synonym.get(sameHeading(heading));
      return by === 'map' && own !== undefined && need.any.includes(own);
    });
    diagnostics.add({
      code: 'heading-missing',
      file,
      line,
      what: `no column says ${need.what} (${need.any.join(' or ')})`,
      why:
        taken === undefined
          ? why
          : `${mapSaid(place, taken.field)} took the column "${shortened(taken.heading)}" for ${taken.field}`,
      fix: spec.mappable ? `name the column: ${given(need)}` : `name the column ${need.any[0]}`,
    });
  }
  return missing.length === 0;
}

/** A single heading full of another mark: the user named one that parts nothing. */
function otherMark(headings: readonly string[]): string | undefined {
  const [only, ...others] = headings;
  const other = others.length > 0 ? undefined : DELIMITERS.find(({ mark }) => only?.includes(mark));
  return other === undefined ? undefined : `the cells are parted by ${other.name}: --delimiter ${other.name}`;
}

/** Compared without accents, case and punctuation, as headings are. */
function nearestHeading(wanted: string, headings: readonly string[]): string {
  const folded = new Map(headings.map((heading) => [sameHeading(heading), heading]));
  const near = nearest(sameHeading(wanted), folded.keys()).map((heading) => `"${shortened(folded.get(heading) as string)}"`);
  return near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'name one of the headings';
}

function quoted(headings: readonly string[]): string {
  return listed(headings, (heading) => `"${shortened(heading, 40)}"`, 20);
}
