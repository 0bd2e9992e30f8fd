// Does a sheet say no more than is known: what is lost on the closing is not owed, and what no column tells is not denied?
import { expect, it, test } from 'vitest';
import { ar } from '../peers/program.ts';

const HEADS = 'customer,name,document,date,due,amount,currency,net';
const ROWS = ['C1,Name,F1,2026-01-01,2026-02-01,1200.00,EUR,1000.00', 'C1,Name,F2,2026-01-02,2026-02-02,600.00,EUR,500.00'];
const DECISIONS = 'customer,document,rate,reason,decided_by,day\nC1,F1,0.5,liquidation,Ana,2026-06-01\n';
const LOSSES = 'customer,document,amount,ground,reason,decided_by,day\n';
const LINE = ['provision', 'l.csv', '--as-of', '2026-06-30', '--sheets', 'out', '--quiet', '--decisions', 'd.csv'];

async function sheetsOf(line: readonly string[], files: { readonly [name: string]: string }, heads = HEADS, rows = ROWS) {
  const { code, files: written } = await ar([...LINE, ...line], {
    'l.csv': `${[heads, ...rows].join('\n')}\n`,
    'd.csv': DECISIONS,
    ...files,
  });
  expect(code).toBe(0);
  return (name: string): string => written.get(`out/${name}.md`) ?? '';
}

it('what is lost on this closing is not owed beside the write-down, but named with its ground', async () => {
  const losses = `${LOSSES}C1,F2,,irrecoverable,certificate,Ana,2026-06-20\nC1,F1,240.00,none,settled,Ana,2026-06-21\n`;
  const sheet = (await sheetsOf(['--write-off', 'w.csv'], { 'w.csv': losses }))('C1');
  expect(sheet).toContain('| EUR | specific | 960.00 | 800.00 | 400.00 | – | 400.00 |');
  expect(sheet).toContain('| F2 | 2026-06-20 | EUR | 600.00 | 500.00 | 100.00 | proved irrecoverable | certificate | Ana |');
  expect(sheet).not.toContain('Owed on this day, and not in this write-down');
  expect((await sheetsOf([], {}))('C1')).toContain('Owed on this day, and not in this write-down: 600.00\u00a0EUR.');
});

it('a dispute is of no more than the closing leaves', async () => {
  const rows = ROWS.map((row, i) => `${row},${i === 0 ? 'yes' : ''}`);
  const losses = `${LOSSES}C1,F1,200.00,none,settled,Ana,2026-06-20\n`;
  const sheet = (await sheetsOf(['--write-off', 'w.csv'], { 'w.csv': losses }, `${HEADS},disputed`, rows))('C1');
  expect(sheet).toContain('\n- F1: 1,000.00\u00a0EUR\n');
});

test.each<[string, readonly string[], { readonly [name: string]: string }, string]>([
  ['disputes without a column', [], {}, 'Not known: neither the ledger nor a table of documents (--documents) has a column'],
  [
    'disputes with a column of documents',
    ['--documents', 'doc.csv'],
    { 'doc.csv': 'customer,document,disputed\nC1,F9,\n' },
    'Neither the ledger nor a table of documents marks a dispute on these claims.',
  ],
  [
    'proceedings without a column',
    ['--customers', 'c.csv'],
    { 'c.csv': 'id,name\nC1,Name\n' },
    'Not known: the table of customers has no column proceeding or judgment\\_date.',
  ],
  [
    'proceedings with one',
    ['--customers', 'c.csv'],
    { 'c.csv': 'id,name,proceeding\nC1,Name,\n' },
    'The table of customers names no collective proceeding that is open on this day.',
  ],
  [
    'what a reason proves',
    [],
    {},
    'Nothing is proposed to be added back (CGI art. 39-1-5°): claim and loss are named one by one, and there is a reason beside lateness. That it makes the loss probable, and that the write-down is booked, is to be shown.',
  ],
])('%s', async (_, line, files, said) => {
  expect((await sheetsOf(line, files))('C1')).toContain(said);
});

test.each([
  [`${HEADS},open_amount`, ROWS.map((row) => `${row},${row.split(',')[5]}`), 'payments that settled a claim have left it'],
  [`${HEADS},paid_amount`, ROWS.map((row) => `${row},100.00`), 'What a column of the ledger says is paid of a row is no posting'],
])('payments are not denied where %s', async (heads, rows, said) => {
  expect((await sheetsOf([], {}, heads, rows))('C1')).toContain(said);
});

it('a notice has one name, whoever is asked for; without a firm it says what is missing', async () => {
  const rows = ['C.1', 'C-1', 'notice-C-1'].map((id, i) => `${id},N${i},F${i},2026-01-01,2026-02-01,120.00,EUR,100.00`);
  const losses = LOSSES + ['C.1,F0', 'C-1,F1'].map((one) => `${one},,remission,r,Ana,2026-06-20\n`).join('');
  const files = { 'l.csv': `${[HEADS, ...rows].join('\n')}\n`, 'w.csv': losses };
  const line = ['provision', 'l.csv', '--as-of', '2026-06-30', '--sheets', 'out', '--quiet', '--write-off', 'w.csv'];
  const all = (await ar(line, files)).files;
  expect([...all.keys()].filter((path) => path.endsWith('.md'))).toEqual(['out/notice-C-1-3.md', 'out/notice-C-1-2.md'].sort());
  const one = (await ar([...line, '--customer', 'C.1'], files)).files;
  for (const [path, text] of one) expect(all.get(path)).toBe(text);
  expect([...one.values()].join('')).toContain('À compléter\u00a0: aucun nom d’entreprise');
});

it('a statement names number, label and date of each invoice; the sheet lists claims oldest first, whatever the order of rows', async () => {
  const rows = [
    'C1,Name,F2,2026-01-02,2026-02-02,600.00,EUR,500.00,Caisses',
    'C1,Name,,2026-01-01,2026-02-01,240.00,EUR,200.00,',
  ];
  const files = { 'w.csv': `${LOSSES}C1,,,irrecoverable,certificate,Ana,2026-06-20\n`, 'd.csv': 'customer,rate\n' };
  const notice = (await sheetsOf(['--write-off', 'w.csv'], files, `${HEADS},label`, rows))('notice-C1');
  expect(notice).toContain('| Facture | Libellé | Date |');
  expect(notice).toContain('| F2 | Caisses | 02/01/2026 | EUR | 500,00 | 100,00 | 600,00 |');
  expect(notice).toContain('| sans numéro |  | 01/01/2026 | EUR | 200,00 | 40,00 | 240,00 |');
  const decided = { 'd.csv': DECISIONS.replace(',F1,', ',,') };
  const [one, other] = [await sheetsOf([], decided), await sheetsOf([], decided, HEADS, ROWS.toReversed())];
  expect(one('C1')).toBe(other('C1'));
});
