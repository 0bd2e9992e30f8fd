// Which postings carry one letter? Those of one customer, currency, account group and code (rules §5, 3). Codes are used again; what was put together is
// told by the days it was put on, and by fiscal years (letter-acts.ts).
import { mix } from '../core/hash.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import type { Desk } from './desk.ts';
import { groupRows } from './row-groups.ts';

/** Groups of rows that carry a letter; `letters` are its codes. */
export function letterGroups(ledger: Ledger, letters: Int32Array, rows: readonly number[]): number[][] {
  const { customer, currency } = ledger;
  const account = column(ledger, 'account');
  const general = account === undefined ? [] : generalAccounts(account.dictionary);
  const accountOf = (row: number): number => (account === undefined ? 0 : (general[account.codes[row] as number] as number));
  return groupRows(
    rows,
    (row) => mix(mix(0, customer[row] as number), letters[row] as number),
    (a, b) =>
      customer[a] === customer[b] && currency[a] === currency[b] && letters[a] === letters[b] && accountOf(a) === accountOf(b),
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

/** Whether a row carries a letter. `asKnown`: one put after the day is not known yet. */
export function letteredOn({ ledger, day }: Desk, asKnown: boolean): (row: number) => boolean {
  const letters = column(ledger, 'letter')?.codes;
  const days = asKnown ? column(ledger, 'letter_day') : undefined;
  return (row) => letters !== undefined && letters[row] !== 0 && (days === undefined || (days[row] as number) <= day);
}
