// Which decisions are of claims of which nothing is open any more? They write nothing down, and whoever took them may think otherwise.
import { isoDay } from '../core/day.ts';
import { counted, listed } from '../core/plural.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { DecisionField } from '../read/tables/decisions.ts';
import { claimNumbers } from './claim-numbers.ts';
import type { Input } from './command.ts';
import { placeIn } from './place-in-table.ts';

type Decided = { readonly customer: number; readonly document: string; readonly at: number };

/** `decided`: decisions in force, at a rate above 0 %; `document` is '' for one of all that a customer owes. */
export function tellSettled(decided: readonly Decided[], table: SideTable<DecisionField>, input: Input): void {
  const { book, asOf, chosen, diagnostics } = input;
  // What --where leaves out may be open.
  if (decided.length === 0 || chosen.leftOut > 0) return;
  const { ledger } = book;
  const { open } = book.at(asOf);
  const owed = new Set<string>();
  for (let row = 0; row < ledger.count; row++) {
    if ((open[row] as number) <= 0) continue;
    for (const document of ['', ...claimNumbers(ledger, row)]) owed.add(`${ledger.customer[row]}\0${document}`);
  }
  const isOwed = new Map<number, boolean>();
  for (const { customer, document, at } of decided) {
    isOwed.set(at, isOwed.get(at) === true || owed.has(`${customer}\0${document}`));
  }
  const settled = [...isOwed].flatMap(([at, is]) => (is ? [] : [at])).sort((a, b) => a - b);
  const [first] = settled;
  if (first === undefined) return;
  diagnostics.add({
    code: 'decision-settled',
    ...placeIn(table, table.text('document', first) === '' ? 'customer' : 'document', first),
    what: `${counted(settled.length, 'decision is', 'decisions are')} of claims of which nothing is open on ${isoDay(asOf)}: ${listed(settled, (at) => `${table.text('customer', at)} ${table.text('document', at)}`.trim())}`,
    why: 'what is paid or written off needs no write-down, and what was written down of it is released',
    fix: 'nothing, if it is paid; else check the document, and what settled it: ar explain DOCUMENT',
  });
}
