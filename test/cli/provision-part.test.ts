// What moves where a part of the ledger is asked for (--where), or all of it in one currency (--in)? Nothing of what is not looked at.
import { describe, expect, test } from 'vitest';
import { ar, type Ran } from '../peers/program.ts';

const LEDGER = `customer,kind,document,date,due,amount,currency,base,collector,account
A,invoice,A1,2025-01-10,2025-02-10,1000.00,EUR,1000.00,Ana,
A,invoice,A2,2025-01-10,2025-02-10,500.00,USD,400.00,Ana,
B,invoice,B1,2025-01-10,2025-02-10,600.00,EUR,600.00,Ben,
C,invoice,C1,2025-01-10,2025-02-10,300.00,EUR,300.00,Ana,
C,payment,P1,2025-03-10,,-300.00,EUR,-300.00,Ana,
`;
const DECISIONS = `customer,document,rate,reason,decided_by,day
A,A1,50%,redressement,x,2026-06-01
A,A2,50%,redressement,x,2026-06-01
B,,50%,redressement,x,2026-06-01
`;
const PRIOR = 'customer,currency,allowance\nA,EUR,400.00\nA,USD,100.00\nB,EUR,250.00\nC,EUR,30.00\n';
const POLICY = '[provision]\nbase = "gross"\n';

function run(prior: string, ...more: string[]): Promise<Ran> {
  const files = { 'l.csv': LEDGER, 'd.csv': DECISIONS, 'p.csv': prior, 'p.toml': POLICY };
  const beside = ['--decisions', 'd.csv', '--prior', 'p.csv', '--policy', 'p.toml'];
  return ar(['provision', 'l.csv', '--as-of', '2026-06-30', '--format', 'json', ...beside, ...more], files);
}

function movements({ code, stdout, stderr }: Ran): string[] {
  expect(code, stderr).toBe(0);
  const rows = JSON.parse(stdout).sections[0].rows as Record<string, unknown>[];
  return rows.map(({ customer, currency, existing, movement }) => `${customer} ${currency} ${existing} ${movement}`);
}

describe('an allowance of which the rows that were asked for say nothing', () => {
  test('moves as the whole ledger has it', async () => {
    const ran = await run(PRIOR);
    expect(movements(ran)).toEqual(['A EUR 400 100', 'A USD 100 150', 'B EUR 250 50', 'C EUR 30 -30']);
    expect(ran.stderr).not.toContain('prior-unmatched');
  });

  test('is not released because its customer was left out, and that is told', async () => {
    const ran = await run(PRIOR, '--where', 'collector=Ana');
    expect(movements(ran)).toEqual(['A EUR 400 100', 'A USD 100 150', 'C EUR 30 -30']);
    expect(ran.stderr).toContain(
      'p.csv:4: warning prior-unmatched: 1 allowance is of a customer and currency of which no row is asked for: B EUR',
    );
  });

  test('is not released because its currency was left out', async () => {
    const ran = await run(PRIOR, '--where', 'currency=EUR');
    expect(movements(ran)).toEqual(['A EUR 400 100', 'B EUR 250 50', 'C EUR 30 -30']);
    expect(ran.stderr).toContain('A USD');
  });
});

describe('decisions of what was left out', () => {
  test('are no mistakes, and are told', async () => {
    const ran = await run(PRIOR, '--where', 'currency=USD');
    expect(movements(ran)).toEqual(['A USD 100 150']);
    expect(ran.stderr).toContain('d.csv:2:2: warning decision-left-out: 2 decisions are of no row that is asked for: A A1, B');
  });
});

describe('a report in the currency of the books', () => {
  test('has no allowance in another one: what it is worth is said nowhere', async () => {
    const ran = await run(PRIOR, '--in', 'EUR', '--currency', 'EUR');
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain(
      'p.csv:3:2: error cell-unreadable: currency: the report is in EUR (--in), and what this allowance is worth in it is said nowhere: "USD"',
    );
  });

  test('moves what is booked in it', async () => {
    const ran = await run('customer,currency,allowance\nA,EUR,500.00\nB,EUR,250.00\n', '--in', 'EUR', '--currency', 'EUR');
    expect(movements(ran)).toEqual(['A EUR 500 200', 'B EUR 250 50']);
  });
});

test('an allowance in one currency says nothing of claims in another: these are moved to the account of doubtful customers', async () => {
  const ran = await run('customer,currency,allowance\nA,EUR,400.00\n', '--entries', '--customer', 'A');
  const rows = JSON.parse(ran.stdout).sections[0].rows as Record<string, unknown>[];
  const moved = rows
    .filter(({ account }) => account === '416')
    .map(({ document, currency, debit }) => `${document} ${currency} ${debit}`);
  expect(moved).toEqual(['A2 USD 500']);
});
