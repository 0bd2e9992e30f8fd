// In which currency are the amounts of a table beside the ledger? That of the row, else of --currency; where nobody said it, and all postings are in one currency, in that one. With --rates they are those of the report.
import { type Currency, exponentOf } from '../core/currency.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Input } from './command.ts';
import { inputOptions } from './options.ts';
import { currencyInReport, inReport } from './rates.ts';

/** Amounts of a table by row, each in the currency that `of` gives. */
export type TableAmounts<F extends string> = {
  readonly of: (row: number) => Currency;
  /** The currency in which the row is written. */
  readonly written: (row: number) => Currency;
  readonly amount: (field: F, row: number) => number | undefined;
};

export function amountsOf<F extends string>(
  table: SideTable<F>,
  currencyField: NoInfer<F>,
  { book: { ledger }, texts, rates }: Pick<Input, 'book' | 'texts' | 'rates'>,
): TableAmounts<F> {
  const isSaid = (texts.get(inputOptions.currency.name)?.length ?? 0) > 0;
  const [only, ...others] = ledger.currencies;
  const assumed = isSaid || others.length > 0 ? undefined : only;
  const written = (row: number): Currency =>
    assumed !== undefined && table.text(currencyField, row) === '' ? assumed : table.currency(row);
  return {
    written,
    of: (row) => currencyInReport(rates, written(row)),
    amount: (field, row) => {
      const units = table.amount(field, row);
      return units === undefined ? undefined : inReport(rates, scaled(units, table.currency(row), written(row)), written(row));
    },
  };
}

/** The same amount in the minor units of another currency, whose decimals may be fewer: what it cannot hold is left out. */
function scaled(units: number, from: Currency, to: Currency): number {
  const by = exponentOf(to) - exponentOf(from);
  return by >= 0 ? units * 10 ** by : Math.trunc(units / 10 ** -by);
}

/** The amount of a cell in a currency that is known elsewhere; undefined where its cell is empty, or has more decimals than that currency. */
export function amountIn<F extends string>(table: SideTable<F>, field: F, row: number, currency: Currency): number | undefined {
  const units = table.amount(field, row);
  const found = units === undefined ? undefined : scaled(units, table.currency(row), currency);
  return found !== undefined && scaled(found, currency, table.currency(row)) === units ? found : undefined;
}
