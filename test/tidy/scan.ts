// Which parts of a source file are code, which are comment and which are literal? A small lexer, enough for our TypeScript:
// the TypeScript package no longer offers its own, and the rules need no more than this.

export type Source = { readonly path: string; readonly text: string };

/** Both views are as long as the text, line for line, so that a place in one is a place in the others. */
export type Scan = {
  /** The text with its comments blanked. */
  readonly code: string;
  /** The text with its comments and the insides of strings, templates and regular expressions blanked. */
  readonly bare: string;
};

const LEXEME =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<quoted>'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*")|(?<pattern>\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*)|(?<space>\s+)|(?<token>[\w$]+|[\s\S])/y;

/** After these words a slash opens a regular expression; after any other word, a number or a closing bracket it divides. */
const BEFORE_PATTERN = /^(?:return|typeof|case|in|of|void|delete|throw|else|do|await|yield|[^\w$)\]}])$/;

const scans = new WeakMap<Source, Scan>();

/** The two views of a source, worked out once. */
export function scan(source: Source): Scan {
  const known = scans.get(source);
  if (known !== undefined) return known;
  const made = views(source.text);
  scans.set(source, made);
  return made;
}

function views(text: string): Scan {
  let code = '';
  let bare = '';
  let previous = '(';
  // One entry for each template we are inside of: how many braces stand open in its `${…}`; -1 while in its text.
  const templates: number[] = [];
  let at = 0;
  const keep = (piece: string, shown = piece): void => {
    code += piece;
    bare += shown;
    at += piece.length;
  };

  while (at < text.length) {
    if (templates.at(-1) === -1) {
      const piece = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*/y;
      piece.lastIndex = at;
      const inside = piece.exec(text)?.[0] ?? '';
      keep(inside, blank(inside));
      if (text.startsWith('${', at)) {
        templates[templates.length - 1] = 0;
        keep('${');
        previous = '{';
      } else {
        templates.pop();
        keep(text.slice(at, at + 1));
        previous = ')';
      }
      continue;
    }
    LEXEME.lastIndex = at;
    const { comment, quoted, pattern, space, token } = LEXEME.exec(text)?.groups ?? {};
    if (comment !== undefined) {
      code += blank(comment);
      bare += blank(comment);
      at += comment.length;
    } else if (space !== undefined) {
      keep(space);
    } else if (quoted !== undefined) {
      keep(quoted, hollow(quoted));
      previous = ')';
    } else if (pattern !== undefined && BEFORE_PATTERN.test(previous)) {
      keep(pattern, hollow(pattern));
      previous = ')';
    } else {
      const mark = pattern === undefined ? (token ?? '') : '/';
      if (mark === '`') templates.push(-1);
      const open = templates.at(-1);
      if (open !== undefined && mark === '{') templates[templates.length - 1] = open + 1;
      if (open !== undefined && mark === '}') templates[templates.length - 1] = open - 1;
      keep(mark);
      previous = mark;
    }
  }
  return { code, bare };
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Blanks what stands between the first and the last character. */
function hollow(text: string): string {
  return text.slice(0, 1) + blank(text.slice(1, -1)) + text.slice(-1);
}

export type Import = {
  /** As written: `./day.ts`, `csv-parse/sync`, `node:fs`. */
  readonly from: string;
  /** `import type`, `export type … from` or `typeof import(…)`: gone when the program runs. */
  readonly typesOnly: boolean;
  readonly line: number;
};

const STATIC = /\b(?:import|export)\b(?<type>\s+type\b)?(?:[^;'"()=]*?\bfrom)?\s*(?<quote>['"]) *\k<quote>/g;
const DYNAMIC = /(?<type>\btypeof\s+)?\bimport\s*\(\s*(?<quote>['"`]) *\k<quote>/g;

/** Every module a source names: `import` and `export … from`, and `import('…')` of a literal. */
export function importsOf(source: Source): Import[] {
  const { bare } = scan(source);
  return [STATIC, DYNAMIC].flatMap((pattern) =>
    [...bare.matchAll(pattern)].map((match) => {
      const end = match.index + match[0].length - 1;
      const quote = match[0].slice(-1);
      const from = source.text.slice(source.text.lastIndexOf(quote, end - 1) + 1, end);
      return { from, typesOnly: match.groups?.['type'] !== undefined, line: lineAt(source.text, match.index) };
    }),
  );
}

/** The names a source exports, by declaration or by list; `export *` names none. */
export function exportsOf(source: Source): { name: string; line: number }[] {
  const { bare } = scan(source);
  const declared =
    /\bexport\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|function\*?|class|type|interface|enum)\s+(?<name>[\w$]+)/g;
  const listed = /\bexport\s+(?:type\s+)?\{(?<names>[^}]*)\}/g;
  return [
    ...[...bare.matchAll(declared)].map((m) => ({ name: m.groups?.['name'] ?? '', line: lineAt(source.text, m.index) })),
    ...[...bare.matchAll(listed)].flatMap((m) =>
      (m.groups?.['names'] ?? '')
        .split(',')
        .map((entry) => entry.trim().split(/\s+/).at(-1) ?? '')
        .filter((name) => name !== '')
        .map((name) => ({ name, line: lineAt(source.text, m.index) })),
    ),
  ];
}

/** The line, from 1, of a place in a text. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
