// What does `ar losses` take of a journal of all accounts, of several firms and of the currency of the books? Sales of its accounts 70, losses of its accounts 654, and one firm at a time.
import { describe, expect, test } from 'vitest';
import { ar } from '../peers/program.ts';
import { type FecEntry, fecText, receipt, sale } from '../read/fec-file.ts';

type Cells = { readonly [key: string]: string | number | null };

async function losses(files: Record<string, string>, args: readonly string[]) {
  const names = Object.keys(files).filter((name) => name.endsWith('.txt') || name === 'l.csv');
  const ran = await ar(['losses', ...names, '--format', 'json', ...args], files);
  const sections: { name: string; rows: Cells[] }[] = ran.stdout === '' ? [] : JSON.parse(ran.stdout).sections;
  const [ratios, ages] = [sections[0]?.rows ?? [], sections[1]?.rows ?? []];
  return { ...ran, ages, of: (meaning: string) => ratios.filter((row) => row['meaning'] === meaning) };
}

const shown = ({ ratio, part, whole, basis }: Cells = {}) => [ratio, part, whole, basis];

/** Sold in a shop, with no receivable. */
const cashSale = (day: string, net: number): FecEntry => ({
  ...{ journal: 'VE', name: 'Ventes', number: `K${day}`, day, label: 'Caisse' },
  lines: [
    { account: '530000', amount: net * 1.2 },
    { account: '707000', amount: -net },
    { account: '445710', amount: -net * 0.2 },
  ],
});

const doubtful: FecEntry = {
  ...{ journal: 'OD', name: 'Divers', number: 'D1', day: '20260331', label: 'Douteux', piece: 'V2' },
  lines: [
    { account: '416000', aux: 'C2', amount: 120_00, letter: 'B' },
    { account: '411000', aux: 'C2', amount: -120_00, letter: 'A' },
  ],
};

/** `tax`: what of it the state gives back. */
const lost = (tax: number): FecEntry => ({
  ...{ journal: 'OD', name: 'Divers', number: 'L1', day: '20260430', label: 'Perte', piece: 'V2' },
  lines: [
    { account: '654000', amount: 60_00 - tax },
    ...(tax === 0 ? [] : [{ account: '445710', amount: tax }]),
    { account: '416000', aux: 'C2', amount: -60_00, letter: 'B' },
  ],
});

const BOOKS = [
  sale('V1', '20260105', 'C1', 1200_00),
  receipt('R1', '20260110', 'C1', 1200_00),
  sale('V2', '20260106', 'C2', 120_00, { letter: 'A' }),
  cashSale('20260210', 400_00),
  doubtful,
];
const NAME = '123456782FEC20261231.txt';

describe('of a FEC', () => {
  test.each([
    ['the tax of which comes back', 10_00, 50, 0.0333],
    ['the tax of which does not', 0, 60, 0.04],
  ])('a loss %s is what is debited to 654, of the sales of its accounts 70', async (_, tax, part, ratio) => {
    for (const engine of ['swift', 'careful']) {
      const told = await losses({ [NAME]: fecText([...BOOKS, lost(tax)]) }, ['--as-of', '2026-06-30', '--engine', engine]);
      expect(told.of('credit_manager').map(shown)).toEqual([[ratio, part, 1500, 'without_tax']]);
      expect(told.of('of_receivable').map(shown)).toEqual([[1, 60, 60, 'accounts']]);
      expect(told.of('moved_of_sales').map(shown)).toEqual([[0.0909, 120, 1320, 'accounts']]);
    }
  });

  test('sales are those of the invoices where its accounts speak of more than is asked', async () => {
    const files = { [NAME]: fecText([...BOOKS, lost(10_00), cashSale('20260520', 100_00)]) };
    const sold = async (...args: string[]) => (await losses(files, args)).of('credit_manager').map(({ whole }) => whole);
    expect(await sold('--as-of', '2026-05-31')).toEqual([1600]);
    // Of a month in its middle the accounts do not tell the days.
    expect(await sold('--as-of', '2026-05-10')).toEqual([1100]);
    expect(await sold('--as-of', '2026-05-31', '--customer', 'C1')).toEqual([1000]);
    expect(await sold('--as-of', '2026-05-31', '--where', 'CompAuxNum=C2')).toEqual([100]);
  });

  test('a whole one without an account 416 has no doubtful claims; of some of its accounts that is not known', async () => {
    const files = { [NAME]: fecText(BOOKS.slice(0, 4)) };
    const of = async (...args: string[]) =>
      (await losses(files, ['--as-of', '2026-06-30', ...args])).of('of_receivable').map(shown);
    expect(await of()).toEqual([[0, 0, 120, 'accounts']]);
    expect(await of('--accounts', '411')).toEqual([[null, null, null, 'no_doubtful_known']]);
  });

  test('what was moved to 416 is as old as its invoice, and lost there', async () => {
    const told = await losses({ [NAME]: fecText([...BOOKS, lost(10_00)]) }, [
      '--as-of',
      '2026-06-30',
      '--within',
      '0',
      '--customer',
      'C2',
    ]);
    const late = told.ages.filter(({ bucket }) => bucket !== 'not_due');
    expect(late.map(({ reached, paid, written_off, credited, open }) => [reached, paid, written_off, credited, open])).toEqual(
      Array.from({ length: 4 }, () => [120, 0, 60, 0, 60]),
    );
  });

  test('several firms are measured one at a time', async () => {
    const files = {
      [NAME]: fecText([...BOOKS, lost(0)]),
      '987654321FEC20261231.txt': fecText([sale('V1', '20260105', 'C1', 240_00)]),
    };
    const both = await losses(files, ['--as-of', '2026-06-30']);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('entities-several')]);
    const one = await losses(files, ['--as-of', '2026-06-30', '--entity', '987654321']);
    expect(one.of('credit_manager').map(shown)).toEqual([[0, 0, 200, 'without_tax']]);
  });
});

test('in the currency of the books what became of an age still adds up to it', async () => {
  const ledger = [
    'customer,kind,document,reference,date,due,amount,currency,base',
    'A,invoice,F1,,2026-01-01,2026-01-31,100.00,USD,33.34',
    'A,payment,P1,F1,2026-03-01,,-33.33,USD,-11.11',
    'A,write_off,W1,F1,2026-03-05,,-33.33,USD,-11.11',
    'A,invoice,F2,,2026-01-01,2026-01-31,50.00,EUR,50.00',
  ];
  const told = await losses({ 'l.csv': `${ledger.join('\n')}\n` }, ['--as-of', '2026-06-30', '--within', '0', '--in', 'EUR']);
  expect(told.ages.map(({ currency }) => currency)).toEqual(Array.from({ length: 5 }, () => 'EUR'));
  const [first] = told.ages;
  expect(first).toMatchObject({ reached: 83.34, credited: 0 });
  for (const { reached, paid, written_off, credited, open } of told.ages) {
    const cents = [paid, written_off, credited, open].map((amount) => Math.round((amount as number) * 100));
    expect(cents.reduce((sum, one) => sum + one, 0)).toBe(Math.round((reached as number) * 100));
  }
});

test('money that is mostly allocated to nothing makes no probability; some of it is told', async () => {
  const rows = (...more: string[]) =>
    `customer,kind,document,reference,date,due,amount\n${['A,invoice,F1,,2026-01-01,2026-01-31,100.00', 'A,payment,P1,F1,2026-03-01,,-100.00', ...more].join('\n')}\n`;
  const args = ['--as-of', '2026-06-30', '--within', '0'];
  const most = await losses({ 'l.csv': rows('A,payment,P2,,2026-03-01,,-100.01') }, args);
  expect(most.ages.slice(0, 2).map(({ probability, reason }) => [probability, reason])).toEqual([
    [null, 'mostly_unallocated'],
    [null, 'mostly_unallocated'],
  ]);
  const some = await losses({ 'l.csv': rows('A,payment,P2,,2026-03-01,,-99.99') }, args);
  expect(some.ages.map(({ probability, reason }) => [probability, reason])).toEqual([
    [1, null],
    [1, null],
    ...Array.from({ length: 3 }, () => [null, 'nothing_reached']),
  ]);
});

const TAXED = {
  'c.csv': 'id,vat_rate\nC1,0.20\n',
  'l.csv': `customer,kind,document,reference,date,due,amount,currency,net
C1,invoice,INV-001,,2026-01-05,2026-02-05,1055.00,EUR,1000.00
C1,charge,INT-001,,2026-03-05,2026-03-05,120.00,EUR,
C1,write_off,WO-0001,INT-001,2026-04-05,,-120.00,EUR,
C1,write_off,WO-0002,INV-001,2026-05-05,,-1055.00,EUR,
`,
};

test('interest charged for lateness bears no tax, whatever the customer’s rate', async () => {
  const { of } = await losses(TAXED, ['--as-of', '2026-06-30', '--customers', 'c.csv']);
  expect(shown(of('credit_manager')[0])).toEqual([1.12, 1120, 1000, 'without_tax']);
});

test('--explain takes off what was recovered, also where it is nothing', async () => {
  const args = ['losses', 'l.csv', '--as-of', '2026-06-30', '--customers', 'c.csv', '--format', 'md', '--explain'];
  expect((await ar(args, TAXED)).stdout).toContain('EUR (1,120.00 − 0.00) ÷ 1,000.00 = 112.00%');
});

describe('of a FEC, accounts beside the receivables tell', () => {
  const opening: FecEntry = {
    ...{ journal: 'AN', name: 'À nouveaux', number: 'A1', day: '20260101', label: 'À nouveau' },
    lines: [
      { account: '491000', amount: -30_00 },
      { account: '101000', amount: 30_00 },
    ],
  };
  const written: FecEntry = {
    ...{ journal: 'OD', name: 'Divers', number: 'W1', day: '20260630', label: 'Dépréciation' },
    lines: [
      { account: '681740', amount: 20_00 },
      { account: '491000', aux: 'C2', amount: -20_00 },
    ],
  };
  const recovered: FecEntry = {
    ...{ journal: 'BQ', name: 'Banque', number: 'Z1', day: '20260520', label: 'Rentrée' },
    lines: [
      { account: '512000', amount: 12_00 },
      { account: '758300', amount: -10_00 },
      { account: '445710', amount: -2_00 },
    ],
  };
  const files = (...more: FecEntry[]) => ({
    '000000000FEC20261231.txt': fecText([opening, ...BOOKS, lost(10_00), written, ...more]),
  });
  const half = ['--as-of', '2026-06-30', '--months', '6'];

  test('the allowance, what it rose by, and what came in of old losses', async () => {
    const { of } = await losses(files(recovered), half);
    const [loss, changed] = [of('credit_manager'), of('credit_manager_with_allowance')].map(([row]) => row);
    // 50.00 lost, 10.00 of it came in; the allowance was 30.00, and is 50.00.
    expect([loss?.['part'], changed?.['part']]).toEqual([40, 60]);
    expect(of('allowance_of_doubtful').map(({ part, whole }) => [part, whole])).toEqual([[50, 60]]);
  });

  test('what is stated goes first, and of some customers they say nothing', async () => {
    const stated = await losses(files(recovered), [...half, '--recovered', '5', '--allowance-change', '7']);
    expect(stated.of('credit_manager_with_allowance').map(({ part }) => part)).toEqual([52]);
    const some = await losses(files(recovered), [...half, '--customer', 'C2']);
    expect(some.of('allowance_of_doubtful').map(({ part, basis }) => [part, basis])).toEqual([[null, 'allowance_not_given']]);
  });

  test('not how much the allowance rose since a day before the books', async () => {
    const year = await losses(files(), ['--as-of', '2026-06-30']);
    expect(year.of('credit_manager_with_allowance').map(({ basis }) => basis)).toEqual(['allowance_change_not_given']);
  });
});

describe('where no age is old enough after twelve months', () => {
  const ledger = (from: string) => `customer,kind,document,reference,date,due,amount,currency
C1,invoice,V1,,${from},${from},1200.00,EUR
C1,payment,R1,V1,2026-05-10,,-1200.00,EUR
`;
  test('six are watched, which is told', async () => {
    const ran = await losses({ 'l.csv': ledger('2025-10-01') }, ['--as-of', '2026-06-30']);
    expect(JSON.parse(ran.stdout).parameters.within).toBe(6);
    expect(ran.ages.map(({ probability }) => probability)).toContain(1);
    expect(ran.stderr).toContain(
      'warning loss-history-young: in this history nothing reached an age 12 months ago, so what became of it is watched for 6 months',
    );
    const said = await losses({ 'l.csv': ledger('2025-10-01') }, ['--as-of', '2026-06-30', '--within', '6']);
    expect([said.ages, said.stderr.includes('loss-history-young')]).toEqual([ran.ages, false]);
  });

  test('nor after three: what to type is told', async () => {
    const ran = await losses({ 'l.csv': ledger('2026-05-01') }, ['--as-of', '2026-06-30']);
    expect(JSON.parse(ran.stdout).parameters.within).toBe(12);
    expect(ran.stderr).toContain('no probability of payment is known');
    expect(ran.stderr).toContain('--within 0');
  });

  test('twelve are watched where they tell something', async () => {
    const ran = await losses({ 'l.csv': ledger('2025-01-01') }, ['--as-of', '2026-06-30']);
    expect([JSON.parse(ran.stdout).parameters.within, ran.stderr.includes('loss-history-young')]).toEqual([12, false]);
  });
});
