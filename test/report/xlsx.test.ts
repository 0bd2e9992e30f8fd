// Does a workbook hold what the csv holds, as what it is: numbers of the same digits, days as days, texts as texts and never as formulas?
import { describe, expect, it, test } from 'vitest';
import { word } from '../../src/core/word.ts';
import { sheetNames } from '../../src/report/render/xlsx/sheet-names.ts';
import { type Cell, NOT_AVAILABLE, type Report } from '../../src/report/report.ts';
import { cell, columnOf, EUR, reportOf, sectionOf, textsOf } from './sample.ts';
import { bytesOf, partsOf, sheetsOf } from './workbook.ts';

const FIRST = 'xl/worksheets/sheet1.xml';

/** The second row's cells as they are written, with the number form of each and a text in the place of its number. */
function writtenOf(report: Report, lang: 'en' | 'fr' = 'en'): string[] {
  const parts = partsOf(bytesOf(report, lang));
  const texts = [...(parts['xl/sharedStrings.xml'] as string).matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(([, text]) => text);
  const styles = parts['xl/styles.xml'] as string;
  const forms = new Map([...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, form]) => [id, form]));
  const looks = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf numFmtId="(\d+)"[^>]*>/g)];
  const row = /<row r="2">(.*?)<\/row>/s.exec(parts[FIRST] as string)?.[1] ?? '';
  return [...row.matchAll(/<c r="[A-Z]+2"(?: s="(\d+)")?(?: t="(\w)")?><v>(.*?)<\/v><\/c>/g)].map(([, style, type, value]) => {
    const look = looks[Number(style ?? 0)] as RegExpMatchArray;
    const form = forms.get(look[1] as string);
    const held = type === 's' ? `"${texts[Number(value)]}"` : type === 'b' ? `flag ${value}` : value;
    return `${held}${form === undefined ? '' : ` ${form}`}${look[0].includes('quotePrefix') ? ' quoted' : ''}`;
  });
}

// cell, what is written in English, and in French where it is something else
const EURO = '#,##0.00;-#,##0.00;&quot;–&quot;';
const CELLS: [name: string, one: Cell, english: string, french?: string][] = [
  ['a text', cell.text('Durand'), '"Durand"'],
  ['an empty text', cell.text(''), ''],
  ['a text of digits', cell.text('0012'), '"0012"'],
  ['a text that begins as a formula', cell.text('=1+1'), '"=1+1" quoted'],
  ['a text with a sign', cell.text('-2'), '"-2" quoted'],
  ['a text of markup', cell.text('<a href="x">&'), '"&lt;a href=&quot;x&quot;&gt;&amp;"'],
  ['a text that looks escaped', cell.text('_x0041_'), '"_x005F_x0041_"'],
  ['a text that turns round', cell.text('\u202eevil\u0007'), '"\ufffdevil\ufffd"'],
  ['half of a character', cell.text('a\ud800b\uffff'), '"a\ufffdb\ufffd"'],
  ['a code', cell.code('credit_note', 'credit note', 'avoir'), '"credit note"', '"avoir"'],
  ['euros', cell.money(123450), `1234.50 ${EURO}`],
  ['a cent', cell.money(1), `0.01 ${EURO}`],
  ['30 cents, which 10 and 20 do not add up to as fractions', cell.money(30), `0.30 ${EURO}`],
  ['euros owed to the customer', cell.money(-123450), `-1234.50 ${EURO}`],
  ['no euro', cell.money(0), `0.00 ${EURO}`],
  ['yen', cell.money(1500, 'JPY'), '1500 #,##0;-#,##0;&quot;–&quot;'],
  ['dinars', cell.money(1234567, 'TND'), '1234.567 #,##0.000;-#,##0.000;&quot;–&quot;'],
  ['15 digits', cell.money(999_999_999_999_999), `9999999999999.99 ${EURO}`],
  [
    '16 digits, which a spreadsheet would round',
    cell.money(1_000_000_000_000_001),
    '"10,000,000,000,000.01"',
    '"10\u202f000\u202f000\u202f000\u202f000,01"',
  ],
  ['a number', cell.number(12.5, 2), '12.5 #,##0.00'],
  ['a whole number', cell.number(12345, 0), '12345 #,##0'],
  ['a share', cell.percent(1 / 3), '0.3333 0.0%'],
  ['a share of more decimals', { kind: 'percent', share: 0.012345, decimals: 3 }, '0.01235 0.0##%'],
  ['a rate', { kind: 'rate', rate: 121_500 as never }, '12.15 0.00##'],
  ['a day', cell.day(2026, 6, 30), '46203 yyyy-mm-dd', '46203 [$-40C]dd/mm/yyyy'],
  ['the first day on which calendars agree', cell.day(1900, 3, 1), '61 yyyy-mm-dd', '61 [$-40C]dd/mm/yyyy'],
  ['a day before', cell.day(1899, 12, 31), '"1899-12-31"', '"31/12/1899"'],
  ['days', cell.days(-7), '-7 #,##0'],
  ['yes', cell.flag(true), 'flag 1'],
  ['more than some days', cell.moreThan(1091), '"&gt; 1,091.00"', '"&gt; 1\u202f091,00"'],
  ['a series', cell.series(30.5, undefined, 60), '"▁·█"'],
  ['nothing', cell.none, ''],
];

describe.each(CELLS)('%s', (_, one, english, french = english) => {
  const report = reportOf(sectionOf([columnOf('k', one.kind)], [[one]]));
  test.each([
    ['en', english],
    ['fr', french],
  ] as const)(`in %s is ${english}`, (lang, written) => {
    expect(writtenOf(report, lang)).toEqual(written === '' ? [] : [written]);
  });
});

it('what is not known of a figure is empty, and of a text its word', () => {
  const columns = [columnOf('n', 'number'), columnOf('t', 'text')];
  expect(writtenOf(reportOf(sectionOf(columns, [[NOT_AVAILABLE, NOT_AVAILABLE]])))).toEqual(['"n/a"']);
});

test('a rule of any length stands in a row that is no higher than rows may be', () => {
  const section = sectionOf([columnOf('name', 'text')], [[cell.text('Ann')]], { notes: [word('long '.repeat(4000), 'long')] });
  const heights = [...(partsOf(bytesOf(reportOf(section)))['xl/worksheets/sheet2.xml'] as string).matchAll(/ ht="(\d+)"/g)];
  expect(heights.map(([, points]) => points)).toEqual(['21', '405']);
});

test('a title with a colon is still two parts as the name of a sheet', () => {
  expect(sheetNames(['To be decided: no', 'À décider : non', ':'])).toEqual(['To be decided – no', 'À décider – non', 'ar']);
});

test.each([
  ['Exposure and risk as of 2026-06-30', 'Exposure and risk 2026-06-30'],
  ['Plafonds de crédit au 30/06/2026', 'Plafonds de crédit 30-06-2026'],
  ['Losses from 2025-07-01 to 2026-06-30', 'Losses 2025-07-01 – 2026-06-30'],
  ['Pertes du 01/07/2025 au 30/06/2026', 'Pertes 01-07-2025 – 30-06-2026'],
  ['Dépréciations de créances au 30/06/2026', 'Dépréciations de… 30-06-2026'],
  ['Countingroomsupervision overseen as of 2026-06-30', 'Countingroomsupervi… 2026-06-30'],
  ['Balance as of 2026-06-30', 'Balance as of 2026-06-30'],
  ['From the aged balance to the receivable of this report', 'From the aged balance to the r…'],
])('the sheet of %j keeps its day', (title, name) => {
  expect(sheetNames([title])).toEqual([name]);
  expect(name.length).toBeLessThanOrEqual(31);
});

describe('a workbook', () => {
  const columns = [
    columnOf('name', 'text'),
    columnOf('total', 'money'),
    columnOf('share', 'rate'),
    columnOf('more', 'code', { forMachines: true }),
  ];
  const row = (name: string, amount: number): Cell[] => [
    cell.text(name),
    cell.money(amount),
    { kind: 'rate', rate: 50_000 as never },
    cell.code('a', 'A', 'A'),
  ];
  const section = sectionOf(columns, [row('Ann', 100), row('Zoé', -30), row('Nobody', 0)], {
    title: word('Balance 30/06/2026', 'Balance au 30/06/2026'),
    totals: [
      { currency: EUR, cells: [cell.none, cell.money(70), cell.none, cell.none] },
      { currency: 'JPY' as never, cells: [cell.none, cell.money(5, 'JPY'), cell.none, cell.none] },
    ],
    quiet: (i) => i === 2,
    notes: [word('A rule.', 'Une règle.')],
  });
  const report: Report = {
    ...reportOf(section, { ...textsOf(['x']), title: word('Balance 30-06-2026', 'Détail') }),
    parameters: { as_of: '2026-06-30', top: 3, none: null, list: ['a', 1], empty: [], on: true },
    control: [{ currency: EUR, postings: 70, settledByColumns: 0, open: 70, difference: 0 }] as never,
  };

  it('has the rows of the csv under the words of the language, and the totals below a gap', async () => {
    const [first] = await sheetsOf(bytesOf(report));
    expect(first).toEqual({
      name: 'Balance 30-06-2026',
      rows: [
        ['name', 'total', 'share %', 'more'],
        ['Ann', 1, 5, 'A'],
        ['Zoé', -0.3, 5, 'A'],
        ['Nobody', 0, 5, 'A'],
        [null, null, null, null],
        ['Total', 0.7, null, null],
        ['Total', 5, null, null],
      ],
    });
  });

  it('freezes and filters the heading, and neither the totals nor the gap', () => {
    const parts = partsOf(bytesOf(report));
    expect(parts[FIRST]).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(parts[FIRST]).toContain('<autoFilter ref="A1:D4"/>');
    expect(parts['xl/workbook.xml']).toContain("'Balance 30-06-2026'!$A$1:$D$4</definedName>");
    expect(parts['xl/workbook.xml']).toContain("'Balance 30-06-2026'!$1:$1</definedName>");
  });

  it('has the control, the rules and what was asked on its second sheet, and a name of its own for each', async () => {
    const sheets = await sheetsOf(bytesOf(report));
    expect(sheets.map(({ name }) => name)).toEqual(['Balance 30-06-2026', 'Control and rules', 'Balance 30-06-2026 2']);
    const told = sheets[1]?.rows.map((cells) => cells.filter((one) => one !== null)).filter((cells) => cells.length > 0);
    expect(told).toEqual([
      ['Sample'],
      ['Control'],
      ['Currency', 'Postings', 'Settled by columns', 'Open', 'Difference', 'Agrees'],
      ['EUR', 0.7, 0, 0.7, 0, 'yes'],
      ['Rules'],
      ['Balance 30/06/2026'],
      ['A rule.'],
      ['Parameters'],
      ['as_of', '2026-06-30'],
      ['top', 3],
      ['list', 'a, 1'],
      ['on', 'yes'],
    ]);
  });

  it('says on its second sheet what it cannot hold', async () => {
    const long = reportOf(
      sectionOf([columnOf('t', 'text'), columnOf('m', 'money')], [[cell.text('x'.repeat(40_000)), cell.money(2 ** 53 - 1)]]),
    );
    const [first, second] = await sheetsOf(bytesOf(long));
    expect(first?.rows[1]).toEqual([`${'x'.repeat(32_766)}…`, '90,071,992,547,409.91']);
    const told = second?.rows.flat().filter((one) => typeof one === 'string' && one.includes('more than'));
    expect(told).toEqual([
      expect.stringContaining('1 amount has more than 15 digits'),
      expect.stringContaining('1 text has more than 32,767'),
    ]);
  });

  it('holds texts that are the names of things of the language it is written in', async () => {
    const names = [
      'constructor',
      '__proto__',
      'toString',
      "=cmd|' /C calc'!A0",
      '{{constructor}}',
      '<script>alert(1)</script>',
      'שלום',
    ];
    const bytes = bytesOf(reportOf(textsOf(names)));
    const [first] = await sheetsOf(bytes);
    expect(first?.rows).toEqual([['k'], ...names.map((name) => [name])]);
    expect(Object.values(partsOf(bytes)).join('')).not.toMatch(/<f[ >]/);
  });

  it('gives a sentence the lines it needs', () => {
    const columns = [columnOf('id', 'text'), columnOf('why', 'text', { flow: 'wrap' })];
    const rows = [10, 150].map((length) => [cell.text('a'), cell.text('word '.repeat(length / 5))]);
    const sheet = partsOf(bytesOf(reportOf(sectionOf(columns, rows))))[FIRST];
    expect(sheet).toContain('<col min="2" max="2" width="62" customWidth="1"/>');
    expect([...(sheet?.matchAll(/<row r="(\d)"( [^>]*)?>/g) ?? [])].map(([, row, height]) => [row, height])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', ' ht="45" customHeight="1"'],
    ]);
  });

  it('has no time in it: the bytes of a file are those of its content', () => {
    const bytes = bytesOf(report);
    expect(bytes.equals(bytesOf(report))).toBe(true);
    // Of each file in the archive, where it is listed: noon of 1980-01-01.
    for (let at = bytes.indexOf('PK\x01\x02'), files = 0; at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4), files++)
      expect([files, bytes.readUInt16LE(at + 12), bytes.readUInt16LE(at + 14)]).toEqual([files, 12 << 11, (1 << 5) | 1]);
    expect(partsOf(bytes)['docProps/core.xml']).not.toMatch(/created|modified|creator/);
  });
});

describe('the name of a sheet', () => {
  const namesOf = async (...titles: string[]): Promise<string[]> => {
    const sheets = await sheetsOf(
      bytesOf(reportOf(...titles.map((title) => ({ ...textsOf(['x']), title: word(title, title) })))),
    );
    return sheets.map(({ name }) => name).filter((name) => name !== 'Control and rules');
  };
  it.each([
    [['a/b\\c:d*e?f[g]'], ['a-b-c d e f g']],
    [["'quoted'"], ['quoted']],
    [['History'], ['History 2']],
    [
      ['Items', 'ITEMS', 'items'],
      ['Items', 'ITEMS 2', 'items 3'],
    ],
    [['x'.repeat(40)], [`${'x'.repeat(30)}…`]],
    [
      ['y'.repeat(40), 'y'.repeat(41)],
      [`${'y'.repeat(30)}…`, `${'y'.repeat(28)}… 2`],
    ],
    [['Control and rules'], []],
    [['???'], ['ar']],
  ])('of %j is %j', async (titles, names) => {
    const found = await namesOf(...titles);
    expect(titles[0] === 'Control and rules' ? found.length : found).toEqual(titles[0] === 'Control and rules' ? 1 : names);
    for (const name of found) expect(name.length).toBeLessThanOrEqual(31);
  });
});
