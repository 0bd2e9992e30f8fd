// How is the working of a figure written, for people in their language and for machines? One sentence a currency or group, from the same numbers as the figure.
import type { Currency } from '../../core/currency.ts';
import { type Fraction, rounded } from '../../core/fraction.ts';
import { monthText } from '../../core/month.ts';
import { percentIn, type Rate } from '../../core/rate.ts';
import { type Lang, word } from '../../core/word.ts';
import type { DsoRow } from '../../measures/dso/dso-row.ts';
import { amountFor, decimalFor, plainAmount, plainDecimal } from '../../text/amounts.ts';
import type { Working } from './explain.ts';

export type Say = {
  readonly money: (amount: number) => string;
  readonly days: (days: Fraction) => string;
  readonly ratio: (ratio: Fraction) => string;
  readonly percent: (share: Fraction) => string;
  readonly rate: (rate: Rate) => string;
  /** Each month with what it takes; undefined where there is no count-back. */
  readonly countBack: (row: DsoRow) => string | undefined;
};

/** What of a figure cannot be worked out is n/a. */
export function worked(rows: readonly DsoRow[], say: (row: DsoRow, how: Say) => string | undefined): Working {
  const all = (lang: Lang | undefined): string =>
    rows
      .map((row) => {
        const { id, currency } = row.group;
        return `${id === '' ? '' : `${id} `}${currency} ${say(row, sayIn(lang, currency)) ?? (lang === 'fr' ? 'n. d.' : 'n/a')}`;
      })
      .join('; ');
  return { working: word(all('en'), all('fr')), plain: all(undefined) };
}

function sayIn(lang: Lang | undefined, currency: Currency): Say {
  const money = (amount: number): string =>
    lang === undefined ? plainAmount(amount, currency) : amountFor(lang, amount, currency);
  const number = (value: Fraction, decimals: number): string => {
    const near = rounded(value, decimals);
    return lang === undefined ? plainDecimal(near, decimals) : decimalFor(lang, near, decimals);
  };
  const days = (value: Fraction): string => number(value, 2);
  return {
    money,
    days,
    ratio: (value) => number(value, 4),
    percent: (value) =>
      lang === undefined
        ? number(value, 4)
        : `${number({ ...value, numerator: value.numerator * 100n }, 1)}${lang === 'fr' ? '\u202f%' : '%'}`,
    rate: (rate) => percentIn(lang ?? 'en', rate),
    countBack: (row) => countBackIn(row, money, days),
  };
}

function countBackIn(
  { countBack }: DsoRow,
  money: (amount: number) => string,
  days: (value: Fraction) => string,
): string | undefined {
  if (countBack === undefined) return undefined;
  const parts = countBack.steps.map(({ of, taken }) => {
    if (of.month === undefined) return `${of.days}`;
    const name = monthText(of.month);
    return taken === Math.max(0, of.sales) ? `${name} ${of.days}` : `${name} ${money(taken)} ÷ ${money(of.sales)} × ${of.days}`;
  });
  const sum = parts.length === 0 ? '0' : parts.join(' + ');
  return countBack.isMore ? `${sum} = > ${days(countBack.days)}, ${money(countBack.rest)}` : `${sum} = ${days(countBack.days)}`;
}

/** Sales of a few days may come to more in a year than an amount can hold. */
export function bigMoney(amount: bigint, money: Say['money']): string {
  return Number.isSafeInteger(Number(amount)) ? money(Number(amount)) : 'Σ';
}

/** An average as the fraction it is. The numerator is Σ amount × days, which is no amount where it is beyond what amounts hold. */
export function quotient(found: Fraction | undefined, { money }: Say, told: (found: Fraction) => string): string | undefined {
  if (found === undefined) return undefined;
  const [sum, weight] = [Number(found.numerator), Number(found.denominator)];
  return `${Number.isSafeInteger(sum) ? money(sum) : 'Σ'} ÷ ${money(weight)} = ${told(found)}`;
}
