// What is a proposed notice made of, and why is there none? The shapes that the plan fills.
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import type { Minor } from '../../core/money.ts';
import type { Channel, LevelKey } from '../../policy/dunning.ts';

/** What the history says of an item: the highest level it was reminded at, and the last day. */
export type Reminded = { readonly level: LevelKey; readonly day: Day };

/** A notice of an item as the history has it; what was cancelled is none. */
export type Sent = Reminded & {
  readonly channel: Channel | '';
  /** What was asked for of the item; undefined where nobody says. */
  readonly amount: Minor | undefined;
  readonly currency: Currency | undefined;
  readonly state: 'written' | 'sent' | undefined;
};

/** Why an item is in no letter. */
export type LeftAside = 'disputed' | 'promised' | 'assigned' | 'no_due' | 'age_unreliable' | 'bill_not_due' | 'to_be_debited';

/** Why a customer who owes something gets no letter. */
export type NoNotice =
  | 'on_hold'
  | 'proceeding'
  | 'nothing_due'
  | 'all_aside'
  | 'covered'
  | 'below_minimum'
  | 'waiting'
  | 'too_soon'
  | 'last_level';

/** A debit that is open; amounts in minor units. */
export type DunnedItem = {
  readonly row: number;
  readonly due: Day;
  readonly daysLate: number;
  /** What is open of it, and what of that is in dispute. */
  readonly open: number;
  readonly disputed: number;
  readonly before: Reminded | undefined;
  /** The level it comes to with this notice; undefined where it is listed and stays at its own, and where there is no letter. */
  readonly level: LevelKey | undefined;
};

/** One customer in one currency. amountDue = Σ (open − disputed) of the items + unallocated, which is below nothing. */
export type Notice = {
  readonly customer: number;
  readonly currency: Currency;
  readonly level: LevelKey | undefined;
  readonly channel: Channel | undefined;
  readonly needsApproval: boolean;
  /** What the letter lists. */
  readonly items: readonly DunnedItem[];
  readonly aside: readonly { readonly row: number; readonly open: number; readonly why: LeftAside }[];
  /** Past due, as the aged balance has it, and what of it is in dispute. */
  readonly overdue: number;
  readonly disputed: number;
  readonly unallocated: number;
  /** Rows of the credits that `unallocated` is the sum of, in the order of their days. */
  readonly credits: readonly number[];
  readonly amountDue: number;
  readonly why: NoNotice | undefined;
  readonly last: Reminded | undefined;
  /** The first day on which another notice may be due, as far as is known; undefined for none. */
  readonly next: Day | undefined;
  /** Of a customer in a collective proceeding. */
  readonly declared: Declared | undefined;
  /** The letter without the items whose level nobody has approved in time: the others are not forgotten for it. */
  readonly meanwhile: Notice | undefined;
};

/** What was owed before the judgment, less credits of before it, is to be declared; what was invoiced since is not. */
export type Declared = { readonly before: number; readonly since: number };
