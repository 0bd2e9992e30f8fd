// What do the columns that are carried come to, of the rows so far? The same sums and words on paper of our own and on a page that a browser prints.
import { minor } from '../core/money.ts';
import { type Lang, type Word, word } from '../core/word.ts';
import { shown } from '../report/render/people.ts';
import type { Cell, Section } from '../report/report.ts';

export const CARRIED_FORWARD: Word = word('Carried forward', 'À reporter');
export const BROUGHT_FORWARD: Word = word('Brought forward', 'Report');

export class CarriedSums {
  readonly #columns: Section['columns'];
  readonly #of: Map<number, { sum: number; cell: Cell }> = new Map();
  readonly #carried: readonly string[];

  constructor({ columns }: Section, carried: readonly string[]) {
    this.#columns = columns;
    this.#carried = carried;
  }

  get isAny(): boolean {
    return this.#columns.some(({ key }) => this.#carried.includes(key));
  }

  add(cells: readonly Cell[]): void {
    this.#columns.forEach(({ key }, i) => {
      const cell = cells[i] as Cell;
      if (!this.#carried.includes(key) || cell.kind !== 'money') return;
      const sum = (this.#of.get(i)?.sum ?? 0) + cell.amount;
      this.#of.set(i, { sum, cell: { ...cell, amount: minor(sum) } });
    });
  }

  /** A text a column: the label in the first. */
  row(label: Word, lang: Lang): string[] {
    return this.#columns.map((_, i) => {
      const held = this.#of.get(i);
      return i === 0 ? label[lang] : held === undefined ? '' : shown(held.cell, lang);
    });
  }
}
