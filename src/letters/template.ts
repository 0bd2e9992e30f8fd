// What does a template of ours say of one letter? Handlebars puts it together and marked's lexer takes its Markdown apart; what a ledger holds is put in afterwards, so that none of it is ever a template or markup.
import Handlebars from 'handlebars';
import { lexer, type Token, type Tokens } from 'marked';
import { type Lang, word } from '../core/word.ts';
import { type Block, heading, paragraph } from './prose.ts';
import { fieldMistakes, type Mistake } from './template-fields.ts';
import { said } from './template-words.ts';

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
    if (token.type === 'heading' && token['depth'] === 1 && subject === '') {
      // What is no text stands below it.
      for (const part of filled(said(token), held)) {
        if (isText(part) && subject === '') subject = part.join(' ');
        else blocks.push(asBlock(part));
      }
    } else blocks.push(...blocksOf(token, held));
  }
  return { subject, blocks };
}

function blocksOf(token: Token, held: readonly FieldValue[]): Block[] {
  const each = (of: (text: string) => Block): Block[] =>
    filled(said(token), held).map((part) => (isText(part) ? of(part.join(' ')) : part));
  switch (token.type) {
    case 'space':
    case 'hr':
      return [];
    case 'heading':
      return each(heading);
    case 'blockquote':
      return each((text) => ({ kind: 'wording', text }));
    case 'list':
      return listed(token as Tokens.List, held);
    default:
      return filled(said(token), held).map(asBlock);
  }
}

/** Numbers are said: what follows may speak of point 2. */
function listed({ ordered, start, items: all }: Tokens.List, held: readonly FieldValue[]): Block[] {
  const blocks: Block[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) blocks.push({ kind: 'list', items: run });
    run = [];
  };
  for (const [i, item] of all.entries()) {
    for (const part of filled(said(item), held)) {
      if (isText(part) && !ordered) run.push(part.join(' '));
      else {
        flush();
        blocks.push(isText(part) ? paragraph(`${Number(start) + i}. ${part.join(' ')}`) : part);
      }
    }
  }
  flush();
  return blocks;
}

/** What is put in: lines of text, and between them blocks that stand on their own. */
type Part = readonly string[] | Block;

function isText(part: Part): part is readonly string[] {
  return Array.isArray(part);
}

/** Only a template breaks lines; what is put in breaks none. */
function filled(text: string, held: readonly FieldValue[]): Part[] {
  const parts: Part[] = [];
  let lines = [''];
  const flush = (): void => {
    const kept = lines.map((line) => line.trim()).filter((line) => line !== '');
    if (kept.length > 0) parts.push(kept);
    lines = [''];
  };
  const add = (more: string): void => void lines.push(`${lines.pop()}${more}`);
  text.split(HELD).forEach((piece, i) => {
    const value = i % 2 === 0 ? piece : held[Number(piece)];
    if (typeof value === 'object') {
      flush();
      parts.push(...value);
    } else if (i % 2 === 1) add(typeof value === 'string' ? value : '');
    else
      for (const [n, line] of piece.split('\n').entries()) {
        if (n > 0) lines.push('');
        add(line);
      }
  });
  flush();
  return parts;
}

function asBlock(part: Part): Block {
  if (!isText(part)) return part;
  return part.length > 1 ? { kind: 'lines', lines: part } : paragraph(part[0] ?? '');
}
