// Does a file write credits with a minus, or does their kind alone tell? Decided once for the whole file, from counts and
// the place of the first row of each sort; never from one row.
import type { Diagnostics } from '../core/diagnostic.ts';

/** What was counted: rows of a kind that lowers what is owed, whose amount stands in the `amount` column. */
export type SignCounts = { positive: number; negative: number; firstPositive: number; firstNegative: number };

/** `signed`: amounts stand as they are. `by-kind`: credits are written as positive amounts and their sign is turned. */
export type Signs = 'signed' | 'by-kind';

/** One row in ten may go against the rest (a payment reversed); above that the file contradicts itself. */
const TOLERATED_SHARE = 0.1;

/** The convention of a file, or undefined when its rows contradict one another. */
export function decideSigns(file: string, counts: SignCounts, diagnostics: Diagnostics): Signs | undefined {
  const { positive, negative } = counts;
  if (positive === 0) return 'signed';
  if (negative === 0) return 'by-kind';
  const fewer = Math.min(positive, negative);
  const signs: Signs = negative > positive ? 'signed' : 'by-kind';
  const first = signs === 'signed' ? counts.firstPositive : counts.firstNegative;
  if (fewer / (positive + negative) <= TOLERATED_SHARE) {
    diagnostics.add({
      code: 'signs-odd',
      file,
      line: first,
      what: `${fewer} of ${positive + negative} credits have the other sign, first on this line: they are read as reversals, which raise what is owed`,
      fix: 'check these rows',
    });
    return signs;
  }
  diagnostics.add({
    code: 'signs-mixed',
    file,
    line: Math.min(counts.firstPositive, counts.firstNegative),
    what: `${positive} credits (payments, credit notes…) are positive, first on line ${counts.firstPositive}, and ${negative} negative, first on line ${counts.firstNegative}`,
    why: 'a credit read with the wrong sign doubles the error it makes',
    fix: 'write all credits with a minus, or all without',
  });
  return undefined;
}
