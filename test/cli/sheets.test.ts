// Are the sheets of `ar provision` those that were asked for, where they were asked for, and do they say by what each figure is so?
import { expect, it, test } from 'vitest';
import { ar } from '../peers/program.ts';

const HEADS = 'customer,name,document,date,due,amount,currency,net,tax_rate';
const ledgerOf = (...rows: readonly string[]): string => `${[HEADS, ...rows].join('\n')}\n`;
const decisionsOf = (...rows: readonly string[]): string =>
  `${['customer,document,rate,reason,decided_by,day', ...rows].join('\n')}\n`;
const LINE = ['provision', 'l.csv', '--as-of', '2026-06-30', '--sheets', 'out', '--quiet', '--format', 'md'];
const DECIDED = [...LINE, '--decisions', 'd.csv'];

test.each([
  'C1',
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\x',
  '..',
  'con',
  'a/../../b',
  '~/x',
  'matrix',
  'notice-C1',
  '<script>',
  '=1+1',
])('the sheet about %j stands in the folder and nowhere else', async (id) => {
  const ledger = ledgerOf(`"${id}",Name,F1,2026-01-01,2026-02-01,120.00,EUR,100.00,`);
  const { code, files } = await ar(DECIDED, { 'l.csv': ledger, 'd.csv': decisionsOf(`"${id}",,0.5,liquidation,Ana,2026-06-01`) });
  expect(code).toBe(0);
  expect([...files.keys()].map((path) => path.replace(/^out\/[A-Za-z0-9-]+\.(md|html)$/, '$1'))).toEqual(['md', 'html']);
});

it('has one name a debtor, whoever else is asked for, and tells ids apart that differ by a mark or a capital letter', async () => {
  const ids = ['c.1', 'C-1', 'C 1', 'matrix'];
  const files = {
    'l.csv': ledgerOf(...ids.map((id, i) => `${id},N${i},F${i},2026-01-01,2026-02-01,120.00,EUR,100.00,`)),
    'd.csv': decisionsOf(...ids.map((id) => `${id},,0.5,liquidation,Ana,2026-06-01`)),
  };
  const all = (await ar(DECIDED, files)).files;
  const named = new Map(
    [...all].flatMap(([path, text]) => (path.endsWith('.md') ? [[/^# .*: (.*) N/.exec(text)?.[1], path]] : [])),
  );
  expect(Object.fromEntries(named)).toEqual({
    'C 1': 'out/C-1.md',
    'C-1': 'out/C-1-2.md',
    'c.1': 'out/c-1-3.md',
    matrix: 'out/matrix-2.md',
  });
  for (const id of ids) {
    const one = (await ar([...DECIDED, '--customer', id], files)).files;
    const path = named.get(id) as string;
    expect([...one.keys()]).toEqual([path, path.replace(/md$/, 'html')]);
    expect(one.get(path)).toBe(all.get(path));
  }
});

it('says by whom the tax of each claim is said, or that the base is with tax', async () => {
  const files = {
    'l.csv': ledgerOf(
      'C1,Name,F1,2026-01-01,2026-02-01,120.00,EUR,100.00,',
      'C1,Name,F2,2026-01-02,2026-02-01,120.00,EUR,,',
      'C1,Name,F3,2026-01-03,,120.00,EUR,,20%',
    ),
    'd.csv': decisionsOf('C1,,0.5,liquidation,Ana,2026-06-01'),
    'p.toml': '[provision]\nname = "Ours"\nvat_rate = "20%"\n',
    'g.toml': '[provision]\nbase = "gross"\n',
  };
  const net = (await ar([...DECIDED, '--policy', 'p.toml'], files)).files.get('out/C1.md');
  expect(net).toContain('- Tax by its own row or entry of the ledger: F3, F1\n- Tax by the rate of the policy: F2\n');
  expect(net).toContain('- **Policy:** Ours, p.toml\n');
  const gross = (await ar([...DECIDED, '--policy', 'g.toml'], files)).files.get('out/C1.md');
  expect(gross).toContain('The base is with tax: the policy says that it is not recovered.');
  expect(gross).not.toContain('Tax by');
  const fr = (await ar([...DECIDED, '--policy', 'p.toml', '--lang', 'fr'], files)).files.get('out/C1.md');
  expect(fr).toContain('- TVA par sa ligne ou son écriture\u00a0: F3, F1\n');
});

it('justifies a matrix once, with its rates as they were said, their file, and why they are multiplied', async () => {
  const files = {
    'l.csv': ledgerOf(
      'C1,Name,F1,2026-01-01,2026-02-01,120.00,EUR,100.00,',
      'C2,Name,F2,2026-06-01,2026-07-01,120.00,EUR,100.00,',
    ),
    'd.csv': decisionsOf('C1,,0.5,liquidation,Ana,2026-06-01'),
    'm.toml':
      '[provision]\nbase = "net"\nbuckets = "30"\nrates = { not_due = "1.215%", d1_30 = "6%", d31_plus = "75%" }\nfactor = "1.10"\nfactor_reason = "insolvencies | rise"\n',
  };
  const { files: written, stdout } = await ar([...DECIDED, '--policy', 'm.toml'], files);
  expect([...written.keys()]).toEqual(['out/C1.md', 'out/C1.html', 'out/matrix.md', 'out/matrix.html']);
  expect(stdout).toContain('2 sheets for the auditor, each as Markdown and HTML: out');
  const sheet = written.get('out/matrix.md');
  expect(sheet).toContain('| all claims | 1.215 | 6.000 | 75.000 |\n');
  expect(sheet).toContain(
    '- **Source:** m.toml\n- **Multiplied by, to no more than 100%:** 1.1\n- **Because:** insolvencies \\| rise\n',
  );
  expect(sheet).toContain('A statistical rate is added back (CGI art. 39-1-5°)');
});

it('adds back what tax law does not deduct, and says which condition fails', async () => {
  const files = {
    'l.csv': ledgerOf('C1,Name,F1,2026-01-01,2026-02-01,120.00,EUR,100.00,'),
    'd.csv': decisionsOf('C1,,0.5,late 149 days,Ana,2026-06-01'),
  };
  const sheet = (await ar(DECIDED, files)).files.get('out/C1.md');
  expect(sheet).toContain(
    'To be added back (CGI art. 39-1-5°):\n\n- 50.00\u00a0EUR, condition that fails: not probable: lateness alone, no fact of the debtor\n',
  );
  expect(sheet).toContain('- [ ] The part to be added back is in the tax return\n');
});

it('writes nothing, and says so, where nothing is decided', async () => {
  const { files, stdout } = await ar(LINE, { 'l.csv': ledgerOf('C1,Name,F1,2026-01-01,2026-02-01,120.00,EUR,100.00,') });
  expect(files.size).toBe(0);
  expect(stdout).toContain('No sheet is written: nothing is decided of any claim, and no allowance goes.');
});
