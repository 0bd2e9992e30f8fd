// What would an order more do (--what-if)? Who orders how much, in which currency, and where that stands in the exposure.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest.ts';
import { listedNames } from '../core/plural.ts';
import { keyOf, nothingOf, type Position } from '../measures/exposure-position.ts';
import { Refusal, values } from './option.ts';
import { currencyInReport, hasRate, inReport, type Rates } from './rates.ts';
import { readStatedAmount, type StatedAmount, unitsIn } from './stated-amount.ts';

export type WhatIf = { readonly id: string } & StatedAmount;

export const whatIfOption = values(
  'what-if',
  'ID=[CODE=]AMOUNT',
  'as if this customer ordered so much more; a currency where it is not that of the limit',
  readWhatIf,
);

/** The first mark behind which an amount stands: an id may hold one, too. */
function readWhatIf(text: string): WhatIf | Refusal {
  for (let at = text.indexOf('='); at > 0; at = text.indexOf('=', at + 1)) {
    const stated = readStatedAmount(text.slice(at + 1), 'an amount');
    if (stated instanceof Refusal) continue;
    if (!/[1-9]/.test(stated.amount) || stated.amount.startsWith('-')) return new Refusal('takes an amount above 0');
    return { id: text.slice(0, at), ...stated };
  }
  return new Refusal('takes a customer and an amount, as C001=5000 or C001=USD=5000');
}

/** The order of each key, or undefined where one cannot be placed: the diagnostics say why. */
export type Ordered = ReadonlyMap<string, { readonly id: string; readonly currency: Currency; readonly amount: number }>;

type Known = {
  readonly positions: ReadonlyMap<string, Position>;
  readonly ids: readonly string[];
  readonly isKnown: (id: string) => boolean;
  /** That of the customer in the table; undefined where there is no row. */
  readonly currencyOf: (id: string) => Currency | undefined;
  /** Where all is converted to one currency. */
  readonly rates: Rates | undefined;
};

export function orderedBy(asked: readonly WhatIf[], known: Known, diagnostics: Diagnostics): Ordered | undefined {
  const ordered = new Map<string, { readonly id: string; readonly currency: Currency; readonly amount: number }>();
  let sound = true;
  for (const one of asked) {
    const currency = known.isKnown(one.id)
      ? (one.currency ?? currencyFor(one.id, known, diagnostics))
      : tellUnknown(one.id, known, diagnostics);
    if (currency === undefined) {
      sound = false;
      continue;
    }
    const amount = unitsIn(currency, one.amount);
    if (typeof amount === 'string') {
      sound = false;
      const what = `--what-if: this ${amount}`;
      diagnostics.add({ code: 'usage-bad-value', value: one.amount, what, fix: 'write an amount of the currency' });
      continue;
    }
    if (known.rates !== undefined && !hasRate(known.rates, currency, diagnostics)) {
      sound = false;
      continue;
    }
    const shown = currencyInReport(known.rates, currency);
    const key = keyOf({ id: one.id, currency: shown });
    const before = ordered.get(key)?.amount ?? 0;
    ordered.set(key, { id: one.id, currency: shown, amount: before + inReport(known.rates, amount, currency) });
  }
  return sound ? ordered : undefined;
}

/** That of the limit, else the only one the customer has. */
function currencyFor(id: string, known: Known, diagnostics: Diagnostics): Currency | undefined {
  const own = known.currencyOf(id);
  if (own !== undefined) return own;
  const all = [...known.positions.values()].filter((position) => position.id === id).map(({ currency }) => currency);
  if (all.length === 0) return tellUnknown(id, known, diagnostics);
  if (all.length === 1) return all[0];
  diagnostics.add({
    code: 'usage-bad-value',
    value: id,
    what: `--what-if: this customer has several currencies: ${listedNames(all)}`,
    fix: `name the one that is meant: --what-if ${id}=${all[0]}=AMOUNT`,
  });
  return undefined;
}

function tellUnknown(id: string, { ids }: Known, diagnostics: Diagnostics): undefined {
  diagnostics.add({
    code: 'customer-unknown',
    value: id,
    what: '--what-if: neither the ledger nor a table beside it has a customer of this id',
    fix: didYouMean(id, ids) || 'see the column customer of ar exposure; a new customer stands in --customers',
  });
}

/** The positions with what would be ordered. */
export function withOrdered(
  positions: ReadonlyMap<string, Position>,
  ordered: Ordered,
  nameOf: (id: string) => string,
): Map<string, Position> {
  const all = new Map(positions);
  for (const [key, { id, currency, amount }] of ordered) {
    const of = all.get(key) ?? nothingOf(id, nameOf(id), currency);
    all.set(key, { ...of, orders: of.orders + amount });
  }
  return all;
}
