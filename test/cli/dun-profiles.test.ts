// Has each profile of reminders rules of its own ([dunning.PROFILE]), and the others those of [dunning]?
import { describe, expect, it } from 'vitest';
import { ar } from '../peers/program.ts';

const LEDGER = `customer,kind,document,date,due,amount,currency
A,invoice,A1,2026-01-01,2026-01-31,100.00,EUR
B,invoice,B1,2026-01-01,2026-01-31,100.00,EUR
C,invoice,C1,2026-01-01,2026-01-31,40.00,EUR
D,invoice,D1,2026-01-01,2026-01-31,40.00,EUR
`;
const HISTORY = `day,customer,document,level
2026-02-12,B,B1,first
2026-02-12,A,A1,first
`;
const GENTLE = `[law]
default = "fr"
[dunning]
levels = { gentle = "first 10, second 30, formal 90" }
[dunning.gentle]
interval = "20"
minimum = 50
claim-from = "formal"
channels = { second = "post" }
approval = { second = "yes" }
`;

async function plan(
  config: string,
  asOf: string,
): Promise<{ readonly rows: string[]; readonly stderr: string; readonly code: number }> {
  const ran = await ar(
    [
      'dun',
      'l.csv',
      '--customers',
      'c.csv',
      '--history',
      'h.csv',
      '--as-of',
      asOf,
      '--config',
      'ar.toml',
      '--format',
      'json',
      '--quiet',
    ],
    { 'l.csv': LEDGER, 'h.csv': HISTORY, 'c.csv': 'id,dunning\nB,gentle\nC,gentle\n', 'ar.toml': config },
  );
  if (ran.code === 2) return { rows: [], stderr: ran.stderr, code: ran.code };
  const [{ rows }] = JSON.parse(ran.stdout).sections as [{ rows: Record<string, string | number | null>[] }];
  const keys = ['customer', 'level', 'channel', 'approval', 'interest', 'reason'];
  return { rows: rows.map((row) => keys.map((key) => row[key] ?? '-').join(' ')), stderr: ran.stderr, code: ran.code };
}

describe('a profile with rules of its own', () => {
  it('has its own interval, minimum, channel, approval and claims; others have those of all', async () => {
    expect((await plan(GENTLE, '2026-03-03')).rows).toEqual([
      'A second email none 1.03 -',
      'B - - - - too_soon',
      'C - - - - below_minimum',
      'D first email none - -',
    ]);
    expect((await plan(GENTLE, '2026-03-04')).rows[1]).toBe('B second post required - -');
  });

  it('takes what it does not say from [dunning]', async () => {
    const all = GENTLE.replace('[dunning]\n', '[dunning]\nminimum = 45\nclaim_from = "first"\n').replace('minimum = 50\n', '');
    expect((await plan(all, '2026-03-04')).rows.slice(2)).toEqual(['C - - - - below_minimum', 'D - - - - below_minimum']);
  });

  it('must be a profile, and its keys are looked at like any other', async () => {
    const unknown = await plan(`${GENTLE}[dunning.gentel]\ninterval = "3"\n`, '2026-03-03');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('[dunning.gentel]: there is no such profile')]);
    const wrong = await plan(`${GENTLE}[dunning.standard]\nintervall = "3"\nclaim_from = "fourth"\n`, '2026-03-03');
    expect(wrong.stderr.split('\n').filter((line) => line !== '')).toEqual([
      'ar.toml:12: error config-unknown-key: [dunning.standard] has no key intervall; did you mean interval?',
      'ar.toml:13: error config-bad-value: [dunning.standard] claim_from takes a level: pre_due, first, second, third, formal: "fourth"',
    ]);
  });
});
