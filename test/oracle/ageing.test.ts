// Is the oracle itself right? Held against examples worked by hand, most of them published by other programs' users:
// each case says who found the figure.
import { describe, expect, it } from 'vitest';
import { type AgeOptions, age, control, type OracleAgeRow, openItems, readOracleRows } from './ageing.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount\n';

/** The one row of a ledger with one customer in one currency. */
function only(text: string, options: AgeOptions): OracleAgeRow {
  const rows = age(readOracleRows(text), options);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

function open(text: string, asOf: string): string[] {
  return openItems(readOracleRows(text), { asOf }).map((item) => `${item.document} ${item.open} ${item.bucket}`);
}

describe('buckets', () => {
  it('count from the due day, bounds included, the oldest without end (OCA reporting PR 383)', () => {
    const ledger = `${HEAD}C,invoice,F1,,2017-12-15,2018-01-15,500
C,invoice,F2,,2017-11-15,2017-12-15,1000
C,invoice,F3,,2017-10-15,2017-11-15,2000
C,invoice,F4,,2017-09-15,2017-10-15,4000
C,invoice,F5,,2017-08-15,2017-09-15,8000
C,invoice,F6,,2017-07-15,2017-08-15,160000
`;
    expect(only(ledger, { asOf: '2017-12-31', buckets: [30, 60, 90, 120] })).toEqual({
      ...{ customer: 'C', name: '', currency: 'EUR', not_due: '500.00', d1_30: '1000.00', d31_60: '2000.00', d61_90: '4000.00' },
      ...{ d91_120: '8000.00', d121_plus: '160000.00', unallocated: '0.00', total: '175500.00', overdue: '175000.00' },
      ...{ disputed: '0.00', oldest_days_late: 138 },
    });
  });

  it('put 0 days in not due, 30 in the first, 31 and 60 in the second, 61 in the third, and the future in not due', () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-01-01,2024-06-30,100
C,invoice,F2,,2024-01-01,2024-05-31,100
C,invoice,F3,,2024-01-01,2024-05-30,100
C,invoice,F4,,2024-01-01,2024-05-01,100
C,invoice,F5,,2024-01-01,2024-04-30,100
C,invoice,F6,,2024-01-01,2024-08-15,100
`;
    const row = only(ledger, { asOf: '2024-06-30' });
    expect([row['not_due'], row['d1_30'], row['d31_60'], row['d61_90'], row['d91_plus']]).toEqual([
      '200.00',
      '100.00',
      '200.00',
      '100.00',
      '0.00',
    ]);
  });

  it('by document day start at day 0 and know no "not due"', () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-06-30,2024-07-30,1\nC,invoice,F2,,2024-05-31,2024-07-30,2\nC,invoice,F3,,2024-05-30,2024-07-30,4\n`;
    const row = only(ledger, { asOf: '2024-06-30', ageBy: 'date' });
    expect(row).toMatchObject({ d0_30: '3.00', d31_60: '4.00', d61_90: '0.00', d91_plus: '0.00', overdue: '0.00' });
    expect(row).not.toHaveProperty('not_due');
  });
});

describe('an earlier day', () => {
  const odoo = `${HEAD}C,invoice,F1,,2016-11-30,2017-02-28,10000
C,payment,P1,F1,2016-11-09,,-1500
C,payment,P2,F1,2016-11-30,,-1000
C,payment,P3,F1,2017-01-30,,-2000
`;
  it('takes part payments off the invoice, whenever they came (Odoo PR 16235)', () => {
    expect(only(odoo, { asOf: '2017-04-04' })).toMatchObject({ d31_60: '5500.00', total: '5500.00', oldest_days_late: 35 });
  });
  it('does not know a payment that came later', () => {
    expect(only(odoo, { asOf: '2017-01-15' })).toMatchObject({ not_due: '7500.00', total: '7500.00', oldest_days_late: null });
  });
  it('holds a payment apart while its invoice is not booked yet', () => {
    expect(only(odoo, { asOf: '2016-11-20' })).toMatchObject({ unallocated: '-1500.00', total: '-1500.00', overdue: '0.00' });
  });
  it('knows no customer before the first posting', () => {
    expect(age(readOracleRows(odoo), { asOf: '2016-11-08' })).toEqual([]);
  });
  it('keeps a row of zeros for a customer who has settled', () => {
    const ledger = `${HEAD}C,invoice,F1,,2020-04-30,2020-04-30,10\nC,payment,P1,F1,2020-06-30,,-10\n`;
    expect(only(ledger, { asOf: '2020-05-31' })).toMatchObject({ d31_60: '10.00' });
    expect(only(ledger, { asOf: '2020-06-30' })).toMatchObject({ d31_60: '0.00', total: '0.00', oldest_days_late: null });
  });
  it('counts a posting by its posting day, not by its document day', () => {
    const ledger = 'customer,document,date,posted,due,amount\nC,F1,2024-01-01,2024-02-01,2024-01-31,10.00\n';
    expect(age(readOracleRows(ledger), { asOf: '2024-01-31' })).toEqual([]);
    expect(only(ledger, { asOf: '2024-02-01' })).toMatchObject({ d1_30: '10.00' });
  });
});

describe('instalments', () => {
  const oca = `${HEAD}C,invoice,F1,,2018-10-27,2018-11-26,27000
C,invoice,F1,,2018-10-27,2018-12-26,27000
C,invoice,F1,,2018-10-27,2019-01-25,36000
`;
  it('age each by its own due day (OCA reporting 487)', () => {
    expect(only(oca, { asOf: '2018-11-28' })).toMatchObject({ d1_30: '27000.00', not_due: '63000.00', oldest_days_late: 2 });
  });
  it('age together by document day', () => {
    expect(only(oca, { asOf: '2018-11-28', ageBy: 'date' })).toMatchObject({ d31_60: '90000.00', overdue: '27000.00' });
  });

  const small = `${HEAD}C,invoice,F1,,2024-01-01,2024-01-31,30
C,invoice,F1,,2024-01-01,2024-03-01,50
C,invoice,F1,,2024-01-01,2024-03-31,20
`;
  it('are paid oldest first (ERPNext: 40 on 30, 50 and 20 leaves 40 and 20)', () => {
    expect(open(`${small}C,payment,P1,F1,2024-01-02,,-40\n`, '2024-01-03')).toEqual(['F1 40.00 not_due', 'F1 20.00 not_due']);
  });
  it('leave a credit note that names none of them standing alone', () => {
    const ledger = `${small}C,payment,P1,F1,2024-01-02,,-40\nC,credit_note,A1,,2024-01-03,,-100\n`;
    expect(open(ledger, '2024-01-03')).toEqual(['F1 40.00 not_due', 'F1 20.00 not_due', 'A1 -100.00 unallocated']);
  });
  it('are all cleared by a credit note for the whole', () => {
    expect(open(`${small}C,credit_note,A1,F1,2024-01-03,,-100\n`, '2024-01-03')).toEqual([]);
  });
  it('let a payment, then a credit note, each take up where the last one stopped (ERPNext: 20 and 40 left)', () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-01-01,2024-01-31,60
C,invoice,F1,,2024-01-01,2024-03-01,100
C,invoice,F1,,2024-01-01,2024-03-31,40
C,payment,P1,F1,2024-01-02,,-40
`;
    expect(open(ledger, '2024-01-03')).toEqual(['F1 20.00 not_due', 'F1 100.00 not_due', 'F1 40.00 not_due']);
    expect(open(`${ledger}C,credit_note,A1,F1,2024-01-03,,-100\n`, '2024-01-03')).toEqual([
      'F1 20.00 not_due',
      'F1 40.00 not_due',
    ]);
  });
});

describe('references', () => {
  it('leave a credit note without one apart (ERPNext: 60 and -100, total -40)', () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-01-01,2024-01-31,100\nC,payment,P1,F1,2024-01-02,,-40\nC,credit_note,A1,,2024-01-03,,-100\n`;
    expect(only(ledger, { asOf: '2024-01-03' })).toMatchObject({ not_due: '60.00', unallocated: '-100.00', total: '-40.00' });
  });
  it('leave one cent standing when one cent is missing', () => {
    expect(open(`${HEAD}C,invoice,F1,,2024-01-01,2024-01-31,100\nC,payment,P1,F1,2024-01-02,,-99.99\n`, '2024-02-01')).toEqual([
      'F1 0.01 d1_30',
    ]);
  });
  it('use the larger of two payments of one day first, so that the smaller holds what is too much', () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-01-01,2024-01-31,100\nC,payment,P1,F1,2024-01-02,,-30\nC,payment,P2,F1,2024-01-02,,-90\n`;
    expect(open(ledger, '2024-01-31')).toEqual(['P1 -20.00 unallocated']);
  });
  it('settle nothing when the number was used on two days', () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-01-01,2024-01-31,100\nC,invoice,F1,,2024-02-01,2024-03-02,50\nC,payment,P1,F1,2024-02-02,,-50\n`;
    expect(only(ledger, { asOf: '2024-01-31' })).toMatchObject({ not_due: '100.00', unallocated: '0.00' });
    expect(open(ledger, '2024-02-02')).toEqual(['F1 100.00 d1_30', 'F1 50.00 not_due', 'P1 -50.00 unallocated']);
  });
  it("never reach another customer's document, nor another currency", () => {
    const ledger = `customer,document,reference,date,due,amount,currency
C,F1,,2024-01-01,2024-01-31,100,EUR
D,P1,F1,2024-01-02,,-100,EUR
C,P2,F1,2024-01-02,,-100,USD
`;
    expect(open(ledger, '2024-01-31')).toEqual(['F1 100.00 not_due', 'P1 -100.00 unallocated', 'P2 -100.00 unallocated']);
  });
  it('let a refund take up what is left of the credit it names', () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-01-01,2024-01-31,100
C,payment,P1,F1,2024-01-02,,-100
C,credit_note,A1,F1,2024-01-03,,-40
C,refund,R1,A1,2024-01-04,2024-01-04,30
`;
    expect(open(ledger, '2024-01-04')).toEqual(['A1 -10.00 unallocated']);
  });
  it('leave a returned payment open, because the invoice it had paid stays paid', () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-01-01,2024-01-31,100\nC,payment,P1,F1,2024-01-31,,-100\nC,returned,R1,P1,2024-02-05,2024-01-31,100\n`;
    expect(open(ledger, '2024-02-05')).toEqual(['R1 100.00 d1_30']);
  });
});

describe("the row's own columns", () => {
  const row = (columns: string, cells: string) =>
    `customer,document,date,due,amount,${columns}\nC,F1,2024-01-01,2024-01-31,100.00,${cells}\n`;
  it('read the open amount before the paid amount before the settled day', () => {
    const columns = 'open_amount,paid_amount,settled_on';
    expect(open(row(columns, '80.00,50.00,2024-01-02'), '2024-01-31')).toEqual(['F1 80.00 not_due']);
    expect(open(row(columns, ',50.00,2024-01-02'), '2024-01-31')).toEqual(['F1 50.00 not_due']);
    expect(open(row(columns, ',,2024-01-02'), '2024-01-31')).toEqual([]);
  });
  it('say nothing before the day they name', () => {
    expect(open(row('paid_amount,settled_on', '50.00,2024-01-20'), '2024-01-19')).toEqual(['F1 100.00 not_due']);
  });
  it('leave what was paid too much unallocated', () => {
    expect(only(row('paid_amount', '130.00'), { asOf: '2024-02-10' })).toMatchObject({ d1_30: '0.00', unallocated: '-30.00' });
  });
  it('only add what the references have not settled already', () => {
    const ledger = `customer,document,reference,date,due,amount,paid_amount
C,F1,,2024-01-01,2024-01-31,100.00,60.00
C,P1,F1,2024-01-02,,-40.00,
`;
    expect(open(ledger, '2024-01-31')).toEqual(['F1 40.00 not_due']);
    expect(control(readOracleRows(ledger), { asOf: '2024-01-31' })).toEqual([
      { currency: 'EUR', postings: '60.00', settled_by_columns: '20.00', open: '40.00' },
    ]);
  });
});

describe('credits nobody placed', () => {
  const ledger = `${HEAD}C,invoice,F2,,2024-02-01,2024-03-02,100
C,invoice,F1,,2024-01-01,2024-01-31,100
C,payment,P1,,2024-02-10,,-130
C,credit_note,A1,,2024-03-01,2024-04-30,-20
`;
  it('stand in their own column unless told otherwise', () => {
    expect(only(ledger, { asOf: '2024-03-31' })).toMatchObject({ d1_30: '100.00', d31_60: '100.00', unallocated: '-150.00' });
  });
  it('age by their own due day, or document day, in place', () => {
    const row = only(ledger, { asOf: '2024-03-31', credits: 'in-place' });
    expect(row).toMatchObject({ not_due: '-20.00', d1_30: '100.00', d31_60: '-30.00', unallocated: '0.00' });
    expect(row).toMatchObject({ total: '50.00', overdue: '70.00', oldest_days_late: 60 });
  });
  it('go against the oldest due first, when asked', () => {
    const row = only(ledger, { asOf: '2024-03-31', credits: 'oldest' });
    expect(row).toMatchObject({ d1_30: '50.00', d31_60: '0.00', unallocated: '0.00', total: '50.00', overdue: '50.00' });
    expect(row).toMatchObject({ oldest_days_late: 29 });
  });
  it('stay unallocated where nothing is left to set them against', () => {
    const row = only(`${ledger}C,payment,P2,,2024-03-15,,-80\n`, { asOf: '2024-03-31', credits: 'oldest' });
    expect(row).toMatchObject({ d1_30: '0.00', unallocated: '-30.00', total: '-30.00', oldest_days_late: null });
  });
  it('pay three invoices in turn (UCRM 99)', () => {
    const invoices = 'C,invoice,F1,,2016-01-01,,10000\nC,invoice,F2,,2016-02-01,,15000\nC,invoice,F3,,2016-03-01,,18000\n';
    const payments = 'C,payment,P1,,2016-01-05,,-15000\nC,payment,P2,,2016-01-18,,-20000\nC,payment,P3,,2016-03-02,,-10000\n';
    const totals = ['2016-01-05', '2016-01-18', '2016-02-01', '2016-03-01', '2016-03-02'].map(
      (asOf) => only(HEAD + invoices + payments, { asOf, credits: 'oldest' })['total'],
    );
    expect(totals).toEqual(['-5000.00', '-25000.00', '-10000.00', '8000.00', '-2000.00']);
  });
});

describe('signs and cells', () => {
  it('turn credits that are all written without a sign', () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-01-01,2024-01-31,100\nC,payment,P1,F1,2024-01-02,,30\nC,credit_note,A1,,2024-01-02,,20\n`;
    expect(only(ledger, { asOf: '2024-01-31' })).toMatchObject({ not_due: '70.00', unallocated: '-20.00', total: '50.00' });
  });
  it('refuse a row that does not say its kind, in a file where kinds tell the signs', () => {
    const ledger = `${HEAD}C,payment,P1,,2024-01-02,,30\nC,,P2,,2024-01-02,,-20\n`;
    expect(() => age(readOracleRows(ledger), { asOf: '2024-01-31' })).toThrow('without a kind');
  });
  it('let nine credits in ten decide for the tenth, which is then a reversal', () => {
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `C,payment,P${n},,2024-01-02,,10\n`).join('');
    expect(only(`${HEAD}${nine}C,payment,P10,,2024-01-02,2024-01-31,-5\n`, { asOf: '2024-01-31' })).toMatchObject({
      ...{ not_due: '5.00', unallocated: '-90.00', total: '-85.00' },
    });
  });
  it('refuse a file whose credits have both signs', () => {
    const ledger = `${HEAD}C,payment,P1,,2024-01-02,,30\nC,payment,P2,,2024-01-02,,-20\n`;
    expect(() => age(readOracleRows(ledger), { asOf: '2024-01-31' })).toThrow('both signs');
  });
  it('take columns of debit and credit at their word', () => {
    const ledger = 'customer,kind,document,date,due,debit,credit\nC,payment,P1,2024-01-02,,,30\nC,payment,P2,2024-01-02,,5,\n';
    expect(open(ledger, '2024-01-31')).toEqual(['P1 -30.00 unallocated', 'P2 5.00 d1_30']);
  });
  it('take an empty kind from the sign', () => {
    const ledger = 'customer,document,date,due,amount\nC,F1,2024-01-01,2024-01-31,5\nC,P1,2024-01-01,,-3\n';
    expect(openItems(readOracleRows(ledger), { asOf: '2024-01-31' }).map((item) => item.kind)).toEqual(['invoice', 'payment']);
  });
  it('count as disputed what is open and no more, be it all or an amount', () => {
    const disputed = (cell: string) =>
      only(`customer,document,date,due,amount,disputed\nC,F1,2024-01-01,2024-01-31,100.00,${cell}\n`, { asOf: '2024-01-31' })[
        'disputed'
      ];
    expect(['yes', 'oui', 'true', 'x', '1', '40.00', '400.00', '', 'no'].map(disputed)).toEqual([
      ...['100.00', '100.00', '100.00', '100.00', '100.00', '40.00', '100.00', '0.00', '0.00'],
    ]);
  });
  it('write each currency with its own decimals and never add two', () => {
    const ledger =
      'customer,document,date,due,amount,currency\nC,F1,2024-01-01,2024-01-31,5,TND\nC,F2,2024-01-01,2024-01-31,7,JPY\nC,F3,2024-01-01,2024-01-31,0.5,EUR\n';
    expect(age(readOracleRows(ledger), { asOf: '2024-01-31' }).map((row) => `${row['currency']} ${row['total']}`)).toEqual([
      ...['EUR 0.50', 'JPY 7', 'TND 5.000'],
    ]);
  });
  it('sort names without their accents and capitals, then by id', () => {
    const ledger =
      'customer,name,document,date,due,amount\n4,Zinc,F1,2024-01-01,2024-01-31,1\n3,Écurie,F2,2024-01-01,2024-01-31,1\n2,abbaye,F3,2024-01-01,2024-01-31,1\n1,Abbaye,F4,2024-01-01,2024-01-31,1\n';
    expect(age(readOracleRows(ledger), { asOf: '2024-01-31' }).map((row) => row['customer'])).toEqual(['1', '2', '3', '4']);
  });
  it('read quotes, commas and line ends inside a cell', () => {
    expect(readOracleRows('customer,name\r\n1,"a ""b"", c\nd"\r\n')).toEqual([{ customer: '1', name: 'a "b", c\nd' }]);
  });
  it('refuse a column they do not know', () => {
    expect(() => readOracleRows('customer,lettrage\n1,A\n')).toThrow('lettrage');
  });
});

describe('in the currency of the books', () => {
  const head = 'customer,kind,document,reference,date,due,amount,currency,base,paid_amount,disputed\n';
  const invoice = 'C,invoice,F1,,2024-06-29,2024-06-29,100,USD,8000,,\n';
  const inRupees = (rows: string) => openItems(readOracleRows(head + rows), { asOf: '2024-07-01', books: 'INR' });
  const openOf = (rows: string) => inRupees(rows).map((item) => `${item.document} ${item.open}`);

  it('a difference of exchange stays on the invoice (ERPNext: 500 of 8 000 after 7 500)', () => {
    expect(openOf(`${invoice}C,payment,P1,F1,2024-07-01,,-100,USD,-7500,,\n`)).toEqual(['F1 500.00']);
  });
  it('a part payment takes off what it was worth (ERPNext: 1 250 left after 90 dollars for 6 750)', () => {
    expect(openOf(`${invoice}C,payment,P1,F1,2024-07-01,,-90,USD,-6750,,\n`)).toEqual(['F1 1250.00']);
  });
  it('what is left of a payment keeps its own rate', () => {
    expect(openOf(`${invoice}C,payment,P1,F1,2024-07-01,,-120,USD,-9000,,\n`)).toEqual(['F1 500.00', 'P1 -1500.00']);
  });
  it("the row's own columns take off their share, and what goes beyond at the rate of the row", () => {
    expect(openOf('C,invoice,F1,,2024-06-29,2024-06-29,100,USD,8000,25,\n')).toEqual(['F1 6000.00']);
    expect(openOf('C,invoice,F1,,2024-06-29,2024-06-29,100,USD,8000,110,\n')).toEqual(['F1 -800.00']);
  });
  it('a row in that currency needs no base, and all rows of a customer are one row', () => {
    const rows = `${invoice}C,invoice,F2,,2024-06-29,2024-06-29,50,INR,,,\n`;
    expect(age(readOracleRows(head + rows), { asOf: '2024-07-01', books: 'INR' })).toMatchObject([
      { currency: 'INR', total: '8050.00' },
    ]);
  });
  it('a disputed amount is worth its share of what is open', () => {
    const [row] = age(readOracleRows(`${head}C,invoice,F1,,2024-06-29,2024-06-29,100,USD,8000,,40\n`), {
      ...{ asOf: '2024-07-01', books: 'INR' },
    });
    expect(row).toMatchObject({ total: '8000.00', disputed: '3200.00' });
  });
  it('the control adds up there too', () => {
    const rows = `${invoice}C,payment,P1,F1,2024-07-01,,-90,USD,-6750,,\nC,invoice,F2,,2024-06-29,2024-06-29,100,USD,8000,25,\n`;
    expect(control(readOracleRows(head + rows), { asOf: '2024-07-01', books: 'INR' })).toEqual([
      { currency: 'INR', postings: '9250.00', settled_by_columns: '2000.00', open: '7250.00' },
    ]);
  });
});
