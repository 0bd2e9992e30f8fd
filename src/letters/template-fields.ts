// Which names may a template use? Fields of a letter, `if` and `unless` of one, and other templates as parts; whatever else it names is told before the first letter is written.
import Handlebars from 'handlebars';
import { LEVELS } from '../policy/dunning.ts';
import { alwaysListsItems } from './template-items.ts';

/** Each is filled for every letter. */
export const FIELDS = [
  // Blocks of their own.
  'items',
  'amounts',
  'legs',
  'transfer',
  'signature',
  // Texts.
  'sender',
  'customer',
  'contact',
  'reference',
  'place',
  'date',
  'amount_due',
  'total',
  'apart',
  'interest',
  'indemnity',
  'indemnity_each',
  'contract_rate',
  'last_date',
  'days',
  'deadline',
  'iban',
  'bic',
  // Whether something is so.
  'claimed',
  'announced',
  'single',
  'newly_due',
  'consumer',
  'public',
  'sole_trader',
  'individual',
  'registered',
  'retention_of_title',
  'acceleration',
  'suspension',
] as const;
export type Field = (typeof FIELDS)[number];

/** Templates that are whole letters: one a level. */
const LETTERS: ReadonlySet<string> = new Set(LEVELS.map((level) => level.replace('_', '-')));
const HELPERS: ReadonlySet<string> = new Set(['if', 'unless']);

export type Mistake = {
  readonly name: string;
  readonly line: number;
  readonly value: string;
  readonly what: string;
  /** Of which names it may have been meant as one. */
  readonly known?: 'fields' | 'parts';
};

/** What stands in braces for who keeps the template, and in no letter. */
const COMMENT = /\{\{!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}/g;
export const NO_ITEMS = 'a letter by this template may go out without {{items}}, the list of what is owed';
const NO_TEMPLATE = 'there is no template of this name';

type Found = { readonly name: string; readonly text: string };

/** What is wrong with a template and its parts, in their order, and the texts of these by name. */
export function fieldMistakes(
  first: string,
  find: (name: string) => Found | undefined,
): { readonly mistakes: readonly Mistake[]; readonly partials: Readonly<Record<string, string>> } {
  const mistakes: Mistake[] = [];
  const partials: Record<string, string> = Object.create(null);
  const look = (found: Found, inside: readonly string[]): void => {
    const tree = treeOf(found, mistakes);
    if (tree === undefined) return;
    const names = new Names();
    names.accept(tree);
    const tell = (line: number, value: string, what: string): void => {
      mistakes.push({ name: found.name, line, value, what, ...(what === NO_TEMPLATE ? { known: 'parts' } : {}) });
    };
    for (const one of names.mistakes) mistakes.push({ name: found.name, ...one });
    for (const { line, value } of names.parts) {
      const part = find(value);
      if (part === undefined) tell(line, value, NO_TEMPLATE);
      else if (inside.includes(part.name)) tell(line, value, 'the template is a part of itself');
      else {
        partials[value] = part.text;
        look(part, [...inside, part.name]);
      }
    }
  };
  const found = find(first);
  if (found === undefined) mistakes.push({ name: first, line: 1, value: first, what: NO_TEMPLATE });
  else {
    look(found, [found.name]);
    // A part may say nothing, where its author wants it so: a letter of nothing is a mistake, and so is one that asks for money without saying for what.
    if (LETTERS.has(first) && mistakes.length === 0) {
      const what = mistakeOfLetter(found.text, partials);
      if (what !== undefined) mistakes.push({ name: found.name, line: 1, value: first, what });
    }
  }
  const told = new Set<string>();
  return { mistakes: mistakes.filter((one) => !told.has(JSON.stringify(one)) && told.add(JSON.stringify(one))), partials };
}

function mistakeOfLetter(text: string, partials: Readonly<Record<string, string>>): string | undefined {
  if (text.replace(COMMENT, '').trim() === '') return 'the template of a letter says nothing';
  return alwaysListsItems(text, (name) => partials[name]) ? undefined : NO_ITEMS;
}

function treeOf({ name, text }: Found, mistakes: Mistake[]): hbs.AST.Program | undefined {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(said)?.[1] ?? 1);
    mistakes.push({ name, line, value: text.split('\n')[line - 1] ?? '', what: 'what stands in braces here cannot be read' });
    return undefined;
  }
}

class Names extends Handlebars.Visitor {
  readonly mistakes: Omit<Mistake, 'name'>[] = [];
  readonly parts: { readonly line: number; readonly value: string }[] = [];

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (mustache.params.length > 0 || mustache.hash !== undefined) this.#refuse(mustache, mustache.path);
    else this.#field(mustache.path);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const [asked, ...more] = block.params;
    if (!HELPERS.has(block.path.original) || asked === undefined || more.length > 0) this.#refuse(block, block.path);
    else this.#field(asked);
    this.accept(block.program);
    if (block.inverse) this.accept(block.inverse);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const { name } = partial;
    if (name.type !== 'PathExpression' || partial.params.length > 0) this.#refuse(partial, name);
    else this.parts.push({ line: partial.loc.start.line, value: (name as hbs.AST.PathExpression).original });
  }

  override PartialBlockStatement(block: hbs.AST.PartialBlockStatement): void {
    this.#refuse(block, block.name);
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.#refuse(decorator, decorator.path);
  }

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    this.#refuse(block, block.path);
  }

  #field(expression: hbs.AST.Node): void {
    const name = originalOf(expression);
    if (FIELDS.some((field) => field === name)) return;
    this.mistakes.push({ line: expression.loc.start.line, value: name, what: 'there is no field of this name', known: 'fields' });
  }

  #refuse(at: hbs.AST.Node, of: hbs.AST.Node): void {
    this.mistakes.push({
      line: at.loc.start.line,
      value: originalOf(of),
      what: 'a template knows fields, {{#if field}}, {{#unless field}} and {{> template}}, and nothing else',
    });
  }
}

function originalOf(node: hbs.AST.Node): string {
  return 'original' in node ? String(node.original) : node.type;
}
