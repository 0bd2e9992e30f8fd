// Which words has a piece of Markdown? All of them, its marks left aside: on paper nothing can be clicked, so that an address is said; a comment is for who keeps the template.
import type { Token } from 'marked';

const COMMENT = /^\s*<!--[\s\S]*-->\s*$/;
const LINE_BREAK = /^<br ?\/?>$/i;

/** A line break is one that the template asks for: of its own lines a paragraph is made. */
export function said(token: Token): string {
  switch (token.type) {
    case 'br':
      return '\n';
    case 'html':
      if (COMMENT.test(token.raw)) return '';
      return LINE_BREAK.test(token.raw.trim()) ? '\n' : token.raw;
    case 'link': {
      const [text, address] = [inside(token), String(token['href'])];
      return [text, `mailto:${text}`, `http://${text}`].includes(address) ? text : `${text} (${address})`;
    }
    case 'list':
      return (token['items'] as readonly Token[]).map((item) => ` – ${said(item)}`).join('');
    case 'table':
      // Row by row, without the line below the headings and the bars at the edges.
      return token.raw
        .replace(/^[|: -]+\n/m, '')
        .replace(/^[ |]+|[ |]+$/gm, '')
        .trim();
    default:
      return 'tokens' in token && token.tokens !== undefined ? inside(token) : unescaped(flowing(textOf(token)));
  }
}

function inside(token: Token): string {
  return 'tokens' in token && token.tokens !== undefined ? token.tokens.map(said).join('') : textOf(token);
}

function textOf(token: Token): string {
  return 'text' in token ? String(token.text) : token.raw;
}

function flowing(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

/** Those that are written by hand. */
const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  euro: '€',
  pound: '£',
};

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|nbsp|euro|pound);/g, (whole, name: string) => SIGNS[name] ?? whole);
}
