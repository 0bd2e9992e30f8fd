// A letter as one page of HTML: prints as a letter, reads on a telephone, and asks for nothing from elsewhere. No text of a ledger is markup.
import { type Lang, word } from '../core/word.ts';
import { inlineHtml, plainHtml } from './html-text.ts';
import type { LetterProse } from './letter-prose.ts';
import { addressPrint, letterStyle } from './letter-style.ts';
import type { Logo } from './logo.ts';
import { printPages } from './print-pages.ts';
import { type Block, paymentRows } from './prose.ts';
import { QUIET, squaresOf } from './qr.ts';
import type { Window } from './sheet.ts';
import { tableHtml } from './table-html.ts';

type Paper = { readonly window: Window; readonly logo: Logo | undefined };

export function letterHtml(prose: LetterProse, paper: Paper): string {
  const { lang, title, head, reference, body } = prose;
  const { window, logo } = paper;
  const isLong = addressPrint(head.debtor, window) === undefined;
  const { isClose, parts } = printPages(prose, { window, isLong, hasLogo: logo !== undefined });
  const said = body.map((block, i) => blockHtml(block, lang, parts.get(i))).join('');
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainHtml(`${title} – ${reference}`)}</title>
<style>
${letterStyle(window)}</style>
</head>
<body>
<main>
${headHtml(head, lang, paper)}${isClose ? `<div class="close">\n${said}</div>\n` : said}</main>
</body>
</html>
`;
}

function headHtml({ sender, debtor, dated, sentBy, about }: LetterProse['head'], lang: Lang, { window, logo }: Paper): string {
  const picture = logo === undefined ? '' : `<img class="logo" src="${logo.url}" alt="${plainHtml(sender[0] ?? '')}">\n`;
  const [name = '', ...lines] = sender;
  const [[label, subject] = ['', ''], ...more] = about;
  const colon = colonOf(lang);
  const print = addressPrint(debtor, window);
  return `<header>
<div class="head${print === undefined ? ' long' : ''}">
${window === 'left' ? picture : ''}<div class="from">
${window === 'right' ? picture : ''}<p>${[`<strong>${inlineHtml(name)}</strong>`, ...lines.map(inlineHtml)].join('<br>\n')}</p>
</div>
<p class="to" style="font-size: ${print?.size ?? 7}pt; line-height: ${print?.leading ?? 1.24}">${debtor.map(inlineHtml).join('<br>\n')}</p>
<p class="dated">${inlineHtml(dated)}</p>
${sentBy === '' ? '' : `<p class="by">${inlineHtml(sentBy)}</p>\n`}</div>
<div class="about">
<h1><span class="label">${inlineHtml(label)}${colon}</span> ${inlineHtml(subject)}</h1>
${more.map(([named, said]) => `<div><span class="label">${inlineHtml(named)}${colon}</span> ${inlineHtml(said)}</div>\n`).join('')}</div>
</header>
`;
}

function blockHtml(block: Block, lang: Lang, parts: readonly number[] = []): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${inlineHtml(block.text)}</h2>\n`;
    case 'paragraph':
      return `<p>${inlineHtml(block.text)}</p>\n`;
    case 'lines':
      return `<p class="signature">${block.lines.map(inlineHtml).join('<br>\n')}</p>\n`;
    case 'wording':
      return `<p class="wording">${inlineHtml(block.text)}</p>\n`;
    case 'list':
      return listHtml('<ul>', block.items);
    case 'checklist':
      return listHtml('<ul class="check">', block.items);
    case 'fields':
      return fieldsHtml(block, lang);
    case 'table':
      return tableHtml(block.section, lang, block.carried ?? [], parts);
  }
}

function listHtml(opening: string, items: readonly string[]): string {
  return `${opening}\n${items.map((item) => `<li>${inlineHtml(item)}</li>\n`).join('')}</ul>\n`;
}

function fieldsHtml(block: Block & { kind: 'fields' }, lang: Lang): string {
  const { code } = block;
  const rows = paymentRows(block);
  const list = `<dl>\n${rows.map(([name, said]) => `<dt>${inlineHtml(name)}${colonOf(lang)}</dt><dd>${inlineHtml(said)}</dd>\n`).join('')}</dl>\n`;
  if (code === undefined) return list;
  return `<div class="pay">\n${list}<figure>\n${svgOf(code.payload, code.says)}<figcaption>${inlineHtml(code.says)}</figcaption>\n</figure>\n</div>\n`;
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
  return `<svg role="img" aria-label="${plainHtml(says)}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${strokes.join('')}"/></svg>\n`;
}

const SPACED = word(':', '\u00a0:');

function colonOf(lang: Lang): string {
  return SPACED[lang];
}
