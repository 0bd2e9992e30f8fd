// Which column is which field? Headings are compared under one spelling; `--map` overrules; a doubt is an error, never a guess.

import type { Diagnostics } from '../core/diagnostic.ts';
import { fold } from '../core/fold.ts';
import { nearest } from '../core/nearest.ts';
import { FIELDS, type Field } from '../ledger/field.ts';
import { DELIMITERS } from './delimiter.ts';

/** How a column came to its field, for `ar check`. */
type MappedBy = 'name' | 'synonym' | 'map';
export type MappedColumn = { readonly field: Field; readonly index: number; readonly heading: string; readonly by: MappedBy };

/** field → column heading, as the user wrote it with `--map`. */
export type ColumnMap = ReadonlyMap<Field, string>;

/** Other names of the fields that leave no doubt, folded; the names of the fields themselves come first. */
const SYNONYMS: { readonly [field in Field]?: readonly string[] } = {
  customer: ['customer id', 'customer no', 'customer number', 'customer code', 'code client', 'no client', 'client id'],
  name: ['customer name', 'nom client', 'nom du client', 'raison sociale'],
  kind: ['doc type', 'document type', 'type de document', 'type piece'],
  document: ['doc no', 'document no', 'document number', 'invoice no', 'invoice number', 'no facture', 'no piece'],
  date: ['doc date', 'document date', 'invoice date', 'date facture', 'date de facture', 'date piece'],
  posted: ['posting date', 'date comptable'],
  due: ['due date', 'date echeance', 'date d echeance', 'echeance'],
  amount: ['montant', 'montant ttc'],
  currency: ['currency code', 'devise', 'code devise'],
};

/** Accents, case and punctuation aside; `n°`, `nº`, `num`, `numero` become `no`. */
function sameHeading(heading: string): string {
  const folded = fold(heading).replace(/\bn[°º]|\b(?:numero|num|nbr)\b/g, ' no ');
  // Classes of all the letters there are take time to make, and most headings are plain.
  const spaced = /^[\x00-\x7f]*$/.test(folded) ? folded.replace(/[^a-z0-9]+/g, ' ') : folded.replace(/[^\p{L}\p{N}]+/gu, ' ');
  return spaced.trim();
}

const byName = new Map<string, Field>(FIELDS.map((field) => [sameHeading(field), field]));
const bySynonym = new Map<string, Field>(
  Object.entries(SYNONYMS).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)),
);

/** True for a heading that is a field, another name of one, or named with `--map`. */
export function isKnown(heading: string, map: ColumnMap): boolean {
  const same = sameHeading(heading);
  return byName.has(same) || bySynonym.has(same) || [...map.values()].some((wanted) => sameHeading(wanted) === same);
}

/** The columns that have a field, or undefined when the headings cannot be used: the diagnostics say why. */
export function mapHeadings(
  file: string,
  line: number,
  headings: readonly string[],
  map: ColumnMap,
  diagnostics: Diagnostics,
): MappedColumn[] | undefined {
  const columns = new Map<Field, MappedColumn>();
  let sound = true;
  for (const [field, wanted] of map) {
    const matches = headings.flatMap((heading, index) => (sameHeading(heading) === sameHeading(wanted) ? [index] : []));
    if (matches.length === 1) {
      const index = matches[0] as number;
      columns.set(field, { field, index, heading: headings[index] as string, by: 'map' });
      continue;
    }
    sound = false;
    diagnostics.add({
      code: matches.length === 0 ? 'map-unknown-column' : 'heading-twice',
      file,
      line,
      value: wanted,
      what:
        matches.length === 0
          ? `--map ${field}=${wanted}: no column has this heading`
          : `--map ${field}=${wanted}: ${matches.length} columns have this heading`,
      why: `the headings are ${quoted(headings)}`,
      fix: matches.length > 1 ? 'rename one of them in the file' : nearestHeading(wanted, headings),
    });
  }
  const taken = new Set([...columns.values()].map((c) => c.index));
  for (const [by, names] of [
    ['name', byName],
    ['synonym', bySynonym],
  ] as const) {
    headings.forEach((heading, index) => {
      const field = names.get(sameHeading(heading));
      if (field === undefined || taken.has(index) || map.has(field)) return;
      const other = columns.get(field);
      if (other === undefined) {
        columns.set(field, { field, index, heading, by });
        taken.add(index);
      } else if (other.by === by) {
        sound = false;
        diagnostics.add({
          code: 'heading-twice',
          file,
          line,
          column: index + 1,
          value: heading,
          what: `columns ${other.index + 1} (${other.heading}) and ${index + 1} (${heading}) both read as ${field}`,
          fix:
            sameHeading(heading) === sameHeading(other.heading)
              ? 'rename one of the two in the file'
              : `say which one it is: --map ${field}=HEADING`,
        });
      }
    });
  }
  if (sound) sound = hasRequired(file, line, headings, columns, diagnostics);
  return sound ? [...columns.values()].sort((a, b) => a.index - b.index) : undefined;
}

/** A ledger has, at the least, who owes, when, and how much. */
function hasRequired(
  file: string,
  line: number,
  headings: readonly string[],
  columns: ReadonlyMap<Field, unknown>,
  diagnostics: Diagnostics,
): boolean {
  const needs: readonly { any: readonly Field[]; what: string }[] = [
    { any: ['customer', 'name'], what: 'who owes' },
    { any: ['date', 'posted'], what: 'the day' },
    { any: ['amount', 'debit', 'credit', 'open_amount'], what: 'the amount' },
  ];
  const missing = needs.filter((need) => !need.any.some((field) => columns.has(field)));
  const why = `the headings are ${quoted(headings)}`;
  if (missing.length === needs.length) {
    diagnostics.add({
      code: 'heading-missing',
      file,
      line,
      what: 'this line holds none of the headings a ledger needs: who owes, the day, the amount',
      why,
      fix:
        otherMark(headings) ??
        'take away what stands above the headings, or name them: --map customer=HEADING --map date=HEADING …',
    });
    return false;
  }
  for (const need of missing) {
    diagnostics.add({
      code: 'heading-missing',
      file,
      line,
      what: `no column says ${need.what} (${need.any.join(' or ')})`,
      why,
      fix: `name the column: --map ${need.any[0]}=HEADING`,
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
  const near = nearest(sameHeading(wanted), folded.keys()).map((heading) => `"${folded.get(heading)}"`);
  return near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'name one of the headings';
}

function quoted(headings: readonly string[]): string {
  const shown = headings.slice(0, 20).map((heading) => `"${heading.slice(0, 40)}"`);
  return shown.join(', ') + (headings.length > 20 ? ` and ${headings.length - 20} more` : '');
}
