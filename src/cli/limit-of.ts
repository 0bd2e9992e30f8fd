// From the input to proposed limits: what the ledger knows of each customer and currency, and what the table of customers says; customers whom only the table knows are asked about, too.
import { type Currency, exponentOf } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import { minor } from '../core/money.ts';
import { type Known, type LimitPolicy, type ProposedLimit, proposedLimit } from '../measures/credit-limit.ts';
import { type CreditHistories, type CreditHistory, creditHistories } from '../measures/limit-history.ts';
import { instalments, type Terms } from '../policy/terms.ts';
import type { Input } from './command.ts';
import { creditTermsOf } from './credit-terms.ts';
import type { Register } from './customers.ts';
import { amountsOf } from './table-currency.ts';

type Asked = {
  readonly policy: LimitPolicy;
  readonly grace: number;
  readonly terms: Terms | undefined;
  /** Customers of the ledger to show; undefined for all, and all of the table. */
  readonly customers: ReadonlySet<number> | undefined;
  /** Customers to show whom only the table knows. */
  readonly elsewhere: readonly string[];
};

export type FoundLimits = { readonly rows: readonly ProposedLimit[]; readonly histories: CreditHistories };

/** A ledger of fewer days says nothing of a year; one of nearly twelve months says it. */
const [FEWEST_DAYS, NEARLY_A_YEAR] = [90, 335];

export function limitsFound(input: Input, asked: Asked): FoundLimits {
  const { book, register, asOf } = input;
  const { customers } = book.ledger;
  const histories = creditHistories(book, { asOf, customers: asked.customers, grace: asked.grace });
  const termsOf = creditTermsOf(input);
  const know = knowing(input, asked, histories);
  const known = histories.rows.map((history) => know(customers.id(history.customer), history.currency, history));
  const held = new Set(known.map(({ id, currency }) => `${id}\0${currency}`));
  for (const id of idsOf(register, asked, new Set(customers.ids))) {
    const currency = termsOf(id)?.currency;
    if (currency !== undefined && !held.has(`${id}\0${currency}`)) known.push(know(id, currency, undefined));
  }
  return { rows: known.map((one) => proposedLimit(one, asked.policy)), histories };
}

/** Ids of the table that may have no row yet: those of the ledger that sold in another currency, and those it does not know. */
function idsOf(
  register: Register | undefined,
  { customers, elsewhere }: Asked,
  ofLedger: ReadonlySet<string>,
): readonly string[] {
  if (register === undefined) return [];
  if (customers !== undefined) return elsewhere;
  const { table } = register;
  const named = new Set(Array.from(ofLedger, (id) => register.rowOf(id)));
  return Array.from({ length: table.count }, (_, row) => row).flatMap((row) => (named.has(row) ? [] : [table.text('id', row)]));
}

type Know = (id: string, currency: Currency, history: CreditHistory | undefined) => Known;

function knowing(input: Input, { terms: all }: Asked, histories: CreditHistories): Know {
  const { book, register, asOf } = input;
  const { customers } = book.ledger;
  const termsOf = creditTermsOf(input);
  const amounts = register === undefined ? undefined : amountsOf(register.table, 'currency', input);
  const covered = histories.begins === NO_DAY ? 0 : asOf - Math.max(histories.begins, histories.from) + 1;
  const knowsSales = !histories.isOpenItemsOnly && covered >= FEWEST_DAYS;
  return (id, currency, history) => {
    const terms = termsOf(id);
    const own = terms?.currency === currency;
    const row = register?.rowOf(id);
    const said = (field: 'forecast_sales' | 'net_worth'): number | undefined =>
      !own || row === undefined ? undefined : amounts?.amount(field, row);
    const agreed = register?.terms(id) ?? all;
    return {
      ...{ id, currency, terms, forecast: said('forecast_sales'), netWorth: said('net_worth') },
      name: (history === undefined ? '' : customers.nameOf(history.customer)) || (register?.nameOf(id) ?? ''),
      sales: knowsSales && history !== undefined ? history.sales : undefined,
      salesOfDays: covered >= NEARLY_A_YEAR ? undefined : covered,
      termsDays: history?.termsDays ?? (agreed === undefined || agreed === 'unread' ? undefined : daysOf(agreed, asOf, currency)),
      daysLate: histories.isOpenItemsOnly ? undefined : history?.daysLate,
      peak: histories.isOpenItemsOnly ? undefined : history?.peak,
    };
  };
}

/** Days from an invoice of this day to its due days, weighted by the shares, in hundredths; undefined where a share is a fixed sum, of which nobody knows the whole. */
function daysOf(terms: Terms, from: Day, currency: Currency): number | undefined {
  if (terms.some(({ part }) => part.kind === 'fixed')) return undefined;
  const whole = minor(1_000_000);
  const parts = instalments(terms, from, whole, exponentOf(currency));
  return parts && Math.round((parts.reduce((sum, { amount, due }) => sum + amount * (due - from), 0) / whole) * 100);
}
