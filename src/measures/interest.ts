// What does late payment cost, item by item? Interest from the day after the due day on what was unpaid, at the rate of the law that governs or of the contract, and
// the fixed indemnity, once an invoice (rules §2.2, 2.3, 6.8).
import { type Day, NO_DAY } from '../core/day.ts';
import { isUnverified } from '../law/dated.ts';
import type { Governed } from '../law/law.ts';
import type { Beyond } from '../law/statutory.ts';
import { type KindKey, kindCode } from '../ledger/kind.ts';
import { currencyAt, documentDays, type Ledger } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { NOTHING_CHARGED } from './charged-before.ts';
import { type BelowFloor, ClaimRates, heldAgainstFloor } from './claim-rates.ts';
import { invoicesOfBills } from './given-bills.ts';
import type { LatePart } from './indemnity.ts';
import type { Interest, InterestItem, InterestRequest, Left, LeftOut } from './interest-item.ts';
import { type Accrued, legsOf } from './interest-legs.ts';
import { owedItems, type Waiting } from './interest-owed.ts';
import { type LateClaim, LateClaims } from './late-claims.ts';
import { lumpsIn } from './lumps.ts';

const CLAIMS = new Set(
  (['invoice', 'bill', 'returned', 'transfer', 'opening', 'retention', 'other'] as const satisfies KindKey[]).map(kindCode),
);

const BILL = kindCode('bill');

export function interestOf(book: Book, request: InterestRequest): Interest {
  const run = new InterestRun(book, request);
  for (let row = 0; row < book.ledger.count; row++) run.take(row);
  return run.finish();
}

class InterestRun {
  readonly #ledger: Ledger;
  readonly #book: Book;
  readonly #request: InterestRequest;
  readonly #open: Float64Array;
  readonly #claims: LateClaims;
  readonly #dates: Int32Array;
  readonly #isLump: (row: number) => boolean;
  readonly #rates: ClaimRates;
  readonly #invoicesOf: ReturnType<typeof invoicesOfBills>;
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
    this.#claims = new LateClaims(book, request.asOf, request.impute === 'interest' ? this.#open : undefined);
    this.#dates = documentDays(book.ledger);
    this.#isLump = lumpsIn(book.ledger);
    this.#rates = new ClaimRates(request);
    this.#invoicesOf = invoicesOfBills(book.ledger, request.asOf, () => book.settlements(request.asOf));
  }

  take(row: number): void {
    const { day, amount, due, customer } = this.#ledger;
    const { asOf, customers, paid } = this.#request;
    const open = Math.max(0, this.#open[row] as number);
    const isDebit = (amount[row] as number) > 0;
    if ((!isDebit && open === 0) || (day[row] as number) > asOf || !this.#book.holds(row)) return;
    if (customers?.has(customer[row] as number) === false) return;
    if (((due[row] === NO_DAY ? this.#dates[row] : due[row]) as number) >= asOf) return;
    if (!isDebit) {
      // A credit whose own columns gave more of it back than it was is owed, and is no claim that bears interest.
      if (paid === undefined) this.#leave(row, 'no_claim', open);
      return;
    }
    const governed = this.#request.governed(customer[row] as number);
    for (const claim of this.#claims.of(row, open)) this.#takeClaim(row, claim, governed);
  }

  #takeClaim(row: number, claim: LateClaim, governed: Governed | undefined): void {
    const reason = this.#reasonOf(row, claim, governed);
    if (reason === undefined) this.#claim(row, claim, governed as Governed);
    else if (reason === 'no_law' || (claim.open > 0 && this.#request.paid === undefined)) this.#leave(row, reason, claim.open);
  }

  #reasonOf(row: number, claim: LateClaim, governed: Governed | undefined): LeftOut | undefined {
    const { due } = claim;
    const { kind } = this.#ledger;
    if (!CLAIMS.has(kind[row] as number)) return 'no_claim';
    if (due === NO_DAY) return this.#isLump(row) ? 'age_unreliable' : 'no_due';
    // What came back before its document was due is late by no day that was agreed.
    if (due >= this.#request.asOf) return 'no_due';
    if (governed === undefined) return 'no_law';
    if (governed.debtor !== 'consumer') return undefined;
    if (governed.law.rateFor('consumer') === undefined) return 'no_rate';
    return this.#noticeFor(claim) === undefined ? 'consumer' : undefined;
  }

  /** A consumer's formal notice, where the law makes interest run from one and there was one. */
  #noticeFor({ invoices }: LateClaim): Day | undefined {
    const { asOf, noticeOf } = this.#request;
    const days = invoices.map(({ debit }) => noticeOf?.(debit));
    if (days.some((day) => day === undefined || day >= asOf)) return undefined;
    return Math.max(...(days as Day[])) as Day;
  }

  #leave(row: number, reason: LeftOut, open: number): void {
    const currency = currencyAt(this.#ledger, this.#ledger.currency[row] as number);
    const key = `${reason} ${currency}`;
    const left = this.#left.get(key) ?? { reason, currency, count: 0, principal: 0, row };
    left.count++;
    left.principal += open;
    this.#left.set(key, left);
  }

  #claim(row: number, claim: LateClaim, governed: Governed): void {
    const accrued = this.#accrue(row, claim, governed);
    if ('table' in accrued) {
      this.#noRate(accrued, row);
      return;
    }
    const { legs, paidBeyond } = accrued;
    const parts = this.#latePartsOf(row, claim, governed);
    const late = parts.reduce((sum, part) => sum + part.late, 0);
    const isListed = this.#isListed(legs.length > 0 || parts.some((part) => part.owed > 0), claim);
    if (late === 0 && legs.length === 0 && !isListed) return;
    if (isListed) {
      const { below, beyond } = heldAgainstFloor(row, governed, this.#request, legs);
      for (const one of below) if (!this.#belowFloor.has(one.day)) this.#belowFloor.set(one.day, one);
      for (const one of beyond) this.#noRate(one, row);
    }
    const unverified = legs.filter(({ rate }) => isUnverified(rate.mark));
    for (const { rate } of unverified) {
      if (isListed && !this.#unverified.has(rate.source.en)) this.#unverified.set(rate.source.en, row);
    }
    const item = {
      ...{
        row,
        governed,
        due: claim.due,
        until: legs.at(-1)?.to,
        late,
        principal: claim.open,
        openBefore: claim.openBefore,
        charged: NOTHING_CHARGED,
        paidBeyond,
      },
      isVerified: unverified.length === 0,
      days: legs.reduce((sum, leg) => sum + leg.days, 0),
      interest: legs.reduce((sum, leg) => sum + leg.interest, 0),
    };
    this.#waiting.push({ item, isListed, parts });
  }

  #noRate(beyond: Beyond, row: number): void {
    const key = `${beyond.table.key} ${beyond.day}`;
    if (!this.#beyond.has(key)) this.#beyond.set(key, { ...beyond, row });
  }

  /** Of items that are paid whole those whose last payment is of the days asked for; else those that are open. */
  #isListed(wasLate: boolean, { list, open }: LateClaim): boolean {
    const { paid } = this.#request;
    if (paid === undefined) return open > 0;
    if (open > 0 || !wasLate || list.length === 0) return false;
    const payments = list.filter(({ isMoney }) => isMoney);
    // What counts from the day after its own was paid on the day before; without a payment the last credit note settled it.
    const days = payments.length > 0 ? payments.map(({ day }) => day - 1) : list.map(({ day }) => day);
    const last = Math.max(...days);
    return last >= paid.from && last <= paid.to;
  }

  /** What was unpaid of each document, for a bill those it was given for, at the end of the due day, and what of it credit notes did not take back since: only a debt that was owed is paid late. */
  #latePartsOf(row: number, claim: LateClaim, { judgment, debtor }: Governed): LatePart[] {
    const { due, list } = claim;
    const givenFor = this.#ledger.kind[row] === BILL ? this.#invoicesOf(row) : [];
    const invoices = givenFor.length > 0 ? givenFor : claim.invoices;
    let late = claim.amount - this.#withheldOf(row, claim);
    let takenBack = 0;
    for (const { day, amount, isMoney, takesBack } of list) {
      if (day <= (isMoney ? due + 1 : due)) late -= amount;
      else if (takesBack === true) takenBack += amount;
    }
    // An indemnity is owed between professionals.
    const isForbidden = debtor === 'consumer' || (isBefore(claim, judgment) && due >= (judgment as Day));
    let [lateLeft, owedLeft] = [late, isForbidden ? 0 : late - takenBack];
    return invoices.map(({ debit, amount }, i): LatePart => {
      const isLast = i === invoices.length - 1;
      const part = {
        invoice: debit,
        late: isLast ? lateLeft : Math.min(lateLeft, amount),
        owed: isLast ? owedLeft : Math.min(owedLeft, amount),
        isAgain: givenFor.length > 0,
      };
      lateLeft -= part.late;
      owedLeft -= part.owed;
      return part;
    });
  }

  #accrue(row: number, claim: LateClaim, governed: Governed): Accrued | Beyond {
    const { asOf, dayCount, impute } = this.#request;
    const { judgment, debtor } = governed;
    const notice = debtor === 'consumer' ? this.#noticeFor(claim) : undefined;
    const from = (Math.max(claim.due, notice ?? claim.due) + 1) as Day;
    const end = (isBefore(claim, judgment) ? Math.min(asOf, (judgment as Day) - 1) : asOf) as Day;
    return legsOf(
      { from, end, amount: claim.amount - this.#withheldOf(row, claim), reductions: claim.list },
      { rates: this.#rates.of(governed, from), dayCount, impute },
    );
  }

  /** Of several claims of a row the first are in dispute. */
  #withheldOf(row: number, claim: LateClaim): number {
    let left = this.#request.withheldOf?.(row) ?? 0;
    if (left === 0) return 0;
    for (const { due, open } of this.#claims.of(row, Math.max(0, this.#open[row] as number))) {
      const taken = Math.min(left, open);
      if (due === claim.due) return taken;
      left -= taken;
    }
    return 0;
  }

  finish(): Interest {
    return {
      items: owedItems(this.#ledger, this.#waiting, this.#request),
      left: [...this.#left.values()],
      beyond: [...this.#beyond.values()],
      unverified: this.#unverified,
      belowFloor: [...this.#belowFloor.values()].sort((a, b) => a.day - b.day),
      accrued: (item) => this.#accrue(item.row, this.#claimOf(item), item.governed) as Accrued,
      claim: (item) => this.#claimOf(item),
    };
  }

  /** Claims of a row are told apart by their due days. */
  #claimOf({ row, due }: InterestItem): LateClaim {
    const claims = this.#claims.of(row, Math.max(0, this.#open[row] as number));
    return claims.find((claim) => claim.due === due) as LateClaim;
  }
}

/** True for what was owed before a judgment that opened a proceeding; what came after it is owed like any debt. */
function isBefore({ issued }: LateClaim, judgment: Day | undefined): boolean {
  return judgment !== undefined && issued < judgment;
}
