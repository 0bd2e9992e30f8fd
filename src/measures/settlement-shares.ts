// By which evidence is the ledger settled? The settled amount of each kind of evidence as a share of all credits, by currency.
import { assert, present } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import { type Minor, minor } from '../core/money.ts';
import { currencyAt } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { EVIDENCE } from '../settle/open-items.ts';

export type SettlementShares = {
  readonly currency: Currency;
  readonly evidence: (typeof KEYS)[number];
  /** How many settlements, or how many credits stay open. */
  readonly settlements: number;
  readonly amount: Minor;
  /** Of the credits known on the day; columns that settle a debit count as a credit of their own, and so does what closed its remainder. */
  readonly share: number;
};

const KEYS = ['letter', 'opening', 'reference', 'columns', 'amount', 'balance', 'tolerance', 'none'] as const;
const keyOfBit = new Map<number, (typeof KEYS)[number]>(
  KEYS.flatMap((key) => (key === 'none' ? [] : [[EVIDENCE[key], key] as const])),
);

export function settlementShares(book: Book, day: Day): SettlementShares[] {
  const { ledger } = book;
  const settlements = book.settlements(day);
  const items = book.at(day);
  const nothing = () => ({ n: 0, sum: 0 });
  const counted = ledger.currencies.map(() => ({
    letter: nothing(),
    opening: nothing(),
    reference: nothing(),
    columns: nothing(),
    amount: nothing(),
    balance: nothing(),
    tolerance: nothing(),
    none: nothing(),
  }));
  for (let s = 0; s < settlements.count; s++) {
    const debit = settlements.debit[s] as number;
    const row = debit < 0 ? (settlements.credit[s] as number) : debit;
    const key = present(keyOfBit.get(settlements.evidence[s] as number), 'evidence');
    const cell = counted[ledger.currency[row] as number]?.[key];
    assert(cell !== undefined, 'a settlement of a currency the ledger does not have');
    cell.n++;
    cell.sum += settlements.amount[s] as number;
  }
  for (let row = 0; row < ledger.count; row++) {
    const open = items.open[row] as number;
    const cell = counted[ledger.currency[row] as number]?.none;
    if (open >= 0 || cell === undefined) continue;
    cell.n++;
    cell.sum -= open;
  }
  return ledger.currencies
    .map((_, i) => i)
    .sort((a, b) => (currencyAt(ledger, a) < currencyAt(ledger, b) ? -1 : 1))
    .flatMap((i) => {
      const cells = counted[i] as (typeof counted)[number];
      const all = KEYS.reduce((sum, key) => sum + cells[key].sum, 0);
      return KEYS.filter((key) => cells[key].n > 0).map((key) => ({
        currency: currencyAt(ledger, i),
        evidence: key,
        settlements: cells[key].n,
        amount: minor(cells[key].sum),
        share: cells[key].sum / all,
      }));
    });
}
