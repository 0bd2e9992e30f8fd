// Is a table for a terminal aligned, within its width, and free of codes where none are wanted?
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it, test } from 'vitest';
import { table } from '../../src/report/render/table.ts';
import type { Section } from '../../src/report/report.ts';
import { cell, columnOf, EUR, rendered, reportOf, sectionOf } from './sample.ts';

type Named = readonly [name: string, units: number];

/** Names and amounts, with their total. */
function balance(rows: readonly Named[], more: Partial<Section> = {}): Section {
  const sum = rows.reduce((total, [, units]) => total + units, 0);
  return sectionOf(
    [columnOf('name', 'text', { flow: 'cut' }), columnOf('currency', 'text', { spare: 1 }), columnOf('total', 'money')],
    rows.map(([name, units]) => [cell.text(name), cell.text('EUR'), cell.money(units)]),
    { totals: [{ currency: EUR, cells: [cell.none, cell.text('EUR'), cell.money(sum)] }], ...more },
  );
}

const linesOf = (section: Section, width = 80): string[] => rendered(table, reportOf(section), { width }).split('\n');

describe('a table', () => {
  it('has heads, rows, a rule, totals and rules of reading', () => {
    const section = balance(
      [
        ['Durand', 123450],
        ['Blanc', 0],
        ['東京', -50],
      ],
      { notes: [{ en: 'The rule.', fr: 'La règle.' }] },
    );
    expect(linesOf(section)).toEqual([
      'Sample',
      '',
      'name       currency     total',
      'Durand     EUR       1,234.50',
      'Blanc      EUR              –',
      '東京       EUR          -0.50',
      '─'.repeat(29),
      'Total EUR  EUR       1,234.00',
      '',
      'The rule.',
      '',
    ]);
  });

  it('leaves out rows that say nothing, and says how many', () => {
    const section = balance(
      [
        ['Durand', 100],
        ['Blanc', 0],
        ['Petit', 0],
      ],
      { quiet: (i) => i > 0 },
    );
    expect(linesOf(section).filter((line) => /Blanc|Petit|not shown/.test(line))).toEqual([
      '2 rows with nothing open are not shown.',
    ]);
  });

  it('of which every row says nothing has no heads, and says so', () => {
    expect(linesOf(balance([['Blanc', 0]], { quiet: () => true }))).toEqual([
      'Sample',
      '',
      '1 row with nothing open is not shown.',
      '',
    ]);
  });

  it('names the columns for which there is no room', () => {
    expect(linesOf(balance([['A long name indeed', 123450]]), 24)).toContain('Not shown at this width:');
  });

  it('keeps the currency where amounts of several stand below one another', () => {
    const two = balance([['Durand', 100]], {
      totals: ['EUR', 'USD'].map((code) => ({
        currency: code as never,
        cells: [cell.none, cell.text(code), cell.money(100, code)],
      })),
    });
    expect(linesOf(two, 22).join('\n')).toContain('EUR');
    expect(linesOf(two, 22).join('\n')).not.toContain('Not shown');
  });

  it('shows no control character of a name', () => {
    const text = rendered(table, reportOf(balance([['A\u001b[2K\rB\tC\u202eD', 1]])));
    expect(text).toContain('A\ufffd[2K B C\ufffdD');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test.each<[string, boolean, RegExp | undefined]>([
    ['no codes where none are wanted', false, undefined],
    ['heads and totals in bold where they are', true, /^\u001b\[1mname +currency +total\u001b\[22m$/m],
  ])('has %s', (_, colour, bold) => {
    const text = rendered(table, reportOf(balance([['Durand', 1]])), { colour });
    if (bold === undefined) expect(text).not.toContain('\u001b');
    else expect(text).toMatch(bold);
    expect(text.split('\n').filter((line) => (line.match(/\u001b\[/g) ?? []).length % 2 !== 0)).toEqual([]);
  });

  it('is the same text with and without codes', () => {
    const report = reportOf(
      balance(
        [
          ['Durand', 1],
          ['Blanc', 2],
        ],
        { notes: [{ en: 'The rule.', fr: '' }] },
      ),
    );
    // biome-ignore lint/complexity/useRegexLiterals: an escape in a literal would not be seen
    const codes = new RegExp('\u001b\\[[0-9;]*m', 'g');
    expect(rendered(table, report, { colour: true }).replace(codes, '')).toBe(rendered(table, report));
  });

  it('shows the beginning of a text of a megabyte, however wide the terminal, cut or wrapped', () => {
    const text = 'Zinc '.repeat(200_000);
    const begun = `${text.slice(0, 239)}…`;
    expect(linesOf(balance([[text, 100]]), 1_000_000)).toContainEqual(expect.stringMatching(`^${begun.trimEnd()}  EUR`));
    const wrapping = sectionOf([columnOf('said', 'text', { flow: 'wrap' })], [[cell.text(text)]]);
    const said = linesOf(wrapping, 1_000_000).filter((line) => line.startsWith('Zinc'));
    expect(said).toEqual([begun]);
  });

  it('wraps a sentence in its column', () => {
    const section = sectionOf(
      [columnOf('code', 'text'), columnOf('what', 'text', { flow: 'wrap' })],
      [[cell.text('x'), cell.text('one two three four five six')]],
    );
    expect(linesOf(section, 22).slice(2, 5)).toEqual(['code  what', 'x     one two three', '      four five six']);
  });
});

describe('of any names and amounts', () => {
  const name = fc
    .array(fc.constantFrom('a', 'B', ' ', 'é', '東', '👍', 'e\u0301', '-'), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.join(''));
  const rows = fc.array(fc.tuple(name, fc.integer({ min: -1e9, max: 1e9 })), { minLength: 1, maxLength: 6 });
  const body = (lines: readonly string[]): string[] => lines.slice(2, lines.indexOf('', 2));

  it('no line is wider than the terminal', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 20, max: 100 }), (list, width) => {
        expect(linesOf(balance(list), width).filter((line) => stringWidth(line) > width)).toEqual([]);
      }),
    );
  });

  it('amounts end in one column', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const ends = body(linesOf(balance(list), 100)).map((line) => stringWidth(line));
        expect(new Set(ends).size).toBe(1);
      }),
    );
  });

  it('no figure is cut, however narrow the terminal', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 8, max: 40 }), (list, width) => {
        const text = linesOf(balance(list), width).join('\n');
        for (const [, units] of list) {
          if (units !== 0)
            expect(text).toContain(new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(units / 100));
        }
      }),
    );
  });
});

it('the total has its name whole where the names are shorter', () => {
  const section = balance([['Zed', 1000]]);
  const spare = { ...section, columns: [columnOf('customer', 'text', { spare: 6 }), ...section.columns] };
  const withId: Section = {
    ...spare,
    rows: { count: 1, at: (i) => [cell.text('A-long-customer-id'), ...section.rows.at(i)] },
    totals: section.totals.map(({ currency, cells }) => ({ currency, cells: [cell.none, ...cells] })),
  };
  expect(linesOf(withId, 30).join('\n')).toContain('Total EUR');
});
