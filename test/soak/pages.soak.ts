// Do pages hold in a browser, and workbooks in a spreadsheet? Every report in both languages: at 1280 and 390 pixels, by day and by night, on paper, without a script;
// nothing is clipped, no request leaves, axe finds nothing; LibreOffice reads each workbook as the figures of the csv. Skipped by name where neither is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE_LEDGER, REPORTS } from './reports.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'ar-pages-'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeFileSync(join(folder, 'hostile.csv'), HOSTILE_LEDGER);
const ALL = Object.entries({ ...REPORTS, hostile: ['age', join(folder, 'hostile.csv'), '--as-of', '2026-06-30'] });
const EACH = ALL.flatMap(([name, args]) =>
  (['en', 'fr'] as const).map((lang) => ({ name: `${name}-${lang}`, args: [...args, '--lang', lang] })),
);

function written(name: string, args: readonly string[], format: string): string {
  const path = join(folder, `${name}.${format}`);
  const ended = spawnSync(process.execPath, [join(root, 'bin/ar.js'), ...args, '--output', path], {
    encoding: 'utf8',
    cwd: root,
  });
  expect(ended.status, ended.stderr).toBeLessThan(2);
  return path;
}

describe.skipIf(CHROMIUM === undefined)('in a browser (skipped without Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  type How = { readonly width: number; readonly dark?: boolean; readonly script?: boolean; readonly paper?: boolean };

  /** What is wrong with a page, seen this way. */
  async function wrongs(path: string, { width, dark = false, script = true, paper = false }: How): Promise<string[]> {
    const url = pathToFileURL(path).href;
    const colorScheme = dark ? 'dark' : 'light';
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: script });
    const page = await context.newPage();
    const found: string[] = [];
    page.on('console', (message) => found.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => found.push(`error: ${error.message}`));
    page.on('request', (request) => request.url() !== url && found.push(`request: ${request.url()}`));
    if (paper) await page.emulateMedia({ media: 'print' });
    await page.goto(url);
    if (script) found.push(...(await clipped(page)));
    await context.close();
    return found;
  }

  /** Wider than the page, a picture's text outside of it or over another one, a figure cut by its cell. */
  const clipped = (page: Page): Promise<string[]> => page.evaluate(CLIPPED) as Promise<string[]>;

  async function violations(path: string, width: number, dark: boolean): Promise<string[]> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href);
    await page.evaluate(axe);
    const found = (await page.evaluate(
      'axe.run().then(({ violations }) => violations.map((v) => v.id + ": " + v.nodes[0].html))',
    )) as string[];
    await context.close();
    return found;
  }

  /** What a sheet of paper of this page has for a line, in pixels. */
  const lineOf = (html: string): number => {
    const [, size = ''] = /@page \{ size: ([^;]+);/.exec(html) ?? [];
    return Math.round((({ A4: 186, 'A4 landscape': 273, 'A3 landscape': 396 }[size] ?? 0) * 96) / 25.4);
  };

  test.each(EACH)('$name', async ({ name, args }) => {
    const path = written(name, args, 'html');
    const line = lineOf(readFileSync(path, 'utf8'));
    const ways: How[] = [
      { width: 1280 },
      { width: 390 },
      { width: 1280, dark: true },
      { width: 390, script: false },
      { width: line, paper: true },
    ];
    const found: string[] = [];
    for (const way of ways) for (const wrong of await wrongs(path, way)) found.push(`${JSON.stringify(way)} ${wrong}`);
    for (const [width, dark] of [
      [1280, false],
      [390, true],
    ] as const)
      for (const id of await violations(path, width, dark)) found.push(`axe at ${width}: ${id}`);
    expect(found).toEqual([]);
  });

  test('headings sort, by mouse and by key, and leave the totals where they are', async () => {
    const path = written('sorted', [...(REPORTS['age'] as string[]), '--lang', 'fr'], 'html');
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path).href);
    const values = (): Promise<number[]> =>
      page.$$eval('tbody tr > :nth-child(10)', (cells) => cells.map((one) => Number(one.getAttribute('data-v'))));
    const totals = await page.innerText('tfoot');
    const before = await values();
    const head = page.locator('thead th:nth-child(10) [role=button]');
    await head.click();
    expect(await values()).toEqual([...before].sort((a, b) => b - a));
    await head.focus();
    await page.keyboard.press('Enter');
    expect(await values()).toEqual([...before].sort((a, b) => a - b));
    expect(await page.getAttribute('thead th:nth-child(10)', 'aria-sort')).toBe('ascending');
    expect(await page.innerText('tfoot')).toBe(totals);
    // Days, which this language writes from the day to the year, and what is not known.
    const days = written('sorted-days', [...(REPORTS['interest'] as string[]), '--lang', 'fr'], 'html');
    await page.goto(pathToFileURL(days).href);
    const column = (n: number): Promise<(string | null)[]> =>
      page.$$eval(`section:first-of-type tbody tr > :nth-child(${n})`, (cells) => cells.map((one) => one.getAttribute('data-v')));
    await page.locator('section:first-of-type thead th:nth-child(6) [role=button]').click();
    const sorted = await column(6);
    expect(sorted).toEqual([...sorted].sort((a, b) => Number(b) - Number(a)));
    const dso = written('sorted-dso', [...(REPORTS['dso'] as string[]), '--lang', 'en'], 'html');
    await page.goto(pathToFileURL(dso).href);
    const late = page.locator('section:first-of-type thead th:nth-child(14) [role=button]');
    for (const sign of [-1, 1]) {
      await late.click();
      const found = await column(14);
      const known = found.filter((one) => one !== null).map(Number);
      expect(known.length).toBeLessThan(found.length);
      expect(found.slice(0, known.length).map(Number)).toEqual([...known].sort((a, b) => sign * (a - b)));
    }
    await page.close();
  });
});

describe.skipIf(OFFICE === undefined)('in a spreadsheet (skipped without LibreOffice)', () => {
  test('every workbook has the figures of the csv', { timeout: 600_000 }, () => {
    const names = EACH.map(({ name, args }) => ({
      name,
      workbook: written(name, args, 'xlsx'),
      csv: written(name, args, 'csv'),
    }));
    const out = join(folder, 'read');
    // The first sheet, in UTF-8, texts in quotes, cells as they are and not as they are shown.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false';
    const ended = spawnSync(
      OFFICE as string,
      [
        '--headless',
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--convert-to',
        filter,
        '--outdir',
        out,
        ...names.map(({ workbook }) => workbook),
      ],
      { encoding: 'utf8' },
    );
    expect(ended.status, ended.stderr).toBe(0);
    expect(
      `${ended.stdout}${ended.stderr}`.split('\n').filter((one) => /warn|error|repair/i.test(one) && !one.includes('javaldx')),
    ).toEqual([]);
    let [figures, days] = [0, 0];
    for (const { name, csv } of names) {
      const [, ...rows] = parse(readFileSync(csv, 'utf8')) as string[][];
      const [, ...read] = parse(readFileSync(join(out, `${name}.csv`), 'utf8'), { relax_column_count: true }) as string[][];
      for (const [i, row] of rows.entries()) {
        for (const [c, told] of row.entries()) {
          if (/^\d{4}-\d{2}-\d{2}$/.test(told)) {
            const day = name.endsWith('-fr') ? told.split('-').reverse().join('/') : told;
            expect([name, i, c, read[i]?.[c]]).toEqual([name, i, c, day]);
            days++;
          }
          if (!/^-?\d+(?:\.\d+)?$/.test(told)) continue;
          expect([name, i, c, numberOf(read[i]?.[c] ?? '')]).toEqual([name, i, c, Number(told)]);
          figures++;
        }
      }
    }
    console.log(`LibreOffice read ${names.length} workbooks, ${figures} figures and ${days} days as the csv has them`);
    expect(figures).toBeGreaterThan(5_000);
    expect(days).toBeGreaterThan(500);
  });
});

test('a page and a workbook made seconds apart are the same bytes', async () => {
  const make = (name: string): Buffer[] =>
    ['html', 'xlsx'].map((format) => readFileSync(written(name, REPORTS['exposure'] as string[], format)));
  const before = make('before');
  await setTimeout(3000);
  expect(make('after').map((bytes, i) => bytes.equals(before[i] as Buffer))).toEqual([true, true]);
});

/** LibreOffice writes what is shown as a percentage as one. */
function numberOf(text: string): number {
  return text.endsWith('%') ? Math.round(Number(text.slice(0, -1)) * 1e6) / 1e8 : Number(text);
}

const CLIPPED = `(() => {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push('wider than the page by ' + (root.scrollWidth - root.clientWidth));
  for (const svg of document.querySelectorAll('svg[role]')) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    for (const [text, box] of texts) if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 2) found.push('outside of its picture: ' + text);
    for (const [i, [text, a]] of texts.entries())
      for (const [other, b] of texts.slice(i + 1))
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3) found.push('over one another: ' + text + ' / ' + other);
  }
  for (const cell of document.querySelectorAll('th, td')) if (cell.scrollWidth > cell.clientWidth + 1) found.push('cut: ' + cell.textContent);
  return found;
})()`;
