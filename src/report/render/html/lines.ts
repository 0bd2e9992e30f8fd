// How does a figure move over time? A line a column, a point a row, one picture a currency; what is not known leaves a gap.
import { type Lang, type Word, word } from '../../../core/word.ts';
import { decimalFor } from '../../../text/amounts.ts';
import { visible } from '../../../text/visible.ts';
import type { Chart, Section } from '../../report.ts';
import { escapedHtml } from '../html-table.ts';
import { shown } from '../people.ts';
import { type Drawing, percent } from './drawing.ts';

const HEIGHT = 190;
const FOOT = 20;
/** Where the first and the last point stand, as shares of the width: before the first are the marks of the scale. */
const [FIRST, LAST] = [0.07, 0.98];

type Line = { readonly head: string; readonly values: readonly (number | undefined)[] };

export function linesOf(section: Section, chart: Extract<Chart, { kind: 'lines' }>, lang: Lang): Drawing[] {
  const place = (key: string): number => section.columns.findIndex((column) => column.key === key);
  const [at, currency] = [place(chart.at), place('currency')];
  const rows = Array.from({ length: section.rows.count }, (_, i) => section.rows.at(i));
  const currencies = [...new Set(rows.map((cells) => textOf(cells[currency])))].sort();
  return currencies.flatMap((code) => {
    const own = rows.filter((cells) => textOf(cells[currency]) === code);
    const lines = chart.lines.map((key): Line => {
      const c = place(key);
      const values = own.map((cells) => (cells[c]?.kind === 'number' ? cells[c].value : undefined));
      return { head: section.columns[c]?.head[lang] ?? key, values };
    });
    if (own.length < 2) return [];
    return [
      drawn(
        code,
        own.map((cells) => textOf(cells[at])),
        lines,
        lang,
      ),
    ];
  });
}

function drawn(currency: string, names: readonly string[], lines: readonly Line[], lang: Lang): Drawing {
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const step = stepOf(Math.max(1, ...known));
  const top = Math.ceil(Math.max(1, ...known) / step) * step;
  const x = (i: number): string => percent(FIRST + ((LAST - FIRST) * i) / Math.max(1, names.length - 1));
  const y = (value: number): number => Math.round((HEIGHT - FOOT - (Math.max(0, value) / top) * (HEIGHT - FOOT - 14)) * 10) / 10;
  const scale = Array.from({ length: top / step + 1 }, (_, i) => {
    const value = i * step;
    return `<line class="rule" x1="0" x2="100%" y1="${y(value)}" y2="${y(value)}"/><text class="small" x="0" y="${y(value) - 3}">${decimalFor(lang, value, 0)}</text>`;
  });
  // As many as have room on a phone; the last one always.
  const every = Math.ceil(names.length / 4);
  const months = names.flatMap((name, i) => {
    if (i % every !== (names.length - 1) % every) return [];
    const anchor = i === names.length - 1 ? 'end' : 'middle';
    return [`<text class="small" x="${x(i)}" y="${HEIGHT - 5}" text-anchor="${anchor}">${escapedHtml(visible(name))}</text>`];
  });
  const shapes = lines.map(({ values }, l) => {
    const pieces = values.map((value, i) => {
      const before = values[i - 1];
      if (value === undefined) return '';
      const dot = `<circle class="dot-${l + 1}" cx="${x(i)}" cy="${y(value)}" r="2.6"/>`;
      return before === undefined
        ? dot
        : `<line class="line line-${l + 1}" x1="${x(i - 1)}" x2="${x(i)}" y1="${y(before)}" y2="${y(value)}"/>${dot}`;
    });
    return pieces.join('');
  });
  const legend = lines.map(({ head, values }, l) => [`line-${l + 1}`, ended(head, lastOf(values, lang))[lang]] as const);
  const says = word(
    `From ${names[0]} to ${names.at(-1)}; at the end ${legend.map(([, text]) => text).join(', ')}. The table below has all figures.`,
    `De ${names[0]} à ${names.at(-1)} ; à la fin ${legend.map(([, text]) => text).join(', ')}. Le tableau ci-dessous donne tous les chiffres.`,
  );
  return { currency, legend, height: HEIGHT, says: says[lang], shapes: [...scale, ...months, ...shapes].join('') };
}

function ended(head: string, value: string): Word {
  return word(`${head}: ${value}`, `${head} : ${value}`);
}

/** Four or five marks of the scale at most, at round numbers. */
function stepOf(most: number): number {
  const size = 10 ** Math.floor(Math.log10(most / 4));
  return [1, 2, 5, 10].map((n) => n * Math.max(1, size)).find((step) => most / step <= 5) ?? size * 10;
}

function lastOf(values: readonly (number | undefined)[], lang: Lang): string {
  const last = values.at(-1);
  return last === undefined ? word('n/a', 'n. d.')[lang] : decimalFor(lang, last, 1);
}

function textOf(cell: ReturnType<Section['rows']['at']>[number] | undefined): string {
  return cell === undefined ? '' : shown(cell, 'en');
}
