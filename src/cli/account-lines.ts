// Which lines does the control have beside those of each currency? Of a journal of all accounts, one a general account.
import type { AccountControl } from '../measures/account-control.ts';
import type { Book } from '../settle/book.ts';
import type { Input } from './command.ts';

/** None in the books' currency, in which nothing is posted on an account. Loaded where a file is a journal: most are none. */
export async function accountLines({ reading, asOf }: Input, book: Book, inBase: boolean): Promise<readonly AccountControl[]> {
  if (inBase || !reading.understanding.some(({ journal }) => journal !== undefined)) return [];
  const { accountControl } = await import('../measures/account-control.ts');
  return accountControl(book, book.at(asOf));
}
