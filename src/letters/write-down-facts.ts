// What does a justification sheet tell of a debtor? Facts only, gathered where the ledger is: the sheet puts them into sentences.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Word } from '../core/word.ts';
import type { Section } from '../report/report.ts';
import type { Party } from './party.ts';

type Amount = { readonly amount: number; readonly currency: Currency };

export type WriteDownFacts = {
  readonly asOf: Day;
  /** As it is named to whoever reads it. */
  readonly policy: Word;
  readonly firm: Party | undefined;
  readonly id: string;
  readonly debtor: Party;
  /** By method and currency: what is required, what there is, what moves. */
  readonly summary: Section;
  /** One a currency. */
  readonly claims: readonly Section[];
  /** The oldest claim; `isAgreed`: its day is a due day, and not that of the document. Undefined where nothing is written down. */
  readonly oldest: { readonly day: Day; readonly document: string; readonly isAgreed: boolean } | undefined;
  /** What is lost for good on this closing: no claim any more, and in no figure above. Undefined where nothing is. */
  readonly lost: Section | undefined;
  /** What the debtor owes although nothing of it is written down. */
  readonly owesElse: readonly Amount[];
  /** How the base was found. */
  readonly basis: readonly Word[];
  /** Undefined where no column tells of disputes. */
  readonly disputes: readonly (Amount & { readonly document: string })[] | undefined;
  readonly standing: Standing;
  readonly notices: Notices;
  readonly decisions: Section;
  readonly payments: Section;
  /** The day from which payments are listed. */
  readonly paymentsSince: Day;
  /** Why there may be more: claims that were paid have left a list of open items; columns of a row say what was paid of it. */
  readonly paymentsLack: 'open_items' | 'columns' | undefined;
  readonly tax: Tax;
  readonly accounts: { readonly charge: string; readonly allowance: string; readonly release: string };
  readonly isCovered: boolean;
};

/** What the table of customers says; undefined where none was given, or it does not know the debtor. */
type Standing =
  | {
      /** Whether the table has a column that tells of proceedings. */
      readonly isTold: boolean;
      readonly status: string;
      readonly proceeding: string;
      readonly isOpen: boolean;
      readonly judgment: Day | undefined;
      readonly publication: Day | undefined;
    }
  | undefined;

/** Of the claims; undefined where no table of documents has a column for them. */
type Notices = readonly { readonly document: string; readonly day: Day }[] | undefined;

/** By the law that was asked; `addedBack`: what it does not deduct, with the conditions that fail. */
type Tax = {
  readonly law: 'fr' | 'none';
  readonly required: boolean;
  readonly addedBack: readonly (Amount & { readonly conditions: readonly Word[] })[];
};
