// Does `ar dso` give the figures that others print for the same ledgers, or say why not? Cases D and F handed to us, the payments of IBM's file row by row, and the two figures of barzilay.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rounded } from '../../src/core/fraction.ts';
import { type Day, isoDay, parseIsoDay } from '../../src/index.ts';
import { daysOfSales } from '../../src/measures/dso/formulas.ts';
import { LateClaims } from '../../src/measures/late-claims.ts';
import { cashPayments } from '../../src/measures/payment-times.ts';
import { openText } from './library.ts';
import { ar } from './program.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** The last row of a section. */
async function last(args: readonly string[], files: Readonly<Record<string, string>>, section = 'dso'): Promise<Row> {
  const { stdout, stderr, code } = await ar(['dso', 'l.csv', ...args, '--format', 'json'], files);
  expect(code, stderr).toBe(0);
  const found = JSON.parse(stdout).sections.find(({ name }: { name: string }) => name === section);
  return found.rows.at(-1);
}

const HEAD = 'customer,document,reference,kind,date,due,amount\n';

describe('F1, odoo addons/account/tests/test_account_partner.py: open ÷ all invoiced × days since the first invoice', () => {
  const first = 'A,F1,,invoice,2023-01-01,2023-01-31,3450.00\n';
  const paid = 'A,P1,F1,payment,2023-05-31,,-3450.00\n';
  const second = 'A,F2,,invoice,2023-05-15,2023-06-14,1725.00\n';
  const dso = async (ledger: string): Promise<unknown> =>
    (await last(['--as-of', '2023-05-31', '--group-by', 'customer', '--window', '5m'], { 'l.csv': HEAD + ledger }))['dso'];

  test('150 days since the first invoice: both ends of the five months count here, so 151', async () => {
    expect(await dso(first)).toBe(151);
  });
  test('paid: 0', async () => expect(await dso(first + paid)).toBe(0));
  test('1 500 of 4 500, tax cancels: 50 there, a third of 151 here', async () => {
    expect(await dso(first + paid + second)).toBe(50.33);
  });
});

describe('sales of a table (--sales)', () => {
  const open = (amount: string): string =>
    `${HEAD}A,F1,,invoice,2025-03-20,2025-04-19,${amount}\nB,F2,,invoice,2025-01-02,,1.00\nB,P2,F2,payment,2025-01-03,,-1.00\n`;
  const args = ['--as-of', '2025-03-31', '--sales', 's.csv'];

  test('D6, calculator7: 31 + 28 + 400/700 × 31 = 76.71', async () => {
    const sales = 'mois;ventes TTC\n2025-01;700 000,00\n2025-02;800 000,00\n2025-03;900 000,00\n';
    expect((await last(args, { 'l.csv': open('2100000.00'), 's.csv': sales }))['dso_count_back']).toBe(76.71);
  });
  test('D3, Divalto: 30 000 × 90 / 60 000 = 45', async () => {
    const sales = 'month,amount\n2025-01,10000.00\n2025-02,20000.00\n2025-03,30000.00\n';
    expect((await last(args, { 'l.csv': open('30000.00'), 's.csv': sales }))['dso']).toBe(45);
  });
  test('F3: 30 + 7 500/10 000 × 31 = 53.25', async () => {
    const sales = 'month,amount\n05/2025,10000.00\n06/2025,12500.00\n';
    const row = await last(['--as-of', '2025-06-30', '--sales', 's.csv'], { 'l.csv': open('20000.00'), 's.csv': sales });
    expect(row['dso_count_back']).toBe(53.25);
  });
  test('days after the as-of day, and days of one month, by customer', async () => {
    const sales = 'date,customer,amount\n2025-03-05,A,600.00\n2025-03-25,A,300.00\n2025-04-01,A,9999.00\n2025-03-05,B,50.00\n';
    const files = { 'l.csv': open('900.00'), 's.csv': sales };
    expect((await last([...args, '--customer', 'A'], files))['sales']).toBe(900);
    expect((await last(args, files))['sales']).toBe(950);
    expect((await last([...args, '--group-by', 'customer', '--sort', '-customer'], files))['sales']).toBe(900);
  });
});

test('F5, OCA partner_time_to_pay: each invoice alike and none before its day, (10 + 40 + 0) / 3 = 16.67; by amount, and early days counted, 15', async () => {
  const ledger = [
    'A,F1,,invoice,2025-01-10,2025-02-09,100.00\nA,P1,F1,payment,2025-01-20,,-100.00',
    'A,F2,,invoice,2025-01-10,2025-02-09,100.00\nA,P2,F2,payment,2025-02-19,,-100.00',
    'A,F3,,invoice,2025-01-10,2025-02-09,100.00\nA,P3,F3,payment,2025-01-05,,-100.00',
  ].join('\n');
  expect((await last(['--as-of', '2025-03-31'], { 'l.csv': `${HEAD}${ledger}\n` }))['days_to_pay']).toBe(15);
});

describe('rules §1.2', () => {
  const invoice = (number: string, amount: number, paid: string): string =>
    `A,${number},,invoice,2025-01-01,2025-01-31,${amount}.00\nA,P${number},${number},payment,${paid},,-${amount}.00\n`;

  test('weighted average terms: 100k at 30, 200k at 45, 100k at 60 days are 45', async () => {
    const ledger = `${HEAD}A,F1,,invoice,2025-01-01,2025-01-31,100000\nA,F2,,invoice,2025-01-01,2025-02-15,200000\nA,F3,,invoice,2025-01-01,2025-03-02,100000\n`;
    expect((await last(['--as-of', '2025-01-31'], { 'l.csv': ledger }))['terms_granted']).toBe(45);
  });
  test('days to pay: 10 000 at 45, 5 000 at 70, 20 000 at 38 are 44.6; late 15, 40 and 8 are 14.6', async () => {
    const ledger =
      HEAD + invoice('F1', 10_000, '2025-02-15') + invoice('F2', 5000, '2025-03-12') + invoice('F3', 20_000, '2025-02-08');
    const row = await last(['--as-of', '2025-03-31'], { 'l.csv': ledger });
    expect([row['days_to_pay'], row['days_late']]).toEqual([44.57, 14.57]);
  });
  test('late rate: 300 of 1 200 are 25 %', async () => {
    const ledger = `${HEAD}A,F1,,invoice,2025-01-01,2025-01-20,300.00\nA,F2,,invoice,2025-01-01,2025-02-15,900.00\n`;
    expect((await last(['--as-of', '2025-01-31'], { 'l.csv': ledger }))['late_rate']).toBe(0.25);
  });
});

const shared = process.env['AR_SHARED'];
const data = shared === undefined ? undefined : join(resolve(import.meta.dirname, '../..', shared), 'data');
if (data === undefined) console.log('AR_SHARED is not set: payments of IBM and barzilay are not replayed');

describe.skipIf(data === undefined)('IBM, 2,466 invoices that say when they were paid', () => {
  const text = (): string => readFileSync(join(data as string, 'ibm-late-payment/putany_data.csv'), 'utf8');
  const cells = (): string[][] =>
    text()
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
  const iso = (american: string): string => {
    const [month, date, year] = american.split('/');
    return `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  };

  test('days to pay and days late are DaysToSettle and DaysLate on each row, 877 of them late', async () => {
    const rows = cells().map(([, customer, , invoice, date, due, amount, , settled]) =>
      [customer, invoice, iso(date as string), iso(due as string), amount, iso(settled as string)].join(','),
    );
    const book = await openText(`customer,document,date,due,amount,settled_on\n${rows.join('\n')}\n`);
    const asOf = parseIsoDay('2014-01-31') as Day;
    const found = cashPayments(book, asOf, new LateClaims(book, asOf, undefined), () => true);
    const told = cells().map(([, , , , , , , , , , toSettle, late]) => [Number(toSettle), Number(late)]);
    const ours = Array.from({ length: found.count }, (_, i) => {
      const paid = found.paid[i] as number;
      return [paid - (found.issued[i] as number), Math.max(0, paid - (found.due[i] as number))];
    });
    expect(ours).toHaveLength(2466);
    expect(ours).toEqual(told);
    expect(ours.filter(([, late]) => (late as number) > 0)).toHaveLength(877);
    expect([...found.claim]).toEqual(Array.from({ length: 2466 }, (_, row) => row));
    expect(isoDay(found.paid[0] as Day)).toBe('2013-01-15');
  });

  test('the file as it comes: 877 of 2,466 late, 561 disputed', async () => {
    const row = await last(['--as-of', '2014-01-31', '--window', '25m'], { 'l.csv': text() }, 'details');
    expect([row['invoices'], row['invoices_late'], row['invoices_disputed']]).toEqual([2466, 877, 561]);
    expect([row['late_rate_count'], row['dispute_rate_count'], row['paid']]).toEqual([0.3556, 0.2275, 147_703.18]);
  });
});

describe.skipIf(data === undefined)('barzilay, days to collect 79 and DSO 72', () => {
  const deals = (): Record<string, string>[] => {
    const [head = '', ...lines] = readFileSync(join(data as string, 'barzilay/deals.csv'), 'utf8')
      .trim()
      .split(/\r?\n/);
    const keys = head.split(',');
    return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [keys[i] as string, cell])));
  };
  const asOf = '2026-07-16';
  const dayOf = (text: string | undefined): number => parseIsoDay(text as string) as number;
  /** All of them in one currency, as the authors add them. */
  const ledger = (keep: (deal: Record<string, string>) => boolean): string => {
    const rows = deals().filter(keep);
    const cells = ['customer_id', 'invoice_number', 'issue_date', 'due_date', 'invoice_amount', 'repaid_date'];
    return `customer,document,date,due,amount,settled_on\n${rows.map((deal) => cells.map((cell) => deal[cell]).join(',')).join('\n')}\n`;
  };
  const isOpen = ({ status }: Record<string, string>): boolean => status === 'Financed' || status === 'Overdue';

  test('72: what is open, of all currencies, over all that was invoiced since 90 days ago, rejected deals too; ours keeps currencies apart and asks for months', async () => {
    const { receivable } = await last(['--as-of', asOf], { 'l.csv': ledger(isOpen) });
    expect(receivable).toBe(8_512_100);
    const since = dayOf(asOf) - 90;
    const issued = deals().filter(({ issue_date }) => dayOf(issue_date) >= since && dayOf(issue_date) <= dayOf(asOf));
    const sales = issued.reduce((sum, { invoice_amount }) => sum + Number(invoice_amount), 0);
    expect(rounded(daysOfSales(receivable as number, sales, 90) as NonNullable<ReturnType<typeof daysOfSales>>, 0)).toBe(72);
  });

  test('79: repaid deals and open ones up to the day, each alike; ours weighs by amount and counts what was paid, 51.68', async () => {
    const all = deals().filter((deal) => isOpen(deal) || deal['status'] === 'Repaid');
    const days = all.map(
      ({ issue_date, repaid_date, status }) => dayOf(status === 'Repaid' ? repaid_date : asOf) - dayOf(issue_date),
    );
    expect(Math.round(days.reduce((sum, one) => sum + one, 0) / days.length)).toBe(79);
    const row = await last(['--as-of', asOf, '--window', '24m'], {
      'l.csv': ledger((deal) => all.some(({ deal_id }) => deal_id === deal['deal_id'])),
    });
    const repaid = deals().filter(({ status }) => status === 'Repaid');
    const weighted = repaid.map(
      (deal) => Number(deal['invoice_amount']) * (dayOf(deal['repaid_date']) - dayOf(deal['issue_date'])),
    );
    const paid = repaid.reduce((sum, { invoice_amount }) => sum + Number(invoice_amount), 0);
    expect(row['days_to_pay']).toBe(Math.round((100 * weighted.reduce((sum, one) => sum + one, 0)) / paid) / 100);
  });
});
