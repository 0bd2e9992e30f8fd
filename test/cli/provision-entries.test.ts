// Which entries book a closing? The examples of rules §4.2 exactly, the chart of the year, every ground of tax, and what cannot be booked.
import { describe, expect, it, test } from 'vitest';
import { ar } from '../peers/program.ts';

type Files = Readonly<Record<string, string>>;
const DECISION = 'customer,document,rate,reason,decided_by,day\n';
const WRITE_OFF = 'customer,document,amount,ground,reason,decided_by,day\n';
const LEDGER = 'customer,name,kind,document,reference,date,due,amount,net,account\n';

/** What `ar provision --entries` books, as `DAY ACCOUNT D|C AMOUNT`, an empty line between entries; or what it tells. */
async function booked(files: Files, ...more: string[]): Promise<string> {
  const options = {
    'd.csv': '--decisions',
    'w.csv': '--write-off',
    'r.csv': '--recovered',
    'p.csv': '--prior',
    'c.csv': '--customers',
  };
  const given = Object.entries(options).flatMap(([name, option]) => (name in files ? [option, name] : []));
  const { code, stdout, stderr } = await ar(
    ['provision', 'l.csv', '--entries', '--format', 'json', '--quiet', ...given, ...more],
    files,
  );
  if (code !== 0) return stderr.trim();
  const rows: Record<string, string | number>[] = JSON.parse(stdout).sections[0].rows;
  let last = rows[0]?.['entry'];
  return rows
    .map(({ entry, account, debit, credit }) => {
      const gap = entry === last ? '' : '|';
      last = entry;
      return `${gap}${Number(debit) > 0 ? 'D' : 'C'} ${account} ${Number(debit) + Number(credit)}`;
    })
    .join(' ');
}

describe('the examples of rules §4.2', () => {
  const invoice = `${LEDGER}D,Debtor,invoice,FA25-001,,2025-03-05,2025-04-04,12000.00,10000.00,`;
  const onDoubtful = `${invoice}416000\n`;
  const paid = `${onDoubtful}D,Debtor,payment,VIR-1,FA25-001,2026-03-01,,-6000.00,,416000\n`;
  const rate = (share: string, day: string) => `${DECISION}D,FA25-001,${share},redressement,Nour,${day}\n`;
  const prior = (amount: string) => `customer,allowance\nD,${amount}\n`;
  const liquidated = 'id,name,proceeding,judgment_date\nD,Debtor,Liquidation judiciaire,2026-11-12\n';
  const lost = `${WRITE_OFF}D,FA25-001,,liquidation,clôture pour insuffisance d'actif,Nour,2026-12-15\n`;

  test('1 and 2: a doubtful claim moves with its tax, and is written down without', async () => {
    const files = { 'l.csv': `${invoice}411000\n`, 'd.csv': rate('0.40', '2025-12-20') };
    expect(await booked(files, '--as-of', '2025-12-31')).toBe('D 416000 12000 C 411000 12000 |D 68174 4000 C 491 4000');
  });

  test('3: half of it paid and 70 % of the rest feared: the allowance shrinks, and nothing moves again', async () => {
    const files = { 'l.csv': paid, 'd.csv': rate('0.70', '2026-12-20'), 'p.csv': prior('4000.00') };
    expect(await booked(files, '--as-of', '2026-12-31')).toBe('D 491 500 C 78174 500');
  });

  test('3: nothing paid: it grows', async () => {
    const files = { 'l.csv': onDoubtful, 'd.csv': rate('0.70', '2026-12-20'), 'p.csv': prior('4000.00') };
    expect(await booked(files, '--as-of', '2026-12-31')).toBe('D 68174 3000 C 491 3000');
  });

  test('4: lost for good: loss, tax and release', async () => {
    const files = { 'l.csv': paid, 'w.csv': lost, 'c.csv': liquidated, 'p.csv': prior('3500.00') };
    expect(await booked(files, '--as-of', '2026-12-31')).toBe('D 6544 5000 D 44571 1000 C 416000 6000 |D 491 3500 C 78174 3500');
  });

  test('4: with the tax not got back yet it is parked, and the claim of the year is lost on 6541', async () => {
    const pending = lost.replace('liquidation', 'pending');
    const files = { 'l.csv': paid.replace('2025-03-05', '2026-01-05'), 'w.csv': pending };
    expect(await booked(files, '--as-of', '2026-12-31')).toBe('D 6541 5000 D 467 1000 C 416000 6000');
  });

  test.each([
    ['receipts', 'D 6544 5000 D 44574 1000 C 416000 6000'],
    ['none', 'D 6544 6000 C 416000 6000'],
    ['irrecoverable', 'D 6544 5000 D 44571 1000 C 416000 6000'],
    ['remission', 'D 6544 5000 D 44571 1000 C 416000 6000'],
  ])('4: on the ground %s', async (ground, entry) => {
    expect(await booked({ 'l.csv': paid, 'w.csv': lost.replace('liquidation', ground) }, '--as-of', '2026-12-31')).toBe(entry);
  });

  test.each([
    ['7583', '2026-12-20', '2026-12-31', '20%', 'D 512 1200 C 7583 1000 C 44571 200'],
    ['7714', '2024-12-20', '2024-12-31', '20%', 'D 512 1200 C 7714 1000 C 44571 200'],
    ['no tax that was got back', '2026-12-20', '2026-12-31', '0', 'D 512 1200 C 7583 1200'],
  ])('5: %s: money of a claim lost before, and the tax that is due on it again', async (_, day, asOf, vat, entry) => {
    const received = `customer,document,amount,day,vat_rate\nD,FA20-9,1200.00,${day},${vat}\n`;
    const early = onDoubtful.replaceAll('2025', '2024');
    expect(await booked({ 'l.csv': early, 'r.csv': received }, '--as-of', asOf)).toBe(entry);
  });

  test('6: what came back unpaid is the claim it was, and is written down as that', async () => {
    const back = `${invoice}411000\nD,Debtor,payment,LCR-1,FA25-001,2025-06-30,,-12000.00,,411000\nD,Debtor,returned,REJ-1,FA25-001,2025-07-05,,12000.00,,411000\n`;
    const files = { 'l.csv': back, 'd.csv': rate('0.40', '2025-12-20') };
    expect(await booked(files, '--as-of', '2025-12-31')).toBe('D 416000 12000 C 411000 12000 |D 68174 4000 C 491 4000');
  });

  test('6: a bill that nobody will pay moves from the account of bills', async () => {
    const bill = `${LEDGER}D,Debtor,bill,FA25-001,,2025-03-05,2025-06-30,12000.00,10000.00,413000\n`;
    const files = { 'l.csv': bill, 'd.csv': rate('0.40', '2025-12-20') };
    expect(await booked(files, '--as-of', '2025-12-31')).toBe('D 416000 12000 C 413000 12000 |D 68174 4000 C 491 4000');
  });

  test.each([
    ['7587', '2026-12-20'],
    ['791', '2024-12-20'],
  ])('8: an insurer’s indemnity on %s, without tax', async (account, day) => {
    const received = `customer,document,amount,day,kind\nD,FA24-001,1200.00,${day},assurance\n`;
    const files = { 'l.csv': onDoubtful.replaceAll('2025', '2024'), 'r.csv': received };
    expect(await booked(files, '--as-of', '2026-12-31')).toBe(`D 512 1200 C ${account} 1200`);
  });
});

// Comptazine (BTS CG): cases P5.
test('1 200 with tax at 30 %, on the account of the firm; next year at 50 %', async () => {
  const ledger = `${LEDGER}C,Client,invoice,F2025-1,,2025-06-01,2025-07-01,1200.00,1000.00,\n`;
  const config = { 'ar.toml': '[provision]\naccounts = { allowance = "4916" }\njournal = "PROV"\n' };
  const decided = (rate: string, year: string) => `${DECISION}C,,${rate},litige,Nour,${year}-12-15\n`;
  const first = { ...config, 'l.csv': ledger, 'd.csv': decided('0.30', '2025') };
  expect(await booked(first, '--as-of', '2025-12-31')).toBe('D 416 1200 C 411 1200 |D 68174 300 C 4916 300');
  const second = { ...config, 'l.csv': ledger, 'd.csv': decided('0.50', '2026'), 'p.csv': 'customer,allowance\nC,300.00\n' };
  // No account is named: what existed when the customer was written down moved then.
  expect(await booked(second, '--as-of', '2026-12-31')).toBe('D 68174 200 C 4916 200');
});

// SAP F107 (cases H1) and SAPF104 (H3): a matrix, and a base with its tax; of an IFRS chart no claim moves.
test('rates by age book the difference only, on the chart of IFRS', async () => {
  const policy =
    '[provision]\nbase = "gross"\nchart = "ifrs"\njournal = "GJ"\nbuckets = "59,90,120"\nrates = { not_due = "0%", d1_59 = "0%", d60_90 = "3%", d91_120 = "25%", d121_plus = "100%" }\n';
  const due = (document: string, day: string, amount: string) => `C,Client,invoice,${document},,2025-01-01,${day},${amount},,\n`;
  const ledger = `${LEDGER}${due('A1', '2025-10-22', '10000.00')}${due('A2', '2025-09-22', '4000.00')}${due('A3', '2025-06-14', '1000.00')}${due('A4', '2025-12-01', '5000.00')}`;
  const files = { 'l.csv': ledger, 'ar.toml': policy };
  expect(await booked(files, '--as-of', '2025-12-31')).toBe('D 6800 2300 C 1290 2300');
  const more = { ...files, 'p.csv': 'customer,allowance\nC,2000.00\n' };
  expect(await booked(more, '--as-of', '2025-12-31')).toBe('D 6800 300 C 1290 300');
  const over = { ...files, 'p.csv': 'customer,allowance\nC,-100.00\n' };
  expect(await booked(over, '--as-of', '2025-12-31')).toBe('D 6800 2400 C 1290 2400');
});

test('the chart is that in force when the fiscal year began, and 6544 of the fiscal year before', async () => {
  const received = 'customer,document,amount,day,vat_rate\nD,FA20-9,1200.00,2025-02-01,20%\n';
  const lost = `${WRITE_OFF}D,FA24-001,,pending,disparu,Nour,2025-02-01\n`;
  const ledger = `${LEDGER}D,Debtor,invoice,FA24-001,,2024-08-05,2024-09-04,120.00,100.00,\n`;
  const files = { 'l.csv': ledger, 'r.csv': received, 'w.csv': lost };
  // A year from July 2024 to June 2025 begins before the reform, and holds the invoice.
  const july = { ...files, 'ar.toml': '[company]\nfiscal_year_end = "06-30"\n' };
  expect(await booked(july, '--as-of', '2025-06-30')).toMatch(/C 7714 1000 .*D 6541 100 D 467 20 C 411 120/);
  expect(await booked(files, '--as-of', '2025-06-30')).toMatch(/C 7583 1000 .*D 6544 100 D 467 20 C 411 120/);
});

describe('what is written off', () => {
  const ledger = `customer,name,kind,document,reference,date,due,amount,currency,tax_rate\nJ,Nihon,invoice,J-1,,2026-01-05,2026-02-04,11000,JPY,10\nJ,Nihon,invoice,E-1,,2026-01-05,2026-02-04,120.00,EUR,20\nJ,Nihon,payment,P-9,,2026-02-05,,-30.00,EUR,\n`;
  const lost = (row: string) => ({ 'l.csv': ledger, 'w.csv': `${WRITE_OFF}${row},disparu,Nour,2026-06-01\n` });
  const asOf = ['--as-of', '2026-06-30'] as const;

  it('is booked in the currency of the claim', async () => {
    expect(await booked(lost('J,J-1,,pending'), ...asOf)).toBe('D 6541 10000 D 467 1000 C 411 11000');
    expect(await booked(lost('J,J-1,550,pending'), ...asOf)).toBe('D 6541 500 D 467 50 C 411 550');
  });

  it.each([
    ['J,J-1,0.5,pending', /w\.csv:2:3: error write-off-refused: amount: this is no amount above 0 in JPY: "0\.5"/],
    ['J,J-1,11001,pending', /no more than 11000 JPY is open/],
    ['J,J-1,-5,pending', /no amount above 0/],
    ['J,,500,pending', /an amount is of one document, and none is named/],
    ['J,E-1,,pending', /120\.00 EUR is written off of J, who owes 90\.00 EUR once his own credits are taken off/],
    ['J,P-9,,pending', /write-off-unmatched: document: the customer J has no document P-9/],
    ['K,J-1,,pending', /write-off-unmatched: customer: the ledger has no customer K/],
    [
      'J,J-1,,',
      /w\.csv:2:4: error cell-missing: ground: .*liquidation, irrecoverable, remission, receipts, relief, pending, none/,
    ],
    [
      'J,J-1,,reminders',
      /w\.csv:2:4: error cell-unreadable: .*liquidation, irrecoverable, remission, receipts, relief, pending, none/,
    ],
    ['J,J-1,,liquidation', /no table of customers says that he is in liquidation/],
    ['J,J-1,,relief', /relief can be claimed from 2026-08-04 to 2030-08-04, and the write-off is of 2026-06-01/],
  ])('%s: %s', async (row, told) => {
    expect(await booked(lost(row), ...asOf)).toMatch(told);
  });

  it('gets the relief of the United Kingdom from its first day on', async () => {
    const files = { 'l.csv': ledger, 'w.csv': `${WRITE_OFF}J,J-1,,relief,a,b,2026-08-04\n` };
    expect(await booked(files, '--as-of', '2026-12-31')).toBe('D 6541 10000 D 44571 1000 C 411 11000');
  });

  it('needs a proof where it is irrecoverable, and a judgment of a liquidation before its day', async () => {
    const bare = { 'l.csv': ledger, 'w.csv': `${WRITE_OFF}J,J-1,,irrecoverable,,Nour,2026-06-01\n` };
    expect(await booked(bare, ...asOf)).toMatch(/reason: a claim is irrecoverable by what proves it/);
    const table = (proceeding: string, day: string) => `id,name,proceeding,judgment_date\nJ,Nihon,${proceeding},${day}\n`;
    const with_ = (text: string) => booked({ ...lost('J,J-1,,lj'), 'c.csv': text }, ...asOf);
    expect(await with_(table('redressement judiciaire', '2026-01-01'))).toMatch(
      /redressement judiciaire, which is no liquidation/,
    );
    expect(await with_(table('liquidation judiciaire', ''))).toMatch(/names no day of the judgment/);
    expect(await with_(table('liquidation judiciaire', '2026-06-02'))).toMatch(/the judgment is of 2026-06-02, after/);
    expect(await with_(table('LJ', '2026-06-01'))).toBe('D 6541 10000 D 44571 1000 C 411 11000');
  });

  it('leaves what is left to what credits pay, and to decisions', async () => {
    const files = { ...lost('J,E-1,40.00,pending'), 'd.csv': `${DECISION}J,E-1,50%,litige,Nour,2026-06-01\n` };
    // 120 − 40 lost is 80; 30 of credits leave 50, of which 41.67 is without tax.
    expect(await booked(files, ...asOf)).toBe('D 416 80 C 411 80 |D 6541 33.33 D 467 6.67 C 411 40 |D 68174 20.84 C 491 20.84');
  });

  it('of one document in two rows is no more than is open of it', async () => {
    const twice = `${WRITE_OFF}J,J-1,6000,pending,a,b,2026-06-01\nJ,J-1,6000,pending,a,b,2026-06-01\n`;
    expect(await booked({ 'l.csv': ledger, 'w.csv': twice }, ...asOf)).toMatch(/:3:3: .*no more than 5000 JPY is open/);
  });

  it('books those asked for only', async () => {
    const both = ledger.replace('J,Nihon,invoice,E-1', 'K,Other,invoice,E-1');
    const files = { 'l.csv': both, 'w.csv': `${WRITE_OFF}J,J-1,,none,a,b,\nK,E-1,,none,a,b,\n` };
    expect(await booked(files, ...asOf, '--customer', 'K')).toBe('D 6541 120 C 411 120');
  });
});

test('a FEC is in the currency of the books, and takes the worth of claims in another', async () => {
  const ledger = `customer,name,kind,document,date,due,amount,currency,base,net\nU,Uncle,invoice,US-1001,2026-01-05,2026-02-04,100.00,USD,92.31,100.00\n`;
  const files = { 'l.csv': ledger, 'd.csv': `${DECISION}U,US-1001,50%,litige,Nour,2026-06-01\n` };
  const asked = [
    'provision',
    'l.csv',
    '--decisions',
    'd.csv',
    '--entries',
    '--dialect',
    'fec',
    '--quiet',
    '--as-of',
    '2026-06-30',
  ];
  const refused = await ar(asked, files);
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toMatch(/--dialect fec: 2 entries are in USD, and a FEC is in EUR/);
  const { code, stdout } = await ar([...asked, '--in', 'EUR'], files);
  expect(code).toBe(0);
  const cells = stdout.split('\n').map((line) => line.split('\t'));
  expect(cells.slice(1, 5).map((line) => [4, 11, 12, 16, 17].map((at) => line[at]).join(' '))).toEqual([
    '416 92,31 0,00 100,00 USD',
    '411 0,00 92,31 100,00 USD',
    '68174 46,16 0,00  ',
    '491 0,00 46,16  ',
  ]);
  const none = await ar(asked, { ...files, 'd.csv': DECISION });
  expect([none.code, none.stdout.split('\n').length]).toEqual([0, 2]);
});

test('no text of a ledger parts a line of a FEC or runs a formula', async () => {
  const ledger = `${LEDGER}=C,"a\tb\nc",invoice,"=F\t1|2",,2026-01-05,2026-02-04,120.00,100.00,\n`;
  const files = { 'l.csv': ledger, 'd.csv': `${DECISION}=C,,50%,litige,Nour,2026-06-01\n` };
  const asked = ['provision', 'l.csv', '--decisions', 'd.csv', '--entries', '--quiet', '--as-of', '2026-06-30'];
  const { stdout } = await ar([...asked, '--dialect', 'fec'], files);
  const lines = stdout.replace(/\n$/, '').split('\n');
  expect(lines).toHaveLength(5);
  for (const line of lines) expect(line.split('\t')).toHaveLength(19);
  expect(lines[1]).toContain("\t'=C\t");
  const table = await ar([...asked, '--format', 'table'], files);
  expect(table.stdout).not.toMatch(/\t/);
});

test('without --entries a FEC has nothing to hold', async () => {
  const files = { 'l.csv': `${LEDGER}C,Client,invoice,F-1,,2026-01-05,2026-02-04,120.00,100.00,\n` };
  const { code, stderr } = await ar(['provision', 'l.csv', '--dialect', 'fec', '--as-of', '2026-06-30'], files);
  expect(code).toBe(2);
  expect(stderr).toMatch(/add --entries/);
});
