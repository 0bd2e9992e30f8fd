// Which postings say nothing of how fast customers pay? Doubtful claims, retentions on works, and what is still to be invoiced stand beside the receivable of a DSO (rules §1).
import { generalAccount, isToBeMadeOut } from '../ledger/chart.ts';
import { kindCode } from '../ledger/kind.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { isOfRetentions } from '../ledger/retentions.ts';

export const ASIDE = ['doubtful', 'retentions', 'accruals'] as const;

const DOUBTFUL = 1;
const RETENTIONS = 2;
const ACCRUALS = 3;
const RETENTION = kindCode('retention');

/** 0 for a posting that counts; else which of ASIDE it is, counted from 1. Accounts tell it, and where there are none the kind. */
export function asideOf(ledger: Ledger): (row: number) => number {
  const { kind, customer, customers } = ledger;
  const account = column(ledger, 'account');
  if (account === undefined) return (row) => (kind[row] === RETENTION ? RETENTIONS : 0);
  const { codes, dictionary } = account;
  const general = Array.from({ length: dictionary.size }, (_, code) => classOf(dictionary.value(code)));
  return (row) => {
    const code = codes[row] as number;
    const text = dictionary.value(code);
    if (text === '') return kind[row] === RETENTION ? RETENTIONS : 0;
    const of = general[code] as number;
    if (of !== RETENTIONS) return of;
    return isOfRetentions(text, customers.id(customer[row] as number)) ? RETENTIONS : 0;
  };
}

function classOf(account: string): number {
  if (isToBeMadeOut(account)) return ACCRUALS;
  const general = generalAccount(account);
  return general === '416' ? DOUBTFUL : general === '4117' ? RETENTIONS : 0;
}
