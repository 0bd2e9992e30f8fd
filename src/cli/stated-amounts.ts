// Which amounts does a line state beside the ledger, as `9000` or `EUR=9000`? Each in a currency of the report; what names none is in the only one there is.
import { type Currency, exponentOf } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { listedNames } from '../core/plural.ts';
import { parseAmount } from '../read/amount.ts';
import { Refusal } from './option.ts';
import { readStatedAmount, type StatedAmount } from './stated-amount.ts';

/** An amount of 0 or more. */
export function readStatedSum(text: string): StatedAmount | Refusal {
  const stated = readStatedAmount(text, 'an amount as 9000 or EUR=9000');
  if (stated instanceof Refusal || !stated.amount.startsWith('-')) return stated;
  return new Refusal('takes an amount of 0 or more');
}

/** In minor units by currency; undefined when one cannot be of a currency of the report: the diagnostics say so. */
export function statedAmounts(
  option: string,
  stated: readonly StatedAmount[],
  currencies: readonly Currency[],
  diagnostics: Diagnostics,
): Map<Currency, number> | undefined {
  const amounts = new Map<Currency, number>();
  for (const { currency: named, amount } of stated) {
    const refuse = (what: string, fix: string): undefined => {
      diagnostics.add({ code: 'usage-bad-value', value: amount, what: `${option}: ${what}`, fix });
    };
    const currency = named ?? (currencies.length === 1 ? currencies[0] : undefined);
    if (currency === undefined)
      return refuse('this names no currency, and the ledger has several', `its currencies are ${listedNames(currencies)}`);
    if (!currencies.includes(currency))
      return refuse(`the ledger has no posting in ${currency}`, `its currencies are ${listedNames(currencies)}`);
    if (amounts.has(currency)) return refuse(`this is given twice for ${currency}`, 'leave one of the two out');
    const units = parseAmount(amount, exponentOf(currency));
    if (typeof units !== 'number')
      return refuse(`this is no amount of ${currency}`, 'write it with the decimals of the currency');
    amounts.set(currency, units);
  }
  return amounts;
}
