// After how long can a debtor in France refuse to pay because the claim is too old (prescription)? By who the debtor is, and for carriage of goods by what was
// sold; the figures of rules §6.8. Not here are the State and public bodies, whose debts lapse under rules of their own.

/** Who the customer is, in the words of the register's column `type`. */
export type LimitedType = 'business' | 'sole_trader' | 'consumer';

export type LimitationPeriod = {
  readonly types: readonly LimitedType[];
  readonly years: number;
  /** The text, and since when it has had this period. */
  readonly article: string;
  readonly since: string;
};

/** Checked on 2026-11-25 against rules §6.8. A row for each period. */
export const LIMITATION: readonly LimitationPeriod[] = [
  { types: ['business', 'sole_trader'], years: 5, article: 'C. com. L110-4, I', since: '2008-06-19' },
  { types: ['consumer'], years: 2, article: 'C. conso. L218-2', since: '2008-06-19' },
];

/** Whoever the debtor is. */
export const CARRIAGE: LimitationPeriod = { types: [], years: 1, article: 'C. com. L133-6', since: '2000-09-21' };
