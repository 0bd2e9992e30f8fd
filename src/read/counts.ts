// What was seen of a file, row by row? Counted and located evidence for the decisions about the whole file; only rows that become
// postings are evidence. Both readers count here, so their decisions cannot differ.
import { NO_DAY } from '../core/day.ts';
import { KINDS } from '../ledger/kind.ts';
import type { SignCounts } from './signs.ts';
import { StatusCounts } from './statuses.ts';

/** How many rows, and the line of the first. Rows are added in their order. */
class Located {
  count = 0;
  line = 0;

  add(found: number, line: number): void {
    if (this.count === 0) this.line = line;
    this.count += found;
  }
}

const side = Int8Array.from(KINDS, (kind) => kind.side);

export class FileCounts {
  /** Records with something in them; those with nothing; those that could not be read. */
  rows = 0;
  blank = 0;
  setAside = 0;
  /** Rows that nobody asked for (--where), or of other accounts. */
  leftOut = 0;
  /** Credits by their kind, written with and without a minus. */
  readonly positive = new Located();
  readonly negative = new Located();
  /** Debits without a due day. */
  readonly dueMissing = new Located();
  /** Rows without a currency, or without a kind, in a file that has a column for it. */
  readonly currencyMissing = new Located();
  readonly kindMissing = new Located();
  /** Rows that count although their status says paid or void. */
  readonly statuses = new StatusCounts();
  /** Rows that name no customer and stand under their account. */
  readonly collective = new Located();
  firstDay: number = NO_DAY;
  lastDay: number = NO_DAY;

  get signs(): SignCounts {
    const { positive, negative } = this;
    return {
      positive: positive.count,
      negative: negative.count,
      firstPositive: positive.line,
      firstNegative: negative.line,
    };
  }

  /** `tellsSigns`: the file says the side of an amount by its sign or kind only, and this row says its kind. */
  posting(day: number, due: number, amount: number, kind: number, tellsSigns: boolean, line: number): void {
    if (side[kind] === -1) {
      if (tellsSigns && amount > 0) this.positive.add(1, line);
      if (tellsSigns && amount < 0) this.negative.add(1, line);
    } else if (amount > 0 && due === NO_DAY) this.dueMissing.add(1, line);
    this.days(day, day);
  }

  /** Postings from one day to another were seen. */
  days(first: number, last: number): void {
    if (this.firstDay === NO_DAY || first < this.firstDay) this.firstDay = first;
    if (last > this.lastDay) this.lastDay = last;
  }
}
