// What does `ar provision` say, and not pass over: claims that are sound again, decisions and recoveries of nothing, entries of two runs, a part of a customer, and a file of its own?
import { describe, expect, test } from 'vitest';
import { ar, type Ran } from '../peers/program.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount,currency,account,collector,disputed\n';
const POLICY = '[provision]\nvat_rate = "20%"\n';
const DECIDED = 'customer,document,rate,reason,decided_by,day\n';
const AS_OF = ['--as-of', '2025-12-31', '--policy', 'p.toml'];

type Row = Readonly<Record<string, unknown>>;
const run = (ledger: string, line: readonly string[], files: Record<string, string> = {}): Promise<Ran> =>
  ar(['provision', 'l.csv', ...AS_OF, '--format', 'json', ...line], { 'l.csv': HEAD + ledger, 'p.toml': POLICY, ...files });

function first({ code, stdout, stderr }: Ran): Row[] {
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout).sections[0].rows;
}
const said = (rows: readonly Row[], ...keys: string[]) =>
  rows.map((row) =>
    keys
      .map((key) => row[key] ?? '')
      .join(' ')
      .trim(),
  );

describe('a claim on 416 that is sound again', () => {
  const LEDGER = `A,invoice,F1,,2024-01-10,2024-02-10,1200.00,EUR,416000,,
A,invoice,F2,,2025-01-10,2025-02-10,600.00,EUR,411000,,
`;
  const entries = async (decisions: string, ledger = LEDGER, more: readonly string[] = [], files = {}) =>
    said(
      first(await run(ledger, ['--decisions', 'd.csv', '--entries', ...more], { 'd.csv': DECIDED + decisions, ...files })),
      ...['account', 'auxiliary', 'document', 'debit', 'credit'],
    );

  test('goes back to 411 with its tax', async () => {
    expect(await entries('A,F1,0%,payé par échéances,x,2025-12-01\n')).toEqual(['411000 A F1 1200 0', '416000 A F1 0 1200']);
  });

  test('releases what was written down of it beside', async () => {
    const prior = { 'a.csv': 'customer,allowance\nA,400.00\n' };
    expect(await entries('A,,0%,accord tenu,x,2025-12-01\n', LEDGER, ['--prior', 'a.csv'], prior)).toEqual([
      ...['411000 A F1 1200 0', '416000 A F1 0 1200'],
      ...['491 A  400 0', '78174   0 400'],
    ]);
  });

  test('leaves credits that nothing allocates, which is said', async () => {
    const ledger = `${LEDGER}A,payment,P1,,2025-03-01,,-100.00,EUR,416000,,\n`;
    const line = ['--decisions', 'd.csv', '--entries', '--format', 'table'];
    const ran = await run(ledger, line, { 'd.csv': `${DECIDED}A,F1,0%,x,x,2025-12-01\n` });
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain('credits there that nothing allocates stay: A; letter them first.');
  });

  test.each<[string, string, string, Record<string, string>]>([
    ['without a decision', '', LEDGER, {}],
    [
      'while another claim of the customer is doubtful',
      'A,F1,0%,x,x,2025-12-01\nA,F2,50%,redressement,x,2025-12-01\n',
      LEDGER,
      {},
    ],
    [
      'while another one stands on 416 undecided',
      'A,F1,0%,x,x,2025-12-01\n',
      `${LEDGER}A,invoice,F3,,2024-01-10,2024-02-10,60.00,EUR,416000,,\n`,
      {},
    ],
    [
      'while a claim in another currency is doubtful',
      'A,F1,0%,x,x,2025-12-01\nA,F4,50%,x,x,2025-12-01\n',
      `${LEDGER}A,invoice,F4,,2024-01-10,2024-02-10,60.00,USD,411000,,\n`,
      {},
    ],
    ['in dispute', 'A,F1,0%,x,x,2025-12-01\n', LEDGER.replace('416000,,', '416000,,yes'), {}],
    ['in a proceeding', 'A,F1,0%,x,x,2025-12-01\n', LEDGER, { 'c.csv': 'id,proceeding\nA,redressement judiciaire\n' }],
  ])('stays %s', async (_, decisions, ledger, files) => {
    const more = 'c.csv' in files ? ['--customers', 'c.csv'] : [];
    const found = await entries(decisions, ledger, more, files);
    expect(found.filter((line) => line.startsWith('411000 A F1'))).toEqual([]);
  });

  test('goes back by letters, too, and to the account the policy names', async () => {
    const ledger = LEDGER.replace('416000', '416DUPONT');
    expect(await entries('A,F1,0%,x,x,2025-12-01\n', ledger)).toEqual(['411DUPONT A F1 1200 0', '416DUPONT A F1 0 1200']);
    const named416 = { 'p.toml': `${POLICY}accounts = { doubtful = "416000" }\n` };
    expect(await entries('A,F1,0%,x,x,2025-12-01\n', LEDGER, [], named416)).toEqual(['411000 A F1 1200 0', '416000 A F1 0 1200']);
    const named = { 'p.toml': `${POLICY}accounts = { doubtful = "416900", receivable = "411100" }\n` };
    expect(await entries('A,F1,0%,x,x,2025-12-01\n', LEDGER, [], named)).toEqual(['411100 A F1 1200 0', '416000 A F1 0 1200']);
  });
});

test('two closings of one day have no number in common, and one has the same numbers every time, in every language', async () => {
  const ledger =
    'A,invoice,F1,,2025-01-10,2025-02-10,1200.00,EUR,411000,,\nB,invoice,F2,,2025-01-10,2025-02-10,1200.00,EUR,411000,,\n';
  const files = { 'd.csv': `${DECIDED}A,,50%,x,x,2025-12-01\nB,,50%,x,x,2025-12-01\n` };
  const numbers = async (...more: string[]) => [
    ...new Set(said(first(await run(ledger, ['--decisions', 'd.csv', '--entries', ...more], files)), 'entry')),
  ];
  const [a, b] = [await numbers('--customer', 'A'), await numbers('--customer', 'B')];
  expect(a.filter((number) => b.includes(number))).toEqual([]);
  expect(await numbers('--customer', 'A', '--lang', 'fr')).toEqual(a);
  expect(a).toHaveLength(2);
  for (const number of a) expect(number).toMatch(/^OD20251231-[0-9A-Z]{4}-0000[12]$/);
});

test('a decision of what is paid is told, and one of what is open is not', async () => {
  const ledger = `A,invoice,F1,,2025-01-10,2025-02-10,1200.00,EUR,,,
A,payment,P1,F1,2025-03-10,,-1200.00,EUR,,,
A,invoice,F2,,2025-01-10,2025-02-10,600.00,EUR,,,
`;
  const told = async (decisions: string) =>
    (await run(ledger, ['--decisions', 'd.csv'], { 'd.csv': DECIDED + decisions })).stderr;
  expect(await told('A,F1,50%,x,y,2025-12-01\nA,F2,50%,x,y,2025-12-01\n')).toContain(
    'd.csv:2:2: note decision-settled: 1 decision is of claims of which nothing is open on 2025-12-31: A F1',
  );
  for (const fine of ['A,F2,50%,x,y,2025-12-01\n', 'A,,50%,x,y,2025-12-01\n', 'A,F1,0%,x,y,2025-12-01\n', 'A,F1,,,,\n'])
    expect(await told(fine)).not.toContain('decision-settled');
});

describe('--recovered', () => {
  const ledger = `A,invoice,F1,,2024-01-10,2024-02-10,1200.00,EUR,,,
A,write_off,W1,F1,2024-12-10,,-1200.00,EUR,,,
A,invoice,F2,,2025-01-10,2025-02-10,600.00,EUR,,,
`;
  const told = async (recovered: string, more: readonly string[] = [], files = {}) =>
    (
      await run(ledger, ['--recovered', 'r.csv', ...more], {
        'r.csv': `customer,document,amount,day,kind\n${recovered}`,
        ...files,
      })
    ).stderr;

  test('of a claim that was never written off is told', async () => {
    expect(await told('A,F2,120.00,2025-12-01,\n')).toContain(
      'r.csv:2:2: warning recovery-not-lost: 1 recovery is of more than the ledger wrote off of the claim by then: A F2',
    );
    expect(await told('A,F1,1000.00,2025-12-01,\nA,F1,300.00,2025-12-02,\n')).toContain('r.csv:3:2: warning recovery-not-lost');
  });

  test('of a claim that was, of one the ledger does not hold, of an insurer, and of one lost on this very closing is not', async () => {
    for (const fine of ['A,F1,1200.00,2025-12-01,\n', 'A,F0,120.00,2025-12-01,\n', 'A,F2,120.00,2025-12-01,insurance\n'])
      expect(await told(fine)).not.toContain('recovery-not-lost');
    const losses = { 'w.csv': 'customer,document,ground,reason,decided_by,day\nA,F2,none,x,y,2025-11-30\n' };
    expect(await told('A,F2,120.00,2025-12-01,\n', ['--write-off', 'w.csv'], losses)).not.toContain('recovery-not-lost');
  });
});

describe('--where', () => {
  const ledger = `A,invoice,F1,,2025-01-10,2025-02-10,1200.00,EUR,,Ana,
A,invoice,F2,,2025-01-10,2025-02-10,600.00,EUR,,Ben,
A,invoice,F3,,2025-01-10,2025-02-10,60.00,USD,,Ben,
B,invoice,F4,,2025-01-10,2025-02-10,600.00,EUR,,Ana,
`;
  const files = {
    'd.csv': `${DECIDED}A,,50%,x,y,2025-12-01\n`,
    'a.csv': 'customer,allowance,currency\nA,700.00,EUR\n',
    'b.csv': 'customer,allowance,currency\nB,1.00,EUR\n',
  };
  const asked = (...more: string[]) => run(ledger, ['--decisions', 'd.csv', ...more], files);

  test('that cuts the claims of a customer in two is refused beside his allowance', async () => {
    const ran = await asked('--prior', 'a.csv', '--where', 'collector=Ana');
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain(
      'error allowance-in-part: 1 customer with an allowance owes more or less than the rows that were asked for on 2025-12-31: A 600.00 EUR left out',
    );
  });

  test('that does not, or beside no allowance of his, is not', async () => {
    expect(said(first(await asked('--prior', 'a.csv', '--where', 'currency=EUR')), 'customer', 'existing', 'movement')).toEqual([
      'A 700 50',
    ]);
    expect((await asked('--where', 'collector=Ana')).code).toBe(0);
    expect((await asked('--prior', 'b.csv', '--where', 'collector=Ana')).code).toBe(0);
  });
});

test('what it wrote is its --prior with no option, in a currency of three decimals, too', async () => {
  const ledger = 'A,invoice,F1,,2025-01-10,2025-02-10,2.500,TND,,,\n';
  const decided = { 'd.csv': `${DECIDED}A,,50%,x,y,2025-12-01\n`, 'p.toml': '[provision]\nbase = "gross"\n' };
  const written = async (...form: string[]) => (await run(ledger, ['--decisions', 'd.csv', '--format', ...form], decided)).stdout;
  const out = await written('csv');
  expect(out).toContain(',1.250,0.000,1.250');
  for (const one of [
    out,
    await written('tsv'),
    await written('csv', '--dialect', 'excel-fr'),
    await written('csv', '--dialect', 'excel-en'),
  ]) {
    const again = await run(ledger, ['--decisions', 'd.csv', '--prior', 'out.csv'], { ...decided, 'out.csv': one });
    expect(said(first(again), 'required', 'existing', 'movement')).toEqual(['1.25 1.25 0']);
  }
  const files = { 'l.csv': HEAD + ledger, 'out.csv': out };
  const losses = await ar(
    ['losses', 'l.csv', '--as-of', '2025-12-31', '--allowance', 'out.csv', '--prior', 'out.csv', '--format', 'json'],
    files,
  );
  expect(losses.code, losses.stderr).toBe(0);
});

test('an allowance that is overdrawn is one for `ar losses` as for `ar provision`', async () => {
  const files = {
    'l.csv': `${HEAD}A,invoice,F1,,2025-01-10,2025-02-10,1200.00,EUR,,,\nA,payment,P1,F1,2025-01-11,,-200.00,EUR,,,\n`,
    'a.csv': 'customer,allowance\nA,-5.00\n',
    'b.csv': 'customer,allowance\nA,45.00\n',
  };
  const line = ['losses', 'l.csv', '--as-of', '2025-12-31', '--prior', 'a.csv', '--allowance', 'b.csv', '--format', 'json'];
  const rows = first(await ar(line, files)).filter(({ meaning }) => meaning === 'credit_manager_with_allowance');
  expect(rows.map(({ part }) => part)).toEqual([50]);
});
