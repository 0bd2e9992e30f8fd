// Does the program say of the fixture firm what the oracle says, on every day and in every way of ageing? And is the firm
// still as rich in cases as it was made?
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AgeOptions, age, control, type OracleRow, openItems, readOracleRows } from './oracle/ageing.ts';
import { ar } from './peers/program.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, 'fixtures', name), 'utf8');
const ledger = readOracleRows(read('ledger.csv'));
const YEAR_END = '2026-06-30';

// ---------------------------------------------------------------------------------------------- the program and the oracle

type Cell = string | null;
interface Printed {
  sections: { name: string; rows: Record<string, Cell>[] }[];
  control: Record<string, Cell>[];
}

/** Numbers come back as the characters printed: `1234.50` must not become 1234.5, and no amount passes through a float. */
function parseKeepingNumbers(json: string): Printed {
  return JSON.parse(
    json.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
      token.startsWith('"') ? token : `"${token}"`,
    ),
  );
}

async function run(...options: string[]): Promise<Printed> {
  const { code, stdout, stderr } = await ar(['age', 'ledger.csv', '--format', 'json', ...options], {
    'ledger.csv': read('ledger.csv'),
  });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return parseKeepingNumbers(stdout);
}

/** The oracle's cells as they would be printed. */
const printed = (row: object): Record<string, Cell> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)]));

const DAYS = ['2025-09-30', '2025-12-31', '2026-03-31', YEAR_END];
const WAYS: { name: string; options: string[]; oracle: Omit<AgeOptions, 'asOf'> }[] = [];
for (const ageBy of ['due', 'date'] as const) {
  for (const credits of ['separate', 'oldest', 'in-place'] as const) {
    WAYS.push({
      name: `${ageBy}, credits ${credits}`,
      options: ['--age-by', ageBy, '--credits', credits],
      oracle: { ageBy, credits },
    });
  }
}

describe.each(DAYS)('the aged balance at %s', (asOf) => {
  it.each(WAYS)('is the oracle’s, row by row and in its order: by $name', async ({ options, oracle }) => {
    expect((await run('--as-of', asOf, ...options)).sections[0]?.rows).toEqual(age(ledger, { asOf, ...oracle }).map(printed));
  });

  it('is proved by the control the oracle computes', async () => {
    const expected = control(ledger, { asOf }).map((line) => ({ ...line, difference: '0.00' }));
    expect((await run('--as-of', asOf)).control).toEqual(expected);
  });
});

describe('the ar.toml beside the ledger', () => {
  const inFolder = (...args: string[]) =>
    spawnSync(process.execPath, ['../bin/ar.js', ...args, '--as-of', YEAR_END], {
      cwd: join(root, 'fixtures'),
      encoding: 'utf8',
    });

  it('holds for a run in its folder, and draws no message', () => {
    const { status, stdout, stderr } = inFolder('age', 'ledger.csv', '--format', 'md');
    expect([status, stderr, stdout.split('\n')[0]]).toEqual([0, '', '# Balance âgée au 30/06/2026']);
  });
  it('has no key that is not read', () => {
    const { status, stdout } = inFolder('check', 'ledger.csv', '--section', 'understanding', '--format', 'csv');
    expect(status).toBe(0);
    expect(stdout).toContain(
      'in effect: input.delimiter, output.lang, customers.file, terms.default, law.default, dunning.retention_of_title, provision.decisions; used by letters and sheets',
    );
  });
});

describe('the aged balance', () => {
  it('is by due day with credits separate when nothing is said', async () => {
    expect((await run('--as-of', YEAR_END)).sections[0]?.rows).toEqual(age(ledger, { asOf: YEAR_END }).map(printed));
  });

  it('takes other bounds', async () => {
    const expected = age(ledger, { asOf: YEAR_END, buckets: [15, 45, 75, 120] }).map(printed);
    expect((await run('--as-of', YEAR_END, '--buckets', '15,45,75,120')).sections[0]?.rows).toEqual(expected);
  });

  it('in detail lists exactly the items the oracle finds open', async () => {
    // The order within a customer is the program's own, and so is what it calls the lateness of a credit: neither is compared.
    const line = (item: Record<string, Cell>) => {
      const late = item['bucket'] === 'unallocated' ? '' : item['days_late'];
      return [item['customer'], item['currency'], item['document'], item['kind'], item['open'], late, item['bucket']].join(' ');
    };
    const rows = (await run('--as-of', YEAR_END, '--detail')).sections[0]?.rows ?? [];
    const expected = openItems(ledger, { asOf: YEAR_END }).map(printed);
    expect(rows.map(line).sort()).toEqual(expected.map(line).sort());
  });
});

// ------------------------------------------------------------------------------------------------------- what the firm holds

const cents = (row: OracleRow) => Math.round(Number(row.amount) * 100);
const debits = ledger.filter((row) => cents(row) > 0);
const credits = ledger.filter((row) => cents(row) < 0);
const nameOf = new Map(ledger.map((row) => [row.customer, row.name ?? '']));
const balances = age(ledger, { asOf: YEAR_END });
const items = openItems(ledger, { asOf: YEAR_END });
const paying = (row: OracleRow) =>
  credits.filter((credit) => credit.customer === row.customer && credit.reference === row.document);

describe('the ledger of the fixture firm', () => {
  it('holds about 400 postings of the year from July 2025 to June 2026', () => {
    expect(ledger.length).toBeGreaterThan(380);
    expect(ledger.every((row) => row.date! >= '2025-07-01' && row.date! <= YEAR_END)).toBe(true);
  });
  it('has postings on each of the days it is aged on, which must count', () => {
    for (const day of DAYS) expect(ledger.filter((row) => row.date === day)).not.toEqual([]);
  });
  it('has 25 customers, at least 22 of them with something open at the end', () => {
    expect(nameOf.size).toBe(25);
    expect(new Set(items.map((item) => item.customer)).size).toBeGreaterThanOrEqual(22);
  });
  it('has three currencies, two of them at one customer', () => {
    expect(control(ledger, { asOf: YEAR_END }).map((line) => line.currency)).toEqual(['EUR', 'GBP', 'USD']);
    const currencies = [...nameOf.keys()].map(
      (id) => new Set(ledger.filter((row) => row.customer === id).map((row) => row.currency)).size,
    );
    expect(currencies.filter((count) => count === 2)).toHaveLength(1);
  });
  it('is worth, at the end, what its amounts add up to', () => {
    const sum = (currency: string) =>
      ledger.filter((row) => row.currency === currency).reduce((total, row) => total + cents(row), 0);
    expect(['EUR', 'GBP', 'USD'].map(sum)).toEqual([23_797_741, 794_655, 4_535_270]);
    expect(control(ledger, { asOf: YEAR_END }).map((line) => line.open)).toEqual(['237977.41', '7946.55', '45352.70']);
  });
  it('gives every debit a due day', () => {
    expect(debits.filter((row) => !row.due)).toEqual([]);
  });
  it('has items on both sides of every bound: 0, 30 and 31, 60 and 61, 90 and 91 days late', () => {
    const days = new Set(items.map((item) => item.days_late));
    for (const bound of [0, 30, 31, 60, 61, 90, 91]) expect(days).toContain(bound);
  });
  it('has something open in every bucket, and apart', () => {
    expect(new Set(items.map((item) => item.bucket))).toEqual(
      new Set(['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus', 'unallocated']),
    );
  });
  it('has part payments before and after the due day of one invoice', () => {
    const both = debits.filter(
      (row) => paying(row).some((p) => p.date! < row.due!) && paying(row).some((p) => p.date! > row.due!),
    );
    expect(both.length).toBeGreaterThan(2);
  });
  it('has credit notes that name an invoice and credit notes that name none', () => {
    const notes = credits.filter((row) => row.kind === 'credit_note');
    expect(notes.filter((row) => row.reference !== '').length).toBeGreaterThan(3);
    expect(notes.filter((row) => row.reference === '').length).toBeGreaterThan(3);
  });
  it('has credits with a due day of their own and credits without', () => {
    const open = credits.filter((row) => items.some((item) => item.document === row.document));
    expect(open.filter((row) => row.due !== '')).not.toEqual([]);
    expect(open.filter((row) => row.due === '')).not.toEqual([]);
  });
  it('has an advance no invoice followed, and one whose invoice came later', () => {
    const advances = credits.filter((row) => row.kind === 'advance');
    expect(advances.filter((row) => row.reference === '')).toHaveLength(1);
    expect(
      advances.filter((row) => debits.some((debit) => debit.document === row.reference && debit.date! > row.date!)),
    ).toHaveLength(1);
  });
  it('has payments that name nothing, and one that names a document nobody knows', () => {
    const payments = credits.filter((row) => row.kind === 'payment');
    expect(payments.filter((row) => row.reference === '').length).toBeGreaterThan(1);
    expect(
      payments.filter((row) => row.reference !== '' && !debits.some((debit) => debit.document === row.reference)),
    ).toHaveLength(1);
  });
  it('has a payment that names the document of a sister company', () => {
    const owner = new Map(debits.map((row) => [row.document, row.customer]));
    const astray = credits.filter((row) => owner.has(row.reference) && owner.get(row.reference) !== row.customer);
    expect(astray).toHaveLength(1);
  });
  it('has disputes over whole items and over a part of one', () => {
    expect(new Set(ledger.map((row) => row.disputed))).toEqual(new Set(['', 'yes', 'oui', '412.80']));
  });
  it('has a customer in credit, and a customer who owes nothing at all', () => {
    expect(balances.filter((row) => row['customer'] === 'C025').map((row) => row['total'])).toEqual(['-972.00']);
    expect(items.filter((item) => item.customer === 'C021')).toEqual([]);
  });
  it('has documents in three instalments: one date, three due days', () => {
    const rowsOf = (document: string) => debits.filter((row) => row.document === document);
    const instalments = [...new Set(debits.map((row) => row.document ?? ''))].map(rowsOf).filter((rows) => rows.length > 1);
    expect(
      instalments.map((rows) => [new Set(rows.map((row) => row.date)).size, new Set(rows.map((row) => row.due)).size]),
    ).toEqual([
      [1, 3],
      [1, 3],
    ]);
  });
  it('has payments that are too much: the last one, the smaller of one day, and one with two digits swapped', () => {
    const naming = new Set(debits.flatMap((row) => paying(row).map((p) => p.document)));
    const tooMuch = items.filter((item) => item.kind === 'payment' && naming.has(item.document));
    expect(tooMuch.map((item) => item.open)).toEqual(['-600.00', '-187.64', '-36.00']);
  });
  it('has refunds of credit notes, one of them in full', () => {
    const refunds = ledger.filter((row) => row.kind === 'refund');
    expect(refunds.every((row) => cents(row) > 0 && row.reference!.startsWith('AV'))).toBe(true);
    expect(refunds.map((row) => items.find((item) => item.document === row.reference)?.open ?? null)).toEqual(['-120.00', null]);
  });
  it('has a direct debit that came back', () => {
    expect(ledger.filter((row) => row.kind === 'returned')).toHaveLength(1);
  });
  it('has one cent left open on an invoice, and a small rest written off on another', () => {
    expect(items.filter((item) => item.open === '0.01')).toHaveLength(1);
    expect(ledger.filter((row) => row.kind === 'write_off').map((row) => row.amount)).toEqual(['-0.03']);
  });
  it('names at least five customers to remind: over 15 days late, over 100 EUR, not disputed', () => {
    const disputed = new Set(ledger.filter((row) => row.disputed !== '').map((row) => row.document));
    const late = items.filter(
      (i) => i.currency === 'EUR' && (i.days_late ?? 0) > 15 && Number(i.open) > 100 && !disputed.has(i.document),
    );
    expect(new Set(late.map((item) => item.customer)).size).toBeGreaterThanOrEqual(10);
  });
  it('has names no table and no csv may spoil: a comma, quotes, accents, more than 40 characters', () => {
    const names = [...nameOf.values()];
    expect(names.filter((name) => name.includes(',') && name.includes('"') && /[éÉ]/.test(name))).toHaveLength(1);
    expect(names.filter((name) => name.length > 40)).toHaveLength(3);
  });
  it('has names that stand elsewhere when accents or capitals count', () => {
    const names = balances.map((row) => String(row['name']));
    const at = names.indexOf("Écurie des Monts d'Argoad");
    expect(names.slice(at - 1, at + 3)).toEqual([
      'Coopérative agricole et maraîchère des producteurs du Haut-Kernaléguen',
      "Écurie des Monts d'Argoad",
      'ekoZinc Tal-ar-Velin',
      "Établissements Ronan Floc'hadec – Matériaux, Chauffage et Sanitaire",
    ]);
  });
});

describe('the side tables of the fixture firm', () => {
  // Their headings are not a ledger's: read here as plain lines, quoted cells and all.
  const table = (name: string) => {
    const [head = [], ...lines] = read(name)
      .trimEnd()
      .split('\n')
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? ''),
      );
    return lines.map((cells) => Object.fromEntries(head.map((heading, i) => [heading, cells[i] ?? ''])));
  };
  const customers = table('customers.csv');
  const orders = table('orders.csv');
  const count = (field: string, value: string) => customers.filter((row) => row[field] === value).length;

  it('describe the same 25 customers by the same names', () => {
    expect(customers.map((row) => [row['id'], row['name']])).toEqual([...nameOf].sort(([a], [b]) => (a! < b! ? -1 : 1)));
  });
  it('have a public buyer, a consumer and a sole trader', () => {
    expect([count('type', 'public'), count('type', 'consumer'), count('type', 'sole_trader')]).toEqual([1, 1, 1]);
  });
  it('have customers under French, British and European law', () => {
    expect([count('law', 'fr'), count('law', 'uk'), count('law', 'eu')]).toEqual([21, 3, 1]);
  });
  it('have a customer in insolvency proceedings with items due before the judgment and after it', () => {
    const [insolvent, ...others] = customers.filter((row) => row['proceeding'] !== '');
    expect(others).toEqual([]);
    const open = debits.filter(
      (row) => row.customer === insolvent?.['id'] && items.some((item) => item.document === row.document),
    );
    expect(open.filter((row) => row.due! < insolvent!['judgment_date']!).length).toBeGreaterThan(1);
    expect(
      open.filter((row) => row.date! < insolvent!['judgment_date']! && row.due! > insolvent!['judgment_date']!),
    ).toHaveLength(1);
    expect(open.filter((row) => row.date! > insolvent!['judgment_date']!)).toHaveLength(1);
  });
  it('have a customer without a limit, and one whose limit is nothing', () => {
    expect([count('credit_limit', ''), count('credit_limit', '0.00')]).toEqual([1, 1]);
  });
  it('have customers over their limit, and between 80 % and 100 % of it', () => {
    const usage = customers
      .filter((row) => Number(row['credit_limit']) > 0)
      .map((row) => {
        const balance = balances.find((b) => b['customer'] === row['id'] && b['currency'] === row['currency']);
        const order = orders.find((o) => o['customer'] === row['id'] && o['currency'] === row['currency']);
        const parts = [balance?.['total'], order?.['undelivered'], order?.['unbilled'], order?.['discounted_bills']];
        return parts.reduce<number>((sum, part) => sum + Number(part ?? 0), 0) / Number(row['credit_limit']);
      });
    expect(usage.filter((share) => share > 1.1)).toHaveLength(1);
    expect(usage.filter((share) => share >= 0.8 && share <= 1).length).toBeGreaterThan(2);
  });
  it('have insured customers, one whose cover has ended', () => {
    const insured = customers.filter((row) => row['insured_limit'] !== '');
    expect(insured.every((row) => row['insured_share'] === '0.9')).toBe(true);
    expect(insured.filter((row) => row['insured_until']! < YEAR_END)).toHaveLength(1);
    expect(insured.filter((row) => row['insured_until']! > YEAR_END).length).toBeGreaterThan(2);
  });
  it('have one group of three with a common limit', () => {
    expect(customers.filter((row) => row['group'] !== '').map((row) => [row['group'], row['group_limit']])).toEqual([
      ['KERNEVAD', '60000.00'],
      ['KERNEVAD', '60000.00'],
      ['KERNEVAD', '60000.00'],
    ]);
  });
  it('write to nobody real: every address of electronic mail is at a reserved domain', () => {
    for (const row of customers) expect(row['email']).toMatch(/^$|@([\w-]+\.)*example\.(com|org)$/);
  });
  it('give orders of eight customers or more, all of them known', () => {
    const ids = new Set(orders.map((row) => row['customer']));
    expect(ids.size).toBeGreaterThanOrEqual(8);
    for (const id of ids) expect(nameOf.has(id)).toBe(true);
  });
});
