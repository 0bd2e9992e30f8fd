// What does a journal of all accounts say was delivered and is not invoiced yet (418), and which credit notes are still to be made out (4198)? These accounts are no receivables, so they are read by themselves, and only where an exposure asks.
import type { Day } from '../core/day.ts';
import { Diagnostics } from '../core/diagnostic.ts';
import { minor } from '../core/money.ts';
import { isCreditNoteToBeMadeOut, isToBeMadeOut, TO_BE_MADE_OUT } from '../ledger/chart.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { type Accrued, keyOf } from '../measures/exposure-position.ts';
import type { Input } from './command.ts';
import { currencyInReport, inReport, type Rates } from './rates.ts';

/** By customer and currency, as of a day. */
export type Accruals = (asOf: Day) => ReadonlyMap<string, Accrued>;

/** Undefined where there are none; 'refused' where rows of them cannot be read: the diagnostics say why. */
export async function accrualsOf(input: Input, inBase: boolean): Promise<Accruals | undefined | 'refused'> {
  const { reading, chosen, sources, rates, diagnostics } = input;
  // Who names accounts has chosen them, and of chosen rows nobody knows which accruals they stand for.
  const files = reading.understanding.filter(
    ({ accounts }) => accounts !== undefined && accounts.by !== 'said' && accounts.others.some(isToBeMadeOut),
  );
  if (files.length === 0 || chosen.rows.where.length + chosen.rows.whereNot.length > 0) return undefined;
  const named = new Set(files.map(({ file }) => file));
  const told = new Diagnostics();
  const again = sources.filter(({ name }) => named.has(name));
  const { ledger } = (await input.readAgain(again, told, TO_BE_MADE_OUT)).reading;
  diagnostics.addAll(told, 'error');
  if (told.failed) return 'refused';
  for (const one of told.kept) if (one.code === 'customer-collective') diagnostics.add(one);
  const amounts = inBase && rates === undefined ? (column(ledger, 'base') ?? ledger.amount) : ledger.amount;
  return (asOf) => accruedOn(ledger, asOf, amounts, inBase && rates === undefined, rates);
}

/** The balance of these accounts: what was reversed or invoiced since has its other side there. */
function accruedOn(
  ledger: Ledger,
  asOf: Day,
  amounts: Float64Array,
  inBase: boolean,
  rates: Rates | undefined,
): ReadonlyMap<string, Accrued> {
  const account = column(ledger, 'account');
  const found = new Map<string, Accrued>();
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.day[row] as number) > asOf || account === undefined) continue;
    const customer = ledger.customer[row] as number;
    const id = ledger.customers.id(customer);
    const written = inBase ? ledger.bookCurrency : (ledger.currencies[ledger.currency[row] as number] as Accrued['currency']);
    const currency = currencyInReport(rates, written);
    const key = keyOf({ id, currency });
    const of = found.get(key) ?? {
      ...{ id, name: ledger.customers.nameOf(customer), entity: ledger.customers.entity(customer), currency },
      ...{ unbilled: 0, creditNotes: 0 },
    };
    const amount = inReport(rates, amounts[row] as number, written);
    const isCredit = isCreditNoteToBeMadeOut(account.dictionary.value(account.codes[row] as number));
    found.set(key, {
      ...of,
      unbilled: minor(of.unbilled + (isCredit ? 0 : amount)),
      creditNotes: minor(of.creditNotes - (isCredit ? amount : 0)),
    });
  }
  return found;
}
