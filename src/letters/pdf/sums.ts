// How do the sums of a letter stand on paper? Each with what it is and its currency, at the right of the sheet below the columns of amounts, the one to be paid in bold.
import type { Lang } from '../../core/word.ts';
import { shown } from '../../report/render/people.ts';
import type { Cell, Section } from '../../report/report.ts';
import { COLUMN } from '../sheet.ts';
import type { Type } from './canvas.ts';
import type { Flow } from './flow.ts';

const [HEIGHT, PADDING, LEFT] = [5.9, 1.1, 95];

/** Rows of a label, an amount and its currency; the last in the currency of the first is what is to be paid. */
export function drawSums(flow: Flow, { rows }: Section, lang: Lang): void {
  const { canvas } = flow;
  const all = Array.from({ length: rows.count }, (_, i) => rows.at(i));
  const currencyOf = (cells: readonly Cell[] | undefined): string => shown(cells?.[2] ?? { kind: 'none' }, lang);
  const strong = all.findLastIndex((cells) => currencyOf(cells) === currencyOf(all[0]));
  flow.keep(all.length * HEIGHT);
  const table = canvas.part('Table');
  all.forEach((cells, i) => {
    const isStrong = i === strong;
    const type: Type = { size: isStrong ? 10 : 9, bold: isStrong };
    const top = flow.y + PADDING;
    const row = canvas.part('TR', table);
    const [label, amount, currency] = [0, 1, 2].map((n) => canvas.said(shown(cells[n] as Cell, lang), type)) as [
      string,
      string,
      string,
    ];
    if (isStrong && all.length > 1) canvas.aside(() => canvas.rule(LEFT, flow.y, COLUMN.right - LEFT, 0.8));
    canvas.part('TD', row).add(() => canvas.line(label, LEFT, top, type));
    canvas.part('TD', row).add(() => canvas.line(amount, COLUMN.right - 11, top, type, true));
    canvas.part('TD', row).add(() => canvas.line(currency, COLUMN.right, top, type, true));
    flow.y += HEIGHT;
  });
}
