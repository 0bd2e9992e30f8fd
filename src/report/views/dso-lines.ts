// What is a line of `ar dso --explain`? A figure with its formula, its source and how its working is said; and the sources that several figures share.
import { type Word, word } from '../../core/word.ts';
import type { DsoRequest } from '../../measures/dso/dso.ts';
import type { DsoRow } from '../../measures/dso/dso-row.ts';
import type { Say } from './dso-working.ts';

/** A figure, and how its working is said of a row; undefined where it is n/a. */
export type Line = {
  readonly key: string;
  readonly formula: Word;
  readonly source: Word;
  readonly say: (row: DsoRow, say: Say) => string | undefined;
};

export const settledWord = word('settlement on the day, as in ar age', 'lettrage au jour dit, comme dans ar age');
export const salesWord = ({ sales }: DsoRequest): Word =>
  sales === undefined
    ? word('invoices less credit notes of the ledger, with tax', 'factures moins avoirs du grand livre, TTC')
    : word('table --sales, with tax', 'fichier --sales, TTC');

/** Which payments are looked at. */
export function cashWord(window: number): Word {
  return word(
    `payments and advances of ${window === 1 ? 'the month' : `the ${window} months`}, by their own day; none that came back`,
    window === 1
      ? 'règlements et acomptes du mois, à leur date ; hors impayés'
      : `règlements et acomptes des ${window} mois, à leur date ; hors impayés`,
  );
}
