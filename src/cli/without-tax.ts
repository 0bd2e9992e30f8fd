// What of an amount is without tax? As its row says (net, tax_amount, tax_rate), else the table of documents, else the customer's vat_rate; where nobody says it, nobody guesses.
import type { ColumnName } from '../ledger/field.ts';
import { column, type Ledger, numberOf, wholeRows } from '../ledger/ledger.ts';
import type { Ratio, SideTable } from '../ledger/side-table.ts';
import type { WithoutTax } from '../measures/losses/without-tax.ts';
import { parseRatio } from '../read/ratio.ts';
import { type Carried, carriedBy } from './carried.ts';
import type { Input } from './command.ts';

export const TAX_COLUMNS: readonly ColumnName[] = ['net', 'tax_amount', 'tax_rate'];

/** What of a sale is without tax, where the row says that, or its tax, and it is a part of the amount: of a document in instalments, of the whole. */
export function netIn(ledger: Ledger, carried: Carried): (row: number) => number | undefined {
  const wholeOf = wholeAmounts(ledger);
  const said = (field: 'net' | 'tax_amount', row: number): number | undefined => {
    const of = ledger.columns[field];
    const cell = of === undefined ? undefined : carried(field, of.dictionary.value(of.codes[row] as number), row);
    return cell?.kind === 'money' ? cell.amount : undefined;
  };
  return (row) => netWithin(wholeOf(row), said('net', row), said('tax_amount', row));
}

/** Undefined where the parts are none of the whole. */
function netWithin(whole: number, net: number | undefined, tax: number | undefined): number | undefined {
  const found = net ?? (tax === undefined ? undefined : whole - tax);
  const fits = found !== undefined && (net === undefined || tax === undefined || net + tax === whole);
  return fits && Math.sign(found) !== -Math.sign(whole) && Math.abs(found) <= Math.abs(whole) ? found : undefined;
}

/** The shares that are without tax, of each document and of what a customer buys. */
export function withoutTaxOf(input: Input): WithoutTax {
  const { ledger } = input.book;
  const [ofRow, ofTable] = [saidByRow(input), saidByTable(input)];
  const rates = new Map<number, Ratio | undefined>();
  return {
    ofDocument: (row) => ofRow(row) ?? ofTable(row),
    ofCustomer: (row) => {
      const customer = ledger.customer[row] as number;
      if (!rates.has(customer)) {
        const at = input.register?.rowOf(ledger.customers.id(customer));
        rates.set(customer, at === undefined ? undefined : withoutRate(input.register?.table.ratio('vat_rate', at)));
      }
      return rates.get(customer);
    },
  };
}

function saidByRow(input: Input): WithoutTax['ofDocument'] {
  const { ledger } = input.book;
  const rate = column(ledger, 'tax_rate');
  if (TAX_COLUMNS.every((name) => ledger.columns[name as 'net'] === undefined)) return () => undefined;
  const [wholeOf, whole] = [wholeAmounts(ledger), wholeRows(ledger)];
  const netOf = netIn(ledger, carriedBy(input));
  return (any) => {
    const row = whole(any);
    const net = netOf(row);
    if (net !== undefined) return shareOf(net, wholeOf(row));
    return rate === undefined ? undefined : withoutRate(rateIn(rate.dictionary.value(rate.codes[row] as number)));
  };
}

type Taxed = SideTable<'customer' | 'document' | 'net' | 'tax_amount' | 'tax_rate'>;

function saidByTable({ documents, book: { ledger } }: Input): WithoutTax['ofDocument'] {
  // A table of documents has these columns, whoever reads it for its due days.
  const table = documents as unknown as Taxed | undefined;
  if (table === undefined || !(['net', 'tax_amount', 'tax_rate'] as const).some((field) => table.has(field))) {
    return () => undefined;
  }
  const rows = new Map(
    Array.from({ length: table.count }, (_, i) => [`${table.text('customer', i)}\0${table.text('document', i)}`, i]),
  );
  const [wholeOf, whole] = [wholeAmounts(ledger), wholeRows(ledger)];
  const owners = soleOwners(ledger);
  return (any) => {
    const row = whole(any);
    const number = numberOf(ledger, row);
    if (number === '') return undefined;
    const customer = ledger.customer[row] as number;
    const nameless = owners().get(number) === customer ? rows.get(`\0${number}`) : undefined;
    const at = rows.get(`${ledger.customers.id(customer)}\0${number}`) ?? nameless;
    if (at === undefined) return undefined;
    const amount = wholeOf(row);
    const units = (field: 'net' | 'tax_amount'): number | undefined => {
      const found = table.amount(field, at);
      return found === undefined || Math.sign(found) !== -Math.sign(amount) ? found : 0 - found;
    };
    const isOfCurrency = table.currency(at) === ledger.currencies[ledger.currency[row] as number];
    const net = isOfCurrency ? netWithin(amount, units('net'), units('tax_amount')) : undefined;
    return net === undefined ? withoutRate(table.ratio('tax_rate', at)) : shareOf(net, amount);
  };
}

/** Numbers that one customer alone has, by that customer: a row of the table that names nobody speaks of no other. */
function soleOwners(ledger: Ledger): () => ReadonlyMap<string, number> {
  let found: Map<string, number> | undefined;
  return () => {
    if (found !== undefined) return found;
    found = new Map();
    for (let row = 0; row < ledger.count; row++) {
      const [number, customer] = [numberOf(ledger, row), ledger.customer[row] as number];
      if (number !== '') found.set(number, (found.get(number) ?? customer) === customer ? customer : -1);
    }
    return found;
  };
}

/** The amount of a row's document: of one in instalments, of all its rows. */
function wholeAmounts({ amount, shared }: Ledger): (row: number) => number {
  const wholes = new Map(shared.map(({ rows, whole }) => [rows[0] as number, whole.amount]));
  return (row) => wholes.get(row) ?? (amount[row] as number);
}

function shareOf(net: number, whole: number): Ratio | undefined {
  return whole === 0 ? undefined : { numerator: Math.abs(net), denominator: Math.abs(whole) };
}

/** Of an amount with a tax of this rate. */
function withoutRate(rate: Ratio | undefined): Ratio | undefined {
  return rate && { numerator: rate.denominator, denominator: rate.denominator + rate.numerator };
}

/** `20`, `20 %`, `5,5`, `0.2`: rates of VAT are percentages from 1 up, and shares up to a half. */
function rateIn(text: string): Ratio | undefined {
  const bare = text.trim();
  const share = parseRatio(bare);
  if (share !== undefined && (bare.endsWith('%') || share.numerator * 2 <= share.denominator)) return share;
  const percent = bare.endsWith('%') ? undefined : parseRatio(`${bare} %`);
  return percent !== undefined && percent.numerator * 100 >= percent.denominator ? percent : undefined;
}
