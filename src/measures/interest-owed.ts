// What is owed of each late item, once each invoice has its indemnity and what was charged before is taken off?
import { gather } from '../core/gather.ts';
import { asTold } from '../ledger/as-told.ts';
import { currencyAt, type Ledger } from '../ledger/ledger.ts';
import { type Charged, ChargedBefore, type ChargedKey, type ChargedTable, NOTHING_CHARGED } from './charged-before.ts';
import { documentOf, Indemnities, type LatePart } from './indemnity.ts';
import type { InterestItem, InterestRequest } from './interest-item.ts';

/** A claim that was late, before it is known which part of an invoice its indemnity goes with. */
export type Waiting = {
  readonly item: Omit<InterestItem, 'indemnity'>;
  readonly isListed: boolean;
  readonly parts: readonly LatePart[];
};

/** Items that are listed, in the order of the ledger, which is that of `waiting`: items lie far from one another in memory, so they are met in the order in which they were made. */
export function owedItems(
  ledger: Ledger,
  waiting: readonly Waiting[],
  { rate, charged: table }: InterestRequest,
): InterestItem[] {
  const { owed, sharing } = indemnitiesOf(ledger, waiting, rate !== undefined);
  const charged = table === undefined ? undefined : chargedOf(ledger, waiting, owed, table);
  if (table !== undefined && charged !== undefined) takeOfOthers(ledger, waiting, owed, charged, { table, sharing });
  return waiting.flatMap(({ item, isListed }, i): InterestItem[] => {
    const own = owed[i] as number;
    // What is paid and cost nothing was no late item.
    const costNothing = item.principal === 0 && item.days === 0 && own === 0;
    if (!isListed || costNothing) return [];
    const before = charged?.[i] ?? NOTHING_CHARGED;
    // Money for what was charged is money for that, whether it is booked as such or not.
    const paidBeyond = Math.min(Math.max(0, item.paidBeyond - before.interest), item.interest - before.interest);
    const interest = item.interest - before.interest - paidBeyond;
    return [{ ...item, interest, paidBeyond, indemnity: own - before.indemnity, charged: before }];
  });
}

/** What was charged for an item before goes to the first due; whether it is shown or not, an item takes its own, so that nothing else does. */
function chargedOf(ledger: Ledger, waiting: readonly Waiting[], owed: Float64Array, table: ChargedTable): Charged[] {
  const before = new ChargedBefore(table);
  const charged: Charged[] = waiting.map(() => NOTHING_CHARGED);
  for (const i of byDue(ledger, waiting, [...waiting.keys()])) {
    const { item, parts } = waiting[i] as Waiting;
    charged[i] = before.take(chargedKeys(ledger, item, parts), item.interest, owed[i] as number);
  }
  return charged;
}

/**
 * An indemnity is of an invoice, and may have been charged with another part of it: an instalment that is paid since, the invoice of a bill. What nobody took of that is taken off where the indemnity
 * stands now.
 */
function takeOfOthers(
  ledger: Ledger,
  waiting: readonly Waiting[],
  owed: Float64Array,
  charged: Charged[],
  { table, sharing }: { readonly table: ChargedTable; readonly sharing: ReadonlyMap<number, readonly number[]> },
): void {
  const before = new ChargedBefore(table);
  for (const [i, others] of sharing) {
    const own = charged[i] as Charged;
    const left = (owed[i] as number) - own.indemnity;
    if (left <= 0) continue;
    const keys = others.flatMap((k) => chargedKeys(ledger, (waiting[k] as Waiting).item, (waiting[k] as Waiting).parts));
    charged[i] = { ...own, indemnity: own.indemnity + before.take(keys, 0, left).indemnity };
  }
}

type Owed = {
  /** By place among those that wait. */
  readonly owed: Float64Array;
  /** Of items whose invoice was late in several parts, all that share one with them. */
  readonly sharing: ReadonlyMap<number, readonly number[]>;
};

/** An indemnity goes with what is open of its invoice, else with the first part that was late: with one item, whichever items are asked for. */
function indemnitiesOf(ledger: Ledger, waiting: readonly Waiting[], byContract: boolean): Owed {
  const indemnities = new Indemnities(ledger, byContract);
  const places = waiting.map(({ parts }) => parts.map((part) => indemnities.add(part)));
  const owed = new Float64Array(waiting.length);
  const take = (i: number): void => {
    const { item, parts } = waiting[i] as Waiting;
    owed[i] = parts.reduce((sum, part, k) => sum + indemnities.of(part, places[i]?.[k] as number, item.governed.law), 0);
  };
  // Most invoices are late as a whole: which of the items comes first is a question of the others alone.
  const sharing: number[] = [];
  const sharedBy = new Map<number, number[]>();
  places.forEach((some, i) => {
    const shared = some.filter((place) => indemnities.isShared(place));
    if (shared.length === 0) take(i);
    else sharing.push(i);
    for (const place of shared) gather(sharedBy, place, i);
  });
  const isOpen = (i: number): boolean => (waiting[i] as Waiting).item.principal > 0;
  const ordered = byDue(ledger, waiting, sharing);
  for (const i of ordered.filter(isOpen)) take(i);
  for (const i of ordered.filter((one) => !isOpen(one))) take(i);
  const others = (i: number): number[] => (places[i] ?? []).flatMap((place) => sharedBy.get(place) ?? []);
  return { owed, sharing: new Map(ordered.map((i) => [i, others(i)])) };
}

/** Of those due on one day the first is told by what their postings say, as everywhere. */
function byDue(ledger: Ledger, waiting: readonly Waiting[], places: readonly number[]): number[] {
  const due = Int32Array.from(waiting, ({ item }) => item.due);
  const rows = Int32Array.from(waiting, ({ item }) => item.row);
  const told = asTold(ledger);
  return places.toSorted(
    (a, b) => (due[a] as number) - (due[b] as number) || told(rows[a] as number, rows[b] as number) || a - b,
  );
}

/** Its own number, then those of the documents it came of; each with its due day first. */
function chargedKeys(ledger: Ledger, { row, due }: Waiting['item'], parts: readonly LatePart[]): ChargedKey[] {
  const number = ledger.customer[row] as number;
  const [customer, entity] = [ledger.customers.id(number), ledger.customers.entity(number)];
  const currency = currencyAt(ledger, ledger.currency[row] as number);
  const documents = new Set([row, ...parts.map(({ invoice }) => invoice)].map((one) => documentOf(ledger, one)));
  return [...documents].flatMap((document): ChargedKey[] => [
    { entity, customer, document, currency, due },
    ...(document === '' ? [] : [{ entity, customer, document, currency, due: undefined }]),
  ]);
}
