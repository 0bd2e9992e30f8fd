// What of an amount is without tax? As its row says (net, tax_amount, tax_rate), else the table of documents, else the customer's vat_rate; where nobody says it, nobody guesses.
import type { ColumnName } from '../ledger/field.ts';
import { column, type Ledger, numberOf, wholeRows } from '../ledger/ledger.ts';
import type { Ratio } from '../ledger/side-table.ts';
import type { WithoutTax } from '../measures/losses/without-tax.ts';
import { parseRatio } from '../read/ratio.ts';
import { carriedBy } from './carried.ts';
import type { Input } from './command.ts';
import { netWithin, toldNet, wholeAmounts } from './told-net.ts';

export const TAX_COLUMNS: readonly ColumnName[] = ['net', 'tax_amount', 'tax_rate'];

type ShareOf = WithoutTax['ofDocument'];

/** The shares that are without tax, by who says it: the row, the table of documents, the table of customers. */
export function withoutTaxTold(input: Input): {
  /** Whether a column of the ledger or of the table speaks of tax at all. */
  readonly isTold: boolean;
  readonly ofRow: ShareOf;
  readonly ofTable: ShareOf;
  readonly ofCustomer: ShareOf;
} {
  const { ledger } = input.book;
  const rates = new Map<number, Ratio | undefined>();
  return {
    isTold: tellsTax(ledger) || tableTellsTax(input),
    ofRow: saidByRow(input),
    ofTable: saidByTable(input),
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

function saidByRow(input: Input): ShareOf {
  const { ledger } = input.book;
  const rate = column(ledger, 'tax_rate');
  if (!tellsTax(ledger)) return () => undefined;
  const told = toldNet(ledger, carriedBy(input));
  return (row) => {
    const found = told(row);
    if (found !== undefined) return shareOf(found.net, found.whole);
    return rate === undefined ? undefined : withoutRate(rateIn(rate.dictionary.value(rate.codes[row] as number)));
  };
}

function tellsTax({ columns }: Ledger): boolean {
  return TAX_COLUMNS.some((name) => columns[name as 'net'] !== undefined);
}

function tableTellsTax({ documents }: Input): boolean {
  return (['net', 'tax_amount', 'tax_rate'] as const).some((field) => documents?.has(field) === true);
}

function saidByTable(input: Input): ShareOf {
  const {
    documents: table,
    book: { ledger },
  } = input;
  if (table === undefined || !tableTellsTax(input)) return () => undefined;
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
