// What was given up in the period, and what of it came in after all? Write-offs of the ledger, and payments that name a document which was written off before (rules §1.2).
import { gather } from '../../core/gather.ts';
import { holdsKind, kindCode } from '../../ledger/kind.ts';
import { column, type Ledger } from '../../ledger/ledger.ts';
import type { LateClaims } from '../late-claims.ts';
import { CASH } from '../payment-times.ts';
import type { Scope } from './scope.ts';
import { addNet, type NetSum, type WithoutTax } from './without-tax.ts';

const WRITE_OFF = kindCode('write_off');

type Amounts = NetSum & { gross: number };

/** By currency: amounts above 0, and how many postings they are of. */
export type WrittenOff = { readonly lost: Amounts & { count: number }; readonly recovered: Amounts & { count: number } };

/** What a write-off took down: a document that says its tax, and its part. */
type Taken = { readonly row: number; readonly amount: number; readonly day: number };

export function writtenOffIn(scope: Scope, claims: LateClaims, tax: WithoutTax): readonly WrittenOff[] {
  const { ledger } = scope;
  const none = (): WrittenOff['lost'] => ({ gross: 0, net: 0, untold: 0, count: 0 });
  const found = scope.each((): WrittenOff => ({ lost: none(), recovered: none() }));
  const taken = takenBy(scope, claims);
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.kind[row] !== WRITE_OFF || !scope.isInPeriod(row) || !scope.keeps(row)) continue;
    const { lost } = found[scope.slotOf(row)] as WrittenOff;
    const amount = 0 - scope.amountOf(row);
    lost.count++;
    lost.gross += amount;
    addLoss(lost, scope, row, taken.byCredit.get(row) ?? [], tax);
  }
  for (const { row, of, amount } of recoveriesIn(scope, taken.byDebit)) {
    const { recovered } = found[scope.slotOf(row)] as WrittenOff;
    const worth = scope.worthOf(row, amount);
    recovered.count++;
    recovered.gross += worth;
    addNet(recovered, worth, tax.ofDocument(of) ?? tax.ofCustomer(of));
  }
  return found;
}

/** By its own word, else by what it took down, part by part; the rest by the customer's rate. */
function addLoss(lost: Amounts, scope: Scope, row: number, taken: readonly Taken[], tax: WithoutTax): void {
  const whole = 0 - scope.amountOf(row);
  const own = tax.ofDocument(row);
  if (own !== undefined) {
    addNet(lost, whole, own);
    return;
  }
  let rest = whole;
  for (const { row: of, amount } of taken) {
    const worth = scope.worthOf(row, amount);
    rest -= worth;
    addNet(lost, worth, tax.ofDocument(of) ?? tax.ofCustomer(of));
  }
  if (rest !== 0) addNet(lost, rest, tax.ofCustomer(row));
}

/** What write-offs settled, up to the as-of day: by their own row, and by the document. */
function takenBy(scope: Scope, claims: LateClaims): { byCredit: Map<number, Taken[]>; byDebit: Map<number, Taken[]> } {
  const { ledger, period } = scope;
  const byCredit = new Map<number, Taken[]>();
  const byDebit = new Map<number, Taken[]>();
  if (!holdsKind(ledger, WRITE_OFF)) return { byCredit, byDebit };
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.amount[row] as number) <= 0 || (ledger.day[row] as number) > period.to || !scope.keeps(row)) continue;
    const take = (amount: number, credit: number, document: number): void => {
      if (credit < 0 || ledger.kind[credit] !== WRITE_OFF) return;
      const day = ledger.day[credit] as number;
      gather(byCredit, credit, { row: document, amount, day });
      gather(byDebit, document, { row: credit, amount, day });
    };
    if (claims.eachOf(row, (amount, credit) => take(amount, credit, row))) continue;
    for (const { list, invoices } of claims.of(row, 0)) {
      for (const { amount, credit } of list) take(amount, credit, invoices[0]?.debit ?? row);
    }
  }
  return { byCredit, byDebit };
}

type Recovery = { readonly row: number; readonly of: number; readonly amount: number };

/** Money of the period that nothing allocates and that names a document written off before it, up to what was written off. */
function* recoveriesIn(scope: Scope, written: ReadonlyMap<number, readonly Taken[]>): Iterable<Recovery> {
  if (written.size === 0) return;
  const { ledger, book, period } = scope;
  const reference = column(ledger, 'reference');
  if (reference === undefined) return;
  const { open } = book.at(period.to);
  const documents = documentsByNumber(ledger, written.keys());
  const used = new Map<number, number>();
  for (let row = 0; row < ledger.count; row++) {
    const left = 0 - (open[row] as number);
    if (left <= 0 || !CASH.has(ledger.kind[row] as number) || !scope.isInPeriod(row) || !scope.keeps(row)) continue;
    const named = reference.at(row);
    const of = named === '' ? undefined : documents.get(keyOf(ledger, row, named));
    if (of === undefined || of < 0) continue;
    const day = ledger.day[row] as number;
    const lost = (written.get(of) ?? []).reduce((sum, one) => sum + (one.day <= day ? one.amount : 0), 0);
    const amount = Math.min(left, lost - (used.get(of) ?? 0));
    if (amount <= 0) continue;
    used.set(of, (used.get(of) ?? 0) + amount);
    yield { row, of, amount };
  }
}

function keyOf(ledger: Ledger, row: number, number: string): string {
  return `${ledger.customer[row]}\0${ledger.currency[row]}\0${number}`;
}

/** A number that two documents of a customer carry is of neither: −1. */
function documentsByNumber(ledger: Ledger, rows: Iterable<number>): ReadonlyMap<string, number> {
  const document = column(ledger, 'document');
  const found = new Map<string, number>();
  for (const row of rows) {
    const number = document?.at(row) ?? '';
    if (number === '') continue;
    const key = keyOf(ledger, row, number);
    found.set(key, found.has(key) ? -1 : row);
  }
  return found;
}
