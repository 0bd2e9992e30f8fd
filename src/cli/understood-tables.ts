// How was each table beside the ledger read, and of whom or what does it speak? Rows of facts for `ar check`; a column is told as one of a ledger is.
import { counted } from '../core/plural.ts';
import type { Field } from '../ledger/field.ts';
import { matchIds } from '../ledger/register.ts';
import type { SideTable } from '../ledger/side-table.ts';
import { LIMITED_PARTS } from '../measures/credit-terms.ts';
import type { CurrencyChoice } from '../read/file-currency.ts';
import { currencyInHeading } from '../read/headings.ts';
import type { CustomerField } from '../read/tables/customers.ts';
import type { Understanding } from '../read/understanding.ts';
import type { Understood } from '../report/views/check.ts';
import type { Input } from './command.ts';
import type { Settings } from './settings.ts';

type Column = SideTable<string>['columns'][number];

/** Fields that no figure reads: a heading known by name must not pass for one that counts. */
const UNUSED: ReadonlySet<string> = new Set<Field>(['label']);
/** Fields of customers that figures rest on; `payment_mode`, `dunning` and `publication_date` say whom to remind, and how. */
const USED: ReadonlySet<string> = new Set<CustomerField>([
  ...(['id', 'name', 'terms', 'type', 'law', 'currency', 'sector', 'status', 'proceeding', 'judgment_date'] as const),
  ...(['credit_limit', 'group', 'group_limit', 'insured_limit', 'insured_share', 'insured_basis', 'insured_until'] as const),
  ...(['guarantee', 'guarantee_until', 'vat_rate', 'forecast_sales', 'monthly_peak', 'net_worth', 'net_worth_share'] as const),
  ...(['supplier_debt', 'supplier_debt_share', 'total_purchases', 'total_purchases_share', 'months_of_sales'] as const),
  ...(['terms_coefficient', 'behaviour_coefficient', 'delivery_lag', 'invoicing_cycle'] as const),
  ...(['payment_mode', 'dunning', 'publication_date'] as const),
  ...LIMITED_PARTS.map((part) => `${part}_limit` as const),
]);

const BY = {
  name: 'its own name',
  synonym: 'another name of it',
  weak: 'another name of it, and no other column has a better claim',
  likeness: 'the only column with a heading like it: see that it is meant',
  preset: 'the name it has in this package',
} as const;

export function columnUnderstood(file: string, column: Column, settings: Settings | undefined): Understood {
  return columnTold(file, column, settings, UNUSED.has(column.field) ? '; carried, and used by no figure' : '');
}

/** The currency of the file, where its headings say it. */
export function currencyUnderstood({ file, currency: { by, currency, naming } }: Understanding): Understood[] {
  if (by !== 'heading') return [];
  const headings = naming.map(({ heading }) => heading).join(', ');
  const evidence = `said by ${naming.length === 1 ? 'the heading' : 'the headings'} ${headings}; no column and no --currency says another`;
  return [{ file, fact: 'currency', reading: currency, evidence }];
}

/** A currency that stands in a heading and makes nothing of the amounts below it is told. */
export function withCurrency(told: Understood, heading: string, { by }: CurrencyChoice): Understood {
  if (by === 'heading') return told;
  const currency = AMOUNTS.has(told.fact) ? currencyInHeading(heading)?.currency : undefined;
  if (currency === undefined) return told;
  return {
    ...told,
    evidence: `${told.evidence}; the heading says ${currency}: a column of currencies or --currency makes it so`,
  };
}

const AMOUNTS: ReadonlySet<string> = new Set<Field>(['amount', 'debit', 'credit', 'open_amount', 'paid_amount']);

function columnTold(
  file: string,
  { field, index, heading, by }: Column,
  settings: Settings | undefined,
  more: string,
): Understood {
  const told = by === 'map' ? said('map', settings, field) : BY[by];
  return { file, fact: field, reading: `column ${index + 1}: ${heading}`, evidence: told + more };
}

/** Where the user said it: on the command line, or in ar.toml. */
export function said(option: string, settings: Settings | undefined, part?: string): string {
  const place = settings?.saidOf(option, part);
  return place === undefined ? `said with --${option}` : `said in ${place}`;
}

/** How the table of documents was read, and what it gave. */
export function documentsUnderstood({ documents: table, reading: { documentFacts } }: Input): Understood[] {
  if (table === undefined || documentFacts === undefined) return [];
  const { matches, byDay } = documentFacts;
  const { file, columns, others } = table;
  const several = matches.ambiguous.length;
  const [ofDays, misdated] = [matches.undated.length, matches.misdated.length];
  const settling = table.count - matches.matched - matches.unknown.length - several - ofDays - misdated;
  const evidence = [
    `${matches.matched} of documents of the ledger`,
    `${matches.unknown.length} of none`,
    ...(several === 0 ? [] : [`${several} of several customers`]),
    ...(ofDays === 0 ? [] : [`${ofDays} of several days`]),
    ...(misdated === 0 ? [] : [`${misdated} of another day`]),
    ...(settling === 0 ? [] : [`${settling} of what settles documents`]),
  ];
  const row = (fact: string, reading: string, because: string): Understood => ({ file, fact, reading, evidence: because });
  return [
    row('documents', counted(table.count, 'row'), evidence.join(', ')),
    ...columns.map((column) => columnUnderstood(file, column, undefined)),
    ...(others.length === 0 ? [] : [row('not read', others.map(({ heading }) => heading).join(', '), 'no field has this name')]),
    ...(byDay === 0 ? [] : [row('due by documents', counted(byDay, 'posting'), 'the ledger says no day')]),
  ];
}

/** How the table of customers was read, and which of the ledger's it knows. */
export function customersUnderstood({ register, book: { ledger }, reading }: Input): Understood[] {
  if (register === undefined) return [];
  const { file, count, columns, others } = register.table;
  const ids = new Set(ledger.customers.ids);
  const unknown = matchIds([...ids], register.table).unknown.length;
  const matched = ids.size - unknown;
  const inLedger = new Set<string>(reading.understanding.flatMap((one) => one.columns.map(({ field }) => field)));
  const use = ({ field }: Column): string => {
    if (inLedger.has(field) && field !== 'currency') return '; the ledger has it too, and its own goes first';
    return USED.has(field) ? '' : '; may group, filter or stand in a letter, and is used by no figure';
  };
  const row = (fact: string, read: string, evidence: string): Understood => ({ file, fact, reading: read, evidence });
  return [
    row(
      'customers',
      counted(count, 'row'),
      `${matched} of customers of the ledger, ${count - matched} of none${unknown === 0 ? '' : `; ${counted(unknown, 'customer')} of the ledger ${unknown === 1 ? 'stands' : 'stand'} in no row`}`,
    ),
    ...columns.map((column) => columnTold(file, column, undefined, use(column))),
    ...(others.length === 0
      ? []
      : [
          row(
            'kept',
            others.map(({ heading }) => heading).join(', '),
            'no field has this name; may group or filter (--group-by, --where)',
          ),
        ]),
  ];
}
