// Which columns of a batch are read, into which places of the machine's memory? One object a column; one the file does not have is a
// place filled once with what its empty cells would say, so that the loop over rows need not ask.
import { NO_DAY } from '../../core/day.ts';
import { rearmed } from '../../core/formula.ts';
import type { TextColumn } from '../../ledger/text-column.ts';
import { ByteDictionary } from './dictionary.ts';
import { BATCH, EMPTY, type Machine, NONE } from './machine.ts';
import type { Window } from './window.ts';

const encoder = new TextEncoder();

/** A column of the file: its place among the headings, or undefined when the file has none. */
export abstract class Cells {
  readonly field: number | undefined;
  protected readonly machine: Machine;
  readonly #last: boolean;

  constructor(machine: Machine, field: number | undefined, width: number) {
    this.machine = machine;
    this.field = field;
    this.#last = field === width - 1;
  }

  read(window: Window, row: number, count: number): void {
    if (this.field !== undefined) this.fill(row, count, this.field, this.#last && window.returns ? 1 : 0);
  }

  /** The cell as the careful grammar reads it: without white space around it, nor the mark that disarms a formula. */
  text(window: Window, row: number): string {
    return this.field === undefined ? '' : rearmed(window.cell(row, this.field, this.#last).trim());
  }

  isEmpty(window: Window, row: number): boolean {
    return this.field === undefined || window.isEmpty(row, this.field, this.#last);
  }

  protected abstract fill(row: number, count: number, field: number, trim: number): void;
}

export class AmountCells extends Cells {
  /** Places of the doubles and of the bytes `amounts` of cells.wat writes. */
  readonly units: number;
  readonly decimals: number;

  constructor(machine: Machine, field: number | undefined, width: number) {
    super(machine, field, width);
    this.units = machine.take(BATCH * 8);
    this.decimals = machine.take(BATCH);
    machine.bytes.fill(EMPTY, this.decimals, this.decimals + BATCH);
  }

  protected fill(row: number, count: number, field: number, trim: number): void {
    this.machine.code.amounts(row, count, field, trim, this.units, this.decimals);
  }
}

export class DayCells extends Cells {
  readonly days: number;

  constructor(machine: Machine, field: number | undefined, width: number) {
    super(machine, field, width);
    this.days = machine.take(BATCH * 4);
    machine.words.fill(NO_DAY, this.days >> 2, (this.days >> 2) + BATCH);
  }

  protected fill(row: number, count: number, field: number, trim: number): void {
    this.machine.code.days(row, count, field, trim, this.days);
  }
}

export class KeyCells extends Cells {
  readonly dictionary: ByteDictionary;

  constructor(machine: Machine, field: number | undefined, width: number) {
    super(machine, field, width);
    this.dictionary = new ByteDictionary(machine);
    machine.words.fill(NONE, this.keys >> 2, (this.keys >> 2) + BATCH);
  }

  get keys(): number {
    return this.dictionary.keys;
  }

  protected fill(row: number, count: number, field: number, trim: number): void {
    this.dictionary.read(row, count, field, trim);
  }
}

export class TextCells extends Cells {
  /** Place of the words, and of where those of each row end, counted from there. */
  words = 0;
  readonly ends: number;
  /** The words of cells that were mended, by their entry of the batch. */
  readonly #mended = new Map<number, Int32Array>();
  #capacity = 0;

  constructor(machine: Machine, field: number | undefined, width: number) {
    super(machine, field, width);
    this.ends = machine.take(BATCH * 4);
  }

  override read(window: Window, row: number, count: number): void {
    // A cell takes at most three bytes more than it has.
    this.#mended.clear();
    const needed = window.size + BATCH * 4;
    if (this.field !== undefined && needed > this.#capacity) {
      this.words = this.machine.take(needed);
      this.#capacity = needed;
    }
    super.read(window, row, count);
  }

  /** True when entry `r` of the batch has left no words. */
  leftNone(r: number): boolean {
    const { words } = this.machine;
    const ends = (this.ends >> 2) + r;
    return words[ends] === (r === 0 ? 0 : words[ends - 1]);
  }

  /** Gives entry `r` the words of a text. */
  mend(r: number, text: string): void {
    const written = encoder.encode(text);
    const mended = new Int32Array(Math.ceil(written.length / 4));
    new Uint8Array(mended.buffer).set(written);
    this.#mended.set(r, mended);
  }

  /** Appends entries `from` to `to` to a column of the ledger. */
  append(column: TextColumn, from: number, to: number): void {
    if (this.#mended.size === 0) {
      this.#appendPlain(column, from, to);
      return;
    }
    for (let r = from; r < to; r++) {
      const mended = this.#mended.get(r);
      if (mended === undefined) this.#appendPlain(column, r, r + 1);
      else column.appendWords(mended);
    }
  }

  #appendPlain(column: TextColumn, from: number, to: number): void {
    const { words } = this.machine;
    const ends = this.ends >> 2;
    const start = from === 0 ? 0 : (words[ends + from - 1] as number);
    const length = (words[ends + to - 1] as number) - start;
    column.reserve(to - from, length);
    const { used, length: rows, words: into, ends: at } = column;
    const place = (this.words >> 2) + start;
    if (to - from > 8) into.set(words.subarray(place, place + length), used);
    else for (let i = 0; i < length; i++) into[used + i] = words[place + i] as number;
    const shift = used - start;
    for (let r = from, row = rows; r < to; r++, row++) at[row] = (words[ends + r] as number) + shift;
    column.written(rows + to - from, used + length);
  }

  protected fill(row: number, count: number, field: number, trim: number): void {
    this.machine.code.texts(row, count, field, trim, this.words, this.ends);
  }
}

/** A column that is not read batch by batch: some of its cells are, as texts. */
export class LooseCells extends Cells {
  protected fill(): void {}
}
