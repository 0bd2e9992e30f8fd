// Do the headings say what every such file says, and what is told of those that do not?
import type { Diagnostics } from '../core/diagnostic.ts';
import { listed } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import { DELIMITERS } from './delimiter.ts';
import { type HeadingSpec, namesOf, unbroken } from './heading-names.ts';

/** How a column came to its field, for `ar check`. */
export type MappedBy = 'name' | 'synonym' | 'weak' | 'likeness' | 'preset' | 'map';
export type MappedColumn<F extends string> = {
  readonly field: F;
  readonly index: number;
  readonly heading: string;
  readonly by: MappedBy;
};

/** Where headings stand, and what is to be told of them. */
export type Place<F extends string> = {
  readonly file: string;
  readonly line: number;
  readonly headings: readonly string[];
  /** Headings further on, under which no row has a cell. */
  readonly beyond?: readonly string[] | undefined;
  readonly diagnostics: Diagnostics;
  /** Where the column of a field is named, when that is not with `--map`. */
  readonly mapSaid?: ((field: F) => string | undefined) | undefined;
};

/** Where the user named the column of a field, as a message begins. */
export function mapSaid<F extends string>(place: Place<F>, field: F): string {
  const elsewhere = place.mapSaid?.(field);
  return elsewhere === undefined ? '--map' : `${elsewhere}: map`;
}

/** False when the headings lack what every such file says. */
export function hasRequired<F extends string>(
  spec: HeadingSpec<F>,
  place: Place<F>,
  columns: ReadonlyMap<F, MappedColumn<F>>,
): boolean {
  const { file, line, headings, beyond = [], diagnostics } = place;
  const missing = spec.needs.filter((need) => !need.any.some((field) => columns.has(field)));
  const without = beyond.length === 0 ? '' : `, and no row has a cell under ${quoted(beyond)}`;
  const why = `the headings are ${quoted(headings)}${without}`;
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
        (spec.mappable
          ? `say how many lines stand above the headings (--skip-lines N), or name them: ${missing.slice(0, 2).map(given).join(' ')} …`
          : 'take away what stands above the headings'),
    });
    return false;
  }
  if (missing.length === 0) return true;
  const { name, synonym } = namesOf(spec);
  for (const need of missing) {
    const taken = [...columns.values()].find(({ heading, by }) => {
      const own = name.get(unbroken(heading)) ?? synonym.get(unbroken(heading));
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
  return false;
}

/** A single heading full of another mark: the user named one that parts nothing. */
function otherMark(headings: readonly string[]): string | undefined {
  const [only, ...others] = headings;
  const other = others.length > 0 ? undefined : DELIMITERS.find(({ mark }) => only?.includes(mark));
  return other === undefined ? undefined : `the cells are parted by ${other.name}: --delimiter ${other.name}`;
}

export function quoted(headings: readonly string[]): string {
  return listed(headings, (heading) => `"${shortened(heading, 40)}"`, 20);
}
