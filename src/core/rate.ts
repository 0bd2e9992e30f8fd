// What is a yearly rate? A whole number of ten-thousandths of a percent, so that interest is one exact product and one rounding.
import type { Lang } from './word.ts';

declare const yearlyRate: unique symbol;

/** 12.15 % a year is 121 500. */
export type Rate = number & { readonly [yearlyRate]: true };

/** What a rate is a part of: `amount × rate ÷ WHOLE` is a year's interest. */
export const WHOLE = 1_000_000;

const SCALE = 4;

/** `12`, `11.375`, `12,15` → the rate; undefined for what is no percentage, or has more than four decimals. A sign is read, for who judges it. */
export function parseRate(text: string): Rate | undefined {
  const match = /^(-?)(\d{1,9})(?:[.,](\d{1,4}))?$/.exec(text.trim().replace(/\s?%$/, ''));
  if (match === null) return undefined;
  const units = Number(`${match[2]}${(match[3] ?? '').padEnd(SCALE, '0')}`);
  return (match[1] === '-' ? 0 - units : units) as Rate;
}

/** So many whole percent. */
export function wholePercent(percent: number): Rate {
  return (percent * 10 ** SCALE) as Rate;
}

/** The rate of a literal of ours. */
export function rateOf(percent: string): Rate {
  return parseRate(percent) as Rate;
}

/** `12.15`: at least two decimals, no trailing zeros beyond. */
export function percentText(rate: Rate): string {
  const digits = String(Math.abs(rate)).padStart(SCALE + 1, '0');
  const decimals = digits.slice(-SCALE).replace(/0{1,2}$/, '');
  return `${rate < 0 ? '-' : ''}${digits.slice(0, -SCALE)}.${decimals}`;
}

/** For people: `12.15%`, `12,15 %` with the narrow no-break space. */
export function percentIn(lang: Lang, rate: Rate): string {
  return lang === 'fr' ? `${percentText(rate).replace('.', ',')}\u202f%` : `${percentText(rate)}%`;
}

export function plusRate(rate: Rate, more: Rate): Rate {
  return (rate + more) as Rate;
}

export function timesRate(rate: Rate, factor: number): Rate {
  return (rate * factor) as Rate;
}
