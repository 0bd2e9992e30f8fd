// A letter as one page of HTML: prints as a letter, reads on a telephone, and asks for nothing from elsewhere. No text of a ledger is markup.
import { type Lang, word } from '../core/word.ts';
import { escapedHtml } from '../report/render/html-table.ts';
import { forPeople, notesOf, shown, standsRight } from '../report/render/people.ts';
import type { Cell, Section } from '../report/report.ts';
import { FROM_RIGHT } from '../text/direction.ts';
import { visible } from '../text/visible.ts';
import type { LetterProse } from './letter-prose.ts';
import { addressPrint, letterStyle } from './letter-style.ts';
import type { Logo } from './logo.ts';
import { type Block, paymentRows } from './prose.ts';
import { QUIET, squaresOf } from './qr.ts';
import type { Window } from './sheet.ts';

type Paper = { readonly window: Window; readonly logo: Logo | undefined };

export function letterHtml(prose: LetterProse, paper: Paper): string {
  const { lang, title, head, reference, body } = prose;
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(`${title} – ${reference}`)}</title>
<style>
${letterStyle(paper.window)}</style>
</head>
<body>
<main>
${headHtml(head, lang, paper)}${body.map((block) => blockHtml(block, lang)).join('')}</main>
</body>
</html>
`;
}

function headHtml({ sender, debtor, dated, sentBy, about }: LetterProse['head'], lang: Lang, { window, logo }: Paper): string {
  const picture = logo === undefined ? '' : `<img class="logo" src="${logo.url}" alt="${plain(sender[0] ?? '')}">\n`;
  const [name = '', ...lines] = sender;
  const [[label, subject] = ['', ''], ...more] = about;
  const colon = colonOf(lang);
  const print = addressPrint(debtor, window);
  return `<header>
<div class="head${print === undefined ? ' long' : ''}">
${window === 'left' ? picture : ''}<div class="from">
${window === 'right' ? picture : ''}<p>${[`<strong>${inline(name)}</strong>`, ...lines.map(inline)].join('<br>\n')}</p>
</div>
<p class="to" style="font-size: ${print?.size ?? 7}pt; line-height: ${print?.leading ?? 1.24}">${debtor.map(inline).join('<br>\n')}</p>
<p class="dated">${inline(dated)}</p>
${sentBy === '' ? '' : `<p class="by">${inline(sentBy)}</p>\n`}</div>
<div class="about">
<h1><span class="label">${inline(label)}${colon}</span> ${inline(subject)}</h1>
${more.map(([named, said]) => `<div><span class="label">${inline(named)}${colon}</span> ${inline(said)}</div>\n`).join('')}</div>
</header>
`;
}

function blockHtml(block: Block, lang: Lang): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${inline(block.text)}</h2>\n`;
    case 'paragraph':
      return `<p>${inline(block.text)}</p>\n`;
    case 'lines':
      return `<p class="signature">${block.lines.map(inline).join('<br>\n')}</p>\n`;
    case 'wording':
      return `<p class="wording">${inline(block.text)}</p>\n`;
    case 'list':
      return listHtml('<ul>', block.items);
    case 'checklist':
      return listHtml('<ul class="check">', block.items);
    case 'fields':
      return fieldsHtml(block, lang);
    case 'table':
      return tableHtml(block.section, lang);
  }
}

function listHtml(opening: string, items: readonly string[]): string {
  return `${opening}\n${items.map((item) => `<li>${inline(item)}</li>\n`).join('')}</ul>\n`;
}

function fieldsHtml(block: Block & { kind: 'fields' }, lang: Lang): string {
  const { code } = block;
  const rows = paymentRows(block);
  const list = `<dl>\n${rows.map(([name, said]) => `<dt>${inline(name)}${colonOf(lang)}</dt><dd>${inline(said)}</dd>\n`).join('')}</dl>\n`;
  if (code === undefined) return list;
  return `<div class="pay">\n${list}<figure>\n${svgOf(code.payload, code.says)}<figcaption>${inline(code.says)}</figcaption>\n</figure>\n</div>\n`;
}

/** Dark squares of a row that touch are one stroke. */
function svgOf(payload: string, says: string): string {
  const squares = squaresOf(payload);
  const side = squares.length + 2 * QUIET;
  const strokes = squares.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: { length }, index }) => `M${index + QUIET} ${y + QUIET}h${length}v1h-${length}z`),
  );
  return `<svg role="img" aria-label="${plain(says)}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${strokes.join('')}"/></svg>\n`;
}

function tableHtml(whole: Section, lang: Lang): string {
  const section = forPeople(whole);
  const rows = Array.from({ length: section.rows.count }, (_, i) => section.rows.at(i));
  const heads = section.columns.map(({ head }) => plain(head[lang]));
  const caption = `<caption>${plain(section.title[lang])}</caption>\n`;
  if (heads.every((head) => head === '')) return sumsHtml(rows, caption, lang);
  const classOf = (i: number): string => {
    const kind = section.columns[i]?.kind ?? 'text';
    return standsRight(kind) || kind === 'rate' ? ' class="right"' : kind === 'day' ? ' class="day"' : '';
  };
  const row = (cells: readonly Cell[]): string =>
    `<tr role="row">${cells.map((cell, i) => `<td role="cell"${classOf(i)}${shown(cell, lang) === '' ? '' : ` data-head="${heads[i]}"`}>${inline(shown(cell, lang))}</td>`).join('')}</tr>\n`;
  const head = heads.map((text, i) => `<th role="columnheader" scope="col"${classOf(i)}>${text}</th>`).join('');
  const totals = section.totals.map(({ cells }) => row(cells)).join('');
  const notes = notesOf(section, 0, lang).map((note) => `<p class="note">${inline(note)}</p>\n`);
  return `<table role="table" class="rows">\n${caption}<thead role="rowgroup">\n<tr role="row">${head}</tr>\n</thead>\n<tbody role="rowgroup">\n${rows.map(row).join('')}</tbody>\n${totals === '' ? '' : `<tfoot role="rowgroup">\n${totals}</tfoot>\n`}</table>\n${notes.join('')}`;
}

/** Rows of a label, an amount and its currency; the last in the currency of the first is what is to be paid. */
function sumsHtml(rows: readonly (readonly Cell[])[], caption: string, lang: Lang): string {
  const said = rows.map((cells) => cells.map((cell) => inline(shown(cell, lang))));
  const strong = said.findLastIndex(([, , currency]) => currency === said[0]?.[2]);
  const lines = said.map(
    ([label, amount, currency], i) =>
      `<tr${i === strong ? ' class="strong"' : ''}><th scope="row">${label}</th><td class="right">${amount}</td><td>${currency}</td></tr>\n`,
  );
  return `<table class="sums">\n${caption}<tbody>\n${lines.join('')}</tbody>\n</table>\n`;
}

const SPACED = word(':', '\u00a0:');

function colonOf(lang: Lang): string {
  return SPACED[lang];
}

function plain(text: string): string {
  return escapedHtml(visible(text).trim());
}

/** What is written from the right does not turn round what stands beside it. */
function inline(text: string): string {
  return FROM_RIGHT.test(text) ? `<bdi>${plain(text)}</bdi>` : plain(text);
}
