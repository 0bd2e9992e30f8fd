// Is a table beside the ledger read with a ledger's care? Headings in two languages, every kind of cell, and everything that is wrong, told.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Currency } from '../../src/core/currency.ts';
import { isoDay } from '../../src/core/day.ts';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import type { SideTable } from '../../src/ledger/side-table.ts';
import type { Forms } from '../../src/read/forms.ts';
import { sameHeading } from '../../src/read/headings.ts';
import { readTable } from '../../src/read/table.ts';
import type { TableSpec } from '../../src/read/table-spec.ts';
import { CUSTOMERS, type CustomerField } from '../../src/read/tables/customers.ts';
import { DOCUMENTS } from '../../src/read/tables/documents.ts';
import { bytesOf, sourceOf } from './both-readers.ts';

type Read = { readonly table: SideTable<CustomerField> | undefined; readonly told: readonly string[] };

async function read(text: string, piece = 1 << 16, forms?: Forms<CustomerField>): Promise<Read> {
  const diagnostics = new Diagnostics();
  const table = await readTable(
    CUSTOMERS,
    sourceOf('customers.csv', bytesOf(text), { piece }),
    'EUR' as Currency,
    diagnostics,
    forms,
  );
  return { table, told: diagnostics.kept.map((d) => `${d.code}@${d.line}:${d.column ?? ''} ${d.what}`) };
}

async function table(text: string): Promise<SideTable<CustomerField>> {
  const { table, told } = await read(text);
  expect(told).toEqual([]);
  return table as SideTable<CustomerField>;
}

test('each kind of cell is read as what its field holds', async () => {
  const t = await table(
    'id,type,terms,currency,credit_limit,insured_share,insured_basis,insured_until,vat_rate\n' +
      'C1,business,45 days end-of-month,EUR,10000.00,0.9,net,2026-12-31,0.20\n' +
      'C2,consumer,,JPY,5000,90 %,gross,,5.5 %\n',
  );
  expect([t.amount('credit_limit', 0), t.amount('credit_limit', 1)]).toEqual([1_000_000, 5000]);
  expect(t.ratio('insured_share', 0)).toEqual({ numerator: 9, denominator: 10 });
  expect(t.ratio('insured_share', 1)).toEqual({ numerator: 90, denominator: 100 });
  expect(t.ratio('vat_rate', 1)).toEqual({ numerator: 55, denominator: 1000 });
  expect(t.day('insured_until', 0)).toSatisfy((day: number) => isoDay(day as never) === '2026-12-31');
  expect([t.day('insured_until', 1), t.amount('group_limit', 0), t.text('terms', 1)]).toEqual([undefined, undefined, '']);
  expect([t.choice('type', 0), t.choice('type', 1), t.choice('insured_basis', 1)]).toEqual(['business', 'consumer', 'gross']);
  expect([t.currency(0), t.currency(1)]).toEqual(['EUR', 'JPY']);
});

test('amounts and days are read in the forms of the table', async () => {
  const forms: Forms<CustomerField> = { decimal: ',', days: new Map([['insured_until', 'dmy']]) };
  const { table: t, told } = await read(
    'id;credit_limit;insured_until\nC1;10 000,50;31/12/2026\nC2;1.000;1.2.26\n',
    1 << 16,
    forms,
  );
  expect(told).toEqual([]);
  expect([t?.amount('credit_limit', 0), t?.amount('credit_limit', 1)]).toEqual([1_000_050, 100_000]);
  expect([0, 1].map((row) => isoDay(t?.day('insured_until', row) as never))).toEqual(['2026-12-31', '2026-02-01']);
  const wrong = await read('id;credit_limit;insured_until\nC1;10000.50;2026-12-31\n', 1 << 16, forms);
  expect(wrong.told).toEqual([
    'amount-unreadable@2:2 credit_limit: not an amount',
    'day-unreadable@2:3 insured_until: not a day as 31/01/2026, the form of this column',
  ]);
});

test('French headings and words are known', async () => {
  const t = await table(
    'N° client;Raison sociale;Type client;Conditions de règlement;Plafond;Ville\nC1;Café;Particulier;45 jours fin de mois;100.00;Lyon\n',
  );
  expect([t.text('id', 0), t.text('name', 0), t.choice('type', 0), t.amount('credit_limit', 0), t.text('city', 0)]).toEqual([
    'C1',
    'Café',
    'consumer',
    10_000,
    'Lyon',
  ]);
});

test('the fixture of the project is read whole', async () => {
  const t = await table(readFileSync(new URL('../../fixtures/customers.csv', import.meta.url), 'utf8'));
  expect([t.count > 20, t.ratio('vat_rate', 0), t.others.length]).toEqual([true, { numerator: 20, denominator: 100 }, 0]);
});

test('a limit of nothing is told from no limit', async () => {
  const t = await table('id,credit_limit\nC1,0\nC2,\n');
  expect([t.amount('credit_limit', 0), t.amount('credit_limit', 1)]).toEqual([0, undefined]);
});

test('columns that are no field are kept by their heading, and blank lines are passed over', async () => {
  const t = await table('id,Région\nC1,Nord\n\n ,\nC2,Sud\n');
  expect([t.count, t.line(1)]).toEqual([2, 5]);
  expect(t.others.map(({ heading, text }) => [heading, text(1)])).toEqual([['Région', 'Sud']]);
});

test('everything that is wrong is told with its place, and no table is given', async () => {
  const { table, told } = await read(
    'id,type,vat_rate,credit_limit,insured_share,judgment_date\nC1,shop,20,1 00,2,2026-02-30\n,,,,,\nC1,,,,,\nC1,,,3,,\n',
  );
  expect(table).toBeUndefined();
  expect(told).toEqual([
    'cell-unreadable@2:2 type: not one of its values',
    'cell-unreadable@2:3 vat_rate: not a rate of tax',
    'amount-unreadable@2:4 credit_limit: not an amount',
    'cell-unreadable@2:5 insured_share: not a share of 1',
    'day-unreadable@2:6 judgment_date: the calendar has no such day',
    'row-twice@5:1 id: stands on line 4 already, and the two rows differ in credit_limit',
  ]);
});

test('a row that says once more what another says is told, and counts once', async () => {
  const { table, told } = await read('id,name,remark\nC1,Zinc,\nC1, Zinc ,\nC2,Étain,\nC1,Zinc,\n');
  expect(table?.count).toBe(2);
  expect(told).toEqual([
    'row-repeated@3:1 id: stands on line 2 already, with all that this row says: it counts once',
    'row-repeated@5:1 id: stands on line 2 already, with all that this row says: it counts once',
  ]);
});

test('rows of one key that differ in a column of no field contradict each other, too', async () => {
  const { table, told } = await read('id,name,remark\nC1,Zinc,\nC1,Zink,old\n');
  expect(table).toBeUndefined();
  expect(told).toEqual(['row-twice@3:1 id: stands on line 2 already, and the two rows differ in name, remark']);
});

test.each([
  ['name\nCafé\n', 'heading-missing@1: no column says which customer a row is of (id)'],
  ['id,name\n,Café\n', 'cell-missing@2:1 id: is empty'],
  ['id,customer id,customer no\nC1,C2,C3\n', undefined],
  ['customer id,customer no\nC1,C2\n', 'heading-twice@1:2 columns 1 (customer id) and 2 (customer no) both read as id'],
  ['', 'file-empty@undefined: the file is empty'],
  ['\n\n', 'file-empty@undefined: the file holds no headings'],
])('%j tells %j', async (text, told) => {
  expect((await read(text)).told).toEqual(told === undefined ? [] : [told]);
});

test('the pieces its bytes come in change nothing', async () => {
  const text = '\ufeffid;name;terms\nC1;"Café; du\nPort";30 fdm\nC2;Ünal;\n';
  const whole = (await read(text)).table;
  for (const piece of [1, 2, 3, 7]) {
    const t = (await read(text, piece)).table;
    expect([0, 1].map((row) => (['id', 'name', 'terms'] as const).map((f) => t?.text(f, row)))).toEqual(
      [0, 1].map((row) => (['id', 'name', 'terms'] as const).map((f) => whole?.text(f, row))),
    );
  }
  expect(whole?.text('name', 0)).toBe('Café; du\nPort');
});

describe.each([CUSTOMERS, DOCUMENTS] as readonly TableSpec<string>[])('the other names of $noun', ({ fields, synonyms }) => {
  const all = fields.flatMap((field) => [sameHeading(field), ...(synonyms[field] ?? [])]);

  test('are one field’s each', () => {
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
  });

  test('are spelt as headings are compared', () => {
    expect(all.filter((name) => name !== sameHeading(name))).toEqual([]);
  });
});

test.each([
  ...['Conditions de paiement', 'Condition de règlement', 'Délai de règlement', 'Conditions', 'Modalités de paiement'],
  'Payment terms',
])('the terms of customers and of documents may be called %j', async (heading) => {
  expect((await table(`id,${heading}\nC1,30 jours\n`)).text('terms', 0)).toBe('30 jours');
  const documents = await readTable(
    DOCUMENTS,
    sourceOf('d', bytesOf(`document,${heading}\nF1,30 jours\n`), { piece: 99 }),
    'EUR' as Currency,
    new Diagnostics(),
  );
  expect(documents?.text('terms', 0)).toBe('30 jours');
});
