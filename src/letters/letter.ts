// What is a letter made of? Who asks whom for what, item by item: amounts stay whole minor units, and texts what the ledger holds, until a form of letter writes them.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Lang } from '../core/word.ts';
import type { LevelKey } from '../policy/dunning.ts';

/** Lines of an address, from the name down. */
type Party = readonly string[];

export type LetterItem = {
  readonly document: string;
  readonly date: Day;
  readonly due: Day;
  readonly daysLate: number;
  /** What was asked for at first, what of it is open, and what of that is in dispute and not asked for here. */
  readonly amount: number;
  readonly open: number;
  readonly disputed: number;
};

export type Letter = {
  readonly lang: Lang;
  /** The law of the contract: fr, eu or uk; '' where nobody says. */
  readonly law: string;
  readonly level: LevelKey;
  readonly day: Day;
  readonly place: string;
  readonly sender: Party;
  /** Beside the sender's address: registration, telephone, e-mail. */
  readonly senderFacts: Party;
  readonly debtor: Party;
  /** What a payment and an answer are to name. */
  readonly reference: string;
  readonly currency: Currency;
  readonly items: readonly LetterItem[];
  /** Credits of the customer's that nothing allocates: nothing or below it. */
  readonly unallocated: number;
  /** Σ (open − disputed) + unallocated. */
  readonly amountDue: number;
  /** Undefined where the letter claims none. The indemnity may be in another currency than the debt, and is never added to it then. */
  readonly claimed: { readonly interest: number; readonly indemnity: number; readonly indemnityIn: Currency } | undefined;
  readonly iban: string;
  readonly bic: string;
};
