// How is a measurement written down? A table of Markdown, and the numbers in it.

/** Columns whose heading begins with `>` stand to the right. */
export function table(headings, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(headings.map((heading) => heading.replace(/^>/, ''))),
    `|${headings.map((heading) => (heading.startsWith('>') ? '---:' : '---')).join('|')}|`,
    ...rows.map(line),
    '',
  ].join('\n');
}

export const count = (number) => Math.round(number).toLocaleString('en');

export const ms = (seconds) => `${(seconds * 1000).toFixed(seconds < 1 ? 1 : 0)}`;

/** Median and range, in ms. */
export const spread = (middle, times) => `${ms(middle)} (${ms(Math.min(...times))}–${ms(Math.max(...times))})`;

export const times = (factor) => factor.toFixed(2);

/** 2²⁰ bytes, the unit of ../shared/bench as well. */
export const mib = (bytes) => (bytes === undefined ? 'not measured' : (bytes / 2 ** 20).toFixed(1));
