// Does a page of a letter look as it should in a browser, at 1280 and 390 pixels and on paper? Nothing is clipped, nothing is told on the console, no request leaves the file, axe finds nothing to mend; on paper
// the address stands where the window of an envelope shows it. For letters as PDF another reader finds the address in the window, too.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carriedIn } from './printed-pages.ts';

const CHROMIUM = '/usr/bin/chromium';
const root = resolve(import.meta.dirname, '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hasBrowser = existsSync(CHROMIUM);
const hasReader = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasBrowser) console.log(`${CHROMIUM} is not there: letters are not looked at in a browser`);
if (!hasReader) console.log('pdftotext is not there: letters are not read by another reader');

const box = mkdtempSync(join(tmpdir(), 'ar-seen-'));
afterAll(() => rmSync(box, { recursive: true }));

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '<script>alert(1)</script>',
  'x'.repeat(300),
  'mot '.repeat(75).trim(),
  'שלום בע״מ',
  '[x](javascript:alert(1))',
  'Škoda Ελλάς Łódź Ünal',
];

/** Items of customers whose letters go over pages, or nearly. */
const MANY = [1, 2, 16, 20, 25, 40, 60, 200];

/** The letters of the fixtures, and of customers whose names are hostile or long, under an envelope with its window at that side. */
function lettersOf(window: 'right' | 'left'): string {
  const folder = join(box, window);
  const config = join(box, `${window}.toml`);
  writeFileSync(
    config,
    readFileSync(join(root, 'fixtures/ar.toml'), 'utf8')
      .replace('[company]', `[company]\nwindow = "${window}"`)
      .replaceAll('"customers.csv"', `"${join(root, 'fixtures/customers.csv')}"`)
      .replaceAll('"decisions.csv"', `"${join(root, 'fixtures/decisions.csv')}"`),
  );
  const names = join(box, 'names.csv');
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = HOSTILE.map(
    (name, i) => `H${i},${quoted(name)},invoice,${quoted(`${i} ${name}`)},2026-03-01,2026-03-31,1234.56,EUR`,
  );
  const many = MANY.flatMap((count) =>
    Array.from({ length: count }, (_, i) => `M${count},Many,invoice,M${count}-${i},2026-03-01,2026-03-31,${100 + i}.10,EUR`),
  );
  writeFileSync(names, ['customer,name,kind,document,date,due,amount,currency', ...rows, ...many, ''].join('\n'));
  // Whose next letter claims interest, leg by leg.
  const reminded = Array.from({ length: 40 }, (_, i) => `2026-06-01,M40,M40-${i},first\n`);
  writeFileSync(join(box, `${window}1.csv`), `day,customer,document,level\n${reminded.join('')}`);
  for (const [i, more] of [
    ['fixtures/ledger.csv', '--customers', 'fixtures/customers.csv'],
    [names, '--customers', 'fixtures/customers.csv'],
  ].entries()) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        'bin/ar.js',
        'dun',
        ...more,
        '--config',
        config,
        '--as-of',
        '2026-06-30',
        '--write',
        folder,
        '--history',
        join(box, `${window}${i}.csv`),
        '--to',
        'html,pdf',
        '--quiet',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
  }
  return folder;
}

const filesOf = (folder: string, form: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(form))
    .map((name) => join(folder, name));

/** What every position of the sheet shows, in millimetres: left, top, right, bottom. */
const SHOWN = { right: [100, 55, 190, 79], left: [20, 57, 100, 81] } as const;

/** The first lines of an address, as words with their places on the first page. */
function placesIn(pdf: string): { readonly word: string; readonly box: readonly [number, number, number, number] }[] {
  const { stdout } = spawnSync('pdftotext', ['-bbox', '-l', '1', pdf, '-'], { encoding: 'utf8' });
  return [...stdout.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g)].map(
    ([, a, b, c, d, word = '']) => {
      const [left, top, right, bottom] = [a, b, c, d].map((one) => (Number(one) * 25.4) / 72) as [number, number, number, number];
      return { word, box: [left, top, right, bottom] };
    },
  );
}

function expectWindow(pdf: string, side: 'right' | 'left', lines: readonly string[]): void {
  const [left, top, right, bottom] = SHOWN[side];
  const inside = placesIn(pdf).filter(({ box: [x, y, toX, toY] }) => x >= left && y >= top && toX <= right && toY <= bottom);
  const seen = unescaped(inside.map(({ word }) => word).join(''));
  for (const line of lines) expect(seen, pdf).toContain(line.replace(/\s/g, ''));
}

/** The lines of the address, as the page has them. */
function addressOf(html: string): string[] {
  const [, inner = ''] = /<p class="to"[^>]*>([\s\S]*?)<\/p>/.exec(html) ?? [];
  return inner.split('<br>\n').map((line) => unescaped(line.replace(/<[^>]+>/g, '')));
}

function unescaped(text: string): string {
  return text.replaceAll('&#39;', "'").replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

function lastPageOf(pdf: string): string {
  const { stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  return (stdout.split('\f').at(-2) ?? '').trim();
}

function signatoryOf(html: string): string {
  return /<p class="signature">(.*?)(?:<br>|<\/p>)/.exec(readFileSync(html, 'utf8'))?.[1] ?? '';
}

const isPlain = (line: string): boolean => /^[\p{Script=Latin}\p{Script=Greek}\d '’.,&-]+$/u.test(line) && line.length < 60;

describe.each(['right', 'left'] as const)('envelopes with their window at the %s', (side) => {
  let folder = '';
  let browser: Browser | undefined;
  beforeAll(async () => {
    folder = lettersOf(side);
    if (hasBrowser) browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  test.skipIf(!hasReader)('another reader finds each address in the window', () => {
    let count = 0;
    for (const pdf of filesOf(folder, '.pdf')) {
      const lines = addressOf(readFileSync(pdf.replace('.pdf', '.html'), 'utf8')).filter(isPlain);
      expectWindow(pdf, side, lines);
      count += lines.length;
    }
    expect(count).toBeGreaterThan(60);
  });

  test.skipIf(!hasBrowser)('pages in a browser', async () => {
    let carried = 0;
    for (const file of filesOf(folder, '.html')) {
      for (const width of [1280, 390]) {
        const page = await (browser as Browser).newPage({ viewport: { width, height: 900 }, bypassCSP: true });
        const told: string[] = [];
        page.on('console', (message) => told.push(message.text()));
        page.on('pageerror', (error) => told.push(String(error)));
        page.on('request', (request) => {
          if (!/^(?:file|data):/.test(request.url())) told.push(request.url());
        });
        await page.goto(pathToFileURL(file).href);
        const clipped = await page.evaluate(CLIPPED);
        expect([clipped, told], `${file} at ${width}`).toEqual([[], []]);
        await page.addScriptTag({ content: axe });
        const found = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
        expect(
          found.violations.map(({ id }) => id),
          `${file} at ${width}`,
        ).toEqual([]);
        if (width === 1280 && hasReader) {
          const pdf = file.replace('.html', '-printed.pdf');
          await page.pdf({ path: pdf, preferCSSPageSize: true });
          expectWindow(pdf, side, addressOf(readFileSync(file, 'utf8')).filter(isPlain));
          carried += carriedIn(pdf);
          expect(lastPageOf(pdf).split('\n')[0], `${file}: a page for a signature`).not.toBe(signatoryOf(file));
          rmSync(pdf);
        }
        await page.close();
      }
    }
    if (hasReader) expect(carried).toBeGreaterThan(9);
  });
});

/** Runs in the page: whatever is wider than its place, what only readers hear left aside. */
const CLIPPED = `[...document.querySelectorAll('main, main *')].filter((one) => !one.closest('caption, svg') && !(one.closest('thead') && innerWidth < 600)
  && getComputedStyle(one).display !== 'inline' && one.clientWidth > 0 && (one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth + 1)).map((one) => one.outerHTML.slice(0, 80))`;
