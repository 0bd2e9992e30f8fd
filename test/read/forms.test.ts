// Do both readers read a file in the forms it is spelt in, to the same postings and the same words about what is wrong?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar, type Day, dayOf } from '../../src/core/day.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import type { Field } from '../../src/ledger/field.ts';
import { kindCode } from '../../src/ledger/kind.ts';
import { DAY_FORM_SAID } from '../../src/read/day.ts';
import { DAY_FORMS, type DayForm, type DecimalMark, type Forms } from '../../src/read/forms.ts';
import { AmountCells, type Cells, DayCells } from '../../src/read/swift/columns.ts';
import { Machine } from '../../src/read/swift/machine.ts';
import { Window } from '../../src/read/swift/window.ts';
import { runs } from '../harness/share.ts';
import { SEED } from '../properties/random-ledger.ts';
import { type Against, agree, bytesOf, readBy } from './both-readers.ts';

const FILE = { piece: 1 << 17, room: true };
const ONCE: Against = { ways: [FILE] };

const DAY_FIELDS = ['date', 'posted', 'due', 'settled_on', 'letter_day'] as const;

function formsOf(decimal: DecimalMark, ...days: [Field, DayForm][]): Forms<Field> {
  return { decimal, days: new Map(days) };
}

const allDays = (form: DayForm): [Field, DayForm][] => DAY_FIELDS.map((field) => [field, form]);

/** What the swift reader alone makes of a file. */
async function swift(text: string, forms: Forms<Field>) {
  const read = await readBy('swift', [bytesOf(text)], FILE, { forms });
  expect(read, 'the swift reader declined').toBeDefined();
  return read!;
}

describe('days of a whole column', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const texts: {
    readonly [form in 'dmy' | 'mdy' | 'ymd8' | 'dmy8' | 'mdy8']: (y: string, m: string, d: string, mark: string) => string;
  } = {
    dmy: (y, m, d, mark) => d + mark + m + mark + y,
    mdy: (y, m, d, mark) => m + mark + d + mark + y,
    ymd8: (y, m, d) => y + m + d,
    dmy8: (y, m, d) => d + m + y,
    mdy8: (y, m, d) => m + d + y,
  };

  test.each(['dmy', 'mdy', 'ymd8', 'dmy8', 'mdy8'] as const)(
    '%s: every day of three centuries is the calendar’s',
    async (form) => {
      const days = Array.from({ length: dayOf(2199, 12, 31) - dayOf(1900, 1, 1) + 1 }, (_, i) => (dayOf(1900, 1, 1) + i) as Day);
      const rows = days.map((day) => {
        const { year, month, date } = calendar(day);
        return `C;${texts[form](String(year), two(month), two(date), '/.-'[day & 1] as string)};1\n`;
      });
      const { ledger, setAside } = await swift(`customer;date;amount\n${rows.join('')}`, formsOf('.', ['date', form]));
      expect([ledger.count, setAside]).toEqual([days.length, 0]);
      expect([...ledger.day.subarray(0, ledger.count)]).toEqual(days);
    },
  );

  test.each(DAY_FORMS)('%s: with any byte in any place, and around it', async (form) => {
    const { shown } = DAY_FORM_SAID[form];
    const texts = ['', ' ', '""', `"${shown}"`, ` ${shown} `, `'${shown}`, `\u00a0${shown}`, `${shown} 00:00`, `${shown}0`];
    for (let at = 0; at < shown.length; at++) {
      for (const letter of ['0', '1', '3', '9', '/', '.', '-', ':', ' ', 'x', 'É', '\u00bf'])
        texts.push(shown.slice(0, at) + letter + shown.slice(at + 1));
      texts.push(shown.slice(0, at) + shown.slice(at + 1));
    }
    const rows = texts.map((text) => `C;${text};1;2026-01-01\nC;;1;${text}\n`).join('');
    expect(await agree(`customer;date;amount;due\n${rows}`, { ...ONCE, forms: formsOf('.', ['date', form]) })).toBe(true);
    expect(
      await agree(`customer;amount;due;date\r\n${rows}`.replace(/(?<!\r)\n/g, '\r\n'), {
        ...ONCE,
        forms: formsOf('.', ['due', form], ['date', form]),
      }),
    ).toBe(true);
  });
});

test('what spells a month in one column of days is no day in another of another form', async () => {
  const forms = formsOf('.', ['date', 'dmy'], ['due', 'iso'], ['posted', 'ymd8']);
  const rows = [
    'C;01/03/2026;20260301;2026-04-01;1',
    'C;02/03/2026;20260302;/03/202601;1',
    '2026-03-02;20260302;2026-03-02;2026-03-02;1',
    'C;02/03/2026;/03/2026;2026-04-02;1',
    'C;2026-03-02;20260302;2026-04-02;1',
  ];
  expect(await agree(`customer;date;posted;due;amount\n${rows.map((row) => `${row}\n`).join('')}`, { ...ONCE, forms })).toBe(
    true,
  );
});

test('a thousand months of a file are each their own', async () => {
  const months = Array.from({ length: 1200 }, (_, i) => [1900 + Math.floor(i / 12), (i % 12) + 1] as const);
  const rows = [...months, ...months].map(([year, month]) => `C;15/${String(month).padStart(2, '0')}/${year};1\n`);
  const { ledger } = await swift(`customer;date;amount\n${rows.join('')}`, formsOf('.', ['date', 'dmy']));
  const days = months.map(([year, month]) => Date.UTC(year, month - 1, 15) / 86_400_000);
  expect([...ledger.day.subarray(0, ledger.count)]).toEqual([...days, ...days]);
});

describe('amounts of a file with a comma', () => {
  test('are their digits, however many there are', async () => {
    const units = Array.from({ length: 15 }, (_, i) => Number('123456789012345'.slice(0, i + 1)));
    const texts = units
      .flatMap((n) => [n, -n])
      .map((n) => `${n < 0 ? '-' : ''}${String(Math.abs(n)).padStart(3, '0').replace(/..$/, ',$&')}`);
    const { ledger } = await swift(
      `customer;date;amount\n${texts.map((text) => `C;2026-01-01;${text}\n`).join('')}`,
      formsOf(','),
    );
    expect([...ledger.amount.subarray(0, ledger.count)]).toEqual(units.flatMap((n) => [n, -n]));
  });

  test('with any other byte at any of its places are what the careful reader says', async () => {
    const texts: string[] = [];
    for (const amount of ['1,23', '12,34', '1234,56', '12345,67', '-1,23', '1.234,56', '100000,00', '12.345']) {
      for (let byte = 32; byte < 128; byte++) {
        const letter = String.fromCharCode(byte).replace(/[";]/, '');
        for (let at = 0; at <= amount.length; at++) texts.push(amount.slice(0, at) + letter + amount.slice(at + (byte % 2)));
      }
    }
    const file = `customer;amount;date\n${texts.map((text) => `C;${text};2026-01-01\n`).join('')}`;
    expect(await agree(file, { ...ONCE, forms: formsOf(',') })).toBe(true);
  });

  test('leave no mark behind for the file read after it', async () => {
    const file = (amount: string): string => `customer;date;amount\nC;2026-01-01;${amount}\n`;
    expect((await swift(file('1,50'), formsOf(','))).ledger.amount[0]).toBe(150);
    expect((await swift(file('1.50'), formsOf('.'))).ledger.amount[0]).toBe(150);
    expect((await swift(file('1.500'), formsOf(','))).ledger.amount[0]).toBe(150000);
  });
});

describe('what is plain in the forms of its file is read from bytes, without a text', () => {
  /** How many of these cells the kernels leave to the grammar of texts. */
  function left(cells: readonly string[], make: (machine: Machine) => Cells): number {
    const machine = new Machine();
    const window = new Window(machine);
    machine.code.delimiter.value = 59;
    window.put(bytesOf(cells.map((cell) => `C;${cell};x\n`).join('')));
    expect(window.find(true)).toBeUndefined();
    machine.code.widths(0, cells.length, 3);
    machine.code.place(0, cells.length);
    make(machine).read(window, 0, cells.length);
    return cells.filter((_, r) => machine.bytes[machine.code.odd.value + r] !== 0).length;
  }

  test.each(['dmy', 'mdy', 'ymd8', 'dmy8', 'mdy8'] as const)('days as %s', (form) => {
    const { shown } = DAY_FORM_SAID[form];
    const marked = [...'/.-'].map((mark) => shown.replaceAll('/', mark));
    const days = (machine: Machine): Cells => new DayCells(machine, 1, 3, form);
    expect(left([...marked, '', ` ${shown}`, `"${shown}"`], days)).toBe(0);
    expect(left(['1/2/2026', '2026-01-31', 'x', `${shown} 00:00`], days)).toBe(4);
  });

  test('amounts with a comma, and under a comma none with a dot', () => {
    const amounts = (machine: Machine): Cells => {
      machine.code.decimal.value = 44;
      return new AmountCells(machine, 1, 3);
    };
    expect(left(['1,50', '-12345,67', '123456789,5', '7', '', '"1,5"'], amounts)).toBe(0);
    expect(left(['1.50', '1.234', '12.345,67', '1 234,50', '1,50-'], amounts)).toBe(5);
  });
});

test('kinds are those of the words the file has for them', async () => {
  const words = new Map([
    ['VT', kindCode('invoice')],
    ['BQ', kindCode('payment')],
  ]);
  const forms = { ...formsOf('.'), kind: (written: string) => words.get(written) };
  const file = 'customer,date,amount,kind\nC,2026-01-01,5,VT\nC,2026-01-02,-3,BQ\nC,2026-01-02,1,invoice\nC,2026-01-03,1,\n';
  expect(await agree(file, { forms })).toBe(true);
  const { ledger, said } = await swift(file, forms);
  expect([...ledger.kind.subarray(0, ledger.count)]).toEqual(
    ['invoice', 'payment', 'invoice'].map((key) => kindCode(key as 'invoice')),
  );
  expect(JSON.stringify(said())).toContain('"kind-unknown"');
});

describe('a cell in another form than its column’s', () => {
  async function told(file: string, forms: Forms<Field>): Promise<string[]> {
    const diagnostics = (await readBy('careful', [bytesOf(file)], FILE, { forms }))?.said() as { kept: Diagnostic[] };
    return diagnostics.kept.map(({ what, why, fix }) => [what, why, fix].filter((part) => part !== undefined).join('; '));
  }

  test.each<[DayForm, string, string]>([
    [
      'dmy',
      '01/31/2026',
      'not a day as 31/01/2026, the form of this column; it would be one as month/day/year; write days as 31/01/2026',
    ],
    [
      'dmy',
      '2026-01-31',
      'not a day as 31/01/2026, the form of this column; it would be one as year-month-day; write days as 31/01/2026',
    ],
    ['dmy', '31/02/2026', 'the calendar has no such day; write days as 31/01/2026'],
    ['iso', '10/06/2026', 'not a day; it would be one as day/month/year, or as month/day/year; write days as 2026-01-31'],
    ['ymd8', 'soon', 'not a day as 20260131, the form of this column; write days as 20260131'],
  ])('as %s: %j is told with the form that fits', async (form, text, said) => {
    const file = `customer;date;amount\nC;${text};1\n`;
    expect(await told(file, formsOf('.', ['date', form]))).toEqual([`date: ${said}`]);
  });

  test('an amount and a dispute are told with the mark of the file', async () => {
    const file = 'customer;date;amount;disputed\nC;2026-01-31;1234.50;perhaps\n';
    expect(await told(file, formsOf(','))).toEqual([
      'amount: not an amount; write amounts as 1234,50: a comma for the decimals, no thousands marks',
      'disputed: neither yes, no nor an amount; write yes, or the amount in dispute as 1234,50',
    ]);
  });

  test('rows that a stray quote has taken in are known by their days', async () => {
    const file = 'customer;date;amount\n"C;31/01/2026;1\nC;31/01/2026;1\nC";31/01/2026;1\n';
    expect((await told(file, formsOf('.', ['date', 'dmy'])))[0]).toMatch(/holds whole rows/);
  });
});

const DAYS = [
  ...DAY_FORMS.map((form) => DAY_FORM_SAID[form].shown),
  ...[
    '01/02/2026',
    '1.2.26',
    '31 janv. 2026',
    'Jan 31, 2026',
    '2026-01-31T00:00:00Z',
    '45881.5',
    '31/02/2026',
    '',
    ' 31/01/2026',
    'x',
  ],
];
const AMOUNTS = [
  ...['100,00', '100.00', '-20,50', '-20.50', '3', '', '1 234,50', '1.234,50', '1,234.50', '1.234', '1,234', '12,500', '12.500'],
  ...['(5,00)', '5.00-', '5,00 CR', '5 DR', "'-5,00", '−7', '\u00a07,25', '0000000074,70', '99999999999999,9', ',5', 'x'],
];
const CELLS: { readonly [heading: string]: readonly string[] } = {
  ...Object.fromEntries(DAY_FIELDS.map((field) => [field, DAYS])),
  ...Object.fromEntries(['amount', 'debit', 'credit', 'base', 'open_amount', 'paid_amount'].map((field) => [field, AMOUNTS])),
  customer: ['A', 'B', ''],
  kind: ['invoice', 'VT', '', 'x'],
  currency: ['EUR', 'JPY', 'TND', '', 'QQQ'],
  disputed: ['', 'yes', '5,00', '5.00', 'D'],
  label: ['', 'x', '"a\nb;31/01/2026;c;d;e;f;g;h"'],
};

test(`whatever forms a file has, and whatever stands in it (seed ${SEED})`, async () => {
  const more = Object.keys(CELLS).filter((heading) => !['customer', 'date', 'amount'].includes(heading));
  const file = fc.record({
    decimal: fc.constantFrom('.' as const, ',' as const),
    days: fc.array(fc.tuple(fc.constantFrom<Field>(...DAY_FIELDS), fc.constantFrom(...DAY_FORMS)), { maxLength: 5 }),
    kinds: fc.boolean(),
    others: fc.subarray(more, { maxLength: 7 }),
    rows: fc.array(fc.array(fc.nat(1000), { minLength: 11, maxLength: 11 }), { minLength: 1, maxLength: 20 }),
    form: fc.constantFrom(...DAY_FORMS),
    currency: fc.constantFrom('EUR', 'JPY', 'TND'),
  });
  await fc.assert(
    fc.asyncProperty(file, async ({ decimal, days, kinds, others, rows, form, currency }) => {
      const headings = ['customer', 'date', 'amount', ...others];
      const lines = rows.map((numbers) =>
        headings.map((heading, i) => CELLS[heading]![numbers[i]! % CELLS[heading]!.length]!).join(';'),
      );
      const kind = (written: string): number | undefined => (written === 'VT' ? kindCode('invoice') : undefined);
      const forms: Forms<Field> = { ...formsOf(decimal, ...allDays(form), ...days), kind: kinds ? kind : undefined };
      await agree(`${[headings.join(';'), ...lines].join('\n')}\n`, { forms, currency, ways: [{ piece: 1 << 16, room: true }] });
    }),
    { numRuns: runs(150), seed: SEED },
  );
});
