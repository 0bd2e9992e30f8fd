// Which options do commands share that apply the law of late payment? They are settings, too: [law] in ar.toml.
import type { Diagnostic } from '../core/diagnostic.ts';
import { LAW_KEYS } from '../law/law.ts';
import { DAY_COUNTS, IMPUTATIONS } from '../measures/interest-legs.ts';
import { choice, type ValuesOf, value } from './option.ts';
import { readRate } from './read-rate.ts';

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

/** A year of 360 days is a contract’s and never the law’s. */
export function dayCountMistakes({ dayCount, rate }: Pick<ValuesOf<typeof lawOptions>, 'dayCount' | 'rate'>): Diagnostic[] {
  if (dayCount !== 'act/360' || rate !== undefined) return [];
  return [
    {
      code: 'usage-bad-value',
      what: '--day-count act/360 is a contract’s, and no contractual rate is given',
      fix: 'add --rate, or leave it out',
    },
  ];
}
