// A document as a page of HTML that stands alone and prints on A4: no script, nothing from elsewhere, and no text that is markup.
import { escapedHtml, htmlTable } from '../report/render/html-table.ts';
import { visible } from '../text/visible.ts';
import type { Block, Prose } from './prose.ts';

const STYLE = `@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; color: #1b1f24; background: #fff; font: 11pt/1.45 "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
h1, h2, p, li, dd { overflow-wrap: anywhere; }
h1 { font-size: 1.5em; line-height: 1.25; margin: 0 0 1em; padding-bottom: .4em; border-bottom: 2px solid #1b1f24; }
h2 { font-size: 1.1em; margin: 1.7em 0 .5em; break-after: avoid; }
p, ul, dl { margin: .5em 0; }
ul { padding-left: 1.3em; }
li { margin: .2em 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15em 1.2em; }
dt { color: #57606a; }
dd { margin: 0; }
table { width: 100%; margin: .6em 0; border-collapse: collapse; font-size: .8em; line-height: 1.3; }
thead { display: table-header-group; }
tfoot { display: table-row-group; font-weight: bold; }
tr { break-inside: avoid; }
th { text-align: left; vertical-align: bottom; border-bottom: 1.5px solid #1b1f24; }
td { vertical-align: top; border-bottom: 1px solid #d0d7de; }
td.long { overflow-wrap: anywhere; }
th, td { padding: .3em .45em; }
tfoot td { border-top: 1.5px solid #1b1f24; border-bottom: 0; }
.right { text-align: right; }
td.right, td.day { white-space: nowrap; font-variant-numeric: tabular-nums; }
.across { margin-left: 50%; }
.note { color: #57606a; font-size: .85em; }
.check { list-style: none; padding-left: 0; break-inside: avoid; }
.check li { padding-left: 1.9em; text-indent: -1.9em; margin: .4em 0; }
.check li::before { content: ""; display: inline-block; width: .9em; height: .9em; margin-right: 1em; border: 1px solid #1b1f24; vertical-align: -.1em; }
.wording { margin: 1em 0; padding: .8em 1em; border: 2px solid #1b1f24; font-weight: bold; break-inside: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; } }
`;

export function* proseHtml({ lang, title, blocks }: Prose): Iterable<string> {
  yield `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inline(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<h1>${inline(title)}</h1>
`;
  for (const block of blocks) {
    if (block.kind === 'table') yield* htmlTable(block.section, lang);
    else yield written(block);
  }
  yield '</body>\n</html>\n';
}

function written(block: Exclude<Block, { kind: 'table' }>): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${inline(block.text)}</h2>\n`;
    case 'paragraph':
      return `<p>${inline(block.text)}</p>\n`;
    case 'lines':
      return `<p${block.across === true ? ' class="across"' : ''}>${block.lines.map(inline).join('<br>\n')}</p>\n`;
    case 'fields':
      return `<dl>\n${block.rows.map(([name, said]) => `<dt>${inline(name)}</dt><dd>${inline(said)}</dd>\n`).join('')}</dl>\n`;
    case 'list':
      return list('<ul>', block.items);
    case 'checklist':
      return list('<ul class="check">', block.items);
    case 'wording':
      return `<p class="wording">${inline(block.text)}</p>\n`;
  }
}

function list(opening: string, items: readonly string[]): string {
  return `${opening}\n${items.map((item) => `<li>${inline(item)}</li>\n`).join('')}</ul>\n`;
}

function inline(text: string): string {
  return escapedHtml(visible(text).trim());
}
