// Which openings of a customer may a credit pay? Those that stand in the ledger by its day and have something left. Credits are asked for in time, so each
// opening comes in once.
import { gather } from '../core/gather.ts';
import type { Desk } from './desk.ts';
import { oldestDueFirst } from './order.ts';

export class Lumps {
  readonly #desk: Desk;
  /** Those that are still to come, the last one first. */
  readonly #waiting: number[];
  /** Those that are there, the oldest due last; what is settled goes when it is met. */
  #there: number[] = [];
  readonly #byAmount = new Map<number, number[]>();

  constructor(desk: Desk, rows: readonly number[]) {
    this.#desk = desk;
    this.#waiting = rows.toSorted((a, b) => this.#dayOf(b) - this.#dayOf(a));
  }

  /** The day a lump stands in the ledger, or is brought forward. */
  #dayOf(row: number): number {
    const { broughtForward, day } = this.#desk.ledger;
    return broughtForward.get(row) ?? (day[row] as number);
  }

  /** Takes in what is posted by the day of a credit. */
  upTo(credit: number): void {
    const { ledger, open } = this.#desk;
    const come: number[] = [];
    while (this.#waiting.length > 0 && this.#dayOf(this.#waiting.at(-1) as number) <= (ledger.day[credit] as number)) {
      const lump = this.#waiting.pop() as number;
      if (open[lump] === 0) continue;
      come.push(lump);
      gather(this.#byAmount, open[lump] as number, lump);
    }
    if (come.length === 0) return;
    const order = oldestDueFirst(ledger);
    this.#there = [...this.#there, ...come].sort((a, b) => order(b, a));
  }

  /** The oldest due that has something left. */
  first(): number | undefined {
    while (this.#there.length > 0 && this.#desk.open[this.#there.at(-1) as number] === 0) this.#there.pop();
    return this.#there.at(-1);
  }

  /** The one that has exactly this amount left; undefined where none or several have. */
  exactly(amount: number): number | undefined {
    const equal = this.#byAmount.get(amount);
    return equal?.length === 1 ? equal.pop() : undefined;
  }
}
