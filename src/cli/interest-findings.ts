// What deserves a word about late interest? What stops it (no law, no agreed day, a day without a rate, a rate below the least), and what the figures rest on.
import { isoDay, NO_DAY } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted, listed, listedNames } from '../core/plural.ts';
import { percentText, type Rate } from '../core/rate.ts';
import { halfYearName } from '../law/half-years.ts';
import { type Ledger, originOf } from '../ledger/ledger.ts';
import type { Interest, LeftOut } from '../measures/interest-item.ts';
import { plainAmount } from '../text/amounts.ts';
import type { Input } from './command.ts';
import type { Governing } from './governed.ts';
import type { Settings } from './settings.ts';

/** True when no figure can stand. `rate`: the contract's, where one was said. */
export function refusesInterest(
  ledger: Ledger,
  found: Interest,
  { unknown }: Governing,
  rate: Rate | undefined,
  settings: Settings | undefined,
  diagnostics: Diagnostics,
): boolean {
  for (const [text, ids] of unknown) {
    diagnostics.add({
      code: 'law-unknown',
      value: text,
      what: `the table of customers names a law that is not known, for ${listed([...new Set(ids)], (id) => id)}`,
      fix: 'the laws are fr, eu and uk; leave such customers out with --where-not law=…, and see what their own law gives you',
    });
  }
  const lawless = found.left.filter(({ reason }) => reason === 'no_law');
  if (lawless.length > 0 && unknown.size === 0) {
    diagnostics.add({
      code: 'law-unsaid',
      ...originOf(ledger, lawless[0]?.row as number),
      what: `nobody says which law governs ${counted(
        lawless.reduce((sum, { count }) => sum + count, 0),
        'late item',
      )}, first here`,
      why: 'it is that of the contract, and never deduced from a country or a language',
      fix: 'say it: --law fr, eu or uk, [law] default = "fr" in ar.toml, or a column law in --customers',
    });
  }
  for (const { table, day, before, begins, row } of found.beyond) {
    diagnostics.add({
      code: 'law-day-unknown',
      ...originOf(ledger, row),
      value: isoDay(day),
      what: `no rate is known for this day: the table ${table.key} (${table.name.en}) ${before ? `is used from ${isoDay(begins)} on` : `is known up to ${isoDay(table.knownTo)}`}`,
      why: 'a rate carried on beyond its table would be a guess',
      fix: before
        ? 'leave such items out with --where-not, or see what the law of that time gives you'
        : `add it to ar.toml: [law.${table.key}], and below it ${isoDay(day)} = "…"`,
    });
  }
  tellFloor(ledger, found, rate, settings, diagnostics);
  return diagnostics.failed;
}

function tellFloor(
  ledger: Ledger,
  { belowFloor }: Interest,
  rate: Rate | undefined,
  settings: Settings | undefined,
  diagnostics: Diagnostics,
): void {
  const [first] = belowFloor;
  if (first === undefined || rate === undefined) return;
  const halves = belowFloor.map(({ day, floor }) => `${halfYearName(day)} ${percentText(floor.rate)} %`);
  const place = settings?.placeOf('rate');
  diagnostics.add({
    code: 'rate-below-floor',
    ...(place === undefined ? originOf(ledger, first.row) : { file: settings?.file, line: place.line }),
    value: percentText(rate),
    what: `${place === undefined ? '--rate' : place.key}: the rate is less than the law allows, three times the legal rate: ${listedNames(halves)}`,
    why: 'a contract may not stipulate less (C. com. L441-10, II)',
    fix: 'leave the rate out, and the law’s own holds; or name one that is high enough in each half-year',
  });
}

const REASONS: { readonly [reason in LeftOut]: string } = {
  no_law: 'no law is said',
  no_due: 'nobody agreed a due day',
  age_unreliable: 'the opening is a lump that lost its days',
  no_claim: 'charges, refunds and differences bear no interest',
  no_rate: 'the rates of this law are between professionals, and none is known that a consumer owes',
  consumer: 'a consumer owes legal interest from a formal notice only, and none is known',
};

export function tellInterest(ledger: Ledger, found: Interest, { undated }: Governing, diagnostics: Diagnostics): void {
  for (const { reason, currency, count, principal, row } of found.left) {
    diagnostics.add({
      code: 'interest-left-out',
      ...originOf(ledger, row),
      what: `${counted(count, 'item')} past the due day, ${currency} ${plainAmount(principal, currency)}, first here, ${count === 1 ? 'bears' : 'bear'} no interest: ${REASONS[reason]}`,
      fix: reason === 'consumer' ? 'where there was one, say its day: --documents FILE, column notice' : undefined,
    });
  }
  if (undated.length > 0) {
    diagnostics.add({
      code: 'judgment-missing',
      what: `${counted(undated.length, 'customer')} ${undated.length === 1 ? 'is' : 'are'} in a proceeding whose judgment has no day: ${listed([...undated], (id) => id)}`,
      why: 'from the opening judgment on nothing bears interest (C. com. L622-28); these items are reckoned as if there were none',
      fix: 'fill the column judgment_date of the table of customers',
    });
  }
  tellUnverified(ledger, found, diagnostics);
}

function tellUnverified(ledger: Ledger, { unverified: sources }: Interest, diagnostics: Diagnostics): void {
  const [first] = sources.values();
  if (first === undefined) return;
  diagnostics.add({
    code: 'rate-unverified',
    ...originOf(ledger, first),
    what: `${counted(sources.size, 'rate')} of these figures ${sources.size === 1 ? 'was' : 'were'} not verified at the source: ${listed([...sources.keys()], (source) => source)}`,
    why: 'they are in the tables as defaults that can be replaced',
    fix: 'check them before they are claimed; rates of reference can be replaced under [law] in ar.toml',
  });
}

/** True where items are late by the day of their document, and none has a day that was agreed. */
export function lacksDueDays({ book: { ledger }, diagnostics }: Input, customers: ReadonlySet<number> | undefined): boolean {
  let first = -1;
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.amount[row] as number) <= 0 || customers?.has(ledger.customer[row] as number) === false) continue;
    if (ledger.due[row] !== NO_DAY) return false;
    if (first < 0) first = row;
  }
  if (first >= 0) tellNoDueDays(ledger, first, diagnostics);
  return first >= 0;
}

/** Refused where nobody agreed any due day: the day of a document is none. */
export function tellNoDueDays(ledger: Ledger, row: number, diagnostics: Diagnostics): void {
  diagnostics.add({
    code: 'due-days-needed',
    ...originOf(ledger, row),
    what: `no item of the ledger has an agreed due day, and late interest runs from one`,
    why: 'the day of a document is no due day: nobody agreed it',
    fix: 'name the column: --map due=HEADING, or the terms: --terms "30 days", --customers or --documents',
  });
}
