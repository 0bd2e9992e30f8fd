// From the input to the plan of notices: history, promises, profiles, proceedings, direct debits, and the interest and indemnity that a letter claims.
import type { Currency } from '../core/currency.ts';
import { type Day, isoDay, NO_DAY } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { fold } from '../core/fold.ts';
import { gather } from '../core/gather.ts';
import { listedNames } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import { tablesWith } from '../law/tables.ts';
import { kindCode } from '../ledger/kind.ts';
import { column, wholeRows } from '../ledger/ledger.ts';
import type { Notice, Reminded } from '../measures/dunning/notice.ts';
import { dunningPlan } from '../measures/dunning/plan.ts';
import { interestOf } from '../measures/interest.ts';
import type { InterestItem, InterestRequest } from '../measures/interest-item.ts';
import type { Leg } from '../measures/interest-legs.ts';
import { isInProceeding, isOnHold } from '../policy/customer-status.ts';
import { DEFAULT_DUNNING, type DunningPolicy, type DunningRules, LEVELS, NEVER_DUNNED, type Profile } from '../policy/dunning.ts';
import type { Input } from './command.ts';
import { type Governing, governing } from './governed.ts';
import { refusesInterest, tellInterest } from './interest-findings.ts';
import { placeIn } from './place-in-table.ts';
import { promisesIn } from './promised.ts';
import { remindedIn } from './reminded.ts';

/** What a letter claims beside the principal, and the legs that its interest is the sum of. */
type Claimed = {
  readonly interest: number;
  readonly indemnity: number;
  readonly indemnityIn: Currency;
  readonly legs: () => readonly (Leg & { readonly row: number })[];
};

export type Dunning = {
  /** What holds for a customer by his profile. */
  readonly rulesOf: (customer: number) => DunningRules;
  readonly notices: readonly Notice[];
  readonly laws: Governing;
  readonly claimedOf: (notice: Notice) => Claimed | undefined;
  /** The contract's, where it was given. */
  readonly rate: InterestRequest['rate'];
  /** Letters claim interest at rates that nobody verified at their source. */
  readonly hasUnverifiedRates: boolean;
  /** Promises of the items of a notice that were not kept. */
  readonly broken: (notice: Notice) => number;
};

type DunningAsked = Pick<InterestRequest, 'rate' | 'dayCount' | 'impute' | 'customers'> & {
  readonly law: Parameters<typeof governing>[2];
};

/** Undefined when something keeps the plan from standing: the diagnostics say so. */
export function dunningFound(input: Input, asked: DunningAsked): Dunning | undefined {
  const { book, asOf, register, settings } = input;
  const policy = settings?.dunning ?? DEFAULT_DUNNING;
  const known = remindedIn(input, asked.customers, 'refused');
  const profiles = profilesFor(input, policy);
  if (known === undefined || profiles === undefined) return undefined;
  const { profileOf, rulesOf } = profiles;
  const promises = promisesIn(input);
  const laws = governing(book.ledger, register, asked.law, settings?.lawsSaid);
  const notices = dunningPlan(book, {
    ...{ asOf, customers: asked.customers, profileOf, rulesOf, isDebited: debited(input) },
    remindedOf: known.remindedOf,
    lastOf: known.lastOf,
    promisedUntil: promises.until,
    proceedingOf: proceedings(input),
  });
  tellOldReceipts(input);
  const claimed = claims(input, asked, rulesOf, laws, notices, known.remindedOf);
  if (claimed === undefined) return undefined;
  return {
    ...{ notices, laws, rulesOf, ...claimed, rate: asked.rate },
    broken: ({ items }) => items.reduce((most, { row }) => Math.max(most, promises.broken(row)), 0),
  };
}

/** What was published opened one, whatever else the table says of it. */
function proceedings({
  register,
  book: { ledger },
  asOf,
}: Input): (customer: number) => { judgment: Day | undefined } | undefined {
  return (customer) => {
    const row = register?.rowOf(ledger.customers.id(customer));
    if (register === undefined || row === undefined) return undefined;
    const { table } = register;
    const judgment = table.day('judgment_date', row);
    const published = table.day('publication_date', row);
    const text = table.text('proceeding', row);
    const isPublished = text.trim() === '' && judgment === undefined && published !== undefined && published <= asOf;
    return isPublished || isInProceeding(text, judgment, asOf) ? { judgment } : undefined;
  };
}

/** Undefined when a profile is named that nobody knows. */
function profilesFor({ register, book, settings, diagnostics }: Input, policy: DunningPolicy) {
  const { customers } = book.ledger;
  let sound = policy.profiles.has(policy.profile) || NEVER_DUNNED.has(policy.profile);
  if (!sound) {
    diagnostics.add({
      ...{ code: 'profile-unknown', file: settings?.file, value: policy.profile },
      what: '[dunning] profile: there is no such profile',
      fix: `the profiles are ${listedNames([...policy.profiles.keys()])}; write levels = { ${policy.profile} = "first 3, second 15, formal 30" }`,
    });
  }
  for (const name of policy.ofProfile.keys()) {
    if (policy.profiles.has(name)) continue;
    sound = false;
    diagnostics.add({
      ...{ code: 'profile-unknown', file: settings?.file, value: name },
      what: `[dunning.${shortened(name)}]: there is no such profile`,
      fix: `the profiles are ${listedNames([...policy.profiles.keys()])}; [dunning] levels adds others`,
    });
  }
  for (let row = 0; register !== undefined && row < register.table.count; row++) {
    const name = fold(register.table.text('dunning', row).trim());
    if (name === '' || policy.profiles.has(name) || NEVER_DUNNED.has(name)) continue;
    sound = false;
    diagnostics.add({
      code: 'profile-unknown',
      ...placeIn(register.table, 'dunning', row),
      what: `dunning: there is no profile ${shortened(name)}`,
      fix: `the profiles are ${listedNames([...policy.profiles.keys()])}, and none for who is never reminded; [dunning] levels adds others`,
    });
  }
  if (!sound) return undefined;
  const nameOf = (customer: number): string => {
    const row = register?.rowOf(customers.id(customer));
    return (row === undefined ? '' : fold(register?.table.text('dunning', row).trim() ?? '')) || policy.profile;
  };
  return {
    profileOf: (customer: number): Profile | undefined => {
      const row = register?.rowOf(customers.id(customer));
      if (row !== undefined && isOnHold(register?.table.text('status', row) ?? '')) return undefined;
      return policy.profiles.get(nameOf(customer));
    },
    rulesOf: (customer: number): DunningRules => policy.ofProfile.get(nameOf(customer)) ?? policy,
  };
}

const RECEIPTS: ReadonlySet<number> = new Set([kindCode('payment'), kindCode('advance')]);

/** Days without a receipt after which a letter may ask for what was paid. */
const OLD_RECEIPTS = 10;

/** What the bank has and the ledger has not is asked for again. */
function tellOldReceipts({ book: { ledger }, asOf, diagnostics }: Input): void {
  let last: number = NO_DAY;
  for (let row = 0; row < ledger.count; row++) {
    const day = ledger.day[row] as number;
    if (day <= asOf && day > last && RECEIPTS.has(ledger.kind[row] as number)) last = day;
  }
  if (last === NO_DAY || asOf - last <= OLD_RECEIPTS) return;
  diagnostics.add({
    code: 'receipts-old',
    what: `the last receipt of the ledger is of ${isoDay(last as Day)}, ${asOf - last} days before ${isoDay(asOf)}`,
    why: 'a letter would ask for what has been paid since',
    fix: 'enter what the bank has received before letters are written',
  });
}

const RETURNED = kindCode('returned');
const DEBIT = /^(?:direct[ _-]?debit|sepa[ _-]?(?:direct[ _-]?)?debit|dd|prelevements?|prelevement sepa|prlv|lcr directe|sdd)$/;

/** What the bank collects is asked for once it has come back: a debit that was not presented is no fault of the customer's. */
function debited({ book: { ledger }, register }: Input): (row: number) => boolean {
  const modes = column(ledger, 'payment_mode');
  const ofCustomer: (boolean | undefined)[] = [];
  return (row) => {
    if (ledger.kind[row] === RETURNED) return false;
    const own = modes === undefined ? '' : modes.dictionary.value(modes.codes[row] as number);
    if (own !== '') return DEBIT.test(fold(own));
    const customer = ledger.customer[row] as number;
    if (ofCustomer[customer] === undefined) {
      const at = register?.rowOf(ledger.customers.id(customer));
      ofCustomer[customer] = at !== undefined && DEBIT.test(fold(register?.table.text('payment_mode', at) ?? ''));
    }
    return ofCustomer[customer] as boolean;
  };
}

/** The day of a formal notice that the history knows of: from it on a consumer owes interest. */
function formalDay(reminded: Reminded | undefined): Day | undefined {
  return reminded?.level === 'formal' ? reminded.day : undefined;
}

/** Undefined when interest is claimed that cannot be reckoned. */
function claims(
  input: Input,
  asked: DunningAsked,
  rulesOf: (customer: number) => DunningRules,
  laws: Governing,
  notices: readonly Notice[],
  remindedOf: (row: number) => Reminded | undefined,
): Pick<Dunning, 'claimedOf' | 'hasUnverifiedRates'> | undefined {
  const { book, asOf, settings, diagnostics, reading } = input;
  const { ledger } = book;
  const all = notices.flatMap((notice) => (notice.meanwhile === undefined ? [notice] : [notice, notice.meanwhile]));
  const claiming = all.filter(
    ({ level, customer }) => level !== undefined && LEVELS.indexOf(level) >= LEVELS.indexOf(rulesOf(customer).claimFrom),
  );
  if (claiming.length === 0) return { claimedOf: () => undefined, hasUnverifiedRates: false };
  const wholeOf = wholeRows(ledger);
  const disputed = new Map(claiming.flatMap(({ items }) => items.map((item) => [item.row, item.disputed] as const)));
  const found = interestOf(book, {
    ...{ asOf, rate: asked.rate, dayCount: asked.dayCount, impute: asked.impute, governed: laws.of, paid: undefined },
    customers: new Set(claiming.map(({ customer }) => customer)),
    withheldOf: (row) => disputed.get(row) ?? 0,
    tables: tablesWith(settings?.lawRows),
    noticeOf: (row) => reading.documentFacts?.noticeOf(wholeOf(row)) ?? formalDay(remindedOf(row)),
  });
  if (refusesInterest(ledger, found, laws, asked.rate, settings, diagnostics)) return undefined;
  tellInterest(ledger, found, laws, diagnostics as Diagnostics);
  const claimed = new Set(claiming);
  const byRow = new Map<number, InterestItem[]>();
  for (const item of found.items) gather(byRow, item.row, item);
  const claimedOf: Dunning['claimedOf'] = (notice) => {
    if (!claimed.has(notice)) return undefined;
    const items = notice.items.flatMap(({ row }) => byRow.get(row) ?? []);
    return {
      // What the books laid on nothing is taken off the amount due.
      interest: items.reduce((sum, { interest, paidBeyond }) => sum + interest + paidBeyond, 0),
      indemnity: items.reduce((sum, { indemnity }) => sum + indemnity, 0),
      indemnityIn: items.at(-1)?.governed.law.indemnity.currency ?? notice.currency,
      legs: () => items.flatMap((item) => found.accrued(item).legs.map((leg) => ({ ...leg, row: item.row }))),
    };
  };
  return { claimedOf, hasUnverifiedRates: found.unverified.size > 0 };
}
