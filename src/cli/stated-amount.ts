// What does a user write for an amount on the command line? A number, with or without the currency it is in: `52517.24` or `EUR=52517.24`.
import { type Currency, currencyOf, exponentOf } from '../core/currency.ts';
import { type Minor, minor } from '../core/money.ts';
import { parseAmount } from '../read/amount.ts';
import { Refusal } from './option.ts';

/** The amount stays text until the currency, and so its decimals, are known. */
export type StatedAmount = { readonly currency: Currency | undefined; readonly amount: string };

/** `takes`: what the option takes, with an example. */
export function readStatedAmount(text: string, takes: string): StatedAmount | Refusal {
  const match = /^(?:([A-Za-z]{3})=)?([+-]?\d+(?:\.\d+)?)$/.exec(text);
  if (match === null) return new Refusal(`takes ${takes}`);
  const code = match[1];
  const currency = code === undefined ? undefined : currencyOf(code);
  if (code !== undefined && currency === undefined) return new Refusal(`knows no currency ${code}`);
  return { currency, amount: match[2] as string };
}

/** An amount above 0 that names its currency, in minor units. */
export function readAmountIn(text: string, example: string): { readonly currency: Currency; readonly units: Minor } | Refusal {
  const stated = readStatedAmount(text, `an amount in its currency, as ${example}`);
  if (stated instanceof Refusal) return stated;
  const { currency, amount } = stated;
  if (currency === undefined) return new Refusal(`takes an amount in its currency, as ${example}`);
  const units = unitsIn(currency, amount);
  if (typeof units === 'string') return new Refusal(units);
  return units > 0 ? { currency, units } : new Refusal('takes an amount above 0');
}

/** Minor units of an amount as `readStatedAmount` takes it, or why the currency cannot hold it: the end of a sentence. */
export function unitsIn(currency: Currency, amount: string): Minor | string {
  const units = parseAmount(amount, exponentOf(currency));
  if (typeof units === 'number') return minor(units);
  return units === 'amount-too-large' ? `is too large an amount of ${currency}` : `has more decimals than ${currency} has`;
}

/** As it may be written. */
export function statedText({ currency, amount }: StatedAmount): string {
  return currency === undefined ? amount : `${currency}=${amount}`;
}
