// Are the lines that `ar law` asks for lines that an ar.toml may hold? Whoever copies them with a rate gets an answer.
import { expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

const RUN = ['--on', '2027-02-10', '--format', 'csv'];

test('the lines to add for a day beyond the tables are taken, and the day has its rates', async () => {
  const refused = await ar(['law', 'fr', ...RUN, '--config', 'none'], {});
  const lines = [...refused.stderr.matchAll(/\[law\.(\w+)\], and below it (\S+) = /g)].map(([, table, day]) => `${table} ${day}`);
  expect([...new Set(lines)].sort()).toEqual(['ecb 2027-01-01', 'legal_rate 2027-01-01', 'legal_rate_persons 2027-01-01']);
  const rows = [...new Set(lines)].map((line) => line.split(' '));
  const told = await ar(['law', 'fr', ...RUN], {
    'ar.toml': `[law]\n${rows.map(([table, day]) => `${table} = { ${day} = "2.70" }`).join('\n')}\n`,
  });
  expect([told.code, told.stderr]).toEqual([0, '']);
  expect(
    told.stdout
      .split('\n')
      .slice(1, 4)
      .map((line) => line.split(',').slice(0, 5).join(' ')),
  ).toEqual([
    'fr default 2027-01-01 2027-06-30 12.70',
    'fr default_public 2027-01-01 2027-06-30 10.70',
    'fr floor 2027-01-01 2027-06-30 8.10',
  ]);
});

test('an entry of a table that cannot be taken is told with its day', async () => {
  const told = await ar(['law', 'fr', ...RUN], { 'ar.toml': '[law.ecb]\n2027-13-01 = "2.70"\n' });
  expect([told.code, told.stderr]).toEqual([
    2,
    'ar.toml:2: error config-bad-value: [law] ecb takes days, each with a rate, as 2027-01-01 = "2.65": "2027-13-01 = 2.70"\n',
  ]);
});

test('in French the sources are said in French', async () => {
  const told = await ar(['law', 'fr', '--on', '2026-06-30', '--format', 'md', '--lang', 'fr', '--config', 'none'], {});
  expect(told.stdout).toMatch(
    /taux de refinancement de la BCE 2,15\s% \\\+ 8 \(Code de la commande publique, R2192-31\), non vérifié/,
  );
  expect(told.stdout).not.toContain('ECB');
});

test.each([
  ['freight', ',freight,false', 'Not verified at the source: road freight, vehicle rental, forwarding'],
  ['perishable', ',perishable,true', undefined],
])('a limit of terms says whether it was verified: %s', async (rule, row, note) => {
  const run = ['terms', '--date', '2026-01-15', '30 days', '--rule', rule, '--config', 'none', '--format'];
  expect((await ar([...run, 'csv'], {})).stdout).toContain(row);
  const { stdout } = await ar([...run, 'md'], {});
  if (note === undefined) expect(stdout).not.toContain('Not verified');
  else expect(stdout).toContain(note);
});
