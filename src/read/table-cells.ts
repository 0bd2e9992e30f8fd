// Can the cell of a table be read as what its field holds, and what is it then? Judged once while the table is read, asked for ever after.
import { type Currency, currencyOf, exponentOf } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import { fold } from '../core/fold.ts';
import { rearmed } from '../core/formula.ts';
import { minor } from '../core/money.ts';
import { didYouMean } from '../core/nearest.ts';
import type { SideTable } from '../ledger/side-table.ts';
import { parseTerms } from '../policy/parse-terms.ts';
import { parseAmount } from './amount.ts';
import type { CellReader } from './cells.ts';
import { parseDay } from './day.ts';
import { parseDispute } from './dispute.ts';
import type { Forms } from './forms.ts';
import type { MappedColumn } from './headings.ts';
import { parseMonth } from './month.ts';
import { parseFactor, parseFactorUpTo, parseRatio } from './ratio.ts';
import type { CellSpec, TableSpec } from './table-spec.ts';

/** Tells what is wrong with a cell; an empty one is nothing to anybody. `exponent`: the decimals of the row's currency. */
export function judgeCell<F extends string>(reader: CellReader<F>, field: F, spec: CellSpec, exponent: number): void {
  const text = reader.text(field);
  if (text === '') return;
  const wrong = (what: string, fix: string): void => reader.problem('cell-unreadable', field, text, { what, fix });
  switch (spec.holds) {
    case 'day':
      reader.day(field);
      return;
    case 'amount':
      if ((reader.amount(field, exponent) ?? 0) < 0 && spec.never !== undefined)
        wrong(spec.never, 'write it without a minus, or leave the cell empty');
      return;
    case 'month':
      if (parseMonth(text) === undefined)
        wrong('this is no month', 'write months as 2025-11 or 11/2025, or days in a column date');
      return;
    case 'dispute':
      reader.dispute(field, exponent);
      return;
    case 'ratio':
      if (parseRatio(text) === undefined) wrong('not a share of 1', 'write 0.9 or 90 %');
      return;
    case 'rate':
      if (parseRatio(text) === undefined) wrong('not a rate of tax', 'write 0.2 or 20 %');
      return;
    case 'factor':
      judgeFactor(text, spec.atMost, wrong);
      return;
    case 'days':
      if (!/^\d{1,3}$/.test(text)) wrong('not a whole number of days', 'write 7, or leave the cell empty');
      return;
    case 'terms': {
      const terms = parseTerms(text);
      if (typeof terms === 'string') wrong(terms, 'write terms as "45 days end-of-month" or "30% 30 days; 70% 60 days"');
      return;
    }
    case 'choice': {
      const keys = Object.keys(spec.choices);
      if (keyOf(spec, text) === undefined)
        wrong('not one of its values', didYouMean(text, keys) || `write one of ${keys.join(', ')}`);
      return;
    }
    case 'currency':
    case 'text':
      return;
  }
}

function judgeFactor(text: string, atMost: number | undefined, wrong: (what: string, fix: string) => void): void {
  if (atMost === undefined) {
    if (parseFactor(text) === undefined) wrong('not a number above 0 of up to 12 digits', 'write 0.923 or 0,923');
  } else if (parseFactorUpTo(text, atMost) === undefined) wrong(`not a number above 0 and up to ${atMost}`, 'write 1.1 or 1,1');
}

function keyOf(spec: CellSpec, text: string): string | undefined {
  if (spec.holds !== 'choice') return undefined;
  const folded = fold(text).replace(/[\s-]+/g, '_');
  return Object.entries(spec.choices).find(([key, others]) => key === folded || others.includes(folded))?.[0];
}

/** Rows of cells that were judged, as a table. */
export function tableOf<F extends string>(
  spec: TableSpec<F>,
  file: string,
  headings: readonly string[],
  columns: readonly MappedColumn<F>[],
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  bookCurrency: Currency,
  forms: Forms<F>,
): SideTable<F> {
  const at = new Map(columns.map(({ field, index }) => [field, index] as const));
  const cell = (index: number | undefined, row: number): string =>
    index === undefined ? '' : rearmed((rows[row]?.[index] ?? '').trim());
  const text = (field: F, row: number): string => cell(at.get(field), row);
  const currency = (row: number): Currency =>
    (spec.currency === undefined ? undefined : currencyOf(text(spec.currency, row))) ?? bookCurrency;
  const others = headings.flatMap((heading, index) =>
    heading === '' || columns.some((c) => c.index === index) ? [] : [{ index, heading, text: (row: number) => cell(index, row) }],
  );
  return {
    file,
    count: rows.length,
    line: (row) => lines[row] as number,
    has: (field) => at.has(field),
    text,
    day: (field, row): Day | undefined => parseDay(text(field, row), forms.days.get(field) ?? 'iso'),
    amount: (field, row) => {
      const written = text(field, row);
      const amount = written === '' ? undefined : parseAmount(written, exponentOf(currency(row)), forms.decimal);
      return typeof amount === 'number' ? minor(amount) : undefined;
    },
    dispute: (field, row) => {
      const written = text(field, row);
      const dispute = written === '' ? undefined : parseDispute(written, exponentOf(currency(row)), forms);
      return typeof dispute === 'number' ? dispute : undefined;
    },
    ratio: (field, row) => parseRatio(text(field, row)),
    choice: (field, row) => keyOf(spec.cells[field], text(field, row)),
    currency,
    columns,
    others,
  };
}
