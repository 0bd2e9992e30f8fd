// Step 3c of settlement: a lettered credit that found no debit paid an item of an earlier year, which stands in the customer's opening as one lump; so did
// a credit without a letter or a reference, when it is exactly what is left of that lump (rules §5, 3b). Nobody pays a lump before it is there. Where the books of
// that year are at hand, their own items stand in for the lump from the day it would have been brought forward on.

import { gather } from '../core/gather.ts';
import { holdsKind, kindCode } from '../ledger/kind.ts';
import { column, NO_AMOUNT } from '../ledger/ledger.ts';
import type { Desk } from './desk.ts';
import { letteredOn } from './letter-acts.ts';
import { Lumps } from './lumps.ts';
import { firstPostedFirst } from './order.ts';

const OPENING = kindCode('opening');

/** `asKnown`: a letter put after the day is not known yet. */
export function settleByOpening(desk: Desk, asKnown: boolean): void {
  const { ledger } = desk;
  const chained = ledger.broughtForward.size > 0;
  if (!chained && !holdsKind(ledger, OPENING)) return;
  const openings = new Map<number, number[]>();
  for (let row = 0; row < ledger.count; row++) {
    const isOne = ledger.kind[row] === OPENING || (chained && ledger.broughtForward.has(row));
    if (isOne && (desk.open[row] as number) > 0) gather(openings, ownerOf(desk, row), row);
  }
  if (openings.size === 0) return;
  const isLettered = letteredOn(desk, asKnown);
  const reference = column(ledger, 'reference');
  // What a row says is open of it is no guess.
  const said = column(ledger, 'open_amount');
  const saysOpen = (row: number): boolean => said !== undefined && said[row] !== NO_AMOUNT;
  const lettered = new Map<number, number[]>();
  const bare = new Map<number, number[]>();
  for (let row = 0; row < ledger.count; row++) {
    if ((desk.open[row] as number) >= 0 || ledger.kind[row] === OPENING || !openings.has(ownerOf(desk, row))) continue;
    if (isLettered(row)) gather(lettered, ownerOf(desk, row), row);
    else if ((reference === undefined || reference.isEmpty(row)) && !saysOpen(row)) gather(bare, ownerOf(desk, row), row);
  }
  const first = firstPostedFirst(ledger);
  for (const [owner, rows] of openings) {
    settleLettered(desk, new Lumps(desk, rows), lettered.get(owner)?.sort(first) ?? []);
    // An item of an earlier year is no lump: an equal amount says of it what it says of any other (without-evidence.ts).
    const lumps = chained ? rows.filter((row) => !ledger.broughtForward.has(row)) : rows;
    settleExact(desk, new Lumps(desk, lumps), bare.get(owner)?.sort(first) ?? []);
  }
}

function settleLettered(desk: Desk, lumps: Lumps, credits: readonly number[]): void {
  for (const credit of credits) {
    lumps.upTo(credit);
    for (let lump = lumps.first(); lump !== undefined && (desk.open[credit] as number) < 0; lump = lumps.first()) {
      desk.pair(lump, credit, 'opening');
    }
  }
}

function settleExact(desk: Desk, lumps: Lumps, credits: readonly number[]): void {
  for (const credit of credits) {
    lumps.upTo(credit);
    const lump = lumps.exactly(-(desk.open[credit] as number));
    if (lump !== undefined) desk.pair(lump, credit, 'opening');
  }
}

function ownerOf({ ledger }: Desk, row: number): number {
  return (ledger.customer[row] as number) * 256 + (ledger.currency[row] as number);
}
