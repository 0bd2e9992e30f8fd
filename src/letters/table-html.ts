// A table of a letter as HTML: one table on a screen; on paper each page holds a part of it as a whole, with what its amounts come to so far at its foot and at the head of the next one.
import { assert } from '../core/assert.ts';
import type { Lang, Word } from '../core/word.ts';
import { notesOf, standsRight } from '../report/render/people.ts';
import type { Section } from '../report/report.ts';
import { BROUGHT_FORWARD, CARRIED_FORWARD, CarriedSums } from './carried.ts';
import { inlineHtml, plainHtml } from './html-text.ts';
import { isSums, type TableTexts, tableTexts } from './table-texts.ts';

/** `parts`: how many rows each page holds. */
export function tableHtml(whole: Section, lang: Lang, carried: readonly string[], parts: readonly number[]): string {
  const table = tableTexts(whole, lang);
  const { section } = table;
  const caption = `<caption>${plainHtml(section.title[lang])}</caption>\n`;
  if (isSums(table)) return sumsHtml(table.rows, caption);
  const heads = table.heads.map(plainHtml);
  const classOf = (i: number): string => {
    const kind = section.columns[i]?.kind ?? 'text';
    return standsRight(kind) || kind === 'rate' ? ' class="right"' : kind === 'day' ? ' class="day"' : '';
  };
  const row = (texts: readonly string[], mark = ''): string =>
    `<tr role="row"${mark}>${texts.map((text, i) => `<td role="cell"${classOf(i)}${text === '' ? '' : ` data-head="${heads[i]}"`}>${inlineHtml(text)}</td>`).join('')}</tr>\n`;
  const head = heads.map((text, i) => `<th role="columnheader" scope="col"${classOf(i)}>${text}</th>`).join('');
  const bodies = bodiesOf(table, lang, carried, parts, row).map((rows) => `<tbody role="rowgroup">\n${rows}</tbody>\n`);
  const totals = table.totals.map((texts) => row(texts)).join('');
  const notes = notesOf(section, 0, lang).map((note) => `<p class="note">${inlineHtml(note)}</p>\n`);
  return `<table role="table" class="rows">\n${caption}<thead role="rowgroup">\n<tr role="row">${head}</tr>\n</thead>\n${bodies.join('')}${totals === '' ? '' : `<tfoot role="rowgroup">\n${totals}</tfoot>\n`}</table>\n${notes.join('')}`;
}

/** The rows of each part; those of sums are hidden but on paper, also from who reads without the style. */
function bodiesOf(
  { section, cells, rows }: TableTexts,
  lang: Lang,
  carried: readonly string[],
  parts: readonly number[],
  row: (texts: readonly string[], mark?: string) => string,
): string[] {
  const sums = new CarriedSums(section, carried);
  const sumRow = (label: Word): string => row(sums.row(label, lang), ' class="carried" hidden');
  let from = 0;
  const bodies = parts.map((count, i) => {
    const before = i === 0 ? '' : sumRow(BROUGHT_FORWARD);
    const said = rows.slice(from, from + count).map((texts) => row(texts));
    for (const one of cells.slice(from, from + count)) sums.add(one);
    from += count;
    return before + said.join('') + (i === parts.length - 1 ? '' : sumRow(CARRIED_FORWARD));
  });
  assert(from === rows.length, `a table of ${rows.length} rows is parted in ${parts.join(' + ')}`);
  return bodies.length === 0 ? [''] : bodies;
}

/** Rows of a label, an amount and its currency; the last in the currency of the first is what is to be paid. */
function sumsHtml(rows: readonly (readonly string[])[], caption: string): string {
  const said = rows.map((texts) => texts.map(inlineHtml));
  const strong = said.findLastIndex(([, , currency]) => currency === said[0]?.[2]);
  const lines = said.map(
    ([label, amount, currency], i) =>
      `<tr${i === strong ? ' class="strong"' : ''}><th scope="row">${label}</th><td class="right">${amount}</td><td>${currency}</td></tr>\n`,
  );
  return `<table class="sums">\n${caption}<tbody>\n${lines.join('')}</tbody>\n</table>\n`;
}
