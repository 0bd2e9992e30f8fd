// Step 2b of settlement: a lettered credit that found no debit paid an item of an earlier year, which stands in the customer's opening as one lump; so did
// a credit without a letter or a reference, when it is exactly what is left of that lump (rules §5, 3b).

import { gather } from '../core/gather.ts';
import { kindCode } from '../ledger/kind.ts';
import { column } from '../ledger/ledger.ts';
import type { Desk } from './desk.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';

const OPENING = kindCode('opening');

export function settleByOpening(desk: Desk): void {
  const { ledger } = desk;
  // Most ledgers have none, which a look at one byte a row tells.
  if (ledger.kind.subarray(0, ledger.count).indexOf(OPENING) < 0) return;
  const lumps = openingsByOwner(desk);
  if (lumps.size === 0) return;
  const letters = column(ledger, 'letter')?.codes;
  const reference = column(ledger, 'reference');
  const lettered: number[] = [];
  const bare: number[] = [];
  for (let row = 0; row < ledger.count; row++) {
    if ((desk.open[row] as number) >= 0 || ledger.kind[row] === OPENING || !lumps.has(ownerOf(desk, row))) continue;
    if (letters !== undefined && letters[row] !== 0) lettered.push(row);
    else if (reference === undefined || reference.isEmpty(row)) bare.push(row);
  }
  const first = firstPostedFirst(ledger);
  for (const credit of lettered.sort(first)) {
    for (const lump of lumps.get(ownerOf(desk, credit)) ?? []) desk.pair(lump, credit, 'opening');
  }
  for (const credit of bare.sort(first)) {
    const equal = (lumps.get(ownerOf(desk, credit)) ?? []).filter((lump) => desk.open[lump] === -(desk.open[credit] as number));
    if (equal.length === 1) desk.pair(equal[0] as number, credit, 'opening');
  }
}

/** Openings with something left, oldest due first, by customer and currency. */
function openingsByOwner(desk: Desk): Map<number, number[]> {
  const { ledger } = desk;
  const lumps = new Map<number, number[]>();
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.kind[row] !== OPENING || (desk.open[row] as number) <= 0) continue;
    gather(lumps, ownerOf(desk, row), row);
  }
  const order = oldestDueFirst(ledger);
  for (const rows of lumps.values()) rows.sort(order);
  return lumps;
}

function ownerOf({ ledger }: Desk, row: number): number {
  return (ledger.customer[row] as number) * 256 + (ledger.currency[row] as number);
}
