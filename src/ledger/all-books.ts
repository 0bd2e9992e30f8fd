// What do the books of a run say together that none says alone? What was paid out and why, what later years bring forward, which documents are named, and what of what
// came back is fees.
import type { LedgerBuilder } from './builder.ts';
import { type Chained, chainYears } from './chained-years.ts';
import { nameByPiece } from './named-by-piece.ts';
import { tellPaidOut } from './paid-out.ts';
import { tellFees, unnumberFees } from './returned-fees.ts';
import type { YearOfBooks } from './years-of-books.ts';

/** `alone`: the ledger is made of such books only. */
export function joinBooks(builder: LedgerBuilder, books: readonly YearOfBooks[], alone: boolean): Chained[] {
  const paidOut = books.flatMap((one) => one.paidOut);
  tellPaidOut(builder, paidOut);
  builder.allBooks = alone;
  const chained = chainYears(builder, books);
  unnumberFees(builder, books);
  // Of an opening that repeats a document nothing is left by now, so that its number is carried once.
  nameByPiece(builder, books);
  tellFees(builder, books);
  return chained;
}
