// Which postings carry one letter? Those of one customer, currency, account group and code (rules §5, 3). Codes are used again; what was put together is
// told by the days it was put on, and by fiscal years (settle/letter-acts.ts).
import { mix } from '../core/hash.ts';
import type { OptionalColumns } from './ledger.ts';
import type { OwnColumns } from './own-columns.ts';
import { groupRows } from './row-groups.ts';

/** Groups of these rows, which all carry a letter. */
export function letterGroups(
  { customer, currency }: Pick<OwnColumns, 'customer' | 'currency'>,
  { letter, account }: Pick<OptionalColumns, 'letter' | 'account'>,
  rows: readonly number[],
): number[][] {
  if (letter === undefined) return [];
  const { codes } = letter;
  const general = account === undefined ? [] : generalAccounts(account.dictionary);
  const accountOf = (row: number): number => (account === undefined ? 0 : (general[account.codes[row] as number] as number));
  return groupRows(
    rows,
    (row) => mix(mix(0, customer[row] as number), codes[row] as number),
    (a, b) =>
      customer[a] === customer[b] && currency[a] === currency[b] && codes[a] === codes[b] && accountOf(a) === accountOf(b),
  );
}

/** For each account's code the code of the first that shares its general account: the first three digits, or the whole of any other text. */
function generalAccounts(dictionary: { readonly size: number; value(code: number): string }): number[] {
  const first = new Map<string, number>();
  return Array.from({ length: dictionary.size }, (_, code) => {
    const text = dictionary.value(code);
    const general = /^\d{3}/.exec(text)?.[0] ?? text;
    if (!first.has(general)) first.set(general, code);
    return first.get(general) as number;
  });
}
