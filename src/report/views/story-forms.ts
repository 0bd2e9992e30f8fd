// How are the figures of a sentence written? In the forms of each language for people, plainly for machines.
import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { type Word, word } from '../../core/word.ts';
import { amountFor, plainAmount } from '../../text/amounts.ts';
import { dayFor } from '../../text/days.ts';

export type Forms = {
  /** In the currency of the story. */
  readonly money: (units: number) => Word;
  /** With the code of a currency that is another. */
  readonly moneyOf: (units: number, currency: Currency) => Word;
  readonly day: (day: Day) => Word;
};

export const forPeople = (currency: Currency): Forms =>
  formsOf(
    currency,
    (units, of) => word(amountFor('en', units, of), amountFor('fr', units, of)),
    (day) => word(isoDay(day), dayFor('fr', day)),
  );

export const forMachines = (currency: Currency): Forms =>
  formsOf(
    currency,
    (units, of) => same(plainAmount(units, of)),
    (day) => same(isoDay(day)),
  );

function formsOf(own: Currency, amount: (units: number, of: Currency) => Word, day: Forms['day']): Forms {
  return {
    money: (units) => amount(units, own),
    moneyOf: (units, of) => {
      const { en, fr } = amount(units, of);
      return of === own ? word(en, fr) : word(`${of} ${en}`, `${fr} ${of}`);
    },
    day,
  };
}

function same(text: string): Word {
  return word(text, text);
}
