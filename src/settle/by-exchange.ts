// Step 4b of settlement, in the books' currency alone: a difference of exchange closes what payment left there of the document it names, or of those it
// is lettered with. It is nothing in their own currency, so no step before has seen it; before they are paid it is a claim of its own (case A10).
import { gather } from '../core/gather.ts';
import { holdsKind, kindCode } from '../ledger/kind.ts';
import { column } from '../ledger/ledger.ts';
import { letterGroups } from '../ledger/letter-groups.ts';
import type { TextColumn } from '../ledger/text-column.ts';
import type { Desk } from './desk.ts';
import { letteredOn } from './letter-acts.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';

const FX = kindCode('fx');

/** `asKnown`: a letter put after the day is not known yet. */
export function settleByExchange(desk: Desk, asKnown: boolean): void {
  const { ledger, base } = desk;
  if (base === undefined || !holdsKind(ledger, FX)) return;
  const differences: number[] = [];
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.kind[row] === FX && ledger.amount[row] === 0 && base[row] !== 0) differences.push(row);
  }
  if (differences.length === 0) return;
  differences.sort(firstPostedFirst(ledger));
  const customers = new Set(differences.map((row) => ledger.customer[row] as number));
  const paid: number[] = [];
  for (let row = 0; row < ledger.count; row++) {
    const isPaid = ledger.amount[row] !== 0 && desk.open[row] === 0 && desk.exists(row);
    if (isPaid && customers.has(ledger.customer[row] as number)) paid.push(row);
  }
  paid.sort(oldestDueFirst(ledger));
  settleNamed(desk, differences, paid);
  settleLettered(desk, differences, paid, letteredOn(desk, asKnown));
}

/** Documents of two days under one number leave a doubt, as everywhere. */
function settleNamed(desk: Desk, differences: readonly number[], paid: readonly number[]): void {
  const [document, reference] = [column(desk.ledger, 'document'), column(desk.ledger, 'reference')];
  if (document === undefined || reference === undefined) return;
  const days = daysOf(desk, document, new Set(differences.map((row) => keyOf(desk, row, reference))));
  const carrying = new Map<string, number[]>();
  for (const row of paid) if (!document.isEmpty(row)) gather(carrying, keyOf(desk, row, document), row);
  for (const difference of differences) {
    const key = keyOf(desk, difference, reference);
    if (reference.isEmpty(difference) || days.get(key)?.size !== 1) continue;
    for (const row of carrying.get(key) ?? []) desk.pairWorth(difference, row, 'reference');
  }
}

/** By number, the days of the documents that carry it, paid or not. */
function daysOf(desk: Desk, document: TextColumn, numbers: ReadonlySet<string>): Map<string, Set<number>> {
  const { ledger } = desk;
  const days = new Map<string, Set<number>>();
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.amount[row] === 0 || document.isEmpty(row) || !desk.exists(row)) continue;
    const key = keyOf(desk, row, document);
    if (numbers.has(key)) days.set(key, (days.get(key) ?? new Set()).add(desk.documentDay(row)));
  }
  return days;
}

/** Numbers go first, as they do within a letter. */
function settleLettered(
  desk: Desk,
  differences: readonly number[],
  paid: readonly number[],
  isLettered: (row: number) => boolean,
): void {
  const rows = [...differences, ...paid].filter((row) => desk.base?.[row] !== 0 && isLettered(row));
  for (const group of letterGroups(desk.ledger, desk.ledger.columns, rows)) {
    const targets = group.filter((row) => desk.ledger.amount[row] !== 0);
    for (const difference of group) {
      if (desk.ledger.amount[difference] !== 0) continue;
      for (const row of targets) desk.pairWorth(difference, row, 'letter');
    }
  }
}

/** A number is a customer's, in one currency. */
function keyOf({ ledger }: Desk, row: number, number: TextColumn): string {
  return `${ledger.customer[row]} ${ledger.currency[row]} ${number.at(row)}`;
}
