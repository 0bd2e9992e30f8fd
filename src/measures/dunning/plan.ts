// Who is reminded today, at which level, of which items? For each customer one proposed notice a currency, or the reason for none: a value, of which nothing is written (rules §6).
import { assert } from '../../core/assert.ts';
import type { Currency } from '../../core/currency.ts';
import { exponentOf } from '../../core/currency.ts';
import { type Day, NO_DAY } from '../../core/day.ts';
import { asTold } from '../../ledger/as-told.ts';
import { currencyAt } from '../../ledger/ledger.ts';
import { type DunningRules, LEVELS, type Level, type LevelKey, type Profile } from '../../policy/dunning.ts';
import type { Book } from '../../settle/book.ts';
import { declaredOf } from './declared.ts';
import { type ItemsAsked, itemOf, type OpenItem } from './items.ts';
import { meanwhileOf } from './meanwhile.ts';
import type { DunnedItem, NoNotice, Notice, Reminded } from './notice.ts';

type PlanRequest = ItemsAsked & {
  readonly customers: ReadonlySet<number> | undefined;
  /** What holds for the customer by his profile. */
  readonly rulesOf: (customer: number) => DunningRules;
  /** Undefined for a customer who is never reminded. */
  readonly profileOf: (customer: number) => Profile | undefined;
  /** Undefined for a customer in no collective proceeding. */
  readonly proceedingOf: (customer: number) => { readonly judgment: Day | undefined } | undefined;
  /** The last day on which the customer was reminded of anything in this currency. */
  readonly lastOf: (customer: number, currency: Currency) => Reminded | undefined;
};

/** What is open of a customer in a currency. */
type Account = {
  readonly customer: number;
  readonly currency: Currency;
  readonly items: OpenItem[];
  /** Rows of credits that nothing allocates. */
  readonly credits: number[];
  unallocated: number;
  owed: number;
};

/** By customer and currency, in the order first met: those who owe something that is past due, are reminded before it is, or must be declared. */
export function dunningPlan(book: Book, request: PlanRequest): Notice[] {
  return accountsOf(book, request)
    .map((account) => noticeOf(book, account, request))
    .filter(({ overdue, level, declared }) => overdue > 0 || level !== undefined || (declared?.before ?? 0) > 0);
}

function accountsOf(book: Book, request: PlanRequest): Account[] {
  const { ledger } = book;
  const { open } = book.at(request.asOf);
  const item = itemOf(book, request);
  const accounts = new Map<number, Account>();
  for (let row = 0; row < ledger.count; row++) {
    const left = open[row] as number;
    const customer = ledger.customer[row] as number;
    if (left === 0 || (ledger.day[row] as number) > request.asOf || request.customers?.has(customer) === false) continue;
    const key = customer * 256 + (ledger.currency[row] as number);
    let account = accounts.get(key);
    if (account === undefined) {
      const currency = currencyAt(ledger, ledger.currency[row] as number);
      accounts.set(key, (account = { customer, currency, items: [], credits: [], unallocated: 0, owed: 0 }));
    }
    account.owed += left;
    const found = item(row);
    if (found !== undefined) account.items.push(found);
    else if (left < 0) {
      account.unallocated += left;
      account.credits.push(row);
    }
  }
  const all = [...accounts.values()].filter(({ items }) => items.length > 0);
  const told = asTold(ledger);
  for (const { items, credits } of all) {
    items.sort((a, b) => dueOf(a) - dueOf(b) || told(a.row, b.row));
    credits.sort((a, b) => (ledger.day[a] as number) - (ledger.day[b] as number) || told(a, b));
  }
  return all;
}

/** What has no day comes last. */
function dueOf({ due }: OpenItem): number {
  return due === NO_DAY ? Number.POSITIVE_INFINITY : due;
}

function noticeOf(book: Book, account: Account, request: PlanRequest): Notice {
  const { customer, currency, items, unallocated, owed } = account;
  const { asOf } = request;
  const rules = request.rulesOf(customer);
  const last = request.lastOf(customer, currency);
  const profile = request.profileOf(customer);
  const overdue = sum(
    items.filter(({ daysLate }) => daysLate > 0),
    ({ open }) => open,
  );
  const askable = items.filter(({ why }) => why === undefined);
  const aside = items.flatMap(({ row, open, why }) => (why === undefined ? [] : [{ row, open, why }]));
  const late = askable.filter(({ daysLate }) => daysLate > 0);
  const stepped = stepsOf(late, profile ?? [], asOf);
  const early =
    late.length > 0
      ? []
      : stepsOf(
          askable,
          (profile ?? []).filter(({ key }) => key === 'pre_due'),
          asOf,
        ).filter(({ level }) => level !== undefined);
  const listed = late.length > 0 ? stepped : early;
  const level = highest(listed.flatMap((one) => (one.level === undefined ? [] : [one.level])));
  const remaining = sum(listed, ({ open, disputed }) => open - disputed);
  const amountDue = remaining + unallocated;
  const proceeding = request.proceedingOf(customer);
  const declared = proceeding && declaredOf(book, account, asOf, proceeding.judgment);
  // So that what is past due, less this and what nothing allocates, is what is asked for.
  const isListed = new Set(listed.map(({ row }) => row));
  const disputed = sum(items, (one) => (one.daysLate > 0 || isListed.has(one.row) ? one.disputed : 0));
  const base = { customer, currency, aside, overdue, disputed, unallocated, credits: account.credits, last, declared };
  // A run again on one day is the same run, whatever the interval.
  const soonest = last === undefined ? asOf : ((last.day + Math.max(1, rules.interval)) as Day);
  const unit = 10 ** exponentOf(currency);
  const reasons: readonly (readonly [NoNotice, boolean])[] = [
    ['proceeding', proceeding !== undefined],
    ['on_hold', profile === undefined],
    ['all_aside', overdue > 0 && late.length === 0 && early.length === 0],
    ['nothing_due', listed.length === 0],
    ['covered', amountDue <= 0],
    ['below_minimum', amountDue < rules.minimum * unit || isBelowShare(amountDue, owed, rules)],
    ['last_level', level === undefined && late.every((one) => isAtLast(one, profile ?? []))],
    ['waiting', level === undefined],
    ['too_soon', soonest > asOf],
  ];
  const why = reasons.find(([, holds]) => holds)?.[0];
  const next =
    why === 'proceeding' || why === 'on_hold'
      ? undefined
      : nextDay(items, profile ?? [], { asOf, rules }, last, why === undefined ? level : undefined);
  if (why !== undefined) {
    return {
      ...base,
      ...{ level: undefined, channel: undefined, needsApproval: false, why, next, meanwhile: undefined },
      items: listed.map((one) => ({ ...one, level: undefined })),
      amountDue: Math.max(0, amountDue),
    };
  }
  assert(level !== undefined, 'a notice without a level');
  const notice: Notice = {
    ...{ ...base, level, items: listed, amountDue, why, next, meanwhile: undefined },
    channel: rules.channels[level],
    needsApproval: rules.approval.has(level),
  };
  return notice.needsApproval ? { ...notice, meanwhile: meanwhileOf(notice, rules, profile ?? [], asOf) } : notice;
}

/** Each item one step further at most, and never past a level: on the day of a level or after it. */
function stepsOf(items: readonly OpenItem[], profile: Profile, asOf: Day): DunnedItem[] {
  return items.map((item) => {
    const { row, due, daysLate, open, disputed, before } = item;
    const next = nextLevel(item, profile);
    const isDue = next !== undefined && asOf >= due + next.days && (next.key !== 'pre_due' || daysLate <= 0);
    return { row, due, daysLate, open, disputed, before, level: isDue ? next.key : undefined };
  });
}

/** A notice before the due day is for items that are not due; once they are, the first reminder is the first. */
function nextLevel({ before, daysLate }: OpenItem, profile: Profile): Level | undefined {
  const levels = daysLate > 0 ? profile.filter(({ key }) => key !== 'pre_due') : profile;
  if (before === undefined) return levels[0];
  return levels.find(({ key }) => LEVELS.indexOf(key) > LEVELS.indexOf(before.level));
}

function isAtLast(item: OpenItem | DunnedItem, profile: Profile): boolean {
  return nextLevel(item as OpenItem, profile) === undefined;
}

function highest(levels: readonly LevelKey[]): LevelKey | undefined {
  return LEVELS.findLast((level) => levels.includes(level));
}

function isBelowShare(amount: number, owed: number, { minimumShare }: DunningRules): boolean {
  return BigInt(amount) * minimumShare.denominator < BigInt(Math.max(0, owed)) * minimumShare.numerator;
}

/** The first day after today on which a step of some item is due and the interval is over. `sent`: the level of today's notice. */
function nextDay(
  items: readonly OpenItem[],
  profile: Profile,
  { asOf, rules }: { readonly asOf: Day; readonly rules: DunningRules },
  last: Reminded | undefined,
  sent: LevelKey | undefined,
): Day | undefined {
  const days = items.flatMap((item) => {
    if (item.why !== undefined) return [];
    const one = nextLevel(item, profile);
    const isTaken = sent !== undefined && one !== undefined && asOf >= item.due + one.days;
    const then = isTaken ? profile.find(({ key }) => LEVELS.indexOf(key) > LEVELS.indexOf(one.key)) : one;
    return then === undefined ? [] : [item.due + then.days];
  });
  if (days.length === 0) return undefined;
  const free = sent !== undefined ? asOf + rules.interval : last === undefined ? asOf + 1 : last.day + rules.interval;
  return Math.max(Math.min(...days), free, asOf + 1) as Day;
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
