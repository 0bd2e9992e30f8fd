// Which claim does a debit stand for, and what took it down on which day? An invoice with its settlements, or what came of others: a bounced payment, a doubtful account.
import { type Day, NO_DAY } from '../core/day.ts';
import { kindCode } from '../ledger/kind.ts';
import { documentDays, type Ledger } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { BY_COLUMNS, BY_TOLERANCE, type Settlements } from '../settle/open-items.ts';
import { byDueDay } from './claims-by-due-day.ts';
import { GoneOver, type Origin } from './gone-over.ts';
import { ofInstalments } from './instalment-settlements.ts';
import type { Reduction } from './interest-legs.ts';
import { spareMoney } from './spare-money.ts';

/** Credits that are no money: they take a claim down from their own day on. A negative invoice is a credit note. */
const NO_MONEY = new Set((['credit_note', 'write_off', 'discount', 'fx', 'invoice', 'charge'] as const).map(kindCode));

const TAKES_BACK = new Set((['credit_note', 'invoice', 'charge'] as const).map(kindCode));

/** What goes on with documents of before: a payment that bounced, a claim that was transferred. */
const GOES_ON = new Set((['returned', 'transfer'] as const).map(kindCode));

export function goesOn(kind: number): boolean {
  return GOES_ON.has(kind);
}

/** One of them, and the row of the credit; negative for what the claim's own columns or a tolerance took. */
export type Taking = Reduction & {
  readonly credit: number;
  /** It says that less was owed, as a credit note does and a loss does not. */
  readonly takesBack?: boolean;
};

export type LateClaim = {
  /** What bears interest until it is taken down: not what another row goes on with. */
  readonly amount: number;
  /** The row's own; of what came back that of its documents, where they have one. */
  readonly due: Day;
  /** The day of the document, of the first of those it came of. */
  readonly issued: Day;
  /** In the order of the days; together not more than the amount. */
  readonly list: readonly Taking[];
  /** The documents it is of, each with its part. */
  readonly invoices: readonly Origin[];
  /** What is open of it on the day: together with the other claims of its row, what is open of the row. */
  readonly open: number;
  /** What is open of the parts of the row that were due before. */
  readonly openBefore: number;
};

export class LateClaims {
  readonly #ledger: Ledger;
  readonly #settlements: ReturnType<typeof ofInstalments>;
  readonly #first: Int32Array;
  readonly #order: Int32Array;
  readonly #goneOver: GoneOver;
  readonly #dates: Int32Array;
  /** What is left of the credit of a settlement, where it may pay interest: once, with the last that the credit settled. */
  readonly #beyond: ((settlement: number) => number) | undefined;
  /** Payments that name a debit and settled nothing, where they may pay its interest. */
  readonly #alone: ReadonlyMap<number, readonly number[]> | undefined;

  /** `open`: what is open of each row, where payments may pay interest with what the books leave unallocated. */
  constructor(book: Book, day: Day, open: Float64Array | undefined) {
    const settlements = ofInstalments(book.ledger, book.settlements(day));
    this.#ledger = book.ledger;
    this.#settlements = settlements;
    this.#first = startsOf(book.ledger, settlements);
    this.#order = placed(settlements, this.#first);
    this.#goneOver = new GoneOver(book, settlements, day);
    this.#dates = documentDays(book.ledger);
    if (open === undefined) return;
    const spare = spareMoney(book, settlements, open, day);
    this.#beyond = (at) =>
      spare.lastOf.get(settlements.credit[at] as number) === at ? spare.of(settlements.credit[at] as number) : 0;
    this.#alone = spare.alone;
  }

  /**
   * What settled a row that is a document itself, without a claim being made of it, for those who ask of all: each amount with its credit and the day of the settlement. False for what came of
   * other documents, which `of` tells.
   */
  eachOf(debit: number, take: (amount: number, credit: number, day: Day) => void): boolean {
    if (!this.isOfItself(debit)) return false;
    const { amount, credit, day } = this.#settlements;
    // What a row's own columns say was paid beyond it paid nothing of it.
    let left = this.#ledger.amount[debit] as number;
    for (let i = this.#first[debit] as number; i < (this.#first[debit + 1] as number); i++) {
      const at = this.#order[i] as number;
      const over = this.#goneOver.undone(at);
      const part = Math.min(left - over, (amount[at] as number) - over);
      left -= over + Math.max(0, part);
      if (part > 0) take(part, credit[at] as number, day[at] as Day);
    }
    return true;
  }

  /** Whether a row goes on with no document and undoes no payment that is known. */
  isOfItself(debit: number): boolean {
    return this.#goneOver.origins(debit).length === 0 && this.#goneOver.voided(debit) === 0;
  }

  /** Every amount that was settled and that nothing undid, with its debit, its credit, the day of the settlement, and the document that the debit goes on with: as a rule itself. */
  eachPaid(take: (debit: number, credit: number, amount: number, day: Day, document: number) => void): void {
    const { amount, count, credit, day, debit } = this.#settlements;
    for (let at = 0; at < count; at++) {
      const of = debit[at] as number;
      const part = (amount[at] as number) - this.#goneOver.undone(at);
      if (of < 0 || part <= 0) continue;
      take(of, credit[at] as number, part, day[at] as Day, this.#goneOver.origins(of)[0]?.debit ?? of);
    }
  }

  /**
   * The claims a debit stands for: one, but for what came back of documents with different due days, which is one claim a due day, the oldest first. `open`: what is open of it.
   */
  of(debit: number, open: number): readonly LateClaim[] {
    const { amount: amounts, day } = this.#ledger;
    const invoices = this.#invoicesOf(debit);
    const came = this.#goneOver.origins(debit).length > 0;
    const own = (amounts[debit] as number) - this.#goneOver.voided(debit);
    const whole = came ? Math.min(own, sum(invoices)) : own;
    const { takings, elsewhere } = this.#takingsOf(debit);
    const amount = Math.max(0, whole - elsewhere);
    const list = within(takings, amount, { amount: (amounts[debit] as number) - whole, until: day[debit] as number });
    const one = { amount, list, invoices, open, openBefore: 0 };
    // Most debits are of themselves.
    if (!came) return [{ ...one, due: this.#ledger.due[debit] as Day, issued: this.#dates[debit] as Day }];
    const dueOf = ({ debit: row }: Origin): Day => {
      const due = this.#ledger.due[row] as Day;
      return due === NO_DAY ? (this.#ledger.due[debit] as Day) : due;
    };
    return byDueDay(one, dueOf).map(({ due, ...claim }) => ({
      ...claim,
      due,
      issued: Math.min(...claim.invoices.map((part) => this.#dates[part.debit] as number)) as Day,
    }));
  }

  /** What took a row down in the order of the days, and what of it is told elsewhere: undone by a row that goes on with it. */
  #takingsOf(debit: number): { readonly takings: Taking[]; readonly elsewhere: number } {
    const takings: Taking[] = [];
    // What settled it and was undone by it is in neither sum.
    let elsewhere = 0 - this.#goneOver.voided(debit);
    for (let i = this.#first[debit] as number; i < (this.#first[debit + 1] as number); i++) {
      const at = this.#order[i] as number;
      const over = this.#goneOver.undone(at);
      elsewhere += over;
      const amount = (this.#settlements.amount[at] as number) - over;
      if (amount > 0) takings.push({ ...this.#reduction(at), amount, credit: this.#settlements.credit[at] as number });
    }
    for (const credit of this.#alone?.get(debit) ?? []) {
      const day = ((this.#ledger.day[credit] as number) + 1) as Day;
      takings.push({ day, amount: 0, isMoney: true, beyond: 0 - (this.#ledger.amount[credit] as number), credit });
    }
    return { takings: takings.sort((a, b) => a.day - b.day), elsewhere };
  }

  /** What came back twice is of the document that was due first. */
  #invoicesOf(debit: number): readonly Origin[] {
    const origins = this.#goneOver.origins(debit);
    if (origins.length === 0) return [{ debit, amount: this.#ledger.amount[debit] as number }];
    const { due } = this.#ledger;
    return origins
      .flatMap((origin) => {
        let left = origin.amount;
        return this.#invoicesOf(origin.debit).flatMap((one): Origin[] => {
          const part = Math.min(left, one.amount);
          left -= part;
          return part > 0 ? [{ debit: one.debit, amount: part }] : [];
        });
      })
      .sort((a, b) => (due[a.debit] as number) - (due[b.debit] as number));
  }

  #reduction(at: number): Pick<Taking, 'day' | 'isMoney' | 'beyond' | 'takesBack'> {
    const by = this.#settlements.credit[at] as number;
    // A tolerance closes on the day of the last settlement, which was a payment as often as not.
    if (by === BY_COLUMNS || by === BY_TOLERANCE) {
      return { day: ((this.#settlements.day[at] as number) + 1) as Day, isMoney: by === BY_COLUMNS };
    }
    const kind = this.#ledger.kind[by] as number;
    if (NO_MONEY.has(kind)) return { day: this.#dates[by] as Day, isMoney: false, takesBack: TAKES_BACK.has(kind) };
    const beyond = this.#beyond?.(at) ?? 0;
    // A payment was made on its own day, however late the invoice was posted.
    return { day: ((this.#ledger.day[by] as number) + 1) as Day, isMoney: true, ...(beyond > 0 ? { beyond } : {}) };
  }
}

type Paired = Pick<Settlements, 'count' | 'debit'>;

function sum(origins: readonly Origin[]): number {
  return origins.reduce((total, { amount }) => total + amount, 0);
}

/**
 * Takings up to the amount of a claim. What came back may be more than was ever due, as with the fees of a bank: what was paid `until` it came back pays that first, later payments the
 * debt that was due.
 */
function within(all: readonly Taking[], amount: number, beyond: { readonly amount: number; readonly until: number }): Taking[] {
  let [left, free] = [amount, beyond.amount];
  return all.flatMap((taking): Taking[] => {
    const past = taking.day <= beyond.until ? Math.min(free, taking.amount) : 0;
    free -= past;
    const part = Math.min(left, taking.amount - past);
    left -= part;
    // A payment of interest alone takes nothing of the claim.
    if (part === taking.amount) return part > 0 || taking.beyond !== undefined ? [taking] : [];
    return part > 0 ? [{ ...taking, amount: part }] : [];
  });
}

/** Where the settlements of each debit begin, of those in the order of `placed`. */
function startsOf({ count }: Ledger, settlements: Paired): Int32Array {
  const first = new Int32Array(count + 1);
  for (let i = 0; i < settlements.count; i++) {
    const debit = settlements.debit[i] as number;
    if (debit >= 0) first[debit + 1] = (first[debit + 1] as number) + 1;
  }
  for (let row = 0; row < count; row++) first[row + 1] = (first[row + 1] as number) + (first[row] as number);
  return first;
}

function placed(settlements: Paired, first: Int32Array): Int32Array {
  const next = first.slice();
  const order = new Int32Array(settlements.count);
  for (let i = 0; i < settlements.count; i++) {
    const debit = settlements.debit[i] as number;
    if (debit < 0) continue;
    const at = next[debit] as number;
    order[at] = i;
    next[debit] = at + 1;
  }
  return order;
}
