// How does a letter as HTML look? As a sheet on a wide screen and on paper, with sender and address where an envelope shows them; in one column on a telephone. Light everywhere: it is a letter.
import { CLOSE_PRINT, MARGIN_BOTTOM, NOTE, PAY, SUMS, TABLE, USUAL_PRINT, widthIn } from './print-measure.ts';
import { ADDRESS_PRINTS, type AddressPrint, COLUMN, GEOMETRY, MARGIN_TOP, type Window } from './sheet.ts';

export function letterStyle(window: Window): string {
  const { address, sender, dated, sentBy } = GEOMETRY[window];
  const at = ({ x, y, width }: { readonly x: number; readonly y: number; readonly width?: number }): string =>
    `position: absolute; left: ${x - COLUMN.left}mm; top: ${y - MARGIN_TOP}mm;${width === undefined ? '' : ` width: ${width}mm;`}`;
  const placed = `.head { position: relative; min-height: ${102 - MARGIN_TOP}mm; }
.head:not(.long) .from { ${window === 'right' ? `width: ${sender.width}mm;` : at(sender)} }
${window === 'left' ? '.head:not(.long) > .logo { position: absolute; left: 0; top: 0; }\n' : ''}.head:not(.long) .to { ${at(address)} margin: 0; }
.head:not(.long) .dated { ${at(dated)} margin: 0; }
.head:not(.long) .by { ${at({ ...sentBy, width: window === 'right' ? 81 : sender.width })} margin: 0; }`;
  return `@page { size: A4; margin: ${MARGIN_TOP}mm 20mm ${MARGIN_BOTTOM}mm; @bottom-right { content: "Page " counter(page) "/" counter(pages); font: 7.5pt Arial, sans-serif; color: #555; } }
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: #e9ecef; }
body { margin: 0; color: #111; font: 10pt/1.42 "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; -webkit-text-size-adjust: 100%; }
main { background: #fff; }
p, h1, h2, ul, dl { margin: 0 0 .85em; overflow-wrap: anywhere; }
h1 { font-size: 1.1em; margin: 0; }
h2 { font-size: 1.05em; break-after: avoid; }
.label { color: #555; font-weight: normal; }
.about { margin-bottom: 1.5em; }
.logo { display: block; max-width: 55mm; max-height: 18mm; margin-bottom: 3mm; }
.from { font-size: .85em; line-height: 1.35; }
.from strong { font-size: 1.28em; }
.by { font-weight: bold; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.2em; }
dt { color: #555; }
dd { margin: 0; }
p:has(+ .pay), p:has(+ dl), p:has(+ .signature), .signature:has(+ p), tbody:last-of-type tr:last-child { break-after: avoid; }
.pay { display: flex; gap: 1.5em; justify-content: space-between; align-items: flex-start; break-inside: avoid; margin: .4em 0 1.2em; }
.pay dl { margin: 0; min-width: 0; }
.pay figure { margin: 0; width: 34mm; flex: none; }
.pay svg { display: block; width: ${PAY.squares}mm; height: ${PAY.squares}mm; margin: 0 auto; }
.pay figcaption { font-size: .75em; line-height: 1.25; text-align: center; color: #333; margin-top: .3em; }
table { width: 100%; border-collapse: collapse; margin: 0 0 .4em; font-size: ${TABLE.size}em; line-height: ${TABLE.leading}; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
thead { display: table-header-group; break-after: avoid; }
tfoot { display: table-row-group; font-weight: bold; }
tr, .rows tbody { break-inside: avoid; }
.rows tbody:not(:last-of-type) { break-after: page; }
th { text-align: left; vertical-align: bottom; border-bottom: 1.5px solid #111; }
td, tbody th { vertical-align: top; border-bottom: 1px solid #cfd4d8; font-weight: normal; overflow-wrap: anywhere; }
tbody:last-of-type tr:last-child > * { border-bottom: 1.5px solid #111; }
tfoot td { border: 0; font-weight: bold; }
th, td { padding: ${TABLE.padding}em ${TABLE.side}em; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
.right { text-align: right; }
td.right, td.day, .sums td { white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.sums { width: auto; min-width: 55%; margin: .9em 0 1.2em auto; break-inside: avoid; font-size: ${SUMS.size}em; }
.sums th { border-bottom: 1px solid #cfd4d8; }
.sums tr.strong > * { font-weight: bold; border-top: 2px solid #111; border-bottom: 0; font-size: 1.08em; }
.sums tbody tr:last-child > * { border-bottom: 0; }
.note { font-size: ${NOTE.size}em; color: #444; margin: 0 0 ${NOTE.gap}em; }
.note + p:not(.note) { margin-top: 1em; }
.check { list-style: "☐  "; }
.wording { font-weight: bold; }
.signature { break-inside: avoid; }
@media screen {
.rows .carried { display: none; }
}
@media screen and (min-width: 850px) {
main { width: 210mm; min-height: 297mm; margin: 8mm auto; padding: ${MARGIN_TOP}mm 20mm 22mm; box-shadow: 0 1px 6px #0003; }
${placed}
}
@media print {
html { background: none; }
body { font-size: ${USUAL_PRINT.size}pt; line-height: ${USUAL_PRINT.leading}; }
p, h1, h2, ul, dl { margin-bottom: ${USUAL_PRINT.gap}em; }
.close { font-size: ${CLOSE_PRINT.size}pt; line-height: ${CLOSE_PRINT.leading}; }
.close :is(p, h2, ul, dl):not(.note) { margin-bottom: ${CLOSE_PRINT.gap}em; }
.about { margin-bottom: 1em; }
.sums { margin: ${SUMS.above}em 0 ${SUMS.below}em auto; }
.pay { margin: ${PAY.above}em 0 ${PAY.below}em; }
.pay figure { width: ${PAY.figure}mm; }
.rows .carried { display: table-row; }
.rows .carried td { font-weight: bold; white-space: nowrap; }
${placed}
}
@media screen and (max-width: 849px) {
main { padding: 1.4rem 1.1rem 2rem; max-width: 42rem; margin: 0 auto; }
body { font-size: 1rem; }
.to { margin: 1.4em 0; padding-left: .8em; border-left: 3px solid #cfd4d8; font: inherit !important; }
.pay { flex-wrap: wrap; }
.pay figure { width: 10rem; margin: 0 auto; }
.pay svg { width: 9rem; height: 9rem; }
}
@media screen and (max-width: 600px) {
.rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.rows, .rows tbody, .rows tfoot, .rows tr, .rows td { display: block; }
.rows tr { border-bottom: 1.5px solid #111; padding: .4em 0; }
.rows td, .rows tbody:last-of-type tr:last-child > * { border: 0; padding: .12em 0; text-align: right; white-space: normal; }
.rows td[data-head]::before { content: attr(data-head); float: left; margin-right: 1em; color: #555; font-weight: normal; }
.rows td::after { content: ""; display: block; clear: both; }
.rows td:empty { display: none; }
.sums { width: 100%; }
}
`;
}

/** How an address fits its place, undefined where it does not; as far as a page can know that does not know its face. */
export function addressPrint(lines: readonly string[], window: Window): AddressPrint | undefined {
  const { width, height } = GEOMETRY[window].address;
  const mm = 25.4 / 72;
  const heightIn = ({ size, leading }: AddressPrint): number =>
    lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((widthIn(line) * size * mm) / width)), 0) * size * leading * mm;
  return ADDRESS_PRINTS.find((print) => heightIn(print) <= height);
}
