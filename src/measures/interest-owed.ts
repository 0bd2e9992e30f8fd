// What is owed of each late item, once each invoice has its indemnity and what was charged before is taken off?
import { currencyAt, type Ledger } from '../ledger/ledger.ts';
import { ChargedBefore, type ChargedKey, NOTHING_CHARGED } from './charged-before.ts';
import { documentOf, Indemnities, type LatePart } from './indemnity.ts';
import type { InterestItem, InterestRequest } from './interest-item.ts';

/** A claim that was late, before it is known which part of an invoice its indemnity goes with. */
export type Waiting = {
  readonly item: Omit<InterestItem, 'indemnity'>;
  readonly isListed: boolean;
  readonly parts: readonly LatePart[];
};

/** Items that are listed, in the order of the ledger. */
export function owedItems(
  ledger: Ledger,
  waiting: readonly Waiting[],
  { rate, charged: table }: InterestRequest,
): InterestItem[] {
  const byDue = waiting.toSorted((a, b) => a.item.due - b.item.due || a.item.row - b.item.row);
  const indemnity = indemnitiesOf(ledger, byDue, rate !== undefined);
  const before = table === undefined ? undefined : new ChargedBefore(table);
  const items: InterestItem[] = [];
  for (const { item, isListed, parts } of byDue) {
    const owed = indemnity.get(item) as number;
    // Whether it is shown or not, an item takes what was charged for it, so that nothing else does.
    const charged = before?.take(chargedKeys(ledger, item, parts), item.interest, owed) ?? NOTHING_CHARGED;
    // What is paid and cost nothing was no late item.
    const costNothing = item.principal === 0 && item.days === 0 && owed === 0;
    if (!isListed || costNothing) continue;
    items.push({ ...item, interest: item.interest - charged.interest, indemnity: owed - charged.indemnity, charged });
  }
  return items.sort((a, b) => a.row - b.row || a.due - b.due);
}

/** An indemnity goes with what is open of its invoice, else with the first part that was late: with one item, whichever items are asked for. */
function indemnitiesOf(ledger: Ledger, byDue: readonly Waiting[], byContract: boolean): ReadonlyMap<Waiting['item'], number> {
  const indemnities = new Indemnities(ledger, byContract);
  for (const { parts } of byDue) for (const part of parts) indemnities.add(part);
  const isOpen = ({ item }: Waiting): boolean => item.principal > 0;
  const found = new Map<Waiting['item'], number>();
  for (const { item, parts } of [...byDue.filter(isOpen), ...byDue.filter((one) => !isOpen(one))]) {
    found.set(
      item,
      parts.reduce((sum, part) => sum + indemnities.of(part, item.governed.law), 0),
    );
  }
  return found;
}

/** Its own number, then those of the documents it came of; each with its due day first. */
function chargedKeys(ledger: Ledger, { row, due }: Waiting['item'], parts: readonly LatePart[]): ChargedKey[] {
  const customer = ledger.customers.id(ledger.customer[row] as number);
  const currency = currencyAt(ledger, ledger.currency[row] as number);
  const documents = new Set([row, ...parts.map(({ invoice }) => invoice)].map((one) => documentOf(ledger, one)));
  return [...documents].flatMap((document): ChargedKey[] => [
    { customer, document, currency, due },
    ...(document === '' ? [] : [{ customer, document, currency, due: undefined }]),
  ]);
}
