// What must be said of the allowance that stands in the books (491)? Where it was taken, what of it nobody names, and by how much --prior differs from it.
import type { Currency } from '../core/currency.ts';
import { isoDay } from '../core/day.ts';
import { listed } from '../core/plural.ts';
import { type Word, word } from '../core/word.ts';
import { currencyAt } from '../ledger/ledger.ts';
import type { Existing } from '../measures/provision/existing.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import { amountFor, plainAmount } from '../text/amounts.ts';
import { dayFor } from '../text/days.ts';
import type { BookedAllowances } from './allowances-booked.ts';
import type { Input } from './command.ts';

type Sums = ReadonlyMap<Currency, number>;
type Compared = {
  readonly booked: BookedAllowances;
  readonly prior: Existing;
  /** Only some customers are asked for: sums of all are not those of the report. */
  readonly isPart: boolean;
  readonly inBase: boolean;
};

/** Under an IFRS chart the allowance of the French accounts is another one. */
export function ofAnotherChart({ reading, tables }: Input, { chart }: Pick<ProvisionPolicy, 'chart'>): Word[] {
  const holds = reading.understanding.some(({ accounts }) => accounts?.others.some((one) => one.startsWith('491')) === true);
  if (chart === 'fr' || tables.has('prior') || !holds) return [];
  return [
    word(
      'Account 491 of the ledger is of the French accounts and is not taken for what exists under IFRS: --prior says it.',
      'Le compte 491 du grand livre relève des comptes français et n’est pas l’existant en IFRS : --prior le dit.',
    ),
  ];
}

/** Notes for the report; what may make its movements wrong is told as well. */
export function tellBooked(input: Input, compared: Compared): Word[] {
  if (!input.tables.has('prior')) return taken(input, compared);
  return compared.isPart || input.chosen.leftOut > 0 ? [] : againstPrior(input, compared);
}

function taken(input: Input, { booked, inBase }: Compared): Word[] {
  const { account, byCustomer, unnamed } = booked;
  tellUnnamed(input, booked);
  tellInAnother(input, booked, inBase);
  const [en, fr] = [(sums: Sums) => amounts('en', sums), (sums: Sums) => amounts('fr', sums)];
  const notes =
    byCustomer.length === 0
      ? []
      : [
          word(
            `Existing is what account ${account} of the ledger holds by customer on ${isoDay(input.asOf)}.`,
            `L’existant est le solde par client du compte ${account} du grand livre au ${dayFor('fr', input.asOf)}.`,
          ),
        ];
  if (unnamed.size === 0) return notes;
  return [
    ...notes,
    word(
      `Of account ${account}, ${en(unnamed)} is of no customer and in no row: --prior says of whom.`,
      `Du compte ${account}, ${fr(unnamed)} n’est d’aucun client et dans aucune ligne : --prior dit de qui.`,
    ),
  ];
}

function tellUnnamed({ asOf, diagnostics }: Input, { account, unnamed }: BookedAllowances): void {
  if (unnamed.size === 0) return;
  diagnostics.add({
    code: 'allowance-unnamed',
    what: `account ${account} of the ledger holds ${amounts('plain', unnamed)} on ${isoDay(asOf)} on lines that name no customer`,
    why: 'whose allowance it is nobody knows, so it counts as existing for nobody, and what is required moves as if it were not there',
    fix: 'say what there is of each customer: --prior FILE (customer, allowance); or export the journal with an auxiliary on these lines (CompAuxNum)',
  });
}

/** An allowance is in the currency of the books, also of a claim that is in another. */
function tellInAnother(
  { book: { ledger }, diagnostics }: Input,
  { account, byCustomer }: BookedAllowances,
  inBase: boolean,
): void {
  if (inBase) return;
  const posted = new Set<string>();
  for (let row = 0; row < ledger.count; row++) {
    const id = ledger.customers.id(ledger.customer[row] as number);
    posted.add(id).add(`${id}\0${currencyAt(ledger, ledger.currency[row] as number)}`);
  }
  const others = byCustomer.filter(({ id, currency }) => posted.has(id) && !posted.has(`${id}\0${currency}`));
  if (others.length === 0) return;
  diagnostics.add({
    code: 'allowance-differs',
    what: `account ${account} of the ledger holds allowances in a currency in which their customers have no claim: ${listed(others, ({ id, currency }) => `${id} ${currency}`)}`,
    why: 'they are released in one currency, and claims are written down anew in the other',
    fix: `have all of it in the currency of the books: --in ${ledger.bookCurrency}`,
  });
}

function againstPrior({ asOf, diagnostics }: Input, { booked: { account, total }, prior }: Compared): Word[] {
  const said = new Map<Currency, number>();
  for (const { currency, specific, matrix, unsaid } of prior.values()) {
    said.set(currency, (said.get(currency) ?? 0) + specific + matrix + unsaid);
  }
  const currencies = [...new Set([...total.keys(), ...said.keys()])].sort();
  const lines = currencies.map((currency) => ({ currency, held: total.get(currency) ?? 0, given: said.get(currency) ?? 0 }));
  const differ = lines.filter(({ held, given }) => held !== given);
  if (differ.length > 0) {
    diagnostics.add({
      code: 'allowance-differs',
      what: `--prior adds up to another allowance than account ${account} of the ledger holds on ${isoDay(asOf)}: ${listed(differ, ({ currency, held, given }) => `${plainAmount(given, currency)} and ${plainAmount(held, currency)} ${currency}`)}`,
      why: 'movements bring the account from what there is to what is required, so it would not come to that',
      fix: 'give what the account holds before the entries of this closing; or leave --prior out where its lines name customers',
    });
  }
  return lines.map(({ currency, held, given }) =>
    word(
      `--prior ${amountFor('en', given, currency)}; account ${account} of the ledger ${amountFor('en', held, currency)} ${currency}.`,
      `--prior ${amountFor('fr', given, currency)} ; compte ${account} du grand livre ${amountFor('fr', held, currency)} ${currency}.`,
    ),
  );
}

function amounts(lang: 'en' | 'fr' | 'plain', sums: Sums): string {
  const said = (sum: number, currency: Currency): string =>
    lang === 'plain' ? plainAmount(sum, currency) : amountFor(lang, sum, currency);
  return [...sums].map(([currency, sum]) => `${said(sum, currency)} ${currency}`).join(', ');
}
