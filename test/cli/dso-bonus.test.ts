// Does a [bonus] that cannot be paid by end the run with a line that says what to do, and is one that can be read heard?
import { expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

const LEDGER = `customer,document,reference,kind,date,due,amount
A,F1,,invoice,2026-04-01,2026-05-01,300.00
A,P1,F1,payment,2026-06-10,,-220.00
A,F2,,invoice,2026-06-01,2026-07-01,1000.00
`;
const CEI = '[bonus.cei]\nweight = "100%"\nfloor = 75\ngoal = 90\n';
const TARGET = '[bonus]\ntarget = { EUR = "2000" }\n';

const run = (toml: string, ...args: string[]) =>
  ar(['dso', 'l.csv', '--as-of', '2026-06-30', '--format', 'csv', ...args], { 'l.csv': LEDGER, 'ar.toml': toml });

test.each<[claim: string, toml: string, told: string]>([
  [
    'an unknown measure',
    `${TARGET}[bonus.cie]\nweight = 1\nfloor = 75\ngoal = 90\n`,
    'ar.toml:4: error config-unknown-key: [bonus] knows no measure cie; did you mean cei?',
  ],
  [
    'a measure like none',
    `${TARGET}[bonus.smiles]\nweight = 1\nfloor = 75\ngoal = 90\n`,
    'the measures are dso_count_back, dso, ',
  ],
  [
    'weights that do not come to 1',
    `${TARGET}${CEI.replace('100%', '95%')}`,
    'ar.toml:4: error config-bad-value: [bonus] weights come to 0.95: "95%"; write shares that come to 1, as 60% and 40%',
  ],
  ['no goal', `${TARGET}${CEI.replace('goal = 90\n', '')}`, '[bonus.cei] says no goal; add goal = "12"'],
  [
    'a goal that is the floor',
    `${TARGET}${CEI.replace('90', '"75.0%"')}`,
    '[bonus.cei] goal is its floor: nothing lies between them',
  ],
  [
    'a percentage of days',
    `${TARGET}${CEI.replace('cei', 'dso').replace('75', '"75%"')}`,
    '[bonus] floor of dso is no percentage: "75%"; write it without %',
  ],
  [
    'no number',
    `${TARGET}${CEI.replace('90', '"high"')}`,
    '[bonus.cei] goal takes a number of days or of percent, as "12.5": "high"',
  ],
  [
    'a weight beyond the whole',
    `${TARGET}${CEI.replace('100%', '120%')}`,
    '[bonus.cei] weight takes a share from 0 to 1, as "60%" or "0.6": "120%"',
  ],
  [
    'a measure in two spellings',
    `${TARGET}${CEI.replace('cei', 'late-rate').replace('100%', '50%')}${CEI.replace('cei', 'late_rate').replace('100%', '50%')}`,
    '[bonus] has late_rate twice; leave one of the two out',
  ],
  ['no target', CEI, 'ar.toml:2: error config-bad-value: [bonus] says no target'],
  ['no measure', TARGET, '[bonus] names no measure'],
  ['a target without its currency', TARGET.replace('EUR', 'XYZ') + CEI, 'knows no currency XYZ'],
  ['a target of nothing', TARGET.replace('2000', '0') + CEI, 'takes an amount above 0'],
])('%s is told, also where no bonus is asked for', async (_, toml, told) => {
  const { stderr, code } = await run(toml);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
});

test('what cannot be read is told once', async () => {
  const { stderr } = await run(`${TARGET}${CEI.replace('90', '"high"')}`);
  expect(stderr.match(/config-/g)).toHaveLength(1);
});

test('keys may be spelt with -, and a measure stand in one line', async () => {
  const toml = '[bonus]\ntarget = { EUR = "2000" }\noverdue-recovery = { weight = "1", floor = "50%", goal = 100 }\n';
  const { stdout, stderr } = await run(toml, '--bonus', '--section', 'bonus_measures');
  expect(stdout, stderr).toContain('2026-06,EUR,overdue_recovery,1,0.5,1,0.7333,0.4667,0.4667');
});

test('--bonus without a [bonus], and one in another currency than the report, are refused', async () => {
  const without = await run('', '--bonus');
  expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('--bonus: no [bonus] of an ar.toml')]);
  const other = await run(TARGET.replace('EUR', 'USD') + CEI, '--bonus');
  expect([other.code, other.stderr]).toEqual([
    2,
    expect.stringContaining('the target of [bonus] is in USD, and the report in EUR'),
  ]);
});

test('a measure that is n/a is told, and gives nothing', async () => {
  const toml = `${TARGET}${CEI.replace('100%', '40%')}[bonus.dispute_rate]\nweight = 0.6\nfloor = 10\ngoal = 0\n`;
  const none = `customer,document,reference,kind,date,due,amount\nA,F1,,invoice,2026-04-01,2026-05-01,300.00\nA,P1,F1,payment,2026-05-10,,-300.00\n`;
  const asked = ['dso', 'l.csv', '--as-of', '2026-06-30', '--format', 'csv', '--bonus', '--section', 'bonus'];
  const { stdout } = await ar(asked, { 'l.csv': none, 'ar.toml': toml });
  expect(stdout).toBe('month,currency,target,reached,bonus,not_available\n2026-06,EUR,2000.00,0,0.00,cei dispute_rate\n');
});
