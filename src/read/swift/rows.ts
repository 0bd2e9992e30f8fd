// Which rows of a window become postings, and which are for another reader? A batch at a time: columns are read, what rows of this file
// need beside that is worked out, and stretches of plain rows are stored. A cell that is not canonical is decided by the careful grammar
// (mend.ts), a row that is not like the others by the careful reader.
import { type Currency, exponentOf } from '../../core/currency.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import type { FileCounts } from '../counts.ts';
import type { JournalReading } from '../entries/open-journal.ts';
import type { FileFilter } from '../file-filter.ts';
import { ChosenRows } from './chosen-rows.ts';
import type { EntryRows } from './entry-rows.ts';
import { type Machine, ODD_ROW } from './machine.ts';
import { Meanings } from './meanings.ts';
import { Mender } from './mend.ts';
import { OptionalRows } from './optional-rows.ts';
import type { Plan } from './plan.ts';
import { Postings } from './postings.ts';
import type { Window } from './window.ts';

export class SwiftRows {
  readonly #machine: Machine;
  readonly #plan: Plan;
  readonly #builder: LedgerBuilder;
  readonly #meanings: Meanings;
  readonly #mender: Mender;
  readonly #optional: OptionalRows;
  readonly #postings: Postings;
  /** Absent where every row is asked for. */
  readonly #chosen: ChosenRows | undefined;
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
    this.#optional = new OptionalRows(machine, plan, builder, this.#meanings, books);
    this.#postings = new Postings(machine, plan, builder, this.#meanings, counts, rows);
    this.#chosen = filter && new ChosenRows(machine, plan, filter, counts);
    this.#entries = journal?.rows(machine, plan, exponentOf(rows), this.#chosen?.cellsOf(journal.lines.columns.account));
  }

  /**
   * Stores `count` rows of the window from `row` on, at most BATCH, and returns how many; `careful` receives the others, those for the
   * careful reader, in their order.
   */
  take(window: Window, row: number, count: number, careful: (row: number) => void): number {
    const { code } = this.#machine;
    const { cells, filled } = this.#plan.width;
    code.widths(row, count, cells);
    if (filled < cells) this.#keepEmpty(window, row, count);
    // What a quoted cell of several lines took in is for the careful reader to judge.
    window.eachOfSeveralLines(row, count, (r) => {
      this.#machine.bytes[code.odd.value + r] = ODD_ROW;
    });
    for (const column of this.#plan.all) column.read(window, row, count);
    this.#entries?.read(window, row, count);
    this.#chosen?.mark(window, row, count);
    this.#mender.mend(window, row, count);
    this.#plan.customers.read(count);
    this.#meanings.learn();
    this.#optional.learn();
    this.#optional.prepare(count);
    let taken = 0;
    for (let r = 0; r < count; ) {
      this.#builder.reserve(count - r);
      const first = this.#builder.count;
      const stopped = this.#postings.take(window, row, r, count);
      this.#optional.store(window, row, r, stopped);
      this.#entries?.posted(r, stopped, first);
      const over = this.#chosen?.pass(stopped, count) ?? stopped;
      taken += over - r;
      r = over;
      if (over > stopped) continue;
      if (r === count) break;
      this.#entries?.passTo(window, row, r);
      careful(row + r++);
    }
    this.#entries?.leave(window, row, count);
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
