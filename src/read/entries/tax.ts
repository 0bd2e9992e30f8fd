// How much of an invoice is tax? What its entry credits to accounts of sales is the net, and what it credits to accounts of tax the tax, where both together are what
// its receivables come to; several receivables of one entry share them in proportion (rules.md §5.2).
import { allocate } from '../../core/allocate.ts';
import { minor } from '../../core/money.ts';
import type { DecimalMark } from '../forms.ts';

type Taxed = { readonly net: number; readonly tax: number; readonly rate: string };

/** Rates of VAT in France, mainland and overseas, in tenths of a percent (CGI art. 278 to 281 nonies, 296): only named, never used to work a tax out. */
const RATES: readonly (readonly [tenths: number, written: string])[] = [
  [200, '20'],
  [100, '10'],
  [85, '8.5'],
  [55, '5.5'],
  [21, '2.1'],
  [0, '0'],
];

/**
 * The net, tax and rate of each amount, in minor units; undefined where sales and tax are not what they come to, or they stand on both sides. The rate is empty
 * where none gives the tax to the cent a line.
 */
export function taxOf(amounts: readonly number[], sales: number, tax: number): readonly Taxed[] | undefined {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const side = Math.sign(total);
  if (total === 0 || sales + tax !== total || amounts.some((amount) => Math.sign(amount) !== side)) return undefined;
  if (Math.sign(sales) !== side || (tax !== 0 && Math.sign(tax) !== side)) return undefined;
  const nets = amounts.length === 1 ? [sales] : allocate(minor(sales), amounts.map(Math.abs));
  const rate = RATES.find(([tenths]) => Math.abs(sales * tenths - tax * 1000) <= 1000)?.[1] ?? '';
  return amounts.map((amount, i) => ({ net: nets[i] as number, tax: amount - (nets[i] as number), rate }));
}

/** An amount as the file writes its own: what is carried is read as the cells are. */
export function written(units: number, exponent: number, decimal: DecimalMark): string {
  const digits = String(Math.abs(units)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  return `${units < 0 ? '-' : ''}${whole}${exponent === 0 ? '' : `${decimal}${digits.slice(-exponent)}`}`;
}
