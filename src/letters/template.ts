// What does a template of ours say of one letter? Handlebars puts it together and marked's lexer takes its Markdown apart; what a ledger holds is put in afterwards, so that none of it is ever a template or markup.
import Handlebars from 'handlebars';
import { lexer, type Token, type Tokens } from 'marked';
import { type Lang, word } from '../core/word.ts';
import { type Block, heading, paragraph } from './prose.ts';
import { fieldMistakes, type Mistake } from './template-fields.ts';

/** Texts of templates by their names: `fr/uk/formal`. */
type Templates = (name: string) => string | undefined;

/** What a field holds: a text, blocks that stand on their own, or whether something is so. Empty is not so. */
export type FieldValue = string | boolean | readonly Block[];

export type Template = (values: Readonly<Record<string, FieldValue>>) => {
  readonly subject: string;
  readonly blocks: readonly Block[];
};

/** The template of a level in a language under a law, with its partials: those of the law go first. What is wrong with it is told instead. */
export function templateOf(templates: Templates, lang: Lang, law: string, level: string): Template | readonly Mistake[] {
  const find = (name: string): { readonly name: string; readonly text: string } | undefined => {
    for (const full of law === '' ? [`${lang}/${name}`] : [`${lang}/${law}/${name}`, `${lang}/${name}`]) {
      const text = templates(full);
      if (text !== undefined) return { name: full, text };
    }
    return undefined;
  };
  const { mistakes, partials } = fieldMistakes(level.replace('_', '-'), find);
  if (mistakes.length > 0) return mistakes;
  const text = find(level.replace('_', '-'))?.text ?? '';
  const bars = Handlebars.create();
  const how = { noEscape: true, strict: true, knownHelpersOnly: true };
  const run = bars.compile(text, how);
  for (const [part, said] of Object.entries(partials)) bars.registerPartial(part, bars.compile(said, how));
  // Nothing of a letter is in its Markdown, so that all letters of one shape have the same one: it is taken apart once.
  const shapes = new Map<string, readonly Token[]>();
  return (values) => {
    const held = Object.values(values);
    const context: Record<string, string | boolean> = Object.create(null);
    Object.entries(values).forEach(([name, value], at) => {
      const isEmpty = value === false || value.valueOf() === '' || (typeof value === 'object' && value.length === 0);
      context[name] = isEmpty ? '' : typeof value === 'boolean' ? value : `${OPEN}${at}${CLOSE}`;
    });
    const markdown = run(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    let tokens = shapes.get(markdown);
    if (tokens === undefined) shapes.set(markdown, (tokens = lexer(word(markdown, markdown)[lang])));
    return readTokens(tokens, held);
  };
}

/** Stands for a field's value while the Markdown is read: characters that no template has. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const HELD = /\ue000(\d+)\ue001/g;

function readTokens(tokens: readonly Token[], held: readonly FieldValue[]): ReturnType<Template> {
  let subject = '';
  const blocks: Block[] = [];
  for (const token of tokens) {
    if (token.type === 'heading' && token['depth'] === 1 && subject === '') subject = filled(inlineText(token), held);
    else blocks.push(...blocksOf(token, held));
  }
  return { subject, blocks };
}

function blocksOf(token: Token, held: readonly FieldValue[]): Block[] {
  switch (token.type) {
    case 'space':
    case 'hr':
      return [];
    case 'heading':
      return [heading(filled(inlineText(token), held))];
    case 'blockquote':
      return [{ kind: 'wording', text: filled(inlineText(token), held) }];
    case 'list':
      return listed(token as Tokens.List, held);
    default:
      return paragraphs(inlineText(token), held);
  }
}

/** Numbers are said: what follows may speak of point 2. */
function listed({ ordered, start, items: all }: Tokens.List, held: readonly FieldValue[]): Block[] {
  const items = all.map((item) => filled(inlineText(item), held));
  if (!ordered) return [{ kind: 'list', items }];
  return items.map((item, i) => paragraph(`${Number(start) + i}. ${item}`));
}

/** Text around blocks: each of these stands on its own. */
function paragraphs(text: string, held: readonly FieldValue[]): Block[] {
  const found: Block[] = [];
  let at = 0;
  const push = (part: string): void => {
    const said = filled(part, held).trim();
    if (said !== '') found.push(paragraph(said));
  };
  for (const match of text.matchAll(HELD)) {
    const value = held[Number(match[1])];
    if (typeof value !== 'object') continue;
    push(text.slice(at, match.index));
    found.push(...value);
    at = match.index + match[0].length;
  }
  push(text.slice(at));
  return found;
}

/** The words of a piece of Markdown, its marks left aside; on paper nothing can be clicked, so that an address is said. */
function inlineText(token: Token): string {
  if (token.type === 'link' && !String(token['href']).endsWith(String(token['text'])))
    return `${token['text']} (${token['href']})`;
  if ('tokens' in token && token.tokens !== undefined)
    return token.tokens
      .map(inlineText)
      .join('')
      .replace(/\s*\n\s*/g, ' ');
  if (token.type === 'br') return ' ';
  return 'text' in token ? token.text : token.raw;
}

function filled(text: string, held: readonly FieldValue[]): string {
  return text.replace(HELD, (_, index: string) => {
    const value = held[Number(index)];
    return typeof value === 'string' ? value : '';
  });
}
