// Which documents does a table name that the ledger may hold under another spelling? Numbers are texts: nothing is taken for the same that is not,
// but numbers that differ by zeros or case only are proposed, of customers whose ids differ by no more than that.
import type { LedgerBuilder } from './builder.ts';
import { type DocumentMatches, type DocumentTable, isDocument } from './document-matches.ts';
import { ownerSaid } from './document-owners.ts';
import { coreOf } from './register.ts';
import { IN_ARENA } from './text-column.ts';

/** Rows of the table with a row of the ledger each, in the order of the ledger. */
export type Alike = ReadonlyMap<number, number>;

/** The same for numbers that differ by case or by zeros before digits only. */
export function spellingOf(number: string): string {
  return number.toUpperCase().replace(/(^|\D)0+(?=\d)/g, '$1');
}

export function documentsAlike(builder: LedgerBuilder, table: DocumentTable, { of, unknown }: DocumentMatches): Alike {
  const alike = new Map<number, number>();
  const { document } = builder.optional;
  if (document === undefined || unknown.length === 0) return alike;
  const bySpelling = new Map<string, number>();
  const endings = new Set<number>();
  for (const at of unknown) {
    const number = table.text('document', at);
    const customer = ownerSaid(table, at);
    bySpelling.set(`${customer === '' ? '' : coreOf(customer)}\0${spellingOf(number)}`, at);
    endings.add(endingOf(number));
  }
  const { own, customers } = builder;
  for (let row = 0; row < of.length; row++) {
    if (of[row] !== 0 || document.isEmpty(row) || !isDocument(builder, row)) continue;
    // Zeros leave the value of a number as it is: few texts are made.
    if (document.codes[row] !== IN_ARENA && !endings.has(document.numbers[row] as number)) continue;
    const spelling = spellingOf(document.at(row));
    const id = customers.id(own.customer[row] as number);
    const at = bySpelling.get(`${coreOf(id)}\0${spelling}`) ?? bySpelling.get(`\0${spelling}`);
    if (at !== undefined && !alike.has(at)) alike.set(at, row);
  }
  return alike;
}

/** What the last nine digits of a text say: as many as a number of a series has (series.ts). */
function endingOf(text: string): number {
  return Number(/\d{0,9}$/.exec(text)?.[0] ?? '');
}
