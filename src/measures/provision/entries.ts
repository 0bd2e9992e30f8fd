// Which entries does a closing book? Each doubtful claim to its account, what is lost for good, what allowances move by, and what came of old losses (rules §4.2, examples 1 to 5 and 8).
import { assert } from '../../core/assert.ts';
import { type Day, NO_DAY } from '../../core/day.ts';
import { mulDiv } from '../../core/rounding.ts';
import { documentDays, numberOf } from '../../ledger/ledger.ts';
import type { WriteDownRole } from '../../policy/write-down-accounts.ts';
import type { EntryLine, JournalEntry } from '../journal.ts';
import { type Books, doubtfulFor, lineOn, nameIn, soundFor, standsOn } from './books.ts';
import { entryLabel } from './entry-labels.ts';
import { isAtRisk, soundCustomers } from './sound-again.ts';
import type { Recovery, WriteDown, WriteOff, WrittenDown } from './write-down.ts';

/** In this order: claims move before they are lost or written down. */
export function closingEntries(
  books: Books,
  { writeDowns, writeOffs, recoveries }: Closing,
  /** The chart of another fiscal year, for money that came in before this one began. */
  recoveryAccount: (day: Day, from: Recovery['from']) => string,
): JournalEntry[] {
  const sound = soundCustomers(books, writeDowns);
  const lost = new Set(writeOffs.map(({ customer }) => customer));
  return [
    ...writeDowns.flatMap((one) => transfers(books, one, sound)),
    ...writeOffs.map((one) => lossEntry(books, one)),
    ...writeDowns.flatMap((one) => movementEntry(books, one, lost)),
    ...recoveries.map((one) => recoveryEntry(books, one, recoveryAccount)),
  ];
}

type Closing = {
  readonly writeDowns: readonly WriteDown[];
  readonly writeOffs: readonly WriteOff[];
  readonly recoveries: readonly Recovery[];
};

type Who = { readonly auxiliary: string; readonly name: string };

const whoIs = (id: string, name: string): Who => ({ auxiliary: id, name: name || id });

/** 416 takes the whole of a claim, with tax, and gives it back once nothing of the customer is doubtful; matrices make no claim doubtful. */
function transfers(books: Books, { customer, id, name, currency, items }: WriteDown, sound: ReadonlySet<number>): JournalEntry[] {
  const who = whoIs(id, name);
  return items.flatMap((one): JournalEntry[] => {
    const { row, open } = one;
    // Only a decision says that a risk is gone.
    const isSoundAgain = sound.has(customer) && one.decision !== undefined;
    const [from, to] = [
      standsOn(books, row),
      isAtRisk(one) ? doubtfulFor(books, row) : isSoundAgain ? soundFor(books, row) : undefined,
    ];
    if (to === undefined || to === from) return [];
    const [role, of] = isSoundAgain ? (['receivable', 'doubtful'] as const) : (['doubtful', 'receivable'] as const);
    const lines: EntryLine[] = [
      { ...claimLine(books, row, who, open, role), account: to },
      claimLine(books, row, who, -open, of),
    ];
    const head = headOf(books, row, entryLabel(isSoundAgain ? 'sound' : 'doubtful', numberOf(books.ledger, row), who.name));
    return [{ ...head, currency, lines }];
  });
}

/** A line on the account a claim stands on, with the day it is due: whoever reads it back finds the age of the claim. */
function claimLine(books: Books, row: number, who: Who, amount: number, role: WriteDownRole): EntryLine {
  const due = books.ledger.due[row] as Day;
  const own = books.ownOpen(row);
  return {
    ...who,
    ...nameIn(books, role),
    account: standsOn(books, row),
    amount,
    ...(due === NO_DAY ? {} : { due }),
    ...(own === undefined ? {} : { original: { amount: partOf(own, Math.abs(amount)), currency: own.currency } }),
  };
}

/** What a part of a claim's worth is in its own currency. */
function partOf({ amount, worth }: NonNullable<ReturnType<Books['ownOpen']>>, part: number): number {
  return part === worth ? amount : mulDiv(amount, part, worth, 'half-up');
}

function headOf(books: Books, row: number, label: JournalEntry['label']): Omit<JournalEntry, 'lines' | 'currency'> {
  const { ledger, journal, day } = books;
  const [dated, posted] = [documentDays(ledger)[row] as Day, ledger.day[row] as Day];
  return { journal, day, document: numberOf(ledger, row), documentDay: dated === NO_DAY ? posted : dated, label };
}

/** D loss, net; D tax, where it can be got back or was never owed; C the claim, whole. */
function lossEntry(books: Books, { row, customer, currency, amount, net, tax, ground }: WriteOff): JournalEntry {
  assert(net + tax === amount && amount > 0, 'a loss that is not its net and its tax');
  const { ledger } = books;
  const who = whoIs(ledger.customers.id(customer), ledger.customers.nameOf(customer));
  const role = ground === 'receipts' ? 'vat_on_receipts' : ground === 'pending' ? 'vat_pending' : 'vat';
  const lines = [
    lineOn(books, books.isOfYear(row) ? 'loss' : 'loss_previous', net),
    lineOn(books, role, tax),
    claimLine(books, row, who, -amount, 'receivable'),
  ];
  const head = headOf(books, row, entryLabel('loss', numberOf(ledger, row), who.name));
  return { ...head, currency, lines: lines.filter((line) => line.amount !== 0) };
}

/** One entry a customer, currency and method; its document is the claim, where it is of one only: what was lost had its part of the allowance, too. */
function movementEntry(
  books: Books,
  { customer, id, name, currency, required, existing, items }: WriteDown,
  lost: ReadonlySet<number>,
): JournalEntry[] {
  const movement = required - existing;
  if (movement === 0) return [];
  const who = whoIs(id, name);
  const result = movement > 0 ? 'charge' : 'release';
  // The allowance carries its customer too: the next closing reads from it what there is of each.
  const lines = [lineOn(books, result, movement), { ...lineOn(books, 'allowance', -movement), ...who }];
  const [item, ...others] = items;
  const row = others.length === 0 && !lost.has(customer) ? (item as WrittenDown | undefined)?.row : undefined;
  const label = (document: string) => entryLabel(result, document, who.name);
  const { journal, day, ledger } = books;
  const head =
    row === undefined
      ? { journal, day, document: '', documentDay: day, label: label('') }
      : headOf(books, row, label(numberOf(ledger, row)));
  return [{ ...head, currency, lines: movement > 0 ? lines : [...lines].reverse() }];
}

/** D bank; C income, net; C tax, which is due again on what was cashed. */
function recoveryEntry(
  books: Books,
  { name, id, document, currency, amount, net, tax, from, day }: Recovery,
  accountOf: (day: Day, from: Recovery['from']) => string,
): JournalEntry {
  assert(net + tax === amount && amount > 0, 'money that is not its net and its tax');
  const income = { ...lineOn(books, from === 'cash' ? 'recovery' : 'insurance', -net), account: accountOf(day, from) };
  const lines = [lineOn(books, 'bank', amount), income, lineOn(books, 'vat', -tax)].filter((line) => line.amount !== 0);
  const label = entryLabel(from, document, name || id);
  return { journal: books.journal, day, currency, document, documentDay: day, label, lines };
}
