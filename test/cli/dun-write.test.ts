// What does `ar dun` write, and what never? Letters and rows that agree, each level once; plans given back; runs cancelled, sent, taken over.
import { describe, expect, test } from 'vitest';
import { COMPANY, dun, historyOf, LATE, lettersOn, memoryDisk, write } from '../harness/letters.ts';
import { ar } from '../peers/program.ts';

const FILES = [
  '2024-06-30-1-a-alder-co-first.txt',
  '2024-06-30-1-b-birch-ltd-first-eur.txt',
  '2024-06-30-1-b-birch-ltd-first-usd.txt',
  '2024-06-30-1-c-cedre-sarl-first.txt',
];

describe('letters and their history', () => {
  test('one letter a customer and currency, one row an item', async () => {
    const disk = memoryDisk();
    const ran = await write({ disk });
    expect(ran.code, ran.stderr).toBe(0);
    expect([...lettersOn(disk).keys()].sort()).toEqual(FILES);
    expect(
      historyOf(disk).map(({ customer, document, level, amount, currency, state, file, due }) => [
        customer,
        document,
        level,
        amount,
        currency,
        state,
        file,
        due,
      ]),
    ).toEqual([
      ['A', 'F1', 'first', '100.00', 'EUR', 'written', FILES[0], '2024-05-01'],
      ['A', 'F2', 'first', '50.00', 'EUR', 'written', FILES[0], '2024-06-19'],
      ['B', 'F3', 'first', '200.00', 'EUR', 'written', FILES[1], '2024-06-20'],
      ['B', 'F4', 'first', '70.00', 'USD', 'written', FILES[2], '2024-06-20'],
      ['C', 'F5', 'first', '300.00', 'EUR', 'written', FILES[3], '2024-06-25'],
    ]);
    expect([...disk.files().keys()].filter((path) => !path.startsWith('out/'))).toEqual(['h.csv']);
  });

  test('the same run again changes nothing, not even a step of the disk but those of the lock', async () => {
    const disk = memoryDisk();
    await write({ disk });
    const [before, steps] = [[...disk.files()], disk.steps()];
    const ran = await write({ disk });
    expect(ran.code, ran.stderr).toBe(0);
    expect([...disk.files()]).toEqual(before);
    expect(disk.steps() - steps).toBe(2);
  });

  test('an item that is only listed is in the letter, and is not reminded at a level', async () => {
    const disk = memoryDisk();
    await write({
      disk,
      rows: ['A,A,invoice,F1,,2024-04-01,2024-05-01,100.00,EUR', 'A,A,invoice,F2,,2024-04-01,2024-06-29,7.00,EUR'],
    });
    expect(historyOf(disk).map(({ document }) => document)).toEqual(['F1']);
    expect([...lettersOn(disk).values()].join()).toMatch(/F2 .*7\.00/);
  });

  test('two customers spelt alike have letters of their own', async () => {
    const disk = memoryDisk();
    const rows = ['a/b', 'A-B', '../a b', '会社', '公司'].map(
      (id, i) => `${id},,invoice,F${i},,2024-04-01,2024-06-20,100.00,EUR`,
    );
    const ran = await write({ disk, rows });
    expect(ran.code, ran.stderr).toBe(0);
    const names = [...lettersOn(disk).keys()];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
    for (const name of names) expect(name).toMatch(/^2024-06-30-1-[a-z0-9-]+\.txt$/);
  });

  test('what a ledger holds neither leads elsewhere nor moves a terminal, and a spreadsheet runs none of it', async () => {
    const disk = memoryDisk();
    const rows = ['=cmd,"\u001b[2J\u202e, x",invoice,"=1+1",,2024-04-01,2024-06-20,100.00,EUR'];
    expect((await write({ disk, rows })).code).toBe(0);
    expect(disk.files().get('h.csv')).toContain(",'=cmd,'=1+1,");
    const [letter = ''] = lettersOn(disk).values();
    expect(letter).not.toMatch(/[\u001b\u202e]/);
    expect((await write({ disk, rows })).code).toBe(0);
    expect(historyOf(disk)).toHaveLength(1);
  });

  test('the letter asks for what the plan says', async () => {
    const disk = memoryDisk();
    const rows = [...LATE.slice(0, 2), 'A,Alder & Co,payment,P1,,2024-06-28,,-30.00,EUR'];
    await write({ disk, rows });
    const [letter = ''] = lettersOn(disk).values();
    expect(letter).toMatch(/^Total remaining +150\.00 EUR$/m);
    expect(letter).toMatch(/^Payments and credits not allocated yet +-30\.00 EUR$/m);
    expect(letter).toMatch(/^Amount due +120\.00 EUR$/m);
    for (const line of letter.split('\n')) expect(line.length).toBeLessThanOrEqual(78);
  });

  test('in several forms are one letter, whose row in the history names them all', async () => {
    const disk = memoryDisk();
    const ran = await write({ disk }, '--to', 'pdf,html,pdf');
    expect(ran.code, ran.stderr).toBe(0);
    const files = [...new Set(historyOf(disk).map(({ file }) => file))];
    expect(files).toHaveLength(4);
    expect(files[0]).toBe('2024-06-30-1-a-alder-co-first.pdf 2024-06-30-1-a-alder-co-first.html');
    expect(files.flatMap((all) => (all ?? '').split(' ')).sort()).toEqual([...lettersOn(disk).keys()].sort());
    const before = [...disk.files()];
    await write({ disk }, '--to', 'txt');
    expect([...disk.files()]).toEqual(before);
  });

  test.each(['--to', '--templates'])('%s asks for letters', async (option) => {
    const ran = await dun({ disk: memoryDisk() }, option, 'txt');
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('add --write DIR')]);
  });

  test.each([
    ['--templates of the line goes before [dunning] templates', ['--templates', 'mine'], 'Mine'],
    ['[dunning] templates', [], 'Theirs'],
  ])('%s', async (_, more, subject) => {
    const disk = memoryDisk();
    const files = {
      'ar.toml': `${COMPANY}[dunning]\ntemplates = "theirs"\n`,
      'mine/en/first.md': '# Mine\n\n{{items}}\n',
      'theirs/en/first.md': '# Theirs\n\n{{items}}\n',
    };
    const ran = await write({ disk, files }, ...more);
    expect(ran.code, ran.stderr).toBe(0);
    for (const letter of lettersOn(disk).values()) expect(letter).toContain(`Subject:   ${subject}`);
    expect((await dun({ disk: memoryDisk(), files })).code).toBe(0);
  });

  test.each([
    ['without a history', ['--write', 'out', '--history', ''], 'takes a file'],
    ['of rows set aside', ['--write', 'out', '--rejects', 'r.csv'], '--rejects'],
    ['in a form there is none of', ['--write', 'out', '--to', 'txt,doc'], 'txt, html, pdf'],
    ['by templates where there are none', ['--write', 'out', '--templates', 'mine'], 'mine: error file-missing'],
  ])('no letters %s', async (_, more, told) => {
    const disk = memoryDisk();
    const ran = await dun({ disk }, ...more);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(told)]);
    expect(disk.files().size).toBe(0);
  });

  test('no letters without a history named', async () => {
    const ran = await ar(['dun', 'l.csv', '--write', 'out', '--as-of', '2024-06-30'], { 'l.csv': LATE.join('\n') });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('--write needs --history FILE')]);
  });

  test('no letters from nobody', async () => {
    const disk = memoryDisk();
    const ran = await write({ disk, files: { 'ar.toml': '[company]\nname = "Sender"\n' } });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('sender-missing')]);
    expect(disk.files().size).toBe(0);
  });
});

describe('a due day that is another one since', () => {
  const rows = (...dues: string[]) => dues.map((due) => `A,A,invoice,F1,,2024-04-01,${due},100.00,EUR`);
  test('of one document: what it was reminded at holds', async () => {
    const disk = memoryDisk();
    await write({ disk, rows: rows('2024-06-01') });
    await write({ disk, rows: rows('2024-06-20'), asOf: '2024-07-10' });
    expect(historyOf(disk).map(({ level }) => level)).toEqual(['first', 'second']);
  });

  test('of a document in parts: each has its own', async () => {
    const disk = memoryDisk();
    await write({ disk, rows: rows('2024-06-01', '2024-07-01') });
    await write({ disk, rows: rows('2024-06-01', '2024-07-01'), asOf: '2024-07-10' });
    expect(historyOf(disk).map(({ due, level }) => `${due} ${level}`)).toEqual([
      '2024-06-01 first',
      '2024-06-01 second',
      '2024-07-01 first',
    ]);
  });
});

describe('a file that stands in the way', () => {
  const named = (path: string, text: string) => {
    const disk = memoryDisk();
    const file = disk.create(path);
    file.write(text);
    file.close();
    return disk;
  };
  test('another file of the name of a letter stays, and nothing is written', async () => {
    const disk = named('out/2024-06-30-1-a-alder-co-first.txt', 'mine');
    disk.makeFolder('out');
    const ran = await write({ disk });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('letter-exists')]);
    expect([...disk.files()]).toEqual([['out/2024-06-30-1-a-alder-co-first.txt', 'mine']]);
  });

  test('letters that are there already, as after a history was lost, are recorded', async () => {
    const disk = memoryDisk();
    await write({ disk });
    const before = [...disk.files()];
    disk.remove('h.csv');
    expect((await write({ disk })).code).toBe(0);
    expect(new Map(disk.files())).toEqual(new Map(before));
  });

  test('where some of them are there the others are written', async () => {
    const disk = memoryDisk();
    await write({ disk });
    const before = new Map(disk.files());
    disk.remove('h.csv');
    for (const name of [FILES[1], FILES[3]]) disk.remove(`out/${name}`);
    expect((await write({ disk })).code).toBe(0);
    expect(new Map(disk.files())).toEqual(before);
  });

  test('DIR is a file', async () => {
    const disk = named('out', 'a file');
    const ran = await write({ disk });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('letters are written into a folder')]);
    expect([...disk.files()]).toEqual([['out', 'a file']]);
  });

  test('the history is a folder', async () => {
    const disk = memoryDisk();
    disk.makeFolder('h.csv');
    const ran = await write({ disk });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('file-is-folder')]);
    expect(disk.files().size).toBe(0);
  });

  test('another run is going on', async () => {
    const disk = memoryDisk();
    const held = { ...disk, isOver: () => false };
    disk.claim('h.csv.lock', '7 elsewhere 1');
    const ran = await write({ disk: held });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('history-locked')]);
    expect([...disk.files().keys()]).toEqual(['h.csv.lock']);
  });

  test('the history is edited while the run goes on', async () => {
    const disk = memoryDisk();
    await write({ disk, rows: LATE.slice(0, 2) });
    const before = disk.files().get('h.csv') as string;
    const edited = {
      ...disk,
      create: (path: string) => {
        if (path.endsWith('.next')) {
          const file = disk.create('h.csv');
          file.write(`${before}2024-06-30,own,B,F3,first,,,,sent,,\n`);
        }
        return disk.create(path);
      },
    };
    const ran = await write({ disk: edited });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('history-changed')]);
    expect(lettersOn(disk).size).toBe(1);
    expect(historyOf(disk)).toHaveLength(3);
  });
});

describe('a plan that is given back', () => {
  /** The plan as it is written, with one thing changed. */
  async function edited(change: (csv: string) => string, ...format: string[]): Promise<Record<string, string>> {
    const ran = await dun({ disk: memoryDisk() }, '--format', 'csv', ...format);
    expect(ran.code, ran.stderr).toBe(0);
    return { 'plan.csv': change(ran.stdout) };
  }
  const given = ['--plan', 'plan.csv'];

  test.each([[[]], [['--dialect', 'excel-fr']], [['--dialect', 'excel-en']]])('holds as it was written %j', async (dialect) => {
    const disk = memoryDisk();
    const ran = await write({ disk, files: await edited((csv) => csv, ...dialect) }, ...given);
    expect(ran.code, ran.stderr).toBe(0);
    expect(lettersOn(disk).size).toBe(4);
  });

  test('lines that were deleted, or whose level was emptied, are not written', async () => {
    const disk = memoryDisk();
    const files = await edited((csv) =>
      csv
        .split('\n')
        .filter((line) => !line.startsWith('A,'))
        .map((line) => (line.startsWith('C,') ? line.replace(',first,', ',,') : line))
        .join('\n'),
    );
    const ran = await write({ disk, files }, ...given);
    expect(ran.code, ran.stderr).toBe(0);
    expect([...new Set(historyOf(disk).map(({ customer }) => customer))]).toEqual(['B']);
  });

  test.each<[string, (csv: string) => string, string[], string]>([
    ['was paid', (csv) => csv, ['C,,payment,P,F5,2024-06-29,,-300.00,EUR'], 'paid meanwhile'],
    ['was paid in part', (csv) => csv, ['C,,payment,P,F5,2024-06-29,,-100.00,EUR'], '200.00 EUR'],
    ['has another amount', (csv) => csv.replace('300.00,,,', '301.00,,,'), [], '300.00 EUR'],
    [
      'has another level',
      (csv) => csv.replace(/(C,.*),first,/, '$1,second,'),
      [],
      'another level is due today, the first reminder',
    ],
    ['is of nobody', (csv) => csv.replace(/^C,/m, 'X,'), [], 'no such customer'],
  ])('a line that %s is refused by name, and the others are written', async (_, change, more, told) => {
    const disk = memoryDisk();
    const ran = await write({ disk, rows: [...LATE, ...more], files: await edited(change) }, ...given);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining(told)]);
    expect(ran.stderr).toMatch(/plan\.csv:\d+:\d+: error plan-refused: [CX] /);
    expect([...new Set(historyOf(disk).map(({ customer }) => customer))]).toEqual(['A', 'B']);
  });

  test('a customer who was reminded meanwhile is refused', async () => {
    const disk = memoryDisk();
    await write({ disk, rows: LATE.slice(0, 2) });
    const ran = await write({ disk, files: await edited((csv) => csv) }, ...given);
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('A Alder & Co gets no letter')]);
    expect(historyOf(disk)).toHaveLength(5);
  });

  test('without --write it says what would be, and writes nothing', async () => {
    const disk = memoryDisk();
    const ran = await dun({ disk, files: await edited((csv) => csv.replace(/^A,.*\n/m, '')) }, ...given, '--format', 'json');
    const letters = JSON.parse(ran.stdout).sections[2];
    expect([letters.name, letters.rows.map((row: Record<string, string>) => row['customer'])]).toEqual([
      'letters',
      ['B', 'B', 'C'],
    ]);
    expect(disk.files().size).toBe(0);
  });

  test('the channel of the line is that of the letter', async () => {
    const disk = memoryDisk();
    await write({ disk, files: await edited((csv) => csv.replace(/(C,.*),email,/, '$1,post,')) }, ...given);
    expect(historyOf(disk).map(({ channel }) => channel)).toEqual(['email', 'email', 'email', 'email', 'post']);
  });
});

describe('a formal notice', () => {
  const old = { rows: ['A,Alder,invoice,F1,,2024-01-01,2024-02-01,100.00,EUR'] };
  const reached = { 'levels.csv': 'customer,document,level,day\nA,F1,second,2024-03-01\n' };

  test('waits for approval, which is told, and is written with yes in its line', async () => {
    const disk = memoryDisk();
    const waits = await write({ disk, ...old, files: reached }, '--import', 'levels.csv');
    expect(waits.code, waits.stderr).toBe(1);
    expect(lettersOn(disk).size).toBe(0);
    const plan = (await dun({ disk, ...old }, '--format', 'csv')).stdout;
    expect(plan).toContain(',formal,registered,required,');
    const required = await write({ disk, ...old, files: { 'plan.csv': plan } }, '--plan', 'plan.csv');
    expect([required.code, lettersOn(disk).size]).toEqual([1, 0]);
    const approved = await write(
      { disk, ...old, files: { 'plan.csv': plan.replace(',required,', ',yes,') } },
      '--plan',
      'plan.csv',
    );
    expect(approved.code, approved.stderr).toBe(0);
    const [letter = ''] = lettersOn(disk).values();
    expect(letter).toContain('FORMAL NOTICE');
    expect(letter).toContain('L441-10');
    expect(letter).toMatch(/^Fixed compensation +40\.00 EUR$/m);
  });
});

describe('levels that customers are at already', () => {
  const levels = { 'levels.csv': 'customer,document,level,day\nA,,first,2024-05-10\nB,F3,1,2024-06-24\n' };
  const acts = (disk: ReturnType<typeof memoryDisk>, ...more: string[]) =>
    ar(['dun', '--history', 'h.csv', ...more], levels, {}, disk);

  test('are taken over once, without a ledger', async () => {
    const disk = memoryDisk();
    const ran = await acts(disk, '--import', 'levels.csv');
    expect(ran.code, ran.stderr).toBe(0);
    expect(
      historyOf(disk).map(({ run, customer, document, level, state, day }) => [run, customer, document, level, state, day]),
    ).toEqual([
      ['import-1', 'A', '', 'first', 'sent', '2024-05-10'],
      ['import-1', 'B', 'F3', 'first', 'sent', '2024-06-24'],
    ]);
    const before = [...disk.files()];
    expect((await acts(disk, '--import', 'levels.csv')).code).toBe(0);
    expect([...disk.files()]).toEqual(before);
  });

  test('one without a document is of all that was due by then', async () => {
    const disk = memoryDisk();
    await acts(disk, '--import', 'levels.csv');
    const ran = await dun({ disk }, '--format', 'json');
    const items = JSON.parse(ran.stdout).sections[1].rows as Record<string, string>[];
    expect(
      items.filter(({ customer }) => customer === 'A').map((row) => [row['document'], row['level_before'], row['level']]),
    ).toEqual([
      ['F1', 'first', 'second'],
      ['F2', null, 'first'],
    ]);
  });

  test('with a ledger they count in its plan, and with --write in one go', async () => {
    const disk = memoryDisk();
    const ran = await write({ disk, files: levels }, '--import', 'levels.csv');
    expect(ran.code, ran.stderr).toBe(0);
    expect(historyOf(disk).map(({ run, customer, level }) => `${run} ${customer} ${level}`)).toEqual([
      'import-1 A first',
      'import-1 B first',
      '2024-06-30-1 A second',
      '2024-06-30-1 A first',
      '2024-06-30-1 C first',
    ]);
  });
});

describe('a run that was cancelled, or sent', () => {
  const act = (disk: ReturnType<typeof memoryDisk>, ...more: string[]) =>
    ar(['dun', '--history', 'h.csv', '--quiet', ...more], {}, {}, disk);
  const states = (disk: ReturnType<typeof memoryDisk>) => [...new Set(historyOf(disk).map(({ state }) => state))];

  test('is written again under another name, once it was cancelled', async () => {
    const disk = memoryDisk();
    await write({ disk });
    const ran = await act(disk, '--cancel', '2024-06-30-1');
    expect([ran.code, states(disk)]).toEqual([0, ['cancelled']]);
    expect(await act(disk, '--cancel', '2024-06-30-1')).toMatchObject({ code: 0 });
    await write({ disk });
    expect(lettersOn(disk).size).toBe(8);
    expect([...new Set(historyOf(disk).map(({ run, state }) => `${run} ${state}`))]).toEqual([
      '2024-06-30-1 cancelled',
      '2024-06-30-2 written',
    ]);
  });

  test('is marked as sent, a second time without a step, and not once it was cancelled', async () => {
    const disk = memoryDisk();
    await write({ disk });
    expect([(await act(disk, '--mark-sent', '2024-06-30-1')).code, states(disk)]).toEqual([0, ['sent']]);
    const before = disk.steps();
    expect((await act(disk, '--mark-sent', '2024-06-30-1')).code).toBe(0);
    expect(disk.steps() - before).toBe(2);
    await act(disk, '--cancel', '2024-06-30-1');
    const ran = await act(disk, '--mark-sent', '2024-06-30-1');
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('run-cancelled')]);
  });

  test('is one that the history has', async () => {
    const disk = memoryDisk();
    await write({ disk });
    const ran = await act(disk, '--cancel', '2024-07-01-1');
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('its runs are 2024-06-30-1')]);
  });

  test.each([
    [['--cancel', 'x', '--mark-sent', 'x'], 'each a run of their own'],
    [['--cancel', 'x', '--write', 'out'], 'writes no letter'],
  ])('%j is refused', async (more, told) => {
    const ran = await act(memoryDisk(), ...more);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(told)]);
  });

  test('columns that somebody added stay, and rows spelt by a spreadsheet are read', async () => {
    const disk = memoryDisk();
    const file = disk.create('h.csv');
    file.write(
      'jour;passage;client;pièce;niveau;état;remarque;montant;devise\n21/05/2024;r1;A;F1;1;envoyée;à rappeler;100,00;EUR\n',
    );
    await write({ disk, rows: LATE.slice(0, 2) });
    const [first, second] = historyOf(disk);
    expect(first).toMatchObject({
      day: '2024-05-21',
      run: 'r1',
      level: 'first',
      state: 'sent',
      remarque: 'à rappeler',
      amount: '100.00',
    });
    expect(second).toMatchObject({ document: 'F1', level: 'second', remarque: '' });
  });

  test('a row that cannot be read refuses the run', async () => {
    const disk = memoryDisk();
    const file = disk.create('h.csv');
    file.write('day,run,customer,document,level,state\n2024-05-01,r1,A,F1,fifth,sent\n');
    const before = [...disk.files()];
    const ran = await write({ disk });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('h.csv:2:5: error cell-unreadable')]);
    expect([...disk.files()]).toEqual(before);
  });
});
