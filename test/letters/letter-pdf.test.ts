// Are letters on paper what the plan says, where an envelope shows it? Read back by a reader of our own (test/harness/pdf.ts): texts and their places, sums that are carried, codes that are scanned.
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { KINDS, type Kind, lettersAt, type Written } from '../harness/letter-kinds.ts';
import { pagesOf, pdfText, rasterOf } from '../harness/pdf.ts';
import { isWhole, share } from '../harness/share.ts';

const ALL = ['--to', 'txt,html,pdf'];
const some = (kinds: readonly Kind[], ...always: Kind[]): Kind[] => [...new Set([...always, ...share(kinds)])];
const EURO = some(
  (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind][1] !== 'uk'),
  'fr-fr',
  'fr-fr-dollars',
);
const POUND = some(
  (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind][1] === 'uk'),
  'en-uk',
);

/** Names of a form, each with its bytes. */
function of(form: string, { letters, bytesOf }: Written): [name: string, bytes: Uint8Array][] {
  return [...letters.keys()].filter((name) => name.endsWith(`.${form}`)).map((name) => [name, bytesOf(name)]);
}

const flat = (text: string): string => text.replace(/[\s\u2068\u2069]/g, '');
const figures = (text: string): string[] => text.match(/-?\d{1,3}(?:[,\u202f ]\d{3})*[.,]\d{2}(?!\d)/g)?.map(flat) ?? [];

describe.each([
  ['formal', EURO, 'right'],
  ['second', POUND, 'left'],
] as const)('%s, all kinds of customers, window at the %3$s', (level, kinds, window) => {
  let written: Written;
  beforeAll(async () => {
    written = await lettersAt({ level, kinds, more: ALL });
  });

  test('each letter is there in three forms, and the history names them', () => {
    expect(written.ran.code, written.ran.stderr).toBe(0);
    expect(written.letters.size).toBe(kinds.length * 3);
  });

  test('paper and page say what the text says: every figure, every word', () => {
    for (const [name, bytes] of of('pdf', written)) {
      const text = written.letters.get(name.replace('.pdf', '.txt')) as string;
      const html = (written.letters.get(name.replace('.pdf', '.html')) as string)
        .replace(/<style>[\s\S]*<\/style>/, '')
        .replace(/<[^>]+>/g, ' ');
      const paper = pdfText(bytes);
      expect(figures(text).length).toBeGreaterThan(5);
      // No figure goes on a second line.
      const lines = pagesOf(bytes).flatMap(({ pieces }) => pieces.map((piece) => flat(piece.text)));
      for (const figure of figures(text))
        expect(
          lines.some((line) => line.includes(figure)),
          `${name}: ${figure}`,
        ).toBe(true);
      for (const figure of figures(text)) for (const said of [paper, html]) expect(figures(said), name).toContain(figure);
      const words = text
        .replace(/-{3,}/g, '')
        .split(/\s+/)
        .filter((word) => word !== '');
      for (const word of words)
        for (const said of [paper, unescaped(html)]) expect(flat(said), `${name}: ${word}`).toContain(flat(word));
    }
  });

  test('the window shows the address, and nothing else, wherever the sheet slides', () => {
    // What every position of the sheet shows, and what any does.
    const [shown, any] =
      window === 'right'
        ? [
            [100, 55, 190, 79],
            [90, 44, 200, 90],
          ]
        : [
            [20, 57, 100, 81],
            [10, 46, 110, 92],
          ];
    const isIn = (
      [left, top, right, bottom]: number[],
      { x, y, width, size }: { x: number; y: number; width: number; size: number },
    ): boolean =>
      x + width > (left as number) && x < (right as number) && y > (top as number) && y - size * 0.26 < (bottom as number);
    for (const [name, bytes] of of('pdf', written)) {
      const seen = pagesOf(bytes)[0]?.pieces.filter((piece) => isIn(any as number[], piece)) ?? [];
      expect(seen.map(({ text }) => text).join(' ')).toMatch(/4 rue du Relais (?:29991 Plouzarvel|Plouzarvel 29991)/);
      for (const { text, x, y, width, size } of seen) {
        const [left, top, right, bottom] = shown as [number, number, number, number];
        expect([x >= left, y - size * 0.33 >= top, x + width <= right, y + size * 0.09 <= bottom], `${name}: ${text}`).toEqual(
          Array(4).fill(true),
        );
        expect(text).toMatch(/^(?:Client|4 rue|29991|Plouzarvel|ROYAUME|UNITED|FRANCE|BELG|IREL)/);
      }
    }
  });

  test('the code pays what is to be paid, in euro and nothing else', () => {
    for (const [name, bytes] of of('pdf', written)) {
      const squares = pagesOf(bytes).flatMap(({ rectangles }) => rectangles);
      const isEuro =
        written.letters.get(name.replace('.pdf', '.txt'))?.includes(' EUR') && kinds === EURO && !name.includes('dollars');
      const html = written.letters.get(name.replace('.pdf', '.html')) as string;
      expect([squares.length > 0, html.includes('<svg')], name).toEqual([isEuro, isEuro]);
      if (!isEuro) continue;
      const text = written.letters.get(name.replace('.pdf', '.txt')) as string;
      const kind = kinds.find((one) => name.includes(`-${one}-client-`)) as Kind;
      const total =
        /^(?:Total à payer|Total to pay) +(\S.*) EUR$/m.exec(text)?.[1] ??
        /^(?:Somme due|Amount due) +(\S.*) EUR$/m.exec(text)?.[1] ??
        '';
      const euros = total.replace(/[\s,.]/g, '').replace(/(\d{2})$/, '.$1');
      const paid = [
        'BCD',
        '002',
        '1',
        'SCT',
        'AGRIFRPP',
        'Kernévad Distribution SAS',
        'FR7630006000011234567890189',
        `EUR${euros}`,
        '',
        '',
        `${kind} 2026-06-30`,
      ];
      for (const drawn of [squares, ofSvg(html)]) expect(scanned(drawn), name).toEqual(paid.join('\n'));
    }
  });
});

function unescaped(html: string): string {
  return html
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function scanned(rectangles: Parameters<typeof rasterOf>[0]): string {
  const { data, width, height } = rasterOf(rectangles);
  // Its types say a module where there is a function.
  const found = (jsQR as unknown as typeof jsQR.default)(data, width, height);
  return Buffer.from(found?.binaryData ?? []).toString('utf8');
}

function ofSvg(html: string) {
  return [...html.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map(([, x, y, width]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: 1,
  }));
}

test('sixty items go over three pages, each with its headings and with what they come to so far', async () => {
  const amounts = Array.from({ length: 60 }, (_, i) => 10_001 + 137 * i);
  const rows = amounts.map(
    (amount, i) => `fr-fr,Client,invoice,F${String(i).padStart(3, '0')},,2026-03-01,2026-03-31,${(amount / 100).toFixed(2)},EUR`,
  );
  const written = await lettersAt({ level: 'first', kinds: ['fr-fr'], rows, more: ['--to', 'pdf'] });
  const [[, bytes] = []] = of('pdf', written);
  const pages = pagesOf(bytes as Uint8Array).map(({ pieces }) => pieces.map(({ text }) => text));
  expect(pages).toHaveLength(3);
  const money = (minor: number): string =>
    `${(minor / 100)
      .toFixed(2)
      .replace('.', ',')
      .replace(/\B(?=(\d{3})+,)/g, '\u202f')}`;
  let sum = 0;
  let before = 0;
  for (const [i, page] of pages.entries()) {
    for (const head of ['Pièce', 'Échéance', 'Montant', 'Reste dû', 'Jours'])
      expect(page, `${head} of page ${i + 1}`).toContain(head);
    expect(page).toContain(`Page ${i + 1}/3`);
    const on = page.flatMap((text) => (/^F\d{3}$/.test(text) ? [Number(text.slice(1))] : []));
    expect(on.length).toBeGreaterThan(3);
    sum += on.reduce((all, at) => all + (amounts[at] as number), 0);
    const after = (label: string): string[] =>
      page.includes(label) ? page.slice(page.indexOf(label) + 1, page.indexOf(label) + 3) : [];
    expect(after('Report'), `page ${i + 1}`).toEqual(i === 0 ? [] : [money(before), money(before)]);
    expect(after('À reporter'), `page ${i + 1}`).toEqual(i === 2 ? [] : [money(sum), money(sum)]);
    before = sum;
  }
  expect(pages[2]).toContain(money(amounts.reduce((all, one) => all + one, 0)));
});

test('the same letter has the same bytes, whenever it is written', async () => {
  const [first, second] = [
    await lettersAt({ level: 'second', kinds: ['fr-fr'], more: ALL }),
    await lettersAt({ level: 'second', kinds: ['fr-fr'], more: ALL }),
  ];
  expect(of('pdf', first)).toEqual(of('pdf', second));
  expect(of('html', first)).toEqual(of('html', second));
  const file = Buffer.from((of('pdf', first)[0] as [string, Uint8Array])[1]).toString('latin1');
  expect(file).toContain('(D:20260630000000Z)');
  expect(file).toContain('/Lang (fr)');
  expect(file).toContain('/MarkInfo');
});

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{constructor}}',
  '[x](javascript:alert(1))',
  'a|b',
  'x'.repeat(300),
  'mot '.repeat(75).trim(),
  'Škoda Ελλάς Łódź Ünal',
  '\u202egnp.exe',
  '\u001b[2J\u001b]0;x\u0007',
  '\ue0000\ue001',
  '$& $1 $$',
  'a)b\\(c % << /JS >>',
];

test.each(['html', 'pdf'])('names that would be markup, paths or commands are texts in %s', async (form) => {
  // Paper takes its time, and what a page shows paper does by the same prose.
  const names = form === 'html' ? HOSTILE : HOSTILE.filter((_, i) => isWhole || i % 3 === 0);
  const rows = names.map((name, i) => `X${i},"${name}",invoice,"${name}",,2026-03-01,2026-03-31,1234.56,EUR`);
  const written = await lettersAt({ level: 'first', kinds: ['fr-fr'], rows, more: ['--to', form, '--law', 'fr'] });
  expect(written.letters.size, written.ran.stderr).toBe(names.length);
  for (const [i, name] of names.entries()) {
    const file = [...written.letters.keys()].find((one) => one.startsWith(`2026-06-30-1-x${i}-`)) as string;
    expect(file).toMatch(/^2026-06-30-1-x\d+-[a-z0-9-]*first\.(?:html|pdf)$/);
    const html = written.letters.get(file) as string;
    if (form === 'html') expect(html).not.toMatch(/<script|https?:|url\(|@import|<(?:iframe|object|link|form|base)/i);
    const body = unescaped(html.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]+>/g, ''));
    const text = flat(form === 'html' ? body : pdfText(written.bytesOf(file)));
    // DejaVu has no sign for what is nobody's to use.
    const seen = name.replace(/[\u202e\u001b\u0007]/g, '\ufffd').replace(/[\ue000\ue001]/g, (c) => (form === 'pdf' ? '□' : c));
    expect(text.split(flat(seen)).length, `${name}: ${text}`).toBeGreaterThan(2);
    expect(figures(text)).toContain('1,234.56');
  }
});

test('a script that is written from the right stands in its order, and a sign there is none of is told', async () => {
  const rows = [
    'A,"שלום בע״מ (2024)",invoice,A1,,2026-03-01,2026-03-31,100.00,EUR',
    'B,株式会社,invoice,B1,,2026-03-01,2026-03-31,100.00,EUR',
  ];
  const written = await lettersAt({ level: 'first', kinds: ['fr-fr'], rows, more: ['--to', 'pdf', '--law', 'fr'] });
  const [hebrew, japanese] = of('pdf', written).map(([, bytes]) => pdfText(bytes)) as [string, string];
  // Glyph by glyph from the left: the name is turned, the number is not.
  expect(flat(hebrew)).toContain(flat('(2024) מ״עב םולש'));
  expect(japanese).toContain('□□□□');
  expect(written.ran.stderr).toMatch(/-b-first\.pdf: warning glyph-missing: the letter to B shows 4 characters as □.*"株式会社"/);
  expect(written.ran.stderr).not.toContain('letter to A');
});

test('a sender of many lines and an address no window holds push down what follows: nothing lies on anything', async () => {
  const lines = ['address1', 'address2', 'address3', 'address4'].map(
    (key) => `${key} = "${'Bâtiment B, escalier gauche '.repeat(6)}"`,
  );
  const company = ['[company]', 'name = "Kernévad"', ...lines, 'city = "Brest"', ''].join('\n');
  const rows = [`fr-fr,"${'Établissements Mézadec '.repeat(40).trim()}",invoice,F1,,2026-03-01,2026-03-31,1234.56,EUR`];
  const written = await lettersAt({ level: 'formal', kinds: ['fr-fr'], company, rows, files: HISTORY, more: ['--to', 'pdf'] });
  const [[, bytes] = []] = of('pdf', written);
  const pieces = pagesOf(bytes as Uint8Array)[0]?.pieces ?? [];
  expect(pieces.some(({ text }) => text.startsWith('Lettre recommandée'))).toBe(true);
  expect(written.ran.stderr).toContain('address-too-long');
  for (const [i, a] of pieces.entries()) {
    for (const b of pieces.slice(i + 1)) {
      const isApart =
        a.x + a.width <= b.x + 0.1 || b.x + b.width <= a.x + 0.1 || Math.abs(a.y - b.y) >= Math.min(a.size, b.size) * 0.3;
      expect(isApart, `${a.text} / ${b.text}`).toBe(true);
    }
  }
});

const HISTORY = { 'h.csv': 'day,customer,document,level\n2026-06-15,fr-fr,F1,third\n' };

describe('a logo', () => {
  const picture = (): Uint8Array => {
    const png = new PNG({ width: 40, height: 10 });
    png.data.fill(90);
    return PNG.sync.write(png);
  };
  const asked = (bytes: Uint8Array | undefined, logo = 'logo.png') =>
    lettersAt({
      ...{ level: 'first', kinds: ['fr-fr'], more: ['--to', 'html,pdf'] },
      company: `[company]\nname = "A"\naddress1 = "1 Street"\ncity = "Town"\nlogo = "${logo}"\n`,
      files: bytes === undefined ? {} : { [logo]: bytes },
    });

  test('stands in the letter', async () => {
    const written = await asked(picture());
    expect(Buffer.from((of('pdf', written)[0] as [string, Uint8Array])[1]).toString('latin1')).toContain('/XObject <<\n/Logo ');
    expect(written.letters.get([...written.letters.keys()][0] as string)).toContain(
      '<img class="logo" src="data:image/png;base64,',
    );
  });

  test.each([
    ['there is none', undefined, 'logo.png', 'no such file'],
    ['it is cut', picture().slice(0, 60), 'logo.png', 'cut'],
    ['its pixels are damaged', picture().map((byte, i) => (i > 45 && i < 60 ? 255 : byte)), 'logo.png', 'damaged'],
    ['it is no picture', new TextEncoder().encode('<svg/>'), 'logo.png', 'neither PNG nor JPEG'],
    ['it is no JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), 'logo.jpg', 'says nothing of its size'],
    ['it is too large', new Uint8Array(1_000_001), 'logo.png', '1000001 bytes'],
  ] as const)('refuses the letters where %s', async (_, bytes, name, told) => {
    const written = await asked(bytes, name);
    expect([written.ran.code, written.letters.size]).toEqual([2, 0]);
    expect(written.ran.stderr).toMatch(new RegExp(`ar\\.toml: error logo-unreadable: \\[company\\] logo: .*${told}`));
  });
});
