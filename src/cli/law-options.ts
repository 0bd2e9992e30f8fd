// Which options do commands share that apply the law of late payment? They are settings, too: [law] in ar.toml.
import { parseRate, type Rate } from '../core/rate.ts';
import { LAW_KEYS } from '../law/law.ts';
import { DAY_COUNTS, IMPUTATIONS } from '../measures/interest-legs.ts';
import { choice, Refusal, value } from './option.ts';

const MOST = parseRate('100') as Rate;

function readRate(text: string): Rate | Refusal {
  const rate = parseRate(text);
  if (rate === undefined) return new Refusal('takes a yearly rate in percent, as 12 or 11.375');
  if (rate < 0) return new Refusal('takes a yearly rate in percent, and none is negative');
  return rate > MOST ? new Refusal('takes a yearly rate in percent, of 100 at the most') : rate;
}

export const lawOptions = {
  law: choice('law', LAW_KEYS, 'the law that governs where the customers’ table names none', undefined),
  rate: value('rate', 'PERCENT', 'the rate of the contract, for a year', readRate, undefined, { fallback: 'the law’s own' }),
  dayCount: choice('day-count', DAY_COUNTS, 'days of a year; act/360 only by contract', 'act/365', 'act/365'),
  impute: choice(
    'impute',
    IMPUTATIONS,
    'what part payments pay first: the principal, as the books settle, or interest (C. civ. 1343-1)',
    'principal',
    'principal',
  ),
} as const;
