// Does each general account add up? What is open on it is what was posted on it, less what settled postings of other accounts: the control of a journal of all
// accounts, account by account (rules §5, 1).
import { assert } from '../core/assert.ts';
import { minor } from '../core/money.ts';
import { generalAccount } from '../ledger/chart.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import type { ControlLine, OpenItems } from '../settle/open-items.ts';

export type AccountControl = ControlLine & {
  readonly account: string;
  /** What postings of this account settled of other accounts, debits less credits; absent where nothing was. */
  readonly acrossAccounts?: ControlLine['open'];
};

type Sums = { readonly account: string; readonly currency: number; postings: number; open: number; across: number };

/** One line an account and currency that has postings by the day, in their order; none where a column or a tolerance settled anything, which is of no account. */
export function accountControl(book: Book, items: OpenItems): AccountControl[] {
  const { ledger } = book;
  if (column(ledger, 'account') === undefined) return [];
  if (items.control.some((line) => line.settledByColumns !== 0 || line.tolerance !== undefined)) return [];
  const accounts = new Accounts(ledger);
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.day[row] as number) > items.day) continue;
    const sums = accounts.of(row);
    sums.postings += ledger.amount[row] as number;
    sums.open += items.open[row] as number;
  }
  // Settling anew to see what settled what is spared where every account comes to nothing by itself.
  if (accounts.all.some((sums) => sums.postings !== sums.open) && !addAcross(book, items, accounts)) return [];
  return accounts.all
    .sort((a, b) => (a.account === b.account ? a.currency - b.currency : a.account < b.account ? -1 : 1))
    .map(({ account, currency, postings, open, across }) => {
      const code = ledger.currencies[currency] as ControlLine['currency'];
      assert(postings - across === open, `the control of account ${account} differs by ${postings - across - open} minor units`);
      const line = { currency: code, account, postings: minor(postings), settledByColumns: minor(0), open: minor(open) };
      return { ...line, ...(across === 0 ? {} : { acrossAccounts: minor(across) }), difference: minor(0) };
    });
}

/** False where a column settled something. */
function addAcross(book: Book, items: OpenItems, accounts: Accounts): boolean {
  const settlements = book.settlements(items.day);
  for (let s = 0; s < settlements.count; s++) {
    const [debit, credit, amount] = [settlements.debit[s], settlements.credit[s], settlements.amount[s]] as [
      number,
      number,
      number,
    ];
    if (debit < 0 || credit < 0) return false;
    const [raised, lowered] = [accounts.of(debit), accounts.of(credit)];
    if (raised === lowered) continue;
    raised.across += amount;
    lowered.across -= amount;
  }
  return true;
}

class Accounts {
  readonly all: Sums[] = [];
  readonly #ledger: Ledger;
  readonly #codes: Int32Array;
  readonly #text: (code: number) => string;
  readonly #known = new Map<number, Sums>();

  constructor(ledger: Ledger) {
    const { codes, dictionary } = column(ledger, 'account') as NonNullable<Ledger['columns']['account']>;
    this.#ledger = ledger;
    this.#codes = codes;
    this.#text = (code) => dictionary.value(code);
  }

  of(row: number): Sums {
    const currency = this.#ledger.currency[row] as number;
    const code = this.#codes[row] as number;
    const known = this.#known.get(code * 256 + currency);
    if (known !== undefined) return known;
    const text = this.#text(code);
    const account = generalAccount(text);
    const sums = this.all.find((one) => one.account === account && one.currency === currency) ?? this.#add(account, currency);
    this.#known.set(code * 256 + currency, sums);
    return sums;
  }

  #add(account: string, currency: number): Sums {
    const sums = { account, currency, postings: 0, open: 0, across: 0 };
    this.all.push(sums);
    return sums;
  }
}
