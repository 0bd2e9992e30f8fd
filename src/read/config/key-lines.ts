// On which line does each key of a TOML text stand? The parser of TOML tells values and no places, so the text, known to be TOML by then, is gone
// through once more for its keys: in sections, dotted, quoted, in tables of one line.
import { parse } from 'smol-toml';

/** The line of a key by its path from the top, or that of the section it stands in where the key has none. */
export type LineOf = (path: readonly string[]) => number | undefined;

export function keyLines(text: string): LineOf {
  const scan = new Scan(text);
  scan.document();
  const line = (path: readonly string[]): number | undefined =>
    path.length === 0 ? undefined : (scan.lines.get(nameOf(path)) ?? line(path.slice(0, -1)));
  return line;
}

function nameOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

const BLANK = /(?:\s|#[^\n]*)*/y;
const GAP = /[\s,]*/y;
const KEY = /[ \t]*("(?:[^"\\]|\\.)*"|'[^']*'|[^\s.="'\]]+)[ \t]*(\.?)/y;
const STRING = /"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}|'''[\s\S]*?'{3,5}|"(?:[^"\\]|\\.)*"|'[^']*'/y;
/** Numbers, days and words; the clock may stand apart from its day. */
const BARE = /[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?/y;

class Scan {
  readonly lines = new Map<string, number>();
  readonly #text: string;
  #at = 0;
  /** The place up to which line ends are counted, and the line it lies on. */
  #counted = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    let section: readonly string[] = [];
    for (this.#take(BLANK); this.#at < this.#text.length; this.#take(BLANK)) {
      if (!this.#passes('[')) this.#pair(section);
      else {
        this.#passes('[');
        section = this.#path([]);
        while (this.#passes(']'));
      }
    }
  }

  #pair(inside: readonly string[]): void {
    const path = this.#path(inside);
    this.#passes('=');
    this.#take(BLANK);
    this.#value(path);
  }

  /** Reads a key, notes its line and those of the tables it makes, and returns its path. */
  #path(inside: readonly string[]): readonly string[] {
    const line = this.#lineHere();
    let path = inside;
    for (let more = true; more; ) {
      const [, part = '', dot] = this.#take(KEY);
      path = [...path, keyOf(part)];
      const name = nameOf(path);
      if (!this.lines.has(name)) this.lines.set(name, line);
      more = dot === '.';
    }
    return path;
  }

  #value(path: readonly string[]): void {
    if (this.#passes('{')) this.#listed('}', () => this.#pair(path));
    else if (this.#passes('[')) this.#listed(']', () => this.#value(path));
    else if (this.#take(STRING)[0] === '') this.#take(BARE);
  }

  #listed(end: string, each: () => void): void {
    for (this.#parted(); this.#at < this.#text.length && !this.#passes(end); this.#parted()) each();
  }

  /** Passes over commas and comments between the entries of a list. */
  #parted(): void {
    for (let before = -1; before !== this.#at; ) {
      before = this.#at;
      this.#take(GAP);
      this.#take(BLANK);
    }
  }

  #passes(mark: string): boolean {
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  /** What the pattern finds here, passed over; an empty text where it finds nothing. */
  #take(pattern: RegExp): readonly string[] {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? [''];
    this.#at += found[0].length;
    return found;
  }

  #lineHere(): number {
    for (; this.#counted < this.#at; this.#counted++) if (this.#text[this.#counted] === '\n') this.#line++;
    return this.#line;
  }
}

/** A key without its quotes. Escapes are many: the parser knows them. */
function keyOf(part: string): string {
  if (!part.startsWith('"')) return part.startsWith("'") ? part.slice(1, -1) : part;
  return part.includes('\\') ? (Object.keys(parse(`${part}=0`))[0] as string) : part.slice(1, -1);
}
