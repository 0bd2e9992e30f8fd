// Which claims were paid late, or are late still, and what took each of them down on which day? The debits past their due day with their settlements; what went over
// to another row, a bounced payment or a doubtful account, is told by that row, and no day of it twice.
import { type Day, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { kindCode } from '../ledger/kind.ts';
import { column, documentDays, type Ledger } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { BY_COLUMNS, BY_TOLERANCE, type Settlements } from '../settle/open-items.ts';
import type { Reduction } from './interest-legs.ts';

/** Credits that are no money: they take a claim down from their own day on. */
const NO_MONEY = new Set((['credit_note', 'write_off', 'discount', 'fx'] as const).map(kindCode));
const TRANSFER = kindCode('transfer');
const RETURNED = kindCode('returned');

/** One of them, and the row of the credit; negative for what the claim's own columns or a tolerance took. */
export type Taking = Reduction & { readonly credit: number };

export type Taken = {
  /** In the order of the days, without what another row tells. */
  readonly list: readonly Taking[];
  /** What another row tells: it bears its interest there, from the same due day. */
  readonly elsewhere: number;
};

export type Takings = {
  readonly of: (debit: number) => Taken;
  /** The debit whose place a row took that came back or was transferred, once that debit was asked about; else the row itself. */
  readonly origin: (row: number) => number;
};

/** What took each debit down, on the day of the settlements. */
export function takingsOf(book: Book, settlements: Settlements): Takings {
  const { ledger } = book;
  const first = startsOf(ledger, settlements);
  const order = placed(settlements, first);
  const goneOver = new GoneOver(book);
  const dates = documentDays(ledger);
  const of = (debit: number): Taken => {
    const list: Taking[] = [];
    let elsewhere = 0;
    for (let i = first[debit] as number; i < (first[debit + 1] as number); i++) {
      const at = order[i] as number;
      const credit = settlements.credit[at] as number;
      const amount = settlements.amount[at] as number;
      const over = credit < 0 ? 0 : goneOver.of(debit, credit, amount);
      elsewhere += over;
      if (amount > over) list.push({ ...reduction(ledger, dates, settlements, at), amount: amount - over, credit });
    }
    return { list: list.sort((a, b) => a.day - b.day), elsewhere };
  };
  return { of, origin: (row) => goneOver.origin(row) };
}

function reduction(
  ledger: Ledger,
  dates: Int32Array,
  { credit, debit, day }: Settlements,
  at: number,
): Pick<Reduction, 'day' | 'isMoney'> {
  const by = credit[at] as number;
  if (by === BY_COLUMNS) return { day: ((day[at] as number) + 1) as Day, isMoney: true };
  if (by === BY_TOLERANCE) return { day: day[at] as Day, isMoney: false };
  if (NO_MONEY.has(ledger.kind[by] as number)) return { day: dates[by] as Day, isMoney: false };
  const posted = Math.max(ledger.day[by] as number, ledger.day[debit[at] as number] as number);
  return { day: (posted + 1) as Day, isMoney: true };
}

/** Where the settlements of each debit begin, of those in the order of `placed`. */
function startsOf({ count }: Ledger, settlements: Settlements): Int32Array {
  const first = new Int32Array(count + 1);
  for (let i = 0; i < settlements.count; i++) {
    const debit = settlements.debit[i] as number;
    if (debit >= 0) first[debit + 1] = (first[debit + 1] as number) + 1;
  }
  for (let row = 0; row < count; row++) first[row + 1] = (first[row + 1] as number) + (first[row] as number);
  return first;
}

function placed(settlements: Settlements, first: Int32Array): Int32Array {
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

/**
 * Payments that bounced, and claims that went to another account: the debit that came of it is due as its document was, so that its own days of interest are those of the
 * document. Each such debit takes over its amount once.
 */
class GoneOver {
  readonly #ledger: Ledger;
  /** Debits that came back or were transferred, by customer, currency and due day. */
  readonly #back = new Map<string, number[]>();
  /** The pairs that were asked about, and what of the credit went over. */
  readonly #known = new Map<string, number>();
  /** The credit whose place a debit took: it may have paid several documents. */
  readonly #taken = new Map<number, number>();
  readonly #origins = new Map<number, number>();

  constructor(book: Book) {
    this.#ledger = book.ledger;
    const { kind, count, amount, due } = this.#ledger;
    const kinds = kind.subarray(0, count);
    if (!kinds.includes(RETURNED) && !kinds.includes(TRANSFER)) return;
    for (let row = 0; row < count; row++) {
      const came = kinds[row] === RETURNED || kinds[row] === TRANSFER;
      if (!came || (amount[row] as number) <= 0 || due[row] === NO_DAY || !book.holds(row)) continue;
      gather(this.#back, this.#key(row), row);
    }
  }

  of(debit: number, credit: number, amount: number): number {
    if (this.#back.size === 0) return 0;
    const pair = `${debit} ${credit}`;
    const known = this.#known.get(pair);
    if (known !== undefined) return known;
    const back = this.#heir(debit, credit);
    if (back !== undefined) {
      this.#taken.set(back, credit);
      // Of several documents that one payment paid the first stands for all.
      if (!this.#origins.has(back)) this.#origins.set(back, debit);
    }
    const over = back === undefined ? 0 : amount;
    this.#known.set(pair, over);
    return over;
  }

  /** What came back twice is of the first document. */
  origin(row: number): number {
    let origin = row;
    for (let next = this.#origins.get(origin); next !== undefined; next = this.#origins.get(origin)) origin = next;
    return origin;
  }

  #heir(debit: number, credit: number): number | undefined {
    const { kind, amount, day } = this.#ledger;
    const isTransfer = kind[credit] === TRANSFER;
    const fits = (this.#back.get(this.#key(debit)) ?? []).filter(
      (row) =>
        row !== debit &&
        (this.#taken.get(row) ?? credit) === credit &&
        (kind[row] === TRANSFER) === isTransfer &&
        amount[row] === 0 - (amount[credit] as number) &&
        (isTransfer ? day[row] === day[credit] : (day[row] as number) >= (day[credit] as number)),
    );
    return fits.find((row) => this.#areNamed(row, credit, debit)) ?? fits[0];
  }

  /** True where a number or a letter says that what came back is of this payment. */
  #areNamed(row: number, credit: number, debit: number): boolean {
    const [document, reference] = [column(this.#ledger, 'document'), column(this.#ledger, 'reference')];
    const at = (texts: typeof document, of: number): string => (texts?.isEmpty(of) === false ? texts.at(of) : '');
    const named = at(reference, row) || at(document, row);
    return named !== '' && [at(document, credit), at(document, debit), at(reference, credit)].includes(named);
  }

  #key(row: number): string {
    const { customer, currency, due } = this.#ledger;
    return `${customer[row]} ${currency[row]} ${due[row]}`;
  }
}
