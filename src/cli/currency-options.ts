// Which options speak of currencies? That of rows that name none, the one currency of a report, and what others are worth in it.
import { type Currency, currencyCodes, currencyOf } from '../core/currency.ts';
import { didYouMean } from '../core/nearest.ts';
import { Refusal, readPath, value } from './option.ts';

function readCurrency(text: string): Currency | Refusal {
  const hint = didYouMean(text.toUpperCase(), currencyCodes());
  return currencyOf(text) ?? new Refusal(`takes the code of a currency, as in EUR${hint === '' ? '' : ` (${hint})`}`);
}

export const currencyOption = value(
  'currency',
  'CODE',
  'currency of rows that name none, and of the column base',
  readCurrency,
  'EUR' as Currency,
  { fallback: 'EUR' },
);

export const inOption = value(
  'in',
  'CODE',
  'report in one currency: the books’ (--currency), from the column base; or any, with --rates',
  readCurrency,
  undefined,
);

export const ratesOption = value(
  'rates',
  'FILE',
  'what currencies are worth in that of --in: currency, day, rate; the latest up to the as-of day holds',
  readPath,
  undefined,
);
