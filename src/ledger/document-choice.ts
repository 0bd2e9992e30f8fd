// Which of the rows of a number is of a document? One that names its customer goes before one that names nobody, one of its day before one that says none.
import { NO_DAY } from '../core/day.ts';
import type { DocumentTable } from './document-matches.ts';
import type { DocumentOwners } from './document-owners.ts';
import type { NumberIndex } from './number-index.ts';

export class DocumentChoice {
  readonly #index: NumberIndex;
  readonly #owners: DocumentOwners;
  /** By row of the table; undefined where it has no such column. */
  readonly #dates: Int32Array | undefined;

  constructor(table: DocumentTable, index: NumberIndex, owners: DocumentOwners) {
    this.#index = index;
    this.#owners = owners;
    if (table.has('date')) this.#dates = Int32Array.from({ length: table.count }, (_, at) => table.day('date', at) ?? NO_DAY);
  }

  isDated(at: number): boolean {
    return this.#dates !== undefined && this.#dates[at] !== NO_DAY;
  }

  /** Of a posting dated `date` under the document of `day`, NO_DAY where there are two; −1 where there is none. The others that would do stand in `instead`. */
  of(number: number, customer: number, date: number, day: number, instead: Int32Array): number {
    let best = -1;
    let rank = 0;
    for (let at = number; at >= 0; at = this.#index.next(at)) {
      const owner = this.#owned(at, customer);
      const dated = owner === 0 ? 0 : this.#fits(at, date, day);
      if (dated === 0) continue;
      const [here, loser] = owner * 4 + dated > rank ? [at, best] : [best, at];
      if (here === at) rank = owner * 4 + dated;
      best = here;
      if (loser >= 0) instead[loser] = here + 1;
    }
    return best;
  }

  /** The same, whatever its day. */
  anyDay(number: number, customer: number): number {
    let best = -1;
    let rank = 0;
    for (let at = number; at >= 0; at = this.#index.next(at)) {
      const owner = this.#owned(at, customer);
      if (owner > rank) [best, rank] = [at, owner];
    }
    return best;
  }

  #owned(at: number, customer: number): number {
    if (!this.#owners.isNamed(at)) return 1;
    return this.#owners.names(at, customer) ? 2 : 0;
  }

  #fits(at: number, date: number, day: number): number {
    if (!this.isDated(at)) return 1;
    const said = (this.#dates as Int32Array)[at];
    if (said === date) return 3;
    return day !== NO_DAY && said === day ? 2 : 0;
  }
}
