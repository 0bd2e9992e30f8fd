// What stands between the rows of a report is no posting, is counted, and never takes a posting with it; to both readers.
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../src/ledger/field.ts';
import { agree, bytesOf, readBy } from './both-readers.ts';

/** Base amounts are not asked for: rows in two currencies need none. */
const columns = COLUMNS.filter((name) => name !== 'base');

type Read = {
  readonly rows: readonly string[];
  readonly passed: readonly string[];
  readonly told: readonly string[];
  readonly totals: string;
};

/** Rows as customer and minor units; what was passed over; errors and warnings about it. Both readers say the same. */
async function read(text: string): Promise<Read> {
  await agree(text, { columns, ways: [{ piece: 1 << 16 }, { piece: 7 }] });
  const result = await readBy('careful', [bytesOf(text)], { piece: 1 << 16 }, { columns });
  if (result === undefined) throw new Error('declined');
  const { ledger, understanding } = result;
  const { kept } = result.said() as { kept: readonly { code: string; line?: number }[] };
  const [first] = understanding;
  return {
    rows: Array.from(
      { length: ledger.count },
      (_, row) => `${ledger.customers.id(ledger.customer[row] as number)} ${ledger.amount[row]}`,
    ),
    passed: first?.passed.map(({ sort, count, line }) => `${count} ${sort} from ${line}`) ?? [],
    told: kept.filter(({ code }) => code !== 'due-missing').map(({ code, line }) => `${code}@${line}`),
    totals: first?.totals === undefined ? '' : `${first.totals.agree} agree, ${first.totals.differing.length} differ`,
  };
}

const HEAD = 'customer,document,date,due,amount\n';
const ROW1 = 'C1,F1,2026-01-01,2026-02-01,10.00\n';
const ROW2 = 'C1,F2,2026-01-02,2026-02-01,5.00\n';
const ROW3 = 'C2,F3,2026-01-03,2026-02-01,7.00\n';
const ALL = ['C1 1000', 'C1 500', 'C2 700'];

describe('a total', () => {
  test.each([
    [
      'of each customer and of all',
      `${ROW1}${ROW2}Total C1,,,,15.00\n${ROW3}Total for C2,,,,7.00\nTOTAL,,,,22.00\n`,
      '3 agree, 0 differ',
    ],
    ['in French', `${ROW1}${ROW2}Sous-total C1,,,,15.00\n${ROW3}Total général,,,,22.00\n`, '2 agree, 0 differ'],
    ['of what stands between two others', `${ROW1}${ROW2}Subtotal,,,,15.00\n${ROW3}Subtotal,,,,7.00\n`, '2 agree, 0 differ'],
    ['without a label', `${ROW1}${ROW2},,,,15.00\n${ROW3},,,,22.00\n`, '2 agree, 0 differ'],
    ['that is not what its rows come to', `${ROW1}${ROW2}${ROW3}Total,,,,23.00\n`, '0 agree, 1 differ'],
  ])('%s is no posting', async (_, rows, totals) => {
    expect(await read(HEAD + rows)).toMatchObject({ rows: ALL, told: [], totals });
  });

  test('with grouped thousands and a comma is compared as its rows are read', async () => {
    const text =
      'customer;date;due;amount\nC1;13/01/2026;13/02/2026;1 234,50\nC1;14/01/2026;13/02/2026;1 000,00-\nTotal;;;234,50\n';
    expect(await read(text)).toMatchObject({ rows: ['C1 123450', 'C1 -100000'], told: [], totals: '1 agree, 0 differ' });
  });

  test('of debits and of credits is compared as what is left', async () => {
    const text = 'customer,date,debit,credit\nC1,2026-01-01,10.00,\nC1,2026-01-02,,4.00\nTotal,,10.00,4.00\n';
    expect(await read(text)).toMatchObject({ rows: ['C1 1000', 'C1 -400'], totals: '1 agree, 0 differ' });
  });

  test('of credits written without a minus is compared once their sign is known', async () => {
    const text = 'customer,kind,date,amount\nC1,invoice,2026-01-01,10.00\nC1,payment,2026-01-02,4.00\nTotal,,,6.00\n';
    expect(await read(text)).toMatchObject({ rows: ['C1 1000', 'C1 -400'], totals: '1 agree, 0 differ' });
  });

  test('of rows in two currencies is not compared', async () => {
    const text = 'customer,date,amount,currency\nC1,2026-01-01,10.00,EUR\nC1,2026-01-02,4.00,USD\nTotal,,14.00,\n';
    expect(await read(text)).toMatchObject({ rows: ['C1 1000', 'C1 400'], told: [], totals: '0 agree, 0 differ' });
  });
});

describe('a posting is not taken for a total', () => {
  test('of a customer who is called so', async () => {
    const text = `${HEAD}Total Energies,F1,2026-01-01,2026-02-01,10.00\nSolde & Fils,F2,2026-01-01,2026-02-01,5.00\n`;
    expect(await read(text)).toMatchObject({ rows: ['Total Energies 1000', 'Solde & Fils 500'], passed: [], told: [] });
  });

  test.each([
    ['whose day is no day', 'Total Energies,F2,2026-02-30,2026-03-01,10.00\n', 'day-unreadable@3'],
    ['that lost its day', 'Total Energies,F2,,2026-03-01,10.00\n', 'day-missing@3'],
    ['that lost all but its customer', 'Total Energies,,,,11.00\n', 'row-unlabelled@3'],
    ['that lost even that', ',,,,11.00\n', 'row-unlabelled@3'],
  ])('%s', async (_, row, told) => {
    expect((await read(HEAD + ROW1 + row)).told).toEqual([told]);
  });

  test('that is the total of nothing', async () => {
    expect((await read(`${HEAD},,,,0.00\n${ROW1}`)).told).toEqual([]);
  });
});

describe('customers on lines of their own', () => {
  const UNDER = 'Date,Num,Due Date,Amount\n';
  const A = '2026-01-01,F1,2026-02-01,10.00\n';
  const B = '2026-01-02,F2,2026-02-01,5.00\n';

  test('are those of the rows below them', async () => {
    const result = await read(`${UNDER}Alpha Ltd,,,\n${A}${B}Beta Ltd,,,\n2026-01-03,F3,2026-02-01,7.00\n`);
    expect(result).toMatchObject({ rows: ['Alpha Ltd 1000', 'Alpha Ltd 500', 'Beta Ltd 700'], passed: ['2 name from 2'] });
  });

  test('are an id and a name where the line says both', async () => {
    const result = await read(`${UNDER}411ALPHA - Alpha Ltd,,,\n${A}Customer: C2,Beta Ltd,,\n${B}`);
    expect(result.rows).toEqual(['411ALPHA 1000', 'C2 500']);
  });

  test('hold no longer behind their total', async () => {
    const result = await read(`${UNDER}Alpha Ltd,,,\n${A}Total Alpha Ltd,,,10.00\n${B}`);
    expect(result).toMatchObject({ rows: ['Alpha Ltd 1000'], told: ['customer-missing@5'] });
  });

  test('are not looked for where the rows name theirs', async () => {
    const result = await read(`${HEAD}${ROW1}Alpha Ltd,,,,\n`);
    expect(result.told).toEqual(['day-missing@3', 'amount-missing@3']);
  });
});

test('headings that come again, drawn lines and page carries are passed over', async () => {
  const result = await read(
    `${HEAD}${ROW1}À reporter,,,,10.00\n----,----,----,----,----\n${HEAD}Report,,,,10.00\n${ROW2}${ROW3}`,
  );
  expect(result).toMatchObject({
    rows: ALL,
    passed: ['2 carried from 3', '1 rule from 4', '1 headings from 5'],
    told: [],
  });
});

test('what a stray quote has taken in is never passed over', async () => {
  const result = await read(`${HEAD}${ROW1}"Total C1,,,,10.00\nC9,F9,2026-01-02,2026-02-01,5.00\n",,,,15.00\n`);
  expect(result.told).toEqual(['row-swallows-rows@3']);
});
