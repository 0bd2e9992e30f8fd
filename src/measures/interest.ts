// What does late payment cost, item by item? Interest from the day after the due day on what was unpaid, at the rate of the law that governs or of the contract, and
// the fixed indemnity, once an invoice (rules §2.2, 2.3, 6.8).
import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import { isUnverified } from '../law/dated.ts';
import type { Governed } from '../law/law.ts';
import type { Beyond } from '../law/statutory.ts';
import { type KindKey, kindCode } from '../ledger/kind.ts';
import { currencyAt, documentDays, type Ledger } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { type Charged, ChargedBefore, NOTHING_CHARGED } from './charged-before.ts';
import { type BelowFloor, ClaimRates, heldAgainstFloor, type RateChoice } from './claim-rates.ts';
import { documentOf, Indemnities } from './indemnity.ts';
import { type Accrued, type DayCount, type Imputation, type Leg, legsOf } from './interest-legs.ts';
import { type Taken, type Takings, takingsOf } from './late-claims.ts';

export type InterestRequest = RateChoice & {
  readonly asOf: Day;
  /** Undefined where nobody said which law governs. */
  readonly governed: (customer: number) => Governed | undefined;
  readonly dayCount: DayCount;
  readonly impute: Imputation;
  /** Items settled late, the last of them on one of these days; undefined for items that are open. */
  readonly paid: { readonly from: Day; readonly to: Day } | undefined;
  readonly customers: ReadonlySet<number> | undefined;
  readonly charged: (customer: number, document: string) => Charged | undefined;
};

/** Why an open debit past its due day, or its document's, bears no interest here. */
export const LEFT_OUT = ['no_law', 'no_due', 'age_unreliable', 'no_claim', 'consumer'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export type InterestItem = {
  /** Of the ledger. */
  readonly row: number;
  readonly governed: Governed;
  readonly due: Day;
  /** The last day of interest; undefined where there is none. */
  readonly until: Day | undefined;
  readonly days: number;
  /** What was unpaid at the end of the due day. */
  readonly late: number;
  /** What is open on the as-of day. */
  readonly principal: number;
  /** Σ legs less what was charged before. */
  readonly interest: number;
  readonly indemnity: number;
  readonly charged: Charged;
  /** Each of its rates was verified at the source. */
  readonly isVerified: boolean;
};

export type Left = {
  readonly reason: LeftOut;
  readonly currency: Currency;
  count: number;
  principal: number;
  readonly row: number;
};

export type Interest = {
  /** In the order of the ledger. */
  readonly items: readonly InterestItem[];
  readonly left: readonly Left[];
  /** Days that no table covers, with the first row that asks for each; where there are some, no figure stands. */
  readonly beyond: readonly (Beyond & { readonly row: number })[];
  readonly belowFloor: readonly BelowFloor[];
  /** Rates of items that were not verified at their source, each with the first row. */
  readonly unverified: ReadonlyMap<string, number>;
  readonly accrued: (item: InterestItem) => Accrued;
  readonly taken: (row: number) => Taken;
};

const CLAIMS = new Set(
  (['invoice', 'bill', 'returned', 'transfer', 'opening', 'retention', 'other'] as const satisfies KindKey[]).map(kindCode),
);
const OPENING = kindCode('opening');

export function interestOf(book: Book, request: InterestRequest): Interest {
  const run = new InterestRun(book, request);
  for (let row = 0; row < book.ledger.count; row++) run.take(row);
  return run.finish();
}

/** A claim that was late, before it is known which part of an invoice its indemnity goes with; `owed`: what of it was not taken back since. */
type Waiting = { readonly item: Omit<InterestItem, 'indemnity'>; readonly isListed: boolean; readonly owed: number };

class InterestRun {
  readonly #ledger: Ledger;
  readonly #book: Book;
  readonly #request: InterestRequest;
  readonly #open: Float64Array;
  readonly #takings: Takings;
  readonly #dates: Int32Array;
  readonly #rates: ClaimRates;
  readonly #unverified = new Map<string, number>();
  readonly #waiting: Waiting[] = [];
  readonly #left = new Map<string, Left>();
  readonly #beyond = new Map<string, Beyond & { readonly row: number }>();
  readonly #belowFloor = new Map<Day, BelowFloor>();

  constructor(book: Book, request: InterestRequest) {
    this.#book = book;
    this.#ledger = book.ledger;
    this.#request = request;
    this.#open = book.at(request.asOf).open;
    this.#takings = takingsOf(book, book.settlements(request.asOf));
    this.#dates = documentDays(book.ledger);
    this.#rates = new ClaimRates(request);
  }

  take(row: number): void {
    const { day, amount, due, customer } = this.#ledger;
    const { asOf, customers } = this.#request;
    if ((amount[row] as number) <= 0 || (day[row] as number) > asOf || !this.#book.holds(row)) return;
    if (customers?.has(customer[row] as number) === false) return;
    const open = Math.max(0, this.#open[row] as number);
    if (((due[row] === NO_DAY ? this.#dates[row] : due[row]) as number) >= asOf) return;
    const governed = this.#request.governed(customer[row] as number);
    const reason = this.#reasonOf(row, governed);
    if (reason === undefined) this.#claim(row, governed as Governed, open);
    else if (reason === 'no_law' || (open > 0 && this.#request.paid === undefined)) this.#leave(row, reason, open);
  }

  #reasonOf(row: number, governed: Governed | undefined): LeftOut | undefined {
    const { kind, due, day } = this.#ledger;
    if (!CLAIMS.has(kind[row] as number)) return 'no_claim';
    const isLump = kind[row] === OPENING && this.#dates[row] === day[row];
    if (due[row] === NO_DAY) return isLump ? 'age_unreliable' : 'no_due';
    if (governed === undefined) return 'no_law';
    return governed.debtor === 'consumer' ? 'consumer' : undefined;
  }

  #leave(row: number, reason: LeftOut, open: number): void {
    const currency = currencyAt(this.#ledger, this.#ledger.currency[row] as number);
    const key = `${reason} ${currency}`;
    const left = this.#left.get(key) ?? { reason, currency, count: 0, principal: 0, row };
    left.count++;
    left.principal += open;
    this.#left.set(key, left);
  }

  #claim(row: number, governed: Governed, open: number): void {
    const taken = this.#takings.of(row);
    const accrued = this.#accrue(row, governed, taken);
    if ('table' in accrued) {
      this.#noRate(accrued, row);
      return;
    }
    const { legs } = accrued;
    const { late, owed } = this.#lateOf(row, governed, taken);
    const isListed = this.#isListed(open, legs, taken);
    if (late === 0 && legs.length === 0 && !isListed) return;
    if (isListed) {
      const { below, beyond } = heldAgainstFloor(row, governed, this.#request, legs);
      for (const one of below) if (!this.#belowFloor.has(one.day)) this.#belowFloor.set(one.day, one);
      for (const one of beyond) this.#noRate(one, row);
    }
    const unverified = legs.filter(({ rate }) => isUnverified(rate.mark));
    for (const { rate } of unverified)
      if (isListed && !this.#unverified.has(rate.source.en)) this.#unverified.set(rate.source.en, row);
    const item = {
      ...{
        row,
        governed,
        due: this.#ledger.due[row] as Day,
        until: legs.at(-1)?.to,
        late,
        principal: open,
        charged: NOTHING_CHARGED,
      },
      isVerified: unverified.length === 0,
      days: legs.reduce((sum, leg) => sum + leg.days, 0),
      interest: legs.reduce((sum, leg) => sum + leg.interest, 0),
    };
    this.#waiting.push({ item, isListed, owed });
  }

  #noRate(beyond: Beyond, row: number): void {
    const key = `${beyond.table.key} ${beyond.day}`;
    if (!this.#beyond.has(key)) this.#beyond.set(key, { ...beyond, row });
  }

  /** Of items that are paid whole those whose last settlement is of the days asked for; else those that are open. */
  #isListed(open: number, legs: readonly Leg[], { list }: Taken): boolean {
    const { paid } = this.#request;
    if (paid === undefined) return open > 0;
    const last = list.at(-1);
    if (open > 0 || legs.length === 0 || last === undefined) return false;
    // What counts from the day after its own was paid on the day before.
    const day = last.isMoney ? last.day - 1 : last.day;
    return day >= paid.from && day <= paid.to;
  }

  /** What was unpaid at the end of the due day, and what of it was not taken back since without money: only a debt that was owed is paid late. */
  #lateOf(row: number, { judgment }: Governed, { list, elsewhere }: Taken): { readonly late: number; readonly owed: number } {
    const due = this.#ledger.due[row] as number;
    let late = (this.#ledger.amount[row] as number) - elsewhere;
    let takenBack = 0;
    for (const { day, amount, isMoney } of list) {
      if (day <= (isMoney ? due + 1 : due)) late -= amount;
      else if (!isMoney) takenBack += amount;
    }
    const isForbidden = this.#isBefore(row, judgment) && due >= (judgment as Day);
    return { late, owed: isForbidden ? 0 : late - takenBack };
  }

  /** True for what was owed before a judgment that opened a proceeding; what came after it is owed like any debt. */
  #isBefore(row: number, judgment: Day | undefined): boolean {
    return judgment !== undefined && (this.#dates[row] as number) < judgment;
  }

  #accrue(row: number, governed: Governed, { list, elsewhere }: Taken): Accrued | Beyond {
    const { asOf, dayCount, impute } = this.#request;
    const { judgment } = governed;
    const from = ((this.#ledger.due[row] as number) + 1) as Day;
    const end = (this.#isBefore(row, judgment) ? Math.min(asOf, (judgment as Day) - 1) : asOf) as Day;
    const claim = { from, end, amount: (this.#ledger.amount[row] as number) - elsewhere, reductions: list };
    return legsOf(claim, { rates: this.#rates.of(governed, from), dayCount, impute });
  }

  finish(): Interest {
    const items: InterestItem[] = [];
    const indemnities = new Indemnities(this.#ledger, this.#request.rate !== undefined);
    // An indemnity goes with what is open of its invoice, else with the first part that was late: with one row, whichever items are asked for.
    const isPaid = ({ item }: Waiting): number => (item.principal > 0 ? 0 : 1);
    this.#waiting.sort((a, b) => isPaid(a) - isPaid(b) || a.item.due - b.item.due || a.item.row - b.item.row);
    const before = new ChargedBefore(this.#request.charged);
    for (const { item, isListed, owed } of this.#waiting) {
      const indemnity = indemnities.of(item.row, this.#takings.origin(item.row), item.governed.law, owed);
      const origin = this.#takings.origin(item.row);
      const customer = this.#ledger.customer[item.row] as number;
      // Whether it is shown or not, a part of an invoice takes what was charged for the invoice up to what is its own.
      const charged = before.take(customer, documentOf(this.#ledger, origin), item.interest, indemnity);
      if (!isListed) continue;
      items.push({ ...item, interest: item.interest - charged.interest, indemnity: indemnity - charged.indemnity, charged });
    }
    return {
      items: items.sort((a, b) => a.row - b.row),
      left: [...this.#left.values()],
      beyond: [...this.#beyond.values()],
      unverified: this.#unverified,
      belowFloor: [...this.#belowFloor.values()].sort((a, b) => a.day - b.day),
      accrued: ({ row, governed }) => this.#accrue(row, governed, this.#takings.of(row)) as Accrued,
      taken: this.#takings.of,
    };
  }
}
