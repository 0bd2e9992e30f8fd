// What is a letter made of? Who asks whom for what, item by item: amounts stay whole minor units, and texts what the ledger holds, until a form of letter writes them.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Rate } from '../core/rate.ts';
import type { Lang } from '../core/word.ts';
import type { Debtor, LawKey } from '../law/law.ts';
import type { Channel, ContractTerms, LevelKey } from '../policy/dunning.ts';
import type { LetterCredit, LetterItem, LetterLeg } from '../report/views/letter.ts';

export type Sum = { readonly amount: number; readonly currency: Currency };

export type Letter = {
  readonly lang: Lang;
  /** The law of the contract; '' where nobody says. */
  readonly law: LawKey | '';
  readonly debtorIs: Debtor;
  readonly level: LevelKey;
  readonly channel: Channel;
  readonly day: Day;
  readonly place: string;
  /** Name, address, what the law asks of its form: from the top of the letter down. */
  readonly sender: readonly string[];
  /** Who answers questions: name, telephone, e-mail. */
  readonly contact: string;
  /** Who signs, and for whom. */
  readonly signature: readonly string[];
  /** Lines of an envelope, from the name down. */
  readonly debtor: readonly string[];
  /** What a payment and an answer are to name. */
  readonly reference: string;
  readonly currency: Currency;
  readonly items: readonly LetterItem[];
  /** Credits of the customer's that nothing allocates: nothing or below it. */
  readonly unallocated: number;
  /** What `unallocated` is the sum of. */
  readonly credits: readonly LetterCredit[];
  /** Σ (open − disputed) + unallocated. */
  readonly amountDue: number;
  /** Undefined where the letter claims none. The indemnity may be in another currency than the debt, and is never added to it then. */
  readonly claimed: { readonly interest: number; readonly legs: readonly LetterLeg[]; readonly indemnity: Sum } | undefined;
  /** What a professional owes by law once he pays late; undefined where nothing is known of the law, and of a consumer. */
  readonly indemnityEach: Sum | undefined;
  /** The rate of the contract, where it names one. */
  readonly contractRate: Rate | undefined;
  /** The day of the last reminder of these items. */
  readonly last: Day | undefined;
  /** Some of the items were not in it. */
  readonly hasNewlyDue: boolean;
  /** Days to pay after a formal notice. */
  readonly daysToPay: number;
  readonly contract: ContractTerms;
  /** The name of the account that is to be paid to. */
  readonly payee: string;
  readonly iban: string;
  readonly bic: string;
};
