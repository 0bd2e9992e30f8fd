// What may stand in each column of a file, as far as it says who somebody is? By its field, else by its heading; of a column that nobody knows nothing is taken for
// harmless but amounts and days.
import type { Field } from '../../ledger/field.ts';
import { unbroken } from '../headings.ts';
import type { Understanding } from '../understanding.ts';

/**
 * `code`: one of few words (a status, a journal); `entry`: the number of an entry; `fixed`: kept whatever it says; `unknown`: anything.
 */
export type Role =
  | ('amount' | 'day' | 'rate' | 'sense' | 'currency' | 'kind' | 'terms' | 'code' | 'dispute' | 'letter' | 'account' | 'entry')
  | ('id' | 'name' | 'document' | 'label' | 'account-name' | 'journal-name' | 'unknown')
  | ('collector' | 'group' | 'entity' | 'assigned_to');

const OF_FIELDS: { readonly [field in Field]: Role } = {
  ...({ customer: 'id', name: 'name', kind: 'kind', document: 'document', reference: 'document', label: 'label' } as const),
  ...({ date: 'day', posted: 'day', due: 'day', settled_on: 'day', letter_day: 'day', terms: 'terms' } as const),
  ...({ amount: 'amount', debit: 'amount', credit: 'amount', base: 'amount', open_amount: 'amount' } as const),
  ...({ paid_amount: 'amount', net: 'amount', tax_amount: 'amount', tax_rate: 'rate', sense: 'sense' } as const),
  ...({ currency: 'currency', disputed: 'dispute', account: 'account', journal: 'code', status: 'code' } as const),
  ...({ payment_mode: 'code', country: 'code', letter: 'letter', collector: 'collector', group: 'group' } as const),
  ...({ entity: 'entity', assigned_to: 'assigned_to' } as const),
};

/** Columns that no field has a use for, unbroken. */
const OF_HEADINGS: { readonly [role in Role]?: readonly string[] } = {
  entry: ['ecriturenum', 'entryno', 'noecriture'],
  'journal-name': ['journallib', 'libellejournal', 'intitulejournal'],
  'account-name': ['comptelib', 'libellecompte', 'libelleducompte', 'libelledecompte', 'intituleducompte', 'intitulecompte'],
  day: ['validdate', 'daterglt', 'entrydate', 'datesaisie'],
  amount: ['montantdevise', 'soldeprogressif', 'soldecumule', 'runningbalance'],
  currency: ['idevise'],
  code: ['moderglt', 'natop', 'statut', 'status', 'codejournal'],
  id: ['idclient'],
};

/** The role of each column, those without a heading too. */
export function rolesOf({ headings, columns, running, width }: Understanding): readonly Role[] {
  const fields = new Map(columns.map(({ index, field }) => [index, OF_FIELDS[field]]));
  const named = new Map(
    Object.entries(OF_HEADINGS).flatMap(([role, names]) => names.map((name) => [name, role as Role] as const)),
  );
  return Array.from({ length: Math.max(headings.length, width.filled) }, (_, index): Role => {
    if (index === running?.index) return 'amount';
    return fields.get(index) ?? named.get(unbroken(headings[index] ?? '')) ?? 'unknown';
  });
}
