// What does French law say of late payment between professionals (C. com. L441-10, II, D441-5), and of public buyers? Rules §2.2; a consumer owes
// legal interest from a formal notice only.
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import { wholePercent } from '../../core/rate.ts';
import { word } from '../../core/word.ts';
import { dayIn } from '../dated.ts';
import type { Law, StatutoryRate } from '../law.ts';
import { LIMITATION } from './limitation.ts';

const BETWEEN_PROFESSIONALS: StatutoryRate = {
  table: 'ecb',
  plus: wholePercent(10),
  by: 'half-years',
  mark: 'V2',
  source: 'C. com. L441-10, II',
};

const OF_PUBLIC_BUYERS: StatutoryRate = {
  table: 'ecb',
  plus: wholePercent(8),
  by: 'first-half-year',
  mark: 'G',
  source: 'Code de la commande publique, R2192-31',
};

/** The legal rate of the creditor's kind, from a formal notice on. */
const OF_CONSUMERS: StatutoryRate = {
  table: 'legal_rate',
  plus: wholePercent(0),
  by: 'half-years',
  mark: 'V',
  source: 'C. civ. 1231-6',
};

export const FRENCH_LAW: Law = {
  key: 'fr',
  name: word('French law', 'droit français'),
  rateFor: (debtor) => (debtor === 'consumer' ? OF_CONSUMERS : debtor === 'public' ? OF_PUBLIC_BUYERS : BETWEEN_PROFESSIONALS),
  floor: { table: 'legal_rate', times: 3, source: 'C. com. L441-10, II' },
  indemnity: {
    since: dayIn('2013-01-01'),
    fallsWithContract: false,
    currency: 'EUR' as Currency,
    bands: [{ over: minor(0), amount: minor(4000) }],
    mark: 'V2',
    source: 'C. com. D441-5',
  },
  lapses: (debtor) => {
    const period = LIMITATION.find(({ types }) => (types as readonly string[]).includes(debtor));
    return period && { years: period.years, mark: 'V', source: period.article };
  },
};
