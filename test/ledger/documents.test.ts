// What does a table of documents give to the ledger it stands beside, and of which rows does it speak?
import { describe, expect, test } from 'vitest';
import type { Currency } from '../../src/core/currency.ts';
import { isoDay, NO_DAY } from '../../src/core/day.ts';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import type { Engine } from '../../src/read/file-reading.ts';
import { type ReadResult, readLedger } from '../../src/read/read-ledger.ts';
import { readTable } from '../../src/read/table.ts';
import { DOCUMENTS } from '../../src/read/tables/documents.ts';
import { bytesOf, sourceOf } from '../read/both-readers.ts';

const EUR = 'EUR' as Currency;

type Read = Pick<ReadResult, 'ledger' | 'documentFacts'> & { readonly told: readonly string[] };

async function readWith(ledger: string | readonly string[], documents: string, engine?: Engine): Promise<Read> {
  const diagnostics = new Diagnostics();
  const table = await readTable(DOCUMENTS, sourceOf('d', bytesOf(documents), { piece: 1 << 16 }), EUR, diagnostics);
  const sources = [ledger].flat().map((text, i) => sourceOf(`l${i + 1}`, bytesOf(text), { piece: 1 << 16 }));
  const columns = (['document', 'reference', 'disputed', 'assigned_to', 'terms', 'entity', 'line', 'date'] as const).slice();
  const request = { columns, map: new Map(), currency: EUR, documents: table, engine };
  const { documentFacts, ledger: read } = await readLedger(sources, request, diagnostics);
  return { documentFacts, ledger: read, told: diagnostics.kept.map(({ code }) => code) };
}

/** Number, due day and what is disputed of each row. */
function rowsOf({ ledger: { count, due, columns } }: Read): string[] {
  const day = (row: number): string => (due[row] === NO_DAY ? '-' : isoDay(due[row] as never));
  return Array.from({ length: count }, (_, row) =>
    [columns.document?.at(row), day(row), ...(columns.disputed === undefined ? [] : [columns.disputed[row]])].join(' '),
  );
}

describe('a due day of the table', () => {
  test.each([
    ...(['invoice', 'bill', 'charge', 'opening', 'returned', 'retention', 'other'] as const).map((kind) => [kind, '1.00', true]),
    ...(['credit_note', 'advance', 'opening', 'other'] as const).map((kind) => [kind, '-1.00', true]),
    // What settles a document is none, though it may carry its number.
    ...(['payment', 'write_off', 'discount', 'transfer', 'fx'] as const).map((kind) => [kind, '-1.00', false]),
    ...(['payment', 'refund', 'transfer'] as const).map((kind) => [kind, '1.00', false]),
  ] as const)('of a posting of kind %s and %s is taken: %s', async (kind, amount, taken) => {
    const ledger = `customer,document,kind,date,amount\nC1,F1,${kind},2026-06-01,${amount}\n`;
    const read = await readWith(ledger, 'document,due\nF1,2026-07-15\n');
    expect(rowsOf(read)).toEqual([`F1 ${taken ? '2026-07-15' : '-'}`]);
  });

  test('is the same whichever reader read the ledger', async () => {
    const ledger =
      'customer,document,date,amount\nC1,F1,2026-06-01,1.00\nC1,"n° ""7"", bis",2026-06-01,1.00\nC2,F1,2026-06-01,1.00\n';
    const documents = 'customer,document,due\nC2,F1,2026-07-01\nC1,F1,2026-07-02\nC1,"n° ""7"", bis",2026-07-03\n';
    const swift = await readWith(ledger, documents);
    expect(rowsOf(swift)).toEqual(['F1 2026-07-02', 'n° "7", bis 2026-07-03', 'F1 2026-07-01']);
    expect(rowsOf(await readWith(ledger, documents, 'careful'))).toEqual(rowsOf(swift));
  });

  test('finds its document among more series of numbers than there are codes for', async () => {
    const numbers = Array.from({ length: 600 }, (_, i) => `S${String.fromCharCode(65 + (i % 26))}${i}-${i % 10}`);
    const ledger = `customer,document,date,amount\n${numbers.map((n) => `C1,${n},2026-06-01,1.00\n`).join('')}`;
    const documents = `document,due\n${numbers
      .toReversed()
      .map((n, i) => `${n},2026-07-${String(1 + (i % 28)).padStart(2, '0')}\n`)
      .join('')}`;
    const read = await readWith(ledger, documents);
    expect([read.documentFacts?.byDay, read.told]).toEqual([600, []]);
    expect(rowsOf(read)[599]).toBe(`${numbers[599]} 2026-07-01`);
  });

  test('of a document in several files is taken in each', async () => {
    const file = 'customer,document,date,amount\nC1,F1,2026-06-01,1.00\n';
    expect(rowsOf(await readWith([file, file], 'document,due\nF1,2026-07-01\n'))).toEqual(['F1 2026-07-01', 'F1 2026-07-01']);
  });

  test('is not told to differ where the ledger has it among others: instalments', async () => {
    const ledger = 'customer,document,date,due,amount\nC1,F1,2026-06-01,2026-07-01,1.00\nC1,F1,2026-06-01,2026-08-01,1.00\n';
    expect((await readWith(ledger, 'document,due\nF1,2026-08-01\n')).told).toEqual([]);
    expect((await readWith(ledger, 'document,due\nF1,2026-09-01\n')).told).toEqual(['documents-differ']);
  });
});

describe('a row of the table', () => {
  const ledger = 'customer,document,date,amount\nC1,F1,2026-06-01,1.00\nC2,F1,2026-06-01,1.00\nC2,F2,2026-06-01,1.00\n';

  test('that names no customer speaks of the only one that has the number', async () => {
    expect(rowsOf(await readWith(ledger, 'document,due\nF2,2026-07-01\n'))).toEqual(['F1 -', 'F1 -', 'F2 2026-07-01']);
  });

  test('that names no customer speaks of nobody where two have the number', async () => {
    const read = await readWith(ledger, 'document,due\nF1,2026-07-01\n');
    expect([rowsOf(read), read.told]).toEqual([
      ['F1 -', 'F1 -', 'F2 -'],
      ['due-missing', 'documents-ambiguous'],
    ]);
  });

  test('that names no customer speaks of the one whom no other row names', async () => {
    const read = await readWith(ledger, 'customer,document,due\nC1,F1,2026-07-01\n,F1,2026-07-02\n');
    expect(rowsOf(read)).toEqual(['F1 2026-07-01', 'F1 2026-07-02', 'F2 -']);
  });

  test.each([
    ['C2,F2,2026-07-01', ',F2,2026-07-02'],
    [',F2,2026-07-02', 'C2,F2,2026-07-01'],
    [',F2,2026-07-01', 'C2,F2,2026-07-01'],
  ])('is one too many where %j and %j are of one document', async (one, other) => {
    expect((await readWith(ledger, `customer,document,due\n${one}\n${other}\n`)).told).toContain('row-twice');
  });

  test('that names no customer is none too many beside one that names a payment of this number', async () => {
    const paid = `${ledger}C1,P1,2026-06-01,-1.00\n`.replace('amount\n', 'amount,kind\n').replace(/(\d\.00)\n/g, '$1,\n');
    const read = await readWith(
      paid.replace('-1.00,', '-1.00,payment'),
      'customer,document,due\nC1,P1,2026-07-01\n,P1,2026-07-01\n',
    );
    expect(read.told).not.toContain('row-twice');
  });

  test('speaks of nobody where two entities have the customer and the number', async () => {
    const entities = 'entity,customer,document,date,amount\nA,C1,F1,2026-06-01,1.00\nB,C1,F1,2026-06-01,1.00\n';
    const read = await readWith(entities, 'customer,document,due\nC1,F1,2026-07-01\n');
    expect([rowsOf(read), read.told]).toEqual([
      ['F1 -', 'F1 -'],
      ['due-missing', 'documents-ambiguous'],
    ]);
  });

  test('does not speak of another spelling of its number or customer', async () => {
    const read = await readWith(ledger, 'customer,document,due\nc1,F1,2026-07-01\nC2,F02,2026-07-01\nC2,F2,2026-07-01\n');
    expect(rowsOf(read)).toEqual(['F1 -', 'F1 -', 'F2 2026-07-01']);
    expect(read.told).toContain('document-numbers-alike');
  });
});

describe('a row of the table that names its customer', () => {
  const ledger =
    'customer,name,document,date,amount\nC1,Dupont,F1,2026-06-01,1.00\nC2,Zinc,F1,2026-06-01,1.00\nC3,Zinc,F1,2026-06-01,1.00\nC3,Zinc,F2,2026-06-01,1.00\n';

  test.each([
    ['by id', 'Client;document;due\nC1;F1;2026-07-01\n', [1, 0, 0, 0], []],
    ['by name', 'Client;document;due\nDupont;F1;2026-07-01\n', [1, 0, 0, 0], []],
    ['by a name in a column of names', 'Raison sociale;document;due\nDupont;F1;2026-07-01\n', [1, 0, 0, 0], []],
    ['by the name of two, of whom one has the number', 'Client;document;due\nZinc;F2;2026-07-01\n', [0, 0, 0, 1], []],
    [
      'by the name of two who have the number',
      'Client;document;due\nZinc;F1;2026-07-01\n',
      [0, 0, 0, 0],
      ['documents-ambiguous'],
    ],
    ['by another spelling of a name', 'Client;document;due\nDUPONT;F1;2026-07-01\n', [0, 0, 0, 0], ['documents-unmatched']],
    [
      'by an id that nobody has, whatever its name',
      'id client;name;document;due\nC9;Dupont;F1;2026-07-01\n',
      [0, 0, 0, 0],
      ['documents-unmatched'],
    ],
  ])('%s speaks of him alone', async (_, table, given, told) => {
    const read = await readWith(ledger, table);
    expect(rowsOf(read).map((row) => Number(row.endsWith('2026-07-01')))).toEqual(given);
    expect(read.told.filter((code) => code !== 'due-missing')).toEqual(told);
  });

  test('by the id of one that is the name of another speaks of the first', async () => {
    const names = 'customer,name,document,date,amount\nC1,C2,F1,2026-06-01,1.00\nC2,C1,F1,2026-06-01,1.00\n';
    expect(rowsOf(await readWith(names, 'Client;document;due\nC1;F1;2026-07-01\n'))).toEqual(['F1 2026-07-01', 'F1 -']);
  });

  test('by id and name speaks of the name where the ledger has no ids', async () => {
    const names = 'name,document,date,amount\nDupont,F1,2026-06-01,1.00\nZinc,F1,2026-06-01,1.00\n';
    const read = await readWith(names, 'Code client;Client;document;due\nC1;Dupont;F1;2026-07-01\n');
    expect(rowsOf(read)).toEqual(['F1 2026-07-01', 'F1 -']);
  });
});

describe('a number that several postings of a customer carry', () => {
  const posted = (...rows: string[]): string =>
    `customer,document,kind,date,amount\n${rows.map((row) => `C1,7,${row}\n`).join('')}`;
  const two = posted('invoice,2026-01-15,1.00', 'invoice,2026-06-01,1.00');

  test.each(['charge,2026-06-01,1.00', 'credit_note,2026-06-01,-1.00', 'returned,2026-06-01,1.00', 'bill,2026-06-01,1.00'])(
    'is of one document where %s was posted under its invoice later',
    async (later) => {
      const read = await readWith(posted('invoice,2026-01-15,1.00', later), 'document,due\n7,2026-07-01\n');
      expect(rowsOf(read)).toEqual(['7 2026-07-01', '7 2026-07-01']);
    },
  );

  test('is of two where two invoices are of two days, whether or not the table names the customer', async () => {
    for (const table of ['document,due\n7,2026-07-01\n', 'customer,document,due\nC1,7,2026-07-01\n']) {
      const read = await readWith(two, table);
      expect([rowsOf(read), read.told]).toEqual([
        ['7 -', '7 -'],
        ['due-missing', 'documents-ambiguous'],
      ]);
    }
  });

  test('is of the one whose day the table says', async () => {
    const read = await readWith(two, 'document,date,due\n7,2026-06-01,2026-07-01\n');
    expect([rowsOf(read), read.told]).toEqual([['7 -', '7 2026-07-01'], ['due-missing']]);
  });

  test('leads to nobody’s document of another day', async () => {
    const read = await readWith(posted('invoice,2026-01-15,1.00'), 'document,date,due\n7,2025-01-15,2025-02-15\n');
    expect([rowsOf(read), read.told]).toEqual([['7 -'], ['due-missing', 'documents-differ']]);
  });

  test('is told apart by day where two customers have it, too', async () => {
    const ledger = 'customer,document,date,amount\nC1,7,2026-01-15,1.00\nC2,7,2026-06-01,1.00\n';
    const read = await readWith(ledger, 'document,date,due\n7,2026-06-01,2026-07-01\n7,2026-01-15,2026-02-01\n');
    expect([rowsOf(read), read.told]).toEqual([['7 2026-02-01', '7 2026-07-01'], []]);
  });

  test('gives each instalment of a document the same, whichever reader read the ledger', async () => {
    const ledger = posted('invoice,2026-06-01,1.00', 'invoice,2026-06-01,2.00');
    for (const engine of [undefined, 'careful'] as const) {
      const read = await readWith(ledger, 'document,date,due\n7,2026-06-01,2026-07-01\n', engine);
      expect(rowsOf(read)).toEqual(['7 2026-07-01', '7 2026-07-01']);
    }
  });

  test('is one row too many where a row without a day stands beside those of all of its documents', async () => {
    const read = await readWith(two, 'document,date,due\n7,2026-01-15,2026-02-01\n7,2026-06-01,2026-07-01\n7,,2026-08-01\n');
    expect(read.told).toContain('row-twice');
  });
});

describe('a dispute of the table', () => {
  const rows = (...cells: string[]): string =>
    `customer,document,date,due,amount,disputed\n${cells.map((c) => `C1,F1,2026-06-01,${c}\n`).join('')}`;
  const disputesOf = ({ ledger }: Read): number[] => [...(ledger.columns.disputed ?? []).slice(0, ledger.count)];

  test('lies on the same of two postings of one due day, wherever they stand in the file', async () => {
    const [invoice, charge] = ['C1,invoice,F1,2026-06-01,2026-07-01,100.00', 'C1,charge,F1,2026-06-01,2026-07-01,100.00'];
    const laid = async (...lines: string[]): Promise<number[]> =>
      disputesOf(
        await readWith(`customer,kind,document,date,due,amount\n${lines.join('\n')}\n`, 'document,disputed\nF1,55.00\n'),
      );
    expect(await laid(invoice, charge)).toEqual((await laid(charge, invoice)).reverse());
  });

  test('lies on what is due last, wherever it stands in the file', async () => {
    const [first, last] = ['2026-07-01,60.00,', '2026-08-01,40.00,'] as const;
    const said = 'document,disputed\nF1,55.00\n';
    expect(disputesOf(await readWith(rows(first, last), said))).toEqual([1500, 4000]);
    expect(disputesOf(await readWith(rows(last, first), said))).toEqual([4000, 1500]);
  });

  test('lies on instalments by terms as the ledger’s own does', async () => {
    const said = 'document,terms,disputed\nF1,50% 30 days; 50% 60 days,60.00\n';
    const own = await readWith(rows(',100.00,60.00'), 'document,terms\nF1,50% 30 days; 50% 60 days\n');
    const read = await readWith(rows(',100.00,'), said);
    expect(disputesOf(read)).toEqual([1000, 5000]);
    expect([rowsOf(read), disputesOf(read)]).toEqual([rowsOf(own), disputesOf(own)]);
  });

  test.each([
    ['', 'yes', -1, []],
    ['', 'non', 0, []],
    ['', '0.00', 0, []],
    ['yes', 'oui', -1, []],
    ['yes', '', -1, []],
    ['yes', 'no', -1, ['documents-differ']],
    ['5.00', '5', 500, []],
    ['5.00', '6', 500, ['documents-differ']],
    ['5.00', 'yes', 500, ['documents-differ']],
    // An empty cell and one that says no are the same to a ledger.
    ['no', 'yes', -1, []],
  ])('beside %j in the ledger, %j comes to %s', async (own, said, disputed, told) => {
    const read = await readWith(rows(`2026-07-01,9.00,${own}`), `document,disputed,net\nF1,${said},\n`);
    expect([disputesOf(read), read.told]).toEqual([[disputed], told]);
  });
});

test('French headings are known', async () => {
  const diagnostics = new Diagnostics();
  const text =
    'N° client;N° facture;Échéance;Délai de paiement;Litige;Cédé à;Devise;Montant HT;Montant TVA;Taux TVA\n' +
    'C1;F1;2026-07-01;45 jours fin de mois;oui;Factofrance;EUR;10.00;2.00;20 %\n';
  const table = await readTable(DOCUMENTS, sourceOf('d', bytesOf(text), { piece: 7 }), EUR, diagnostics);
  expect(diagnostics.kept).toEqual([]);
  expect(table?.columns.map(({ field }) => field)).toEqual([
    ...['customer', 'document', 'due', 'terms', 'disputed', 'assigned_to', 'currency', 'net', 'tax_amount', 'tax_rate'],
  ]);
});
