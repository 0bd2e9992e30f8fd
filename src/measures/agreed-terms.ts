// Do agreed terms keep to what the law allows? Each invoice's due day against the latest lawful one, and the terms granted on average, weighted by amount (rules §2.1).

import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import type { TermsRule } from '../law/terms-rule.ts';
import { kindCode } from '../ledger/kind.ts';
import { currencyAt, documentDays } from '../ledger/ledger.ts';
import { limitDay } from '../policy/legal-limit.ts';
import type { Step, Terms } from '../policy/terms.ts';
import type { Book } from '../settle/book.ts';

export type AgreedTerm = {
  /** Of the ledger. */
  readonly row: number;
  readonly date: Day;
  readonly due: Day;
  readonly limit: Day;
  /** Days beyond the limit, 0 where it is kept. */
  readonly excess: number;
  readonly rule: TermsRule;
};

/** Terms granted to a customer: their average in days, weighted by amount; both as what they are divided from. */
export type Granted = { readonly customer: number; readonly currency: Currency; amount: number; weighted: bigint };

export type AgreedTerms = {
  /** In the order of the ledger. */
  readonly items: readonly AgreedTerm[];
  readonly granted: readonly Granted[];
  /** Invoices nobody agreed a due day for, and the first; those of customers no rule is for. */
  readonly dueless: { readonly count: number; readonly row: number };
  readonly unruled: { readonly count: number; readonly row: number };
};

const INVOICE = kindCode('invoice');

/** `ruleOf`: undefined where the law has none, as for consumers. `termsOf`: the terms a row was agreed by, where they are known. */
export function agreedTermsOf(
  book: Book,
  asOf: Day,
  customers: ReadonlySet<number> | undefined,
  ruleOf: (customer: number) => TermsRule | undefined,
  termsOf: (row: number) => Terms | undefined,
): AgreedTerms {
  const { ledger } = book;
  const dates = documentDays(ledger);
  const items: AgreedTerm[] = [];
  const granted = new Map<string, Granted>();
  const [dueless, unruled] = [
    { count: 0, row: -1 },
    { count: 0, row: -1 },
  ];
  for (let row = 0; row < ledger.count; row++) {
    const customer = ledger.customer[row] as number;
    if (ledger.kind[row] !== INVOICE || (ledger.amount[row] as number) <= 0 || (ledger.day[row] as number) > asOf) continue;
    if (customers?.has(customer) === false || !book.holds(row)) continue;
    const due = ledger.due[row] as Day;
    const date = dates[row] as Day;
    const rule = ruleOf(customer);
    if (due === NO_DAY || rule === undefined) {
      const one = due === NO_DAY ? dueless : unruled;
      if (one.count++ === 0) one.row = row;
      continue;
    }
    const limit = limitDay(rule, date, stepsOf(termsOf(row)));
    items.push({ row, date, due, limit, excess: Math.max(0, due - limit), rule });
    const currency = currencyAt(ledger, ledger.currency[row] as number);
    const key = `${customer} ${currency}`;
    const of = granted.get(key) ?? { customer, currency, amount: 0, weighted: 0n };
    of.amount += ledger.amount[row] as number;
    of.weighted += BigInt(ledger.amount[row] as number) * BigInt(due - date);
    granted.set(key, of);
  }
  return { items, granted: [...granted.values()], dueless, unruled };
}

/** Of terms in one share; instalments are held against the latest lawful day, each by itself. */
function stepsOf(terms: Terms | undefined): readonly Step[] | undefined {
  return terms?.length === 1 ? terms[0]?.steps : undefined;
}
