// Which cells have all sections of proposed limits: whose a row is, amounts in its currency, days, shares and coefficients as they were written.
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import type { Lang, Word } from '../../core/word.ts';
import type { Ratio } from '../../ledger/side-table.ts';
import type { ProposedLimit } from '../../measures/credit-limit.ts';
import { decimalFor } from '../../text/amounts.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, text } from '../report.ts';
import { customerColumns } from './age.ts';

export const moneyColumn = (key: string, head: Word, spare = 0): Column => ({ key, head, kind: 'money', spare });

export function whoColumns(rows: readonly ProposedLimit[]): Column[] {
  // Amounts of two currencies below one another need their names.
  const inSeveral = rows.some(({ known }) => known.currency !== rows[0]?.known.currency);
  return [
    ...customerColumns(rows.map(({ known }) => known.name)),
    { key: 'currency', head: words.currency, kind: 'text', spare: inSeveral ? 0 : 1 },
  ];
}

export function whoCells({ known: { id, name, currency } }: ProposedLimit): Cell[] {
  return [text(id), text(name), text(currency)];
}

export function amountIn(currency: Currency): (units: number | undefined) => Cell {
  return (units) => (units === undefined ? NONE : { kind: 'money', amount: minor(units), currency });
}

/** From hundredths. */
export function daysCell(hundredths: number | undefined): Cell {
  return hundredths === undefined ? NONE : { kind: 'number', value: hundredths / 100, decimals: 2 };
}

export function coefficientCell(ratio: Ratio | undefined): Cell {
  return ratio === undefined ? NONE : { kind: 'number', value: ratio.numerator / ratio.denominator, decimals: decimalsOf(ratio) };
}

export function shareCell(ratio: Ratio): Cell {
  return { kind: 'percent', share: ratio.numerator / ratio.denominator, decimals: Math.max(1, decimalsOf(ratio) - 2) };
}

export function ratioFor(lang: Lang, ratio: Ratio): string {
  return decimalFor(lang, ratio.numerator / ratio.denominator, decimalsOf(ratio));
}

/** As many as the number has: its denominator is a power of ten. */
function decimalsOf({ numerator, denominator }: Ratio): number {
  let decimals = Math.round(Math.log10(denominator));
  for (let digits = numerator; decimals > 0 && digits % 10 === 0; digits /= 10) decimals--;
  return decimals;
}
