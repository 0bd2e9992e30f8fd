// How far has each item been reminded (--history, --import)? The highest level of it that was written and not cancelled, and the last day; of a customer the last of any.
import type { Currency } from '../core/currency.ts';
import { type Day, isoDay } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { type Ledger, numberOf } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Reminded } from '../measures/dunning/notice.ts';
import { LEVELS, type LevelKey } from '../policy/dunning.ts';
import type { HistoryField } from '../read/tables/history.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { isSpeltAsTheLedger } from './history-spelling.ts';
import { placeIn } from './place-in-table.ts';

type Known = {
  readonly remindedOf: (row: number) => Reminded | undefined;
  readonly lastOf: (customer: number, currency: Currency) => Reminded | undefined;
};

/** Undefined when the history is of days to come: the diagnostics say so. A run is never earlier than one before it. `asked`: of whom the plan is. */
export function remindedIn(input: Input, asked: ReadonlySet<number> | undefined): Known | undefined {
  const items = new Map<string, Reminded>();
  const documents = new Map<string, Reminded>();
  const customers = new Map<string, Reminded>();
  const wholes = new Map<string, Reminded[]>();
  const idOf = idsOfLedger(input);
  const isOurs = ofFirms(input.book.ledger, asked);
  const rows: { at: number; customer: string; document: string }[] = [];
  let sound = true;
  for (const option of ['history', 'import']) {
    const table = input.tables.get(option) as SideTable<HistoryField> | undefined;
    for (let at = 0; table !== undefined && at < table.count; at++) {
      if (option === 'history' && (table.choice('state', at) === 'cancelled' || !isOurs(table.text('entity', at)))) continue;
      const day = table.day('day', at) as Day;
      if (day > input.asOf) {
        sound = false;
        tellLater(table, at, input);
        continue;
      }
      const reminded: Reminded = { level: table.choice('level', at) as LevelKey, day };
      const customer = idOf(table.text('customer', at));
      const document = table.text('document', at);
      if (option === 'history') rows.push({ at, customer, document });
      const due = option === 'import' ? undefined : table.day('due', at);
      if (document === '' && due === undefined) gather(wholes, customer, reminded);
      else {
        keep(items, `${customer}\0${document}\0${due ?? ''}`, reminded);
        keep(documents, `${customer}\0${document}`, reminded);
      }
      const currency = option === 'import' || table.text('currency', at) === '' ? '' : table.currency(at);
      keepLast(customers, `${customer}\0${currency}`, reminded);
    }
  }
  const history = input.tables.get('history') as SideTable<HistoryField> | undefined;
  if (history !== undefined && !isSpeltAsTheLedger(history, rows, input)) sound = false;
  return sound ? knownBy(input, { items, documents, customers, wholes }) : undefined;
}

/** Customers of another firm may be called alike. A row that names no firm counts for each, and so does every row where the ledger names none: nothing is sent twice. */
function ofFirms({ customers }: Ledger, asked: ReadonlySet<number> | undefined): (entity: string) => boolean {
  const firms = new Set(asked === undefined ? customers.entities : Array.from(asked, (number) => customers.entity(number)));
  return (entity) => entity === '' || firms.has('') || firms.has(entity);
}

type Kept = {
  /** By customer, document and due day; and by customer and document alone. */
  readonly items: ReadonlyMap<string, Reminded>;
  readonly documents: ReadonlyMap<string, Reminded>;
  readonly customers: ReadonlyMap<string, Reminded>;
  readonly wholes: ReadonlyMap<string, readonly Reminded[]>;
};

function knownBy({ book: { ledger } }: Input, { items, documents, customers, wholes }: Kept): Known {
  const isInParts = partedAmong(ledger, documents);
  return {
    remindedOf: (row) => {
      const id = ledger.customers.id(ledger.customer[row] as number);
      const document = `${id}\0${numberOf(ledger, row)}`;
      const exact = items.get(`${document}\0${ledger.due[row]}`) ?? items.get(`${document}\0`);
      // Its due day may be another one since: terms were agreed anew, or are read from elsewhere. Of a document in parts the day tells which.
      const own = exact ?? (isInParts(document) ? undefined : documents.get(document));
      // What is of a customer and of no document was of all that was due by then.
      const whole = (wholes.get(id) ?? []).filter(({ day }) => day >= (ledger.due[row] as number));
      if (whole.length === 0) return own;
      const all = new Map<string, Reminded>();
      for (const one of own === undefined ? whole : [own, ...whole]) keep(all, '', one);
      return all.get('');
    },
    lastOf: (customer, currency) => {
      const id = ledger.customers.id(customer);
      const [own, any] = [customers.get(`${id}\0${currency}`), customers.get(`${id}\0`)];
      return own === undefined || (any !== undefined && any.day > own.day) ? any : own;
    },
  };
}

/** True for a document that several debits are of, each due on its own day, and for what has no number. */
function partedAmong(ledger: Ledger, documents: ReadonlyMap<string, unknown>): (document: string) => boolean {
  const rows = new Map<string, number>();
  for (let row = 0; documents.size > 0 && row < ledger.count; row++) {
    if ((ledger.amount[row] as number) <= 0) continue;
    const document = `${ledger.customers.id(ledger.customer[row] as number)}\0${numberOf(ledger, row)}`;
    if (documents.has(document)) rows.set(document, (rows.get(document) ?? 0) + 1);
  }
  return (document) => document.endsWith('\0') || (rows.get(document) ?? 0) > 1;
}

function tellLater(table: SideTable<HistoryField>, at: number, { asOf, diagnostics }: Input): void {
  diagnostics.add({
    code: 'history-later',
    ...placeIn(table, 'day', at),
    what: `day: a notice of a day after ${isoDay(asOf)}, the day of this run`,
    why: 'a run that is earlier than one before it would send again what was sent',
    fix: 'run it as of that day or later, or cancel the notice in the history',
  });
}

/** The last notice; of several on its day the highest. */
function keepLast(known: Map<string, Reminded>, key: string, reminded: Reminded): void {
  const before = known.get(key);
  if (before === undefined || reminded.day > before.day) known.set(key, reminded);
  else if (reminded.day === before.day) keep(known, key, reminded);
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
