// Which postings of books are retentions on works, and when is one due that says no day? Its contract says a year after the work was accepted, which no books tell:
// a year after its document, so that it is never late before that (rules §5, 2).
import { NO_DAY } from '../core/day.ts';
import type { Terms } from '../policy/terms.ts';
import type { LedgerBuilder } from './builder.ts';
import { generalAccount, namesNobody } from './chart.ts';
import { kindCode } from './kind.ts';

export const A_YEAR: Terms = [{ part: { kind: 'rest' }, steps: [{ do: 'months', count: 12 }] }];

const RETENTIONS = '4117';
const OPENING = kindCode('opening');
/** What came back and what was transferred keep the day of what they were of (revived-days.ts). */
const OF_OTHERS = new Set((['returned', 'transfer', 'refund', 'fx'] as const).map(kindCode));

/** In digits, 41170012 may be the account of a customer 70012: where nothing else names him, it is. */
export function isOfRetentions(account: string, customer: string): boolean {
  return generalAccount(account) === RETENTIONS && (customer !== account || namesNobody(account.slice(RETENTIONS.length)));
}

/** Claims on accounts of retentions. One that is brought forward without its day may be of any age. */
export function retentionsIn({ own, optional, entriesTo, customers }: LedgerBuilder): (row: number) => boolean {
  const { account, date } = optional;
  if (account === undefined || entriesTo === NO_DAY) return () => false;
  const { codes, dictionary } = account;
  const isOne = Array.from({ length: dictionary.size }, (_, code) => generalAccount(dictionary.value(code)) === RETENTIONS);
  if (!isOne.includes(true)) return () => false;
  return (row) => {
    const code = codes[row] as number;
    if (isOne[code] !== true || OF_OTHERS.has(own.kind[row] as number)) return false;
    if (!isOfRetentions(dictionary.value(code), customers.id(own.customer[row] as number))) return false;
    return own.kind[row] !== OPENING || (date !== undefined && date[row] !== own.day[row]);
  };
}

/** The row of a table of documents that says when each posting is due, and one: a retention under the number of its invoice is not due with it. */
export function withoutRetentions(builder: LedgerBuilder, of: Int32Array): Int32Array {
  const isRetention = retentionsIn(builder);
  const invoiced = new Set<number>();
  let retained = false;
  for (let row = 0; row < of.length; row++) {
    if (of[row] === 0) continue;
    if (isRetention(row)) retained = true;
    else invoiced.add(of[row] as number);
  }
  return retained ? of.map((at, row) => (invoiced.has(at) && isRetention(row) ? 0 : at)) : of;
}
