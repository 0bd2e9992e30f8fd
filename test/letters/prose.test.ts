// Is a text in a document read as it stands, in Markdown and in HTML, wherever it stands?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { proseHtml } from '../../src/letters/html.ts';
import { proseMd } from '../../src/letters/md.ts';
import { type Block, heading, type Prose, paragraph } from '../../src/letters/prose.ts';
import { runs } from '../harness/share.ts';
import { literalOf } from '../report/markdown.ts';
import { cell, columnOf, sectionOf } from '../report/sample.ts';

const proseOf = (...blocks: readonly Block[]): Prose => ({ lang: 'en', title: 'Title', blocks });
const md = (prose: Prose): string => [...proseMd(prose)].join('');
const html = (prose: Prose): string => [...proseHtml(prose)].join('');

const ATTACKS = [
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  "' onload='x",
  '| a | b |',
  '`code`',
  '[a](javascript:alert(1))',
  '![a](b)',
  '# title',
  '- item',
  '-',
  '---',
  '===',
  '* item',
  '+ item',
  '1. one',
  '12) twelve',
  '1.',
  '> quote',
  '    indented',
  '~~~',
  '&lt;b&gt;',
  '&copy;',
  '[ ] tick',
  'a\\',
  '{{items}}',
];

/** What a reader sees of a line of Markdown: no line of prose may begin what is a list, a rule, a title, a quote or a table. */
function seenIn(line: string): string {
  expect(line).not.toMatch(/^(?: {4}|\t| {0,3}(?:[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|#{1,6}(?:\s|$)|>|=+\s*$|(?:-\s*){3,}$|[|]))/);
  return literalOf(line);
}

describe('in Markdown', () => {
  test.each(ATTACKS)('a paragraph says %j', (text) => {
    expect(seenIn(md(proseOf(paragraph(text))).split('\n')[2] as string)).toBe(text.trim());
  });

  test.each(ATTACKS)('an item of a list says %j', (text) => {
    const line = md(proseOf({ kind: 'list', items: [text] })).split('\n')[2] as string;
    expect(line.startsWith('- ')).toBe(true);
    expect(seenIn(line.slice(2))).toBe(text.trim());
  });

  test.each(ATTACKS)('a line of an address says %j', (text) => {
    const lines = md(proseOf({ kind: 'lines', lines: ['first', text] })).split('\n');
    expect(lines.slice(2, 3)).toEqual(['first  ']);
    expect(seenIn(lines[3] as string)).toBe(text.trim());
  });

  it('a text of any characters of markup stays on its line and says itself', () => {
    const text = fc.string({ unit: fc.constantFrom(...'-=+*#>|1.)( \n\t`_[]<&;~!\\a'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, (written) => {
        const seen = written.replace(/[\n\t]/g, ' ').trim();
        fc.pre(seen !== '');
        expect(seenIn(md(proseOf(paragraph(written))).split('\n')[2] as string)).toBe(seen);
      }),
      { numRuns: runs(400) },
    );
  });

  it('shows all kinds of blocks', () => {
    const section = sectionOf([columnOf('who', 'text'), columnOf('owed', 'money')], [[cell.text('a|b'), cell.money(123456)]]);
    const prose = proseOf(
      heading('Part'),
      { kind: 'fields', rows: [['Name:', 'Ad*']] },
      { kind: 'checklist', items: ['seen'] },
      { kind: 'wording', text: 'the law' },
      { kind: 'table', section },
    );
    expect(md(prose)).toBe(
      '# Title\n\n## Part\n\n- **Name:** Ad\\*\n\n- [ ] seen\n\n> **the law**\n\n| who | owed |\n| --- | ---: |\n| a\\|b | 1,234.56 |\n',
    );
  });
});

describe('in HTML', () => {
  /** The page's own tags, in their order, without what stands between. */
  const tagsIn = (page: string): string[] => {
    const tags = page.slice(page.indexOf('<body>')).match(/<[^>]*>/g) ?? [];
    // A long word may break: that is a class of its cell, and the program's own.
    return tags.map((tag) => (tag === '<td class="long">' ? '<td>' : tag));
  };
  const everywhere = (text: string): Prose => ({
    lang: 'fr',
    title: text,
    blocks: [
      ...[heading(text), paragraph(text)],
      ...[
        { kind: 'lines', lines: [text] } as const,
        { kind: 'fields', rows: [[text, text]] } as const,
        { kind: 'list', items: [text] } as const,
      ],
      ...[{ kind: 'checklist', items: [text] } as const, { kind: 'wording', text } as const],
      { kind: 'table', section: sectionOf([columnOf('k', 'text')], [[cell.text(text)]]) },
    ],
  });
  const plain = tagsIn(html(everywhere('x')));

  test.each(ATTACKS)('%j adds no tag anywhere', (text) => {
    const page = html(everywhere(text));
    expect(tagsIn(page)).toEqual(plain);
    expect(page.slice(0, page.indexOf('<body>')).match(/<title>[^<]*<\/title>/g)).toHaveLength(1);
  });

  it('stands alone: no script, nothing from elsewhere, the language said', () => {
    const page = html(everywhere('x'));
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">/);
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|https?:/i);
  });

  it('repeats the heads of a table, aligns amounts, and breaks words that no page holds', () => {
    const section = sectionOf(
      [columnOf('who', 'text'), columnOf('day', 'day'), columnOf('owed', 'money')],
      [[cell.text('x'.repeat(30)), cell.day(2026, 1, 2), cell.money(100)]],
      { totals: [{ currency: 'EUR' as never, cells: [cell.none, cell.none, cell.money(100)] }] },
    );
    expect(html(proseOf({ kind: 'table', section }))).toContain(
      [
        '<table>\n<thead>\n<tr><th>who</th><th class="day">day</th><th class="right">owed</th></tr>\n</thead>\n<tbody>',
        `<tr><td class="long">${'x'.repeat(30)}</td><td class="day">2026-01-02</td><td class="right">1.00</td></tr>`,
        '</tbody>\n<tfoot>\n<tr><td>Total</td><td class="day"></td><td class="right">1.00</td></tr>\n</tfoot>\n</table>\n',
      ].join('\n'),
    );
  });
});
