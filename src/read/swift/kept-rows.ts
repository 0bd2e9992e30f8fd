// Which rows of a batch are left, where some are asked for? They make a batch of their own, so that columns are read and rows are stored as if nothing stood
// between them.
import { BATCH, type Machine } from './machine.ts';
import type { Rows, Window } from './window.ts';

export class KeptRows implements Rows {
  count = 0;
  readonly #machine: Machine;
  /** Places of the rows of the window, of the marks before their first cells, and of what is odd about them. */
  readonly #list: number;
  readonly #firsts: number;
  readonly #odd: number;
  #window: Window | undefined;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#list = machine.take(BATCH * 4);
    this.#firsts = machine.take(BATCH * 4);
    this.#odd = machine.take(BATCH);
  }

  /** Lets `take` work on the rows of a batch that are not LEFT_OUT: as long as it does, kernels find these where those of the window were. */
  of(window: Window, row: number, count: number, take: () => void): void {
    const { code } = this.#machine;
    this.#window = window;
    this.count = code.keep(row, count, this.#list, this.#firsts, this.#odd);
    const [rows, odd] = [code.rows.value, code.odd.value];
    code.rows.value = this.#firsts;
    code.odd.value = this.#odd;
    take();
    code.rows.value = rows;
    code.odd.value = odd;
  }

  /** The row of the window that an entry is. */
  rowOf(r: number): number {
    return this.#machine.words[(this.#list >> 2) + r] as number;
  }

  get returns(): boolean {
    return this.#whole.returns;
  }

  get size(): number {
    return this.#whole.size;
  }

  cell(r: number, field: number, last: boolean): string {
    return this.#whole.cell(this.rowOf(r), field, last);
  }

  isEmpty(r: number, field: number, last: boolean): boolean {
    return this.#whole.isEmpty(this.rowOf(r), field, last);
  }

  lineOf(r: number): number {
    return this.#whole.lineOf(this.rowOf(r));
  }

  get #whole(): Window {
    return this.#window as Window;
  }
}
