// What was seen of a file, row by row? Counted and located evidence for the decisions about the whole file; only rows that become
// postings are evidence. Both readers count here, so their decisions cannot differ.
import { NO_DAY } from '../core/day.ts';
import { KINDS } from '../ledger/kind.ts';
import type { SignCounts } from './signs.ts';

/** How many rows, and the line of the first. */
type Located = { count: number; line: number };

const side = Int8Array.from(KINDS, (kind) => kind.side);

export class FileCounts {
  /** Records with something in them; those with nothing; those that could not be read. */
  rows = 0;
  blank = 0;
  setAside = 0;
  readonly signs: SignCounts = { positive: 0, negative: 0, firstPositive: 0, firstNegative: 0 };
  /** Debits without a due day. */
  readonly dueMissing: Located = { count: 0, line: 0 };
  /** Rows without a currency, or without a kind, in a file that has a column for it. */
  readonly currencyMissing: Located = { count: 0, line: 0 };
  readonly kindMissing: Located = { count: 0, line: 0 };
  firstDay: number = NO_DAY;
  lastDay: number = NO_DAY;

  /** `tellsSigns`: the file says the side of an amount by its sign or kind only, and this row says its kind. */
  posting(day: number, due: number, amount: number, kind: number, tellsSigns: boolean, line: number): void {
    const credit = side[kind] === -1;
    if (credit) {
      if (tellsSigns && amount > 0 && this.signs.positive++ === 0) this.signs.firstPositive = line;
      if (tellsSigns && amount < 0 && this.signs.negative++ === 0) this.signs.firstNegative = line;
    } else if (amount > 0 && due === NO_DAY) note(this.dueMissing, line);
    if (this.firstDay === NO_DAY || day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
  }

  withoutCurrency(line: number): void {
    note(this.currencyMissing, line);
  }

  withoutKind(line: number): void {
    note(this.kindMissing, line);
  }
}

function note(located: Located, line: number): void {
  if (located.count++ === 0) located.line = line;
}
