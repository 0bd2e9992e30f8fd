// What does Directive 2011/7/EU ask for at the least? National law carries it out, and may give the creditor more (rules §2.3).
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import { wholePercent } from '../../core/rate.ts';
import { word } from '../../core/word.ts';
import { dayIn } from '../dated.ts';
import type { Law, StatutoryRate } from '../law.ts';

/** Until then national law carried out Directive 2000/35/EC, which asked for seven points. */
export const DIRECTIVE_SINCE = dayIn('2013-03-16');

const OF_THE_DIRECTIVE: StatutoryRate = {
  table: 'ecb',
  plus: wholePercent(8),
  by: 'half-years',
  mark: 'V2',
  source: 'Directive 2011/7/EU, art. 2(6), 3',
};

export const EU_MINIMUM: Law = {
  key: 'eu',
  name: word('Directive 2011/7/EU', 'directive 2011/7/UE'),
  about: word('a minimum that national law carries out', 'un minimum que le droit national met en œuvre'),
  rateFor: (debtor) => (debtor === 'consumer' ? undefined : OF_THE_DIRECTIVE),
  indemnity: {
    since: DIRECTIVE_SINCE,
    fallsWithContract: false,
    currency: 'EUR' as Currency,
    bands: [{ over: minor(0), amount: minor(4000) }],
    mark: 'V2',
    source: 'Directive 2011/7/EU, art. 6',
  },
};
