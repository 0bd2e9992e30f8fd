// What does `ar losses` take? Its period, what stands beside the ledger, and how history is looked at; unpaid_after and within are settings, too ([losses] in ar.toml).
import type { Diagnostic } from '../core/diagnostic.ts';
import { type Bounds, parseBounds } from '../policy/buckets.ts';
import { asKnownOption, bucketsOption, customerOption, entityOption } from './item-options.ts';
import { MOST_MONTHS, readMonths } from './months.ts';
import { Refusal, readPath, type ValuesOf, value, values } from './option.ts';
import { readStatedAmount } from './stated-amount.ts';
import { readStatedSum } from './stated-amounts.ts';

function readUnpaidAfter(text: string): Bounds | Refusal {
  const bounds = parseBounds(text);
  return typeof bounds === 'string' ? new Refusal('takes days late that ascend, as 60,90') : bounds;
}

function readWithin(text: string): number | Refusal {
  const months = /^\d{1,4}$/.test(text) ? Number(text) : MOST_MONTHS + 1;
  return months <= MOST_MONTHS ? months : new Refusal(`takes a number of months from 0 to ${MOST_MONTHS}`);
}

export const lossesOptions = {
  months: value('months', 'N', 'how many months are looked at, that of the as-of day included', readMonths, 12, {
    fallback: '12',
  }),
  sales: value(
    'sales',
    'FILE',
    'what was sold, instead of the invoices of the ledger: month or date, net (without tax), amount (with tax), customer, currency',
    readPath,
    undefined,
  ),
  recovered: values(
    'recovered',
    '[CODE=]AMOUNT',
    'what came in of claims written off before, without tax, instead of what account 7583 (before 2025: 7714) of the ledger holds or payments that name one',
    readStatedSum,
  ),
  allowanceChange: values(
    'allowance-change',
    '[CODE=]AMOUNT',
    'by how much the allowance (491) rose in the period; a fall has a minus',
    (text) => readStatedAmount(text, 'an amount as 9000, -500 or EUR=9000'),
  ),
  allowance: value(
    'allowance',
    'FILE',
    'the allowance (491) at the as-of day: customer, allowance, currency',
    readPath,
    undefined,
  ),
  prior: value(
    'prior',
    'FILE',
    'with --allowance: the same at the start of the period; the change is what lies between',
    readPath,
    undefined,
  ),
  claimsPaid: values(
    'claims-paid',
    '[CODE=]AMOUNT',
    'with --premiums: what the credit insurer paid in the period',
    readStatedSum,
  ),
  premiums: values('premiums', '[CODE=]AMOUNT', 'with --claims-paid: what was paid to the credit insurer', readStatedSum),
  unpaidAfter: value(
    'unpaid-after',
    'N,N,…',
    'days late beyond which an amount counts as unpaid',
    readUnpaidAfter,
    [60, 90] as Bounds,
    { fallback: '60,90' },
  ),
  buckets: bucketsOption,
  within: value(
    'within',
    'N',
    'months an amount is watched from the day it reached an age, before what became of it counts; 0: none is too young',
    readWithin,
    undefined,
    { fallback: '12; 6 or 3 where nothing is old enough for more' },
  ),
  customer: customerOption,
  entity: entityOption,
  asKnown: asKnownOption,
} as const;

type LossesValues = ValuesOf<typeof lossesOptions>;

/** Options that have no say without another, or say one thing twice. */
export function lossesMistakes(given: LossesValues): Diagnostic[] {
  const { claimsPaid, premiums, prior, allowance, allowanceChange } = given;
  const refuse = (what: string, fix: string): Diagnostic => ({ code: 'usage-bad-value', what, fix });
  const found: Diagnostic[] = [];
  if (claimsPaid.length > 0 !== premiums.length > 0) {
    found.push(
      refuse(
        `--${claimsPaid.length > 0 ? 'claims-paid' : 'premiums'}: the insurer’s loss ratio is claims paid ÷ premiums`,
        `add --${claimsPaid.length > 0 ? 'premiums' : 'claims-paid'}, or leave it out`,
      ),
    );
  }
  if (prior !== undefined && allowance === undefined) {
    found.push(
      refuse('--prior is the allowance at the start, and nothing says that at the end', 'add --allowance, or leave it out'),
    );
  }
  if (prior !== undefined && allowanceChange.length > 0) {
    found.push(refuse('--prior and --allowance-change both say how the allowance changed', 'leave one of the two out'));
  }
  return found;
}
