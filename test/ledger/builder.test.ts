// Are the columns what was committed, and the sums what was read, through growth, flipped signs and several files?
import { describe, expect, it, test } from 'vitest';
import { Defect } from '../../src/core/assert.ts';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { NO_DAY } from '../../src/core/day.ts';
import { LARGEST_SUM } from '../../src/core/money.ts';
import { LedgerBuilder } from '../../src/ledger/builder.ts';
import { CODED, COLUMNS, type ColumnName } from '../../src/ledger/field.ts';
import { KINDS, kindCode } from '../../src/ledger/kind.ts';
import { column, currencyAt, documentDays, type Ledger, NO_AMOUNT, originOf } from '../../src/ledger/ledger.ts';

const EUR = currencyOf('EUR') as Currency;
const USD = currencyOf('USD') as Currency;

type Draft = LedgerBuilder['draft'];

function post(builder: LedgerBuilder, row: Partial<Draft> & { in?: Currency }): void {
  const { in: code = EUR, ...fields } = row;
  Object.assign(builder.draft, { customer: 1, kind: kindCode('invoice'), day: 100, date: 100, due: NO_DAY, amount: 0 }, fields);
  builder.draft.currency = builder.currency(code);
  builder.commit();
}

/** A file with these columns and rows, credits written without a minus or with one. */
function file(
  builder: LedgerBuilder,
  name: string,
  has: readonly ColumnName[],
  rows: readonly (Partial<Draft> & { in?: Currency })[],
  creditsUnsigned = false,
): void {
  builder.startFile(name, has);
  for (const row of rows) post(builder, row);
  builder.endFile(creditsUnsigned);
}

const amounts = (ledger: Ledger): number[] => [...ledger.amount.slice(0, ledger.count)];

/** Σ of the column, counted again from the column. */
function sumOfColumn(ledger: Ledger, currency: number): bigint {
  let sum = 0n;
  for (let row = 0; row < ledger.count; row++) if (ledger.currency[row] === currency) sum += BigInt(ledger.amount[row] as number);
  return sum;
}

describe('an empty ledger', () => {
  const ledger = new LedgerBuilder([], EUR).finish();

  it('has no posting, no currency, no file and no sum', () => {
    expect([ledger.count, ledger.currencies, ledger.files, ledger.sums.total(0)]).toEqual([0, [], [], 0]);
  });
});

describe('a posting', () => {
  const builder = new LedgerBuilder([], EUR);
  file(builder, 'a.csv', [], [{ customer: 3, kind: kindCode('bill'), day: 7, due: 40, amount: 12345, in: USD }]);
  const ledger = builder.finish();

  it('stands in the columns every ledger has', () => {
    expect([ledger.count, ledger.customer[0], ledger.kind[0], ledger.day[0], ledger.due[0], ledger.amount[0]]).toEqual([
      1,
      3,
      kindCode('bill'),
      7,
      40,
      12345,
    ]);
    expect(currencyAt(ledger, ledger.currency[0] as number)).toBe('USD');
  });
});

describe('optional columns', () => {
  it('that nobody asked for are absent, though the file has them', () => {
    const builder = new LedgerBuilder([], EUR);
    file(builder, 'a.csv', COLUMNS, [{ amount: 1, document: 'F1', open: 1, line: 2, coded: { collector: 'Zoé' } }]);
    expect(builder.finish().columns).toEqual({});
  });

  it('that the file has not are absent, though they were asked for', () => {
    const builder = new LedgerBuilder(COLUMNS, EUR);
    file(builder, 'a.csv', [], [{ amount: 1 }]);
    // Only the base amounts are always there: every posting has one when they are asked for.
    expect(Object.keys(builder.finish().columns)).toEqual(['base']);
  });

  test.each(COLUMNS)('%s: asking for it without having named it is a defect', (name) => {
    const others = COLUMNS.filter((other) => other !== name);
    const builder = new LedgerBuilder(others, EUR);
    file(builder, 'a.csv', COLUMNS, [{ amount: 1 }]);
    const ledger = builder.finish();
    expect(() => column(ledger, name)).toThrow(Defect);
    for (const other of others) expect(column(ledger, other)).toBeDefined();
  });

  test.each(COLUMNS.filter((name) => name !== 'base'))('%s: asked for and not in the source is undefined', (name) => {
    const builder = new LedgerBuilder([name], EUR);
    file(builder, 'a.csv', [], [{ amount: 1 }]);
    expect(column(builder.finish(), name)).toBeUndefined();
  });

  it('hold what each row says', () => {
    const builder = new LedgerBuilder(COLUMNS, EUR);
    file(builder, 'a.csv', COLUMNS, [
      {
        ...{ amount: 500, day: 10, date: 9, base: 450, open: 200, paid: 300, settledOn: 60, disputed: 100, line: 2 },
        ...{ document: 'F1', reference: 'R1', coded: { collector: 'Zoé', country: 'FR' } },
      },
      {
        ...{
          amount: 600,
          day: 11,
          date: 8,
          base: 540,
          open: NO_AMOUNT,
          paid: NO_AMOUNT,
          settledOn: NO_DAY,
          disputed: 0,
          line: 3,
        },
        ...{ document: '', reference: '', coded: {} },
      },
    ]);
    const { columns } = builder.finish();
    const two = (values: ArrayLike<number> | undefined): unknown[] => [values?.[0], values?.[1]];
    expect({
      date: two(columns.date),
      base: two(columns.base),
      open: two(columns.open_amount),
      paid: two(columns.paid_amount),
      settled: two(columns.settled_on),
      disputed: two(columns.disputed),
      line: [columns.line?.at(0), columns.line?.at(1)],
      document: [columns.document?.at(0), columns.document?.at(1)],
      reference: [columns.reference?.at(0), columns.reference?.at(1)],
      collector: two(columns.collector?.codes).map((code) => columns.collector?.dictionary.value(code as number)),
      journal: two(columns.journal?.codes),
    }).toEqual({
      date: [9, 8],
      base: [450, 540],
      open: [200, NO_AMOUNT],
      paid: [300, NO_AMOUNT],
      settled: [60, NO_DAY],
      disputed: [100, 0],
      line: [2, 3],
      document: ['F1', ''],
      reference: ['R1', ''],
      collector: ['Zoé', ''],
      journal: [0, 0],
    });
  });
});

describe('the day of the document', () => {
  test.each<[string, readonly ColumnName[], number]>([
    ['its own column where the file has one', ['date'], 90],
    ['the posting day where it has none', [], 100],
  ])('is %s', (_, has, day) => {
    const builder = new LedgerBuilder(['date'], EUR);
    file(builder, 'a.csv', has, [{ amount: 1, day: 100, date: 90 }]);
    expect(documentDays(builder.finish())[0]).toBe(day);
  });
});

describe('the sums', () => {
  it('are kept beside the columns: a cent lost from a column does not reach them', () => {
    const builder = new LedgerBuilder([], EUR);
    file(builder, 'a.csv', [], [{ amount: 100 }, { amount: 250 }]);
    const ledger = builder.finish();
    ledger.amount[0] = 99;
    expect([ledger.sums.total(0), sumOfColumn(ledger, 0)]).toEqual([350, 349n]);
  });

  it('are one a currency', () => {
    const builder = new LedgerBuilder([], EUR);
    file(builder, 'a.csv', [], [{ amount: 100 }, { amount: 7, in: USD }, { amount: -30 }, { amount: 5, in: USD }]);
    const { sums, currencies } = builder.finish();
    expect(currencies.map((code, i) => [code, sums.total(i)])).toEqual([
      ['EUR', 70],
      ['USD', 12],
    ]);
    expect(sums.total(2)).toBe(0);
  });

  it('of all files are added', () => {
    const builder = new LedgerBuilder([], EUR);
    file(builder, 'a.csv', [], [{ amount: 100 }]);
    file(builder, 'b.csv', [], [{ amount: 5, in: USD }]);
    file(builder, 'c.csv', [], [{ amount: -40 }, { amount: 2, in: USD }]);
    const { sums } = builder.finish();
    expect([sums.total(0), sums.total(1)]).toEqual([60, 7]);
  });

  test.each<[string, readonly number[], boolean]>([
    ['at the bound', [LARGEST_SUM], false],
    ['past the bound', [LARGEST_SUM, 1], true],
    ['past the bound with both signs, though they cancel', [LARGEST_SUM, -LARGEST_SUM], true],
    ['far below', [100, -100], false],
  ])('of absolute amounts %s', (_, list, overflows) => {
    const builder = new LedgerBuilder([], EUR);
    file(
      builder,
      'a.csv',
      [],
      list.map((amount) => ({ amount })),
    );
    const { sums } = builder.finish();
    expect([sums.overflows(0), sums.overflows(1)]).toEqual([overflows, false]);
  });
});

describe('turning the sign of credits', () => {
  const CREDITS = ['credit_note', 'payment', 'write_off', 'discount', 'advance'];

  test.each(KINDS.map((kind, code) => ({ key: kind.key as string, code })))('$key', ({ key, code }) => {
    const builder = new LedgerBuilder(['base'], EUR);
    file(builder, 'a.csv', [], [{ kind: code, amount: 100, base: 90 }], true);
    const ledger = builder.finish();
    const sign = CREDITS.includes(key) ? -1 : 1;
    expect([ledger.amount[0], ledger.sums.total(0)]).toEqual([sign * 100, sign * 100]);
    expect([ledger.columns.base?.[0], ledger.baseSums.total(0)]).toEqual([sign * 90, sign * 90]);
  });

  it('is done for its own file only', () => {
    const builder = new LedgerBuilder([], EUR);
    const payment = kindCode('payment');
    file(builder, 'a.csv', [], [{ amount: 100 }, { kind: payment, amount: -60 }]);
    file(builder, 'b.csv', [], [{ amount: 200 }, { kind: payment, amount: 70 }], true);
    file(builder, 'c.csv', [], [{ kind: payment, amount: 5 }]);
    const ledger = builder.finish();
    expect(amounts(ledger)).toEqual([100, -60, 200, -70, 5]);
    expect(ledger.sums.total(0)).toBe(175);
  });

  it('leaves 0 what it is, not −0', () => {
    const builder = new LedgerBuilder([], EUR);
    file(builder, 'a.csv', [], [{ kind: kindCode('payment'), amount: 0 }], true);
    const ledger = builder.finish();
    expect([ledger.amount[0], ledger.sums.total(0)]).toEqual([0, 0]);
  });

  it('keeps the magnitudes that the rows themselves give', () => {
    const builder = new LedgerBuilder(COLUMNS, EUR);
    const row = { kind: kindCode('payment'), amount: 100, base: 100, open: 40, paid: 60, disputed: 10 };
    file(builder, 'a.csv', COLUMNS, [row], true);
    const { columns } = builder.finish();
    expect([columns.open_amount?.[0], columns.paid_amount?.[0], columns.disputed?.[0]]).toEqual([40, 60, 10]);
  });
});

describe('growth past the first capacity', () => {
  const COUNT = 5000;
  const builder = new LedgerBuilder(COLUMNS, EUR);
  const rowOf = (i: number) => ({
    ...{ customer: i, kind: i % KINDS.length, day: i, date: -i, due: 2 * i, amount: i % 2 === 0 ? i : -i, base: 3 * i, open: i },
    ...{ paid: i + 1, settledOn: i + 2, disputed: i + 3, line: i + 4, document: `F${i}`, reference: `R${i % 10}` },
    ...{ coded: { collector: `c${i % 5}`, country: i % 3 === 0 ? '' : 'FR' }, in: i % 4 === 0 ? USD : EUR },
  });
  file(
    builder,
    'a.csv',
    COLUMNS,
    Array.from({ length: COUNT }, (_, i) => rowOf(i)),
  );
  const ledger = builder.finish();

  it('keeps every row of every column', () => {
    const c = ledger.columns;
    const wrong: number[] = [];
    for (let i = 0; i < COUNT; i++) {
      const row = rowOf(i);
      const same =
        ledger.customer[i] === row.customer &&
        ledger.kind[i] === row.kind &&
        ledger.day[i] === row.day &&
        ledger.due[i] === row.due &&
        ledger.amount[i] === row.amount &&
        currencyAt(ledger, ledger.currency[i] as number) === row.in &&
        c.date?.[i] === row.date &&
        c.base?.[i] === row.base &&
        c.open_amount?.[i] === row.open &&
        c.paid_amount?.[i] === row.paid &&
        c.settled_on?.[i] === row.settledOn &&
        c.disputed?.[i] === row.disputed &&
        c.line?.at(i) === row.line &&
        c.document?.at(i) === row.document &&
        c.reference?.at(i) === row.reference &&
        c.collector?.dictionary.value(c.collector.codes[i] as number) === row.coded.collector &&
        c.country?.dictionary.value(c.country.codes[i] as number) === row.coded.country;
      if (!same) wrong.push(i);
    }
    expect([ledger.count, wrong]).toEqual([COUNT, []]);
  });

  it('keeps the sums', () => {
    expect(ledger.currencies.map((_, i) => BigInt(ledger.sums.total(i)))).toEqual(
      ledger.currencies.map((_, i) => sumOfColumn(ledger, i)),
    );
  });
});

describe('a column that a second file brings', () => {
  const FIRST = 1500;

  function twoFiles(name: ColumnName, row: Partial<Draft>): Ledger {
    const builder = new LedgerBuilder([name], EUR);
    file(
      builder,
      'a.csv',
      [],
      Array.from({ length: FIRST }, (_, i) => ({ amount: 1, day: i, date: i })),
    );
    file(builder, 'b.csv', [name], [{ amount: 1, ...row }]);
    return builder.finish();
  }

  test.each<[ColumnName, Partial<Draft>, unknown, unknown]>([
    ['open_amount', { open: 7 }, NO_AMOUNT, 7],
    ['paid_amount', { paid: 7 }, NO_AMOUNT, 7],
    ['settled_on', { settledOn: 7 }, NO_DAY, 7],
    ['disputed', { disputed: 7 }, 0, 7],
  ])('%s: is empty for the rows before', (name, row, before, own) => {
    const values = column(twoFiles(name, row), name) as Float64Array;
    expect([values[0], values[FIRST - 1], values[FIRST]]).toEqual([before, before, own]);
  });

  it('line: is 0 for the rows before', () => {
    const lines = column(twoFiles('line', { line: 7 }), 'line');
    expect([lines?.at(0), lines?.at(FIRST - 1), lines?.at(FIRST)]).toEqual([0, 0, 7]);
  });

  test.each(['document', 'reference'] as const)('%s: is empty for the rows before', (name) => {
    const texts = column(twoFiles(name, { [name]: 'F7' }), name);
    expect([texts?.length, texts?.at(0), texts?.at(FIRST - 1), texts?.at(FIRST)]).toEqual([FIRST + 1, '', '', 'F7']);
  });

  test.each(CODED)('%s: is empty for the rows before', (name) => {
    const stored = column(twoFiles(name, { coded: { [name]: 'x' } }), name);
    expect([0, FIRST - 1, FIRST].map((row) => stored?.dictionary.value(stored.codes[row] as number))).toEqual(['', '', 'x']);
  });

  it('date: is the posting day for the rows before', () => {
    const days = column(twoFiles('date', { day: 9, date: 7 }), 'date');
    expect([days?.[0], days?.[1], days?.[FIRST - 1], days?.[FIRST]]).toEqual([0, 1, FIRST - 1, 7]);
  });

  it('is kept when a third file has it as well', () => {
    const builder = new LedgerBuilder(['document', 'collector'], EUR);
    file(builder, 'a.csv', [], [{ amount: 1 }]);
    file(builder, 'b.csv', ['document', 'collector'], [{ amount: 1, document: 'F1', coded: { collector: 'Zoé' } }]);
    file(builder, 'c.csv', ['document', 'collector'], [{ amount: 1, document: 'F2', coded: { collector: 'Zoé' } }]);
    const { columns } = builder.finish();
    expect([0, 1, 2].map((row) => columns.document?.at(row))).toEqual(['', 'F1', 'F2']);
    expect([...(columns.collector?.codes.slice(0, 3) ?? [])]).toEqual([0, 1, 1]);
  });
});

describe('an estimate of what is to come', () => {
  const COUNT = 5000;

  // No engine has columns of 2^40 rows, nor an arena for a thousand bytes in each of them.
  test.each<[string, string, number]>([
    ['of rows', 'F1', 2 ** 40],
    ['of texts', 'x'.repeat(1000), 2 ** 40],
    ['of texts, of as many rows as there may be', 'x'.repeat(2 ** 20), 2 ** 25],
  ])('%s that there is no memory for changes nothing', (_, document, rows) => {
    const builder = new LedgerBuilder(COLUMNS, EUR);
    builder.startFile('a.csv', COLUMNS);
    post(builder, { amount: 1, document, coded: { collector: 'Zoé' } });
    builder.expect(rows, 0);
    for (let i = 1; i < COUNT; i++) post(builder, { amount: i, document: `F${i}`, settledOn: i, reference: `no ${i}!` });
    builder.endFile(false);
    const { count, amount, columns } = builder.finish();
    expect([count, amount[COUNT - 1], columns.settled_on?.[COUNT - 1]]).toEqual([COUNT, COUNT - 1, COUNT - 1]);
    expect(columns.document?.at(0)).toBe(document);
    expect([columns.document?.at(COUNT - 1), columns.reference?.at(COUNT - 1)]).toEqual([`F${COUNT - 1}`, `no ${COUNT - 1}!`]);
  });
});

describe('the origin of a row', () => {
  const builder = new LedgerBuilder(['line'], EUR);
  file(builder, 'a.csv', ['line'], [{ line: 2 }, { line: 3 }]);
  file(builder, 'empty.csv', ['line'], []);
  file(builder, 'b.csv', ['line'], [{ line: 2 }]);
  file(builder, 'last.csv', ['line'], []);
  const ledger = builder.finish();

  test.each([
    [0, 'a.csv', 2],
    [1, 'a.csv', 3],
    [2, 'b.csv', 2],
  ])('%i is %s:%i', (row, name, line) => {
    expect(originOf(ledger, row)).toEqual({ file: name, line });
  });

  it('has no line when nobody asked for lines', () => {
    const without = new LedgerBuilder([], EUR);
    file(without, 'a.csv', ['line'], [{ line: 2 }]);
    expect(originOf(without.finish(), 0)).toEqual({ file: 'a.csv', line: undefined });
  });
});

describe('the currencies of a ledger', () => {
  it('are numbered in the order first seen', () => {
    const builder = new LedgerBuilder([], EUR);
    expect([builder.currency(USD), builder.currency(EUR), builder.currency(USD)]).toEqual([0, 1, 0]);
    expect(builder.currencies).toEqual(['USD', 'EUR']);
  });

  it('that are not there are a defect', () => {
    expect(() => currencyAt(new LedgerBuilder([], EUR).finish(), 0)).toThrow(Defect);
  });
});
