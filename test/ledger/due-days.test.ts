// Which day is a row due that says none, and what becomes of a row whose terms have several shares?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay, NO_DAY } from '../../src/core/day.ts';
import { DUE_BY } from '../../src/ledger/due-days.ts';
import { COLUMNS } from '../../src/ledger/field.ts';
import { parseTerms } from '../../src/policy/parse-terms.ts';
import type { Terms } from '../../src/policy/terms.ts';
import { openBook } from '../../src/settle/book.ts';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from '../properties/random-ledger.ts';
import { bytesOf, type Request, readBy } from '../read/both-readers.ts';

const terms = (text: string): Terms => parseTerms(text) as Terms;

type Given = { readonly terms?: string; readonly customers?: { readonly [id: string]: string } };

async function ledgerOf(text: string, given: Given, request: Request = {}) {
  const { customers = {} } = given;
  const read = await readBy(
    undefined,
    [bytesOf(text)],
    { piece: 1 << 16 },
    {
      ...request,
      terms: given.terms === undefined ? undefined : terms(given.terms),
      customerTerms: (id) => (customers[id] === undefined ? undefined : terms(customers[id])),
    },
  );
  if (read === undefined) throw new Error('not read');
  return read.ledger;
}

/** Document, due day and amount of each row, in the order of days. */
async function rowsOf(text: string, given: Given): Promise<string[]> {
  const { count, due, amount, columns } = await ledgerOf(text, given);
  return Array.from({ length: count }, (_, row) =>
    [columns.document?.at(row), due[row] === NO_DAY ? '-' : isoDay(due[row] as never), amount[row]].join(' '),
  ).sort();
}

describe('a due day', () => {
  test.each([
    ['invoice', '100', '2026-01-31'],
    ['charge', '100', '2026-01-31'],
    ['other', '100', '2026-01-31'],
    // A bill says its maturity, an opening lost its date, a payment that came back revives another day; credits are not due.
    ['bill', '100', '-'],
    ['opening', '100', '-'],
    ['returned', '100', '-'],
    ['credit_note', '-100', '-'],
    ['payment', '-100', '-'],
    ['invoice', '-100', '-'],
  ])('is given to %s of %s: %s', async (kind, amount, due) => {
    const text = `customer,document,kind,date,amount\nC1,F1,${kind},2026-01-01,${amount}.00\n`;
    expect(await rowsOf(text, { terms: '30 days' })).toEqual([`F1 ${due} ${amount}00`]);
  });

  test('counts from the day of the document, not from the day it was posted', async () => {
    const text = 'customer,document,date,posted,amount\nC1,F1,2026-01-01,2026-01-20,1.00\n';
    expect(await rowsOf(text, { terms: '30 days' })).toEqual(['F1 2026-01-31 100']);
  });

  test('that is told stays', async () => {
    const text = 'customer,document,date,due,amount\nC1,F1,2026-01-01,2026-01-02,1.00\nC1,F2,2026-01-01,,1.00\n';
    expect(await rowsOf(text, { terms: '30 days' })).toEqual(['F1 2026-01-02 100', 'F2 2026-01-31 100']);
  });

  test('comes from the row, else the customer, else all', async () => {
    const text =
      'customer,document,date,amount,terms\nC1,F1,2026-01-01,1.00,1 day\nC1,F2,2026-01-01,1.00,\nC2,F3,2026-01-01,1.00,\n';
    const given = { terms: '3 days', customers: { C1: '2 days' } };
    expect(await rowsOf(text, given)).toEqual(['F1 2026-01-02 100', 'F2 2026-01-03 100', 'F3 2026-01-04 100']);
  });

  test('is nobody’s guess: terms that are not understood give none, whatever the customer agreed', async () => {
    const text = 'customer,document,date,amount,terms\nC1,F1,2026-01-01,1.00,ZB30\n';
    expect(await rowsOf(text, { terms: '3 days', customers: { C1: '2 days' } })).toEqual(['F1 - 100']);
  });
});

describe('instalments', () => {
  const SHARES = '30% 30 days; 70% 60 days';

  test('add up to the row, and say what it says', async () => {
    const text =
      'customer,name,document,date,amount,currency,collector\nC1,Café,F1,2026-01-01,10.01,EUR,Ann\nC2,Bar,F2,2026-01-01,1.00,EUR,Bob\n';
    expect(await rowsOf(text, { terms: SHARES })).toEqual([
      'F1 2026-01-31 300',
      'F1 2026-03-02 701',
      'F2 2026-01-31 30',
      'F2 2026-03-02 70',
    ]);
    const { columns, customer, customers, count } = await ledgerOf(text, { terms: SHARES });
    const said = Array.from({ length: count }, (_, row) => [
      customers.id(customer[row] as number),
      columns.collector?.dictionary.value(columns.collector.codes[row] as number),
      columns.line?.at(row),
    ]);
    expect(said.sort()).toEqual([
      ['C1', 'Ann', 2],
      ['C1', 'Ann', 2],
      ['C2', 'Bob', 3],
      ['C2', 'Bob', 3],
    ]);
  });

  /** What is open of each instalment, and what is disputed of all, on a day. */
  async function openOf(
    text: string,
    shares: string,
    asOf: string,
  ): Promise<{ open: number[]; disputed: string; total: string }> {
    const options = ['--as-of', asOf, '--terms', shares, '--format', 'json'];
    const { stdout } = await ar(['age', 'l.csv', ...options], { 'l.csv': text });
    const { rows } = JSON.parse((await ar(['age', 'l.csv', ...options, '--detail'], { 'l.csv': text })).stdout).sections[0];
    const { disputed, total } = JSON.parse(stdout).sections[0].rows[0];
    return {
      open: rows.filter((r: { document: string }) => r.document.startsWith('F')).map((r: { open: number }) => r.open),
      disputed,
      total,
    };
  }

  test.each([
    ['by a letter', 'letter', 'A', 'A'],
    ['by a reference', 'reference', '', 'F1'],
  ])(
    'are one document to what pays it %s, the first one first, also when a column tells it too',
    async (_, field, own, names) => {
      for (const paid of ['', '70.00']) {
        const text = `customer,document,kind,date,amount,paid_amount,${field}\nC1,F1,invoice,2024-01-01,100.00,${paid},${own}\nC1,P1,payment,2024-01-20,-70.00,,${names}\n`;
        expect(await openOf(text, SHARES, '2024-02-10')).toMatchObject({ open: [30], total: 30 });
      }
    },
  );

  test('are one document to an amount: a payment of 100 pays the invoice of 100, not the first tenth of one of 1,000', async () => {
    const text = 'customer,document,date,amount\nC1,F1,2024-01-01,1000.00\nC1,F2,2024-01-05,100.00\nC1,P1,2024-02-01,-100.00\n';
    expect((await openOf(text, '10% 30 days; 90% 60 days', '2024-02-10')).open).toEqual([100, 900]);
  });

  test('keep a dispute on what is paid last, so that a payment does not end it', async () => {
    const text =
      'customer,document,kind,date,amount,reference,disputed\nC1,F1,invoice,2024-01-01,100.00,,30.00\nC1,P1,payment,2024-01-20,-30.00,F1,\n';
    expect(await openOf(text, SHARES, '2024-02-10')).toMatchObject({ open: [70], disputed: 30 });
    expect((await openOf(text.replace('30.00\nC1', 'yes\nC1'), SHARES, '2024-02-10')).disputed).toBe(70);
  });

  test(`of one day are what one share of that day is, in every figure (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        randomLedgers({ due: false }),
        fc.constantFrom('50% 30 days; 50% 30 days', '30% 30 days; rest 30 days'),
        async (ledger, two) => {
          const csv = csvOf(ledger);
          const aged = async (shares: string): Promise<string> =>
            (await ar(['age', 'l.csv', '--as-of', AS_OF, '--terms', shares, '--format', 'csv'], { 'l.csv': csv })).stdout;
          expect(await aged(two), csv).toBe(await aged('30 days'));
        },
      ),
      { numRuns: runs(120), seed: SEED },
    );
  }, 60_000);

  test('stand in the file of their row', async () => {
    const files = ['F1', 'F2'].map((document) => bytesOf(`customer,document,date,amount\nC1,${document},2026-01-01,1.00\n`));
    const read = await readBy(undefined, files, { piece: 1 << 16 }, { terms: terms(SHARES) });
    expect(read?.ledger.files).toEqual([
      { name: 'f1', firstRow: 0 },
      { name: 'f2', firstRow: 1 },
      { name: 'f1', firstRow: 2 },
      { name: 'f2', firstRow: 3 },
    ]);
  });

  test('leave the balance of every customer what it was, in the books’ currency too', async () => {
    const row = fc.record({
      amount: fc.integer({ min: 1, max: 1_000_000 }),
      base: fc.integer({ min: 1, max: 1_000_000 }),
      paid: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const cents = (n: number): string => (n / 100).toFixed(2);
        const lines = rows.map(
          ({ amount, base, paid }, i) =>
            `C${i % 2},F${i},2026-01-01,${cents(amount)},USD,${cents(base)},${paid ? cents(amount) : ''}`,
        );
        const text = `customer,document,date,amount,currency,base,paid_amount\n${lines.join('\n')}\n`;
        const columns = COLUMNS;
        const [whole, parted] = [
          await ledgerOf(text, {}, { columns }),
          await ledgerOf(text, { terms: '1/3 1 day; 1/3 2 days; 1/3 3 days' }, { columns }),
        ];
        const [a, b] = [openBook(whole).at(21_000 as never), openBook(parted).at(21_000 as never)];
        expect(b.control).toEqual(a.control);
        expect(b.baseControl).toEqual(a.baseControl);
        expect(parted.count).toBe(rows.length * 3);
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('whose terms gave a due day', () => {
  const text =
    'customer,document,date,due,amount,terms\n' +
    'C1,F1,2026-01-01,2026-02-01,1.00,60 days\nC1,F2,2026-01-01,,1.00,60 days\nC1,F3,2026-01-01,,1.00,\n' +
    'C2,F4,2026-01-01,,1.00,\nC2,F5,2026-01-01,,1.00,50% 10 days; 50% 20 days\nC2,F6,2026-01-01,,-1.00,\n';
  const given: Given = { terms: '30 days', customers: { C1: '45 days' } };

  test('is kept for who asks, also of instalments', async () => {
    const { due_by } = (await ledgerOf(text, given, { columns: [...COLUMNS, 'due_by'] })).columns;
    const { row, customer, all } = DUE_BY;
    expect([...(due_by ?? [])]).toEqual([0, row, customer, all, row, 0, row]);
  });

  test('is not kept where nobody asks, or no terms were needed', async () => {
    expect((await ledgerOf(text, given)).columns.due_by).toBeUndefined();
    const said = 'customer,document,date,due,amount\nC1,F1,2026-01-01,2026-02-01,1.00\n';
    expect((await ledgerOf(said, given, { columns: [...COLUMNS, 'due_by'] })).columns.due_by).toBeUndefined();
  });
});
