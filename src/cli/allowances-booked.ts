// What does a journal of all accounts say was written down before (491)? Its allowances are no receivables, so they are read by themselves: by customer where a line names one, else as a sum of nobody.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import { Diagnostics } from '../core/diagnostic.ts';
import type { Chained, OpeningDiffers } from '../ledger/chained-years.ts';
import { namesNobody } from '../ledger/chart.ts';
import { column, currencyAt } from '../ledger/ledger.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import { writeDownAccounts } from '../policy/write-down-accounts.ts';
import type { ReadResult } from '../read/read-ledger.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { currencyInReport, inReport } from './rates.ts';

/** Minor units; allowances are above nothing, and below it where the account is overdrawn. */
export type BookedAllowances = {
  readonly account: string;
  readonly byCustomer: readonly { readonly id: string; readonly currency: Currency; readonly amount: number }[];
  /** By currency, what the lines that name no customer come to; none of those that come to nothing. */
  readonly unnamed: ReadonlyMap<Currency, number>;
  readonly total: ReadonlyMap<Currency, number>;
};

/** On the as-of day. Undefined where the ledger holds no such account; 'refused' where its rows cannot be read: the diagnostics say why. */
export async function allowancesBooked(
  input: Input,
  { chart, accounts }: Pick<ProvisionPolicy, 'chart' | 'accounts'>,
  entities: readonly string[],
  inBase: boolean,
): Promise<BookedAllowances | undefined | 'refused'> {
  const { reading, sources, diagnostics } = input;
  const named = writeDownAccounts(chart, 0, accounts).allowance;
  // An account of its own for some customers is one of several: all of 491 is what was written down.
  const account = named.startsWith('491') ? '491' : named;
  const files = new Set(
    reading.understanding.flatMap(({ file, accounts: those }) =>
      those?.others.some((one) => one.startsWith(account)) === true ? [file] : [],
    ),
  );
  if (files.size === 0) return undefined;
  const told = new Diagnostics();
  const again = sources.filter(({ name }) => files.has(name));
  const read = (await input.readAgain(again, told, [account])).reading;
  diagnostics.addAll(told, 'error');
  return told.failed ? 'refused' : standing(input, read, account, entities, inBase);
}

function standing(
  input: Input,
  { ledger, chained }: ReadResult,
  account: string,
  entities: readonly string[],
  inBase: boolean,
): BookedAllowances {
  const { asOf, rates } = input;
  const accounts = column(ledger, 'account');
  const worths = inBase && rates === undefined ? (column(ledger, 'base') ?? ledger.amount) : ledger.amount;
  const customerOf = customersIn(input, account);
  const [unnamed, total] = [new Map<Currency, number>(), new Map<Currency, number>()];
  const byCustomer = new Map<string, { id: string; currency: Currency; amount: number }>();
  /** `amount`: as the account has it, credits below nothing. */
  const add = (customer: number, on: string, amount: number, written: Currency): void => {
    if (entities.length > 0 && !entities.includes(ledger.customers.entity(customer))) return;
    const [currency, worth] = [currencyInReport(rates, written), 0 - inReport(rates, amount, written)];
    total.set(currency, (total.get(currency) ?? 0) + worth);
    const id = customerOf(ledger.customers.id(customer), on);
    if (id === undefined) unnamed.set(currency, (unnamed.get(currency) ?? 0) + worth);
    else {
      const of = byCustomer.get(`${id}\0${currency}`) ?? { id, currency, amount: 0 };
      byCustomer.set(`${id}\0${currency}`, { ...of, amount: of.amount + worth });
    }
  };
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.day[row] as number) > asOf) continue;
    const written = inBase && rates === undefined ? ledger.bookCurrency : currencyAt(ledger, ledger.currency[row] as number);
    const on = accounts?.dictionary.value(accounts.codes[row] as number) ?? '';
    add(ledger.customer[row] as number, on, worths[row] as number, written);
  }
  for (const { customer, account: on, closed, opened, currency } of lostNames(chained, asOf)) {
    add(customer, on, closed - opened, currencyAt(ledger, currency));
  }
  // What was released of somebody and never written down on him was of nobody's sum.
  for (const [key, { currency, amount }] of byCustomer) {
    const rest = unnamed.get(currency) ?? 0;
    if (amount >= 0 || rest <= 0) continue;
    unnamed.set(currency, rest + amount);
    byCustomer.delete(key);
  }
  const some = (sums: Map<Currency, number>) => new Map([...sums].filter(([, sum]) => sum !== 0));
  const all = [...byCustomer.values()].filter(({ amount }) => amount !== 0);
  return { account, byCustomer: all, unnamed: some(unnamed), total };
}

/** A year may bring forward in one sum what the year before closed at by customer: what there is of each is what it was. */
function lostNames(chained: readonly Chained[], asOf: Day): OpeningDiffers[] {
  return chained.flatMap(({ differs, year }) => {
    const booked = year.firstDay > asOf ? [] : differs.filter((one) => one.booked);
    const sums = new Map<number, number>();
    for (const { currency, opened, closed } of booked) sums.set(currency, (sums.get(currency) ?? 0) + opened - closed);
    return booked.filter(({ currency }) => sums.get(currency) === 0);
  });
}

/** The customer of a line; undefined where nothing names one. 491DUPONT and 4911DUPONT are of the customer on 411DUPONT. */
function customersIn(input: Input, account: string): (id: string, on: string) => string | undefined {
  const { customers } = input.book.ledger;
  const idOf = idsOfLedger(input);
  return (id, on) => {
    if (id !== on) return idOf(id);
    const end = on.slice(account.length);
    if (namesNobody(end)) return undefined;
    return [`411${end}`, `411${end.slice(1)}`, on].find((one) => customers.find(one).length > 0);
  };
}
