// Which currencies are there, and how many decimals has each? ISO 4217 (list one, amended up to 2026-01), with the older
// codes that still stand in ledgers. A code outside the table is refused: its number of decimals would be a guess.

declare const currencyCode: unique symbol;

/** An ISO 4217 code of the table below. */
export type Currency = string & { readonly [currencyCode]: true };

const ZERO_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE_DECIMALS = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR_DECIMALS = 'CLF UYW';
const TWO_DECIMALS =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY ' +
  'COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS ' +
  'INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD ' +
  'NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP ' +
  'SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ZWL';

const LISTS = [ZERO_DECIMALS, '', TWO_DECIMALS, THREE_DECIMALS, FOUR_DECIMALS];

/** Decimals by code, of those that were asked for. */
const exponents = new Map<string, number>();

function exponentIn(code: string): number | undefined {
  const known = exponents.get(code);
  if (known !== undefined || code.length !== 3 || code.includes(' ')) return known;
  const exponent = LISTS.findIndex((list) => list.includes(code));
  if (exponent < 0) return undefined;
  exponents.set(code, exponent);
  return exponent;
}

/** What French and English lists write for a code; $ is of many currencies. */
const WORDS: { readonly [word: string]: string } = { '€': 'EUR', EURO: 'EUR', EUROS: 'EUR', '£': 'GBP' };

/** The currency of a code in any case, or of a sign or word that leaves no doubt, or undefined when the table does not hold it. */
export function currencyOf(code: string): Currency | undefined {
  const written = code.toUpperCase();
  const upper = WORDS[written] ?? written;
  return exponentIn(upper) !== undefined ? (upper as Currency) : undefined;
}

/** Decimals of the currency's minor unit: EUR 2, JPY 0, TND 3. */
export function exponentOf(currency: Currency): number {
  return exponentIn(currency) as number;
}

/** Every known code, for messages. */
export function currencyCodes(): readonly string[] {
  return LISTS.flatMap((list) => list.split(' ')).filter((code) => code !== '');
}
