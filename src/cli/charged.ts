// What was charged before for a document (--charged)? The rows of the table by customer and number, added up; an indemnity is in the currency its law names.
import { exponentOf } from '../core/currency.ts';
import type { Law } from '../law/law.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Charged } from '../measures/charged-before.ts';
import type { ChargedField } from '../read/tables/charged.ts';

export function chargedIn(
  table: SideTable<ChargedField> | undefined,
  { customers }: Ledger,
  lawOf: (customer: number) => Law | undefined,
): (customer: number, document: string) => Charged | undefined {
  if (table === undefined) return () => undefined;
  const rows = new Map<string, { interest: number; indemnity: (law: Law) => number }>();
  for (let row = 0; row < table.count; row++) {
    const key = keyOf(table.text('customer', row), table.text('document', row));
    const before = rows.get(key);
    const indemnity = table.amount('indemnity', row) ?? 0;
    // Written in the currency of its law, and read at the scale of the row's.
    const scaled = ({ indemnity: { currency } }: Law): number =>
      indemnity * 10 ** Math.max(0, exponentOf(currency) - exponentOf(table.currency(row)));
    rows.set(key, {
      interest: (before?.interest ?? 0) + (table.amount('interest', row) ?? 0),
      indemnity: (law) => (before?.indemnity(law) ?? 0) + scaled(law),
    });
  }
  return (customer, document) => {
    const law = lawOf(customer);
    const found = document === '' ? undefined : rows.get(keyOf(customers.id(customer), document));
    return found === undefined || law === undefined ? undefined : { interest: found.interest, indemnity: found.indemnity(law) };
  };
}

function keyOf(customer: string, document: string): string {
  return `${customer}\0${document}`;
}
