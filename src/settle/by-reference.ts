// Step 3 of settlement: a posting that names a document of the same customer and currency settles it, up to what is open.
// First credits that name debits (payments, credit notes), then debits that name credits (refunds, reversals).
//
// The column `reference` says outright which document is meant, so a number of any length counts here; the minimum of four
// characters is for references guessed from labels (rules §5, 4).

import { inStretches } from '../core/stretches.ts';
import { column } from '../ledger/ledger.ts';
import type { Desk } from './desk.ts';
import { Named } from './named.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';
import { ReferenceGroups } from './reference-groups.ts';

export function settleByReference(desk: Desk): void {
  const reference = column(desk.ledger, 'reference');
  const document = column(desk.ledger, 'document');
  if (reference === undefined || document === undefined) return;
  const named = new Named(reference, desk.open, desk.ledger.count);
  if (named.all === 0) return;
  const groups = new ReferenceGroups(desk.ledger, reference, document, desk.open, desk.posted, named);
  settleSide(desk, groups, -1);
  if (groups.debitSources) settleSide(desk, groups, 1);
}

/** `side` −1: sources that are credits settle targets that are debits; +1: the other way round. */
function settleSide(desk: Desk, groups: ReferenceGroups, side: 1 | -1): void {
  const order = { targets: oldestDueFirst(desk.ledger), sources: firstPostedFirst(desk.ledger) };
  const ambiguous = { count: 0, row: -1, first: 0 };
  const { answered, list } = groups.chains;
  inStretches(0, groups.chains.places, (from, to) => {
    const found = answered(from, to);
    if (found === 0) return;
    const others = desk.isBare ? settleBarePairs(desk, groups, side, found, list) : found;
    const count = settlePairs(desk, groups, side, others, list);
    for (let i = 0; i < count; i++) {
      groups.eachOf(list[i] as number, (sources, targets) => settleGroup(desk, sources, targets, side, order, ambiguous));
    }
  });
  const told = desk.facts.ambiguous;
  if (told.count === 0) told.row = ambiguous.row;
  told.count += ambiguous.count;
}

/**
 * Settles the pairs among the first `answered` places of a list, one posting that names one document, and writes the other places to the front. A row that
 * is a source of one place and a target of another has not the sign of both, so that it does not matter which pair is settled first.
 */
function settleBarePairs(desk: Desk, groups: ReferenceGroups, side: 1 | -1, answered: number, list: Int32Array): number {
  const { firsts } = groups.chains;
  const { debits, credits } = desk.pairLists;
  const [sources, targets] = side === -1 ? [credits, debits] : [debits, credits];
  let [others, pairs] = [0, 0];
  for (let i = 0; i < answered; i++) {
    const place = list[i] as number;
    const source = (firsts[place * 2] as number) - 1;
    const target = (firsts[place * 2 + 1] as number) - 1;
    if (source >= 0 && target >= 0 && groups.areOne(place, source, target)) {
      sources[pairs] = source;
      targets[pairs++] = target;
    } else list[others++] = place;
  }
  desk.pairAll(pairs, 'reference');
  return others;
}

/**
 * Settles the usual groups of the first `answered` places of a list, one posting that names one document, without a list of either. Writes the
 * places of others to the front of the list, and returns how many there are.
 */
function settlePairs(desk: Desk, groups: ReferenceGroups, side: 1 | -1, answered: number, list: Int32Array): number {
  const { firsts } = groups.chains;
  const { hashed } = groups;
  const { customer, currency } = desk.ledger;
  let count = 0;
  for (let i = 0; i < answered; i++) {
    const place = list[i] as number;
    const source = (firsts[place * 2] as number) - 1;
    const target = (firsts[place * 2 + 1] as number) - 1;
    if (source < 0 || target < 0) {
      if (!settleParts(desk, groups, place, side)) list[count++] = place;
    } else if (place >= hashed || (customer[source] === customer[target] && currency[source] === currency[target])) {
      settlePair(desk, source, target, side);
    }
  }
  return count;
}

/** Settles nothing where one of the two has not the sign of its side. */
function settlePair(desk: Desk, source: number, target: number, side: 1 | -1): void {
  if (side === -1) desk.pair(target, source, 'reference');
  else desk.pair(source, target, 'reference');
}

/** Rows of a place that are compared each with each. */
const FEW = 8;

/**
 * Settles a place of few rows where what names a document does not go beyond it: whatever the order, each is settled whole. False for
 * any other place, of which nothing is settled then.
 */
function settleParts(desk: Desk, groups: ReferenceGroups, place: number, side: 1 | -1): boolean {
  const { open } = desk;
  const { firsts, nextSource, nextTarget } = groups.chains;
  const firstSource = Math.abs(firsts[place * 2] as number);
  const firstTarget = Math.abs(firsts[place * 2 + 1] as number);
  let rows = 0;
  for (let target = firstTarget; target !== 0; target = nextTarget[target] as number) {
    // The signs differ, so what is left of the document comes nearer to zero with each part.
    let left = open[target - 1] as number;
    for (let source = firstSource; source !== 0; source = nextSource[source] as number) {
      if (++rows > FEW * FEW) return false;
      if (!groups.areOne(place, source - 1, target - 1)) continue;
      const part = open[source - 1] as number;
      if (part * side <= 0) return false;
      left += part;
    }
    if (left * side > 0) return false;
    for (let other = nextTarget[target] as number; other !== 0; other = nextTarget[other] as number) {
      if (groups.areOne(place, target - 1, other - 1)) return false;
    }
  }
  for (let target = firstTarget; target !== 0; target = nextTarget[target] as number) {
    for (let source = firstSource; source !== 0; source = nextSource[source] as number) {
      if (groups.areOne(place, source - 1, target - 1)) settlePair(desk, source - 1, target - 1, side);
    }
  }
  return true;
}

type Order = { readonly targets: (a: number, b: number) => number; readonly sources: (a: number, b: number) => number };

/** Sources of groups that were not settled, the row told of them, and the first row of its group: the one told is of the first group. */
type Ambiguous = { count: number; row: number; first: number };

/** Lists of rows, each the last row first. */
function settleGroup(
  desk: Desk,
  naming: readonly number[],
  carrying: readonly number[],
  side: 1 | -1,
  order: Order,
  ambiguous: Ambiguous,
): void {
  const sources = naming.filter((row) => (desk.open[row] as number) * side > 0);
  if (sources.length === 0) return;
  // What a document was is told by its amount, not by what is left of it: a paid one still makes its number ambiguous.
  const carried = carrying.filter((row) => (desk.ledger.amount[row] as number) * side < 0);
  const { targets, until } = firstDocument(desk, carried);
  const meant = sources.filter((row) => (desk.ledger.day[row] as number) < until);
  if (meant.length < sources.length) {
    const first = naming.at(-1) as number;
    if (ambiguous.count === 0 || first < ambiguous.first) {
      ambiguous.row = sources.findLast((row) => (desk.ledger.day[row] as number) >= until) as number;
      ambiguous.first = first;
    }
    ambiguous.count += sources.length - meant.length;
  }
  if (targets.length > 1) targets.sort(order.targets);
  if (meant.length > 1) meant.sort(order.sources);
  let s = 0;
  let t = 0;
  while (s < meant.length && t < targets.length) {
    const source = meant[s] as number;
    const target = targets[t] as number;
    if (side === -1) desk.pair(target, source, 'reference');
    else desk.pair(source, target, 'reference');
    if ((desk.open[source] as number) === 0) s++;
    if ((desk.open[target] as number) === 0) t++;
  }
}

/**
 * The rows of the document that carried the number first, and the posting day from which another one does too: who named it before cannot have meant that.
 * Rows of one number and one document day are instalments of one document; of two days, two documents with one number.
 */
function firstDocument(desk: Desk, rows: readonly number[]): { readonly targets: number[]; readonly until: number } {
  const posted = (row: number): number => desk.ledger.day[row] as number;
  let first = rows[0] ?? 0;
  for (const row of rows) if (posted(row) < posted(first)) first = row;
  const targets = rows.filter((row) => desk.documentDay(row) === desk.documentDay(first));
  let until = Number.POSITIVE_INFINITY;
  for (const row of rows) if (desk.documentDay(row) !== desk.documentDay(first)) until = Math.min(until, posted(row));
  // Of two that came on one day neither was first.
  return { targets, until: until > posted(first) ? until : Number.NEGATIVE_INFINITY };
}
