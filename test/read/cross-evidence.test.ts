// Does one line change the verdict? Without the row that tells, a file is refused and nothing of it read; against one that tells otherwise, too; and the
// user's word reads it. Wherever in the file that row stands, and however its bytes arrive.
import { describe, expect, test } from 'vitest';
import { type Way as Arrival, agree } from './both-readers.ts';
import { amountIn, dayIn, fileIn, lineOf, type Row, STORY, TELLS_DECIMAL, TELLS_ORDER, WAYS, type Way } from './cross-files.ts';
import { type Reading, readRows, rowsOf } from './cross-read.ts';

const GERMAN: Way = {
  thousands: 'other',
  decimal: ',',
  negative: '-1',
  encoding: 'utf-8',
  delimiter: ';',
  end: '\n',
  days: 'dmy',
};
const ways = <D extends keyof Way>(dimension: D, choices: readonly Way[D][], from: readonly Way[] = [GERMAN]): Way[] =>
  from.flatMap((way) => choices.map((choice) => ({ ...way, [dimension]: choice })));
const named = (way: Way): readonly [string, Way] => [JSON.stringify(Object.values(way).join(' ')), way];

const without = (at: number): readonly Row[] => STORY.filter((_, i) => i !== at);
const altered = (at: number, change: Partial<Row>, rows = STORY): readonly Row[] =>
  rows.map((row, i) => (i === at ? { ...row, ...change } : row));

/** Nothing is read but `rows`, and this is told: by both readers, but where the bytes arrive in a way of their own. */
async function expectTold(bytes: Uint8Array, told: readonly string[], rows: readonly Row[], more: Reading = {}): Promise<void> {
  for (const engine of more.arrival === undefined ? ([undefined, 'careful'] as const) : [undefined]) {
    const read = await readRows(bytes, { ...more, engine });
    expect(read.told).toEqual(told);
    expect(read.rows.join('\n')).toBe(rowsOf(rows).join('\n'));
  }
}
const expectRefused = (bytes: Uint8Array, told: readonly string[], more?: Reading): Promise<void> =>
  expectTold(bytes, told, [], more);
const expectRead = (bytes: Uint8Array, rows: readonly Row[], more?: Reading): Promise<void> => expectTold(bytes, [], rows, more);

describe.each(ways('negative', ['-1', 'CR'], ways('decimal', WAYS.decimal, ways('thousands', WAYS.thousands))).map(named))(
  'the decimal mark in %s',
  (_, way) => {
    const amount = (row: Row | undefined): string => amountIn(row?.amount ?? 0, row?.decimals ?? 0, way);
    // 12.340 fits both marks where the other one parts thousands; 12.500 always does.
    const doubtful = way.thousands === 'other' ? 0 : 1;
    const ambiguous = `decimal-ambiguous@${lineOf(doubtful)} ${amount(STORY[doubtful])}`;

    test('is not guessed without the row that tells', async () => {
      const rows = without(TELLS_DECIMAL);
      await expectRefused(fileIn(way, rows), [ambiguous]);
      await expectRead(fileIn(way, rows), rows, { said: { decimal: way.decimal } });
    });

    test('is not guessed where that row tells no more', async () => {
      const rows = altered(TELLS_DECIMAL, { amount: 100, decimals: 3 });
      await expectRefused(fileIn(way, rows), [ambiguous]);
      await expectRead(fileIn(way, rows), rows, { said: { decimal: way.decimal } });
    });

    test('is not guessed where another row tells otherwise, and both are named', async () => {
      const other = `99${way.decimal === '.' ? ',' : '.'}05`;
      const bytes = fileIn(way, altered(0, { written: { amount: other } }));
      const [line, value] = way.decimal === '.' ? [lineOf(TELLS_DECIMAL), amount(STORY[TELLS_DECIMAL])] : [lineOf(0), other];
      await expectRefused(bytes, [`decimal-mixed@${line} ${value}`]);
      // Then the row is a bad one, where its mark cannot part thousands.
      await expectTold(bytes, [`amount-unreadable@${lineOf(0)} ${other}`], without(0), { said: { decimal: way.decimal } });
    });
  },
);

test('where no amount fits both marks, one with the rarer mark is a row that cannot be read', async () => {
  const clear = STORY.map((row) => ({ ...row, amount: row.amount + 5, decimals: 2 }) as const);
  const bytes = fileIn(GERMAN, altered(3, { written: { amount: '1,234.55' } }, clear));
  const left = clear.filter((_, i) => i !== 3);
  await expectTold(bytes, [`amount-unreadable@${lineOf(3)} 1,234.55`], left);
});

const ORDERED = ways('encoding', WAYS.encoding, ways('days', ['dmy', 'mdy', 'd.m.yy', 'dmy6']));

describe.each(ORDERED.map(named))('the order of days in %s', (_, way) => {
  const order = way.days === 'mdy' ? 'mdy' : 'dmy';
  /** A 25 May in the other order. */
  const other = { dmy: '5/25/2026', mdy: '25/05/2026', 'd.m.yy': '05.25.26', dmy6: '052526' }[way.days as string] ?? '';
  const first = dayIn(STORY[0]?.date ?? '', way.days);
  const due = `days-ambiguous@2 ${dayIn(STORY[0]?.due ?? '', way.days)}`;

  test('is not guessed without the row that tells', async () => {
    const rows = without(TELLS_ORDER);
    await expectRefused(fileIn(way, rows), [`days-ambiguous@2 ${first}`, due]);
    await expectRead(fileIn(way, rows), rows, { said: { dateOrder: order } });
  });

  test('is told by another column where its own days do not tell', async () => {
    const rows = altered(1, { due: '2026-06-30' }, without(TELLS_ORDER));
    await expectRead(fileIn(way, rows), rows);
  });

  test('is not guessed where another row tells otherwise, and both are named', async () => {
    const bytes = fileIn(way, altered(0, { written: { date: other } }));
    const [line, value] = order === 'dmy' ? [lineOf(TELLS_ORDER), dayIn('2026-01-25', way.days)] : [lineOf(0), other];
    await expectRefused(bytes, [`days-mixed@${line} ${value}`, due]);
    await expectTold(bytes, [`day-unreadable@${lineOf(0)} ${other}`], without(0), { said: { dateOrder: order } });
  });

  test('is that of most, where no day fits both, and a day of the other is a row that cannot be read', async () => {
    const clear = STORY.map((row, i) => ({ ...row, date: `2026-05-${13 + 2 * i}`, due: '' }));
    const bytes = fileIn(way, altered(2, { written: { date: other } }, clear));
    const left = clear.filter((_, i) => i !== 2);
    await expectTold(bytes, ['due-missing@2', `day-unreadable@${lineOf(2)} ${other}`].reverse(), left);
  });
});

const FILE: Arrival = { piece: 1 << 16, room: true, sized: true, again: true };
const PIPE: Arrival = { piece: [4096, 100, 65536], async: true };
const FAR: readonly (readonly [string, Way, Arrival])[] = [
  ['of a file', GERMAN, FILE],
  ['of a pipe', GERMAN, PIPE],
  ['of a file in UTF-16', { ...GERMAN, encoding: 'utf-16le' }, FILE],
  ['of a pipe in Windows-1252 with lines that end in CR', { ...GERMAN, encoding: 'windows-1252', end: '\r' }, PIPE],
];
/** More than what is looked at first, and no row of it tells. */
const MANY = Array.from({ length: 280 }, (_, i) =>
  STORY.filter((row) => row !== STORY[TELLS_ORDER] && row !== STORY[TELLS_DECIMAL]).map((row) => ({
    ...row,
    document: `${row.document}-${i}`,
  })),
).flat();
const TELLING = [STORY[TELLS_DECIMAL] as Row, STORY[TELLS_ORDER] as Row];

describe.each(FAR)('far behind the beginning %s', (_, way, arrival) => {
  test('rows that tell are found', async () => {
    const bytes = fileIn(way, [...MANY, ...TELLING]);
    expect(bytes.length).toBeGreaterThan(1 << 16);
    await expectRead(bytes, [...MANY, ...TELLING], { arrival });
  });

  test('nothing is read where only one of the two tells', async () => {
    const [amounts, orders] = TELLING as [Row, Row];
    await expectRefused(fileIn(way, [...MANY, amounts]), ['days-ambiguous@2 02/03/2026', 'days-ambiguous@2 01/04/2026'], {
      arrival,
    });
    await expectRefused(fileIn(way, [...MANY, orders]), ['decimal-ambiguous@2 12.340'], { arrival });
  });

  test('nothing is read where two contradict one another', async () => {
    const against = { ...(TELLING[0] as Row), written: { amount: '1,234.50' } };
    const rows = [...MANY, ...TELLING, ...MANY.slice(0, 100), against];
    await expectRefused(fileIn(way, rows), [`decimal-mixed@${lineOf(rows.length - 1)} 1,234.50`], { arrival });
  });
});

test('a row that tells otherwise far behind rows that have told is one that cannot be read', async () => {
  const rows = [...TELLING, ...MANY];
  const against = { ...(TELLING[0] as Row), written: { amount: '1,234.50', date: '5/25/2026' } };
  const line = lineOf(rows.length);
  await expectTold(
    fileIn(GERMAN, [...rows, against]),
    [`day-unreadable@${line} 5/25/2026`, `amount-unreadable@${line} 1,234.50`],
    rows,
  );
});

test('how soon that is settled is the same in whatever pieces a file comes', async () => {
  const against = { ...(TELLING[0] as Row), written: { amount: '1,234.50' } };
  for (const more of [1, 4]) {
    const rows = [...MANY, ...TELLING, ...Array.from({ length: more }, () => MANY).flat(), against];
    const bytes = fileIn(GERMAN, rows);
    const [pipe, file] = [
      await readRows(bytes, { arrival: { piece: 5000 } }),
      await readRows(bytes, { arrival: { piece: 1 << 16, room: true, again: true } }),
    ];
    expect(pipe).toEqual(file);
    expect(pipe.told).toEqual([`${more === 1 ? 'decimal-mixed' : 'amount-unreadable'}@${lineOf(rows.length - 1)} 1,234.50`]);
  }
});

test('a file in doubt is refused in the same words by both readers, in whatever pieces it comes', async () => {
  for (const way of [...ways('end', ['\r\n', '\r']), ...ways('encoding', WAYS.encoding)]) {
    await agree(fileIn(way, without(TELLS_DECIMAL)), { ways: [{ piece: 7 }] });
    await agree(fileIn(way, without(TELLS_ORDER)), { ways: [{ piece: 7 }] });
  }
});
