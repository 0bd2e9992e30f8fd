// Which options propose a limit? They are settings, too: [limit] in ar.toml.
import type { Ratio } from '../ledger/side-table.ts';
import { parseRatio } from '../read/ratio.ts';
import { Refusal, value } from './option.ts';

function readShare(text: string): Ratio | Refusal {
  return parseRatio(text) ?? new Refusal('takes a share from 0 to 1, as 0.1 or 10%');
}

function readStep(text: string): number | Refusal {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : new Refusal('takes a whole number above 0, in units of the currency');
}

function readGrace(text: string): number | Refusal {
  return /^\d{1,3}$/.test(text) ? Number(text) : new Refusal('takes a whole number of days');
}

export const limitOptions = {
  growth: value('growth', 'SHARE', 'how much sales are expected to grow', readShare, { numerator: 0, denominator: 1 } as Ratio, {
    fallback: '0',
  }),
  netWorthShare: value(
    'net-worth-share',
    'SHARE',
    'what of a customer’s net worth may be owed',
    readShare,
    { numerator: 1, denominator: 10 } as Ratio,
    {
      fallback: '0.1',
    },
  ),
  step: value('step', 'N', 'round a limit down to whole steps of so many units of its currency', readStep, 100, {
    fallback: '100',
  }),
  grace: value('grace', 'DAYS', 'days after the due day on which a payment still is in time', readGrace, 0, { fallback: '0' }),
} as const;
