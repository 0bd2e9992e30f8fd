// What was charged for an item before, and is not asked for again? What stands for it under its number and due day, then what stands under a number of its documents alone; its parts take
// from it in turn, the first due first, each up to what is its own.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';

/** Minor units: interest in the currency of the item, an indemnity in that of its law. */
export type Charged = { readonly interest: number; readonly indemnity: number };

export const NOTHING_CHARGED: Charged = { interest: 0, indemnity: 0 };

/** `due`: undefined for what was charged without a word of its due day. */
export type ChargedKey = {
  /** '' where the ledger names none. */
  readonly entity: string;
  readonly customer: string;
  readonly document: string;
  readonly due: Day | undefined;
  readonly currency: Currency;
};

export type ChargedTable = {
  /** Undefined where nothing stands under a key. */
  readonly of: (key: ChargedKey) => Charged | undefined;
  /** What is left of it when all items have taken theirs. */
  readonly leave: (key: ChargedKey, left: Charged) => void;
};

export class ChargedBefore {
  readonly #table: ChargedTable;

  constructor(table: ChargedTable) {
    this.#table = table;
  }

  /** What of an item's interest and indemnity was charged, under any of its keys. */
  take(keys: readonly ChargedKey[], interest: number, indemnity: number): Charged {
    let taken = NOTHING_CHARGED;
    for (const key of keys) {
      const left = this.#table.of(key);
      if (left === undefined) continue;
      const part = {
        interest: Math.min(left.interest, interest - taken.interest),
        indemnity: Math.min(left.indemnity, indemnity - taken.indemnity),
      };
      this.#table.leave(key, { interest: left.interest - part.interest, indemnity: left.indemnity - part.indemnity });
      taken = { interest: taken.interest + part.interest, indemnity: taken.indemnity + part.indemnity };
    }
    return taken;
  }
}
