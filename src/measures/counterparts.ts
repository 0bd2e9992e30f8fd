// On which account does the other side of a receivable posting stand, so that a reader of the entry finds its kind again? By its kind, its side and its own account
// (rules §5, 2): a sale, the bank, what was lost; what no account tells stands on one of those still to be cleared.
import type { KindKey } from '../ledger/kind.ts';

/** What an entry says of a posting: its journal, the account of the other side, and the kind that is read of both. */
export type Counterpart = { readonly journal: 'VE' | 'BQ' | 'OD' | 'AN'; readonly account: string; readonly readAs: KindKey };

export const [SALES, TAX, LOSSES] = ['707000', '445710', '654000'];
const [BANK, TO_BE_CLEARED] = ['512000', '471000'];

type Told = Readonly<Partial<Record<KindKey, Counterpart>>>;

const sale = (readAs: KindKey): Counterpart => ({ journal: 'VE', account: SALES, readAs });
const cash = (readAs: KindKey): Counterpart => ({ journal: 'BQ', account: BANK, readAs });
const misc = (account: string, readAs: KindKey): Counterpart => ({ journal: 'OD', account, readAs });

const DEBITS: Told = {
  ...{ invoice: sale('invoice'), credit_note: sale('invoice'), retention: sale('invoice') },
  ...{ payment: cash('returned'), returned: cash('returned'), refund: cash('refund'), advance: cash('refund') },
  ...{ charge: misc('763100', 'charge'), fx: misc('766000', 'fx') },
};

const CREDITS: Told = {
  ...{ invoice: sale('credit_note'), credit_note: sale('credit_note'), retention: sale('credit_note') },
  ...{ payment: cash('payment'), returned: cash('payment'), refund: cash('payment'), advance: cash('payment') },
  ...{ write_off: misc(LOSSES, 'write_off'), discount: misc('665000', 'discount'), fx: misc('666000', 'fx') },
};

/** `account`: the receivable one. */
export function counterpartOf(kind: KindKey, side: 1 | -1, account: string): Counterpart {
  if (kind === 'opening') return { journal: 'AN', account: '890000', readAs: 'opening' };
  const told = (side < 0 ? CREDITS : DEBITS)[kind] ?? misc(TO_BE_CLEARED, 'other');
  return { ...told, readAs: byAccount(told, side, account) };
}

/** Accounts of retentions and of advances say more than the other side does. */
function byAccount({ journal, readAs }: Counterpart, side: 1 | -1, account: string): KindKey {
  if (account.startsWith('4117') && journal === 'VE' && side > 0) return 'retention';
  if (!account.startsWith('4191')) return readAs;
  if (journal === 'VE' && side > 0) return 'transfer';
  return journal === 'BQ' && side < 0 ? 'advance' : readAs;
}

/** The account of a posting that has none of receivables. `settled`: what paid it, or it paid, stands on the customer's own account. */
export function accountOfKind(kind: KindKey, settled: boolean): string {
  if (kind === 'retention') return '411700';
  if (settled) return '411000';
  return kind === 'advance' ? '419100' : kind === 'bill' ? '413000' : '411000';
}

/** What is moved from one receivable account to another is told by those two alone. */
export function movedAs(side: 1 | -1, account: string): KindKey {
  if (side > 0 && account.startsWith('413')) return 'bill';
  return side > 0 && account.startsWith('4117') ? 'retention' : 'transfer';
}
