// Which accounts of a journal are receivables? Found out where its package or its accounts tell, and named with --accounts.
import { Refusal, value } from './option.ts';

/** No prefix at all: every account. */
function readAccounts(text: string): readonly string[] | Refusal {
  if (text.trim().toLowerCase() === 'all') return [];
  const prefixes = text.split(',').map((prefix) => prefix.trim());
  return prefixes.every((prefix) => /^[\p{L}\d][\p{L}\d._-]*$/u.test(prefix))
    ? [...new Set(prefixes)]
    : new Refusal('takes the beginnings of accounts, as in 411,413,416,4191, or all');
}

export const accountsOption = value(
  'accounts',
  'PREFIX,…',
  'of a journal of all accounts, only rows of accounts that begin so; all: every row',
  readAccounts,
  undefined,
  { fallback: 'those of its package; 411,413,416,4191 where the accounts are of the French chart' },
);
