// How is an amount written? Plainly for machines, grouped for people; always from integer units, never through a fraction.
import { type Currency, exponentOf } from '../core/currency.ts';
import type { Lang } from '../core/word.ts';

/** `123450` with two decimals → `1234.50`: dot decimals at the currency's scale, no grouping, a leading minus. */
export function plainAmount(amount: number, currency: Currency): string {
  return plain(amount, exponentOf(currency));
}

/** Most cells of a report hold nothing. */
const NOTHING = ['0', '0.0', '0.00', '0.000', '0.0000'];
const TENS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

/** What `assemble` writes without groups, from two whole numbers: it is called for every cell. */
function plain(units: number, exponent: number): string {
  if (units === 0) return NOTHING[exponent] as string;
  const size = Math.abs(units);
  const ten = TENS[exponent] as number;
  const parts = size % ten;
  const whole = (size - parts) / ten;
  const sign = units < 0 ? '-' : '';
  if (exponent === 0) return `${sign}${whole}`;
  // The digits behind the point, with the zeros before them: 5 of 100 is 05.
  return `${sign}${whole}.${String(parts + ten).slice(1)}`;
}

/** For people: `1,234.50` in English; `1 234,50` in French, with the narrow no-break space French typography asks for. */
export function amountFor(lang: Lang, amount: number, currency: Currency): string {
  return lang === 'fr' ? assemble(amount, exponentOf(currency), '\u202f', ',') : assemble(amount, exponentOf(currency), ',', '.');
}

const SIGNS: { readonly [currency: string]: string } = { EUR: '€', GBP: '£' };

/** In a sentence, with its currency: `€1,234.50`, `USD 1,234.50`; `1 234,50 €`, `1 234,50 USD`. */
export function sumFor(lang: Lang, amount: number, currency: Currency): string {
  const written = amountFor(lang, Math.abs(amount), currency);
  const minus = amount < 0 ? '-' : '';
  if (lang === 'fr') return `${minus}${written}\u00a0${currency === 'EUR' ? '€' : currency}`;
  const sign = SIGNS[currency];
  return `${minus}${sign ?? `${currency}\u00a0`}${written}`;
}

/** A whole count for people, grouped as amounts are. */
export function countFor(lang: Lang, count: number): string {
  return assemble(count, 0, lang === 'fr' ? '\u202f' : ',', '.');
}

/** A ratio with a fixed number of decimals, rounded half away from zero; for statistics, never for amounts. */
export function decimalFor(lang: Lang, value: number, decimals: number): string {
  return assemble(scaled(value, decimals), decimals, lang === 'fr' ? '\u202f' : ',', lang === 'fr' ? ',' : '.');
}

/** A ratio for machines: dot decimals, rounded half away from zero, no trailing zeros. */
export function plainDecimal(value: number, decimals: number): string {
  return String(scaled(value, decimals) / 10 ** decimals);
}

function scaled(value: number, decimals: number): number {
  const whole = Math.sign(value) * Math.round(Math.abs(value) * 10 ** decimals);
  return whole === 0 ? 0 : whole;
}

function assemble(units: number, exponent: number, group: string, point: string): string {
  const digits = String(Math.abs(units)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = units < 0 ? '-' : '';
  const grouped = group === '' || whole.length < 4 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return exponent === 0 ? sign + grouped : `${sign}${grouped}${point}${digits.slice(digits.length - exponent)}`;
}
