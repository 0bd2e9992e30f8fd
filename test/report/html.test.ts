// Is a page of HTML safe, whole and self-contained, and do its pictures say what the rows say?
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { word } from '../../src/core/word.ts';
import { html } from '../../src/report/render/html/page.ts';
import { type Cell, NOT_AVAILABLE, type Report, type Section } from '../../src/report/report.ts';
import { cell, columnOf, EUR, rendered, reportOf, sectionOf, textsOf } from './sample.ts';

const page = (report: Report, lang: 'en' | 'fr' = 'en'): string => rendered(html, report, { lang });

/** What stands in the first table between two tags, row by row. */
const rowsIn = (text: string, part: 'thead' | 'tbody' | 'tfoot'): string[] => {
  const inside = new RegExp(`<${part}>\n(.*?)</${part}>`, 's').exec(text)?.[1] ?? '';
  return inside.trim().split('\n');
};

describe('a page', () => {
  const section = sectionOf(
    [
      columnOf('name', 'text'),
      columnOf('total', 'money'),
      columnOf('due', 'day'),
      columnOf('more', 'code', { forMachines: true }),
    ],
    [
      [cell.text('Ann'), cell.money(123450), cell.day(2026, 6, 30), cell.code('a', 'A', 'A')],
      [cell.text(''), cell.money(0), NOT_AVAILABLE, cell.code('a', 'A', 'A')],
      [cell.text('settled'), cell.money(0), cell.none, cell.code('a', 'A', 'A')],
    ],
    {
      totals: [{ currency: EUR, cells: [cell.none, cell.money(123450), cell.none, cell.none] }],
      quiet: (i) => i === 2,
      notes: [word('A <rule>.', 'Une <règle>.')],
      headline: ['total', 'absent'],
    },
  );
  const second = { ...textsOf([]), title: word('Second', 'Deuxième') };
  const report: Report = {
    ...reportOf(section, second),
    control: [{ currency: EUR, postings: 123450, settledByColumns: 0, open: 123450, difference: 0 }] as never,
  };

  it('has the rows people see, each figure with what it is sorted by, and the totals in its foot', () => {
    expect(rowsIn(page(report), 'thead')).toEqual([
      '<tr><th scope="col" class="n">name</th><th scope="col" class="r n">total</th><th scope="col" class="n">due</th></tr>',
    ]);
    expect(rowsIn(page(report), 'tbody')).toEqual([
      '<tr><th scope="row">Ann</th><td class="r" data-v="123450">1,234.50</td><td data-v="20634">2026-06-30</td></tr>',
      '<tr><td></td><td class="r" data-v="0">–</td><td>n/a</td></tr>',
    ]);
    expect(rowsIn(page(report, 'fr'), 'tbody')[0]).toBe(
      '<tr><th scope="row">Ann</th><td class="r" data-v="123450">1\u202f234,50</td><td data-v="20634">30/06/2026</td></tr>',
    );
    expect(rowsIn(page(report), 'tfoot')).toEqual([
      '<tr><th scope="row">Total</th><td class="r" data-v="123450">1,234.50</td><td></td></tr>',
    ]);
  });

  it('is in the language asked for, with its sections, notes and control line', () => {
    const french = page(report, 'fr');
    expect(french).toContain('<html lang="fr">');
    expect(french).toContain('<title>Exemple</title>');
    expect(french).toContain('<h1>Exemple</h1>');
    expect(french).toContain('<li>1 ligne soldée n’est pas affichée.</li>\n<li>Une &lt;règle&gt;.</li>');
    expect(french).toContain('<dt>total <span>EUR</span></dt><dd>1\u202f234,50</dd>');
    expect(french).toContain('<h2>Deuxième</h2>\n<p class="note">Rien à afficher.</p>');
    expect(french).toContain(
      '<li>Contrôle EUR\u00a0: écritures 1\u202f234,50 − soldé par les colonnes 0,00 = ouvert 1\u202f234,50 ✓</li>',
    );
  });

  it('names each table to who does not see it', () => {
    expect(page(report)).toContain(
      '<div class="frame" role="region" aria-labelledby="s1-table" tabindex="0">\n<table>\n<caption id="s1-table">Sample</caption>',
    );
  });

  it('asks nothing of anybody, and its own policy allows its own style and script alone', () => {
    const text = page(report);
    const hash = (tag: string): string =>
      `sha256-${createHash('sha256')
        .update(new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(text)?.[1] as string)
        .digest('base64')}`;
    expect(text).toContain(
      `content="default-src 'none'; style-src '${hash('style')}'; script-src '${hash('script')}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(text).not.toMatch(/\b(?:src|href|srcset|action)\s*=|url\(|@import|\bstyle="|\bon\w+="/);
  });

  it.each([
    "=cmd|' /C calc'!A0",
    '<script>alert(1)</script>',
    '</style>',
    '</title><img src=x onerror=alert(1)>',
    '{{constructor}}',
    '[x](javascript:alert(1))',
    `"'><b>`,
  ])('holds the name %s as a text, wherever it stands', (name) => {
    const chart = {
      kind: 'stacked',
      title: word('C', 'C'),
      names: ['name'],
      whole: 'total',
      parts: [{ key: 'total', tone: 'late' }],
    } as const;
    const hostile = sectionOf(
      [columnOf('name', 'text', { head: word(name, name) }), columnOf('total', 'money')],
      [1, 2].map((n) => [cell.text(name), cell.money(n)]),
      {
        title: word(name, name),
        notes: [word(name, name)],
        chart,
      },
    );
    const text = page({ ...reportOf(hostile), title: word(`${name}.`, '') });
    const told = name
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
    expect(text.split(told).length).toBeGreaterThan(8);
    expect(text.split(name).length).toBe(
      name === told ? text.split(told).length : /<\/?(?:style|script)/.test(name) ? text.split(name).length : 1,
    );
    expect(text.match(/<(?:script|style|title|img|b)\b/g)).toEqual([
      '<title',
      '<style',
      ...[...text.matchAll(/<title id/g)].map(() => '<title'),
      '<script',
    ]);
  });

  it('keeps a name from the right by itself, and hides nothing that turns round', () => {
    const rows = rowsIn(page(reportOf(textsOf(['שלום', 'مؤسسة', '\u202eevil']))), 'tbody');
    expect(rows).toEqual([
      '<tr><th scope="row"><bdi>שלום</bdi></th></tr>',
      '<tr><th scope="row"><bdi>مؤسسة</bdi></th></tr>',
      '<tr><th scope="row">\ufffdevil</th></tr>',
    ]);
  });

  it('is the same bytes twice', () => {
    expect(page(report)).toBe(page(report));
  });
});

describe('the paper of a page', () => {
  const of = (columns: number): string => {
    const heads = Array.from({ length: columns }, (_, i) => columnOf(`column${i}`, 'money'));
    return page(reportOf(sectionOf(heads, [heads.map(() => cell.money(123_456_789))])));
  };
  it.each([
    [4, 'A4;', '<table>'],
    [7, 'A4;', '<table>'],
    [11, 'A4 landscape;', '<table>'],
    [14, 'A4 landscape;', '<table class="p2">'],
    [19, 'A4 landscape;', '<table class="p4">'],
    [22, 'A3 landscape;', '<table class="p3">'],
    [30, 'A3 landscape;', '<table class="p5">'],
  ])('of %i columns is %s', (columns, size, table) => {
    expect(of(columns)).toContain(`@page { size: ${size}`);
    expect(of(columns)).toContain(table);
  });
});

describe('a picture', () => {
  const PARTS = [
    { key: 'soon', tone: 'calm' },
    { key: 'late', tone: 'late' },
    { key: 'credit', tone: 'credit' },
  ] as const;
  const columns = [
    columnOf('id', 'text'),
    columnOf('name', 'text'),
    columnOf('whole', 'money'),
    ...PARTS.map(({ key }) => columnOf(key, 'money')),
  ];
  const stacked = (rows: readonly (readonly [string, number, number, number, string?])[]): Section =>
    sectionOf(
      columns,
      rows.map(([name, soon, late, credit, currency]): Cell[] => [
        cell.text(`id of ${name}`),
        cell.text(name),
        ...[soon + late + credit, soon, late, credit].map((amount) => cell.money(amount, currency ?? 'EUR')),
      ]),
      { chart: { kind: 'stacked', title: word('By age', 'Par âge'), names: ['name', 'id'], whole: 'whole', parts: PARTS } },
    );
  const drawnOf = (section: Section): string[] =>
    [...page(reportOf(section)).matchAll(/<svg role="img".*?<\/svg>/gs)].map(([svg]) => svg.replace(/<title.*<\/desc>/s, ''));
  const shapes = (svg: string | undefined): string[] =>
    [
      ...(svg ?? '').matchAll(
        /<rect class="([^"]+)" x="([^"]+)" y="[^"]+" width="([^"]+)"|<text x="(?:0|100%)" y="[^"]+"(?: text-anchor="end")?>([^<]*)</g,
      ),
    ].map(([, look, x, width, text]) => text ?? `${look} ${x} ${width}`);

  it('stands parts side by side, credits to the left, and the largest first', () => {
    const [svg] = drawnOf(
      stacked([
        ['Small', 100, 0, 0],
        ['', 500, 300, -200],
      ]),
    );
    expect(shapes(svg)).toEqual([
      'id of ',
      '6.00',
      'calm-1 20% 50%',
      'late-1 70% 30%',
      'credit 0% 20%',
      'Small',
      '1.00',
      'calm-1 20% 10%',
    ]);
  });

  it('is one a currency, and rows of nothing are not drawn', () => {
    const drawn = drawnOf(
      stacked([
        ['A', 1, 0, 0, 'USD'],
        ['B', 2, 0, 0],
        ['C', 0, 0, 0],
      ]),
    );
    expect(drawn.map(shapes)).toEqual([
      ['B', '0.02', 'calm-1 0% 100%'],
      ['A', '0.01', 'calm-1 0% 100%'],
    ]);
  });

  it('puts what is beyond the twelfth bar together, to the cent', () => {
    const [svg] = drawnOf(stacked(Array.from({ length: 30 }, (_, i) => [`N${i}`, 1000 + i, i, 0] as const)));
    const names = shapes(svg).filter((shape) => /^N|others/.test(shape));
    expect(names).toEqual([...Array.from({ length: 11 }, (_, i) => `N${29 - i}`), '19 others']);
    // Σ of 1000 + 2i for i from 0 to 18.
    expect(shapes(svg)[shapes(svg).indexOf('19 others') + 1]).toBe('193.42');
  });

  it('tells names apart that differ at their end', () => {
    const drawn = drawnOf(
      stacked([
        ['Kernévad Distribution de l’Ouest SAS', 2, 0, 0],
        ['名前株式会社と友達名前株式会社と友達名前', 1, 0, 0],
      ]),
    );
    expect(shapes(drawn[0]).filter((shape) => shape.includes('…'))).toEqual([
      'Kernévad Distributi…’Ouest SAS',
      '名前株式会社と友達…と友達名前',
    ]);
  });

  it('is not drawn of one row', () => {
    expect(drawnOf(stacked([['A', 1, 0, 0]]))).toEqual([]);
  });

  it('marks the limit of each, and who is beyond it', () => {
    const section = sectionOf(
      [columnOf('name', 'text'), columnOf('value', 'money'), columnOf('bound', 'money')],
      [
        [cell.text('In'), cell.money(50), cell.money(100)],
        [cell.text('Out'), cell.money(200), cell.money(150)],
        [cell.text('None'), cell.money(900), cell.none],
      ],
      { chart: { kind: 'against', title: word('Limits', 'Plafonds'), names: ['name'], value: 'value', bound: 'bound' } },
    );
    const [svg] = drawnOf(section);
    expect(shapes(svg)).toEqual([
      'Out',
      '2.00 / 1.50',
      'room 0 75%',
      'late-3 0% 100%',
      'In',
      '0.50 / 1.00',
      'room 0 50%',
      'calm-1 0% 25%',
    ]);
    expect(svg?.match(/class="bound" x1="[^"]+"/g)).toEqual(['class="bound" x1="75%"', 'class="bound" x1="50%"']);
  });

  it('draws a line a column, with a gap where a month is not known', () => {
    const section = sectionOf(
      [columnOf('month', 'text'), columnOf('currency', 'text'), columnOf('dso', 'number')],
      [30, undefined, 60, 45].map((value, i) => [
        cell.text(`2026-0${i + 1}`),
        cell.text('EUR'),
        value === undefined ? NOT_AVAILABLE : cell.number(value, 2),
      ]),
      { chart: { kind: 'lines', title: word('By month', 'Par mois'), at: 'month', lines: ['dso'] } },
    );
    const [svg] = drawnOf(section);
    expect(svg?.match(/<circle/g)?.length).toBe(3);
    expect(svg?.match(/class="line line-1" x1="[^"]+" x2="[^"]+"/g)).toEqual(['class="line line-1" x1="67.67%" x2="98%"']);
    expect(page(reportOf(section))).toContain('dso: 45.0</li>');
    expect(page(reportOf(section), 'fr')).toContain('dso\u00a0: 45,0</li>');
  });
});
