// Is the converted file the same ledger? Every ledger of the cases and fixtures that can be read, before and after.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { FIELDS } from '../../src/ledger/field.ts';
import { isWhole, share } from '../harness/share.ts';
import { ar } from '../peers/program.ts';

const root = join(import.meta.dirname, '../..');

/** Ledgers of the project, each content once. */
function ledgers(): Map<string, string> {
  const found = new Map<string, string>();
  const cases = readdirSync(join(root, 'test/cases')).map((name) => join('test/cases', name));
  for (const folder of ['fixtures', ...cases]) {
    for (const name of readdirSync(join(root, folder))) {
      if (!name.endsWith('.csv')) continue;
      const text = readFileSync(join(root, folder, name), 'utf8');
      if (!text.includes('\ufffd')) found.set(text, join(folder, name));
    }
  }
  return found;
}

const WAYS = [[], ['--detail'], ['--as-of', '2026-03-31'], ['--terms', '30% 30 days; 70% 60 days', '--detail']] as const;
const age = (ledger: string, more: readonly string[]) =>
  ar(['age', 'l.csv', '--as-of', '2026-06-30', '--format', 'csv', '--quiet', ...more], { 'l.csv': ledger });

describe('a converted ledger', () => {
  it('gives the same figures on every day and by every way, and converts to itself', async () => {
    const differ: string[] = [];
    let compared = 0;
    for (const [i, [text, name]] of share([...[...ledgers()].entries()])) {
      // Whether all are asked or some of them, each turn comes round.
      const turn = i + Math.floor(i / 4);
      const converted = await ar(['convert', 'l.csv', '--quiet'], { 'l.csv': text });
      // The ways take turns, two a ledger.
      for (const way of [WAYS[turn % WAYS.length], WAYS[(turn + 1) % WAYS.length]] as (typeof WAYS)[number][]) {
        const was = await age(text, way);
        if (was.code !== 0) continue;
        compared++;
        const is = await age(converted.stdout, way);
        if (is.code !== 0 || is.stdout !== was.stdout) differ.push(`${name} ${way.join(' ')} ${is.stderr}`);
      }
      if (converted.code !== 0 || turn % 2 === 0) continue;
      const again = await ar(['convert', 'l.csv', '--quiet'], { 'l.csv': converted.stdout });
      if (again.stdout !== converted.stdout) differ.push(`${name} converted twice`);
      const careful = await ar(['convert', 'l.csv', '--quiet', '--engine', 'careful'], { 'l.csv': text });
      if (careful.stdout !== converted.stdout) differ.push(`${name} by the careful reader`);
    }
    expect(differ).toEqual([]);
    expect(compared).toBeGreaterThan(isWhole ? 400 : 100);
  }, 120_000);
});

async function converted(ledger: string, ...more: string[]): Promise<string[]> {
  const ran = await ar(['convert', 'l.csv', ...more], { 'l.csv': ledger });
  expect(ran.code).toBe(0);
  return ran.stdout.trimEnd().split('\n');
}

test('every field a file has is a column, in the order of the contract; sides are the signs of amounts', async () => {
  const headings = FIELDS.filter((field) => !['amount', 'sense'].includes(field));
  const row = headings.map((field) => {
    if (/date|due|posted|_day|_on/.test(field)) return '2026-01-31';
    if (field === 'kind') return 'invoice';
    if (field === 'currency') return 'EUR';
    if (field === 'credit') return '';
    return /debit|base|net|amount|tax_rate/.test(field) ? '12.50' : field;
  });
  const [heading] = await converted(`${headings.join(',')}\n${row.join(',').replace(',disputed,', ',yes,')}\n`);
  expect(heading).toBe(
    'customer,name,kind,document,reference,date,posted,due,amount,currency,base,open_amount,paid_amount,settled_on,letter,letter_day,terms,disputed,net,tax_amount,tax_rate,account,journal,label,status,collector,group,country,entity,payment_mode,assigned_to',
  );
});

test.each([
  ['a credit written without a minus', 'customer,kind,date,amount,net\nC,payment,2026-01-31,5.00,4.00', '-5.00,EUR,-4.00'],
  ['debit and credit', 'customer,kind,date,debit,credit,net\nC,payment,2026-01-31,,5.00,4.00', '-5.00,EUR,-4.00'],
  ['what is open of a credit', 'customer,kind,date,amount,open_amount\nC,payment,2026-01-31,-5.00,3', '-5.00,EUR,-3.00'],
  ['what is disputed', 'customer,kind,date,amount,disputed\nC,invoice,2026-01-31,5.00,oui', '5.00,EUR,yes'],
  ['a label that begins like a formula', 'customer,kind,date,amount,label\nC,invoice,2026-01-31,5.00,=1', "5.00,EUR,'=1"],
  [
    'a worth in the books that is not said',
    'customer,kind,date,amount,currency,base\nC,invoice,2026-01-31,5.00,USD,',
    '5.00,USD,',
  ],
])('%s', async (_, ledger, end) => {
  const [, row] = await converted(ledger);
  expect(row?.endsWith(`,2026-01-31,${end}`)).toBe(true);
});

test('a credit that raises what is owed has its side in a column of its own, since its sign would be read otherwise', async () => {
  const lines = await converted('customer,kind,date,debit,credit\nC,payment,2026-01-31,5.00,\n');
  expect(lines).toEqual(['customer,kind,date,debit,credit,currency', 'C,payment,2026-01-31,5.00,,EUR']);
});

test('the due day is what the row says: none is worked out from its terms', async () => {
  const lines = await converted('customer,kind,date,due,terms,amount\nC,invoice,2026-01-31,,30 days,5.00\n');
  expect(lines).toEqual(['customer,kind,date,due,amount,currency,terms', 'C,invoice,2026-01-31,,5.00,EUR,30 days']);
});
