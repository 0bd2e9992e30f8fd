// How large a difference of cents is closed (--tolerance)? From what the user wrote to a bound for each currency of the ledger; what would
// close nothing, or not what was meant, is refused.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import type { Minor } from '../core/money.ts';
import { listedNames } from '../core/plural.ts';
import type { Tolerance } from '../settle/by-tolerance.ts';
import { type OptionSpec, Refusal, values } from './option.ts';
import { readStatedAmount, type StatedAmount, unitsIn } from './stated-amount.ts';

const each = values(
  'tolerance',
  '[CODE=]AMOUNT',
  'close what a settlement left of a document, up to this amount; each is told, and the control shows them apart',
  readTolerance,
);

function readTolerance(text: string): StatedAmount | Refusal {
  const stated = readStatedAmount(text, 'a small amount as 0.05 or EUR=0.05');
  if (stated instanceof Refusal) return stated;
  if (stated.amount.startsWith('-')) return new Refusal('takes an amount above 0: differences of either sign are closed');
  if (!/[1-9]/.test(stated.amount)) return new Refusal('of 0 closes nothing: leave it out');
  const bound = stated.currency === undefined ? undefined : unitsIn(stated.currency, stated.amount);
  return typeof bound === 'string' ? new Refusal(bound) : stated;
}

/** Two for one currency, or two for all of them, contradict one another. */
export const toleranceOption: OptionSpec<readonly StatedAmount[]> = {
  ...each,
  read: (texts) => {
    const all = each.read(texts);
    if (all instanceof Refusal) return all;
    const twice = all.find((one, i) => all.findIndex((other) => other.currency === one.currency) < i);
    return twice === undefined ? all : new Refusal(`is given twice for ${twice.currency ?? 'all currencies'}`, twice.amount);
  },
};

/** The bounds by currency; 'refused' when the ledger has not what they speak of: the diagnostics say so. */
export function toleranceOf(
  stated: readonly StatedAmount[],
  currencies: readonly Currency[],
  diagnostics: Diagnostics,
): Tolerance | undefined | 'refused' {
  if (stated.length === 0) return undefined;
  const bounds = new Map<Currency, Minor>();
  let refused = false;
  const refuse = (value: string, what: string, fix: string): void => {
    refused = true;
    diagnostics.add({ code: 'usage-bad-value', value, what: `--tolerance: ${what}`, fix });
  };
  for (const one of stated) {
    if (one.currency === undefined || currencies.includes(one.currency)) continue;
    refuse(one.currency, 'the ledger has no posting in this currency', `its currencies are ${listedNames(currencies)}`);
  }
  const forAll = stated.find((one) => one.currency === undefined);
  const unnamed = currencies.filter((code) => !stated.some((one) => one.currency === code));
  if (forAll !== undefined && unnamed.length === 0) {
    refuse(forAll.amount, 'each currency of the ledger has one of its own, so this one closes nothing', 'leave it out');
  }
  for (const code of currencies) {
    const own = stated.find((one) => one.currency === code) ?? forAll;
    if (own === undefined) continue;
    const bound = unitsIn(code, own.amount);
    if (typeof bound === 'number') bounds.set(code, bound);
    else refuse(own.amount, `this ${bound}`, 'write what it can hold, or name the currency meant: EUR=0.05');
  }
  return refused ? 'refused' : bounds;
}
