// Which picture says more than the rows? The one a view names for its section; one a currency, and amounts of two never share a scale.
import type { Lang } from '../../../core/word.ts';
import type { Section } from '../../report.ts';
import { escapedHtml } from '../html-table.ts';
import { againstBars, stackedBars } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { linesOf } from './lines.ts';

export function* chartsHtml(section: Section, name: string, lang: Lang): Iterable<string> {
  const { chart } = section;
  if (chart === undefined || section.rows.count < 2) return;
  const drawings = drawingsOf(section, chart, lang);
  if (drawings.length > 0) yield '<div class="charts">\n';
  for (const [i, { currency, legend, height, says, shapes }] of drawings.entries()) {
    const id = `${name}-chart-${i + 1}`;
    const title = escapedHtml(`${chart.title[lang]} (${currency})`);
    const keys = legend.map(([look, text]) => `<li>${swatch(look)}${escapedHtml(text)}</li>`).join('');
    yield `<figure>\n<figcaption>${title}</figcaption>\n<ul class="legend">${keys}</ul>\n`;
    yield `<svg role="img" aria-labelledby="${id}-title ${id}-says" width="100%" height="${height}">`;
    yield `<title id="${id}-title">${title}</title><desc id="${id}-says">${escapedHtml(says)}</desc>${shapes}</svg>\n</figure>\n`;
  }
  if (drawings.length > 0) yield '</div>\n';
}

function drawingsOf(section: Section, chart: NonNullable<Section['chart']>, lang: Lang): readonly Drawing[] {
  switch (chart.kind) {
    case 'stacked':
      return stackedBars(section, chart, lang);
    case 'against':
      return againstBars(section, chart, lang);
    case 'lines':
      return linesOf(section, chart, lang);
  }
}

function swatch(look: string): string {
  const shape = look.startsWith('line')
    ? `<line class="line ${look}" x1="0" x2="100%" y1="50%" y2="50%"/>`
    : look === 'bound'
      ? '<line class="bound" x1="50%" x2="50%" y1="0" y2="100%"/>'
      : `<rect class="${look}" width="100%" height="100%"/>`;
  return `<svg aria-hidden="true" focusable="false">${shape}</svg>`;
}
