// How much was written down before? As --prior says it, else as the ledger's own account 491 does, by customer and currency; customers the ledger does not hold are released, and told; of what --where leaves out nothing moves.
import type { Currency } from '../core/currency.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { counted, listed } from '../core/plural.ts';
import { currencyAt } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Existing } from '../measures/provision/existing.ts';
import type { Method } from '../measures/provision/write-down.ts';
import type { AllowanceField } from '../read/tables/allowances.ts';
import type { BookedAllowances } from './allowances-booked.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { placeIn } from './place-in-table.ts';
import { amountsOf } from './table-currency.ts';

type Table = SideTable<AllowanceField>;
type Said = {
  readonly id: string;
  readonly currency: Currency;
  readonly amount: number;
  readonly method: Method | undefined;
  readonly row: number;
};
type Prior = { id: string; currency: Currency; specific: number; matrix: number; unsaid: number };

/** Undefined where one is in a currency that the report is not in (--in): each is told. `booked`: what the ledger's own account holds, which counts where there is no table. */
export function priorIn(input: Input, inBase: boolean, booked: BookedAllowances | undefined): Existing | undefined {
  const table = input.tables.get('prior') as Table | undefined;
  const { ledger } = input.book;
  const said = table === undefined ? ofBooks(booked) : ofTable(input, table);
  const isAsked = askedIn(input, inBase);
  const prior = new Map<string, Prior>();
  const strangers = new Map<string, number>();
  const leftOut = new Map<string, number>();
  let sound = true;
  for (const { id, currency, amount, method, row } of said) {
    if (amount === 0) continue;
    if (table !== undefined && inBase && currency !== ledger.bookCurrency) {
      sound = false;
      input.diagnostics.add(inAnother(table, row, ledger.bookCurrency));
    } else if (!isAsked(id, currency)) leftOut.set(`${id} ${currency}`, row);
    else {
      const of = prior.get(`${id}\0${currency}`) ?? { id, currency, specific: 0, matrix: 0, unsaid: 0 };
      of[method ?? 'unsaid'] += amount;
      prior.set(`${id}\0${currency}`, of);
      if (ledger.customers.find(id).length === 0) strangers.set(id, row);
    }
  }
  tellStrangers(strangers, table, input);
  tellLeftOut(leftOut, table, input);
  return sound ? prior : undefined;
}

function ofTable(input: Input, table: Table): Said[] {
  const amounts = amountsOf(table, 'currency', input);
  const idOf = idsOfLedger(input);
  return Array.from({ length: table.count }, (_, row) => ({
    ...{ id: idOf(table.text('customer', row)), currency: amounts.of(row), amount: amounts.amount('allowance', row) ?? 0, row },
    method: table.choice('method', row) as Method | undefined,
  }));
}

function ofBooks(booked: BookedAllowances | undefined): Said[] {
  return (booked?.byCustomer ?? []).map((one) => ({ ...one, method: undefined, row: 0 }));
}

/** Where rows were left out (--where), who has none may still owe all of it: only of whom there is one is anything known. */
function askedIn({ book: { ledger }, chosen }: Input, inBase: boolean): (id: string, currency: Currency) => boolean {
  if (chosen.leftOut === 0) return () => true;
  const known = new Set<string>();
  for (let row = 0; row < ledger.count; row++) {
    const currency = inBase ? ledger.bookCurrency : currencyAt(ledger, ledger.currency[row] as number);
    known.add(`${ledger.customers.id(ledger.customer[row] as number)}\0${currency}`);
  }
  return (id, currency) => known.has(`${id}\0${currency}`);
}

function inAnother(table: Table, row: number, books: Currency): Diagnostic {
  return {
    code: 'cell-unreadable',
    ...placeIn(table, 'currency', row),
    what: `currency: the report is in ${books} (--in), and what this allowance is worth in it is said nowhere`,
    fix: `write the allowance as it is booked, in ${books}; or leave --in out, and each currency stands apart`,
  };
}

function placeOf(table: Table | undefined, row: number): Pick<Diagnostic, 'file' | 'line'> {
  return table === undefined ? {} : { file: table.file, line: table.line(row) };
}

/** Nothing of them is released: what their customers owe is not looked at. */
function tellLeftOut(leftOut: ReadonlyMap<string, number>, table: Table | undefined, { diagnostics }: Input): void {
  const [first] = leftOut;
  if (first === undefined) return;
  diagnostics.add({
    code: 'prior-unmatched',
    ...placeOf(table, first[1]),
    what: `${counted(leftOut.size, 'allowance is', 'allowances are')} of a customer and currency of which no row is asked for: ${listed([...leftOut.keys()], (one) => one)}`,
    why: 'what was left out may be owed, so nothing of it is released',
    fix: 'for the movement of all: leave --where out',
  });
}

/** A customer who is spelt otherwise is released here and written down anew there. */
function tellStrangers(strangers: ReadonlyMap<string, number>, table: Table | undefined, { diagnostics }: Input): void {
  const [first] = strangers;
  if (first === undefined) return;
  diagnostics.add({
    code: 'prior-unmatched',
    ...placeOf(table, first[1]),
    what: `${counted(strangers.size, 'customer')} with an allowance ${strangers.size === 1 ? 'stands' : 'stand'} in no row of the ledger: ${listed([...strangers.keys()], (id) => id)}`,
    why: 'the allowance is released whole',
    fix: 'check how the ids are spelt, if they still owe something',
  });
}
