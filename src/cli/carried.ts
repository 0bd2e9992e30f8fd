// What does a text say that the ledger only carries: an amount without tax, a rate of tax? In the forms of its file.
import { exponentOf } from '../core/currency.ts';
import { minor } from '../core/money.ts';
import type { Coded } from '../ledger/field.ts';
import { currencyAt } from '../ledger/ledger.ts';
import { parseAmount } from '../read/amount.ts';
import type { Understanding } from '../read/understanding.ts';
import { type Cell, text } from '../report/report.ts';
import type { Input } from './command.ts';

export type Carried = (field: Coded, written: string, row: number) => Cell;

/** What is carried is written in the forms of the plain CSV where it is an amount or a rate, and as it is elsewhere. */
export function carriedBy({ reading }: Pick<Input, 'reading'>): Carried {
  const { ledger } = reading;
  const unsigned = reading.understanding.map(writesCreditsUnsigned);
  const names = reading.understanding.map(({ file }) => file);
  const marks = reading.understanding.map(({ spelling }) => spelling.forms.decimal);
  const fileOf = (row: number): number => names.indexOf(ledger.files.findLast(({ firstRow }) => firstRow <= row)?.name ?? '');
  return (field, written, row) => {
    const mark = marks[fileOf(row)] ?? '.';
    const rate = mark === ',' ? written.replace(',', '.') : written;
    if (field === 'tax_rate' && /^\d+(?:\.\d{1,4})?$/.test(rate)) return { kind: 'number', value: Number(rate), decimals: 4 };
    if (field !== 'net' && field !== 'tax_amount') return text(written);
    const currency = currencyAt(ledger, ledger.currency[row] as number);
    const units = parseAmount(written, exponentOf(currency), mark);
    if (typeof units !== 'number') return text(written);
    const turned = (ledger.amount[row] as number) < 0 && units > 0 && unsigned[fileOf(row)] === true;
    return { kind: 'money', amount: minor(turned ? -units : units), currency };
  };
}

/** The file says the side of a posting elsewhere than in its sign, so the parts of its amount have none either. */
function writesCreditsUnsigned({ signs, columns }: Understanding): boolean {
  return signs === 'by-kind' || columns.some(({ field }) => field === 'debit' || field === 'credit' || field === 'sense');
}
