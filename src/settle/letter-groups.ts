// Which postings carry one letter? Those of one customer, currency, account group and letter; where the letter was put on several days, those of
// one of them: codes are used again, and the day somebody put the letter tells them apart (rules §5, 3).
import { NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { groupRows, mix } from './row-groups.ts';

/** Groups of rows that carry a letter; `letters` are its codes. */
export function letterGroups(ledger: Ledger, letters: Int32Array, rows: readonly number[]): number[][] {
  const { customer, currency } = ledger;
  const days = column(ledger, 'letter_day');
  const account = column(ledger, 'account');
  const general = account === undefined ? [] : generalAccounts(account.dictionary);
  const accountOf = (row: number): number => (account === undefined ? 0 : (general[account.codes[row] as number] as number));
  const groups = groupRows(
    rows,
    (row) => mix(mix(0, customer[row] as number), letters[row] as number),
    (a, b) =>
      customer[a] === customer[b] && currency[a] === currency[b] && letters[a] === letters[b] && accountOf(a) === accountOf(b),
  );
  return days === undefined ? groups : groups.flatMap((group) => byDay(group, days));
}

/** A day that is not filled tells nothing apart, unless there are two that are. */
function byDay(group: number[], days: Int32Array): number[][] {
  const ofDay = new Map<number, number[]>();
  for (const row of group) gather(ofDay, days[row] as number, row);
  const filled = ofDay.size - (ofDay.has(NO_DAY) ? 1 : 0);
  return filled <= 1 ? [group] : [...ofDay.values()];
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
