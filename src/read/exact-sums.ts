// Can all that a ledger adds up be added up exactly? What its postings are, and what its column of paid amounts takes off them: a row may be paid
// beyond its amount, as far as the cell says.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { LARGEST_SUM } from '../core/money.ts';
import { type Ledger, NO_AMOUNT } from '../ledger/ledger.ts';

/** False when a sum leaves the range in which sums are exact: no figure may be given. Tells it by currency. */
export function sumsAreExact(ledger: Ledger, diagnostics: Diagnostics): boolean {
  const tooLarge: Currency[] = ledger.currencies.filter((_, index) => ledger.sums.overflows(index));
  if (ledger.baseSums.overflows(0)) tooLarge.push(ledger.bookCurrency);
  for (const currency of tooLarge) tell(`the amounts in ${currency} add up to more than can be summed exactly`);
  const paidTooLarge = paidBeyondExactSums(ledger).filter((currency) => !tooLarge.includes(currency));
  for (const currency of paidTooLarge) tell(`what is paid in ${currency} adds up to more than can be summed exactly`);
  return tooLarge.length + paidTooLarge.length === 0;

  function tell(what: string): void {
    diagnostics.add({
      code: 'sum-too-large',
      what,
      why: `sums are exact up to ${LARGEST_SUM} of the smallest unit of a currency`,
      fix: 'check for an amount that is out of scale, or age the ledger in parts',
    });
  }
}

/** The currencies in which postings, or what was paid of them where that is more, pass the bound; the books' own for what it is worth in them. */
function paidBeyondExactSums(ledger: Ledger): readonly Currency[] {
  const { amount, columns, currencies, bookCurrency } = ledger;
  const { paid_amount, open_amount, base } = columns;
  if (paid_amount === undefined) return [];
  const sums = new Float64Array(currencies.length);
  let worth = 0;
  const addBeyond = (row: number, whole: number, booked: number, paid: number): void => {
    const [of, at] = [Math.abs(whole), ledger.currency[row] as number];
    if (paid <= of) return;
    sums[at] = (sums[at] as number) + paid - of;
    // Valued as the row was booked (settle/desk.ts), and rounded: one unit more is enough.
    if (of > 0) worth += (Math.abs(booked) * (paid - of)) / of + 1;
    else if (currencies[at] === bookCurrency) worth += paid;
  };
  for (let row = 0; row < ledger.count; row++) {
    const [whole, booked, at] = [amount[row] as number, base?.[row] ?? 0, ledger.currency[row] as number];
    sums[at] = (sums[at] as number) + Math.abs(whole);
    worth += Math.abs(booked);
    // An open amount goes before a paid one, and is within the amount.
    if (open_amount === undefined || open_amount[row] === NO_AMOUNT) addBeyond(row, whole, booked, paid_amount[row] as number);
  }
  // What was read of a document in instalments stands beside its rows, which say nothing of it themselves.
  for (const { rows, whole } of ledger.shared) {
    if (whole.open === NO_AMOUNT) addBeyond(rows[0] as number, whole.amount, whole.base, whole.paid);
  }
  const found = currencies.filter((_, at) => (sums[at] as number) > LARGEST_SUM);
  return base !== undefined && worth > LARGEST_SUM && !found.includes(bookCurrency) ? [...found, bookCurrency] : found;
}
