// Do the pages of a printed letter carry what its tables come to so far? Read by another reader, page by page: each sum is that of the rows above it, stands at the foot, and again below the headings of the next page.
import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';

const HEADS = /^(?:Document|Pièce|Kind|Nature) .* (?:Days|Jours|Interest|Intérêts|Amount|Montant|Remaining|Reste dû)$/;
const ON = /^(?:Carried forward|À reporter)(?= )/;
const FROM = /^(?:Brought forward|Report)(?= )/;
const ROW = /(?:\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4}) /;
const FIGURE = /^(?:(-?\d{1,3}(?:[, \u202f\u00a0]\d{3})*)[.,](\d{2})|–)$/;
/** The foot of a page that is half empty, in millimetres from its top. */
const HALF = 14 + (297 - 14 - 20) / 2;

/** Whole minor units of each cell of a line that is an amount; cells stand apart by more than a space. */
function figuresOf(line: string): number[] {
  return line.split(/ {2,}/).flatMap((cell) => {
    const [found, whole = '0', cents = '00'] = FIGURE.exec(cell) ?? [];
    return found === undefined ? [] : [Number(`${whole.replace(/[^-\d]/g, '')}${cents}`)];
  });
}

/** How many sums are carried; fails where one is not that of its rows. */
export function carriedIn(pdf: string): number {
  const { stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const pages = stdout.split('\f').slice(0, -1);
  let [sums, count, awaited, isParted] = [[] as number[], 0, undefined as string | undefined, false];
  pages.forEach((page, at) => {
    const where = `${pdf}, page ${at + 1}`;
    const lines = page
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !/^Page \d+\/\d+$/.test(line));
    if (awaited !== undefined) {
      expect(lines[0]?.replace(/ +/g, ' '), where).toBe(awaited);
      expect(lines[1], where).toMatch(FROM);
    } else if (isParted) expect(lines[0], `${where}: a table goes on without its sums`).not.toMatch(HEADS);
    isParted = ROW.test(lines.at(-1) ?? '');
    let heads = '';
    lines.forEach((line, i) => {
      const figures = figuresOf(line);
      if (HEADS.test(line)) {
        heads = line;
        if (awaited === undefined) sums = [];
      } else if (heads !== '' && (ON.test(line) || FROM.test(line))) {
        // Of interest only the last column is carried.
        expect(figures.length, `${where}: ${line}`).toBeGreaterThan(0);
        expect(figures, `${where}: ${line}`).toEqual(sums.slice(-figures.length));
        if (ON.test(line)) expect(i, `${where}: ${line} in the middle`).toBe(lines.length - 1);
        else expect([i, awaited !== undefined], where).toEqual([1, true]);
        count += ON.test(line) ? 1 : 0;
        awaited = undefined;
        if (ON.test(line)) awaited = heads.replace(/ +/g, ' ');
      } else if (heads !== '' && ROW.test(line) && figures.length > 0) {
        sums = figures.map((figure, column) => figure + (sums[column] ?? 0));
      }
    });
  });
  expect(awaited, pdf).toBeUndefined();
  for (const [at, foot] of footsOf(pdf).slice(0, -1).entries())
    expect(foot, `${pdf}, page ${at + 1} is half empty`).toBeGreaterThan(HALF);
  return count;
}

/** Where the last line of each page ends, its number left aside. */
function footsOf(pdf: string): number[] {
  const { stdout } = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' });
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/yMax="([\d.]+)"/g)]
        .map(([, foot]) => (Number(foot) * 25.4) / 72)
        .reduce((most, foot) => (foot < 297 - 20 ? Math.max(most, foot) : most), 0),
    );
}
