// In what order do rows stand, whatever machine sorts them, and what becomes of the cells that hold nothing?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { followRows, sortSection, topRows } from '../../src/report/order.ts';
import type { Cell, Section } from '../../src/report/report.ts';
import { cell, columnOf, sectionOf } from './sample.ts';

/** The texts of the first column. */
const names = (section: Section | undefined): string[] | undefined =>
  section &&
  Array.from({ length: section.rows.count }, (_, i) => {
    const first = section.rows.at(i)[0] as Cell;
    return first.kind === 'text' ? first.text : first.kind;
  });

/** Rows named a, b, c … with these values in the column `v`. */
function valued(values: readonly Cell[]): Section {
  return sectionOf(
    [columnOf('name', 'text'), columnOf('v', 'text')],
    values.map((value, i) => [cell.text('abcdefghij'.charAt(i)), value]),
  );
}

const sorted = (values: readonly Cell[], descending: boolean): string =>
  (names(sortSection(valued(values), { key: 'v', descending })) ?? []).join('');

describe('rows sorted by', () => {
  const { text, money, number, percent, day, days, flag, code, none } = cell;

  test.each<[string, readonly Cell[], string, string]>([
    // what, values of a b c …, ascending, descending
    ['amounts stand by size', [money(900), money(-50), money(1000), money(0)], 'bdac', 'cadb'],
    ['numbers stand by value, not by digits', [number(10, 0), number(9, 0), number(-1, 0)], 'cba', 'abc'],
    ['shares stand by size', [percent(0.5), percent(0.05), percent(1)], 'bac', 'cab'],
    ['days of the calendar stand by date', [day(2026, 1, 2), day(2025, 12, 31), day(2026, 1, 1)], 'bca', 'acb'],
    ['counts of days stand by size', [days(100), days(20), days(3)], 'cba', 'abc'],
    ['flags stand no before yes', [flag(true), flag(false)], 'ba', 'ab'],
    ['texts stand by their folded form', [text('éclair'), text('Zoo'), text('ECRU'), text('abri')], 'dacb', 'bcad'],
    ['texts stand by code point, not by digits', [text('C10'), text('C9'), text('C1')], 'cab', 'bac'],
    ['codes stand by key, not by word', [code('b', 'A', 'A'), code('a', 'Z', 'Z')], 'ba', 'ab'],
    ['what holds nothing stands last either way', [none, money(5), none, money(-5)], 'dbac', 'bdac'],
    ['texts that are nothing stand last either way', [none, text('x'), text('a')], 'cba', 'bca'],
    ['equal values keep their order either way', [money(1), money(2), money(1), money(2), money(1)], 'acebd', 'bdace'],
    ['texts equal when folded keep their order', [text('été'), text('ETE'), text('Ete')], 'abc', 'abc'],
    ['nothing at all stay as they are', [none, none, none], 'abc', 'abc'],
  ])('%s', (_, values, ascending, descending) => {
    expect([sorted(values, false), sorted(values, true)]).toEqual([ascending, descending]);
  });

  it('texts that are empty stand last either way', () => {
    expect([sorted([text(''), text('x'), text('a')], false), sorted([text(''), text('x'), text('a')], true)]).toEqual([
      'cba',
      'bca',
    ]);
  });

  it('a key that the section has not are not sorted at all', () => {
    expect(sortSection(valued([none]), { key: 'w', descending: false })).toBeUndefined();
  });

  it('any amounts stand as a stable sort puts them, nothing last', () => {
    const values = fc.array(fc.option(fc.integer({ min: -3, max: 3 })), { maxLength: 10 });
    fc.assert(
      fc.property(values, fc.boolean(), (list, descending) => {
        const filled = list.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
        const empty = list.flatMap((value, i) => (value === null ? [i] : []));
        filled.sort((a, b) => (descending ? b.value - a.value : a.value - b.value) || a.i - b.i);
        const expected = [...filled.map(({ i }) => i), ...empty].map((i) => 'abcdefghij'.charAt(i)).join('');
        expect(
          sorted(
            list.map((value) => (value === null ? none : money(value))),
            descending,
          ),
        ).toBe(expected);
      }),
    );
  });

  it('keep what is quiet with its row', () => {
    const section = { ...valued([money(3), money(1), money(2)]), quiet: (i: number) => i === 0 };
    const result = sortSection(section, { key: 'v', descending: false });
    expect([names(result), [0, 1, 2].map((i) => result?.quiet?.(i))]).toEqual([
      ['b', 'c', 'a'],
      [false, false, true],
    ]);
  });
});

describe('the first rows', () => {
  const section = { ...valued([1, 2, 3, 4].map((n) => cell.money(n))), notes: [{ en: 'rule', fr: 'règle' }] };

  test.each([
    [1, ['a']],
    [3, ['a', 'b', 'c']],
    [4, ['a', 'b', 'c', 'd']],
    [9, ['a', 'b', 'c', 'd']],
  ])('%i', (count, expected) => {
    expect(names(topRows(section, count))).toEqual(expected);
  });

  it('are said to be the first, before the other notes', () => {
    expect(topRows(section, 3).notes[0]?.en).toBe('The first 3 of 4 rows.');
    const totals = [{ currency: 'EUR' as never, cells: [] }];
    expect(topRows({ ...section, totals }, 3).notes).toMatchObject([
      {
        en: 'The first 3 of 4 rows; totals are of all of them.',
        fr: 'Les 3 premières lignes sur 4\u202f; les totaux portent sur toutes.',
      },
      { en: 'rule', fr: 'règle' },
    ]);
  });

  it('are the section itself when there are no more', () => {
    expect(topRows(section, 4)).toBe(section);
  });

  it('leave the totals of all rows', () => {
    const totals = [{ currency: 'EUR' as never, cells: [cell.none, cell.money(10)] }];
    expect(topRows({ ...section, totals }, 1).totals).toBe(totals);
  });

  it('are those of the order at hand', () => {
    const descending = sortSection(section, { key: 'v', descending: true }) as Section;
    expect(names(topRows(descending, 2))).toEqual(['d', 'c']);
  });
});

describe('a section that says more of the rows of the first', () => {
  const shown = valued([3, 1, 2].map((n) => cell.money(n)));
  const more: Section = {
    ...sectionOf(
      [columnOf('name', 'text'), columnOf('v', 'text')],
      ['a', 'b', 'b', 'c'].map((n, i) => [cell.text(n), cell.number(i, 0)]),
    ),
    follows: ['name'],
  };
  const values = ({ rows }: Section): unknown[] => Array.from({ length: rows.count }, (_, i) => rows.at(i)[1]);

  it('stands in their order, its own within each', () => {
    const followed = followRows(more, sortSection(shown, { key: 'v', descending: false }) as Section);
    expect([names(followed), values(followed)]).toEqual([['b', 'b', 'c', 'a'], [1, 2, 3, 0].map((n) => cell.number(n, 0))]);
    expect(followed.notes).toEqual(more.notes);
  });

  it('is cut with them, and says so', () => {
    const followed = followRows(more, topRows(shown, 1));
    expect([names(followed), followed.notes[0]?.en]).toEqual([['a'], 'Only what is of the rows that --top keeps.']);
  });
});
