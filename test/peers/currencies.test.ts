// What is a debt in another currency worth in the books? Its base amount less what the payments are worth there: a difference of
// exchange stays open until it is booked.
import { describe, expect, test } from 'vitest';
import { ar } from './program.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount,currency,base\n';
const INVOICE = `${HEAD}C,invoice,F1,,2024-06-29,2024-06-29,100,USD,8000\n`;

type CurrencyCase = {
  readonly peer: string;
  readonly claim: string;
  readonly ledger: string;
  readonly asOf: string;
  /** Document, what is open, bucket: in rupees, the books' currency, and in dollars. */
  readonly rupees: readonly string[];
  readonly dollars: readonly string[];
};

const FUTURE = 'ERPNext test_future_payments_on_foreign_currency';
const full = `${INVOICE}C,payment,P1,F1,2024-07-01,,-100,USD,-7500\n`;
const part = `${INVOICE}C,payment,P1,F1,2024-07-01,,-90,USD,-6750\n`;
const revalued = `${INVOICE}C,fx,REV,,2024-06-30,,0,USD,500\n`;

const CASES: readonly CurrencyCase[] = [
  {
    peer: 'ERPNext test_allow_multi_currency_invoices_against_single_party_account',
    claim: '100 dollars at 80 are 8 000 rupees',
    ...{ ledger: INVOICE, asOf: '2024-06-30', rupees: ['F1 8000.00 d1_30'], dollars: ['F1 100.00 d1_30'] },
  },
  {
    peer: 'ERPNext test_exchange_revaluation_for_party',
    claim: 'a revaluation from 80 to 85 is a row of its own, of 500 rupees and of no dollars',
    ...{ ledger: revalued, asOf: '2024-06-30', rupees: ['F1 8000.00 d1_30', 'REV 500.00 not_due'], dollars: ['F1 100.00 d1_30'] },
  },
  {
    peer: FUTURE,
    claim: 'before the payment of tomorrow all is open',
    ...{ ledger: full, asOf: '2024-06-30', rupees: ['F1 8000.00 d1_30'], dollars: ['F1 100.00 d1_30'] },
  },
  {
    peer: FUTURE,
    claim: '100 dollars paid with 7 500 rupees leave 500 rupees and no dollar',
    ...{ ledger: full, asOf: '2024-07-01', rupees: ['F1 500.00 d1_30'], dollars: [] },
  },
  {
    peer: FUTURE,
    claim: '90 dollars paid with 6 750 rupees leave 1 250 rupees and 10 dollars',
    ...{ ledger: part, asOf: '2024-07-01', rupees: ['F1 1250.00 d1_30'], dollars: ['F1 10.00 d1_30'] },
  },
];

/** The detail rows of the program as `document open bucket`. */
async function items(ledger: string, asOf: string, ...more: string[]): Promise<string[]> {
  const args = ['age', 'ledger.csv', '--as-of', asOf, '--currency', 'INR', '--detail', '--format', 'csv', ...more];
  const ran = await ar(args, { 'ledger.csv': ledger });
  expect(ran.code, ran.stderr).toBe(0);
  const [head = '', ...lines] = ran.stdout.trimEnd().split('\n');
  const column = (line: string, key: string): string => line.split(',')[head.split(',').indexOf(key)] ?? '';
  return lines.map((line) => ['document', 'open', 'bucket'].map((key) => column(line, key)).join(' '));
}

describe.each(CASES)('$peer: $claim', ({ ledger, asOf, rupees, dollars }) => {
  test('in the currency of the books', async () => {
    expect(await items(ledger, asOf, '--in', 'INR')).toEqual([...rupees].sort());
  });
  test('in the currency of the document', async () => {
    expect(await items(ledger, asOf)).toEqual(dollars);
  });
});
