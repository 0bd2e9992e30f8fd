// What kind is a posting on a receivable account? Told by what else its entry holds (rules.md §5.2): of the three legs of a sale only the receivable is the
// claim, and the other two say that it is one.
import { type Day, dayOf, exists } from '../../core/day.ts';
import type { KindKey } from '../../ledger/kind.ts';
import { holds, isBare, type Sort } from './sorts.ts';

/** A posting as far as its kind goes: its account, its side, and what the label of a debit paid out of the bank says, which is asked where it is one. */
export type Leg = { readonly sort: Sort; readonly side: 1 | -1; readonly hint: () => Hint };

/** `returned`: a payment came back; `refund`: money was given back; `charge`: what that cost. */
export type Hint = 'returned' | 'refund' | 'charge' | undefined;

/** Receivables beside the customer's own account. */
const OTHERS: readonly Sort[] = ['bill', 'doubtful', 'advance', 'retention'];

/** What a leg is, by the smallest part of its entry that balances, else by all of it; undefined where neither tells. */
export function kindOfLeg(leg: Leg, part: number, whole: number): KindKey | 'paid-out' | undefined {
  if (!isBare(part)) {
    const kind = told(leg, part);
    if (kind !== undefined) return kind;
  }
  return told(leg, whole) ?? moved(leg, part) ?? moved(leg, whole) ?? (isBare(whole) ? undefined : 'other');
}

function toldOfCredit(sort: Sort, entry: number): KindKey | undefined {
  if (holds(entry, 1, 'cash')) return sort === 'advance' ? 'advance' : 'payment';
  if (holds(entry, 1, 'sale')) return 'credit_note';
  if (holds(entry, 1, 'loss')) return 'write_off';
  if (holds(entry, 1, 'discount')) return 'discount';
  if (sort === 'advance' && holds(entry, -1, 'tax')) return 'advance';
  if (holds(entry, 1, 'accrued', 'tax')) return 'credit_note';
  // Sales of a month less its credit notes.
  if (sort === 'customer' && holds(entry, -1, 'sale') && !holds(entry, 1, ...OTHERS)) return 'credit_note';
  return holds(entry, 1, 'exchange') ? 'fx' : undefined;
}

function told({ sort, side, hint }: Leg, entry: number): KindKey | 'paid-out' | undefined {
  if (side < 0) return toldOfCredit(sort, entry);
  // A reject may stand within a remittance, or with the fees it cost.
  const said = holds(entry, -1, 'cash') || holds(entry, 1, 'cash') ? hint() : undefined;
  if (said !== undefined) return said;
  if (sort === 'retention' && holds(entry, -1, 'sale', 'accrued')) return 'retention';
  // An advance that an invoice takes up is no claim of its own.
  if (sort === 'advance' && holds(entry, -1, 'sale')) return 'transfer';
  if (holds(entry, -1, 'sale', 'accrued')) return 'invoice';
  if (holds(entry, -1, 'cash')) return 'paid-out';
  // An advance that is invoiced: tax is due on it, and it is no sale yet.
  if (sort === 'customer' && holds(entry, -1, 'tax')) return 'invoice';
  if (holds(entry, -1, 'late')) return 'charge';
  return holds(entry, -1, 'exchange') ? 'fx' : undefined;
}

/** From one receivable account to another: a bill or a retention is a claim of its own, all else keeps the age of what it was. */
function moved({ sort, side }: Leg, entry: number): KindKey | undefined {
  const other = side < 0 ? 1 : -1;
  if (!holds(entry, other, 'customer', 'bill', 'doubtful', 'advance', 'retention')) return undefined;
  if (side > 0 && sort === 'bill') return 'bill';
  return side > 0 && sort === 'retention' ? 'retention' : 'transfer';
}

/** Journals by what all of their entries hold: for a line whose own entry does not tell. */
export function kindInJournal({ side, hint }: Leg, journal: number): KindKey | 'paid-out' | undefined {
  const sales = holds(journal, -1, 'sale') || holds(journal, 1, 'sale');
  const cash = holds(journal, 1, 'cash') || holds(journal, -1, 'cash');
  if (sales === cash) return undefined;
  if (sales) return side > 0 ? 'invoice' : 'credit_note';
  return side > 0 ? (hint() ?? 'paid-out') : 'payment';
}

const RETURNED = /\b(?:rejet|rejete|impayee?s?|retour(?:ne)?|sans provision|unpaid|returned|bounced)\b/;
const REFUND = /\b(?:rembours\w*|remb|rbt|rbst|refund|trop[- ]percu)\b/;

/** A label that begins so is of the fees, whatever they were for (FRAIS REJET LCR). */
const FEES = /^\W*(?:refact\w*\W+)?(?:frais|fees?)\b/;

/** What a folded label says of money that went out to a customer. */
export function hintIn(label: string): Hint {
  if (FEES.test(label)) return 'charge';
  if (RETURNED.test(label)) return 'returned';
  return REFUND.test(label) ? 'refund' : undefined;
}

const OPENING_CODE = /^(?:a\.?n\.?(?:[ocv]|ouv)?|ran|ouv|nouv)\d*$/;
const OPENING_NAME = /\ba[ -]?nouveaux?\b|\breport a nouveau\b|\b(?:re)?ouverture\b|\bbalance initiale\b|\bopening\b/;

/** True for the journal of what was brought forward, by its folded code and name. */
export function isOpeningJournal(code: string, name: string): boolean {
  return OPENING_CODE.test(code) || OPENING_NAME.test(name) || OPENING_NAME.test(code);
}

/** The first day a label names, written as in France; undefined where it names none. */
export function dayInLabel(label: string): Day | undefined {
  const [, date, month, year] = (/(?<!\d)(\d\d)[-/.](\d\d)[-/.](\d{4})(?!\d)/.exec(label) ?? []).map(Number);
  if (date === undefined || month === undefined || year === undefined || !exists(year, month, date)) return undefined;
  return dayOf(year, month, date);
}
