// What is told of a table of documents, once it has been laid beside the ledger?
import { type Day, isoDay } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted, listed } from '../core/plural.ts';
import type { Differing } from '../ledger/differences.ts';
import type { DocumentTable } from '../ledger/document-matches.ts';
import type { DocumentFacts } from '../ledger/documents.ts';
import { currencyAt, type Ledger, placeOf } from '../ledger/ledger.ts';

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
  const named = (at: number): string => nameOf(table.text('document', at), table.text('customer', at));
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
      what: `${counted(alike.size, 'document of this table may stand', 'documents of this table may stand')} in the ledger under another spelling, first here: ${listed(pairs, ([at, row]) => `${named(at)} is ${nameIn(ledger, row, table.text('customer', at) !== '')} there`)}`,
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
  for (const found of differing) tellDiffering(ledger, table, found, named, diagnostics);
}

/** Two rows of one document, of which one names its customer: which of the two is meant cannot be told, whatever they say. */
function tellTwice(table: DocumentTable, { twice }: DocumentFacts['matches'], diagnostics: Diagnostics): void {
  for (const { row, other } of twice) {
    const [first, second] = [row, other].sort((a, b) => a - b) as [number, number];
    diagnostics.add({
      code: 'row-twice',
      file: table.file,
      line: table.line(second),
      column: columnOf(table, 'document'),
      value: table.text('document', second),
      what: `document: line ${table.line(first)} speaks of it already; ${row === first ? 'that row' : 'this row'} names no customer, and only ${table.text('customer', other)} has this number`,
      why: 'which of the two is meant cannot be told',
      fix: 'take one of the two rows away, or name the customer it is of',
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

function nameOf(number: string, customer: string): string {
  return customer === '' ? number : `${number} of ${customer}`;
}

function nameIn({ columns, customers, customer }: Ledger, row: number, withCustomer: boolean): string {
  return nameOf(columns.document?.at(row) ?? '', withCustomer ? customers.id(customer[row] as number) : '');
}
