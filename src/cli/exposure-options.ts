// Which options judge an exposure? They are settings, too: [exposure] in ar.toml.
import type { Ratio } from '../ledger/side-table.ts';
import { parseRatio } from '../read/ratio.ts';
import { choice, Refusal, value } from './option.ts';

function readWatch(text: string): Ratio | Refusal {
  const ratio = parseRatio(text);
  return ratio === undefined || ratio.numerator === 0
    ? new Refusal('takes a share of the limit above 0 and up to 1, as 0.8 or 80%')
    : ratio;
}

/** Undefined: lateness blocks nobody. */
function readBlockAfter(text: string): number | 'never' | Refusal {
  if (text === 'never') return 'never';
  return /^\d{1,4}$/.test(text) ? Number(text) : new Refusal('takes a whole number of days, or never');
}

export const exposureOptions = {
  watch: value(
    'watch',
    'SHARE',
    'the share of a limit from which a customer is watched',
    readWatch,
    { numerator: 8, denominator: 10 } as Ratio,
    {
      fallback: '0.8',
    },
  ),
  blockAfter: value(
    'block-after',
    'DAYS',
    'days late after which a customer is blocked, by the due day that was agreed; never: nobody is',
    readBlockAfter,
    30 as number | 'never',
    {
      fallback: '30',
    },
  ),
  insuredOrders: choice('insured-orders', ['no', 'yes'], 'whether the insurer covers orders that are not delivered', 'no', 'no'),
} as const;
