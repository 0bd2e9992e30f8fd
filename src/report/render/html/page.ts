// A report as a page of HTML that stands alone: no request leaves it, no text of a ledger is markup, and all of it is there without its script. It reads
// on a screen of any width, by day and by night, and prints.
import { createHash } from 'node:crypto';
import type { Lang } from '../../../core/word.ts';
import { word } from '../../../core/word.ts';
import { visible } from '../../../text/visible.ts';
import { escapedHtml } from '../html-table.ts';
import { controlLines, forPeople } from '../people.ts';
import type { Render } from '../renderer.ts';
import { chartsHtml } from './charts.ts';
import { headlineHtml } from './headline.ts';
import { lettersOf, type Paper, pageSize, paperOf } from './paper.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { tableHtml } from './table.ts';

const CONTROL = word('Control', 'Contrôle');

export const html: Render = function* (report, { lang }) {
  const title = told(report.title[lang]);
  const sections = report.sections.map(forPeople);
  const papers = sections.map((section) => paperOf(section, lang));
  yield* head(title, papers, lang);
  yield `<body>\n<main>\n<h1>${title}</h1>\n`;
  for (const [i, section] of sections.entries()) {
    const name = `s${i + 1}`;
    const paper = papers[i] as Paper;
    const isNamed = section.title[lang] !== report.title[lang];
    yield '<section>\n';
    if (isNamed) yield `<h2>${told(section.title[lang])}</h2>\n`;
    if (i === 0) yield headlineHtml(section, lang);
    yield* chartsHtml(section, name, lang);
    yield* tableHtml(section, paper, lettersOf(paper, papers), name, lang);
    yield '</section>\n';
  }
  const control = controlLines(report, lang);
  if (control.length > 0) {
    const lines = control.map((line) => `<li>${told(line)}</li>\n`).join('');
    yield `<section class="control">\n<h2>${CONTROL[lang]}</h2>\n<ul>\n${lines}</ul>\n</section>\n`;
  }
  yield `</main>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`;
};

/** What the page may do is said by what it holds: this style, this script, and nothing from elsewhere. */
function* head(title: string, papers: readonly Paper[], lang: Lang): Iterable<string> {
  const style = `@page { ${pageSize(papers)} }\n${STYLE}`;
  yield `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function told(text: string): string {
  return escapedHtml(visible(text));
}
