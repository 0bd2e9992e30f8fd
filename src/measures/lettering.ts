// Which letters say what paid what? In a journal only letters do, so that postings that settled one another, in whole or in part, carry one code and one day.
import { type Day, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { kindCode } from '../ledger/kind.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Settlements } from '../settle/open-items.ts';

const FX = kindCode('fx');

export type Lettering = {
  /** Empty for a posting that settled nothing and carries no letter of its own. */
  readonly letterOf: (row: number) => string;
  readonly dayOf: (row: number) => Day;
  /** Settlements across general accounts, which no letter joins. */
  readonly across: number;
  /** Letters whose postings do not come to nothing in the books' currency although they do in their own. */
  readonly exchanged: number;
  /** Letters of several documents that are paid in part, and no number says which: a reader takes equal amounts first, then the oldest. */
  readonly mixed: number;
};

type Postings = {
  readonly ledger: Ledger;
  /** In the currency of the books. */
  readonly amountOf: (row: number) => number;
  readonly accountOf: (row: number) => string;
  /** The document it pays, where its number leads there. */
  readonly claimOf: (row: number) => number | undefined;
};

/** A code the ledger gave to all of what was settled together stays; small letters are of what is settled in part. */
export function lettering({ ledger, amountOf, accountOf, claimOf }: Postings, settlements: Settlements): Lettering {
  const { groups, across } = together([...pairsOf(settlements), ...exchangesOf(ledger, claimOf)], ledger.count, accountOf);
  const own = ownLetters(ledger, accountOf);
  const letters = new Map<number, string>();
  const days = new Map<number, Day>();
  const codes = new Codes(ledger, own);
  let exchanged = 0;
  let mixed = 0;
  for (const rows of groups) {
    const first = rows[0] as number;
    const sum = (of: (row: number) => number): number => rows.reduce((total, row) => total + of(row), 0);
    const closed = sum(amountOf) === 0;
    if (!closed && sum((row) => ledger.amount[row] as number) === 0) exchanged++;
    const kept = rows.every((row) => own(row) === own(first)) ? own(first) : '';
    // A letter of the ledger's own said as little before, but for what is named beside it.
    const asBefore = kept !== '' && rows.every((row) => ledger.columns.reference?.isEmpty(row) !== false);
    if (!closed && !asBefore && leavesDoubt(rows, amountOf, claimOf)) mixed++;
    const letter = kept === '' ? codes.next(ledger.customer[first] as number, closed) : kept;
    const day = dayOf(ledger, rows);
    for (const row of rows) {
      letters.set(row, letter);
      days.set(row, day);
    }
  }
  return {
    letterOf: (row) => letters.get(row) ?? own(row),
    dayOf: (row) => days.get(row) ?? (own(row) === '' ? (NO_DAY as Day) : dayOf(ledger, [row])),
    across,
    exchanged,
    mixed,
  };
}

function leavesDoubt(rows: readonly number[], amountOf: (row: number) => number, claimOf: Postings['claimOf']): boolean {
  const credits = rows.filter((row) => amountOf(row) < 0);
  const left = rows.reduce((total, row) => total + amountOf(row), 0);
  return (left < 0 ? credits.length : rows.length - credits.length) > 1 && !credits.every((row) => claimOf(row) !== undefined);
}

type Pair = readonly [debit: number, credit: number];

function pairsOf({ count, debit, credit }: Settlements): Pair[] {
  const pairs = Array.from({ length: count }, (_, i): Pair => [debit[i] as number, credit[i] as number]);
  return pairs.filter(([a, b]) => a >= 0 && b >= 0);
}

/** A difference of exchange is of what it names, though it is nothing in the currency of that. */
function exchangesOf({ kind, count }: Ledger, claimOf: Postings['claimOf']): Pair[] {
  return Array.from({ length: count }, (_, row) => row).flatMap((row): Pair[] => {
    const claim = kind[row] === FX ? claimOf(row) : undefined;
    return claim === undefined ? [] : [[claim, row]];
  });
}

/** Rows that settled one another, directly or by others, on one general account; in the order of their first rows. */
function together(
  pairs: readonly Pair[],
  rows: number,
  accountOf: (row: number) => string,
): { readonly groups: readonly (readonly number[])[]; readonly across: number } {
  const parent = new Int32Array(rows).map((_, row) => row);
  const find = (row: number): number => {
    let top = row;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top] as number] as number;
      top = parent[top] as number;
    }
    return top;
  };
  let across = 0;
  for (const [a, b] of pairs) {
    if (accountOf(a).slice(0, 3) !== accountOf(b).slice(0, 3)) {
      across++;
      continue;
    }
    const [top, other] = [find(a), find(b)];
    parent[Math.max(top, other)] = Math.min(top, other);
  }
  const groups = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) gather(groups, find(row), row);
  return { groups: [...groups.values()].filter((group) => group.length > 1), across };
}

/** The ledger's own, with its account behind it where a code of two accounts would become one of one. */
function ownLetters(
  { columns: { letter, account }, customer, count }: Ledger,
  accountOf: (row: number) => string,
): (row: number) => string {
  if (letter === undefined) return () => '';
  const general = (row: number): string => account?.dictionary.value(account.codes[row] as number).slice(0, 3) ?? '';
  const keyOf = (row: number): string => `${customer[row]} ${letter.codes[row]} ${accountOf(row).slice(0, 3)}`;
  const accounts = new Map<string, Set<string>>();
  for (let row = 0; row < count; row++) {
    if (letter.codes[row] !== 0) accounts.set(keyOf(row), (accounts.get(keyOf(row)) ?? new Set()).add(general(row)));
  }
  return (row) => {
    const code = letter.dictionary.value(letter.codes[row] as number);
    return (accounts.get(keyOf(row))?.size ?? 0) > 1 ? code + general(row) : code;
  };
}

/** The last day on which one of their letters was put, as far as they say; else when the last of them was posted. */
function dayOf({ columns: { letter_day: said }, day }: Ledger, rows: readonly number[]): Day {
  const lastOf = (days: Int32Array | undefined): Day =>
    rows.reduce<number>((last, row) => Math.max(last, days?.[row] ?? NO_DAY), NO_DAY) as Day;
  const put = lastOf(said);
  return put === NO_DAY ? lastOf(day) : put;
}

/** AA, AB and so on for each customer, past the codes the ledger itself has for him. */
class Codes {
  readonly #taken = new Map<number, Set<string>>();
  readonly #last = new Map<number, number>();

  constructor(ledger: Ledger, own: (row: number) => string) {
    if (ledger.columns.letter === undefined) return;
    for (let row = 0; row < ledger.count; row++) {
      const code = own(row).toUpperCase();
      const customer = ledger.customer[row] as number;
      if (code !== '') this.#taken.set(customer, (this.#taken.get(customer) ?? new Set()).add(code));
    }
  }

  next(customer: number, closed: boolean): string {
    let at = this.#last.get(customer) ?? 0;
    while (this.#taken.get(customer)?.has(codeAt(at)) === true) at++;
    this.#last.set(customer, at + 1);
    return closed ? codeAt(at) : codeAt(at).toLowerCase();
  }
}

function codeAt(at: number): string {
  let code = '';
  for (let left = at + 26; left >= 0; left = Math.floor(left / 26) - 1) code = String.fromCharCode(65 + (left % 26)) + code;
  return code;
}
