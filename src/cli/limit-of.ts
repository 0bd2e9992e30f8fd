// From the input to proposed limits: what the ledger knows of each customer and currency, and what the table of customers says; customers whom only the table knows are asked about, too.
import { type Currency, exponentOf } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import { minor } from '../core/money.ts';
import { mulDiv } from '../core/rounding.ts';
import { type Known, type LimitPolicy, type ProposedLimit, proposedLimit } from '../measures/credit-limit.ts';
import { keyOf } from '../measures/exposure-position.ts';
import { type CreditHistories, type CreditHistory, creditHistories } from '../measures/limit-history.ts';
import { topMonths } from '../measures/top-month.ts';
import { instalments, type Terms } from '../policy/terms.ts';
import type { CustomerField } from '../read/tables/customers.ts';
import type { Input } from './command.ts';
import type { Commitments } from './commitments.ts';
import { creditTermsOf } from './credit-terms.ts';
import { ownFactors } from './limit-factors.ts';
import { amountsOf } from './table-currency.ts';

type Asked = {
  readonly policy: LimitPolicy;
  readonly grace: number;
  readonly terms: Terms | undefined;
  /** Customers of the ledger to show; undefined for all, and all of the table. */
  readonly customers: ReadonlySet<number> | undefined;
  /** Customers to show whom only the table knows. */
  readonly elsewhere: readonly string[];
  /** Undefined where nobody knows the orders, or no method asks. */
  readonly commitments: Commitments | undefined;
};

export type FoundLimits = { readonly rows: readonly ProposedLimit[]; readonly histories: CreditHistories };

/** A ledger of fewer days says nothing of a year; one of nearly twelve months says it. */
const [FEWEST_DAYS, NEARLY_A_YEAR] = [90, 335];
const NOTHING_COMMITTED = { orders: 0, unbilled: 0, unpaid: 0 };

export function limitsFound(input: Input, asked: Asked): FoundLimits {
  const { book, asOf } = input;
  const { customers } = book.ledger;
  const histories = creditHistories(book, { asOf, customers: asked.customers, grace: asked.grace });
  const termsOf = creditTermsOf(input);
  const know = knowing(input, asked, histories);
  const known = histories.rows.map((history) => know(customers.id(history.customer), history.currency, history));
  const held = new Set(known.flatMap(({ id, currency }) => [id, `${id}\0${currency}`]));
  for (const id of idsOf(input, asked)) {
    const terms = termsOf(id);
    if (terms === undefined || held.has(`${id}\0${terms.currency}`)) continue;
    const one = know(id, terms.currency, undefined);
    // What was sold in another currency has its own row: one more is for what the table says of this.
    if (!held.has(id) || saysCredit(one)) known.push(one);
  }
  const rows = new Set(known.map(keyOf));
  for (const [key, { id, currency }] of asked.commitments ?? []) if (!rows.has(key)) known.push(know(id, currency, undefined));
  return { rows: known.map((one) => proposedLimit(one, asked.policy)), histories };
}

/** Ids of the table that may have no row yet: those of the ledger, which may have sold in another currency, and those it does not know, unless rows of it were left out. */
function idsOf({ book, register, chosen }: Input, { customers: some, elsewhere }: Asked): readonly string[] {
  if (register === undefined) return [];
  const { customers } = book.ledger;
  if (some !== undefined) return [...Array.from(some, (number) => customers.id(number)), ...elsewhere];
  if (chosen.leftOut > 0) return customers.ids;
  const { table } = register;
  const named = new Set(customers.ids.map((id) => register.rowOf(id)));
  const others = Array.from({ length: table.count }, (_, row) => row).filter((row) => !named.has(row));
  return [...customers.ids, ...others.map((row) => table.text('id', row))];
}

function saysCredit({ terms, forecast, saidPeak, netWorth, supplierDebt, totalPurchases }: Known): boolean {
  const said = [terms?.limit, terms?.insurance, forecast, saidPeak, netWorth, supplierDebt, totalPurchases];
  return said.some((one) => one !== undefined);
}

type Know = (id: string, currency: Currency, history: CreditHistory | undefined) => Known;

function knowing(input: Input, asked: Asked, histories: CreditHistories): Know {
  const { book, register, asOf } = input;
  const { customers, currencies } = book.ledger;
  const termsOf = creditTermsOf(input);
  const saidIn = sayingIn(input);
  const covered = histories.begins === NO_DAY ? 0 : asOf - Math.max(histories.begins, histories.from) + 1;
  const knowsSales = !histories.isOpenItemsOnly && covered >= FEWEST_DAYS;
  // Whoever has paid in one currency is nobody new in another.
  const established = new Set(histories.rows.flatMap((one) => (one.isEstablished ? [customers.id(one.customer)] : [])));
  const topOf = knowsSales && asked.policy.methods.has('peak') ? topMonths(book, asOf) : undefined;
  return (id, currency, history) => {
    const terms = termsOf(id);
    const row = register?.rowOf(id);
    const agreed = register?.terms(id) ?? asked.terms;
    return {
      ...{ id, currency, terms, ...saidIn(row, terms?.currency === currency) },
      name:
        customers.nameOf(history?.customer ?? customers.find(id)[0] ?? 0) ||
        register?.nameOf(id) ||
        (asked.commitments?.get(keyOf({ id, currency }))?.name ?? ''),
      sales: knowsSales && history !== undefined ? history.sales : undefined,
      salesOfDays: covered >= NEARLY_A_YEAR ? undefined : covered,
      termsDays: history?.termsDays ?? (agreed === undefined || agreed === 'unread' ? undefined : daysOf(agreed, asOf, currency)),
      daysLate: histories.isOpenItemsOnly ? undefined : history?.daysLate,
      peak: histories.isOpenItemsOnly ? undefined : history?.peak,
      isNew: !histories.isOpenItemsOnly && !established.has(id),
      topMonth: history === undefined ? undefined : topOf?.(history.customer, currencies.indexOf(currency)),
      commitments: asked.commitments && (asked.commitments.get(keyOf({ id, currency })) ?? NOTHING_COMMITTED),
      own: register === undefined || row === undefined ? {} : ownFactors(register.table, row),
    };
  };
}

type Said = Pick<Known, 'forecast' | 'saidPeak' | 'netWorth' | 'supplierDebt' | 'totalPurchases'>;

/** Amounts that the table says of a customer, where the currency is that of its row. */
function sayingIn(input: Input): (row: number | undefined, isOwn: boolean) => Said {
  const { register } = input;
  const amounts = register === undefined ? undefined : amountsOf(register.table, 'currency', input);
  return (row, isOwn) => {
    const said = (field: CustomerField): number | undefined =>
      !isOwn || row === undefined ? undefined : amounts?.amount(field, row);
    return {
      ...{ forecast: said('forecast_sales'), saidPeak: said('monthly_peak'), netWorth: said('net_worth') },
      ...{ supplierDebt: said('supplier_debt'), totalPurchases: said('total_purchases') },
    };
  };
}

/** Days from an invoice of this day to its due days, weighted by the shares, in hundredths; undefined where a share is a fixed sum, of which nobody knows the whole. */
function daysOf(terms: Terms, from: Day, currency: Currency): number | undefined {
  if (terms.some(({ part }) => part.kind === 'fixed')) return undefined;
  const whole = minor(1_000_000);
  const parts = instalments(terms, from, whole, exponentOf(currency));
  const weighted = parts?.reduce((sum, { amount, due }) => sum + amount * (due - from), 0);
  return weighted === undefined ? undefined : mulDiv(minor(weighted), 100, whole, 'half-up');
}
