// Since when does a DSO know what was sold? The books begin for all customers of a firm on one day, whoever is asked for, and for each firm on its own.
import { expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

const FIRMS = `entity,customer,document,reference,kind,date,due,amount
A,C1,F0,,invoice,2024-07-10,2024-08-09,1000.00
A,C1,P0,F0,payment,2024-08-09,,-1000.00
A,C1,F1,,invoice,2026-06-10,2026-07-09,1000.00
B,C1,O1,,opening,2026-05-01,2026-05-10,5000.00
B,C1,F2,,invoice,2026-06-10,2026-07-09,1000.00
B,C2,F3,,invoice,2026-05-10,2026-07-09,1000.00
`;
const SALES = 'month,customer,amount\n2026-01,C2,900.00\n2026-06,C1,1000.00\n2026-05,C2,1000.00\n';

type Row = Record<string, unknown>;

/** The one line of the report, with the variants of the section details beside it. */
async function line(csv: string, args: readonly string[], of: (row: Row) => boolean = () => true): Promise<Row> {
  const ran = await ar(['dso', 'l.csv', '--as-of', '2026-06-30', '--format', 'json', '--months', '1', ...args], {
    'l.csv': csv,
    's.csv': SALES,
  });
  const named = (name: string): Row[] => JSON.parse(ran.stdout).sections.find((one: { name: string }) => one.name === name).rows;
  const at = named('dso').findIndex(of);
  const {
    month: _,
    customer: __,
    name: ___,
    entity: ____,
    trend: _____,
    ...row
  } = { ...named('dso')[at], ...named('details')[at] };
  return row;
}

test.each([[[]], [['--sales', 's.csv']]])('a customer who is asked for has the figures he has among all %s', async (more) => {
  const csv = FIRMS.split('\n')
    .filter((row) => !row.startsWith('A'))
    .join('\n');
  for (const id of ['C1', 'C2']) {
    const alone = await line(csv, ['--customer', id, ...more]);
    const among = await line(csv, ['--group-by', 'customer', ...more], ({ customer }) => customer === id);
    expect(alone).toEqual(among);
  }
});

test('a firm has the figures it has alone, however long another has kept books', async () => {
  for (const id of ['A', 'B']) {
    const own = FIRMS.split('\n')
      .filter((row) => row.startsWith(id) || row.startsWith('entity'))
      .join('\n');
    const alone = await line(own, []);
    expect(await line(FIRMS, ['--entity', id])).toEqual(alone);
    expect(await line(FIRMS, ['--group-by', 'entity'], ({ entity }) => entity === id)).toEqual(alone);
  }
});

test.each([
  [
    'rules §1.3, (1 000 000 + 800 000 − 900 000) ÷ (… − 700 000): what is brought forward is what the month began with',
    '2026-01-02',
    0.8182,
  ],
  ['something is sold on that day, too: what the month began with is not known', '2026-01-01', null],
])('%s', async (_, sold, cei) => {
  const csv = [
    'customer,document,reference,kind,date,due,amount',
    'A,O1,,opening,2026-01-01,2025-12-31,1000000.00',
    'A,F1,,invoice,2026-01-10,2026-02-10,700000.00',
    `B,F2,,invoice,${sold},2026-01-15,100000.00`,
    'A,P1,O1,payment,2026-01-20,,-900000.00',
  ].join('\n');
  expect((await line(`${csv}\n`, ['--as-of', '2026-01-31']))['cei']).toBe(cei);
});

test('what one firm leaves without its day is known of another', async () => {
  const own = `entity,customer,document,reference,kind,date,due,amount,paid_amount,settled_on
A,C1,F1,,invoice,2026-04-01,2026-05-01,100.00,,
A,C1,P1,F1,payment,2026-05-20,,-60.00,,
A,C1,F2,,invoice,2026-06-01,2026-07-01,10.00,,
`;
  const both = `${own}B,C2,F3,,invoice,2025-08-01,2025-09-01,300.00,200.00,\n`;
  expect(await line(both, ['--entity', 'A'])).toEqual(await line(own, []));
  expect((await line(own, []))['cei']).not.toBeNull();
});
