// Is a column of a table beside the ledger known by the headings that a ledger's column of the same is known by?
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { mapHeadings } from '../../src/read/headings.ts';
import { LEDGER_HEADINGS } from '../../src/read/ledger-headings.ts';
import type { TableSpec } from '../../src/read/table-spec.ts';
import { ALLOWANCES } from '../../src/read/tables/allowances.ts';
import { CHARGED } from '../../src/read/tables/charged.ts';
import { CUSTOMERS } from '../../src/read/tables/customers.ts';
import { DECISIONS } from '../../src/read/tables/decisions.ts';
import { DOCUMENTS } from '../../src/read/tables/documents.ts';
import { HISTORY } from '../../src/read/tables/history.ts';
import { LEVELS_REACHED } from '../../src/read/tables/levels.ts';
import { ORDERS } from '../../src/read/tables/orders.ts';
import { PLAN } from '../../src/read/tables/plan.ts';
import { PROMISES } from '../../src/read/tables/promises.ts';
import { RECOVERIES } from '../../src/read/tables/recoveries.ts';
import { SALES } from '../../src/read/tables/sales.ts';
import { WRITE_OFFS } from '../../src/read/tables/write-offs.ts';

/** Which field each heading is, as `field: heading`; or what is told. */
function read(spec: unknown, ...headings: string[]): string[] {
  const diagnostics = new Diagnostics();
  const columns = mapHeadings(spec as TableSpec<string>, { file: 't', line: 1, headings, diagnostics });
  if (columns === undefined) return diagnostics.kept.map(({ code, what }) => `${code} ${what}`);
  return columns.map(({ field, heading }) => `${field}: ${heading}`);
}

const OF_CUSTOMERS = [
  ALLOWANCES,
  CHARGED,
  DECISIONS,
  HISTORY,
  LEVELS_REACHED,
  ORDERS,
  PLAN,
  PROMISES,
  RECOVERIES,
  SALES,
  WRITE_OFFS,
];
const OF_DOCUMENTS = [CHARGED, DECISIONS, HISTORY, LEVELS_REACHED, PROMISES, RECOVERIES, WRITE_OFFS];

/** Names of fields without which a table says nothing. */
const needed = ({ needs }: TableSpec<string>): string[] =>
  needs.map((need) => need.any).flatMap((names) => (names.includes('customer') ? [] : names.slice(-1)));

const CUSTOMER = [
  ...['Client', 'Tiers', 'Compte', 'Compte client', 'N° compte', 'Account No', 'Debtor', 'Cust. No', 'CT_Num', 'Sold-to'],
  ...['Référence client', 'Code client'],
];
const DOCUMENT = ['pièce', 'facture', 'Invoice #', 'Bill No', 'number', 'num', 'Réf. pièce', 'invoice', 'n°'];

describe('a table of customers', () => {
  test.each(CUSTOMER)('has its ids under %s', (heading) => {
    expect(read(CUSTOMERS, heading, 'Ville')).toEqual([`id: ${heading}`, 'city: Ville']);
  });

  test.each([
    [['Code client', 'Client'], 'id: Code client', 'name: Client'],
    [['Compte', 'Client'], 'id: Compte', 'name: Client'],
    [['Client', 'Nom'], 'id: Client', 'name: Nom'],
    [['Client', 'Code client', 'Raison sociale'], 'id: Code client', 'name: Raison sociale'],
    [['Code client', 'Raison sociale', 'Nom'], 'id: Code client', 'name: Raison sociale'],
    // One that was understood before is, beside whatever else a ledger would take for it.
    [['N° client', 'Compte client', 'Sold-to'], 'id: N° client'],
    [['N° client', 'Nom', 'Contact name'], 'id: N° client', 'name: Nom', 'contact: Contact name'],
  ])('with %j has each under its own', (headings, ...fields) => {
    expect(read(CUSTOMERS, ...headings)).toEqual(fields);
  });

  test('with two weak names of ids asks which it is', () => {
    expect(read(CUSTOMERS, 'Tiers', 'Client')).toEqual(['heading-twice columns 1 (Tiers) and 2 (Client) both read as id']);
  });
});

describe.each(OF_CUSTOMERS.map((spec) => [spec.noun, spec as unknown as TableSpec<string>] as const))('%s', (_, spec) => {
  test.each(CUSTOMER)('says whose a row is under %s', (heading) => {
    expect(read(spec, heading, ...needed(spec))).toContain(`customer: ${heading}`);
  });

  test('takes the code of a customer, and leaves the name beside it', () => {
    expect(read(spec, 'Client', 'Code client', ...needed(spec))).toContain('customer: Code client');
  });
});

describe.each(OF_DOCUMENTS.map((spec) => [spec.noun, spec as unknown as TableSpec<string>] as const))('%s', (_, spec) => {
  test.each([...DOCUMENT.filter((one) => !['number', 'num', 'n°'].includes(one)), 'N° de la facture'])(
    'says of which document a row is under %s',
    (heading) => {
      expect(read(spec, 'customer', heading, ...needed(spec))).toContain(`document: ${heading}`);
    },
  );

  test('has no numbers of documents under a bare number, which may be the row’s own', () => {
    expect(read(spec, 'customer', 'document', 'N°', ...needed(spec))).not.toContain('document: N°');
  });
});

test('a table whose rows need no customer asks which of two columns says whose they are', () => {
  expect(read(SALES, 'Tiers', 'Client', 'mois', 'ttc')).toEqual([
    'heading-twice columns 1 (Tiers) and 2 (Client) both read as customer',
  ]);
});

test('every name of a customer and of a document in a ledger is one in each table', () => {
  const { customer = [], document = [] } = LEDGER_HEADINGS.synonyms;
  for (const spec of OF_CUSTOMERS as readonly unknown[] as readonly TableSpec<string>[]) {
    expect(customer.filter((name) => !read(spec, name, ...needed(spec)).includes(`customer: ${name}`))).toEqual([]);
  }
  for (const spec of OF_DOCUMENTS as readonly unknown[] as readonly TableSpec<string>[]) {
    expect(document.filter((name) => !read(spec, 'customer', name, ...needed(spec)).includes(`document: ${name}`))).toEqual([]);
  }
});

describe('a table of documents', () => {
  test.each(CUSTOMER)('says whose a row is under %s', (heading) => {
    expect(read(DOCUMENTS, heading, 'N° facture', 'Échéance')[0]).toBe(`customer: ${heading}`);
  });

  test.each([...DOCUMENT, 'N° facture'])('has its numbers under %s', (heading) => {
    expect(read(DOCUMENTS, heading, 'Échéance')[0]).toBe(`document: ${heading}`);
  });

  test.each([
    [['Code client', 'Client', 'N° facture', 'Échéance'], 'customer: Code client', 'name: Client'],
    [['Compte', 'Client', 'N° facture', 'Échéance'], 'customer: Client'],
    [['Raison sociale', 'N° facture', 'Échéance'], 'name: Raison sociale'],
    [['Code client SAP', 'N° facture', 'Échéance'], 'customer: Code client SAP'],
  ])('with %j says whose a row is', (headings, ...fields) => {
    expect(read(DOCUMENTS, ...headings).filter((one) => /^(customer|name)/.test(one))).toEqual(fields);
  });

  test('with two weak names of customers asks which it is', () => {
    expect(read(DOCUMENTS, 'Tiers', 'Client', 'N° facture', 'Échéance')).toEqual([
      'heading-twice columns 1 (Tiers) and 2 (Client) both read as customer',
    ]);
  });

  test.each(['date', 'Date facture', 'Document Date', 'Date pièce'])('may say the day of a document under %s', (heading) => {
    expect(read(DOCUMENTS, 'document', heading, 'due')).toContain(`date: ${heading}`);
  });
});
