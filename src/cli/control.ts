// Does the open total agree with the general ledger? Compares each balance given with --control; a difference is told in both
// amounts and ends in exit code 1.
import { exponentOf } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { listedNames } from '../core/plural.ts';
import { parseAmount } from '../read/amount.ts';
import type { ControlLine } from '../settle/open-items.ts';
import { plainAmount } from '../text/amounts.ts';
import type { StatedAmount } from './stated-amount.ts';

/** True when every balance agrees. */
export function compareControl(
  totals: readonly StatedAmount[],
  control: readonly ControlLine[],
  diagnostics: Diagnostics,
): boolean {
  let agrees = true;
  for (const total of totals) {
    const lines = total.currency === undefined ? control : control.filter((line) => line.currency === total.currency);
    if (total.currency === undefined && lines.length !== 1) {
      agrees = false;
      diagnostics.add({
        code: 'control-ambiguous',
        value: total.amount,
        what: `--control names no currency, and the ledger has ${lines.length}: ${listedNames(lines.map((line) => line.currency))}`,
        fix: `write --control ${lines[0]?.currency ?? 'EUR'}=${total.amount}`,
      });
      continue;
    }
    const currency = total.currency ?? lines[0]?.currency;
    if (currency === undefined) continue;
    const expected = parseAmount(total.amount, exponentOf(currency));
    // Nobody has posted what a tolerance closed: the general ledger still holds it.
    const closed = lines[0]?.tolerance ?? 0;
    const open = (lines[0]?.open ?? 0) + closed;
    if (typeof expected === 'number' && expected === open) continue;
    agrees = false;
    const withClosed = closed === 0 ? '' : ', with what the tolerance closed,';
    const difference =
      typeof expected === 'number'
        ? `: ${plainAmount(Math.abs(open - expected), currency)} ${open < expected ? 'less' : 'more'} in the open items`
        : '';
    diagnostics.add({
      code: 'control-differs',
      what: `the open items${withClosed} come to ${plainAmount(open, currency)} ${currency}, the general ledger to ${total.amount}${difference}`,
      fix: 'look for postings in one and not in the other, and for a different day',
    });
  }
  return agrees;
}
