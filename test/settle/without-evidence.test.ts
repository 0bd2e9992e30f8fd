// What is settled where no column says what paid what? Rounds that come back to nothing, then the one debit of exactly the amount that was open.
import { expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

/** What is open on a day: `document amount`. */
async function left(rows: string, asOf: string): Promise<string[]> {
  const csv = `customer,document,date,due,amount\n${rows.trim().replace(/^ +/gm, '')}\n`;
  const { stdout } = await ar(['age', 'l.csv', '--as-of', asOf, '--detail', '--format', 'json'], { 'l.csv': csv });
  return JSON.parse(stdout)
    .sections[0].rows.map(({ document, open }: { document: string; open: number }) => `${document} ${open}`)
    .sort();
}

test('a round that came back to nothing stays closed, whatever is posted later', async () => {
  const rows = `C1,F1,2024-01-01,2024-01-31,100.00
    C1,P1,2024-02-01,,-60.00
    C1,P2,2024-02-02,,-40.00
    C1,F2,2024-06-10,2024-07-10,40.00`;
  expect(await left(rows, '2024-06-09')).toEqual([]);
  expect(await left(rows, '2024-06-30')).toEqual(['F2 40']);
});

test('a payment pays what was open on its day: a later invoice of the same amount raises no doubt', async () => {
  const rows = `C1,F0,2024-01-01,2024-01-31,7.00
    C1,F1,2024-01-10,2024-02-09,100.00
    C1,P1,2024-02-10,,-100.00
    C1,F2,2024-06-10,2024-07-10,100.00`;
  expect(await left(rows, '2024-06-09')).toEqual(['F0 7']);
  expect(await left(rows, '2024-06-30')).toEqual(['F0 7', 'F2 100']);
});

test('a payment does not pay an invoice that was not there yet', async () => {
  const rows = `C1,F0,2024-01-01,2024-01-31,57.00
    C1,P1,2024-01-20,,-40.00
    C1,F2,2024-06-10,2024-07-10,40.00`;
  expect(await left(rows, '2024-06-30')).toEqual(['F0 57', 'F2 40', 'P1 -40']);
});

test('two debits of the amount leave a doubt, and a credit note of one day counts at its end', async () => {
  const rows = `C1,F1,2024-01-01,2024-01-31,50.00
    C1,F2,2024-01-02,2024-02-01,50.00
    C1,P1,2024-02-01,,-50.00`;
  expect(await left(rows, '2024-06-30')).toEqual(['F1 50', 'F2 50', 'P1 -50']);
});

test('a row of nothing that says it was paid is worth what was paid, in the books’ currency too', async () => {
  const csv = 'customer,date,due,amount,paid_amount,base\nC1,2024-01-01,2024-01-31,0.00,5.00,0.00\n';
  const { code, stdout } = await ar(['age', 'l.csv', '--as-of', '2024-01-10', '--in', 'EUR', '--format', 'json'], {
    'l.csv': csv,
  });
  expect([code, JSON.parse(stdout).sections[0].rows[0].total]).toEqual([0, -5]);
});

test('rows that are due on one day stand by what they say, not by their place in the file', async () => {
  const rows = ['C1,F1,2024-01-01,2024-01-31,10.00,invoice', 'C1,F1,2024-01-02,2024-01-31,10.00,charge'];
  const detail = async (list: string[]): Promise<string> =>
    (
      await ar(['age', 'l.csv', '--as-of', '2024-02-10', '--detail', '--format', 'csv'], {
        'l.csv': `customer,document,date,due,amount,kind\n${list.join('\n')}\n`,
      })
    ).stdout;
  expect(await detail(rows)).toBe(await detail(rows.toReversed()));
});

test('a column of the register that is called like one of the report is no group', async () => {
  const { code, stderr } = await ar(['age', 'l.csv', '--as-of', '2024-01-10', '--customers', 'c.csv', '--group-by', 'total'], {
    'l.csv': 'customer,document,date,due,amount\nC1,F1,2024-01-01,2024-01-31,1.00\n',
    'c.csv': 'id,total\nC1,S\n',
  });
  expect([code, /one of the report’s own columns/.test(stderr)]).toEqual([2, true]);
});
