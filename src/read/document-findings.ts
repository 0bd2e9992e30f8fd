// What is told of a table of documents, once it has been laid beside the ledger?
import { type Day, isoDay } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted, listed } from '../core/plural.ts';
import type { Differing } from '../ledger/differences.ts';
import type { DocumentMatches, DocumentTable } from '../ledger/document-matches.ts';
import { ownerSaid } from '../ledger/document-owners.ts';
import type { DocumentFacts } from '../ledger/documents.ts';
import { currencyAt, documentDays, type Ledger, placeOf } from '../ledger/ledger.ts';
import { turnsMeaning } from './heading-likeness.ts';
import { sameHeading } from './headings.ts';

/** `unread`: how many rows of the ledger were set aside, or that not even every file of it was read. What those hold is not known. */
export function tellDocuments(
  ledger: Ledger,
  table: DocumentTable,
  facts: DocumentFacts,
  unread: number | 'files',
  diagnostics: Diagnostics,
): void {
  const { matches, alike, differing } = facts;
  const { file } = table;
  const named = (at: number): string => nameOf(table.text('document', at), ownerSaid(table, at), table.text('date', at));
  const unknown = unread === 'files' ? [] : matches.unknown.filter((at) => !alike.has(at));
  tellTwice(table, matches, diagnostics);
  if (unknown.length === table.count && (unread === 0 || ledger.columns.document === undefined)) {
    diagnostics.add({
      code: 'documents-unmatched',
      file,
      what: 'no row of this table speaks of a document of the ledger',
      why:
        ledger.columns.document === undefined
          ? 'the ledger has no column document'
          : 'a row is of the document that carries its number, and of the customer it names',
      fix:
        ledger.columns.document === undefined
          ? 'name the column of the numbers: --map document=HEADING'
          : 'check that it is the table of this ledger',
    });
    return;
  }
  if (unknown.length > 0) {
    diagnostics.add({
      code: 'documents-unknown',
      file,
      line: table.line(unknown[0] as number),
      what: `${counted(unknown.length, 'row names a document', 'rows name documents')} ${unread === 0 ? 'the ledger does not hold' : 'that no readable row of the ledger holds'}, first here: ${listed(unknown, named)}`,
      ...(unread === 0
        ? {}
        : {
            why: `${unread === 1 ? '1 row of the ledger' : `${unread} rows of the ledger`} could not be read, and may hold them`,
          }),
    });
  }
  if (alike.size > 0) {
    const pairs = [...alike].sort(([a], [b]) => a - b);
    diagnostics.add({
      code: 'document-numbers-alike',
      file,
      line: table.line(pairs[0]?.[0] as number),
      what: `${counted(alike.size, 'document of this table may stand', 'documents of this table may stand')} in the ledger under another spelling, first here: ${listed(pairs, ([at, row]) => `${named(at)} is ${nameIn(ledger, row, ownerSaid(table, at) !== '')} there`)}`,
      why: 'two numbers that are not the same text are two documents, and nothing of these rows was used',
      fix: 'spell them alike in both files, if they are the same documents',
    });
  }
  if (matches.ambiguous.length > 0) {
    const [first] = matches.ambiguous;
    diagnostics.add({
      code: 'documents-ambiguous',
      file,
      line: table.line((first as (typeof matches.ambiguous)[number]).row),
      what: `${counted(matches.ambiguous.length, 'row names a number', 'rows name numbers')} that documents of several customers carry, first here: ${listed(
        matches.ambiguous,
        ({ row, customers: [a, b] }) => `${named(row)} is of ${ledger.customers.id(a)} and of ${ledger.customers.id(b)}`,
      )}`,
      why: 'which of the documents is meant would be a guess, and nothing of these rows was used',
      fix: 'name the customer of each row in a column customer',
    });
  }
  tellDays(ledger, table, matches, named, diagnostics);
  if (matches.matched > 0) tellWhose(table, diagnostics);
  for (const found of differing) tellDiffering(ledger, table, found, named, diagnostics);
}

/** Numbers that documents of several days carry, and days that no document of the number has. */
function tellDays(
  ledger: Ledger,
  table: DocumentTable,
  { undated, misdated }: DocumentMatches,
  named: (at: number) => string,
  diagnostics: Diagnostics,
): void {
  if (undated.length > 0) {
    diagnostics.add({
      code: 'documents-ambiguous',
      file: table.file,
      line: table.line(undated[0]?.row as number),
      what: `${counted(undated.length, 'row names a number', 'rows name numbers')} that a customer’s documents of several days carry, first here: ${listed(
        undated,
        ({ row, customer, days: [a, b] }) =>
          `${nameOf(table.text('document', row), ledger.customers.id(customer))} is of ${isoDay(a as Day)} and of ${isoDay(b as Day)}`,
      )}`,
      why: 'which of the documents is meant would be a guess, and nothing of these rows was used',
      fix: 'say the day of each document in a column date',
    });
  }
  if (misdated.length > 0) {
    const days = documentDays(ledger);
    diagnostics.add({
      code: 'documents-differ',
      file: table.file,
      line: table.line(misdated[0]?.row as number),
      column: columnOf(table, 'date'),
      what: `date: the ledger says another day of ${counted(misdated.length, 'document')}, first here: ${listed(
        misdated,
        ({ row, posting }) => `${named(row)} is of ${isoDay(days[posting] as Day)} on ${placeOf(ledger, posting)}`,
      )}`,
      why: 'a number of another day is another document, and nothing of these rows was used',
      fix: 'set right whichever of the two is wrong, or leave the date empty',
    });
  }
}

/** Words of headings that might say whose a document is. */
const WHOSE = new Set([
  ...['client', 'clients', 'tiers', 'customer', 'customers', 'debtor', 'debiteur', 'acheteur', 'buyer', 'payer', 'payeur'],
  ...['compte', 'account', 'auxiliaire', 'partner', 'partenaire', 'sold', 'bill', 'raison', 'denomination'],
]);

/** A table that may say whose its documents are, in a column of which that is not known. */
function tellWhose(table: DocumentTable, diagnostics: Diagnostics): void {
  if (table.has('customer') || table.has('name')) return;
  const column = table.others.find(({ heading }) => {
    const words = sameHeading(heading).split(' ');
    return words.some((word) => WHOSE.has(word)) && !turnsMeaning(words);
  });
  if (column === undefined) return;
  diagnostics.add({
    code: 'documents-ambiguous',
    file: table.file,
    column: column.index + 1,
    value: column.heading,
    what: 'no column says whose the documents are, and this one may',
    why: 'each row was taken to be of the only customer of the ledger who has its number',
    fix: 'name the column customer, if it holds ids or names of customers',
  });
}

/** Two rows of one document, of which one says more of it: which of the two is meant cannot be told, whatever they say. */
function tellTwice(table: DocumentTable, { twice }: DocumentMatches, diagnostics: Diagnostics): void {
  for (const { row, other } of twice) {
    const [first, second] = [row, other].sort((a, b) => a - b) as [number, number];
    const one = row === first ? 'that row' : 'this row';
    const [less, fix] =
      ownerSaid(table, row) === '' && ownerSaid(table, other) !== ''
        ? [`; ${one} names no customer, and only ${ownerSaid(table, other)} has this number`, ', or name the customer it is of']
        : table.text('date', row) !== table.text('date', other)
          ? [`; ${one} says ${table.text('date', row) || 'no day'}`, ', or say the day of the document it is of']
          : [' under another name of the customer', ''];
    diagnostics.add({
      code: 'row-twice',
      file: table.file,
      line: table.line(second),
      column: columnOf(table, 'document'),
      value: table.text('document', second),
      what: `document: line ${table.line(first)} speaks of it already${less}`,
      why: 'which of the two is meant cannot be told',
      fix: `take one of the two rows away${fix}`,
    });
  }
}

function tellDiffering(
  ledger: Ledger,
  table: DocumentTable,
  { field, count, at, row }: Differing,
  named: (at: number) => string,
  diagnostics: Diagnostics,
): void {
  const place = { file: table.file, line: table.line(at), column: columnOf(table, field === 'currency' ? 'disputed' : field) };
  const first = `${named(at)} on ${placeOf(ledger, row)}`;
  if (field === 'currency') {
    diagnostics.add({
      code: 'documents-differ',
      ...place,
      value: table.text('disputed', at),
      what: `disputed: ${counted(count, 'amount is', 'amounts are')} in another currency than the document; ${first} is in ${currencyAt(ledger, ledger.currency[row] as number)}; here in ${table.currency(at)}`,
      why: 'an amount says nothing of a document in another currency, and was not used',
      fix: 'say the currency of each row in a column currency',
    });
    return;
  }
  diagnostics.add({
    code: 'documents-differ',
    ...place,
    value: table.text(field, at),
    what: `${field}: the ledger says otherwise of ${counted(count, 'document')}; ${first}${saidThere(ledger, field, row)}; here`,
    why: 'what the ledger says goes first',
    fix: 'set right whichever of the two is wrong',
  });
}

function columnOf(table: DocumentTable, field: string): number | undefined {
  const column = table.columns.find((known) => known.field === field);
  return column === undefined ? undefined : column.index + 1;
}

function saidThere({ due, columns: { assigned_to } }: Ledger, field: Differing['field'], row: number): string {
  if (field === 'due') return `: ${isoDay(due[row] as Day)}`;
  return field === 'assigned_to' ? `: ${assigned_to?.dictionary.value(assigned_to.codes[row] as number)}` : '';
}

function nameOf(number: string, customer: string, date = ''): string {
  return [number, customer, date].filter((text) => text !== '').join(' of ');
}

function nameIn({ columns, customers, customer }: Ledger, row: number, withCustomer: boolean): string {
  return nameOf(columns.document?.at(row) ?? '', withCustomer ? customers.id(customer[row] as number) : '');
}
