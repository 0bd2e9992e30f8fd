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
const BEFORE = new RegExp(`^([-+\u2212(]?) ?(${SIGN})[\\s\u00a0\u202f]*(?=[-+\u2212(.,\\d])(.*)$`);
const BEHIND = new RegExp(`^(.*\\d\\)?[-+]?|[-\u2012-\u2015\u2212])[\\s\u00a0\u202f]*(${SIGN})(\\)?)$`);

/** An amount without its sign of a currency, and this sign; undefined where it has none. */
export function withoutCurrency(text: string): { readonly bare: string; readonly sign: string } | undefined {
  if (isBare(text)) return undefined;
  const [, head = '', sign = '', tail = ''] = BEFORE.exec(text) ?? BEHIND.exec(text) ?? [];
  if (SIGNS[sign] === undefined && (sign.length !== 3 || currencyOf(sign) === undefined)) return undefined;
  return { bare: head + tail, sign };
}

const [SPACE, PLUS, NINE] = [0x20, 0x2b, 0x39];

/** Nothing but digits, marks and minuses, as most amounts are: the patterns take time to be made. */
function isBare(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < PLUS || code > NINE) && code !== SPACE) return false;
  }
  return true;
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
