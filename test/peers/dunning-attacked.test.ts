// Does a plan of reminders hold against what people do to it? Firms that share a history, plans edited in a spreadsheet, approvals that never come, customers who fail.
import { describe, expect, test } from 'vitest';
import { dun, type Firm, HEAD, historyOf, lettersOn, memoryDisk, write } from '../harness/letters.ts';
import type { MemoryDisk } from './memory-disk.ts';
import { ar } from './program.ts';

type Row = Readonly<Record<string, string | number | null>>;

const HISTORY = 'day,run,customer,document,level,channel,amount,file,state,due,currency';
const sent = (...rows: string[]): string => [HISTORY, ...rows, ''].join('\n');

async function plan(firm: Omit<Firm, 'disk'>, ...more: string[]): Promise<Row[]> {
  const ran = await dun({ ...firm, disk: memoryDisk() }, '--format', 'json', ...more);
  expect(ran.code, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout).sections[0].rows;
}

function diskWith(history: string): MemoryDisk {
  const disk = memoryDisk();
  disk.create('h.csv').write(history);
  return disk;
}

const namesOf = (firm: Firm): string[] => [...lettersOn(firm.disk).keys()].map((name) => name.replace(/^[\d-]+-/, ''));

test('two firms may share a history, though both have a customer A and a document F1', async () => {
  const rows = ['X,A,Alder,F1,100.00', 'Y,A,Ash,F1,70.00'].map((row) => {
    const [entity, id, name, document, amount] = row.split(',');
    return `${id},${name},invoice,${document},,2024-04-01,2024-05-01,${amount},EUR,${entity}`;
  });
  const firm: Firm = {
    disk: memoryDisk(),
    files: { 'l.csv': [`${HEAD},entity`, ...rows, ''].join('\n') },
  };
  for (const entity of ['X', 'X', 'Y', 'Y']) expect((await write(firm, '--entity', entity)).code).toBe(0);
  expect(historyOf(firm.disk).map(({ customer, amount, entity }) => [customer, amount, entity])).toEqual([
    ['A', '100.00', 'X'],
    ['A', '70.00', 'Y'],
  ]);
});

test('a history without currencies is given none: a customer who owes dollars is not reminded twice in an interval', async () => {
  const rows = ['A,Alder,invoice,F1,,2024-01-01,2024-06-20,50.00,EUR', 'B,Birch,invoice,F2,,2024-01-01,2024-06-05,5.00,USD'];
  const disk = diskWith(
    'day,run,customer,document,level,channel,amount,file,state\n2024-06-20,r1,B,F2,first,email,5.00,x,sent\n',
  );
  for (const asOf of ['2024-06-23', '2024-06-24', '2024-06-26', '2024-06-27']) await write({ disk, rows, asOf });
  expect(historyOf(disk).map(({ day, customer, level, amount, currency }) => [day, customer, level, amount, currency])).toEqual([
    ['2024-06-20', 'B', 'first', '5.00', ''],
    ['2024-06-23', 'A', 'first', '50.00', 'EUR'],
    ['2024-06-27', 'B', 'second', '5.00', 'USD'],
  ]);
});

test('the last notice is told with its own level, not with the highest there ever was', async () => {
  const files = {
    'h.csv': sent('2023-01-01,r1,A,OLD,formal,post,9,a,sent,,EUR', '2024-06-25,r2,A,F1,first,email,9,b,sent,,EUR'),
  };
  expect((await plan({ files }, '--customer', 'A'))[0]).toMatchObject({ last_level: 'first', last_date: '2024-06-25' });
});

test.each([
  ['age', 'l.csv', '--detail'],
  ['explain', 'F1', 'l.csv'],
])('ar %s has its columns of notices where the history is named and not there yet', async (...line) => {
  const files = { 'l.csv': `${HEAD}\nA,Alder,invoice,F1,,2024-04-01,2024-05-01,100.00,EUR\n` };
  const ran = await ar([...line, '--as-of', '2024-06-30', '--format', 'json', '--history', 'h.csv'], files);
  expect(JSON.parse(ran.stdout).sections[0].rows).toMatchObject([{ document: 'F1', level: null, last_notice: null }]);
  expect(ran.stderr).toContain('history-begun');
});

describe('what is past due, less what of it is in dispute and what nothing allocates, is what is asked for', () => {
  const rows = [
    'A,Alder,invoice,F1,,2024-04-01,2024-05-01,100.00,EUR,30.00',
    'A,Alder,invoice,F2,,2024-06-20,2024-08-01,900.00,EUR,500.00',
    'A,Alder,credit_note,N1,,2024-06-01,,-10.00,EUR,',
  ];
  const files = {
    'l.csv': [`${HEAD},disputed`, ...rows, ''].join('\n'),
    'h.csv': sent('2024-05-10,r1,A,F1,first,email,9,a,sent,2024-05-01,EUR'),
  };
  test('in the plan: a dispute of what is not due yet is none of it', async () => {
    expect((await plan({ files }))[0]).toMatchObject({ overdue: 100, disputed: 30, unallocated: -10, amount_due: 60 });
  });

  test('and interest is claimed on that part alone: 70.00 for 60 days at 14.50%', async () => {
    expect((await plan({ files }))[0]).toMatchObject({ level: 'second', interest: 1.67, indemnity: 40 });
    const firm: Firm = { disk: diskWith(files['h.csv']), files: { 'l.csv': files['l.csv'] } };
    await write(firm);
    const [letter = ''] = lettersOn(firm.disk).values();
    expect(letter).toContain('No interest on what is in dispute.');
    expect(letter).toMatch(/^F1 .* 70\.00 +14\.50% +1\.67$/m);
    expect(letter).toMatch(/^Credit note +N1 +2024-06-01 +-10\.00$/m);
  });
});

describe('a customer who fails', () => {
  const customers = (cells: string): Record<string, string> => ({
    'customers.csv': `id,status,proceeding,judgment_date,publication_date\nA,${cells}\n`,
  });
  const rows = [
    'A,Alder,invoice,F1,,2024-04-01,2024-05-01,100.00,EUR',
    'A,Alder,payment,P1,,2024-04-20,,-20.00,EUR',
    'A,Alder,invoice,F2,,2024-06-10,2024-06-20,50.00,EUR',
  ];
  const of = async (cells: string, ...only: string[]): Promise<Row | undefined> =>
    (await plan({ rows: only.length === 0 ? rows : only, files: customers(cells) }, '--customers', 'customers.csv'))[0];

  test('is told with what must be declared by when, and gets no letter for what was invoiced since', async () => {
    const row = await of(',redressement judiciaire,2024-06-01,2024-06-05');
    expect(row).toMatchObject({ level: null, reason: 'proceeding', to_declare: 80, declare_by: '2024-08-05' });
  });

  test('is told where nothing is past due yet, too', async () => {
    const row = await of(',liquidation,2024-06-01,2024-06-05', 'A,Alder,invoice,F1,,2024-05-20,2024-07-31,100.00,EUR');
    expect(row).toMatchObject({ overdue: 0, reason: 'proceeding', to_declare: 100 });
  });

  test.each([
    ['a publication without a word for the proceeding', ',,,2024-06-05', 'proceeding'],
    ['a status that says so', 'on hold,,,', 'on_hold'],
    ['a status that says that lawyers have it', 'contentieux,,,', 'on_hold'],
  ])('%s stops reminders', async (_, cells, reason) => {
    expect(await of(cells)).toMatchObject({ level: null, reason });
  });

  test('a stop of deliveries is no stop of reminders', async () => {
    expect(await of('blocked,,,')).toMatchObject({ level: 'first' });
  });
});

test('where there is no letter, no item comes to a level', async () => {
  const files = { 'customers.csv': 'id,dunning\nA,none\n' };
  const ran = await dun({ disk: memoryDisk(), files }, '--customers', 'customers.csv', '--customer', 'A', '--format', 'json');
  const [{ rows: letters }, { rows: items }] = JSON.parse(ran.stdout).sections as [{ rows: Row[] }, { rows: Row[] }];
  expect(letters[0]).toMatchObject({ level: null, reason: 'on_hold' });
  expect(items.map((item) => item['level'])).toEqual([null, null]);
});

test('a consumer owes interest from the formal notice on that the history has: 100.00 for 46 days at 5.07%', async () => {
  const rows = ['A,Alder,invoice,F1,,2024-02-01,2024-03-01,100.00,EUR', 'A,Alder,invoice,F2,,2024-05-01,2024-06-01,50.00,EUR'];
  const files = {
    'customers.csv': 'id,type\nA,consumer\n',
    'h.csv': sent(
      '2024-05-15,r1,A,F1,formal,post,9,a,sent,2024-03-01,EUR',
      '2024-06-10,r2,A,F2,first,email,9,b,sent,2024-06-01,EUR',
    ),
  };
  expect((await plan({ rows, files }, '--customers', 'customers.csv'))[0]).toMatchObject({
    ...{ level: 'second', amount_due: 150, interest: 0.64, indemnity: 0 },
  });
});

describe('a formal notice that nobody approves', () => {
  const rows = ['A,Alder,invoice,F1,,2024-04-01,2024-05-01,100.00,EUR', 'A,Alder,invoice,F2,,2024-05-20,2024-06-10,50.00,EUR'];
  // The second of 20 May lets the formal notice go out from 31 May on (30 days after the due day).
  const before = sent(
    '2024-05-04,r1,A,F1,first,email,9,a,sent,2024-05-01,EUR',
    '2024-05-20,r2,A,F1,second,email,9,b,sent,2024-05-01,EUR',
  );
  const firm = (): Firm => ({ disk: diskWith(before), rows });

  test('keeps the other items waiting for no longer than the interval, and is proposed again after it', async () => {
    const one = firm();
    const nights: [string, string[]][] = [];
    for (const asOf of ['2024-06-01', '2024-06-06', '2024-06-13', '2024-06-19', '2024-06-20', '2024-06-27']) {
      const ran = await write({ ...one, asOf });
      expect(ran.code, ran.stderr).toBeLessThan(2);
      nights.push([
        asOf,
        historyOf(one.disk)
          .slice(2)
          .map(({ day, document, level }) => `${day} ${document} ${level}`),
      ]);
    }
    const first = '2024-06-13 F2 first';
    expect(nights.map(([, all]) => all)).toEqual([[], [], [first], [first], [first], [first, '2024-06-27 F2 second']]);
    const [row] = JSON.parse((await dun({ ...one, asOf: '2024-07-05' }, '--format', 'json')).stdout).sections[0].rows as Row[];
    expect(row).toMatchObject({ level: 'formal', approval: 'required' });
  });

  test('is said in the plan to be late, and takes its items with it once it is approved', async () => {
    const one = firm();
    const [row] = JSON.parse((await dun({ ...one, asOf: '2024-06-13' }, '--format', 'json')).stdout).sections[0].rows as Row[];
    expect(row).toMatchObject({ level: 'formal', reason: 'approval_late', amount_due: 150 });
    const files = { 'p.csv': 'customer,level,amount_due,approval\nA,formal,150.00,yes\n' };
    expect((await write({ ...one, asOf: '2024-06-13', files }, '--plan', 'p.csv')).code).toBe(0);
    expect(
      historyOf(one.disk)
        .slice(2)
        .map(({ document, level }) => `${document} ${level}`),
    ).toEqual(['F1 formal', 'F2 first']);
  });

  test('is not replaced where somebody reviewed a plan and left it unapproved', async () => {
    const one = firm();
    const files = { 'p.csv': 'customer,level,amount_due,approval\nA,formal,150.00,required\n' };
    expect((await write({ ...one, asOf: '2024-06-13', files }, '--plan', 'p.csv')).code).toBe(1);
    expect(lettersOn(one.disk).size).toBe(0);
  });
});

describe('a plan that was edited', () => {
  const rows = ['A,Alder,invoice,F1,,2024-04-01,2024-05-01,1000.00,EUR'];
  const before = sent('2024-05-10,r1,A,F1,first,email,9,a,sent,2024-05-01,EUR');
  const columns = 'customer;language;law;level;channel;items;amount_due;interest;indemnity';
  // 60 days at 14.50%: 23.84.
  const written = async (line: string, head = columns): Promise<{ code: number; stderr: string; letter: string }> => {
    const firm: Firm = { disk: diskWith(before), rows, files: { 'p.csv': `\ufeff${head}\r\n${line}\r\n` } };
    const ran = await write(firm, '--plan', 'p.csv');
    return { code: ran.code, stderr: ran.stderr, letter: [...lettersOn(firm.disk).values()].join() };
  };

  test('as it was', async () => {
    const { code, letter } = await written('A;en;fr;second;email;1;1000,00;23,84;40,00');
    expect(code).toBe(0);
    expect(letter).toContain('Total to pay          1,063.84 EUR');
  });

  test('decimals that a spreadsheet took away, and interest of the day before', async () => {
    expect((await written('A;en;fr;second;email;1;1000;23,44;40')).code).toBe(0);
  });

  test('another language is the language of the letter', async () => {
    expect((await written('A;fr;fr;second;email;1;1000,00;23,84;40,00')).letter).toContain('Madame, Monsieur,');
  });

  test.each([
    ['no indemnity', 'A;en;fr;second;email;1;1000,00;23,84;0', ['Late-payment interest    23.84'], ['Fixed compensation']],
    ['no interest', 'A;en;fr;second;email;1;1000,00;;40,00', ['is payable:\n€40.00'], ['Late-payment interest', 'as well']],
    ['neither', 'A;en;fr;second;email;1;1000,00;;', ['we do not waive them'], ['Fixed compensation  ', '23.84']],
  ])('%s, and the letter claims none', async (_, line, has, hasNot) => {
    const { code, letter, stderr } = await written(line);
    expect(code, stderr).toBe(0);
    for (const text of has) expect(letter).toContain(text);
    for (const text of hasNot) expect(letter).not.toContain(text);
  });

  test('a column that was taken out gives nothing up', async () => {
    expect((await written('A;second;1000,00', 'customer;level;amount_due')).letter).toContain('1,063.84');
  });

  test('lines of customers who are not asked for are left to another run', async () => {
    const files = { 'p.csv': 'customer,level,amount_due\nA,first,150.00\nC,first,300.00\n' };
    const firm: Firm = { disk: memoryDisk(), files };
    for (const id of ['C', 'A'])
      expect(await write(firm, '--plan', 'p.csv', '--customer', id)).toMatchObject({ code: 0, stderr: '' });
    expect(namesOf(firm)).toEqual(['c-cedre-sarl-first.txt', 'a-alder-co-first.txt']);
  });

  test('a notice before the due day that was sent meanwhile is no payment', async () => {
    const firm: Firm = {
      disk: memoryDisk(),
      asOf: '2024-07-25',
      files: { 'p.csv': 'customer,level,amount_due\nD,pre_due,400.00\n' },
    };
    expect((await write(firm, '--plan', 'p.csv')).code).toBe(0);
    expect((await write(firm, '--plan', 'p.csv')).stderr).toContain('it was reminded or paid meanwhile');
  });

  test('without a currency a line is of the only one that the customer owes', async () => {
    const firm: Firm = {
      disk: memoryDisk(),
      rows: [rows[0]?.replace('EUR', 'GBP') as string],
      files: { 'p.csv': 'customer,level,amount_due\nA,first,1000.00\n' },
    };
    const ran = await write(firm, '--plan', 'p.csv');
    expect(ran.code, ran.stderr).toBe(0);
    expect(lettersOn(firm.disk).size).toBe(1);
  });

  test.each([
    ['another amount', 'A;en;fr;second;email;1;900,00;23,84;40,00', 'another amount is due today, 1000.00 EUR'],
    ['more interest', 'A;en;fr;second;email;1;1000,00;50,00;40,00', 'the interest is 23.84 EUR today'],
    ['another indemnity', 'A;en;fr;second;email;1;1000,00;23,84;20,00', 'the indemnity is 40.00 EUR today'],
    ['another law', 'A;en;uk;second;email;1;1000,00;23,84;40,00', 'another law governs, fr'],
  ])('%s is refused by name', async (_, line, what) => {
    const { code, stderr, letter } = await written(line);
    expect([code, letter]).toEqual([1, '']);
    expect(stderr).toContain(`plan-refused: A Alder gets no letter: ${what}`);
  });
});

test('a first letter that is a formal notice does not speak of reminders nobody sent', async () => {
  const files = {
    'ar.toml': '[company]\nname = "S"\naddress1 = "1"\ncity = "T"\n[dunning]\nlevels = { standard = "formal 5" }\n',
    'p.csv': 'customer,level,amount_due,approval\nC,formal,300.00,x\n',
  };
  const firm: Firm = { disk: memoryDisk(), files };
  const ran = await write(firm, '--plan', 'p.csv', '--customer', 'C');
  expect(ran.code, ran.stderr).toBe(0);
  const [letter = ''] = lettersOn(firm.disk).values();
  expect(letter).toContain('\nThe amounts below remain unpaid.');
  expect(namesOf(firm)).toEqual(['c-cedre-sarl-formal.txt']);
});

test('a packed history is read, and not written over as text', async () => {
  const firm: Firm = { disk: memoryDisk() };
  expect(await write(firm, '--history', 'h.csv.gz')).toMatchObject({ code: 2 });
  expect([...firm.disk.files()]).toEqual([]);
});

test('a promise may be of another currency, whose decimals are others', async () => {
  const rows = ['A,Alder,invoice,F1,,2024-05-01,2024-06-01,1.250,TND'];
  const files = { 'promises.csv': 'customer,document,amount,day,currency\nA,F1,1.250,2024-07-10,TND\n' };
  expect((await plan({ rows, files }, '--promises', 'promises.csv'))[0]).toMatchObject({ reason: 'all_aside promised' });
});

test('a year of 360 days is a contract’s, and no letter reckons by it under the law’s rate', async () => {
  expect(await dun({ disk: memoryDisk() }, '--day-count', 'act/360')).toMatchObject({ code: 2 });
  const ran = await dun({ disk: memoryDisk() }, '--day-count', 'act/360', '--rate', '12', '--format', 'json');
  expect(JSON.parse(ran.stdout).parameters).toMatchObject({
    law: 'fr',
    rate: '12.00',
    day_count: 'act/360',
    impute: 'principal',
  });
});
