// From the input to write-downs: the policy, what was decided, what was written down before, what the tables beside say; and what keeps a claim from being written down.
import type { Day } from '../core/day.ts';
import { counted, listed, listedNames } from '../core/plural.ts';
import type { Word } from '../core/word.ts';
import { generalAccount } from '../ledger/chart.ts';
import { column, currencyAt, numberOf, originOf } from '../ledger/ledger.ts';
import { type Found, type ProvisionRequest, provisionOf } from '../measures/provision/provision.ts';
import type { Recovery, WriteOff } from '../measures/provision/write-down.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import { cutsAllowances } from './allowance-scope.ts';
import { priorIn } from './allowances.ts';
import { allowancesBooked } from './allowances-booked.ts';
import { ofAnotherChart, tellBooked } from './allowances-told.ts';
import { columnNamed } from './column-name.ts';
import type { Input } from './command.ts';
import { decisionsOf } from './decisions.ts';
import { type LossRates, lossRatesFor } from './loss-rates.ts';
import { netShares } from './net-share.ts';
import { protectionsFor, standingsFor } from './provision-standing.ts';
import { recoveriesOf } from './recoveries.ts';
import { writeOffsOf } from './write-offs.ts';

type Asked = {
  readonly policy: ProvisionPolicy;
  readonly customers: ReadonlySet<number> | undefined;
  readonly entities: readonly string[];
  readonly inBase: boolean;
  /** Of the history that rates come from; undefined where they do not. */
  readonly months: number | undefined;
  /** The last day of decisions that are in force. */
  readonly decidedUntil: Day;
};

/** With what is lost for good on this closing, and what came in of what was lost before. */
export type ClosingFound = Found & {
  readonly writeOffs: readonly WriteOff[];
  readonly recoveries: readonly Recovery[];
  readonly history: LossRates['history'];
  /** Where the allowance that exists comes from, and what of it is nobody's. */
  readonly ofAllowances: readonly Word[];
  readonly standingOf: ProvisionRequest['standingOf'];
};

/** Undefined when something keeps claims from being written down: the diagnostics say so, all of it. */
export async function provisionFound(input: Input, asked: Asked): Promise<ClosingFound | undefined> {
  const { book, asOf } = input;
  const { customers, inBase, policy } = asked;
  const netOf = netShares(input, policy);
  const decisionOf = decisionsOf(input, asked.decidedUntil, customers);
  const standingOf = standingsFor(input, asked.policy);
  const segmentOf = segmentsFor(input, asked.policy);
  const writeOffs = writeOffsOf(input, { customers, inBase, netOf });
  const recoveries = recoveriesOf(input, { customers, policy, netOf, writeOffs: writeOffs ?? [] });
  const booked = await allowancesBooked(input, policy, asked.entities, inBase);
  const prior = booked === 'refused' ? undefined : priorIn(input, inBase, booked);
  if (decisionOf === undefined || standingOf === undefined || segmentOf === undefined) return undefined;
  if (writeOffs === undefined || recoveries === undefined || prior === undefined) return undefined;
  if (booked === 'refused' || (await cutsAllowances(input, prior, inBase))) return undefined;
  const lost = new Map<number, number>();
  for (const { row, amount } of writeOffs) lost.set(row, (lost.get(row) ?? 0) + amount);
  const writtenOff = (row: number): number => lost.get(row) ?? 0;
  const lossRates = lossRatesFor(input, policy, asked.months, segmentOf, customers);
  const request: ProvisionRequest = {
    ...{ asOf, decisionOf, standingOf, segmentOf, ratesOf: lossRates.of },
    ...{ policy, customers, inBase, netOf, writtenOff },
    protectionOf: protectionsFor(input),
    isDoubtfulAccount: doubtfulAccounts(input),
    prior,
  };
  const found = provisionOf(book, request);
  const lacksTax = tellWithoutTax(input, found, policy);
  const lacksRates = tellWithoutRates(found, asked, input);
  if (lacksTax || lacksRates) return undefined;
  tellUndecided(found, input, { inBase, writtenOff });
  tellShortHistory(lossRates.history, policy, input);
  const ofAllowances =
    booked === undefined
      ? ofAnotherChart(input, policy)
      : tellBooked(input, { booked, prior, isPart: customers !== undefined, inBase });
  return { ...found, writeOffs, recoveries, history: lossRates.history, ofAllowances, standingOf };
}

/** True of rows on an account of doubtful customers (416). */
export function doubtfulAccounts({ book: { ledger } }: Input): (row: number) => boolean {
  const accounts = column(ledger, 'account');
  if (accounts === undefined) return () => false;
  return (row) => generalAccount(accounts.dictionary.value(accounts.codes[row] as number)) === '416';
}

/** Undefined when there is no such column: the diagnostics say so. */
function segmentsFor(input: Input, { matrix, file }: ProvisionPolicy): ((row: number) => string) | undefined {
  const by = matrix?.segmentBy;
  if (by === undefined) return () => '';
  const { book, register, diagnostics } = input;
  const { ledger } = book;
  const found = columnNamed(ledger, register, by);
  if (found === undefined || 'headings' in found) {
    diagnostics.add({
      ...{ code: 'config-bad-value', file, value: by },
      what: `[provision] segment_by: ${found === undefined ? 'neither the ledger nor the table of customers has such a column' : 'several columns have this name'}`,
      fix: register === undefined ? 'give the table of customers: --customers FILE' : 'name a column of the table of customers',
    });
    return undefined;
  }
  if (found.of === 'table') {
    return (row) => {
      const at = register?.rowOf(ledger.customers.id(ledger.customer[row] as number));
      return at === undefined ? '' : found.text(at);
    };
  }
  const { key } = found;
  if (key === 'customer' || key === 'name') return (row) => ledger.customers.id(ledger.customer[row] as number);
  if (key === 'kind') return () => '';
  const categories = column(ledger, key);
  return (row) => (categories === undefined ? '' : categories.dictionary.value(categories.codes[row] as number));
}

/** Claims whose tax nobody says have no base without tax. */
function tellWithoutTax({ book: { ledger }, diagnostics }: Input, { withoutTax }: Found, { file }: ProvisionPolicy): boolean {
  const [first] = withoutTax;
  if (first === undefined) return false;
  const customers = [...new Set(withoutTax.map(({ row }) => ledger.customers.id(ledger.customer[row] as number)))];
  diagnostics.add({
    code: 'tax-unknown',
    ...originOf(ledger, first.row),
    value: numberOf(ledger, first.row),
    what: `what of ${counted(withoutTax.length, 'claim')} is tax is said nowhere: ${listed(customers, (id) => id)}`,
    why: 'a claim is written down without the tax that is recovered once the loss is final (rules §4.2)',
    fix: `fill net, tax_amount or tax_rate in the ledger or in --documents, or vat_rate in --customers; for all others vat_rate = "20%" in [provision]${file === undefined ? '' : ` of ${file}`}; where tax is not recovered, base = "gross"`,
  });
  return true;
}

function tellWithoutRates({ withoutRates }: Found, { policy: { file }, months }: Asked, { diagnostics }: Input): boolean {
  if (withoutRates.size === 0) return false;
  const names = listedNames([...withoutRates.keys()]);
  diagnostics.add({
    ...{ code: 'loss-rate-missing', file },
    what:
      months === undefined
        ? `[provision] ${counted(withoutRates.size, 'segment has', 'segments have')} no rates: ${names}`
        : `--rates-from-history: the history gives no rates for ${names}: in some bucket nothing stood at any month’s end, or nothing tells what is lost of the last`,
    why: 'a claim without a rate would count as one that cannot be lost',
    fix:
      months === undefined
        ? 'write their rates under segments, or rates = { … } for all others'
        : 'write last_loss = "75%" in [provision], or rates = { … } that hold where the history is too short',
  });
  return true;
}

/** An allowance that goes although the customer still owes, because no decision is in force. */
function tellUndecided(
  { writeDowns }: Found,
  { book, asOf, diagnostics }: Input,
  { inBase, writtenOff }: Pick<ProvisionRequest, 'inBase' | 'writtenOff'>,
): void {
  const { ledger } = book;
  const items = book.at(asOf);
  const owes = new Set<string>();
  for (let row = 0; row < ledger.count; row++) {
    const open = (inBase ? (items.base ?? items.open) : items.open)[row] as number;
    if (open - writtenOff(row) <= 0) continue;
    owes.add(`${ledger.customer[row]}\0${inBase ? ledger.bookCurrency : currencyAt(ledger, ledger.currency[row] as number)}`);
  }
  const released = writeDowns.filter(
    ({ items: claims, existing, customer, currency }) =>
      claims.length === 0 && existing > 0 && owes.has(`${customer}\0${currency}`),
  );
  if (released.length === 0) return;
  diagnostics.add({
    code: 'allowance-undecided',
    what: `${counted(released.length, 'allowance is', 'allowances are')} released although the customer still owes, because no decision is in force: ${listed(released, ({ id }) => id)}`,
    why: 'an allowance goes when its risk does, and nobody decided that it did',
    fix: 'add the decisions that still hold to --decisions, at 0% for a risk that is gone',
  });
}

/** Rates that were asked of the history and are the policy's all the same. */
function tellShortHistory(history: LossRates['history'], { file, name, began }: ProvisionPolicy, { diagnostics }: Input): void {
  const short = history.filter(({ rates }) => rates === undefined);
  if (short.length === 0) return;
  diagnostics.add({
    ...{ code: 'loss-history-short', file },
    what: `--rates-from-history: the history says no rates of ${listedNames(short.map(({ currency, segment }) => `${currency} ${segment}`.trim()))}; those of the policy ${name ?? began} hold there`,
    why: 'in some bucket nothing stood at any month’s end, or nothing tells what is lost of the last one',
    fix: 'write last_loss = "75%" in [provision], ask for more months, or keep the policy’s',
  });
}
