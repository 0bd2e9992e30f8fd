// Where does a report of many rows keep what it shows? In columns of plain values, one entry a place, with the places in the order of
// the rows: a machine format writes them as they are, and the cells of a row are made from the same columns when they are asked for.
import type { Currency } from '../core/currency.ts';
import { minor } from '../core/money.ts';
import type { SharedTexts } from '../core/shared.ts';
import type { Texts } from '../core/texts.ts';
import type { Word } from '../core/word.ts';
import { type Cell, NONE, type Rows, text } from './report.ts';

export type PlainColumn =
  /** By member; of whom a place is, it has the texts. */
  | { readonly kind: 'text'; readonly texts: Texts }
  | ({ readonly kind: 'shared' } & SharedTexts)
  /** The keys, and the name of each. */
  | { readonly kind: 'code'; readonly texts: Texts; readonly words: readonly Word[] }
  /** By place: its currency. */
  | { readonly kind: 'currency' }
  /** Minor units of the currency of the place. */
  | { readonly kind: 'money'; readonly amounts: Float64Array }
  /** Numbers of days; 0 is an empty cell. */
  | { readonly kind: 'days'; readonly days: Int32Array };

export type PlainRows = {
  /** The place of each row in the columns. */
  readonly order: Int32Array;
  /** The member of each place: several may be of one, each in a currency of its own. */
  readonly memberOf: Int32Array;
  readonly columns: readonly PlainColumn[];
  readonly currencies: readonly Currency[];
  /** The currency of each place: an index into `currencies`. */
  readonly currencyOf: Uint8Array;
};

/** Rows that know their columns. */
export function rowsOf(plain: PlainRows): Rows {
  const { order, memberOf, columns, currencies, currencyOf } = plain;
  // Most cells hold an amount of nothing: one a currency serves them all.
  const nothing = currencies.map((currency): Cell => ({ kind: 'money', amount: minor(0), currency }));
  const cellOf = (column: PlainColumn, place: number): Cell => {
    const member = memberOf[place] as number;
    const code = currencyOf[place] as number;
    switch (column.kind) {
      case 'text':
        return text(column.texts.at(member));
      case 'shared':
        return text(column.texts[column.codes[member] as number] as string);
      case 'code':
        return { kind: 'code', key: column.texts.at(member), word: column.words[member] as Word };
      case 'currency':
        return text(currencies[code] as Currency);
      case 'money': {
        const amount = column.amounts[place] as number;
        if (amount === 0) return nothing[code] as Cell;
        return { kind: 'money', amount: minor(amount), currency: currencies[code] as Currency };
      }
      case 'days': {
        const days = column.days[place] as number;
        return days === 0 ? NONE : { kind: 'days', days };
      }
    }
  };
  return {
    count: order.length,
    at: (i) => columns.map((column) => cellOf(column, order[i] as number)),
    plain,
  };
}
