// What must be told beside losses? That a ledger of open items holds neither what was sold nor what was lost or paid, and that a history is short.
import { originOf } from '../ledger/ledger.ts';
import { type Losses, tells, USUAL_WATCH } from '../measures/losses/losses.ts';
import type { Input } from './command.ts';

/** Of a history that leaves every age too young nobody learns how likely payment is. */
export function tellYoung({ diagnostics }: Input, { byAge, watched: { months, isShortened } }: Losses): void {
  const young = byAge?.outcomes.some((of) => of.some(({ tooYoung }) => tooYoung > 0)) === true;
  if (byAge === undefined || !(isShortened || (young && !tells(byAge)))) return;
  diagnostics.add({
    code: 'loss-history-young',
    what: isShortened
      ? `in this history nothing reached an age ${USUAL_WATCH[0]} months ago, so what became of it is watched for ${months} months`
      : `in this history nothing reached an age ${months} months ago, so no probability of payment is known`,
    why: 'what was reached lately is not paid yet, whatever becomes of it',
    fix: isShortened
      ? `give a longer history; or say how long: --within ${months}, or within = "${months}" under [losses]`
      : 'give a longer history; or watch for less: --within 1, or --within 0 for whatever became of it by now',
  });
}

export function tellLosses({ book: { ledger }, diagnostics }: Input, { known, sums }: Losses): void {
  if (known.openOnly === undefined || sums.length === 0) return;
  diagnostics.add({
    code: 'open-items-only',
    ...originOf(ledger, 0),
    line: undefined,
    what:
      known.openOnly === 'list'
        ? 'every row says what is open of it, and none is settled: this is a list of open items, and what was sold, lost or paid is not known from it'
        : 'nothing of this ledger is settled: if it is a list of open items, more was sold and lost than stands in it',
    why: 'invoices that were paid or written off have left such a list, so ratios to sales would be wrong and no probability of payment is known',
    fix: 'export the ledger with what is settled',
  });
}
