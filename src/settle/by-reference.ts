// Step 3 of settlement: a posting that names a document of the same customer and currency settles it, up to what is open.
// First credits that name debits (payments, credit notes), then debits that name credits (refunds, reversals).
//
// The column `reference` says outright which document is meant, so a number of any length counts here; the minimum of four
// characters is for references guessed from labels (rules §5, 4).
import { column } from '../ledger/ledger.ts';
import type { Desk } from './desk.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';
import { type ReferenceGroups, referenceGroups } from './reference-groups.ts';

export function settleByReference(desk: Desk): void {
  const reference = column(desk.ledger, 'reference');
  const document = column(desk.ledger, 'document');
  if (reference === undefined || document === undefined) return;
  const groups = referenceGroups(desk, reference, document);
  const order = { targets: oldestDueFirst(desk.ledger), sources: firstPostedFirst(desk.ledger) };
  for (const side of groups.debitSources ? ([-1, 1] as const) : ([-1] as const)) {
    for (let g = 0; g < groups.count; g++) {
      if (!settlePair(desk, groups, g, side)) settleGroup(desk, groups, g, side, order);
    }
  }
}

type Order = { readonly targets: (a: number, b: number) => number; readonly sources: (a: number, b: number) => number };

/** The usual group, one posting that names one document, without a list of either; false for any other. */
function settlePair(
  desk: Desk,
  { firstSource, firstTarget, nextSource, nextTarget }: ReferenceGroups,
  g: number,
  side: 1 | -1,
): boolean {
  const source = (firstSource[g] as number) - 1;
  const target = (firstTarget[g] as number) - 1;
  if (target < 0) return true;
  if (nextSource[source] !== 0 || nextTarget[target] !== 0) return false;
  const { amount } = desk.ledger;
  if ((desk.open[source] as number) * side <= 0 || (amount[target] as number) * side >= 0) return true;
  if (side === -1) desk.pair(target, source, 'reference');
  else desk.pair(source, target, 'reference');
  return true;
}

/** `side` −1: sources that are credits settle targets that are debits; +1: the other way round. */
function settleGroup(desk: Desk, groups: ReferenceGroups, g: number, side: 1 | -1, order: Order): void {
  const sources: number[] = [];
  for (let row = (groups.firstSource[g] as number) - 1; row >= 0; row = (groups.nextSource[row] as number) - 1) {
    if ((desk.open[row] as number) * side > 0) sources.push(row);
  }
  if (sources.length === 0) return;
  const targets: number[] = [];
  let ambiguous = false;
  for (let row = (groups.firstTarget[g] as number) - 1; row >= 0; row = (groups.nextTarget[row] as number) - 1) {
    // What a document was is told by its amount, not by what is left of it: a paid one still makes its number ambiguous.
    if ((desk.ledger.amount[row] as number) * side >= 0) continue;
    // Rows of one number and one day are instalments of one document; of two days, two documents with one number.
    if (targets.length > 0 && desk.documentDay(row) !== desk.documentDay(targets[0] as number)) ambiguous = true;
    targets.push(row);
  }
  if (ambiguous) {
    if (desk.facts.ambiguous.count === 0) desk.facts.ambiguous.row = Math.min(...sources.slice(0, 1000));
    desk.facts.ambiguous.count += sources.length;
    return;
  }
  if (targets.length > 1) targets.sort(order.targets);
  if (sources.length > 1) sources.sort(order.sources);
  let s = 0;
  let t = 0;
  while (s < sources.length && t < targets.length) {
    const source = sources[s] as number;
    const target = targets[t] as number;
    if (side === -1) desk.pair(target, source, 'reference');
    else desk.pair(source, target, 'reference');
    if ((desk.open[source] as number) === 0) s++;
    if ((desk.open[target] as number) === 0) t++;
  }
}
