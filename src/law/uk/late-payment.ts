// What does British law say of late commercial debts? Late Payment of Commercial Debts (Interest) Act 1998, SI 2002/1675 (rules §2.3): one rate for the life
// of the debt, and a fixed sum by its size.
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import { wholePercent } from '../../core/rate.ts';
import { word } from '../../core/word.ts';
import { dayIn } from '../dated.ts';
import type { Law, StatutoryRate } from '../law.ts';

const OF_THE_ACT: StatutoryRate = {
  table: 'bank_rate',
  plus: wholePercent(8),
  by: 'at-start',
  mark: 'V',
  source: 'LPCD(I) Act 1998; SI 2002/1675',
};

export const BRITISH_LAW: Law = {
  key: 'uk',
  name: word('UK law', 'droit britannique'),
  rateFor: (debtor) => (debtor === 'consumer' ? undefined : OF_THE_ACT),
  indemnity: {
    since: dayIn('2002-08-07'),
    fallsWithContract: true,
    currency: 'GBP' as Currency,
    bands: [
      { over: minor(0), amount: minor(4000) },
      { over: minor(100_000), amount: minor(7000) },
      { over: minor(1_000_000), amount: minor(10_000) },
    ],
    mark: 'V2',
    source: 'LPCD(I) Act 1998, s. 5A',
  },
  // In Scotland it is five: which of the two holds is not told by the law's name.
  lapses: () => ({ years: 6, mark: 'V', source: 'Limitation Act 1980, s. 5' }),
};
