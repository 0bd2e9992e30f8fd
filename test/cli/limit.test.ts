// Does `ar limit` reckon each method of rules §1.7 that is asked for, from the ledger and the tables beside it? Small ledgers through the program, figures worked out by hand.
import { describe, expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

type Row = Readonly<Record<string, unknown>>;
const HEADS = 'customer,kind,document,reference,date,due,amount\n';

/** Rows of a section, by customer and currency. */
async function rowsOf(files: Readonly<Record<string, string>>, section: string, ...args: string[]): Promise<Map<string, Row>> {
  const beside = ['customers.csv', 'orders.csv'].flatMap((name) => (name in files ? [`--${name.slice(0, -4)}`, name] : []));
  const { stdout, stderr } = await ar(
    ['limit', 'l.csv', ...beside, '--as-of', '2026-06-30', '--format', 'json', '--quiet', ...args],
    files,
  );
  if (stdout === '') throw new Error(stderr);
  const { sections } = JSON.parse(stdout) as { sections: { name: string; rows: Row[] }[] };
  const rows = sections.find(({ name }) => name === section)?.rows ?? [];
  return new Map(rows.map((row) => [`${row['customer']} ${row['currency']}`, row]));
}

const errorOf = async (files: Readonly<Record<string, string>>, ...args: string[]) => {
  const { stderr, code } = await ar(['limit', 'l.csv', '--as-of', '2026-06-30', ...args], files);
  return [code, stderr.split('\n').filter((line) => line.includes(': error '))] as const;
};

/** Paid in time from month to month; 900 in March, 100 in each other month. */
const YEAR = `${HEADS}${Array.from({ length: 12 }, (_, i) => {
  const [year, month] = i < 6 ? [2025, i + 7] : [2026, i - 5];
  const at = `${year}-${String(month).padStart(2, '0')}`;
  const sum = month === 3 ? '900.00' : '100.00';
  return `C,invoice,F${i},,${at}-01,${at}-21,${sum}\nC,payment,P${i},F${i},${at}-21,,-${sum}\n`;
}).join('')}`;

describe('rules §1.7, terms and lateness by the month of most sales', () => {
  test('is of the calendar month in which most was sold, credit notes off', async () => {
    const files = { 'l.csv': `${YEAR}C,credit_note,A1,,2026-03-30,,-60.00\n` };
    const [working] = (await rowsOf(files, 'working', '--methods', 'peak', '--invoicing-cycle', '10')).values();
    expect(working).toMatchObject({ peak_sales: 840, peak_month: '2026-03-01', terms_days: 20, invoicing_cycle: 10 });
    const [row] = (await rowsOf(files, 'limit', '--methods', 'peak', '--invoicing-cycle', '10', '--growth', '10%')).values();
    // 840 × 1.1 × (20 + 10) ÷ 30.
    expect(row).toMatchObject({ peak: 924, binding: 'peak', proposed: 900 });
  });

  test('a month that the twelve only touch counts whole, and none before it', async () => {
    const files = { 'l.csv': `${YEAR}C,invoice,X,,2025-06-16,2025-07-06,5000.00\nC,payment,PX,X,2025-07-06,,-5000.00\n` };
    const on = async (day: string) =>
      [...(await rowsOf(files, 'working', '--methods', 'peak', '--as-of', day)).values()][0]?.['peak_sales'];
    expect([await on('2026-06-15'), await on('2026-06-30')]).toEqual([5000, 900]);
  });

  test('a peak that the table expects goes first, and does not grow', async () => {
    const files = { 'l.csv': YEAR, 'customers.csv': 'id,monthly_peak,invoicing_cycle\nC,3000,10\n' };
    const args = ['--methods', 'peak', '--growth', '10%', '--invoicing-cycle', '99'];
    expect((await rowsOf(files, 'limit', ...args)).get('C EUR')).toMatchObject({ peak: 3000 });
    expect((await rowsOf(files, 'working', ...args)).get('C EUR')).toMatchObject({ peak_month: null, invoicing_cycle: 10 });
  });
});

describe('rules §1.7, the base of the AFDCC', () => {
  const base = ['--methods', 'afdcc'];
  const LEDGER = `${HEADS}C,invoice,F1,,2026-06-01,2026-07-31,300.00\n`;

  test('is orders, deliveries to be invoiced and what is unpaid, each currency apart; who has orders alone has a row', async () => {
    const files = {
      'l.csv': LEDGER,
      'customers.csv': 'id,name,currency,behaviour_coefficient\nC,Un,EUR,0.5\nD,Deux,EUR,\n',
      'orders.csv': 'customer,currency,undelivered,unbilled\nC,EUR,100,50\nC,USD,70,\nNEW,EUR,20,\n',
    };
    const rows = await rowsOf(files, 'limit', ...base, '--terms-coefficient', '1.5');
    expect([...rows.values()].map(({ customer, currency, afdcc, reason }) => [customer, currency, afdcc, reason])).toEqual([
      ['D', 'EUR', null, 'nothing_committed'],
      ['NEW', 'EUR', 30, null],
      ['C', 'EUR', 337.5, null],
      ['C', 'USD', 52.5, null],
    ]);
    expect([...(await rowsOf(files, 'limit', ...base, '--customer', 'D')).keys()]).toEqual(['D EUR']);
  });

  test('is not known where nobody says what is ordered, and a file without rows says that nothing is', async () => {
    expect((await rowsOf({ 'l.csv': LEDGER }, 'limit', ...base)).get('C EUR')).toMatchObject({
      afdcc: null,
      reason: 'orders_unknown',
    });
    const files = { 'l.csv': LEDGER, 'orders.csv': 'customer,undelivered\n' };
    expect((await rowsOf(files, 'limit', ...base)).get('C EUR')).toMatchObject({ afdcc: 300, reason: null });
  });

  test('of a FEC has what was accrued on 418, as ar exposure', async () => {
    const heads =
      'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise';
    const line = (n: number, account: string, aux: string, debit: string, credit: string): string =>
      `VE\tVentes\t${n}\t20260601\t${account}\tX\t${aux}\tX\tF${n}\t20260601\tFacture\t${debit}\t${credit}\t\t\t20260601\t\t`;
    const files = {
      'l.csv': `${[
        heads,
        line(1, '411000', 'C', '1200,00', '0,00'),
        line(1, '707000', '', '0,00', '1200,00'),
        line(2, '418100', 'C', '600,00', '0,00'),
        line(2, '707000', '', '0,00', '600,00'),
      ].join('\n')}\n`,
      'orders.csv': 'customer,undelivered\nC,40\n',
    };
    expect((await rowsOf(files, 'limit', ...base)).get('C EUR')).toMatchObject({ afdcc: 1840 });
    expect((await rowsOf(files, 'working', ...base)).get('C EUR')).toMatchObject({ orders: 40, unbilled: 600, unpaid: 1200 });
  });
});

describe('rules §1.7, what else a house decides', () => {
  test('a first order of who paid nothing yet, in its currency, and of nobody else', async () => {
    const files = {
      'l.csv': `${YEAR}N,invoice,N1,,2026-06-01,2026-07-01,100.00\n`,
      'customers.csv': 'id,currency\nX,EUR\nU,USD\n',
      'ar.toml': '[limit]\nfirst_order = { EUR = "2500" }\n',
    };
    const rows = await rowsOf(files, 'limit');
    expect(rows.get('N EUR')).toMatchObject({ behaviour: 2500, reason: 'first_order' });
    expect(rows.get('X EUR')).toMatchObject({ behaviour: 2500, binding: 'behaviour', proposed: 2500 });
    expect(rows.get('U USD')).toMatchObject({ behaviour: null, proposed: null });
    expect(rows.get('C EUR')).toMatchObject({ behaviour: 900 });
    expect((await rowsOf(files, 'limit', '--first-order', 'EUR=10.50')).get('X EUR')).toMatchObject({
      behaviour: 10.5,
      proposed: 10,
    });
  });

  test('who has paid in one currency is nobody new in another, and who is carried forward is not new', async () => {
    const head = 'customer,kind,document,reference,date,due,amount,currency\n';
    const paid = 'C,invoice,F1,,2026-01-01,2026-01-31,10.00,EUR\nC,payment,P1,F1,2026-01-31,,-10.00,EUR\n';
    const rest =
      'C,invoice,U1,,2026-06-01,2026-07-01,10.00,USD\nO,opening,O1,,2026-01-01,,10.00,USD\nN,invoice,N1,,2026-06-01,2026-07-01,10.00,USD\n';
    const rows = await rowsOf({ 'l.csv': head + paid + rest }, 'limit', '--first-order', 'USD=7', '--methods', 'behaviour');
    const told = ['C EUR', 'C USD', 'O USD', 'N USD'].map((key) => rows.get(key)?.['behaviour']);
    expect(told).toEqual([10, null, null, 7]);
  });

  test('a list of open items knows nobody as new', async () => {
    const files = { 'l.csv': `${HEADS}C,invoice,F1,,2026-06-01,2026-07-31,300.00\n` };
    expect((await rowsOf(files, 'limit', '--first-order', 'EUR=10')).get('C EUR')).toMatchObject({ behaviour: null });
  });

  test('days to the delivery, which the need bears', async () => {
    const files = { 'l.csv': YEAR, 'customers.csv': 'id,delivery_lag\nC,16\n' };
    // 2,000 × (20 + 16) ÷ 360.
    expect((await rowsOf(files, 'limit', '--delivery-lag', '7')).get('C EUR')).toMatchObject({ need: 200 });
    expect((await rowsOf(files, 'working')).get('C EUR')).toMatchObject({ days: 36, delivery_lag: 16 });
  });

  test('the insurer’s cap only where the policy names it', async () => {
    const files = { 'l.csv': YEAR, 'customers.csv': 'id,insured_limit\nC,50\n' };
    expect((await rowsOf(files, 'limit')).get('C EUR')).toMatchObject({ binding: 'insurer', proposed: 50 });
    const without = (await rowsOf(files, 'limit', '--methods', 'need,behaviour')).get('C EUR');
    expect(without).toMatchObject({ binding: 'need', proposed: 100 });
    expect(Object.keys(without ?? {})).not.toContain('insurer');
  });

  test('shares of one customer before those of all; nothing of another currency', async () => {
    const files = {
      'l.csv': `customer,kind,document,date,due,amount,currency\nC,invoice,F1,2026-06-01,2026-07-31,300.00,USD\n`,
      'customers.csv':
        'id,currency,net_worth,net_worth_share,supplier_debt,supplier_debt_share,total_purchases,total_purchases_share\nC,EUR,1000,20%,1000,,1000,0.5\n',
    };
    const rows = await rowsOf(files, 'limit', '--supplier-debt-share', '25%', '--total-purchases-share', '1%');
    expect(rows.get('C EUR')).toMatchObject({ net_worth: 200, supplier_debt: 250, total_purchases: 500 });
    expect(rows.get('C USD')).toMatchObject({ net_worth: null, supplier_debt: null, total_purchases: null });
  });

  test('what nobody asks for changes nothing', async () => {
    const { stdout } = await ar(['limit', 'l.csv', '--as-of', '2026-06-30', '--quiet'], { 'l.csv': YEAR });
    expect(stdout.split('\n')[0]).toBe(
      'customer,name,currency,need,behaviour,insurer,net_worth,proposed,binding,limit,change,reason',
    );
  });
});

describe('what cannot be is told, with its place', () => {
  const l = { 'l.csv': YEAR };
  test.each<[string, string]>([
    [
      'methods = "need, peek"',
      'ar.toml:2: error config-bad-value: [limit] methods knows no method peek: did you mean peak?: "need, peek"',
    ],
    ['methods = "need, need"', 'ar.toml:2: error config-bad-value: [limit] methods names need twice: "need, need"'],
    [
      'methods = "need,,peak"',
      'ar.toml:2: error config-bad-value: [limit] methods has a comma without a method: the methods are',
    ],
    [
      'terms_coefficient = "110"',
      'ar.toml:2: error config-bad-value: [limit] terms_coefficient takes a number above 0 and up to 10',
    ],
    ['behaviour_coefficient = "-1"', 'ar.toml:2: error config-bad-value: [limit] behaviour_coefficient takes a number above 0'],
    ['months_of_sales = "13"', 'ar.toml:2: error config-bad-value: [limit] months_of_sales takes months of a year'],
    ['months_of_sales = "0"', 'ar.toml:2: error config-bad-value: [limit] months_of_sales takes months of a year'],
    ['supplier_debt_share = "15"', 'ar.toml:2: error config-bad-value: [limit] supplier_debt_share takes a share from 0 to 1'],
    ['first_order = { EUR = "1.234" }', 'ar.toml:2: error config-bad-value: [limit] first_order has more decimals than EUR has'],
    [
      'terms_coeficient = "1.1"',
      'ar.toml:2: error config-unknown-key: [limit] has no key terms_coeficient; did you mean terms_coefficient?',
    ],
  ])('[limit] %s', async (key, said) => {
    const [code, errors] = await errorOf({ ...l, 'ar.toml': `[limit]\n${key}\n` });
    expect(code).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(said);
  });

  test.each<[string, string, string]>([
    ['terms_coefficient', '0', 'not a number above 0 and up to 10'],
    ['behaviour_coefficient', '90', 'not a number above 0 and up to 10'],
    ['months_of_sales', '12.5', 'not a number above 0 and up to 12'],
    ['total_purchases_share', '3', 'not a share of 1'],
    ['delivery_lag', '2 weeks', 'not a whole number of days'],
    ['supplier_debt', '-1', 'nothing that a limit is made of is a negative amount'],
  ])('in the column %s: %s', async (column, cell, said) => {
    const [code, errors] = await errorOf({ ...l, 'c.csv': `id,${column}\nC,${cell}\n` }, '--customers', 'c.csv');
    expect([code, errors.length]).toEqual([2, 1]);
    expect(errors[0]).toMatch(new RegExp(`^c.csv:2:2: error cell-unreadable: ${column}: ${said}`));
  });

  test.each<[string[], string | undefined]>([
    [
      ['--orders', 'o.csv'],
      '--orders: it is for the method afdcc, which is not reckoned; add it: --methods need,behaviour,insurer,net_worth,supplier_debt,total_purchases,afdcc',
    ],
    [['--months-of-sales', '2'], '--months-of-sales: it is for the method months_of_sales'],
    [['--methods', 'need', '--grace', '3'], '--grace: it is for the method behaviour'],
    [['--methods', 'need', '--first-order', 'EUR=3'], '--first-order: it is for the method behaviour'],
    [['--methods', 'insurer', '--growth', '3%'], '--growth: it is for the method need or behaviour or peak or months_of_sales'],
    [['--methods', 'need', '--growth', '3%'], undefined],
  ])('%j of a method that is not reckoned', async (args, said) => {
    const [code, errors] = await errorOf({ ...l, 'o.csv': 'customer,undelivered\n' }, ...args);
    if (said === undefined) expect([code, errors]).toEqual([0, []]);
    else expect([code, errors[0]]).toEqual([2, expect.stringContaining(said)]);
  });

  test('in an ar.toml such a key stands for other runs', async () => {
    const config = '[limit]\nmonths_of_sales = "2"\nfirst_order = { EUR = "3" }\n';
    expect(await errorOf({ ...l, 'ar.toml': config }, '--methods', 'need')).toEqual([0, []]);
  });
});
