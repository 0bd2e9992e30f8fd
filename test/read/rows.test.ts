// Does every row of a file become a posting or a finding, and never a part of another row? Whole texts are read, as a ledger.
import { describe, expect, it, test } from 'vitest';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import type { ColumnName } from '../../src/ledger/field.ts';
import { documentDays, type Ledger } from '../../src/ledger/ledger.ts';
import { type ReadResult, readLedger } from '../../src/read/read-ledger.ts';

type Read = ReadResult & { readonly told: readonly string[]; readonly rejected: readonly (readonly string[])[] };

const ALL: readonly ColumnName[] = [
  'document',
  'reference',
  'date',
  'open_amount',
  'paid_amount',
  'settled_on',
  'disputed',
  'line',
];

async function read(texts: readonly string[], columns: readonly ColumnName[] = ALL): Promise<Read> {
  const diagnostics = new Diagnostics();
  const rejected: (readonly string[])[] = [];
  const result = await readLedger(
    texts.map((text, i) => ({ name: `${'abc'[i]}.csv`, chunks: () => [Buffer.from(text)] })),
    {
      columns,
      map: new Map(),
      currency: currencyOf('EUR') as Currency,
      onReject: (cells) => rejected.push(cells),
    },
    diagnostics,
  );
  return { ...result, told: diagnostics.kept.map((d) => `${d.code}@${d.line}`), rejected };
}

const amounts = (ledger: Ledger): number[] => [...ledger.amount.slice(0, ledger.count)];
const customers = (ledger: Ledger): string[] =>
  [...ledger.customer.slice(0, ledger.count)].map((number) => ledger.customers.id(number));

describe('a cell that has taken in rows is told on the line where it began:', () => {
  const HEAD = 'customer,name,date,due,amount\n';

  test.each<[string, string, readonly string[]]>([
    [
      'two stray quotes in one column of neighbouring rows',
      'C1,"Durand,2026-01-01,2026-02-01,1.00\nC2,Blanc",2026-01-02,2026-02-01,2.00\nC3,Petit,2026-01-03,2026-02-01,4.00\n',
      ['row-swallows-rows@2'],
    ],
    [
      'with a row between them',
      'C1,"Durand,2026-01-01,2026-02-01,1.00\nC2,Blanc,2026-01-02,2026-02-01,2.00\nC3,Petit",2026-01-03,2026-02-01,4.00\n',
      ['row-swallows-rows@2'],
    ],
    ['under CR LF', 'C1,"Durand,2026-01-01,2026-02-01,1.00\r\nC2,Blanc",2026-01-02,2026-02-01,2.00\r\n', ['row-swallows-rows@2']],
    [
      'closed in the middle of a cell',
      'C1,"Durand,2026-01-01,2026-02-01,1.00\nC2,Café "Le Zinc",2026-01-02,2026-02-01,2.00\n',
      ['row-swallows-rows@2'],
    ],
    [
      'in the first column',
      '"C1,Durand,2026-01-01,2026-02-01,1.00\nC2",Blanc,2026-01-02,2026-02-01,2.00\n',
      ['row-swallows-rows@2'],
    ],
    [
      'in the last column',
      'C1,Durand,2026-01-01,2026-02-01,"1.00\nC2,Blanc,2026-01-02,2026-02-01,2.00"\n',
      ['row-swallows-rows@2'],
    ],
    [
      'in different columns, which changes the number of cells',
      'C1,"Durand,2026-01-01,2026-02-01,1.00\nC2,Blanc,2026-01-02",2026-02-01,2.00\n',
      ['row-swallows-rows@2'],
    ],
  ])('%s', async (_, rows, told) => {
    const result = await read([HEAD + rows]);
    expect(result.told).toEqual(told);
    expect(result.setAside).toBe(told.length);
  });

  test.each<[string, string]>([
    ['an address of several lines', 'C1,"Durand SA\n12 rue des Lilas\n75011 Paris",2026-01-01,2026-02-01,1.00\n'],
    ['an address with commas', 'C1,"Durand SA\n12, rue des Lilas\n75011 Paris, France",2026-01-01,2026-02-01,1.00\n'],
    ['an address under CR LF', 'C1,"Durand SA\r\n12, rue des Lilas",2026-01-01,2026-02-01,1.00\r\n'],
    ['commas without a line break', 'C1,"Durand, Blanc, Petit, Roux, Noir",2026-01-01,2026-02-01,1.00\n'],
    ['a quote that belongs to a name', 'C1,Café "Le Zinc",2026-01-01,2026-02-01,1.00\n'],
  ])('and %s is accepted', async (_, rows) => {
    const { told, ledger } = await read([HEAD + rows]);
    expect([told, amounts(ledger)]).toEqual([[], [100]]);
  });

  it('a blank line among the rows taken in', async () => {
    const { told } = await read([`${HEAD}C1,"Durand,2026-01-01,2026-02-01,1.00\n\nC2,Blanc",2026-01-02,2026-02-01,2.00\n`]);
    expect(told).toEqual(['row-swallows-rows@2']);
  });

  it('rows that all end in a comma', async () => {
    const { told } = await read([`${HEAD}C1,"Durand,2026-01-01,2026-02-01,1.00,\nC2,Blanc",2026-01-02,2026-02-01,2.00,\n`]);
    expect(told).toEqual(['row-swallows-rows@2']);
  });

  it('a column further to the left, when the last cell of the row is empty', async () => {
    const { told } = await read([
      'customer,date,due,amount,reference,label,journal\n' +
        'C1,2026-01-01,2026-02-01,1.00,R1,"a,J\n' +
        'C2,2026-01-02,2026-02-01,2.00,R2",b,\n',
    ]);
    expect(told).not.toEqual([]);
  });

  it('and a note of as many commas as a row has is accepted', async () => {
    const { told } = await read([
      'customer,date,amount,label\nC1,2026-01-01,1.00,"paid by cheque, in part, late\nsee file, again"\n',
    ]);
    expect(told.filter((code) => code.startsWith('row-'))).toEqual([]);
  });
});

describe('the number of cells', () => {
  const HEAD = 'customer,date,due,amount\n';

  test.each<[string, string, readonly string[]]>([
    ['one too few', 'C1,2026-01-01,2026-02-01\n', ['row-too-short@2']],
    ['one too many', 'C1,2026-01-01,2026-02-01,1,50\n', ['row-too-long@2']],
    ['one too many and empty is accepted', 'C1,2026-01-01,2026-02-01,1.50,\n', []],
    ['too many and blank is accepted', 'C1,2026-01-01,2026-02-01,1.50, ,\t,\n', []],
    ['a row of nothing is no row', ',,,\nC1,2026-01-01,2026-02-01,1.50\n   \n\n', []],
  ])('%s', async (_, rows, told) => {
    expect((await read([HEAD + rows])).told).toEqual(told);
  });

  it('of each row that is set aside is handed on as it came', async () => {
    const { rejected, setAside } = await read([`${HEAD}C1,2026-01-01\nC2,2026-01-01,2026-02-01,2.00\nC3,x,y,z,1\n`]);
    expect([rejected, setAside]).toEqual([
      [
        ['C1', '2026-01-01'],
        ['C3', 'x', 'y', 'z', '1'],
      ],
      2,
    ]);
  });
});

describe('a row', () => {
  test.each<[string, string, readonly string[]]>([
    ['without a customer', 'customer,date,due,amount\n,2026-01-01,2026-02-01,1.00\n', ['customer-missing@2']],
    ['without a day', 'customer,date,due,amount\nC1,,2026-02-01,1.00\n', ['day-missing@2']],
    ['with a day that does not exist', 'customer,date,due,amount\nC1,2026-02-30,2026-03-01,1.00\n', ['day-unreadable@2']],
    ['without an amount', 'customer,date,due,amount\nC1,2026-01-01,2026-02-01,\n', ['amount-missing@2']],
    ['with an amount of another dialect', 'customer,date,due,amount\nC1,2026-01-01,2026-02-01,1..50\n', ['amount-unreadable@2']],
    ['with half a cent', 'customer,date,due,amount\nC1,2026-01-01,2026-02-01,1.005\n', ['amount-too-precise@2']],
    ['with yen in cents', 'customer,date,due,amount,currency\nC1,2026-01-01,2026-02-01,1.50,JPY\n', ['amount-too-precise@2']],
    [
      'past what adds up exactly',
      'customer,date,due,amount\nC1,2026-01-01,2026-02-01,90071992547409.92\n',
      ['amount-too-large@2'],
    ],
    [
      'of a currency nobody knows',
      'customer,date,due,amount,currency\nC1,2026-01-01,2026-02-01,1.00,EUX\n',
      ['currency-unknown@2'],
    ],
    ['of a kind nobody knows', 'customer,kind,date,due,amount\nC1,invoce,2026-01-01,2026-02-01,1.00\n', ['kind-unknown@2']],
    ['neither debit nor credit', 'customer,date,due,amount,sense\nC1,2026-01-01,2026-02-01,1.00,x\n', ['sense-unknown@2']],
    [
      'that is open beyond its amount',
      'customer,date,due,amount,open_amount\nC1,2026-01-01,2026-02-01,1.00,1.01\n',
      ['open-exceeds-amount@2'],
    ],
    [
      'disputed in words',
      'customer,date,due,amount,disputed\nC1,2026-01-01,2026-02-01,1.00,perhaps\n',
      ['disputed-unreadable@2'],
    ],
    [
      'with everything wrong is told everything',
      'customer,kind,date,due,amount\n,x,1/1/1/26,y,z\n',
      ['kind-unknown@2', 'day-unreadable@2', 'day-unreadable@2', 'amount-unreadable@2', 'customer-missing@2'],
    ],
  ])('%s is set aside', async (_, text, told) => {
    const { told: said, setAside, ledger } = await read([text]);
    expect([[...said].sort(), setAside, ledger.count, ledger.customers.size, ledger.currencies]).toEqual([
      [...told].sort(),
      1,
      0,
      1,
      [],
    ]);
  });

  test.each<[string, string, number]>([
    ['amount', 'customer,date,due,amount\nC,2026-01-01,2026-01-01,1.50\n', 150],
    ['amount, negative', 'customer,date,due,amount\nC,2026-01-01,2026-01-01,-1.50\n', -150],
    ['debit', 'customer,date,due,debit,credit\nC,2026-01-01,2026-01-01,1.50,\n', 150],
    ['credit', 'customer,date,due,debit,credit\nC,2026-01-01,2026-01-01,,1.50\n', -150],
    ['debit and credit', 'customer,date,due,debit,credit\nC,2026-01-01,2026-01-01,1.50,0.40\n', 110],
    ['amount and sense D', 'customer,date,due,amount,sense\nC,2026-01-01,2026-01-01,1.50,D\n', 150],
    ['amount and sense C', 'customer,date,due,amount,sense\nC,2026-01-01,2026-01-01,1.50,C\n', -150],
    ['open amount alone', 'customer,date,due,open_amount\nC,2026-01-01,2026-01-01,1.50\n', 150],
    ['yen', 'customer,date,due,amount,currency\nC,2026-01-01,2026-01-01,150,JPY\n', 150],
    ['dinars', 'customer,date,due,amount,currency\nC,2026-01-01,2026-01-01,0.150,TND\n', 150],
    ['a positive payment', 'customer,kind,date,due,amount\nC,payment,2026-01-01,2026-01-01,1.50\n', -150],
    ['a negative payment', 'customer,kind,date,due,amount\nC,payment,2026-01-01,2026-01-01,-1.50\n', -150],
    ['a payment said to be a debit', 'customer,kind,date,due,amount,sense\nC,payment,2026-01-01,2026-01-01,1.50,D\n', 150],
    ['a payment in the debit column', 'customer,kind,date,due,debit,credit\nC,payment,2026-01-01,2026-01-01,1.50,\n', 150],
  ])('has its signed amount from %s', async (_, text, units) => {
    const { ledger, told } = await read([text]);
    expect([amounts(ledger), told]).toEqual([[units], []]);
  });

  it('has the day of its document where it has no posting day, and the other way round', async () => {
    const { ledger } = await read([
      'customer,date,posted,due,amount\nA,2026-01-01,2026-01-05,2026-02-01,1\nB,2026-01-02,,2026-02-01,1\nC,,2026-01-03,2026-02-01,1\n',
    ]);
    const iso = (count: number | undefined): string => new Date((count as number) * 86_400_000).toISOString().slice(0, 10);
    expect([0, 1, 2].map((row) => [iso(documentDays(ledger)[row]), iso(ledger.day[row])])).toEqual([
      ['2026-01-01', '2026-01-05'],
      ['2026-01-02', '2026-01-02'],
      ['2026-01-03', '2026-01-03'],
    ]);
  });
});

describe('several files', () => {
  const withPayments = (sign: string): string =>
    `customer,kind,date,due,amount\nA,invoice,2026-01-01,2026-02-01,100.00\nA,payment,2026-01-02,,${sign}40.00\n`;

  it('are one ledger, each with its own convention of signs', async () => {
    const { ledger, told, understanding } = await read([withPayments(''), withPayments('-')]);
    expect(amounts(ledger)).toEqual([10000, -4000, 10000, -4000]);
    expect(understanding.map((u) => u.signs)).toEqual(['by-kind', 'signed']);
    expect([told, ledger.sums.total(0)]).toEqual([[], 12000]);
  });

  it('may have other columns, in another order', async () => {
    const { ledger } = await read([
      'customer,date,due,amount\nA,2026-01-01,2026-02-01,1.00\n',
      'amount,document,due,date,customer\n2.00,F2,2026-02-01,2026-01-01,B\n',
      'customer,date,due,amount\nC,2026-01-01,2026-02-01,3.00\n',
    ]);
    expect([customers(ledger), amounts(ledger)]).toEqual([
      ['A', 'B', 'C'],
      [100, 200, 300],
    ]);
    expect([0, 1, 2].map((row) => ledger.columns.document?.at(row))).toEqual(['', 'F2', '']);
  });

  it('of which one cannot be read are not whole', async () => {
    const { whole, told } = await read(['customer,date,due,amount\nA,2026-01-01,2026-02-01,1.00\n', 'x,y\n1,2\n']);
    expect([whole, told]).toEqual([false, ['heading-missing@1']]);
  });

  it('a file without a category leaves it empty, whatever the last row of the file before said', async () => {
    const { ledger } = await read(
      [
        'customer,date,due,amount,collector\nA,2026-01-01,2026-02-01,1.00,Zoé\n',
        'customer,date,due,amount\nB,2026-01-01,2026-02-01,2.00\n',
      ],
      ['collector'],
    );
    const { collector } = ledger.columns;
    expect([0, 1].map((row) => collector?.dictionary.value(collector.codes[row] as number))).toEqual(['Zoé', '']);
  });
});

describe('a file of which there is nothing to read', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', '', ['file-empty@undefined']],
    ['blank lines', '\n\n  \n', ['file-empty@undefined']],
    ['headings only', 'customer,date,amount\n', ['file-empty@undefined']],
    ['headings and blank rows', 'customer,date,amount\n,,\n', ['file-empty@undefined']],
    ['no headings that say enough', 'a,b\n1,2\n', ['heading-missing@1']],
  ])('%s', async (_, text, told) => {
    const result = await read([text]);
    expect([result.whole, result.told]).toEqual([false, told]);
  });

  it('blank lines above the headings are passed over', async () => {
    const { ledger, told } = await read(['\n\ncustomer,date,due,amount\nA,2026-01-01,2026-02-01,1.00\nB,x,,\n']);
    expect([amounts(ledger), told]).toEqual([[100], ['day-unreadable@5', 'amount-missing@5']]);
  });
});

describe('amounts that add up past what is exact', () => {
  test.each<[string, readonly string[], boolean]>([
    ['at the bound', ['90071992547409.91'], true],
    ['past it', ['90071992547409.91', '0.01'], false],
    ['past it with both signs', ['90071992547409.91', '-0.01'], false],
  ])('%s', async (_, list, whole) => {
    const rows = list.map((amount) => `A,2026-01-01,2026-02-01,${amount}\n`).join('');
    const result = await read([`customer,date,due,amount\n${rows}`]);
    expect([result.whole, result.told]).toEqual([whole, whole ? [] : ['sum-too-large@undefined']]);
  });
});
