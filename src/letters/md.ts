// A document as Markdown. Whatever a text begins with or holds, it is read as text.
import { escaped, mdTable } from '../report/render/md.ts';
import { visible } from '../text/visible.ts';
import type { Block, Prose } from './prose.ts';

export function* proseMd({ lang, title, blocks }: Prose): Iterable<string> {
  yield `# ${inline(title)}\n`;
  for (const block of blocks) {
    if (block.kind === 'table') yield* mdTable(block.section, lang);
    else yield `\n${written(block)}`;
  }
}

function written(block: Exclude<Block, { kind: 'table' }>): string {
  switch (block.kind) {
    case 'heading':
      return `## ${inline(block.text)}\n`;
    case 'paragraph':
      return `${begun(block.text)}\n`;
    case 'lines':
      return `${block.lines.map(begun).join('  \n')}\n`;
    case 'fields':
      return block.rows.map(([name, said]) => `- **${inline(name)}** ${inline(said)}\n`).join('');
    case 'list':
      return block.items.map((item) => `- ${begun(item)}\n`).join('');
    case 'checklist':
      return block.items.map((item) => `- [ ] ${inline(item)}\n`).join('');
    case 'wording':
      return `> **${inline(block.text)}**\n`;
  }
}

function inline(text: string): string {
  return escaped(visible(text).trim());
}

/** At the beginning of a line some characters are markup that are none elsewhere: lists, rules, underlines of titles. */
function begun(text: string): string {
  return inline(text)
    .replace(/^[-=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
