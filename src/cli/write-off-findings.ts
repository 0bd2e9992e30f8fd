// What is told of write-offs that are used, and of those that are not? A day after the closing, and decisions that nobody signed.
import { type Day, isoDay } from '../core/day.ts';
import { counted, listed } from '../core/plural.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { WriteOffField } from '../read/tables/write-offs.ts';
import type { Input } from './command.ts';
import { placeIn } from './place-in-table.ts';

type Table = SideTable<WriteOffField>;

function nameOf(table: Table, at: number): string {
  return `${table.text('customer', at)} ${table.text('document', at)}`.trim();
}

export function tellLater(later: readonly number[], asOf: Day, table: Table, diagnostics: Input['diagnostics']): void {
  const [first] = later;
  if (first === undefined) return;
  diagnostics.add({
    code: 'write-off-later',
    ...placeIn(table, 'day', first),
    what: `${counted(later.length, 'write-off is', 'write-offs are')} of a day after ${isoDay(asOf)}, and not in force: ${listed(later, (at) => nameOf(table, at))}`,
    fix: 'a loss is of the year in which it became certain: correct the day, or leave it for the next closing',
  });
}

export function tellUnsigned(inForce: readonly number[], table: Table, diagnostics: Input['diagnostics']): void {
  const unsigned = inForce.filter((at) => table.text('reason', at) === '' || table.text('decided_by', at) === '');
  const [first] = unsigned;
  if (first === undefined) return;
  diagnostics.add({
    code: 'decision-unsigned',
    ...placeIn(table, 'customer', first),
    what: `${counted(unsigned.length, 'write-off lacks', 'write-offs lack')} who decided it or why: ${listed(unsigned, (at) => nameOf(table, at))}`,
    why: 'a loss without a reason is not deducted, and an auditor asks who decided it',
    fix: 'fill reason and decided_by',
  });
}
