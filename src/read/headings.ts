// Which column is which field, in a ledger and in the tables beside it? `--map` overrules, then the package that wrote the file, names, synonyms and
// weaker claims; a doubt is an error, never a guess.
import { nearest } from '../core/nearest.ts';
import { shortened } from '../core/shortened.ts';
import { likenesses } from './heading-likeness.ts';
import { type ColumnMap, type HeadingSpec, isUnused, namesOf, sameHeading, unbroken } from './heading-names.ts';
import { hasRequired, type MappedBy, type MappedColumn, mapSaid, type Place, quoted } from './heading-needs.ts';

export { type ColumnMap, currencyInHeading, type HeadingSpec, isKnown, sameHeading, unbroken } from './heading-names.ts';
export type { MappedColumn } from './heading-needs.ts';

/** The headings of a package, as it writes them. */
export type PresetColumns<F extends string> = {
  /** The first of them that the file has is the field's. */
  readonly columns: { readonly [field in F]?: readonly string[] };
  /** Known, and of no use: no other name takes them. */
  readonly known: readonly string[];
};

/** The columns that have a field, or undefined when the headings cannot be used: the diagnostics say why. */
export function mapHeadings<F extends string>(
  spec: HeadingSpec<F>,
  place: Place<F>,
  map: ColumnMap<F> = new Map<F, string>(),
  preset?: PresetColumns<F>,
): MappedColumn<F>[] | undefined {
  const claims = new Claims(spec, place, map);
  let sound = mapByUser(place, map, claims.columns);
  if (preset !== undefined) claims.byPreset(preset);
  sound = claims.byName() && sound;
  sound = claims.weakly() && sound;
  claims.byLikeness();
  if (!sound || !hasRequired(spec, place, claims.columns)) return undefined;
  return [...claims.columns.values()].sort((a, b) => a.index - b.index);
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

/** Compared without accents, case and punctuation, as headings are. */
function nearestHeading(wanted: string, headings: readonly string[]): string {
  const folded = new Map(headings.map((heading) => [sameHeading(heading), heading]));
  const near = nearest(sameHeading(wanted), folded.keys()).map((heading) => `"${shortened(folded.get(heading) as string)}"`);
  return near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'name one of the headings';
}

/** The columns that have found their field so far; what claims one more firmly is asked first. */
class Claims<F extends string> {
  readonly columns = new Map<F, MappedColumn<F>>();
  /** Columns of a preset that no field has a use for. */
  readonly #idle = new Set<number>();
  /** Headings the user gave to a field, whether one column has them or several. */
  readonly #named: ReadonlySet<string>;
  readonly #spec: HeadingSpec<F>;
  readonly #place: Place<F>;
  readonly #map: ColumnMap<F>;
  #sound = true;

  constructor(spec: HeadingSpec<F>, place: Place<F>, map: ColumnMap<F>) {
    this.#spec = spec;
    this.#place = place;
    this.#map = map;
    this.#named = new Set([...map.values()].map(unbroken));
  }

  byPreset({ columns, known }: PresetColumns<F>): void {
    for (const [field, headings] of Object.entries(columns) as [F, readonly string[]][]) {
      if (this.#map.has(field)) continue;
      for (const heading of headings) {
        const index = this.#unclaimed().find((one) => unbroken(one.heading) === unbroken(heading))?.index;
        if (index === undefined) continue;
        this.#take(field, index, 'preset');
        break;
      }
    }
    const taken = new Set([...this.columns.values()].map(({ heading }) => unbroken(heading)));
    const idle = new Set([...known, ...(Object.values(columns).flat() as string[])].map(unbroken));
    for (const { index, heading } of this.#unclaimed()) {
      // One that stands twice is in doubt, as any is.
      if (idle.has(unbroken(heading)) && !taken.has(unbroken(heading))) this.#idle.add(index);
    }
  }

  /** The columns whose headings are names of fields, then those that are other names; false when two are one field. */
  byName(): boolean {
    const names = namesOf(this.#spec);
    for (const by of ['name', 'synonym'] as const) {
      for (const { index, heading } of this.#unclaimed()) {
        const field = names[by].get(unbroken(heading));
        if (field === undefined || this.#map.has(field)) continue;
        const other = this.columns.get(field);
        if (other === undefined) this.#take(field, index, by);
        else if (this.#spec.ranked?.includes(field) && unbroken(heading) !== unbroken(other.heading)) {
          if (other.by === by && this.#rank(field, heading) < this.#rank(field, other.heading)) this.#take(field, index, by);
        } else if (other.by === by) this.#tellTwice(field, other, index);
        else if (other.by === 'preset' && unbroken(heading) === unbroken(other.heading)) this.#tellTwice(field, other, index);
      }
    }
    return this.#sound;
  }

  /** Names that could mean something else, of columns nothing else claims; false when two of them claim what the file must say. */
  weakly(): boolean {
    if (this.#unclaimed().length === 0) return this.#sound;
    for (const names of namesOf(this.#spec).weak) {
      const claims = new Map<F, number[]>();
      for (const { index, heading } of this.#unclaimed()) {
        const field = names.get(unbroken(heading));
        if (field === undefined || !this.#free(field)) continue;
        claims.set(field, [...(claims.get(field) ?? []), index]);
      }
      for (const [field, [first, ...others]] of claims) {
        if (first === undefined) continue;
        // Of several for a field the file need not have, none is taken.
        if (others.length > 0 && !this.#needed(field) && this.#spec.asked?.includes(field) !== true) continue;
        this.#take(field, first, 'weak');
        for (const index of others) this.#tellTwice(field, this.columns.get(field) as MappedColumn<F>, index);
      }
    }
    return this.#sound;
  }

  byLikeness(): void {
    if (this.#spec.alike === undefined) return;
    const strange = this.#unclaimed().filter(({ heading }) => !isUnused(this.#spec, heading));
    for (const [index, field] of likenesses(this.#spec, strange, (one) => this.#free(one))) this.#take(field, index, 'likeness');
  }

  #unclaimed(): { readonly index: number; readonly heading: string }[] {
    const taken = new Set([...this.columns.values()].map(({ index }) => index));
    return this.#place.headings.flatMap((heading, index) =>
      taken.has(index) || this.#idle.has(index) || this.#named.has(unbroken(heading)) ? [] : [{ index, heading }],
    );
  }

  #take(field: F, index: number, by: MappedBy): void {
    this.columns.set(field, { field, index, heading: this.#place.headings[index] as string, by });
  }

  #free(field: F): boolean {
    return !this.#map.has(field) && !this.columns.has(field);
  }

  /** The file must say it, and nothing else does. */
  #needed(field: F): boolean {
    return this.#spec.needs.some(({ any }) => any.includes(field) && !any.some((other) => this.columns.has(other)));
  }

  #rank(field: F, heading: string): number {
    const key = unbroken(heading);
    return this.#spec.synonyms[field]?.findIndex((name) => name.replaceAll(' ', '') === key) ?? -1;
  }

  #tellTwice(field: F, other: MappedColumn<F>, index: number): void {
    const { file, line, headings, diagnostics } = this.#place;
    const heading = headings[index] as string;
    this.#sound = false;
    diagnostics.add({
      code: 'heading-twice',
      file,
      line,
      column: index + 1,
      value: heading,
      what: `columns ${other.index + 1} (${shortened(other.heading)}) and ${index + 1} (${shortened(heading)}) both read as ${field}`,
      fix:
        !this.#spec.mappable || unbroken(heading) === unbroken(other.heading)
          ? 'rename one of the two in the file'
          : `say which one it is: --map ${field}=HEADING`,
    });
  }
}
