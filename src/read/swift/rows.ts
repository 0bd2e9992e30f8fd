// Which rows of a window become postings, and which are for another reader? A batch at a time: rows that nobody asked for are taken out, columns are read, what rows of
// this file need beside that is worked out, and stretches of plain rows are stored. A cell that is not canonical is decided by the careful grammar
// (mend.ts), a row that is not like the others by the careful reader.
import { type Currency, exponentOf } from '../../core/currency.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import type { FileCounts } from '../counts.ts';
import type { JournalReading } from '../entries/open-journal.ts';
import type { FileFilter } from '../file-filter.ts';
import { ChosenRows } from './chosen-rows.ts';
import type { EntryRows } from './entry-rows.ts';
import { KeptRows } from './kept-rows.ts';
import { type Machine, ODD_ROW } from './machine.ts';
import { Meanings } from './meanings.ts';
import { Mender } from './mend.ts';
import { OptionalRows } from './optional-rows.ts';
import type { Plan } from './plan.ts';
import { Postings } from './postings.ts';
import { WholeColumns } from './whole-columns.ts';
import type { Rows, Window } from './window.ts';

/** Where some rows are asked for: the columns that are read of all of them, which these are, and the batch that they make. */
type Chosen = { readonly whole: WholeColumns; readonly rows: ChosenRows; readonly kept: KeptRows };

export class SwiftRows {
  readonly #machine: Machine;
  readonly #plan: Plan;
  readonly #builder: LedgerBuilder;
  readonly #meanings: Meanings;
  readonly #mender: Mender;
  readonly #optional: OptionalRows;
  readonly #postings: Postings;
  /** Absent where every row is asked for. */
  readonly #chosen: Chosen | undefined;
  /** Absent where the file does not tell what entries its rows stand in. */
  readonly #entries: EntryRows | undefined;

  constructor(
    machine: Machine,
    plan: Plan,
    builder: LedgerBuilder,
    { rows, books }: { readonly rows: Currency; readonly books: Currency },
    counts: FileCounts,
    filter: FileFilter | undefined,
    journal: JournalReading | undefined,
  ) {
    this.#machine = machine;
    this.#plan = plan;
    this.#builder = builder;
    this.#meanings = new Meanings(machine, plan, builder, rows);
    this.#mender = new Mender(machine, plan, (key) => this.#meanings.exponentOf(key), exponentOf(books));
    // As many words as marks of a row, all of them nothing.
    machine.code.nowhere.value = machine.take((plan.width.cells + 1) * 4);
    this.#optional = new OptionalRows(machine, plan, builder, this.#meanings, books);
    // What an entry is made of is looked at as it is written.
    this.#postings = new Postings(machine, plan, builder, this.#meanings, counts, rows, journal === undefined);
    if (filter === undefined) return;
    const whole = new WholeColumns(machine, plan);
    const kept = new KeptRows(machine);
    this.#chosen = { whole, rows: new ChosenRows(machine, plan, filter, counts, whole), kept };
    this.#entries = journal?.rows(machine, plan, exponentOf(rows), whole, kept);
  }

  /**
   * Stores `count` rows of the window from `row` on, at most BATCH, and returns how many; `careful` receives the others, those for the
   * careful reader, in their order.
   */
  take(window: Window, row: number, count: number, careful: (row: number) => void): number {
    this.#shape(window, row, count);
    if (this.#chosen === undefined) return this.#store(window, row, count, (r) => careful(row + r));
    const { whole, rows, kept } = this.#chosen;
    this.#machine.code.place(row, count);
    whole.read(window, row, count);
    this.#entries?.read(window, row, count);
    rows.mark(window, row, count);
    let taken = 0;
    kept.of(window, row, count, () => {
      taken = this.#store(kept, 0, kept.count, (r) => {
        const at = kept.rowOf(r);
        this.#entries?.passTo(at);
        careful(at);
      });
    });
    this.#entries?.leave();
    return taken + count - kept.count;
  }

  /** Marks the rows of which no reader of columns can tell where their cells belong. */
  #shape(window: Window, row: number, count: number): void {
    const { code } = this.#machine;
    const { cells, filled } = this.#plan.width;
    code.widths(row, count, cells);
    if (filled < cells) this.#keepEmpty(window, row, count);
    // What a quoted cell of several lines took in is for the careful reader to judge.
    window.eachOfSeveralLines(row, count, (r) => {
      this.#machine.bytes[code.odd.value + r] = ODD_ROW;
    });
  }

  /** Stores a batch, but for the entries that `pass` receives, in their order; returns how many it stored. */
  #store(rows: Rows, row: number, count: number, pass: (r: number) => void): number {
    this.#machine.code.place(row, count);
    for (const column of this.#plan.all) column.read(rows, row, count);
    this.#mender.mend(rows, row, count);
    this.#plan.customers.read(count);
    this.#meanings.learn();
    this.#optional.learn();
    this.#optional.prepare(count);
    let taken = 0;
    for (let r = 0; r < count; r++) {
      this.#builder.reserve(count - r);
      const first = this.#builder.count;
      const stopped = this.#postings.take(rows, row, r, count);
      this.#optional.store(rows, row, r, stopped);
      this.#entries?.posted(r, stopped, first);
      taken += stopped - r;
      r = stopped;
      if (r < count) pass(r);
    }
    return taken;
  }

  /** Rows that hold something behind the delimiter that every row ends with: their cells have moved. */
  #keepEmpty(window: Window, row: number, count: number): void {
    const { code, bytes } = this.#machine;
    const { cells, filled } = this.#plan.width;
    for (let r = 0; r < count; r++) {
      if (bytes[code.odd.value + r] === ODD_ROW) continue;
      for (let cell = filled; cell < cells; cell++) {
        if (!window.isEmpty(row + r, cell, cell === cells - 1)) bytes[code.odd.value + r] = ODD_ROW;
      }
    }
  }
}
