// Does a line of headings belong to a report of ours, written for a machine or a spreadsheet? Then its columns have fields by the words the report shows, which
// would leave a doubt in another file: `Nature` and `Open` say many things elsewhere.
import type { Field } from '../ledger/field.ts';
import { type HeadingSpec, sameHeading } from './headings.ts';
import { LEDGER_HEADINGS } from './ledger-headings.ts';

/** The headings of `ar age --detail` that are not names of fields: keys, English and French words, folded. */
const ITEMS: { readonly [field in Field]?: readonly string[] } = {
  customer: ['client'],
  name: ['nom'],
  currency: ['cur', 'dev'],
  kind: ['nature'],
  document: ['piece'],
  due: ['echeance'],
  amount: ['montant'],
  open_amount: ['open', 'restant du'],
  disputed: ['en litige'],
};

/** Such a report has all of these, each under one of its names; they are worked out, so no field holds them. */
const WORKED_OUT: readonly (readonly string[])[] = [
  ['days late', 'retard'],
  ['bucket', 'tranche'],
  ['evidence', 'preuve'],
  ['flags', 'alertes'],
];

let itemHeadings: HeadingSpec<Field> | undefined;

/** Put together when there is such a report; one for all, because its names are looked up by it. */
function ofItems(): HeadingSpec<Field> {
  const { fields, synonyms } = LEDGER_HEADINGS;
  itemHeadings ??= {
    ...LEDGER_HEADINGS,
    synonyms: Object.fromEntries(fields.map((field) => [field, [...(synonyms[field] ?? []), ...(ITEMS[field] ?? [])]])),
  };
  return itemHeadings;
}

/** True for the headings of a report of ours: its amounts are signed, however few of its credits say so. */
export function isReport(headings: readonly string[]): boolean {
  const same = new Set(headings.map(sameHeading));
  return WORKED_OUT.every((names) => names.some((name) => same.has(name)));
}

/** The headings that a ledger with this line of headings can have; `others`: those of one that is no report. */
export function ledgerHeadings(headings: readonly string[], others: HeadingSpec<Field>): HeadingSpec<Field> {
  return isReport(headings) ? ofItems() : others;
}
