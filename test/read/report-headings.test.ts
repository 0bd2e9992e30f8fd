// Does a report of open items, written for a machine or a spreadsheet and read back as a ledger, give the same figures?
import { describe, expect, it, test } from 'vitest';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { KINDS, kindCodeOf } from '../../src/ledger/kind.ts';
import { mapHeadings } from '../../src/read/headings.ts';
import { LEDGER_HEADINGS } from '../../src/read/ledger-headings.ts';
import { ledgerHeadings } from '../../src/read/report-headings.ts';
import { ar } from '../peers/program.ts';

const LEDGER = `customer,name,kind,document,reference,date,due,amount,currency,disputed,collector
C01,Atelier Morvan,invoice,F1,,2026-03-02,2026-04-01,1234.50,EUR,,Anne
C02,"Coopérative; agricole, du Bas",invoice,F2,,2026-05-20,2026-06-19,45210.00,EUR,1000.00,Yann
C02,"Coopérative; agricole, du Bas",payment,R2,F2,2026-06-01,,-210.00,EUR,,
C03,=Zinc,credit_note,-9,,2026-06-02,,-17.05,EUR,,
C04,Kyoto,invoice,F4,,2026-06-02,2026-07-02,150000,JPY,yes,
C05,Morel,returned,B5,,2026-06-02,2026-05-02,80.00,EUR,,
C06,Petit,invoice,F6,,2026-02-02,,80.00,EUR,,
C06,Petit,fx,E6,,2026-06-02,,-0.07,EUR,,
`;
const AGE = ['--as-of', '2026-06-30', '--format', 'csv'];
const dialects = ['plain', 'excel-en', 'excel-fr'] as const;

async function detail(dialect: string, ledger = LEDGER): Promise<string> {
  return (await ar(['age', 'l.csv', ...AGE, '--detail', '--dialect', dialect], { 'l.csv': ledger })).stdout;
}

const FIELDS = ['customer', 'name', 'currency', 'kind', 'document', 'date', 'due', undefined, 'amount'];
const REST = ['open_amount', undefined, 'disputed', undefined, undefined];

describe.each(dialects)('each heading of the items in %s', (dialect) => {
  it('leads to its field, or is worked out', async () => {
    const line = (await detail(dialect)).replace('\ufeff', '').split(/\r?\n/)[0] as string;
    const headings = line.split(/[,;]/);
    const place = { file: 'r.csv', line: 1, headings, diagnostics: new Diagnostics() };
    const columns = mapHeadings(ledgerHeadings(headings, LEDGER_HEADINGS), place);
    expect(headings.map((_, index) => columns?.find((column) => column.index === index)?.field)).toEqual([...FIELDS, ...REST]);
  });
});

const YEN = `customer,kind,document,date,due,amount,currency,disputed,paid_amount
C,invoice,F1,2026-01-31,2026-02-28,500,JPY,1.0,
C,invoice,F2,2026-01-31,2026-02-28,500,JPY,yes,
`;

test.each(dialects)('one disputed yen is read back as one, from the items and from the postings in %s', async (dialect) => {
  const asked = ['--format', 'json', '--as-of', '2026-02-28'];
  const disputed = async (ledger: string): Promise<unknown> => {
    const { stdout } = await ar(['age', 'l.csv', ...asked], { 'l.csv': ledger });
    return JSON.parse(stdout).sections[0].rows[0].disputed;
  };
  const postings = await ar(['convert', 'l.csv', '--format', 'csv', '--dialect', dialect], { 'l.csv': YEN });
  expect(await disputed(YEN)).toBe(501);
  expect(await disputed(await detail(dialect, YEN))).toBe(501);
  expect(await disputed(postings.stdout)).toBe(501);
});

test('an item that its own columns say was overpaid is refused when it is read back, whichever side it is of', async () => {
  const overpaid = `customer,kind,document,date,amount,paid_amount
C,credit_note,A1,2026-05-01,-500.00,700.00
C,invoice,F1,2026-05-01,500.00,700.00
`;
  const { stderr, code } = await ar(['age', 'l.csv', ...AGE], { 'l.csv': await detail('plain', overpaid) });
  expect(code).toBe(2);
  expect(stderr).toContain('l.csv:2:10: error open-exceeds-amount: open_amount: what is open of a credit cannot be a debit');
  expect(stderr).toContain('l.csv:3:10: error open-exceeds-amount: open_amount: what is open of a debit cannot be a credit');
});

test.each(KINDS)('the kind $key is known by its names', ({ key, label }) => {
  const code = KINDS.findIndex((kind) => kind.key === key);
  expect([label.en, label.fr, label.fr.toUpperCase()].map(kindCodeOf)).toEqual([code, code, code]);
});

test('a ledger that is no report of ours gives such headings no meaning', () => {
  const headings = ['customer', 'date', 'amount', 'Tranche', 'Open'];
  const place = { file: 'l.csv', line: 1, headings, diagnostics: new Diagnostics() };
  expect(mapHeadings(ledgerHeadings(headings, LEDGER_HEADINGS), place)?.map(({ field }) => field)).toEqual([
    'customer',
    'date',
    'amount',
  ]);
});

/** What a spreadsheet may make of a file it saves: no byte order mark, quotes around every cell. */
function saved(text: string): string {
  const lines = text.replace('\ufeff', '').split('\r\n');
  const cell = lines[0]?.includes(';') === true ? /[^;]+/g : /[^,]+/g;
  return lines.map((line) => (/"/.test(line) ? line : line.replace(cell, '"$&"'))).join('\n');
}

async function sameFigures(dialect: string, change: (text: string) => string): Promise<void> {
  const written = change(await detail(dialect));
  for (const more of [[], ['--buckets', '15,45'], ['--credits', 'oldest'], ['--overdue-only']]) {
    const [was, is] = [
      await ar(['age', 'l.csv', ...AGE, ...more], { 'l.csv': LEDGER }),
      await ar(['age', 'r.csv', ...AGE, ...more], { 'r.csv': written }),
    ];
    expect(is.code).toBe(0);
    expect(is.stdout).toBe(was.stdout);
  }
}

describe('the items read back', () => {
  test.each(['plain', 'excel-en'])('from %s give the same balance', async (dialect) => {
    await sameFigures(dialect, (text) => text);
  });

  it('from a file that a spreadsheet saved give the same balance', async () => {
    await sameFigures('excel-en', saved);
  });

  it('from excel-fr give the same balance', async () => {
    await sameFigures('excel-fr', (text) => text);
    await sameFigures('excel-fr', saved);
  });

  it('keep the sign of a payment that was reversed, also where it is the only credit', async () => {
    const ledger = 'customer,kind,document,date,debit,credit\nC1,payment,R1,2026-06-02,80.00,\n';
    const again = await ar(['age', 'r.csv', ...AGE], { 'r.csv': await detail('excel-en', ledger) });
    expect(again.stdout).toBe((await ar(['age', 'l.csv', ...AGE], { 'l.csv': ledger })).stdout);
  });

  it('say what is open of a payment, so that it is not taken for that of an opening of the same amount', async () => {
    const ledger = `customer,kind,document,reference,date,due,amount
C1,opening,AN,,2026-01-01,2026-01-01,80.00
C1,payment,R1,F9,2026-06-02,,-80.00
`;
    const again = await ar(['age', 'r.csv', ...AGE], { 'r.csv': await detail('excel-en', ledger) });
    expect(again.stdout).toContain('80.00,-80.00,0.00');
    expect(again.stdout).toBe((await ar(['age', 'l.csv', ...AGE], { 'l.csv': ledger })).stdout);
  });

  it('are the same items', async () => {
    const written = await detail('excel-en');
    const again = await ar(['age', 'r.csv', ...AGE, '--detail'], { 'r.csv': written });
    // What settled the rest of an item is the report's own column then.
    expect(again.stdout.replaceAll(',columns,', ',reference,')).toBe(await detail('plain'));
  });
});
