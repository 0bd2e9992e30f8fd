// What stands beside a ledger? A table of the user's: customers, orders, documents. Texts as read, every typed cell proved readable before.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Minor } from '../core/money.ts';

/** A share of 1, exactly as written: 0.9 is 9 of 10. */
export type Ratio = { readonly numerator: number; readonly denominator: number };

/** A column that is a field: where it stands, what it is called, and how it came to it. */
type TableColumn = {
  readonly field: string;
  readonly index: number;
  readonly heading: string;
  readonly by: 'name' | 'synonym' | 'weak' | 'likeness' | 'preset' | 'map';
};

/** A column that is no field. */
type OtherColumn = { readonly index: number; readonly heading: string; readonly text: (row: number) => string };

export type SideTable<F extends string> = {
  /** The name the user gave. */
  readonly file: string;
  readonly count: number;
  /** Line of the file on which a row begins. */
  readonly line: (row: number) => number;
  readonly has: (field: F) => boolean;
  /** The cell without white space around it; '' for an empty cell and for a column that is not there. */
  readonly text: (field: F, row: number) => string;
  readonly day: (field: F, row: number) => Day | undefined;
  /** Minor units of the row's currency. */
  readonly amount: (field: F, row: number) => Minor | undefined;
  /** 0, DISPUTED_WHOLE or an amount in minor units of the row's currency; undefined where nothing is said. */
  readonly dispute: (field: F, row: number) => number | undefined;
  readonly ratio: (field: F, row: number) => Ratio | undefined;
  /** The key of a choice. */
  readonly choice: (field: F, row: number) => string | undefined;
  readonly currency: (row: number) => Currency;
  readonly columns: readonly TableColumn[];
  /** Columns that are no field: kept, to group and filter by. Several may have one heading. */
  readonly others: readonly OtherColumn[];
};
