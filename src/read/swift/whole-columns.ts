// Which columns are read of every row of a batch, also of those that nobody asks for? What tells who is asked for, and what an entry is made of: each is
// read once, whoever needs it. All other columns are read of the rows that are left.
import { AmountCells, type Cells, DayCells, KeyCells } from './columns.ts';
import type { Machine } from './machine.ts';
import type { Plan } from './plan.ts';
import type { Window } from './window.ts';

export class WholeColumns {
  readonly #machine: Machine;
  readonly #width: number;
  readonly #cells: Cells[] = [];

  constructor(machine: Machine, plan: Plan) {
    this.#machine = machine;
    this.#width = plan.width.cells;
  }

  read(window: Window, row: number, count: number): void {
    for (const cells of this.#cells) cells.read(window, row, count);
  }

  /** A column by its place; none where that is below 0. */
  keys(index: number): KeyCells {
    const field = index < 0 ? undefined : index;
    return this.#known(field, KeyCells) ?? this.#added(new KeyCells(this.#machine, field, this.#width));
  }

  /** The days of a column that is read of the rows left. */
  days({ field, form, fullYears }: DayCells): DayCells {
    return this.#known(field, DayCells) ?? this.#added(new DayCells(this.#machine, field, this.#width, form, fullYears));
  }

  amounts({ field }: AmountCells): AmountCells {
    return this.#known(field, AmountCells) ?? this.#added(new AmountCells(this.#machine, field, this.#width));
  }

  #known<C extends Cells>(field: number | undefined, kind: abstract new (...of: never[]) => C): C | undefined {
    return this.#cells.find((cells): cells is C => cells.field === field && cells instanceof kind);
  }

  #added<C extends Cells>(cells: C): C {
    this.#cells.push(cells);
    return cells;
  }
}
