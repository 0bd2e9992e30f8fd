// What does `ar age` show when more than its balance is asked for? Loaded then: most runs ask for the balance alone.

import type { AgeRequest } from '../measures/age.ts';
import { ageDetail } from '../measures/age-detail.ts';
import { remaindersOf } from '../measures/remainders.ts';
import type { Section } from '../report/report.ts';
import { ageDetailSection } from '../report/views/age-detail.ts';
import { remaindersSection } from '../report/views/remainders.ts';
import type { Book } from '../settle/book.ts';

export { compareBalances } from '../measures/compare.ts';
export { ageExplained } from '../report/views/age-explain.ts';

export function itemsOf(book: Book, request: AgeRequest, overdueOnly: boolean): Section {
  return ageDetailSection(book.ledger, ageDetail(book, request, overdueOnly), request);
}

export function remaindersIn(book: Book, request: AgeRequest): Section {
  return remaindersSection(book.ledger, remaindersOf(book, request.asOf, request.customers));
}
