// Where do the headings of a file stand? The record with the most known headings, whatever stands above it.
import { describe, expect, test } from 'vitest';
import { AboveRows, findHeader, headingsOf } from '../../src/read/header-row.ts';

const KNOWN = new Set(['customer', 'name', 'date', 'amount', 'due', 'due date', 'invoice date', 'invoice no']);
const known = (heading: string): boolean => KNOWN.has(heading);
const found = (text: string, whole = true): unknown => {
  const { line, records, headings } = findHeader(text, whole, known);
  return [line, records, headings];
};

test.each([
  ['customer;date;amount\nA;2026-01-01;1\n', 1, 'the first line of a plain file'],
  ['customer;date;amount\r\nA;2026-01-01;1', 1, 'a carriage return and a line feed'],
  ['customer;date;amount\rA;2026-01-01;1', 1, 'a carriage return'],
  ['\n ;; \n"";"";""\ncustomer;date;amount\nA;2026-01-01;1\n', 4, 'lines of nothing but marks, quotes and blanks before it'],
  ['Dupont SARL\nAged balance\nAs at 30/06/2026\n\ncustomer;date;amount\nA;2026-01-01;1\n', 5, 'titles above it'],
  ['Customer list;;\nPrinted;2026-07-01;\ncustomer;date;amount\nA;2026-01-01;1\n', 3, 'titles as wide as the table'],
  ['"a title\nof two lines"\ncustomer;date;amount\nA;2026-01-01;1\n', 3, 'a line end inside the quotes of a title'],
  ['name;x\ncustomer;date;amount\nA;2026-01-01;1\n', 2, 'a title that holds one known word'],
])('%j: the headings stand on line %i: %s', (text, line) => {
  expect(found(text)).toEqual([line, 1, ['customer', 'date', 'amount']]);
});

describe('headings over two lines', () => {
  test('are put together where both lines say what neither says alone', () => {
    const text = 'customer;invoice;invoice;amount\n;no;date;\nA;F1;2026-01-01;1\n';
    expect(found(text)).toEqual([1, 2, ['customer', 'invoice no', 'invoice date', 'amount']]);
  });

  test('a heading above several columns stands over the first of them', () => {
    const text = 'customer;invoice;;amount\n;no;date;\nA;F1;2026-01-01;1\n';
    expect(found(text)).toEqual([1, 2, ['customer', 'invoice no', 'invoice date', 'amount']]);
  });

  test('a line of groups above headings that are known by themselves is a title', () => {
    expect(found('who;when;how much\ncustomer;date;amount\nA;2026-01-01;1\n')).toEqual([2, 1, ['customer', 'date', 'amount']]);
  });
});

test('nothing is known: the first line that says something, so that the message is about it', () => {
  expect(found('\nclient;jour;montant\nA;2026-01-01;1\n')).toEqual([2, 1, ['client', 'jour', 'montant']]);
});

test('a heading line that goes on behind the sample is still the first there is', () => {
  expect(found('customer;date;amo', false)).toEqual([1, 1, ['customer', 'date', 'amo']]);
});

test('lines to skip are skipped, and the next that says something holds the headings', () => {
  const { line } = findHeader('customer;date;amount\nx;y;z\nA;1;2\n', true, known, { skipLines: 1 });
  expect(line).toBe(2);
});

test('records are told apart by where they stand', () => {
  const text = 'a title\n\ncustomer;date\nA;2026-01-01\n';
  const above = new AboveRows(findHeader(text, true, known));
  const stands = [['a title'], [''], ['customer', 'date'], ['A', '2026-01-01'], ['']].map((cells, i) => above.take(cells, i + 1));
  expect(stands).toEqual(['title', 'blank', 'headings', 'row', 'row']);
  expect(headingsOf(above.headings, known)).toEqual(['customer', 'date']);
});
