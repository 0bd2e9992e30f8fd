// Whose are rows that name no customer, where a report names each once, on a line of its own above them (grand livre, Xero, QuickBooks)? Decided once for
// the file: its rows say nothing of who owes, and such a line comes before them.
import { fold } from '../core/fold.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import { filledOf, type RowSorts } from './row-sorts.ts';
import type { SampleRecord } from './sample.ts';

export type NamedAbove = { readonly id: string; readonly name: string };

/** What introduces a customer and is no part of its name: behind it stands a colon, or an account of customers. */
export const INTRODUCES =
  /^(?:n[°ºo]\.?\s*(?:de |du )?)?(?:comptes?|clients?|tiers|intitul[ée]|nom|customers?|accounts?|debtors?|name)\s*(?:n[°ºo]\.?)?\s*(?::\s*|(?<=\s)(?=41\d))/i;

/** True when more than half of the rows with a day name nobody, and a line that could name somebody comes before the first of them. */
export function customersStandAbove(rows: Iterable<SampleRecord>, sorts: RowSorts, columns: readonly LedgerColumn[]): boolean {
  const who = columns.filter(({ field }) => field === 'customer' || field === 'name');
  let [posted, without, named] = [0, 0, false];
  for (const { cells } of rows) {
    if (!sorts.hasDay(cells)) {
      if (posted === 0 && sorts.of(cells) === 'name') named = true;
      continue;
    }
    posted++;
    if (who.every(({ index }) => (cells[index] ?? '').trim() === '')) without++;
  }
  return named && without * 2 > posted;
}

/** Who a line names: an id and a name where it holds both, in two cells or parted by a dash, a colon or a space behind an id with digits. */
export function namedOn(cells: readonly string[]): NamedAbove {
  // A balance beside the name is no name; an id may be digits.
  const texts = filledOf(cells).flatMap(({ text }) => (/^[-+(]?\d[\d\s]*[.,]\d\d\)?$/.test(text) ? [] : [text]));
  const [first = '', second] = texts.map((text) => text.replace(INTRODUCES, '').trim());
  if (second !== undefined && second !== '') return { id: first, name: second };
  const both = idAndName(first);
  return both === undefined ? { id: first, name: first } : { id: both.id, name: both.name.replace(INTRODUCES, '') };
}

/** The id and the name a text holds, and what parts them; undefined where it is a name. */
export function idAndName(text: string): { readonly id: string; readonly between: string; readonly name: string } | undefined {
  const [, id, between, name] = /^(\S*\d\S*)(\s+[-–:]\s*|\s*[–:]\s*|\s+)(\S.*)$/.exec(text) ?? [];
  if (id === undefined || between === undefined || name === undefined) return undefined;
  // A name may begin with a number (3 Suisses): only an account, or what a mark parts, is an id.
  return /^41\d/.test(id) || /^\S+\s*[-–:]\s/.test(text) ? { id, between, name } : undefined;
}

/** True when a total's label is of this customer. */
export function isOf(label: string, { id, name }: NamedAbove): boolean {
  return label !== '' && [id, name, `${id} ${name}`, `${id} - ${name}`].some((text) => fold(text) === label);
}
