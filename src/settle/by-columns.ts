// Step 4 of settlement: what the row itself says was settled of it — its open amount, its paid amount, its settled day.
// References come first; the columns settle only what they say beyond that, so that a payment told both ways counts once.
//
// An open or a paid amount is a snapshot: true on the day the file was written, and mute about when the money came.
import { type Day, NO_DAY } from '../core/day.ts';
import { column, NO_AMOUNT } from '../ledger/ledger.ts';
import type { Desk } from './desk.ts';

/** `written`: the largest posting day of the ledger; the file cannot have been written before it. */
export function settleByColumns(desk: Desk, written: Day): void {
  const { ledger, facts } = desk;
  const openColumn = column(ledger, 'open_amount');
  const paidColumn = column(ledger, 'paid_amount');
  const settledColumn = column(ledger, 'settled_on');
  if (openColumn === undefined && paidColumn === undefined && settledColumn === undefined) return;
  for (let row = 0; row < ledger.count; row++) {
    if (!desk.exists(row)) continue;
    const settledOn = settledColumn === undefined ? NO_DAY : (settledColumn[row] as number);
    if (settledOn !== NO_DAY && settledOn > desk.day) continue;
    const amount = Math.abs(ledger.amount[row] as number);
    const open = openColumn === undefined ? NO_AMOUNT : (openColumn[row] as number);
    const paid = paidColumn === undefined ? NO_AMOUNT : (paidColumn[row] as number);
    const told = open !== NO_AMOUNT ? amount - open : paid !== NO_AMOUNT ? paid : settledOn !== NO_DAY ? amount : 0;
    const already = amount - Math.abs(desk.open[row] as number);
    if (open !== NO_AMOUNT && ((paid !== NO_AMOUNT && paid !== told) || already > told)) note(facts.disagree, row);
    const more = told - already;
    if (more <= 0) continue;
    if (told > amount) note(facts.overpaid, row);
    if (settledOn === NO_DAY && desk.day < written) note(facts.undated, row);
    facts.byColumns++;
    // A settlement is not older than its posting, whatever the column says.
    desk.settleByColumns(row, more, Math.max(settledOn, ledger.day[row] as number) as Day);
  }
}

function note(fact: { count: number; row: number }, row: number): void {
  if (fact.count++ === 0) fact.row = row;
}
