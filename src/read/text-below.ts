// Is a line of text below all rows what a package prints under its report ("Accrual basis Saturday, November 22…")? It is held until a row follows, which
// makes it a broken row like any other, or the file ends: then it is passed over, and told.
import type { Diagnostics } from '../core/diagnostic.ts';
import { shortened } from '../core/shortened.ts';
import type { Customers } from '../ledger/customers.ts';
import type { Passed } from './between-rows.ts';
import { filledOf } from './row-sorts.ts';

export type HeldText = { readonly cells: readonly string[]; readonly line: number };

/** Fewer could be a name, or what is left of a row that was cut. */
const FEWEST_WORDS = 5;

/** The text of a record that has one filled cell, a sentence; undefined for any other. */
export function sentenceOf(cells: readonly string[]): string | undefined {
  const [only, second] = filledOf(cells);
  // What a stray quote has taken in must never be passed over.
  if (only === undefined || second !== undefined || /[\r\n]/.test(only.text)) return undefined;
  return only.text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= FEWEST_WORDS ? only.text : undefined;
}

/** Texts that no row has followed so far. */
export class TextBelow {
  #held: HeldText[] = [];
  #rows = 0;

  /** Holds a record that may be such a text, met behind so many rows of the file; false for any other. */
  hold(cells: readonly string[], line: number, rows: number): boolean {
    if (sentenceOf(cells) === undefined) return false;
    this.#held.push({ cells, line });
    this.#rows = rows;
    return true;
  }

  /** Those that stand above a row after all, once there are more rows than stood above them. */
  followed(rows: number): readonly HeldText[] {
    return this.#held.length > 0 && rows > this.#rows ? this.take() : [];
  }

  take(): readonly HeldText[] {
    const held = this.#held;
    this.#held = [];
    return held;
  }

  /** At the end of the file: those that may be rows which were cut within the name of their customer, and the others. */
  finish(customers: Customers): { readonly cut: readonly HeldText[]; readonly texts: readonly HeldText[] } {
    const held = this.take();
    const isCut = ({ cells }: HeldText): boolean => {
      const text = sentenceOf(cells) as string;
      return customers.ids.some((id, i) => id.startsWith(text) || customers.nameOf(i + 1).startsWith(text));
    };
    return { cut: held.filter(isCut), texts: held.filter((text) => !isCut(text)) };
  }
}

/** What is told of texts below all rows, and how they are counted. */
export function tellTexts(file: string, texts: readonly HeldText[], diagnostics: Diagnostics): Passed[] {
  const [first] = texts;
  if (first === undefined) return [];
  for (const { cells, line } of texts) {
    diagnostics.add({
      code: 'text-below-rows',
      file,
      line,
      value: shortened(sentenceOf(cells) ?? ''),
      what: 'a line of text below all rows is no posting, and is passed over',
      fix: 'nothing, if it is a note of who printed the report',
    });
  }
  return [{ sort: 'text', count: texts.length, line: first.line }];
}
