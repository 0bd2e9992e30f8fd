// What does each file bring to the ledger? By file and currency: postings, whose they are, from when to when, debits, credits, and what is open of them.
import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import { type Minor, minor } from '../core/money.ts';
import { currencyAt } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';

export type FileSums = {
  readonly currency: Currency;
  /** As they were read: instalments of one row are one posting. */
  readonly postings: number;
  readonly customers: number;
  /** First and last posting day. */
  readonly first: Day;
  readonly last: Day;
  /** Of all postings, whatever their day; credits are below nothing. */
  readonly debits: Minor;
  readonly credits: Minor;
  /** On the day asked for. */
  readonly open: Minor;
};

/** By name of the file, one entry a currency in the order of the codes; no entry for a file without postings. */
export function fileSums(book: Book, day: Day): Map<string, FileSums[]> {
  const { ledger } = book;
  const { open } = book.at(day);
  const further = new Set(ledger.shared.flatMap(({ rows }) => rows.slice(1)));
  const codes = ledger.currencies.map((_, i) => i).sort((a, b) => (currencyAt(ledger, a) < currencyAt(ledger, b) ? -1 : 1));
  const sums = new Map<string, Counting[]>();
  ledger.files.forEach(({ name, firstRow }, i) => {
    // The instalments of a file stand behind all files, under its name.
    const counting = sums.get(name) ?? ledger.currencies.map(() => new Counting());
    sums.set(name, counting);
    const end = ledger.files[i + 1]?.firstRow ?? ledger.count;
    for (let row = firstRow; row < end; row++) {
      if (!book.holds(row)) continue;
      const of = counting[ledger.currency[row] as number] as Counting;
      of.add(ledger.customer[row] as number, ledger.day[row] as number, ledger.amount[row] as number, open[row] as number);
      if (!further.has(row)) of.postings++;
    }
  });
  return new Map(
    [...sums].map(([name, counting]) => [
      name,
      codes.flatMap((i) => {
        const of = counting[i] as Counting;
        return of.postings === 0 ? [] : [of.told(currencyAt(ledger, i))];
      }),
    ]),
  );
}

class Counting {
  postings = 0;
  readonly #customers = new Set<number>();
  #first: number = NO_DAY;
  #last: number = NO_DAY;
  #debits = 0;
  #credits = 0;
  #open = 0;

  add(customer: number, day: number, amount: number, open: number): void {
    this.#customers.add(customer);
    if (this.#first === NO_DAY || day < this.#first) this.#first = day;
    if (day > this.#last) this.#last = day;
    if (amount > 0) this.#debits += amount;
    else this.#credits += amount;
    this.#open += open;
  }

  told(currency: Currency): FileSums {
    return {
      currency,
      postings: this.postings,
      customers: this.#customers.size,
      first: this.#first as Day,
      last: this.#last as Day,
      debits: minor(this.#debits),
      credits: minor(this.#credits),
      open: minor(this.#open),
    };
  }
}
