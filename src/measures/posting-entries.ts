// How do the postings of a ledger stand in a journal? Each with the account that tells its kind on the other side; what was moved from one receivable account to
// another in one entry; the number of the document a payment is of where a reader finds it by that, else its own.
import { allocate } from '../core/allocate.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { type Minor, minor } from '../core/money.ts';
import { isToBeMadeOut } from '../ledger/chart.ts';
import { type KindKey, kindOf } from '../ledger/kind.ts';
import { currencyAt, documentDays, type Ledger } from '../ledger/ledger.ts';
import type { Settlements } from '../settle/open-items.ts';
import { accountOfKind, type Counterpart, counterpartOf, LOSSES, movedAs, SALES, TAX } from './counterparts.ts';
import type { EntryLine, JournalEntry } from './journal.ts';
import { type Lettering, lettering } from './lettering.ts';
import { Pieces } from './pieces.ts';
import { postingLabel } from './posting-labels.ts';

/** What entries cannot say as the ledger does: how many postings, by what. */
export type NotCarried = {
  /** By kind, and the kind that is read instead. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Accounts that are of no receivables. */
  readonly accounts: number;
  /** Sales whose tax nobody says stand there with it. */
  readonly untaxed: number;
  /** Postings without a number of their own. */
  readonly unnumbered: number;
  /** Documents that are named, and settled by none of that name. */
  readonly references: number;
  readonly across: number;
  readonly exchanged: number;
  readonly mixed: number;
};

/** `net`, of a row in its own currency and signed as its amount; undefined where nobody says it, or it does not fit. */
export type Told = { readonly amountOf: (row: number) => number; readonly netOf: (row: number) => number | undefined };

const RECEIVABLES = /^4(?:11|13|16|191)\d*/;

export function postingEntries(
  ledger: Ledger,
  settlements: Settlements,
  told: Told,
): { readonly entries: JournalEntry[]; readonly not: NotCarried } {
  const makes = new PostingEntries(ledger, settlements, told);
  return { entries: makes.entries(), not: makes.not() };
}

class PostingEntries {
  readonly #ledger: Ledger;
  readonly #told: Told;
  readonly #letters: Lettering;
  readonly #pieces: Pieces;
  readonly #settled: Uint8Array;
  readonly #kinds = new Map<string, number>();
  #accounts = 0;
  #untaxed = 0;
  #unnumbered = 0;
  #references = 0;

  constructor(ledger: Ledger, settlements: Settlements, told: Told) {
    this.#ledger = ledger;
    this.#told = told;
    this.#settled = settledRows(ledger, settlements);
    const accountOf = (row: number): string => this.#account(row);
    this.#pieces = new Pieces(ledger, told.amountOf, (row) => this.#counterpart(row).readAs);
    const claimOf = (row: number): number | undefined => this.#pieces.claimOf(row);
    this.#letters = lettering({ ledger, amountOf: told.amountOf, accountOf, claimOf }, settlements);
  }

  entries(): JournalEntry[] {
    const moves = movesOf(this.#ledger, this.#told.amountOf, (row) => this.#account(row));
    const all: JournalEntry[] = [];
    for (let row = 0; row < this.#ledger.count; row++) {
      const move = moves.get(row);
      if (move === undefined) all.push(this.#entry(row));
      else if (move[0] === row) all.push(this.#moved(move));
      this.#count(row, move !== undefined);
    }
    return all;
  }

  not(): NotCarried {
    const { across, exchanged, mixed } = this.#letters;
    const [accounts, untaxed, unnumbered, references] = [this.#accounts, this.#untaxed, this.#unnumbered, this.#references];
    return { kinds: this.#kinds, accounts, untaxed, unnumbered, references, across, exchanged, mixed };
  }

  #entry(row: number): JournalEntry {
    const counterpart = this.#counterpart(row);
    const lines = [this.#line(row), ...this.#others(row, counterpart)];
    return { ...this.#head(row, counterpart.journal, counterpart.readAs), lines };
  }

  #moved(rows: readonly number[]): JournalEntry {
    return { ...this.#head(rows[0] as number, 'OD', 'transfer'), lines: rows.map((row) => this.#line(row)) };
  }

  #head(row: number, journal: string, readAs: KindKey): Omit<JournalEntry, 'lines'> {
    const { day } = this.#ledger;
    const dated = documentDays(this.#ledger)[row] as Day;
    const on = day[row] as Day;
    const document = this.#pieces.of(row);
    const label = postingLabel(this.#ledger, row, document, readAs);
    return { journal, day: on, currency: this.#ledger.bookCurrency, document, documentDay: dated === NO_DAY ? on : dated, label };
  }

  #line(row: number): EntryLine {
    const { customer, customers, currency, bookCurrency, amount, due } = this.#ledger;
    const id = customers.id(customer[row] as number);
    const own = currencyAt(this.#ledger, currency[row] as number);
    return {
      account: this.#account(row),
      auxiliary: id,
      name: customers.nameOf(customer[row] as number) || id,
      amount: this.#told.amountOf(row),
      letter: this.#letters.letterOf(row),
      letterDay: this.#letters.dayOf(row),
      due: due[row] as Day,
      ...(own === bookCurrency ? {} : { original: { amount: amount[row] as number, currency: own } }),
    };
  }

  /** A sale or a loss in two where its net is known: with a rate between currencies its parts are those of the amount. */
  #others(row: number, { account }: Counterpart): EntryLine[] {
    const amount = this.#told.amountOf(row);
    if (account !== SALES && account !== LOSSES) return [{ account, amount: minor(-amount) }];
    const [whole, net] = [this.#ledger.amount[row] as number, this.#told.netOf(row)];
    if (net === undefined) {
      if (account === SALES) this.#untaxed++;
      return [{ account, amount: minor(-amount) }];
    }
    if (whole === net || amount === 0) return [{ account, amount: minor(-amount) }];
    const weights = [Math.abs(net), Math.abs(whole - net)];
    const [sold, tax] = allocate(minor(-amount), weights) as [Minor, Minor];
    return [
      { account, amount: sold },
      { account: TAX, amount: tax },
    ];
  }

  #counterpart(row: number): Counterpart {
    return counterpartOf(this.#kind(row), this.#side(row), this.#account(row));
  }

  #kind(row: number): KindKey {
    return kindOf(this.#ledger.kind[row] as number).key as KindKey;
  }

  #side(row: number): 1 | -1 {
    return this.#told.amountOf(row) < 0 ? -1 : 1;
  }

  #account(row: number): string {
    const own = this.#ownAccount(row);
    return this.#stays(row, own) ? own : accountOfKind(this.#kind(row), this.#settled[row] === 1);
  }

  /** What stands on an account of retentions is read as one, which is due a year later. */
  #stays(row: number, own: string): boolean {
    const isRetained = own.startsWith('4117') && this.#told.amountOf(row) > 0;
    return isReceivable(own) && (!isRetained || this.#kind(row) === 'retention');
  }

  #ownAccount(row: number): string {
    const { account } = this.#ledger.columns;
    return account?.dictionary.value(account.codes[row] as number) ?? '';
  }

  #count(row: number, moved: boolean): void {
    const kind = this.#kind(row);
    const readAs = moved ? movedAs(this.#side(row), this.#account(row)) : this.#counterpart(row).readAs;
    if (readAs !== kind) this.#kinds.set(`${kind} ${readAs}`, (this.#kinds.get(`${kind} ${readAs}`) ?? 0) + 1);
    const own = this.#ownAccount(row);
    if (own !== '' && !this.#stays(row, own)) this.#accounts++;
    if (this.#pieces.of(row) === '') this.#unnumbered++;
    const { reference } = this.#ledger.columns;
    const names = reference !== undefined && !reference.isEmpty(row) && reference.at(row) !== this.#pieces.of(row);
    if (names && this.#letters.letterOf(row) === '') this.#references++;
  }
}

/** An account that reads as one of receivables, and is of claims that are made out. */
function isReceivable(account: string): boolean {
  return RECEIVABLES.test(account) && !isToBeMadeOut(account);
}

/** 1 for each row that another settled, or that settled another. */
function settledRows({ count }: Ledger, { count: pairs, debit, credit }: Settlements): Uint8Array {
  const settled = new Uint8Array(count);
  for (let i = 0; i < pairs; i++) {
    const [a, b] = [debit[i] as number, credit[i] as number];
    if (a >= 0 && b >= 0) settled[a] = settled[b] = 1;
  }
  return settled;
}

/** What was moved on one day between the accounts of a customer, where it comes to nothing: each row with all of its entry. */
function movesOf(
  ledger: Ledger,
  amountOf: (row: number) => number,
  accountOf: (row: number) => string,
): Map<number, readonly number[]> {
  const days = new Map<string, number[]>();
  for (let row = 0; row < ledger.count; row++) {
    const { key } = kindOf(ledger.kind[row] as number);
    if (key !== 'transfer' && key !== 'bill' && key !== 'retention') continue;
    gather(days, `${ledger.customer[row]} ${ledger.day[row]}`, row);
  }
  const moves = new Map<number, readonly number[]>();
  for (const rows of days.values()) {
    const accounts = new Set(rows.map((row) => accountOf(row).slice(0, 4)));
    const sum = rows.reduce((total, row) => total + amountOf(row), 0);
    if (sum === 0 && accounts.size > 1) for (const row of rows) moves.set(row, rows);
  }
  return moves;
}
