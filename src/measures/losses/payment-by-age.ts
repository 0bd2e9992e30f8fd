// How likely is a claim of some age to be paid? Of what reached an age in this ledger, the share that came in as cash in the end, and what became of the rest (rules §1.4, §4.5: the vintages of one's own history).
import { allocate } from '../../core/allocate.ts';
import { lastWithin, NO_DAY } from '../../core/day.ts';
import { type Minor, minor } from '../../core/money.ts';
import { kindCode } from '../../ledger/kind.ts';
import { column, type Ledger, wholeRows } from '../../ledger/ledger.ts';
import type { Buckets } from '../../policy/buckets.ts';
import { BY_COLUMNS } from '../../settle/open-items.ts';
import { dueOrDocumentDay } from '../../settle/order.ts';
import { ASIDE, asideOf } from '../aside.ts';
import type { LateClaim, LateClaims } from '../late-claims.ts';
import { lumpsIn } from '../lumps.ts';
import { CASH, CLAIMS } from '../payment-times.ts';
import type { Scope } from './scope.ts';

const [WRITE_OFF, BILL, TRANSFER, PAYMENT] = (['write_off', 'bill', 'transfer', 'payment'] as const).map(kindCode);
const DOUBTFUL = ASIDE.indexOf('doubtful') + 1;

/** Amounts of one bucket in one currency: paid + writtenOff + credited + open = reached. */
export type AgeOutcome = {
  reached: number;
  paid: number;
  writtenOff: number;
  credited: number;
  open: number;
  /** What reached the bucket too short a time ago for its outcome to be known: in none of the above. */
  tooYoung: number;
};

export type PaymentByAge = {
  /** By currency and bucket. */
  readonly outcomes: readonly (readonly AgeOutcome[])[];
  /** Claims that are in no bucket: paid on a day nobody tells, or brought forward without their days. */
  readonly undated: number;
  readonly lumps: number;
  /** By currency, money that paid claims which are looked at, and money that is allocated to none. */
  readonly allocated: readonly number[];
  readonly unallocated: readonly number[];
};

/** What took a claim down on which day: cash, a loss, or what is neither. */
type Event = { readonly amount: number; readonly day: number; readonly as: 'paid' | 'writtenOff' | 'credited' };

type Life = {
  readonly row: number;
  readonly amount: number;
  readonly from: number;
  readonly due: number;
  readonly list: Event[];
};

/** `claims` are those of the same book and the as-of day. `within`: months after which the outcome of what reached an age counts. */
export function paymentByAge(scope: Scope, claims: LateClaims, buckets: Buckets, within: number): PaymentByAge {
  const { ledger, period } = scope;
  const outcomes = scope.each(() =>
    buckets.list.map((): AgeOutcome => ({ reached: 0, paid: 0, writtenOff: 0, credited: 0, open: 0, tooYoung: 0 })),
  );
  let [undated, lumps] = [0, 0];
  const allocated = scope.each(() => 0);
  const aside = asideOf(ledger);
  const isLump = lumpsIn(ledger);
  const lives = livesOf(scope, claims);
  // The last day on which an age was reached so long ago that its outcome counts.
  const latest = lastWithin(period.to, -within);
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.amount[row] as number) <= 0 || (ledger.day[row] as number) > period.to) continue;
    if (!CLAIMS.has(ledger.kind[row] as number) || !scope.keeps(row)) continue;
    const which = aside(row);
    if (which !== 0 && which !== DOUBTFUL) continue;
    if (isLump(row)) {
      lumps++;
      continue;
    }
    const found = lives(row);
    if (found === undefined) undated++;
    const slot = scope.slotOf(row);
    for (const life of found ?? []) {
      addLife(scope, outcomes[slot] as AgeOutcome[], life, buckets, latest);
      const paid = life.list.reduce((sum, { amount, as }) => (as === 'paid' ? sum + amount : sum), 0);
      allocated[slot] = (allocated[slot] as number) + scope.worthOf(row, paid);
    }
  }
  return { outcomes, undated, lumps, allocated, unallocated: unallocatedIn(scope) };
}

/** By currency, what is left of payments; an advance waits for its invoice. */
function unallocatedIn(scope: Scope): number[] {
  const { ledger, book, period } = scope;
  const items = book.at(period.to);
  const open = scope.inBase ? (items.base ?? items.open) : items.open;
  const left = scope.each(() => 0);
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.kind[row] !== PAYMENT || (open[row] as number) >= 0 || !scope.keeps(row)) continue;
    const slot = scope.slotOf(row);
    left[slot] = (left[slot] as number) - (open[row] as number);
  }
  return left;
}

/** Adds what was open of a claim on the first day on which it was in each bucket. */
function addLife(scope: Scope, of: readonly AgeOutcome[], life: Life, { list, upTo }: Buckets, latest: number): void {
  for (let bucket = 0; bucket < list.length; bucket++) {
    const first = Math.max(life.from, bucket === 0 ? life.from : life.due + (upTo[bucket - 1] as number) + 1);
    const last = bucket < upTo.length ? life.due + (upTo[bucket] as number) : Number.POSITIVE_INFINITY;
    if (first > last || first > scope.period.to) continue;
    const sums = { paid: 0, writtenOff: 0, credited: 0 };
    let reached = life.amount;
    let open = life.amount;
    for (const { amount, day, as } of life.list) {
      open -= amount;
      if (day <= first) reached -= amount;
      else sums[as] += amount;
    }
    if (reached <= 0) continue;
    const outcome = of[bucket] as AgeOutcome;
    const worth = minor(scope.worthOf(life.row, reached));
    if (first > latest) outcome.tooYoung += worth;
    else if (worth > 0) addOutcome(outcome, worth, [sums.paid, sums.writtenOff, sums.credited, open]);
  }
}

/** In the currency of the books the parts still add up to the whole. */
function addOutcome(of: AgeOutcome, reached: Minor, parts: readonly number[]): void {
  const [paid = 0, writtenOff = 0, credited = 0, open = 0] = allocate(reached, parts);
  of.reached += reached;
  of.paid += paid;
  of.writtenOff += writtenOff;
  of.credited += credited;
  of.open += open;
}

/** The claims a debit stands for; undefined where its own columns say that it was paid, and not when. */
function livesOf(scope: Scope, claims: LateClaims): (row: number) => readonly Life[] | undefined {
  const { ledger, book, period } = scope;
  const { open } = book.at(period.to);
  const due = dueOrDocumentDay(ledger);
  const settled = column(ledger, 'settled_on');
  const whole = wholeRows(ledger);
  const isDated = (row: number): boolean => settled !== undefined && settled[whole(row)] !== NO_DAY;
  const becameBill = acceptances(ledger);
  const as = (credit: number): Event['as'] => {
    if (credit === BY_COLUMNS) return 'paid';
    const kind = credit < 0 ? -1 : (ledger.kind[credit] as number);
    return CASH.has(kind) ? 'paid' : kind === WRITE_OFF ? 'writtenOff' : 'credited';
  };
  return (row) => {
    const list: Event[] = [];
    let isKnown = true;
    // What another row goes on with is a claim of that row; what its columns say was paid beyond it is owed to the customer.
    let amount = Math.max(0, open[row] as number);
    const isOwn = claims.eachOf(row, (part, credit, day) => {
      if (credit === BY_COLUMNS && !isDated(row)) isKnown = false;
      if (becameBill(credit)) return;
      amount += part;
      list.push({ amount: part, day, as: as(credit) });
    });
    if (!isKnown) return undefined;
    if (isOwn) return [{ row, amount, from: ledger.day[row] as number, due: due(row), list }];
    return claims.of(row, 0).map((claim) => cameOf(row, claim));
  };

  function cameOf(row: number, claim: LateClaim): Life {
    const list = claim.list.filter(({ credit }) => !becameBill(credit));
    return {
      row,
      amount: claim.list.reduce((rest, { amount, credit }) => (becameBill(credit) ? rest - amount : rest), claim.amount),
      from: Math.min(...claim.invoices.map(({ debit }) => ledger.day[debit] as number)),
      due: claim.due === NO_DAY ? claim.issued : claim.due,
      // A claim bears interest to the end of the day on which money takes it down.
      list: list.map(({ amount, day, credit, isMoney }) => ({
        amount,
        day: credit < 0 || isMoney ? day - 1 : day,
        as: as(credit),
      })),
    };
  }
}

/** Credits by which a claim became a bill, which is a claim of its own: a bill itself, or a transfer of the day on which the customer gave one. */
function acceptances({ kind, amount, customer, day, count }: Ledger): (credit: number) => boolean {
  const given = new Set<string>();
  for (let row = 0; row < count; row++) {
    if (kind[row] === BILL && (amount[row] as number) > 0) given.add(`${customer[row]} ${day[row]}`);
  }
  return (credit) =>
    credit >= 0 &&
    (kind[credit] === BILL || (kind[credit] === TRANSFER && given.size > 0 && given.has(`${customer[credit]} ${day[credit]}`)));
}
