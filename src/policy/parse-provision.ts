// How are the rates of a policy of write-downs written? Shares of 1 or percentages, read exactly; a bare 1 is refused, which could be the whole or a hundredth.
import type { Fraction } from '../core/fraction.ts';
import type { Buckets } from './buckets.ts';

/** `12.5%`, `0.125`; undefined for what is no number. Nothing is said of its size. */
export function parseShare(text: string): Fraction | undefined {
  const match = /^(\d{1,6})(?:[.,](\d{1,9}))?\s*(%?)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', decimals = '', sign] = match;
  return {
    numerator: BigInt(whole + decimals),
    denominator: 10n ** BigInt(decimals.length) * (sign === '%' ? 100n : 1n),
  };
}

/** Why a text is no rate of loss, as the end of a sentence; undefined for one that is. */
export function refusesRate(text: string): string | undefined {
  const rate = parseShare(text);
  if (rate === undefined) return 'takes rates as "12.5%" or 0.125';
  if (/^1(?:[.,]0*)?$/.test(text.trim())) return 'takes "100%" or "1%": a bare 1 could be either';
  if (rate.numerator <= rate.denominator) return undefined;
  const isPercent = !text.trim().endsWith('%') && rate.numerator <= 100n * rate.denominator;
  return isPercent
    ? `holds a rate above 100%: write ${text.trim()}% as "${text.trim()}%"`
    : 'holds a rate above 100%: no more than the whole is lost';
}

/** The rates of a list, one a bucket from what is not due to the oldest; why it cannot be one otherwise. */
export function parseRates(text: string, { list }: Buckets): readonly Fraction[] | string {
  const parts = text.split(/\s*[;|]\s*|\s+|,\s+/).filter((part) => part !== '' && part !== '%');
  const wrong = parts.map(refusesRate).find((reason) => reason !== undefined);
  if (wrong !== undefined) return wrong;
  if (parts.length !== list.length) {
    return `takes one rate a bucket, ${list.length} of them (${list.map(({ key }) => key).join(', ')}), and has ${parts.length}`;
  }
  return parts.map((part) => parseShare(part) as Fraction);
}
