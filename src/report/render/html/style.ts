// What does a page look like? Dark ink on white by day, the other way round by night, on paper always by day; figures that stand below one another;
// colours only where they mean something, each with a contrast of at least 4.5 to 1 as text and 3 to 1 as a shape.
import { LETTER_RULES } from './paper.ts';

export const STYLE = `:root {
  color-scheme: light dark;
  --ground: #fff; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --head: #16324f; --band: #f3f6f9; --focus: #0b63c4;
  --calm-1: #2f78ab; --calm-2: #5588ad; --calm-3: #6f8a9e; --late-1: #b07d12; --late-2: #c5620f; --late-3: #c03a1e; --late-4: #9c1f35; --late-5: #6d1532; --credit: #6b7f3a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #12161b; --ink: #e6eaee; --quiet: #a3adb8; --line: #343c46; --head: #cfe3f5; --band: #1b2128; --focus: #7cc0ff;
    --calm-1: #5aa9dd; --calm-2: #86b7d6; --calm-3: #a9bfce; --late-1: #dcae3f; --late-2: #ec9344; --late-3: #f0705a; --late-4: #e0567a; --late-5: #c46bb0; --credit: #a9bd6d;
  }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--ground); font: 15px/1.45 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
main { max-width: 110rem; margin: 0 auto; padding: 1.5rem 1.5rem 3rem; }
h1, h2, p, li, dt, dd, figcaption { overflow-wrap: anywhere; }
h1 { margin: 0 0 1.2rem; padding-bottom: .5rem; border-bottom: 2px solid var(--head); color: var(--head); font-size: 1.65rem; line-height: 1.25; font-weight: 650; }
h2 { margin: 2.4rem 0 .8rem; color: var(--head); font-size: 1.15rem; line-height: 1.3; font-weight: 650; break-after: avoid; }
.headline { display: flex; flex-wrap: wrap; gap: .8rem 1rem; margin: 0 0 1.4rem; }
.headline dl { display: flex; flex-wrap: wrap; gap: .6rem 1.4rem; margin: 0; padding: .7rem 1rem; background: var(--band); border-radius: 6px; }
.headline dt { color: var(--quiet); font-size: .82rem; }
.headline dd { margin: 0; font-size: 1.2rem; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 23rem), 1fr)); gap: 1.4rem 2.4rem; margin: 0 0 1.8rem; }
figure { max-width: 52rem; margin: 0; break-inside: avoid; }
figcaption { margin: 0 0 .4rem; font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 0 0 .6rem; padding: 0; list-style: none; color: var(--quiet); font-size: .85rem; }
.legend svg { width: 1.7em; height: .75em; margin-right: .4em; }
figure > svg { display: block; width: 100%; overflow: visible; }
svg text { fill: var(--ink); font-size: 12.5px; font-variant-numeric: tabular-nums; }
svg .small { fill: var(--quiet); font-size: 11px; }
svg .rule { stroke: var(--line); stroke-width: 1; }
svg .zero { stroke: var(--quiet); stroke-width: 1; }
svg .room { fill: none; stroke: var(--quiet); stroke-width: 1; }
svg .bound { stroke: var(--ink); stroke-width: 2.5; }
${['calm-1', 'calm-2', 'calm-3', 'late-1', 'late-2', 'late-3', 'late-4', 'late-5', 'credit'].map((one) => `svg .${one} { fill: var(--${one}); }`).join('\n')}
svg .line { fill: none; stroke-width: 2.25; stroke-linecap: round; }
svg .line-1 { stroke: var(--calm-1); } svg .line-2 { stroke: var(--late-2); stroke-dasharray: 7 4; } svg .line-3 { stroke: var(--credit); stroke-dasharray: 2 4; }
svg .dot-1 { fill: var(--calm-1); } svg .dot-2 { fill: var(--late-2); } svg .dot-3 { fill: var(--credit); }
.frame { overflow-x: auto; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.frame:focus-visible, thead [role]:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
thead [role]:focus-visible { outline-offset: 2px; }
table { width: 100%; border-collapse: separate; border-spacing: 0; font-size: .82rem; line-height: 1.35; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .36rem .45rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); white-space: nowrap; }
thead th { padding-top: .5rem; padding-bottom: .5rem; vertical-align: bottom; white-space: normal; background: var(--band); border-bottom: 1.5px solid var(--head); color: var(--head); font-weight: 600; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
tbody th { font-weight: 400; }
tbody tr:last-child > * { border-bottom: 0; }
tbody tr:hover > * { background: var(--band); }
tfoot > tr > * { font-weight: 650; border-bottom: 0; }
tfoot > tr:first-child > * { border-top: 1.5px solid var(--head); }
.r { text-align: right; }
thead .n { white-space: nowrap; }
td.r, td[data-v] { font-variant-numeric: tabular-nums; }
.t, .x { white-space: normal; overflow-wrap: anywhere; }
tbody .t, tfoot .t { min-width: 11rem; }
tbody .x, tfoot .x { min-width: 17rem; }
thead [role] { cursor: pointer; }
thead [role]:hover { text-decoration: underline; }
[aria-sort] [role]::after { content: "\u00a0\u2191"; }
[aria-sort="descending"] [role]::after { content: "\u00a0\u2193"; }
.notes { margin: .8rem 0 0; padding: 0; list-style: none; color: var(--quiet); font-size: .85rem; }
.notes li, .note { max-width: 78rem; margin: .15rem 0; }
.note { color: var(--quiet); }
.control ul { margin: 0; padding: 0; list-style: none; font-variant-numeric: tabular-nums; font-size: .92rem; }
.control h2 { margin-bottom: .4rem; }
@media screen and (max-width: 40rem) {
  main { padding: 1rem 1rem 2rem; }
  h1 { font-size: 1.35rem; }
  .headline dl { width: 100%; }
  tbody .t, tfoot .t { min-width: 8.5rem; }
  tbody .x, tfoot .x { min-width: 14rem; }
  tbody th.t, tbody th.x { min-width: 7rem; }
  tbody th:first-child, tfoot th:first-child { position: sticky; left: 0; max-width: 9rem; white-space: normal; overflow-wrap: anywhere; background: var(--ground); border-right: 1px solid var(--line); }
}
@media print {
  :root { color-scheme: light; font-size: 8.5pt; }
  body { font-size: 8.5pt; }
  svg text { font-size: 10.5px; }
  svg .small { font-size: 9.5px; }
  tbody tr:first-child { break-before: avoid; }
  main { max-width: none; padding: 0; }
  h1 { margin-bottom: 4mm; font-size: 15pt; }
  .headline { gap: 2mm 4mm; margin-bottom: 4mm; }
  .headline dl { gap: 1mm 6mm; padding: 1.5mm 3mm; }
  .headline dt { font-size: 7.5pt; }
  .headline dd { font-size: 11pt; }
  h2 { margin-top: 14pt; font-size: 11pt; }
  .frame { overflow: visible; border: 0; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr { break-inside: avoid; }
  table { font-size: 8.5pt; }
  th, td { padding: .22em .4em; }
  tbody .t, tfoot .t { min-width: 8em; }
  tbody .x, tfoot .x { min-width: 13em; }
  thead [role]::after { content: none; }
  ${LETTER_RULES}
  .headline dl, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .charts { grid-template-columns: repeat(auto-fit, minmax(80mm, 1fr)); gap: 4mm 8mm; }
}
`;
