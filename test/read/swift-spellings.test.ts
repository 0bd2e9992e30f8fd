// Does a cell say the same to both readers with white space, quotes or an apostrophe around its text? And are customers of several entities
// told apart however their ids and entities are written?
import { expect, test } from 'vitest';
import { type Against, agree, bytesOf, readBy } from './both-readers.ts';

const ONCE: Against = { ways: [{ piece: 1 << 17, room: true }] };

/** What JavaScript takes for white space, and what looks like it or ends in one of its bytes. */
const SPACES = [' ', '\t', '\v', '\f', '\u00a0', '\u1680', '\u2003', '\u2028', '\u202f', '\u3000', '\ufeff', '\u0085', '\u200b'];
const AROUND = [
  ...SPACES,
  ...SPACES.map((space) => `${space}${space} `),
  'Â',
  'à',
  '\u0120',
  "'",
  "''",
  "'=",
  "'-",
  "'\t",
  '\u0001',
  '',
];

const PLAIN: Readonly<Record<string, string>> = {
  customer: 'C1',
  kind: 'payment',
  date: '2026-05-01',
  due: '2026-05-31',
  amount: '-12.30',
  currency: 'USD',
  entity: 'NORD',
  document: 'F1',
  reference: '',
};

function rows(field: string, cells: readonly string[]): string {
  const row = (cell: string): string =>
    Object.entries({ ...PLAIN, [field]: cell })
      .map(([, text]) => text)
      .join(',');
  // A plain row behind each shows that nothing of what stood before is taken for known.
  return `${Object.keys(PLAIN).join(',')}\n${cells.map((cell) => `${row(cell)}\n${row(PLAIN[field] as string)}\n`).join('')}`;
}

test.each(Object.keys(PLAIN))('%s: white space and apostrophes around the text', async (field) => {
  const text = PLAIN[field] as string;
  const cells = AROUND.flatMap((space) => [
    space + text,
    text + space,
    space + text + space,
    space,
    `${space}-${text}`,
    `${space}${space}`,
  ]);
  const quoted = cells.map((cell) => `"${cell}"`);
  expect(await agree(rows(field, [...cells, ...quoted]), ONCE)).toBe(true);
  expect(await agree(rows(field, [...quoted, `"""${text}"`, `"""${text}"""`, '""', '""""']).replaceAll('\n', '\r\n'), ONCE)).toBe(
    true,
  );
});

test('a text that begins with a tab behind its apostrophe is not the one without', async () => {
  // Of several batches, so that the dictionary knows what the first one taught it.
  const ids = Array.from({ length: 6_000 }, (_, i) => ["'\tC1", '\tC1', 'C1'][i % 3]);
  const file = `date,amount,customer\n${ids.map((id) => `2026-01-01,1,${id}\n`).join('')}`;
  expect(await agree(file, ONCE)).toBe(true);
  const read = await readBy('swift', [bytesOf(file)], { piece: 1 << 17, room: true });
  expect(read?.ledger.customers.ids).toEqual(['\tC1', 'C1']);
});

test('amounts with a plus, with zeros before them, and with more decimals than they need', async () => {
  const amounts = [
    '1.2',
    '+1.20',
    '+-1',
    '-+1',
    '++1',
    '+',
    '-0',
    '+0.00',
    '001.20',
    '-001.20',
    '1.200',
    '1.2000000',
    '1.201',
    '0.000',
  ];
  const more = ['12345678.90000', '+123456789012.345', '-1.230', '100', '1000.000', '9007199254740.991', '000000000000.100'];
  for (const currency of ['EUR', 'JPY', 'TND', 'CLF']) {
    const file = `customer,date,amount,currency\n${[...amounts, ...more].map((amount) => `C,2026-01-01,${amount},${currency}\n`).join('')}`;
    expect(await agree(file, ONCE)).toBe(true);
  }
});

test('customers of many entities, in every order, some without one', async () => {
  const ids = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? `CUSTOMER-${i}` : `C${i}`));
  const entities = ['', 'NORD', 'SÜD', 'Entity of a long name', ' NORD', '"NORD"', '"say ""hi"""', "'=X", '=X'];
  const cells = Array.from({ length: 6_000 }, (_, i) => [ids[(i * 7) % 300], entities[(i * i) % 9], i % 50 === 0 ? 'x' : '1.00']);
  const file = `customer,entity,amount,date,name\n${cells.map((row) => `${row.join(',')},2026-01-01,Name of ${row[0]}\n`).join('')}`;
  expect(await agree(file)).toBe(true);
  expect(await agree([file, 'customer,date,amount\nC1,2026-01-01,2\nC299,2026-01-02,3\n', file])).toBe(true);
});
