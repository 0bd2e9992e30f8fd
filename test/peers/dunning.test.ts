// Are reminders proposed as they should be, and as others do or fail to? Each case names its source; where our rule differs, the test says why.
import { describe, expect, test } from 'vitest';
import { ar, type Ran } from './program.ts';

type Row = Readonly<Record<string, string | number | null>>;

const HEAD = 'customer,kind,document,reference,date,due,amount,currency';
const HISTORY = 'day,run,customer,document,level,channel,amount,file,state';
const LEVELS = (levels: string, more = ''): string => `[dunning]\nlevels = { standard = "${levels}" }\n${more}`;

/** `A,invoice,F1,,date,due,amount`: a row of one customer. */
const invoice = (number: string, due: string, amount = '100.00', customer = 'A'): string =>
  `${customer},invoice,${number},,2023-01-01,${due},${amount},EUR`;
const credit = (kind: string, number: string, reference: string, day: string, amount: string, customer = 'A'): string =>
  `${customer},${kind},${number},${reference},${day},,-${amount},EUR`;

async function run(rows: readonly string[], asOf: string, files: Record<string, string> = {}, ...more: string[]): Promise<Ran> {
  const options = ['history.csv', 'promises.csv', 'customers.csv'].flatMap((name) =>
    files[name] === undefined ? [] : [`--${name.replace('.csv', '')}`, name],
  );
  return ar(['dun', 'l.csv', '--as-of', asOf, '--law', 'fr', '--format', 'json', ...options, ...more], {
    'l.csv': [HEAD, ...rows].join('\n'),
    ...files,
  });
}

async function plan(rows: readonly string[], asOf: string, files: Record<string, string> = {}): Promise<Row[]> {
  const ran = await run(rows, asOf, files, '--quiet');
  expect(ran.code, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout).sections[0].rows;
}

async function told(rows: readonly string[], asOf: string, files: Record<string, string> = {}): Promise<string> {
  const [row] = await plan(rows, asOf, files);
  return row === undefined ? 'nobody' : `${row['level'] ?? '-'} ${row['reason'] ?? ''}`.trim();
}

const history = (...rows: string[]): Record<string, string> => ({ 'history.csv': [HISTORY, ...rows].join('\n') });

describe('levels come one after the other (Tryton: cases N1, C1)', () => {
  const rows = [invoice('F1', '2024-01-01')];
  const config = { 'ar.toml': LEVELS('first 5, second 20, third 40') };
  test.each<[string, string, Record<string, string>, string]>([
    ['nothing on the fourth day', '2024-01-05', {}, '- waiting'],
    ['the first on the fifth', '2024-01-06', {}, 'first'],
    ['the first on the thirtieth, when no night ran before', '2024-01-31', {}, 'first'],
    [
      'the second after the first, and not the third',
      '2024-02-15',
      history('2024-01-06,r1,A,F1,first,email,100.00,a.txt,written'),
      'second',
    ],
    [
      // Tryton and Odoo keep a draft at its level until somebody processes it. Here a letter that lies in a folder may have been sent: --cancel takes it back.
      'the second after a first that was written, whether or not it was marked as sent',
      '2024-01-31',
      history('2024-01-06,r1,A,F1,first,email,100.00,a.txt,written'),
      'second',
    ],
    [
      'the third after the second',
      '2024-02-15',
      history('2024-01-06,r1,A,F1,first,email,100.00,a.txt,sent', '2024-01-25,r2,A,F1,second,email,100.00,b.txt,sent'),
      'third',
    ],
    ['nothing after the last', '2024-06-01', history('2024-03-01,r1,A,F1,third,email,100.00,a.txt,sent'), '- last_level'],
    ['what was cancelled was not sent', '2024-01-31', history('2024-01-06,r1,A,F1,first,email,100.00,a.txt,cancelled'), 'first'],
  ])('%s', async (_, asOf, files, expected) => {
    expect(await told(rows, asOf, { ...config, ...files })).toBe(expected);
  });

  test('an item that was paid is reminded of no more, and one that came back is (case N6)', async () => {
    const paid = [...rows, credit('payment', 'P1', 'F1', '2024-01-20', '100.00')];
    const sent = history('2024-01-06,r1,A,F1,first,email,100.00,a.txt,sent');
    expect(await told(paid, '2024-01-31', { ...config, ...sent })).toBe('nobody');
    // It is the same debt, under another number: it was reminded once, and the first reminder is not sent again.
    const back = [...paid, 'A,returned,R1,P1,2024-01-28,,100.00,EUR'];
    expect(await told(back, '2024-01-31', { ...config, ...sent })).toBe('second');
    expect(await told(back, '2024-01-31', config)).toBe('first');
    const twice = [...back, credit('payment', 'P2', 'R1', '2024-02-01', '100.00'), 'A,returned,R2,P2,2024-02-10,,100.00,EUR'];
    const more = history('2024-01-06,r1,A,F1,first,email,1,a,sent', '2024-01-31,r2,A,R1,second,email,1,b,sent');
    expect(await told(twice, '2024-02-12', { ...config, ...more })).toBe('third');
    const moved = [...rows, credit('transfer', 'T1', 'F1', '2024-01-20', '100.00'), 'A,transfer,T1,,2024-01-20,,100.00,EUR'];
    expect(await told(moved, '2024-01-31', { ...config, ...sent })).toBe('second');
  });
});

test('three runs, three levels; a run before the last one is refused (OCA: cases N4, C8)', async () => {
  const rows = [invoice('F1', '2023-06-30', '500.00')];
  const config = { 'ar.toml': LEVELS('first 10, second 30, third 60') };
  const sent = ['2023-12-31,r1,A,F1,first,email,500.00,a.txt,sent', '2024-04-30,r2,A,F1,second,email,500.00,b.txt,sent'];
  expect(await told(rows, '2023-12-31', config)).toBe('first');
  expect(await told(rows, '2024-04-30', { ...config, ...history(...sent.slice(0, 1)) })).toBe('second');
  expect(await told(rows, '2024-06-30', { ...config, ...history(...sent) })).toBe('third');
  const early = await run(rows, '2024-04-01', { ...config, ...history(...sent) });
  expect(early.code).toBe(2);
  expect(early.stderr).toContain('history.csv:3:1: error history-later');
});

describe('the day of a level', () => {
  test.each([
    ['is the day itself, as with OCA, Tryton, metasfresh and Axelor (case C6)', '2024-01-11', 'first'],
    ['and none before', '2024-01-10', '- waiting'],
  ])('%s', async (_, asOf, expected) => {
    expect(await told([invoice('F1', '2024-01-01')], asOf, { 'ar.toml': LEVELS('first 10') })).toBe(expected);
  });

  test('an interval of 14 days after 1 March ends on the 15th (SAP: case C10)', async () => {
    const files = {
      'ar.toml': LEVELS('first 1, second 2', 'interval = "14"'),
      ...history('2024-03-01,r1,A,F1,first,email,1,a,sent'),
    };
    const rows = [invoice('F1', '2024-02-01')];
    expect(await told(rows, '2024-03-14', files)).toBe('- too_soon');
    expect(await told(rows, '2024-03-15', files)).toBe('second');
  });

  test('without an interval there is one step a day: a run again on that day is the same run', async () => {
    const files = {
      'ar.toml': LEVELS('first 1, second 2', 'interval = "0"'),
      ...history('2024-03-01,r1,A,F1,first,email,1,a,sent'),
    };
    expect(await told([invoice('F1', '2024-02-01')], '2024-03-01', files)).toBe('- too_soon');
    expect(await told([invoice('F1', '2024-02-01')], '2024-03-02', files)).toBe('second');
  });

  test('before the due day is a level of its own, and only before', async () => {
    const files = { 'ar.toml': LEVELS('pre_due -7, first 3') };
    const rows = [invoice('F1', '2024-02-01')];
    expect(await told(rows, '2024-01-24', files)).toBe('nobody');
    expect(await told(rows, '2024-01-25', files)).toBe('pre_due');
    expect(await told(rows, '2024-02-02', files)).toBe('- waiting');
    expect(await told(rows, '2024-02-04', files)).toBe('first');
    expect(await told(rows, '2024-01-30', { ...files, ...history('2024-01-25,r1,A,F1,pre_due,email,1,a,sent') })).toBe('nobody');
  });
});

describe('one letter a customer, of all that is past due', () => {
  test('an invoice six days late and one of a day, at a start of five (Akretion: case C7)', async () => {
    const rows = [invoice('F1', '2024-01-25'), invoice('F2', '2024-01-30'), invoice('F3', '2024-01-27', '70.00', 'B')];
    const found = await plan(rows, '2024-01-31', { 'ar.toml': LEVELS('first 5') });
    expect(found.map((row) => [row['customer'], row['level'], row['items'], row['amount_due']])).toEqual([
      ['A', 'first', 2, 200],
      ['B', null, 1, 70],
    ]);
  });

  test('its level is the highest, and each item keeps its own', async () => {
    const rows = [invoice('F1', '2024-01-01'), invoice('F2', '2024-01-20')];
    const files = { 'ar.toml': LEVELS('first 5, second 20'), ...history('2024-01-06,r1,A,F1,first,email,1,a,sent') };
    const ran = await run(rows, '2024-01-31', files, '--quiet');
    const [{ rows: letters }, { rows: items }] = JSON.parse(ran.stdout).sections as [{ rows: Row[] }, { rows: Row[] }];
    expect(letters[0]).toMatchObject({ level: 'second', items: 2, last_level: 'first', last_date: '2024-01-06' });
    expect(items.map((row) => [row['document'], row['level_before'], row['level']])).toEqual([
      ['F1', 'first', 'second'],
      ['F2', null, 'first'],
    ]);
  });

  test('of an invoice in two parts only the one that is due (ERPNext: cases N6, C12)', async () => {
    const rows = ['A,invoice,F1,,2024-01-01,2024-01-06,50.00,EUR', 'A,invoice,F1,,2024-01-01,2024-01-11,50.00,EUR'];
    expect((await plan(rows, '2024-01-09', { 'ar.toml': LEVELS('first 1') }))[0]).toMatchObject({
      items: 1,
      overdue: 50,
      amount_due: 50,
    });
  });
});

describe('what was paid is not asked for', () => {
  test('unallocated money is taken off, and shown (Tryton: case C3)', async () => {
    const rows = [invoice('F1', '2024-01-01'), credit('payment', 'P1', '', '2024-01-20', '50.00')];
    expect((await plan(rows, '2024-01-31'))[0]).toMatchObject({ level: 'first', unallocated: -50, amount_due: 50 });
  });

  test('where it covers all, there is no letter', async () => {
    const rows = [invoice('F1', '2024-01-01'), credit('advance', 'P1', '', '2024-01-20', '120.00')];
    expect((await plan(rows, '2024-01-31'))[0]).toMatchObject({ level: null, reason: 'covered', amount_due: 0 });
  });

  test.each([
    ['100.00 at a minimum of 100', '100.00', 'first'],
    ['99.99', '99.99', '- below_minimum'],
  ])('%s (Business Central: case C9)', async (_, amount, expected) => {
    const files = { 'ar.toml': LEVELS('first 5', 'minimum = "100"') };
    expect(await told([invoice('F1', '2024-01-01', amount)], '2024-01-31', files)).toBe(expected);
  });

  test('110 less a credit note of 20 is 90, below 100 (Business Central: case C9)', async () => {
    const files = { 'ar.toml': LEVELS('first 5', 'minimum = "100"') };
    const rows = [invoice('F1', '2024-01-01', '110.00'), credit('credit_note', 'N1', '', '2024-01-10', '20.00')];
    expect(await told(rows, '2024-01-31', files)).toBe('- below_minimum');
  });

  test.each([
    ['100 of 1,000 is 10%, and enough', '900.00', 'first'],
    // SAP moves to the next lower level there; we send nothing, for a lower level was sent before.
    ['100 of 1,100 is less, and waits', '1000.00', '- below_minimum'],
  ])('%s (SAP: case C9)', async (_, notDue, expected) => {
    const files = { 'ar.toml': LEVELS('first 5', 'minimum_share = "10%"') };
    expect(await told([invoice('F1', '2024-01-01'), invoice('F2', '2024-06-01', notDue)], '2024-01-31', files)).toBe(expected);
  });
});

describe('who is never reminded, and of what', () => {
  const rows = [invoice('F1', '2024-01-01')];
  test.each<[string, Record<string, string>, string]>([
    ['a customer on hold (Odoo: case C4)', { 'customers.csv': 'id,dunning\nA,none\n' }, '- on_hold'],
    [
      'a customer in a proceeding',
      { 'customers.csv': 'id,proceeding,judgment_date\nA,redressement judiciaire,2024-01-15\n' },
      '- proceeding',
    ],
    [
      'one whose judgment is to come is',
      { 'customers.csv': 'id,proceeding,judgment_date\nA,redressement judiciaire,2024-02-15\n' },
      'first',
    ],
    ['what the bank is to collect', { 'customers.csv': 'id,payment_mode\nA,direct_debit\n' }, '- all_aside to_be_debited'],
    ['what is promised', { 'promises.csv': 'customer,document,amount,day\nA,F1,100.00,2024-02-10\n' }, '- all_aside promised'],
    ['what is promised for today', { 'promises.csv': 'customer,document,amount,day\nA,,,2024-01-31\n' }, '- all_aside promised'],
    [
      'a promise that was broken is said',
      { 'promises.csv': 'customer,document,amount,day\nA,F1,100.00,2024-01-30\n' },
      'first broken_promise',
    ],
  ])('%s', async (_, files, expected) => {
    expect(await told(rows, '2024-01-31', files)).toBe(expected);
  });

  test('what is in dispute; the rest of it is asked for', async () => {
    const disputed = (text: string) => [`${HEAD},disputed`, `${invoice('F1', '2024-01-01')},${text}`];
    const of = async (text: string) => {
      const ran = await ar(['dun', 'l.csv', '--as-of', '2024-01-31', '--format', 'json', '--quiet'], {
        'l.csv': disputed(text).join('\n'),
      });
      return JSON.parse(ran.stdout).sections[0].rows[0] as Row;
    };
    expect(await of('yes')).toMatchObject({ level: null, reason: 'all_aside disputed', disputed: 100 });
    expect(await of('30.00')).toMatchObject({ level: 'first', disputed: 30, amount_due: 70 });
  });

  test('what nobody agreed a due day of', async () => {
    const found = await plan([invoice('F1', '2024-01-01'), 'A,invoice,F2,,2023-01-01,,40.00,EUR'], '2024-01-31');
    expect(found[0]).toMatchObject({ level: 'first', items: 1, amount_due: 100, reason: 'no_due' });
    const none = await run(['A,invoice,F2,,2023-01-01,,40.00,EUR'], '2024-01-31');
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('due-days-needed');
  });

  test('a profile that nobody knows ends the run', async () => {
    const ran = await run(rows, '2024-01-31', { 'customers.csv': 'id,dunning\nA,gentel\n' });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('customers.csv:2:2: error profile-unknown: dunning: there is no profile gentel');
  });
});

describe('interest and indemnity', () => {
  const rows = [invoice('F1', '2024-01-01', '1000.00')];
  test('are claimed from the second reminder on, and not before', async () => {
    expect((await plan(rows, '2024-01-31'))[0]).toMatchObject({ level: 'first', interest: null, indemnity: null });
    const [row] = await plan(rows, '2024-01-31', history('2024-01-06,r1,A,F1,first,email,1,a,sent'));
    // 30 days at 14.50%.
    expect(row).toMatchObject({ level: 'second', interest: 11.92, indemnity: 40, indemnity_currency: 'EUR', amount_due: 1000 });
  });

  test('an indemnity in another currency is not added (case C13: others convert it)', async () => {
    const pounds = [rows[0]?.replace('EUR', 'GBP') as string];
    const [row] = await plan(pounds, '2024-01-31', history('2024-01-06,r1,A,F1,first,email,1,a,sent'));
    expect(row).toMatchObject({ currency: 'GBP', indemnity: 40, indemnity_currency: 'EUR', amount_due: 1000 });
  });

  test('running a level again charges nothing (Tryton: case C2)', async () => {
    const files = history('2024-01-06,r1,A,F1,first,email,1,a,sent', '2024-01-31,r2,A,F1,second,email,1000.00,b,sent');
    expect(await told(rows, '2024-01-31', files)).toBe('- too_soon');
  });
});

test('the next day is the day of the next level, and never within the interval', async () => {
  const files = { 'ar.toml': LEVELS('first 3, second 15') };
  const rows = [invoice('F1', '2024-01-01')];
  expect((await plan(rows, '2024-01-03', files))[0]).toMatchObject({ level: null, next_date: '2024-01-04' });
  expect((await plan(rows, '2024-01-04', files))[0]).toMatchObject({ level: 'first', next_date: '2024-01-16' });
  expect((await plan(rows, '2024-01-31', files))[0]).toMatchObject({ level: 'first', next_date: '2024-02-07' });
});
