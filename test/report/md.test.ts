// Does a reader of Markdown or HTML see of a name its letters, and never markup?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { md } from '../../src/report/render/md.ts';
import { cellsOf, literalOf } from './markdown.ts';
import { cell, columnOf, EUR, rendered, reportOf, sectionOf, textsOf } from './sample.ts';

/** The cell that a text becomes. */
function cellFor(text: string): string {
  const row = rendered(md, reportOf(textsOf([text]))).split('\n')[4] as string;
  const cells = cellsOf(row);
  expect(cells).toHaveLength(1);
  return cells[0] as string;
}

describe('a text is seen as it stands:', () => {
  test.each([
    'Durand & Fils',
    'R&D',
    'A*B',
    '*Durand*',
    '**Durand**',
    '_Durand_',
    'snake_case_name',
    '`code`',
    '[a](http://b)',
    '![a](b)',
    '[^1]',
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<!-- gone -->',
    'a | b',
    '|',
    'a \\| b',
    '\\',
    '\\\\',
    'C:\\temp\\',
    '# title',
    '#1',
    '> quote',
    '~~gone~~',
    '{{items}}',
    '!important',
    '(c)',
    'a < b > c',
    '&amp;',
    '&quot;',
    '&copy;',
    '&#60;',
    '&#x3C;',
    '&;',
    '& lt;',
    'AT&T; SA',
    '---',
    ':---:',
    '1. one',
    'été €',
    '東京',
    '😀',
  ])('%j', (text) => {
    // A text that a spreadsheet would run has its apostrophe here too.
    expect(literalOf(cellFor(text))).toBe(/^[=+\-@]/.test(text) ? `'${text}` : text);
  });

  it('made of any of the characters of markup', () => {
    const markup = [...'\\`*_{}[]()#+-.!|~<>"\'/:=^$%@,;? aé😀'];
    const text = fc.array(fc.constantFrom(...markup), { maxLength: 10 }).map((parts) => `x${parts.join('')}x`);
    fc.assert(
      fc.property(text, (written) => {
        expect(literalOf(cellFor(written))).toBe(written);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['&lt;', '&gt;', '&LT;', '&frac12;', '&sup2;', 'A &lt;b&gt; C'])('%j, which is no entity', (text) => {
    expect(literalOf(cellFor(text))).toBe(text);
  });
});

describe('a text stays in its cell:', () => {
  test.each([
    ['a\nb', 'a b'],
    ['a\r\nb', 'a  b'],
    ['a\tb', 'a b'],
    ['a\u2028b', 'a\ufffdb'],
    ['\u001b[31mred', '\ufffd[31mred'],
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
  ])('%j is seen as %j', (text, seen) => {
    expect(literalOf(cellFor(text))).toBe(seen);
  });

  it('a row has as many cells as there are columns, whatever the texts', () => {
    const text = fc.array(fc.constantFrom('|', '\\', '\n', 'a', '`', '&'), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const report = reportOf(sectionOf([columnOf('a', 'text'), columnOf('b', 'text')], [[cell.text(a), cell.text(b)]]));
        const lines = rendered(md, report).split('\n').slice(2, 5);
        expect(lines.map((line) => cellsOf(line).length)).toEqual([2, 2, 2]);
      }),
    );
  });
});

describe('a report in Markdown', () => {
  const section = sectionOf(
    [columnOf('customer', 'text'), columnOf('currency', 'text'), columnOf('total', 'money'), columnOf('late', 'days')],
    [
      [cell.text('A|B'), cell.text('EUR'), cell.money(123450), cell.days(12)],
      [cell.text('C'), cell.text('EUR'), cell.money(0), cell.none],
    ],
    {
      title: { en: 'Aged *balance*', fr: 'Balance âgée' },
      totals: [{ currency: EUR, cells: [cell.none, cell.text('EUR'), cell.money(123450), cell.none] }],
      quiet: (i) => i === 1,
      notes: [{ en: 'The rule [1].', fr: 'La règle [1].' }],
    },
  );
  const control = [{ currency: EUR, postings: 123450, settledByColumns: 0, open: 123450, difference: 0 }] as never;

  it('has title, table, totals in bold, what is not shown, rules and control', () => {
    expect(rendered(md, { ...reportOf(section), control })).toBe(`# Sample

## Aged \\*balance\\*

| customer | currency | total | late |
| --- | --- | ---: | ---: |
| A\\|B | EUR | 1,234.50 | 12 |
| **Total** | **EUR** | **1,234.50** |  |

1 row with nothing open is not shown.  
The rule \\[1\\].  

Control EUR: postings 1,234.50 − settled by columns 0.00 = open 1,234.50 ✓  
`);
  });

  it('speaks French', () => {
    expect(rendered(md, { ...reportOf(section), control }, { lang: 'fr' })).toBe(`# Exemple

## Balance âgée

| customer | currency | total | late |
| --- | --- | ---: | ---: |
| A\\|B | EUR | 1\u202f234,50 | 12 |
| **Total** | **EUR** | **1\u202f234,50** |  |

1 ligne soldée n’est pas affichée.  
La règle \\[1\\].  

Contrôle EUR\u00a0: écritures 1\u202f234,50 − soldé par les colonnes 0,00 = ouvert 1\u202f234,50 ✓  
`);
  });

  it('shows a difference of the control instead of the tick', () => {
    const off = [{ currency: EUR, postings: 200, settledByColumns: 50, open: 149, difference: -1 }] as never;
    expect(rendered(md, { ...reportOf(), control: off })).toContain('= open 1.49; difference -0.01');
  });
});
