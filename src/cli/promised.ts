// Until when did customers promise to pay (--promises)? The last promise of a document, or of all that the customer owes, pauses; one that is over is broken where the item is still open.
import type { Day } from '../core/day.ts';
import { counted, listed } from '../core/plural.ts';
import { numberOf } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { PromiseField } from '../read/tables/promises.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';

type Promises = {
  readonly until: (row: number) => Day | undefined;
  /** Promises of a row whose day is over. */
  readonly broken: (row: number) => number;
};

export function promisesIn(input: Input): Promises {
  const table = input.tables.get('promises') as SideTable<PromiseField> | undefined;
  if (table === undefined) return { until: () => undefined, broken: () => 0 };
  const { ledger } = input.book;
  const idOf = idsOfLedger(input);
  const days = new Map<string, Day[]>();
  for (let at = 0; at < table.count; at++) {
    const key = `${idOf(table.text('customer', at))}\0${table.text('document', at)}`;
    days.set(key, [...(days.get(key) ?? []), table.day('day', at) as Day]);
  }
  tellUnmatched(days, table, input);
  const of = (row: number): readonly Day[] => {
    const id = ledger.customers.id(ledger.customer[row] as number);
    const number = numberOf(ledger, row);
    return [...(number === '' ? [] : (days.get(`${id}\0${number}`) ?? [])), ...(days.get(`${id}\0`) ?? [])];
  };
  return {
    until: (row) => (of(row).length === 0 ? undefined : (Math.max(...of(row)) as Day)),
    broken: (row) => of(row).filter((day) => day < input.asOf).length,
  };
}

/** A promise of a document that is spelt otherwise holds back nothing. */
function tellUnmatched(days: ReadonlyMap<string, unknown>, table: SideTable<PromiseField>, { book, diagnostics }: Input): void {
  const { ledger } = book;
  const known = new Set<string>();
  for (let row = 0; row < ledger.count; row++) {
    const id = ledger.customers.id(ledger.customer[row] as number);
    known.add(`${id}\0`);
    known.add(`${id}\0${numberOf(ledger, row)}`);
  }
  const unmatched = [...days.keys()].filter((key) => !known.has(key));
  if (unmatched.length === 0) return;
  diagnostics.add({
    code: 'promise-unmatched',
    file: table.file,
    what: `${counted(unmatched.length, 'promise is', 'promises are')} of nothing in this ledger: ${listed(unmatched, (key) => key.replace('\0', ' ').trim())}`,
    why: 'a reminder goes out where a promise is not found',
    fix: 'spell customer and document as the ledger does',
  });
}
