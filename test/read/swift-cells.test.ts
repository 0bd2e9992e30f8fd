// Does every cell say the same to both readers, to the last digit and the last day? Figures are worked out here by plain means; where
// one cannot be, the careful reader is asked.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyCodes, currencyOf, exponentOf } from '../../src/core/currency.ts';
import { CODED, COLUMNS } from '../../src/ledger/field.ts';
import { runs } from '../harness/share.ts';
import { SEED } from '../properties/random-ledger.ts';
import { type Against, agree, bytesOf, type Request, readBy } from './both-readers.ts';

const FILE = { piece: 1 << 17, room: true };
const ONCE: Against = { ways: [FILE] };

/** The ledger as the swift reader alone reads it. */
async function swift(text: string, request: Request = {}) {
  const read = await readBy('swift', [bytesOf(text)], FILE, request);
  expect(read, 'the swift reader declined').toBeDefined();
  return read!;
}

const two = (n: number): string => String(n).padStart(2, '0');
const iso = (year: number, month: number, date: number): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;

/** Days since 1970 by the calendar of JavaScript; undefined for a day it moves elsewhere. */
function dayCount(year: number, month: number, date: number): number | undefined {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() / 86_400_000 : undefined;
}

describe('a day', () => {
  test('of any month from 1899 to 2157 is the calendar’s, in each column of days', async () => {
    const dates: [string, number][] = [];
    for (let year = 1899; year <= 2157; year++) {
      for (let month = 1; month <= 12; month++) {
        for (let date = 1; date <= 31; date++) {
          const day = dayCount(year, month, date);
          if (day !== undefined) dates.push([iso(year, month, date), day]);
        }
      }
    }
    const rows = dates.map(([text]) => `C,${text},${text},${text},1.00`);
    const { ledger, setAside } = await swift(`customer,date,posted,due,amount\n${rows.join('\n')}\n`);
    expect([ledger.count, setAside]).toEqual([dates.length, 0]);
    const told = dates.map(([, day]) => day);
    for (const column of [ledger.day, ledger.due, ledger.columns.date!])
      expect([...column.subarray(0, ledger.count)]).toEqual(told);
  });

  test('of any year is the calendar’s where the year turns, and February ends', async () => {
    const dates: [string, number | undefined][] = [];
    for (let year = 1; year <= 9999; year += year < 1600 || year > 2400 ? 13 : 1) {
      for (const [month, date] of [
        [1, 1],
        [2, 28],
        [2, 29],
        [3, 1],
        [12, 31],
      ] as const) {
        dates.push([iso(year, month, date), dayCount(year, month, date)]);
      }
    }
    dates.push(['0001-01-01', -719162], ['9999-12-31', 2932896], ['0000-12-31', undefined]);
    const { ledger } = await swift(`customer,date,amount\n${dates.map(([text]) => `C,${text},1.00\n`).join('')}`);
    expect([...ledger.day.subarray(0, ledger.count)]).toEqual(dates.flatMap(([, day]) => day ?? []));
  });

  test('the calendar has not is no day to either', async () => {
    const months = Array.from({ length: 14 }, (_, month) => [0, 29, 30, 31, 32].map((date) => [month, date] as const)).flat();
    const texts = [1900, 2000, 2023, 2024, 2100, 2155, 2156].flatMap((year) => months.map(([m, d]) => iso(year, m, d)));
    const odd = [
      '2026-6-01',
      '26-06-01',
      '2026/06/01',
      '20260601',
      '2026-06-0:',
      '2026-06-3/',
      '-026-06-01',
      '2026-06-01x',
      ' ',
      '',
    ];
    const file = `customer,date,due,amount\n${[...texts, ...odd].map((text) => `C,2026-01-01,${text},1\nC,${text},,1\n`).join('')}`;
    expect(await agree(file, ONCE)).toBe(true);
  });
});

describe('an amount', () => {
  /** Minor units by whole numbers of any length; undefined for an amount that cannot be posted. */
  function minorUnits(sign: string, whole: string, decimals: string, exponent: number): number | undefined {
    if (/[1-9]/.test(decimals.slice(exponent))) return undefined;
    const units = BigInt(whole + decimals.slice(0, exponent).padEnd(exponent, '0'));
    if (units > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
    return sign === '-' ? Number(-units) : Number(units);
  }

  test.each(['EUR', 'JPY', 'TND', 'CLF'])('in %s is its digits, however many there are', async (currency) => {
    const exponent = exponentOf(currencyOf(currency)!);
    const wanted: (number | undefined)[] = [];
    const texts: string[] = [];
    for (const digits of [
      '1234567890123456',
      '9999999999999999',
      '9007199254740991',
      '9007199254740992',
      '0000000000000000',
      '0500000000000001',
    ]) {
      for (let length = 1; length <= 16; length++) {
        for (let decimals = 0; decimals < length && decimals <= 6; decimals++) {
          for (const sign of ['', '-', '+', '-0', '00']) {
            const [whole, behind] = [digits.slice(0, length - decimals), digits.slice(length - decimals, length)];
            texts.push(sign + whole + (decimals === 0 ? '' : `.${behind}`));
            wanted.push(minorUnits(sign[0] ?? '', `0${whole}`, behind, exponent));
          }
        }
      }
    }
    const { ledger } = await swift(`customer,date,amount\n${texts.map((text) => `C,2026-01-01,${text}\n`).join('')}`, {
      currency,
      columns: ['line'],
    });
    const lines = Array.from({ length: ledger.count }, (_, row) => ledger.columns.line!.at(row));
    expect(lines).toEqual(wanted.flatMap((units, i) => (units === undefined ? [] : i + 2)));
    // Told apart from 0, −0 would be printed with its sign.
    const amounts = [...ledger.amount.subarray(0, ledger.count)];
    expect(amounts.findIndex((amount, i) => !Object.is(amount, wanted[lines[i]! - 2]))).toBe(-1);
  });

  test('with any other byte at any of its places is what the careful reader says', async () => {
    const texts: string[] = [];
    for (const amount of ['1.23', '12.34', '123.45', '1234.56', '12345.67', '-1.23', '-123.45', '100000.00', '12345']) {
      for (let byte = 32; byte < 128; byte++) {
        const letter = String.fromCharCode(byte).replace(/[",]/, '');
        for (let at = 0; at <= amount.length; at++) texts.push(amount.slice(0, at) + letter + amount.slice(at + (byte % 2)));
      }
    }
    expect(await agree(`customer,amount,date\n${texts.map((text) => `C,${text},2026-01-01\n`).join('')}`, ONCE)).toBe(true);
  });

  test.each([
    '',
    '-0.00',
    '-0',
    '1.',
    '.5',
    '--1',
    '1.2.3',
    '12-34',
    '-',
    '+',
    '.',
    '1e3',
    '0x10',
    '1,00',
    '(5.00)',
    "'-5.00",
    "'=5",
    '٣',
    '\u00a07.25',
    '7.25\t',
  ])('written %j is the same to both, wherever it stands', async (amount) => {
    const cell = amount.includes(',') ? `"${amount}"` : amount;
    const headings = 'amount,customer,debit,credit,open_amount,paid_amount,base,date\n';
    const rows = ['A,C,,,,,,D', 'A,C,A,A,A,A,A,D', '9.00,C,A,A,,,A,D', '9.00,C,,,A,A,,D', ',C,A,,,,,D', ',C,,A,,,,D'];
    const text = rows.join('\n').replaceAll('A', cell).replaceAll('D', '2026-01-01');
    expect(await agree(headings + text, ONCE)).toBe(true);
    expect(await agree(`customer,date,debit,amount\r\nC,2026-01-01,,${cell}\r\nC,2026-01-01,${cell},\r\n`, ONCE)).toBe(true);
  });

  test('in columns of debit and credit may not be too large, even where their difference is small', async () => {
    const file = `customer,date,debit,credit\nC,2026-01-01,123456789012345,123456789012344\nC,2026-01-01,7.00,5.00\n`;
    await agree(file);
    const { ledger } = await swift(file);
    expect([...ledger.amount.subarray(0, ledger.count)]).toEqual([200]);
  });

  test('is in the decimals of the row’s own currency, for every currency there is', async () => {
    const codes = [...currencyCodes()];
    const cells = ['1', '1.2', '1.23', '1.234', '1.2345', '1.20000', '-7'];
    const file = `customer,date,currency,amount\n${codes.flatMap((code) => cells.map((cell) => `C,2026-01-01,${code},${cell}\n`)).join('')}`;
    const { ledger } = await swift(file, { columns: [] });
    expect(ledger.currencies).toHaveLength(codes.length);
    const read = Array.from({ length: ledger.count }, (_, i) => [ledger.currencies[ledger.currency[i]!], ledger.amount[i]!]);
    const worth = (code: string, cell: string): number[] => {
      const [whole = '', decimals = ''] = cell.replace('-', '').split('.');
      return [minorUnits(cell[0]!, whole, decimals, exponentOf(currencyOf(code)!)) ?? []].flat();
    };
    expect(read).toEqual(codes.flatMap((code) => cells.flatMap((cell) => worth(code, cell).map((units) => [code, units]))));
  });
});

describe('a customer', () => {
  test('is told from others by every byte of the id, in 300,000 of them', async () => {
    // A third is short, a third shares its first 8 bytes, a third its first 16.
    const ids = Array.from({ length: 300_000 }, (_, i) => ['', 'CUSTOMER', 'CUSTOMER-OF-2026'][i % 3]! + ((i * 7919) % 300_007));
    const again = ids.filter((_, i) => i % 10 === 0);
    const file = `customer,date,amount\n${[...ids, ...again].map((id) => `${id},2026-01-01,1.00\n`).join('')}`;
    const { ledger } = (await readBy('swift', [bytesOf(file)], FILE, { columns: [] }))!;
    expect(ledger.customers.size).toBe(ids.length + 1);
    expect(ledger.customers.ids).toEqual(ids);
    expect([...ledger.customer.subarray(0, ledger.count)]).toEqual([
      ...ids.map((_, i) => i + 1),
      ...again.map((_, i) => i * 10 + 1),
    ]);
  });

  test('has one id, whatever stands around it', async () => {
    const same = [
      'C1',
      '"C1"',
      ' C1',
      'C1 ',
      '\tC1',
      '\u00a0C1',
      'C1\ufeff',
      '" C1"',
      "'C1",
      "'=C1",
      '=C1',
      "'-1",
      '-1',
      'c1',
      'É',
      ' É',
      'C1\u007f',
    ];
    for (const end of ['\n', '\r\n']) {
      const file = `date,amount,customer${end}${same.map((cell) => `2026-01-01,1.00,${cell}${end}`).join('')}`;
      expect(await agree(file)).toBe(true);
      expect((await swift(file)).ledger.customers.ids).toEqual(['C1', "'C1", '=C1', '-1', 'c1', 'É', 'C1\u007f']);
    }
  });

  test('may be any length of id, alike in all but the last byte', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => ['a', 'b'].map((last) => 'x'.repeat(i) + last)).flat();
    const { ledger } = await swift(`customer,date,amount\n${[...ids, ...ids].map((id) => `${id},2026-01-01,1.00\n`).join('')}`);
    expect(ledger.customers.ids).toEqual(ids);
    expect([...ledger.customer.subarray(0, ledger.count)]).toEqual([...ids, ...ids].map((id) => ids.indexOf(id) + 1));
  });

  test('has the first name that a posting gives it, and a row set aside gives none', async () => {
    const file = `customer,name,date,amount\nA,,2026-01-01,1.00\nA,Wrong,2026-01-01,x\nB,"Ba ""b""",2026-01-01,1\nA, Ann ,2026-01-01,1\nA,Bob,2026-01-01,1\n`;
    expect(await agree(file)).toBe(true);
    const { customers } = (await swift(file)).ledger;
    expect([customers.nameOf(1), customers.nameOf(2)]).toEqual(['Ann', 'Ba "b"']);
  });

  test('without an id is its name, in a file without ids and in a row without one', async () => {
    expect(
      await agree(
        'name,date,amount\nZinc & Fils,2026-01-01,1.00\n"Zinc & Fils",2026-01-01,2\n,2026-01-01,3\nÉcurie,2026-01-01,4\n',
      ),
    ).toBe(true);
    const mixed =
      'customer,name,date,amount\n,Zinc,2026-01-01,1.00\nZinc,,2026-01-01,2.00\nC1,Zinc,2026-01-01,3.00\n, ,2026-01-01,4.00\n';
    expect(await agree(mixed)).toBe(true);
    expect((await swift(mixed)).ledger.customers.ids).toEqual(['Zinc', 'C1']);
  });

  test('of an entity is another one than of none, in whatever order they come', async () => {
    expect(
      await agree(
        'customer,entity,date,amount\nA,,2026-01-01,1\nA,X,2026-01-01,2\nB,X,2026-01-01,3\nB,,2026-01-01,4\nA,,2026-01-01,5\nC, ,2026-01-01,6\n',
      ),
    ).toBe(true);
  });
});

/** Cells for the columns of each sort: plain ones, and others that are nearly so. */
const TEXTS = [
  '',
  'A',
  'A',
  'Bo',
  '12345678',
  '123456789',
  '1234567890123456',
  '12345678901234567',
  ' A',
  "'=A",
  "'A",
  '=A',
  'É',
  'é\u00a0',
  '"a""b"',
  'a""b',
  '"a,b"',
  '"a\nb"',
  '""',
  'x\ufeff',
  '😀',
  'a\tb',
];
const DAYS = [
  '2026-05-01',
  '2026-05-01',
  '2026-04-02',
  '',
  ' 2026-05-01',
  '"2026-05-01"',
  '2026-02-29',
  '2155-12-31',
  '2156-01-01',
  'x',
];
const AMOUNTS = [
  '100.00',
  '100.00',
  '-20.50',
  '3',
  '',
  '0.00',
  '-0.00',
  '+1.00',
  '"5.00"',
  '1.234',
  '007.10',
  '123456.78',
  ' 7.25',
  '99999999999999.9',
  '1.5.5',
  'x',
];
const CELLS: { readonly [heading: string]: readonly string[] } = {
  ...Object.fromEntries(['customer', 'name', 'document', 'reference', ...CODED].map((field) => [field, TEXTS])),
  ...Object.fromEntries(['date', 'posted', 'due', 'settled_on'].map((field) => [field, DAYS])),
  ...Object.fromEntries(['amount', 'debit', 'credit', 'base', 'open_amount', 'paid_amount'].map((field) => [field, AMOUNTS])),
  kind: ['invoice', 'invoice', 'payment', '', 'Credit Note', 'credit-note', ' refund', '"bill"', 'transfer', 'inv'],
  currency: ['EUR', 'EUR', 'JPY', 'TND', 'CLF', '', 'eur', ' EUR', '"EUR"', 'QQQ'],
  sense: ['D', 'D', 'C', 'debit', 'CR', '', 'd ', 'x'],
  disputed: ['', '', 'yes', 'no', '1', '5.00', '5.001', 'OUI', 'abc'],
  'a note': ['', 'x', '"a, b"'],
};

test(`whatever columns a file has, and whatever stands in them (seed ${SEED})`, async () => {
  const must = ['customer', 'date', 'amount'];
  const more = Object.keys(CELLS).filter((heading) => !must.includes(heading));
  // Numbers choose cells, most often the first of their column.
  const cell = fc.oneof({ weight: 5, arbitrary: fc.nat(1) }, { weight: 2, arbitrary: fc.nat(1000) });
  const file = fc.record({
    dropped: fc.constantFrom('', '', '', 'amount', 'customer', 'date'),
    others: fc.subarray(more, { maxLength: 9 }),
    rows: fc.array(fc.tuple(fc.array(cell, { minLength: 13, maxLength: 13 }), fc.constantFrom(0, 0, 0, 0, 0, 0, -1, 1)), {
      minLength: 1,
      maxLength: 25,
    }),
    end: fc.constantFrom('\n', '\r\n'),
    order: fc.nat(),
    currency: fc.constantFrom('EUR', 'EUR', 'JPY', 'TND'),
    columns: fc.oneof(fc.constant(COLUMNS), fc.subarray([...COLUMNS])),
    room: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(file, async ({ dropped, others, rows, end, order, currency, columns, room }) => {
      const fields = [...must.filter((field) => field !== dropped), ...others];
      const headings = fields.map((_, i) => fields[(i + order) % fields.length]!);
      const lines = rows.map(([numbers, more]) => {
        const cells = headings.map((heading, i) => CELLS[heading]![numbers[i]! % CELLS[heading]!.length]!);
        return [...cells.slice(0, cells.length + Math.min(more, 0)), ...(more > 0 ? ['z'] : [])].join(',');
      });
      const text = [headings.join(','), ...lines].join(end);
      await agree(text + end, {
        columns,
        currency,
        ways: [
          { piece: 1 << 16, room },
          { piece: 97, room: !room },
        ],
      });
    }),
    { numRuns: runs(120), seed: SEED },
  );
});
