// Does a heading that names no field begin with the name of one, or hold its words? The weakest of all evidence: it must be the only such column
// of a field that nothing else claims, and `ar check` tells it.
import { currencyInHeading, fieldNamed, type HeadingSpec, sameHeading } from './heading-names.ts';

/** Words that make another thing of what they stand beside: the due day’s author is no due day. */
const TURNING = new Set([
  ...[
    'rate',
    'taux',
    'cours',
    'limit',
    'limite',
    'plafond',
    'type',
    'group',
    'groupe',
    'category',
    'categorie',
    'class',
    'block',
  ],
  ...['email', 'mail', 'phone', 'tel', 'telephone', 'address', 'adresse', 'by', 'par', 'user', 'created', 'updated', 'modified'],
  ...[
    'ht',
    'hors',
    'net',
    'tva',
    'vat',
    'tax',
    'taxes',
    'previous',
    'last',
    'original',
    'initiale',
    'initial',
    'discount',
    'escompte',
  ],
  ...['days', 'jours', 'lcy', 'local', 'locale', 'previsionnel', 'planned', 'expected', 'prevu', 'prevue'],
]);

/** Single words that leave little doubt at the beginning of a heading. */
const TELLING = new Set(['echeance', 'ttc']);

/** True where a word makes another thing of what it stands beside. */
export function turnsMeaning(words: readonly string[]): boolean {
  return words.some((word) => TURNING.has(word));
}

/** The field each of these headings is like, by the index of its column; only those that are like one field, and alone in that. */
export function likenesses<F extends string>(
  spec: HeadingSpec<F>,
  headings: readonly { readonly index: number; readonly heading: string }[],
  free: (field: F) => boolean,
): Map<number, F> {
  const found = headings.flatMap(({ index, heading }) => {
    const field = fieldLike(spec, heading, free);
    return field === undefined ? [] : [{ index, field }];
  });
  return new Map(
    found
      .filter(({ field }) => found.filter((other) => other.field === field).length === 1)
      .map(({ index, field }) => [index, field]),
  );
}

function fieldLike<F extends string>(spec: HeadingSpec<F>, heading: string, free: (field: F) => boolean): F | undefined {
  const wanted = (field: F): boolean => spec.alike?.includes(field) === true && free(field);
  const currency = currencyInHeading(heading);
  const named = currency === undefined ? undefined : fieldNamed(spec, currency.rest);
  if (named !== undefined) return wanted(named) ? named : undefined;
  const words = sameHeading(heading).split(' ');
  const candidates = (spec.alike ?? []).filter(wanted).map((field) => ({ field, names: spec.synonyms[field] ?? [] }));
  const begin = candidates.filter(({ field, names }) =>
    [field.replaceAll('_', ' '), ...names].some((name) => begins(words, name)),
  );
  const holding = begin.length > 0 ? begin : candidates.filter(({ names }) => names.some((name) => holds(words, name)));
  return holding.length === 1 ? holding[0]?.field : undefined;
}

function begins(words: readonly string[], name: string): boolean {
  const parts = name.split(' ');
  if (parts.length < 2 && !TELLING.has(name)) return false;
  return parts.every((part, i) => words[i] === part) && !turnsMeaning(words.slice(parts.length));
}

function holds(words: readonly string[], name: string): boolean {
  const parts = name.split(' ');
  return (
    parts.length > 1 &&
    parts.every((part) => words.includes(part)) &&
    !turnsMeaning(words.filter((word) => !parts.includes(word)))
  );
}
