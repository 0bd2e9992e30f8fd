// How far has each item been reminded (--history)? The highest level of it that was written and not cancelled, and the last day; of a customer the last of any.
import type { Currency } from '../core/currency.ts';
import { type Day, isoDay } from '../core/day.ts';
import { numberOf } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Reminded } from '../measures/dunning/notice.ts';
import { LEVELS, type LevelKey } from '../policy/dunning.ts';
import type { HistoryField } from '../read/tables/history.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { placeIn } from './place-in-table.ts';

type Known = {
  readonly remindedOf: (row: number) => Reminded | undefined;
  readonly lastOf: (customer: number, currency: Currency) => Reminded | undefined;
};

/** Undefined when the history is of days to come: the diagnostics say so. A run is never earlier than one before it. */
export function remindedIn(input: Input): Known | undefined {
  const table = input.tables.get('history') as SideTable<HistoryField> | undefined;
  if (table === undefined) return { remindedOf: () => undefined, lastOf: () => undefined };
  const { ledger } = input.book;
  const idOf = idsOfLedger(input);
  const items = new Map<string, Reminded>();
  const customers = new Map<string, Reminded>();
  let sound = true;
  for (let at = 0; at < table.count; at++) {
    if (table.choice('state', at) === 'cancelled') continue;
    const day = table.day('day', at) as Day;
    const reminded: Reminded = { level: table.choice('level', at) as LevelKey, day };
    if (day > input.asOf) {
      sound = false;
      input.diagnostics.add({
        code: 'history-later',
        ...placeIn(table, 'day', at),
        what: `day: a notice of a day after ${isoDay(input.asOf)}, the day of this run`,
        why: 'a run that is earlier than one before it would send again what was sent',
        fix: 'run it as of that day or later, or cancel the notice in the history',
      });
      continue;
    }
    const customer = idOf(table.text('customer', at));
    const due = table.day('due', at);
    keep(items, `${customer}\0${table.text('document', at)}\0${due ?? ''}`, reminded);
    const currency = table.text('currency', at) === '' ? '' : table.currency(at);
    keep(customers, `${customer}\0${currency}`, reminded);
  }
  if (!sound) return undefined;
  return {
    remindedOf: (row) => {
      const key = `${ledger.customers.id(ledger.customer[row] as number)}\0${numberOf(ledger, row)}\0`;
      return items.get(`${key}${ledger.due[row]}`) ?? items.get(key);
    },
    lastOf: (customer, currency) => {
      const id = ledger.customers.id(customer);
      const [own, any] = [customers.get(`${id}\0${currency}`), customers.get(`${id}\0`)];
      return own === undefined || (any !== undefined && any.day > own.day) ? any : own;
    },
  };
}

/** The highest level and the last day. */
function keep(known: Map<string, Reminded>, key: string, { level, day }: Reminded): void {
  const before = known.get(key);
  if (before === undefined) known.set(key, { level, day });
  else {
    const isHigher = LEVELS.indexOf(level) > LEVELS.indexOf(before.level);
    known.set(key, { level: isHigher ? level : before.level, day: Math.max(day, before.day) as Day });
  }
}
