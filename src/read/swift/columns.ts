// Which columns of a batch are read, into which places of the machine's memory? One object a column; one the file does not have is a
// place filled once with what its empty cells would say, so that the loop over rows need not ask.
import { NO_DAY } from '../../core/day.ts';
import { rearmed } from '../../core/formula.ts';
import { NO_TEXT, type TextColumn } from '../../ledger/text-column.ts';
import type { DayForm } from '../forms.ts';
import { ByteDictionary } from './dictionary.ts';
import type { KnownSeries } from './known-series.ts';
import { BATCH, EMPTY, type Machine, NONE, ODD_TEXT } from './machine.ts';
import type { Rows } from './window.ts';

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

  read(rows: Rows, row: number, count: number): void {
    if (this.field !== undefined) this.fill(row, count, this.field, this.#last && rows.returns ? 1 : 0, rows);
  }

  /** The cell as the careful grammar reads it: without white space around it, nor the mark that disarms a formula. */
  text(rows: Rows, row: number): string {
    return this.field === undefined ? '' : rearmed(rows.cell(row, this.field, this.#last).trim());
  }

  isEmpty(rows: Rows, row: number): boolean {
    return this.field === undefined || rows.isEmpty(row, this.field, this.#last);
  }

  protected abstract fill(row: number, count: number, field: number, trim: number, rows: Rows): void;
}

/** What an amount with so many decimals fewer than its currency is multiplied by; nothing, so NaN, for one that has more or is empty. */
export const TENS = [1, 10, 100, 1000, 10_000];

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

  /** Entry `r` of the batch in the smallest unit of a currency; NaN for an empty cell, and for one that is not canonical or has more decimals. */
  scaled(r: number, exponent: number): number {
    const { bytes, doubles } = this.machine;
    return (doubles[(this.units >> 3) + r] as number) * (TENS[exponent - (bytes[this.decimals + r] as number)] as number);
  }

  protected fill(row: number, count: number, field: number, trim: number): void {
    this.machine.code.amounts(row, count, field, trim, this.units, this.decimals);
  }
}

/** Forms that days.wat reads, by their numbers; days of any other are left to the grammar of texts. */
const KERNEL_FORMS: readonly DayForm[] = ['iso', 'dmy', 'mdy', 'ymd8', 'dmy8', 'mdy8'];

export class DayCells extends Cells {
  readonly days: number;
  readonly form: DayForm;
  /** Its years have four digits. */
  readonly fullYears: boolean;
  readonly #kernelForm: number;

  constructor(machine: Machine, field: number | undefined, width: number, form: DayForm, fullYears = false) {
    super(machine, field, width);
    this.form = form;
    this.fullYears = fullYears;
    this.#kernelForm = KERNEL_FORMS.indexOf(form);
    this.days = machine.take(BATCH * 4);
    machine.words.fill(NO_DAY, this.days >> 2, (this.days >> 2) + BATCH);
  }

  protected fill(row: number, count: number, field: number, trim: number): void {
    this.machine.code.days(row, count, field, trim, this.days, this.#kernelForm);
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

  /** The key of entry `r` of the batch that begins at row `row`; one that the kernel has left odd is found by its text. */
  mended(rows: Rows, row: number, r: number): number {
    const at = (this.keys >> 2) + r;
    const key = this.machine.words[at] as number;
    if (key !== ODD_TEXT) return key;
    const text = this.text(rows, row + r);
    const found = text === '' ? NONE : this.dictionary.key(text);
    this.machine.words[at] = found;
    return found;
  }

  protected fill(row: number, count: number, field: number, trim: number): void {
    this.dictionary.read(row, count, field, trim);
  }
}

/** Numbers of the block `numbers` of numbers.wat is given. */
const [ALL_KNOWN, WORDS, WORDS_END, SOME, BLOCK] = [1, 4, 5, 6, 7] as const;

export class TextCells extends Cells {
  /** Places of the codes and numbers `numbers` of numbers.wat writes, and of its block. */
  readonly #codes: number;
  readonly #numbers: number;
  readonly #block: number;
  readonly #known: KnownSeries;
  /** The texts of cells that were mended, by their entry of the batch. */
  readonly #mended = new Map<number, string>();
  #capacity = 0;

  constructor(machine: Machine, field: number | undefined, width: number, known: KnownSeries) {
    super(machine, field, width);
    this.#codes = machine.take(BATCH);
    this.#numbers = machine.take(BATCH * 4);
    this.#block = machine.take(BLOCK * 4) >> 2;
    this.#known = known;
    machine.words.set([known.slots, 0, this.#codes, this.#numbers], this.#block);
  }

  override read(rows: Rows, row: number, count: number): void {
    this.#mended.clear();
    // A cell takes at most three bytes more than it has, and a word that says how many follow.
    const needed = rows.size + BATCH * 8;
    if (this.field !== undefined && needed > this.#capacity) {
      // First the place, then the view: where memory grows, the view is another one.
      const words = this.machine.take(needed);
      this.machine.words[this.#block + WORDS] = words;
      this.#capacity = needed;
    }
    this.#begin();
    super.read(rows, row, count);
  }

  /** True when the kernel has left nothing for entry `r` of the batch. */
  leftNone(r: number): boolean {
    return this.machine.bytes[this.#codes + r] === NO_TEXT;
  }

  /** Gives entry `r` a text. */
  mend(r: number, text: string): void {
    this.#mended.set(r, text);
  }

  /** Appends entries `from` to `to` to a column of the ledger. */
  append(column: TextColumn, from: number, to: number): void {
    if (this.#mended.size === 0 && this.#head(SOME) === 0) {
      column.padTo(column.length + to - from);
      return;
    }
    let plain = from;
    if (this.#mended.size > 0) {
      for (let r = from; r < to; r++) {
        const mended = this.#mended.get(r);
        if (mended === undefined) continue;
        this.#appendPlain(column, plain, r);
        column.append(mended);
        plain = r + 1;
      }
    }
    this.#appendPlain(column, plain, to);
  }

  #appendPlain(column: TextColumn, from: number, to: number): void {
    if (from === to) return;
    const { bytes, words } = this.machine;
    const numbers = this.#numbers >> 2;
    const arena = words.subarray(this.#head(WORDS) >> 2, this.#head(WORDS_END) >> 2);
    column.appendRows(bytes.subarray(this.#codes + from, this.#codes + to), words.subarray(numbers + from, numbers + to), arena);
  }

  /** A series that is new stops the kernel, once in the life of a ledger. */
  protected override fill(row: number, count: number, field: number, trim: number, rows: Rows): void {
    const { machine } = this;
    const before = this.#known.count;
    for (let done = 0; ; ) {
      machine.words[this.#block + ALL_KNOWN] = this.#known.bring();
      done = machine.code.numbers(row, count, field, trim, this.#block * 4, done);
      if (done === count) return;
      this.#known.meet(this.text(rows, row + done));
      if (!this.#known.giveUp(before, done)) continue;
      done = 0;
      this.#begin();
    }
  }

  /** As if the kernel had read nothing of the batch. */
  #begin(): void {
    this.machine.words[this.#block + WORDS_END] = this.#head(WORDS);
    this.machine.words[this.#block + SOME] = 0;
  }

  #head(which: number): number {
    return this.machine.words[this.#block + which] as number;
  }
}
