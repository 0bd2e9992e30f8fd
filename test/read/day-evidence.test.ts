// In which order are the days of a file written? What all cells of a column fit is its form; what fits two is decided by another column, a package, the
// user, or nobody.
import { expect, test } from 'vitest';
import { DayCounts, decideDays } from '../../src/read/day-evidence.ts';
import type { DayOrder } from '../../src/read/forms.ts';

type Columns = { readonly [column: string]: readonly string[] };

function decided(columns: Columns, said?: DayOrder, usual?: DayOrder): string[] {
  const counts = new Map(
    Object.entries(columns).map(([field, days]) => {
      const seen = new DayCounts();
      days.forEach((day, i) => {
        seen.add(day, i + 2);
      });
      return [field, seen] as const;
    }),
  );
  const { choices, doubts } = decideDays(counts, said, usual);
  return [
    ...choices.map(({ field, form, by, told }) =>
      [field, form, by, ...(told === undefined ? [] : [`line ${told.line}`])].join(' '),
    ),
    ...doubts.map(({ field, why, forms }) => `${field} ${why} ${forms.join('/')}`),
  ];
}

test.each<[string, Columns, string[]]>([
  ['ISO days are ISO', { date: ['2026-01-31', '2026-02-01'] }, ['date iso alone line 2']],
  ['a first part above 12 is a day', { date: ['01/02/2026', '31/01/2026'] }, ['date dmy alone line 3']],
  ['a second part above 12 is one too', { date: ['01/02/2026', '01/31/2026'] }, ['date mdy alone line 3']],
  [
    'a column that fits two orders has that of a column which fits one',
    { date: ['01/02/2026'], due: ['31/03/2026'] },
    ['date dmy like', 'due dmy alone line 2'],
  ],
  ['nothing tells: nobody guesses', { date: ['01/02/2026'], due: ['03/04/2026'] }, ['date open dmy/mdy', 'due open dmy/mdy']],
  [
    'an ISO column tells nothing of the order of another',
    { date: ['2026-01-31'], due: ['03/04/2026'] },
    ['date iso alone line 2', 'due open dmy/mdy'],
  ],
  [
    'two orders in one column, and a day that fits both',
    { date: ['31/01/2026', '01/31/2026', '01/02/2026'] },
    ['date mixed dmy/mdy'],
  ],
  [
    'two orders and none that fits both: the rarer ones are bad cells',
    { date: ['31/01/2026', '30/01/2026', '01/31/2026'] },
    ['date dmy alone line 2'],
  ],
  ['as many of one order as of the other', { date: ['31/01/2026', '01/31/2026'] }, ['date mixed dmy/mdy']],
  ['a bad cell decides nothing', { date: ['31/01/2026', 'soon', '32/01/2026'] }, ['date dmy alone line 2']],
  [
    'a column without a day is written as the others are',
    { date: ['31/01/2026'], settled: [] },
    ['date dmy alone line 2', 'settled dmy empty'],
  ],
  ['eight digits that begin with a year', { date: ['20260131', '20260201'] }, ['date ymd8 alone line 2']],
  ['six digits with a day above 12', { date: ['310126', '010226'] }, ['date dmy6 alone line 2']],
  ['counts of days', { date: ['45881', '46295'] }, ['date serial alone line 2']],
  [
    'six digits that begin with a year: read the other way round, days of the month are years',
    { date: ['260131', '260201', '251115'] },
    ['date ymd6 alone line 2'],
  ],
  [
    'years of two digits stand last unless days lie together only with them first',
    { date: ['31/01/26', '15/02/26'] },
    ['date dmy alone line 2'],
  ],
  ['years of two digits: two orders fit', { date: ['01/02/03'] }, ['date open dmy/mdy']],
])('%s', (_, columns, expected) => {
  expect(decided(columns)).toEqual(expected);
});

test.each<[string, Columns, DayOrder, string[]]>([
  ['decides what is open', { date: ['01/02/2026'] }, 'mdy', ['date mdy said']],
  ['is kept against what the cells say, so that each of them is told', { date: ['31/01/2026'] }, 'mdy', ['date mdy said']],
  [
    'changes nothing of days that begin with a year',
    { date: ['2026/01/31'], due: ['20260201'] },
    'dmy',
    ['date ymd alone line 2', 'due ymd8 alone line 2'],
  ],
  [
    'changes nothing of ISO days and of counts',
    { date: ['2026-01-31'], due: ['45881'] },
    'dmy',
    ['date iso alone line 2', 'due serial alone line 2'],
  ],
])('the order the user says %s', (_, columns, said, expected) => {
  expect(decided(columns, said)).toEqual(expected);
});

test('the order a package always writes decides what is open, and not against the cells', () => {
  expect(decided({ date: ['01/02/2026'] }, undefined, 'dmy')).toEqual(['date dmy preset']);
  expect(decided({ date: ['01/31/2026'] }, undefined, 'dmy')).toEqual(['date mdy alone line 2']);
});
