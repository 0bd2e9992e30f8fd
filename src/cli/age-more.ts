// What does `ar age` show when more than its balance is asked for? Loaded then: most runs ask for the balance alone.

import type { Word } from '../core/word.ts';
import type { AgeRequest } from '../measures/age.ts';
import { ageDetail } from '../measures/age-detail.ts';
import { remaindersOf } from '../measures/remainders.ts';
import type { Section } from '../report/report.ts';
import { ageDetailSection } from '../report/views/age-detail.ts';
import { remaindersSection } from '../report/views/remainders.ts';
import type { Book } from '../settle/book.ts';
import type { Input } from './command.ts';
import { remindedIn } from './reminded.ts';

export { compareBalances } from '../measures/compare.ts';
export { ageExplained } from '../report/views/age-explain.ts';

/** Undefined where the history cannot be told apart: the diagnostics say why. One that is named and not there yet is empty. */
export function itemsOf(
  input: Input,
  request: AgeRequest,
  overdueOnly: boolean,
  hasHistory: boolean,
  notes: readonly Word[],
): Section | undefined {
  const { book } = input;
  const known = hasHistory ? remindedIn(input, request.customers, 'shown') : undefined;
  if (known === undefined && hasHistory) return undefined;
  return ageDetailSection(book.ledger, ageDetail(book, request, overdueOnly), request, known?.remindedOf, notes);
}

export function remaindersIn(book: Book, request: AgeRequest): Section {
  return remaindersSection(book.ledger, remaindersOf(book, request.asOf, request.customers));
}
