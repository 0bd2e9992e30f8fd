// Which currency does an amount name, beside its digits ($1,234.50, 12 EUR, (£5.00))? A sign of several currencies is of none in particular: it is taken
// where the row is in one of them, and is never what tells the currency of a row.
import { type Currency, currencyOf } from '../core/currency.ts';

/** Signs and the currencies they are of. */
const SIGNS: { readonly [sign: string]: readonly string[] } = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP', 'BBD', 'BSD', 'FJD', 'JMD', 'TTD'],
  US$: ['USD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  NZ$: ['NZD'],
  S$: ['SGD'],
  HK$: ['HKD'],
  '€': ['EUR'],
  '£': ['GBP', 'EGP', 'LBP', 'GIP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
};

const SIGN = '[A-Z]{0,2}\\$|[€£¥₹]|[A-Za-z]{3}';
const BEFORE = new RegExp(`^([-+\u2212(]?)\\s*(${SIGN})\\s*(?=[-+\u2212(.,\\d])(.*)$`);
const BEHIND = new RegExp(`^(.*[\\d.,]\\)?[-+\u2212]?|[-\u2012-\u2015\u2212])\\s*(${SIGN})\\s*(\\)?)$`);

/** An amount without the sign or code of a currency that stands before or behind it, and which that is; a dash is an amount of nothing. */
export function withoutCurrency(text: string): { readonly bare: string; readonly sign?: string } {
  if (!/[$€£¥₹a-z]/i.test(text)) return { bare: text };
  const [, head = '', sign = '', tail = ''] = BEFORE.exec(text) ?? BEHIND.exec(text) ?? [];
  if (SIGNS[sign] === undefined && currencyOf(sign) === undefined) return { bare: text };
  return { bare: head + tail, sign };
}

/** True for a sign of this currency, or its code. */
export function isSignOf(sign: string, currency: Currency): boolean {
  return SIGNS[sign]?.includes(currency) ?? currencyOf(sign) === currency;
}

/** Currencies a sign may be of, to choose one from. */
export function currenciesOfSign(sign: string): string {
  const of = SIGNS[sign] ?? [sign];
  return of.slice(0, 2).join(', ') + (of.length > 2 ? ' …' : '');
}
