// What does an account say of the entry a line stands in? Classes of the French chart (PCG) that tell what happened to a receivable; what each entry holds of
// them, by side, is one whole number.

/** The order is the place of the pair of bits in what an entry holds. */
export const SORTS = [
  ...(['customer', 'bill', 'doubtful', 'advance', 'retention'] as const),
  ...(['accrued', 'sale', 'tax', 'cash', 'loss', 'discount', 'late', 'exchange', 'equity', 'result', 'balance'] as const),
] as const;

export type Sort = (typeof SORTS)[number];

/** Beginnings of accounts, the longest that fits counts. 58 is money on its way; 7631 interest for late payment; 4198 credit notes to be made out. */
const ACCOUNTS: readonly (readonly [begins: string, sort: Sort])[] = [
  ...(['411', '410'] as const).map((begins) => [begins, 'customer'] as const),
  ['4117', 'retention'],
  ['413', 'bill'],
  ['416', 'doubtful'],
  ['4191', 'advance'],
  ['418', 'accrued'],
  ['4198', 'accrued'],
  ['70', 'sale'],
  ['445', 'tax'],
  ...['51', '53', '54', '58'].map((begins) => [begins, 'cash'] as const),
  ...['654', '6714'].map((begins) => [begins, 'loss'] as const),
  ['665', 'discount'],
  ...['7631', '763'].map((begins) => [begins, 'late'] as const),
  ...['476', '477', '656', '756', '666', '766'].map((begins) => [begins, 'exchange'] as const),
  // 108 is the owner's own account, through which customers pay; 89 the balance sheet that is opened.
  ...['10', '11', '12', '89'].map((begins) => [begins, 'equity'] as const),
  ['108', 'balance'],
  ...['6', '7'].map((begins) => [begins, 'result'] as const),
];

/** The sort of an account, as its number. */
export function sortOf(account: string): number {
  let found: (typeof ACCOUNTS)[number] | undefined;
  for (const one of ACCOUNTS) if (account.startsWith(one[0]) && one[0].length > (found?.[0].length ?? 0)) found = one;
  return SORTS.indexOf(found?.[1] ?? 'balance');
}

/** What a line adds to what its entry holds: nothing, where its amount is nothing. */
export function bitOf(sort: number, amount: number): number {
  return amount === 0 ? 0 : 1 << (2 * sort + (amount < 0 ? 1 : 0));
}

/** The bit of a debit of each sort; that of a credit stands beside it. */
const DEBIT = Object.fromEntries(SORTS.map((sort, i) => [sort, bitOf(i, 1)])) as { readonly [sort in Sort]: number };

/** True when an entry holds a debit (`1`) or a credit (`-1`) of one of these sorts. */
export function holds(bits: number, side: 1 | -1, ...sorts: readonly Sort[]): boolean {
  for (const sort of sorts) if ((bits & (side > 0 ? DEBIT[sort] : DEBIT[sort] << 1)) !== 0) return true;
  return false;
}

/** The bits of some sorts on either side. */
export function bitsOf(...sorts: readonly Sort[]): number {
  return sorts.reduce((bits, sort) => bits | DEBIT[sort] | (DEBIT[sort] << 1), 0);
}

const RECEIVABLE = bitsOf('customer', 'bill', 'doubtful', 'advance', 'retention');

/** True when an entry, or a part of one, holds receivables alone, so that it says nothing of why. */
export function isBare(bits: number): boolean {
  return (bits & ~RECEIVABLE) === 0;
}

const OWN_FUNDS = bitsOf('equity');
const EARNED = bitsOf('sale', 'result', 'loss', 'discount', 'late', 'exchange');

/** True for what the first entry of a year holds that brings the accounts forward: own funds, and nothing that was earned or spent. */
export function movesOwnFunds(entry: number): boolean {
  return (entry & OWN_FUNDS) !== 0 && (entry & EARNED) === 0;
}
