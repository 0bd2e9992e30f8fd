// What does the table of customers say of credit (--customers)? Limits, cover and what stops deliveries, by id; the limits of groups; and what is wrong with them.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { fold } from '../core/fold.ts';
import { shortened } from '../core/shortened.ts';
import { type CreditTerms, LIMITED_PARTS } from '../measures/credit-terms.ts';
import type { GroupLimit } from '../measures/exposure-groups.ts';
import type { TableSpec } from '../read/table-spec.ts';
import { CUSTOMERS, type CustomerField } from '../read/tables/customers.ts';
import type { Input } from './command.ts';
import type { Register } from './customers.ts';
import { placeIn } from './place-in-table.ts';
import { ratesCover } from './rates.ts';
import { amountsOf, type TableAmounts } from './table-currency.ts';

type Table = Register['table'];

/** Words of a column `status` that stop deliveries, folded, and words that take it back: `On hold`, `compte bloqué`, `not blocked`. */
const STOPS = new Set(['blocked', 'hold', 'stop', 'stopped', 'suspended', 'bloque', 'bloquee', 'suspendu', 'suspendue']);
const NEGATES = new Set(['no', 'not', 'non', 'pas']);

const AMOUNTS: readonly CustomerField[] = [
  ...(['credit_limit', 'group_limit', 'insured_limit', 'guarantee', 'forecast_sales'] as const),
  ...LIMITED_PARTS.map((part) => `${part}_limit` as const),
];

/** Of these a negative one is none, either; net worth may be below nothing. */
const OF_ITS_ACCOUNTS: readonly CustomerField[] = ['monthly_peak', 'supplier_debt', 'total_purchases'];

/** Asked once a customer of a report; undefined for one the table does not hold. */
export function creditTermsOf(input: Input): (id: string) => CreditTerms | undefined {
  const { register } = input;
  if (register === undefined) return () => undefined;
  const amounts = amountsOf(register.table, 'currency', input);
  return (id) => {
    const row = register.rowOf(id);
    return row === undefined ? undefined : termsIn(register.table, amounts, row);
  };
}

function termsIn(table: Table, { of, amount }: TableAmounts<CustomerField>, row: number): CreditTerms {
  const insured = amount('insured_limit', row);
  const guarantee = amount('guarantee', row);
  const status = table.text('status', row);
  return {
    currency: of(row),
    limit: amount('credit_limit', row),
    parts: LIMITED_PARTS.flatMap((part) => {
      const limit = amount(`${part}_limit`, row);
      return limit === undefined ? [] : [{ part, limit }];
    }),
    group: table.text('group', row),
    insurance:
      insured === undefined
        ? undefined
        : {
            limit: insured,
            share: table.ratio('insured_share', row) ?? { numerator: 1, denominator: 1 },
            isNet: table.choice('insured_basis', row) === 'net',
            vat: table.ratio('vat_rate', row),
            until: table.day('insured_until', row),
          },
    guarantee: guarantee === undefined ? undefined : { amount: guarantee, until: table.day('guarantee_until', row) },
    blocked: stops(status) ? status : '',
    proceeding: table.text('proceeding', row),
    judgment: table.day('judgment_date', row),
  };
}

function stops(status: string): boolean {
  const said = fold(status).split(/[^a-z]+/);
  return said.some((one) => STOPS.has(one)) && !said.some((one) => NEGATES.has(one));
}

const never = 'no limit and no cover is a negative amount';
const neverHad = 'nothing that a limit is made of is a negative amount';

/** The customers' table where credit is asked about: amounts that are none, and limits of a group that differ, are told with all else that is wrong in it. */
export const CREDIT_CUSTOMERS: TableSpec<CustomerField> = {
  ...CUSTOMERS,
  cells: {
    ...CUSTOMERS.cells,
    ...Object.fromEntries(AMOUNTS.map((field) => [field, { holds: 'amount', never }])),
    ...Object.fromEntries(OF_ITS_ACCOUNTS.map((field) => [field, { holds: 'amount', never: neverHad }])),
  },
  agrees: (table, diagnostics) => groupLimitsOf(table, ownAmounts(table), diagnostics) !== undefined,
};

/** As long as no ledger is read, a row that names no currency is in the same one as others that name none. */
function ownAmounts(table: Table): Pick<TableAmounts<CustomerField>, 'of' | 'amount'> {
  const unsaid = '' as Currency;
  return { of: (row) => (table.text('currency', row) === '' ? unsaid : table.currency(row)), amount: table.amount };
}

/** Undefined when limits of a group contradict one another: the diagnostics say so. */
export function groupLimitsIn(input: Input): readonly GroupLimit[] | undefined {
  const { register, diagnostics, rates } = input;
  if (register === undefined) return [];
  const amounts = amountsOf(register.table, 'currency', input);
  const covered = ratesCover(rates, register.table, AMOUNTS, amounts.written, diagnostics);
  return covered ? groupLimitsOf(register.table, amounts, diagnostics) : undefined;
}

function groupLimitsOf(
  table: Table,
  { of, amount }: Pick<TableAmounts<CustomerField>, 'of' | 'amount'>,
  diagnostics: Diagnostics,
): readonly GroupLimit[] | undefined {
  const limits = new Map<string, GroupLimit & { readonly row: number }>();
  let sound = true;
  for (let row = 0; row < table.count; row++) {
    const limit = amount('group_limit', row);
    const group = table.text('group', row);
    if (limit === undefined || group === '') continue;
    const currency = of(row);
    const known = limits.get(`${group}\0${currency}`);
    if (known === undefined) limits.set(`${group}\0${currency}`, { group, currency, limit, row });
    if (known === undefined || known.limit === limit) continue;
    sound = false;
    diagnostics.add({
      code: 'group-limits-differ',
      ...placeIn(table, 'group_limit', row),
      what: `group_limit: the group ${shortened(group)} has another limit on line ${table.line(known.row)}, ${table.text('group_limit', known.row)}`,
      why: 'which of the two holds cannot be told',
      fix: 'write one limit for the group, in one row of it or alike in all',
    });
  }
  return sound ? [...limits.values()] : undefined;
}
