// What stands beside the ledger of `ar losses`? What was sold by a table or by the accounts of sales of a journal, and what the table of customers tells of proceedings, status and cover.
import type { Currency } from '../core/currency.ts';
import { endOfMonth } from '../core/day.ts';
import { monthOf } from '../core/month.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { SalesRow } from '../measures/dso/sales-history.ts';
import type { CustomersTold, SoldElsewhere } from '../measures/losses/losses.ts';
import type { Period } from '../measures/losses/scope.ts';
import { isInProceeding, statusMeaning } from '../policy/customer-status.ts';
import { DEFAULT_RISK } from '../policy/scoring.ts';
import type { SalesBothField } from '../read/tables/sales-both.ts';
import type { Input } from './command.ts';
import { creditTermsOf } from './credit-terms.ts';
import { refusesDso } from './dso-findings.ts';
import { placeIn } from './place-in-table.ts';
import { salesRows, tellUnmatched } from './sales-rows.ts';

type Asked = {
  readonly period: Period;
  readonly customers: ReadonlySet<number> | undefined;
  readonly entity: readonly string[];
  readonly currencies: readonly Currency[];
  readonly inBase: boolean;
  /** Some customers were asked for, and not a firm only. */
  readonly isNarrowed: boolean;
};

/** Undefined when the table cannot answer what is asked: the diagnostics say so. */
export function soldInTable(input: Input, asked: Asked): SoldElsewhere | undefined {
  const table = input.tables.get('sales') as SideTable<SalesBothField>;
  const { diagnostics } = input;
  if (refusesDso(table, asked.customers !== undefined, diagnostics) || lacksAmounts(input, table)) return undefined;
  const fields = (['net', 'amount'] as const).filter((field) => table.has(field));
  const sums = new Map<string, ReadonlyMap<Currency, number>>();
  for (const [i, field] of fields.entries()) {
    // The rows of a table of sales, their amount that of the column at hand.
    const rows = salesRows({ ...table, amount: (of, row) => table.amount(of === 'amount' ? field : of, row) }, input);
    if (rows === undefined) return undefined;
    sums.set(field, summed(input, rows, asked));
    if (i > 0) continue;
    const unmatched = rows.flatMap(({ currency }, at) => (asked.currencies.includes(currency) ? [] : [at]));
    tellUnmatched(table, rows, unmatched, diagnostics);
  }
  const of = (field: 'net' | 'amount'): SoldElsewhere['net'] => {
    const found = sums.get(field);
    return found && ((currency) => found.get(currency));
  };
  return { by: 'table', gross: of('amount'), net: of('net') };
}

/** By currency, of the months of the period and of who is asked for. */
function summed({ book: { ledger } }: Input, rows: readonly SalesRow[], { period, customers }: Asked): Map<Currency, number> {
  const sums = new Map<Currency, number>();
  for (const { customer, month, amount, currency } of rows) {
    if (month < monthOf(period.from)) continue;
    if (customers !== undefined && !ledger.customers.find(customer ?? '').some((number) => customers.has(number))) continue;
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return sums;
}

/** True where a cell of a column that counts is empty. */
function lacksAmounts({ diagnostics }: Input, table: SideTable<SalesBothField>): boolean {
  let lacks = false;
  for (const field of (['net', 'amount'] as const).filter((one) => table.has(one))) {
    for (let row = 0; row < table.count; row++) {
      if (table.text(field, row) !== '') continue;
      lacks = true;
      diagnostics.add({ code: 'cell-missing', ...placeIn(table, field, row), what: `${field}: is empty`, fix: 'fill it' });
    }
  }
  return lacks;
}

/** True where the accounts of a journal say the same as the report: of all customers and rows, in the currency of the books. */
export function speakOfAll({ reading, chosen, book }: Input, asked: Pick<Asked, 'inBase' | 'isNarrowed'>): boolean {
  const years = reading.understanding.flatMap(({ journal }) => journal ?? []);
  const isWhole = years.length > 0 && years.length === reading.understanding.length && chosen.leftOut === 0 && !asked.isNarrowed;
  return isWhole && (asked.inBase || book.ledger.currencies.every((currency) => currency === book.ledger.bookCurrency));
}

/** What the accounts of sales (70) say without tax; undefined where they do not speak of the same: some customers or rows, another currency, days after the as-of day. */
export async function soldInAccounts(input: Input, asked: Asked): Promise<SoldElsewhere | undefined> {
  const { reading, asOf, book } = input;
  const years = reading.understanding.flatMap(({ journal }) => journal ?? []);
  const isOver = endOfMonth(asOf) === asOf || book.ledger.entriesTo <= asOf;
  if (!isOver || !speakOfAll(input, asked)) return undefined;
  const { salesByMonth } = await import('../measures/sales-by-month.ts');
  const net = salesByMonth(reading.ledger, years)
    .filter(
      ({ entity, month }) =>
        month >= asked.period.from && month <= asOf && (asked.entity.length === 0 || asked.entity.includes(entity)),
    )
    .reduce((sum, month) => sum + month.net, 0);
  // Who earns on other accounts has invoices all the same.
  return net === 0 ? undefined : { by: 'accounts', gross: undefined, net: () => net };
}

/** Undefined where there is no table of customers. */
export function customersTold(input: Input, { from, to }: Period): CustomersTold | undefined {
  const { register, book, settings } = input;
  if (register === undefined) return undefined;
  const { table } = register;
  const { customers } = book.ledger;
  const statuses = settings?.risk.statuses ?? DEFAULT_RISK.statuses;
  const rowOf = (customer: number): number | undefined => register.rowOf(customers.id(customer));
  const isIn = (row: number): boolean => isInProceeding(table.text('proceeding', row), table.day('judgment_date', row), to);
  const termsOf = creditTermsOf(input);
  return {
    fails: table.has('judgment_date')
      ? (customer) => {
          const row = rowOf(customer);
          const day = row === undefined ? undefined : table.day('judgment_date', row);
          return row !== undefined && day !== undefined && day >= from && isIn(row);
        }
      : undefined,
    isDoubtful: (['status', 'proceeding', 'judgment_date'] as const).some((field) => table.has(field))
      ? (customer) => {
          const row = rowOf(customer);
          return row !== undefined && (isIn(row) || statusMeaning(table.text('status', row), false, statuses) === 'legal');
        }
      : undefined,
    insuranceOf: table.has('insured_limit')
      ? (customer, currency) => {
          const terms = termsOf(customers.id(customer));
          return terms?.currency === currency ? terms.insurance : undefined;
        }
      : undefined,
  };
}
