// Are write-downs what the rules, the standard and other systems make of the same claims? Each figure names its source; rules are those of domain/rules.md §4.
import { describe, expect, test } from 'vitest';
import { lossRates } from '../../src/measures/provision/roll-rates.ts';
import { ar } from './program.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Claims of one customer each, due so many days before 31 December 2026. */
function ledgerOf(claims: readonly (readonly [amount: string, daysLate: number])[], one = false): string {
  const due = (late: number): string => new Date(Date.UTC(2026, 11, 31 - late)).toISOString().slice(0, 10);
  const rows = claims.map(
    ([amount, late], i) => `${one ? 'C' : `C${i + 1}`},invoice,F${i + 1},2025-01-01,${due(late)},${amount},EUR`,
  );
  return ['customer,kind,document,date,due,amount,currency', ...rows].join('\n');
}

async function sectionsOf(files: Record<string, string>, ...more: string[]): Promise<Map<string, Row[]>> {
  const ran = await ar(['provision', 'l.csv', '--as-of', '2026-12-31', '--format', 'json', '--quiet', ...more], files);
  expect(ran.code, ran.stderr).toBe(0);
  const { sections } = JSON.parse(ran.stdout) as { sections: { name: string; rows: Row[] }[] };
  return new Map(sections.map(({ name, rows }) => [name, rows]));
}

async function provision(files: Record<string, string>, ...more: string[]): Promise<Row[]> {
  return (await sectionsOf(files, ...more)).get('provision') as Row[];
}

const cents = (row: Row | undefined, key: string): number => Math.round(Number(row?.[key] ?? 0) * 100);
const sum = (rows: readonly Row[], key: string): number => rows.reduce((total, row) => total + cents(row, key), 0) / 100;

/** A policy of rates alone, laid on amounts as they stand. */
const policyOf = (bounds: string, rates: Readonly<Record<string, string>>): string =>
  [
    ...['[provision]', 'base = "gross"', `buckets = "${bounds}"`, 'tax_law = "none"', '[provision.rates]'],
    ...Object.entries(rates).map(([key, rate]) => `${key} = "${rate}"`),
  ].join('\n');

describe('a matrix', () => {
  test.each<[string, readonly (readonly [string, number])[], string, Record<string, string>, number[], number]>([
    [
      'IFRS 9 illustrative example 12 (rules §4.5, case P1)',
      [
        ['15000000.00', 0],
        ['7500000.00', 10],
        ['4000000.00', 45],
        ['2500000.00', 75],
        ['1000000.00', 120],
      ],
      '30,60,90',
      { not_due: '0.3%', d1_30: '1.6%', d31_60: '3.6%', d61_90: '6.6%', d91_plus: '10.6%' },
      [45_000, 120_000, 144_000, 165_000, 106_000],
      580_000,
    ],
    [
      'Penn State ACCTG211 (case A12)',
      [
        ['18000.00', 0],
        ['5000.00', 10],
        ['2000.00', 40],
        ['200.00', 100],
      ],
      '30,60',
      { not_due: '1%', d1_30: '1.5%', d31_60: '5%', d61_plus: '50%' },
      [180, 75, 100, 100],
      455,
    ],
    [
      'US ageing method (case P4, a)',
      [
        ['150000.00', 0],
        ['50000.00', 10],
        ['40000.00', 40],
        ['25000.00', 70],
        ['10000.00', 100],
      ],
      '30,60,90',
      { not_due: '1%', d1_30: '5%', d31_60: '10%', d61_90: '25%', d91_plus: '50%' },
      [1500, 2500, 4000, 6250, 5000],
      19_250,
    ],
    [
      'Smoot (case P4, b)',
      [
        ['720000.00', 0],
        ['395000.00', 10],
        ['105000.00', 40],
        ['52000.00', 70],
        ['13000.00', 100],
      ],
      '30,60,90',
      { not_due: '0.5%', d1_30: '3%', d31_60: '16%', d61_90: '52.5%', d91_plus: '92%' },
      [3600, 11_850, 16_800, 27_300, 11_960],
      71_510,
    ],
    [
      'case P4, c',
      [
        ['350000.00', 0],
        ['175000.00', 10],
        ['83000.00', 40],
        ['38000.00', 70],
        ['12000.00', 100],
      ],
      '30,60,90',
      { not_due: '2%', d1_30: '8%', d31_60: '22%', d61_90: '58%', d91_plus: '78%' },
      [7000, 14_000, 18_260, 22_040, 9360],
      70_660,
    ],
    [
      'ABC (case P4, d)',
      [
        ['220000.00', 0],
        ['90000.00', 10],
        ['40000.00', 40],
        ['10000.00', 70],
        ['15000.00', 100],
      ],
      '30,60,90',
      { not_due: '1%', d1_30: '4%', d31_60: '8%', d61_90: '16%', d91_plus: '30%' },
      [2200, 3600, 3200, 1600, 4500],
      15_100,
    ],
    [
      'SAP F107: nothing below 60 days, 3%, 25% and all of it (peer case H1)',
      [
        ['10000.00', 70],
        ['4000.00', 100],
        ['1000.00', 200],
        ['5000.00', 30],
      ],
      '59,90,120',
      { not_due: '0%', d1_59: '0%', d60_90: '3%', d91_120: '25%', d121_plus: '100%' },
      [300, 1000, 1000, 0],
      2300,
    ],
    [
      'US CECL, the example of ASU 2016-13 (rules §4.5)',
      [
        ['100000.00', 0],
        ['100000.00', 10],
        ['100000.00', 40],
        ['100000.00', 70],
        ['100000.00', 100],
      ],
      '30,60,90',
      { not_due: '0.3%', d1_30: '8%', d31_60: '26%', d61_90: '58%', d91_plus: '82%' },
      [300, 8000, 26_000, 58_000, 82_000],
      174_300,
    ],
  ])('%s', async (_, claims, bounds, rates, each, total) => {
    const rows = await provision({ 'l.csv': ledgerOf(claims), 'p.toml': policyOf(bounds, rates) }, '--policy', 'p.toml');
    expect(rows.map((row) => row['required'])).toEqual(each);
    expect(sum(rows, 'required')).toBe(total);
    const [whole] = await provision({ 'l.csv': ledgerOf(claims, true), 'p.toml': policyOf(bounds, rates) }, '--policy', 'p.toml');
    expect(whole?.['required'], 'of one customer').toBe(total);
  });

  test.each([
    ['240 in credit before (P4, a)', '19250', '240.00', 19_010],
    ['42,000 in credit before (P4, b)', '71510', '42000.00', 29_510],
    ['1,000 in debit before (P4, d)', '15100', '-1000.00', 16_100],
    ['2,500 in credit before (P4, d)', '15100', '2500.00', 12_600],
  ])('the expense is what is required less what there is: %s', async (_, required, before, expense) => {
    const files = {
      'l.csv': ledgerOf([[`${required}.00`, 100]], true),
      'p.toml': policyOf('30', { not_due: '0%', d1_30: '0%', d31_plus: '100%' }),
      'prior.csv': `customer,allowance\nC,${before}\n`,
    };
    const [row] = await provision(files, '--policy', 'p.toml', '--prior', 'prior.csv');
    expect(row?.['movement']).toBe(expense);
  });

  test('roll rates of 20, 30, 45 and 60%, 75% lost of the last bucket: 1.215, 6.075, 20.25, 45 and 75% (rules §4.5)', () => {
    const percent = (of: number) => ({ numerator: BigInt(of), denominator: 100n });
    const rates = lossRates([20, 30, 45, 60].map(percent), percent(75)) as { numerator: bigint; denominator: bigint }[];
    expect(rates.map(({ numerator, denominator }) => Number((numerator * 100_000n) / denominator))).toEqual([
      1215, 6075, 20_250, 45_000, 75_000,
    ]);
  });

  test.each([
    ['72,052.50 on 600k, 150k, 60k, 30k and 40k', '', 72_052.5],
    ['79,257.75 with a factor of 1.10', 'factor = "1.10"\nfactor_reason = "insolvencies are rising"', 79_257.75],
  ])('those rates come to %s (rules §4.5)', async (_, factor, total) => {
    const claims = [
      ['600000.00', 0],
      ['150000.00', 10],
      ['60000.00', 40],
      ['30000.00', 70],
      ['40000.00', 100],
    ] as const;
    const rates = { not_due: '1.215%', d1_30: '6.075%', d31_60: '20.25%', d61_90: '45%', d91_plus: '75%' };
    const policy = policyOf('30,60,90', rates).replace('[provision.rates]', `${factor}\n[provision.rates]`);
    const rows = await provision({ 'l.csv': ledgerOf(claims), 'p.toml': policy }, '--policy', 'p.toml');
    expect(sum(rows, 'required')).toBe(total);
  });

  test('no factor makes a rate more than the whole', async () => {
    const policy = policyOf('30', { not_due: '0%', d1_30: '60%', d31_plus: '80%' });
    const factored = policy.replace('[provision.rates]', 'factor = "1.5"\nfactor_reason = "x"\n[provision.rates]');
    const rows = await provision(
      {
        'l.csv': ledgerOf([
          ['100.00', 10],
          ['100.00', 40],
        ]),
        'p.toml': factored,
      },
      '--policy',
      'p.toml',
    );
    expect(rows.map((row) => row['required'])).toEqual([90, 100]);
  });
});

describe('decisions, claim by claim (rules §4.2)', () => {
  const CUSTOMERS = 'id,vat_rate\nD,0.20\n';
  const DECISION = (rate: string): string =>
    `customer,document,rate,reason,decided_by,day\nD,,${rate},liquidation judiciaire,CFO,2026-12-01\n`;
  const owed = (paid: string): string =>
    [
      'customer,kind,document,reference,date,due,amount,currency',
      'D,invoice,F1,,2026-03-01,2026-03-31,12000.00,EUR',
      ...(paid === '' ? [] : [`D,payment,P1,F1,2026-11-01,,-${paid},EUR`]),
    ].join('\n');
  const one = async (ledger: string, rate: string, prior?: string): Promise<Row | undefined> => {
    const files: Record<string, string> = { 'l.csv': ledger, 'c.csv': CUSTOMERS, 'd.csv': DECISION(rate) };
    if (prior !== undefined) files['prior.csv'] = `customer,allowance\nD,${prior}\n`;
    const more = prior === undefined ? [] : ['--prior', 'prior.csv'];
    return (await provision(files, '--customers', 'c.csv', '--decisions', 'd.csv', ...more))[0];
  };

  test('example 2: 40% of 10,000 without tax is 4,000', async () => {
    expect(await one(owed(''), '0.40')).toMatchObject({ open: 12_000, base: 10_000, rate: 0.4, required: 4000, movement: 4000 });
  });

  test('example 3: 6,000 paid, 70%: 3,500 required of 4,000 there are, 500 released', async () => {
    expect(await one(owed('6000.00'), '0.70', '4000.00')).toMatchObject({
      base: 5000,
      required: 3500,
      existing: 4000,
      movement: -500,
    });
  });

  test('example 3, nothing paid: 7,000 required, 3,000 more', async () => {
    expect(await one(owed(''), '70%', '4000.00')).toMatchObject({ required: 7000, existing: 4000, movement: 3000 });
  });

  test('Comptazine: 1,200 with tax, 30% lost is 300; 50% the year after is 200 more (case P5)', async () => {
    const ledger = owed('').replace('12000.00', '1200.00');
    expect(await one(ledger, '0.30')).toMatchObject({ base: 1000, required: 300, movement: 300 });
    expect(await one(ledger, '0.50', '300.00')).toMatchObject({ required: 500, movement: 200 });
  });

  test('without tax is (what was owed − what was received) ÷ (1 + rate) (memocompta, case P7)', async () => {
    expect(await one(owed('4800.00'), '0.25')).toMatchObject({ open: 7200, base: 6000, required: 1500 });
  });

  test('SAP F104: 25% of 1,150 with tax is 287.50, and 250 without; then 50% posts the difference alone (peer case H3)', async () => {
    const files = {
      'l.csv': owed('')
        .replace('12000.00', '1150.00')
        .replace('amount,currency', 'amount,currency,tax_amount')
        .replace('1150.00,EUR', '1150.00,EUR,150.00'),
      'p.toml': '[provision]\nbase = "gross"\n',
      ...{ 'd.csv': DECISION('0.25'), 'e.csv': DECISION('0.50'), 'prior.csv': 'customer,allowance\nD,287.50\n' },
    };
    expect((await provision(files, '--policy', 'p.toml', '--decisions', 'd.csv'))[0]).toMatchObject({ required: 287.5 });
    expect((await provision(files, '--decisions', 'd.csv'))[0]).toMatchObject({ base: 1000, required: 250 });
    const again = await provision(files, '--policy', 'p.toml', '--decisions', 'e.csv', '--prior', 'prior.csv');
    expect(again[0]).toMatchObject({ required: 575, existing: 287.5, movement: 287.5 });
  });

  test('SAP F103: 214 days late is beyond a deadline of 180, and only proposes (peer case H2)', async () => {
    const ledger = owed('').replace('2026-03-31', '2026-05-31');
    const sections = await sectionsOf({ 'l.csv': ledger }, '--policy', 'fr');
    expect(sections.get('proposals')).toEqual([expect.objectContaining({ document: 'F1', days_late: 214, signs: 'late' })]);
    expect(sections.get('provision')).toEqual([]);
  });

  test('an allowance of a customer who paid goes whole, also of one who has left the ledger', async () => {
    const files = { 'l.csv': owed('12000.00'), 'prior.csv': 'customer,allowance\nD,4000.00\nGONE,50.00\n' };
    const rows = await provision(files, '--prior', 'prior.csv');
    expect(rows.map((row) => [row['customer'], row['required'], row['existing'], row['movement']])).toEqual([
      ['D', 0, 4000, -4000],
      ['GONE', 0, 50, -50],
    ]);
  });
});

test('the ledger’s own rolls: what stands in the next bucket a month on, and what was written off of what came to the last', async () => {
  // 1,000 due on 15 May: 500 of it paid in June, 250 more in July, and the last 250 written off in October.
  const ledger = [
    'customer,kind,document,reference,date,due,amount,currency',
    'A,invoice,F1,,2026-04-20,2026-05-15,1000.00,EUR',
    'A,payment,P1,F1,2026-06-10,,-500.00,EUR',
    'A,payment,P2,F1,2026-07-10,,-250.00,EUR',
    'A,write_off,W1,F1,2026-10-15,,-250.00,EUR',
    'A,invoice,F2,,2026-12-01,2026-12-31,1000.00,EUR',
  ].join('\n');
  const sections = await sectionsOf({ 'l.csv': ledger }, '--policy', 'ifrs9', '--rates-from-history', '12');
  expect(sections.get('history')?.map((row) => [row['bucket'], row['months'], row['roll'], row['loss_rate']])).toEqual([
    ['not_due', 1, 1, 0.25],
    ['d1_30', 1, 0.5, 0.25],
    ['d31_60', 1, 0.5, 0.5],
    ['d61_90', 1, 1, 1],
    ['d91_plus', null, 1, 1],
  ]);
  expect(sections.get('provision')?.[0]).toMatchObject({ open: 1000, required: 250 });
});
