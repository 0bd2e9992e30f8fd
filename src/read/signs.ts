// Does a file write credits with a minus, or does their kind alone tell? Decided once for the whole file, from counts and
// the place of the first row of each sort; never from one row.
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';

/** What was counted: rows of a kind that lowers what is owed, whose amount stands in the `amount` column. */
export type SignCounts = { positive: number; negative: number; firstPositive: number; firstNegative: number };

/** Rows whose kind is empty in a file that has a column for it: how many, and the line of the first. */
type KindMissing = { readonly count: number; readonly line: number };

/** `signed`: amounts stand as they are. `by-kind`: credits are written as positive amounts and their sign is turned. */
export type Signs = 'signed' | 'by-kind';

/** One row in ten may go against the rest (a payment reversed); above that the file contradicts itself. */
const TOLERATED_SHARE = 0.1;

/** The convention of a file, or undefined when its rows contradict one another or some cannot be told by it. */
export function decideSigns(
  file: string,
  counts: SignCounts,
  kindMissing: KindMissing,
  diagnostics: Diagnostics,
): Signs | undefined {
  const signs = conventionOf(file, counts, diagnostics);
  if (signs !== 'by-kind' || kindMissing.count === 0) return signs;
  diagnostics.add({
    code: 'kind-missing',
    file,
    line: kindMissing.line,
    what: `${counted(kindMissing.count, 'row has', 'rows have')} no kind, first on this line, and this file writes credits without a minus`,
    why: 'whether such a row is owed or paid would be a guess',
    fix: 'fill the column kind, or write all credits with a minus',
  });
  return undefined;
}

function conventionOf(file: string, counts: SignCounts, diagnostics: Diagnostics): Signs | undefined {
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
      what: `${fewer} of ${positive + negative} credits ${fewer === 1 ? 'has the other sign, on this line: it is read as a reversal, which raises' : 'have the other sign, first on this line: they are read as reversals, which raise'} what is owed`,
      fix: fewer === 1 ? 'check this row' : 'check these rows',
    });
    return signs;
  }
  diagnostics.add({
    code: 'signs-mixed',
    file,
    line: Math.min(counts.firstPositive, counts.firstNegative),
    what: `${counted(positive, 'credit (a payment, a credit note…) is', 'credits (payments, credit notes…) are')} positive, first on line ${counts.firstPositive}, and ${negative} negative, first on line ${counts.firstNegative}`,
    why: 'a credit read with the wrong sign doubles the error it makes',
    fix: 'write all credits with a minus, or all without',
  });
  return undefined;
}
