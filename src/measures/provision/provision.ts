// How much must be written down, how much is already, and what moves? Decided claims at the rate of their decision, all others by the matrix where the policy has one (rules §4.2, §4.5).
import { assert } from '../../core/assert.ts';
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { type Fraction, whole } from '../../core/fraction.ts';
import type { ProvisionPolicy } from '../../policy/provision.ts';
import type { Book } from '../../settle/book.ts';
import { conditionOf } from './added-back.ts';
import { type Based, basesOf, type Protection } from './base.ts';
import { type Claim, type ClaimAccount, claimAccounts } from './claims.ts';
import { type Existing, existingOf, laid } from './existing.ts';
import { proposalsOf, type Standing } from './proposals.ts';
import { multiplied, requiredOf } from './required.ts';
import type { AddedBack, Decision, Method, Provision, Reconciliation, WriteDown, WrittenDown } from './write-down.ts';

export type ProvisionRequest = {
  readonly asOf: Day;
  readonly customers: ReadonlySet<number> | undefined;
  readonly inBase: boolean;
  readonly policy: ProvisionPolicy;
  /** What was decided of a row, and is in force. */
  readonly decisionOf: (row: number) => Decision | undefined;
  /** What of an amount is without tax; undefined where nobody says it. */
  readonly netOf: (row: number) => Fraction | undefined;
  readonly protectionOf: (customer: number) => Protection | undefined;
  readonly standingOf: (customer: number) => Standing;
  readonly isDoubtfulAccount: (row: number) => boolean;
  readonly segmentOf: (row: number) => string;
  /** The rates of a segment, one a bucket; undefined where it has none. */
  readonly ratesOf: (segment: string, currency: Currency) => readonly Fraction[] | undefined;
  readonly prior: Existing;
  /** What of a row is lost for good on this closing. */
  readonly writtenOff: (row: number) => number;
};

export type Found = Provision & {
  /** Claims that have no base, because nobody says what of them is tax. */
  readonly withoutTax: readonly Claim[];
  /** Currencies and segments of claims that have neither rates of their own nor those of all others; with a row of each. */
  readonly withoutRates: ReadonlyMap<string, number>;
};

const NO_RATE: Fraction = whole(0);

export function provisionOf(book: Book, request: ProvisionRequest): Found {
  const accounts = claimAccounts(book, request);
  const withoutTax: Claim[] = [];
  const withoutRates = new Map<string, number>();
  const ratesOf = matrixRates(request, withoutRates);
  const writeDowns: WriteDown[] = [];
  const lines = new Map<Currency, Reconciled>();
  for (const account of accounts) {
    const claims = rated(account, request, ratesOf, withoutTax);
    writeDowns.push(...rowsOf(book, account, claims, request));
    reconcile(lines, account, claims);
  }
  const known = new Set(accounts.map(({ customer, currency }) => keyOf(book.ledger.customers.id(customer), currency)));
  writeDowns.push(...released(book, known, request));
  return {
    writeDowns,
    proposals: proposalsOf(accounts, request),
    reconciliation: [...lines.values()],
    ...{ withoutTax, withoutRates },
  };
}

function keyOf(id: string, currency: Currency): string {
  return `${id}\0${currency}`;
}

type Rated = Based & {
  readonly method: Method;
  readonly rate: Fraction;
  readonly bucket: number;
  readonly segment: string;
  readonly decision: Decision | undefined;
};

/** The claims of an account that are written down; at 0 % too. */
function rated(
  account: ClaimAccount,
  { asOf, policy, decisionOf, netOf, protectionOf, segmentOf }: ProvisionRequest,
  ratesOf: (segment: string, currency: Currency, row: number) => readonly Fraction[],
  withoutTax: Claim[],
): Rated[] {
  const decisions = account.claims.map(({ row }) => decisionOf(row));
  if (policy.matrix === undefined && decisions.every((one) => one === undefined)) return [];
  const of = new Map(account.claims.map(({ row }, i) => [row, decisions[i]] as const));
  const ofTax = policy.base === 'gross' ? () => ({ numerator: 1n, denominator: 1n }) : netOf;
  const { based, unknown } = basesOf(account, ofTax, protectionOf(account.customer), asOf);
  withoutTax.push(...unknown.filter(({ row }) => policy.matrix !== undefined || of.get(row) !== undefined));
  const { matrix } = policy;
  const found: Rated[] = [];
  for (const { claim, tax, covered, base } of based) {
    const decision = of.get(claim.row);
    if (decision !== undefined) {
      found.push({ claim, tax, covered, base, method: 'specific', rate: decision.rate, bucket: -1, segment: '', decision });
    } else if (matrix !== undefined) {
      const segment = segmentOf(claim.row);
      const bucket = matrix.buckets.indexOf(claim.daysLate);
      const rate = ratesOf(segment, account.currency, claim.row)[bucket] ?? NO_RATE;
      found.push({ claim, tax, covered, base, method: 'matrix', rate, bucket, segment, decision });
    }
  }
  return found;
}

/** Rates × factor, worked out once a currency and segment; those without rates are kept in `missing`, with a row of each. */
function matrixRates({ ratesOf, policy: { matrix } }: ProvisionRequest, missing: Map<string, number>) {
  const known = new Map<string, readonly Fraction[]>();
  return (segment: string, currency: Currency, row: number): readonly Fraction[] => {
    const name = `${currency} ${segment}`.trim();
    let rates = known.get(name);
    if (rates === undefined) {
      const found = ratesOf(segment, currency);
      if (found === undefined) missing.set(name, row);
      rates = (found ?? []).map((rate) => multiplied(rate, matrix?.factor ?? whole(1)));
      known.set(name, rates);
    }
    return rates;
  };
}

function rowsOf(book: Book, account: ClaimAccount, claims: readonly Rated[], request: ProvisionRequest): WriteDown[] {
  const { customers } = book.ledger;
  const { customer, currency } = account;
  const id = customers.id(customer);
  const methods = (['specific', 'matrix'] as const).filter((method) => claims.some((one) => one.method === method));
  const parts = methods.map((method) => claims.filter((one) => one.method === method));
  const needed = parts.map((some) => requiredOf(some));
  const wholes = needed.map((each) => each.reduce((sum, one) => sum + one, 0));
  const prior = request.prior.get(keyOf(id, currency));
  if (methods.length === 0 && (prior === undefined || isNothing(prior))) return [];
  const who = { customer, id, name: customers.nameOf(customer), currency };
  if (methods.length === 0 && prior !== undefined) return [releaseOf(who, prior, request.policy)];
  const existing = existingOf(prior, methods, wholes);
  const fails = conditions(book, customer, request);
  return methods.map((method, i) => {
    const some = parts[i] as Rated[];
    const each = needed[i] as number[];
    const there = laid(
      existing[i] as number,
      each,
      some.map(({ claim }) => claim.left),
    );
    const items = some.map((one, at) => itemOf(one, each[at] as number, there[at] as number, fails));
    return { ...who, method, items, ...sumsOf(items), existing: existing[i] as number };
  });
}

type Fails = (one: Rated) => AddedBack | undefined;

function itemOf(one: Rated, required: number, existing: number, fails: Fails): WrittenDown {
  const { claim, tax, covered, base, rate, bucket, segment, decision } = one;
  const { row, open, left, daysLate } = claim;
  assert(left - tax - covered === base, 'a base that is not its claim less tax and cover');
  const condition = required === 0 ? undefined : fails(one);
  return { row, open, left, tax, covered, base, rate, required, existing, daysLate, bucket, segment, decision, condition };
}

function sumsOf(items: readonly WrittenDown[]) {
  const sum = (of: (one: WrittenDown) => number): number => items.reduce((total, one) => total + of(one), 0);
  return {
    open: sum(({ left }) => left),
    base: sum(({ base }) => base),
    required: sum(({ required }) => required),
    addBack: sum(({ condition, required }) => (condition === undefined ? 0 : required)),
    conditions: [...new Set(items.flatMap(({ condition }) => (condition === undefined ? [] : [condition])))],
  };
}

/** The condition of tax law that a claim fails; none where no tax law is asked. */
function conditions({ ledger }: Book, customer: number, { policy, standingOf }: ProvisionRequest): Fails {
  if (policy.taxLaw === 'none') return () => undefined;
  const standing = standingOf(customer);
  const { disputed } = ledger.columns;
  return ({ claim, method, decision }) =>
    conditionOf({ method, decision, hasEvent: standing.proceeding || standing.doubtful || (disputed?.[claim.row] ?? 0) !== 0 });
}

/** Allowances of customers of whom nothing is open: released whole. */
function released(book: Book, known: ReadonlySet<string>, { prior, policy, customers }: ProvisionRequest): WriteDown[] {
  const all = book.ledger.customers;
  return [...prior].flatMap(([key, amounts]) => {
    if (known.has(key) || isNothing(amounts)) return [];
    const { id, currency } = amounts;
    const customer = all.find(id).find((number) => customers?.has(number) !== false) ?? 0;
    if (customers !== undefined && customer === 0) return [];
    return [releaseOf({ customer, id, name: customer === 0 ? '' : all.nameOf(customer), currency }, amounts, policy)];
  });
}

type Who = Pick<WriteDown, 'customer' | 'id' | 'name' | 'currency'>;
type Prior = NonNullable<ReturnType<Existing['get']>>;

function isNothing({ specific, matrix, unsaid }: Prior): boolean {
  return specific + matrix + unsaid === 0;
}

function releaseOf(who: Who, { specific, matrix, unsaid }: Prior, policy: ProvisionPolicy): WriteDown {
  const isMatrix = specific === 0 && (matrix !== 0 || policy.matrix !== undefined);
  const none = { items: [], open: 0, base: 0, required: 0, addBack: 0, conditions: [] };
  return { ...who, ...none, method: isMatrix ? 'matrix' : 'specific', existing: specific + matrix + unsaid };
}

type Reconciled = { -readonly [key in keyof Reconciliation]: Reconciliation[key] };

function reconcile(
  lines: Map<Currency, Reconciled>,
  { currency, claims, debits, credits, writtenOff }: ClaimAccount,
  written: readonly Rated[],
): void {
  const nothing = { currency, total: 0, writtenOff: 0, inCredit: 0, undecided: 0, tax: 0, covered: 0, specific: 0, matrix: 0 };
  const line = lines.get(currency) ?? nothing;
  lines.set(currency, line);
  const total = debits + credits;
  line.total += total + writtenOff;
  line.writtenOff += writtenOff;
  line.inCredit += Math.min(0, total);
  line.undecided += claims.reduce((sum, { left }) => sum + left, 0) - written.reduce((sum, { claim }) => sum + claim.left, 0);
  for (const { tax, covered, base, method } of written) {
    line.tax += tax;
    line.covered += covered;
    line[method] += base;
  }
  const { inCredit, undecided, tax, covered, specific, matrix } = line;
  assert(
    line.total === line.writtenOff + inCredit + undecided + tax + covered + specific + matrix,
    `bases of ${currency} do not add up to what is open`,
  );
}
