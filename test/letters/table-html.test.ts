// Does a table in parts say what it says as one? Every row once and in order, and between parts the sums of the rows so far, twice alike.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { dayOf } from '../../src/core/day.ts';
import { tableHtml } from '../../src/letters/table-html.ts';
import { type LetterItem, letterItems } from '../../src/report/views/letter.ts';
import { amountFor } from '../../src/text/amounts.ts';
import { runs } from '../harness/share.ts';

const EUR = currencyOf('EUR') as Currency;
const CARRIED = ['amount', 'paid', 'open', 'disputed'];

function itemsOf(pairs: readonly (readonly [amount: number, open: number])[]): LetterItem[] {
  return pairs.map(([amount, open], i) => ({
    ...{ document: `F${i}`, date: dayOf(2026, 3, 1), due: dayOf(2026, 3, 31), daysLate: 5 },
    ...{ amount, open, disputed: 0 },
  }));
}

/** Texts of the cells of each row, part by part; a row of sums begins with its label. */
function partsIn(html: string): string[][][] {
  return [...html.matchAll(/<tbody role="rowgroup">\n([\s\S]*?)<\/tbody>/g)].map(([, rows = '']) =>
    [...rows.matchAll(/<tr role="row"( class="carried" hidden)?>(.*)<\/tr>/g)].map(([, mark, cells = '']) => [
      ...(mark === undefined ? [] : ['sum']),
      ...[...cells.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text = '']) => text),
    ]),
  );
}

const shown = (amount: number): string => (amount === 0 ? '–' : amountFor('fr', amount, EUR));

test('rows are kept and sums are those of the rows above', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.tuple(fc.integer({ min: -5_000_000, max: 90_000_000 }), fc.nat(9_999)), { minLength: 1, maxLength: 9 }),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      (drawn) => {
        // Something of the first was paid, so that there is such a column.
        const pages = drawn.map((page) => page.map(([amount, paid]) => [amount, amount - paid - 1] as const));
        const items = itemsOf(pages.flat());
        const html = tableHtml(
          letterItems(items, EUR),
          'fr',
          CARRIED,
          pages.map(({ length }) => length),
        );
        const parts = partsIn(html);
        expect(parts.flat().flatMap(([first]) => (first === 'sum' ? [] : [first]))).toEqual(
          items.map(({ document }) => document),
        );
        let [amount, open] = [0, 0];
        const sum = (label: string): string[] => ['sum', label, '', '', shown(amount), shown(amount - open), shown(open), ''];
        parts.forEach((rows, i) => {
          const held = rows.filter(([first]) => first === 'sum');
          const before = i === 0 ? [] : [sum('Report')];
          if (i > 0) expect(rows[0]?.[0]).toBe('sum');
          for (const [a, o] of pages[i] ?? []) [amount, open] = [amount + a, open + o];
          expect(held).toEqual([...before, ...(i === pages.length - 1 ? [] : [sum('À reporter')])]);
          if (i < pages.length - 1) expect(rows.at(-1)?.[0]).toBe('sum');
        });
        // Headings stand once: the browser repeats them.
        expect(html.match(/<thead/g)).toHaveLength(1);
      },
    ),
    { numRuns: runs(100) },
  );
});

test('rows that no part holds are a defect, never a shorter letter', () => {
  const items = itemsOf([
    [100, 100],
    [200, 200],
  ]);
  expect(() => tableHtml(letterItems(items, EUR), 'en', CARRIED, [1])).toThrow('a table of 2 rows is parted in 1');
});
