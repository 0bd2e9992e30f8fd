// How far has each item been reminded (--history, --import)? The highest level of it that was written and not cancelled, and the last day; of a customer the last of any.
import type { Currency } from '../core/currency.ts';
import { type Day, isoDay, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { documentsBehind } from '../ledger/came-back.ts';
import { type Ledger, numberOf } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Reminded, Sent } from '../measures/dunning/notice.ts';
import { type Channel, LEVELS, type LevelKey } from '../policy/dunning.ts';
import type { HistoryField } from '../read/tables/history.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { isSpeltAsTheLedger } from './history-spelling.ts';
import { placeIn } from './place-in-table.ts';

type Known = {
  readonly remindedOf: (row: number) => Reminded | undefined;
  /** All that was sent of the row, in the order of the history. */
  readonly noticesOf: (row: number) => readonly Sent[];
  readonly lastOf: (customer: number, currency: Currency) => Reminded | undefined;
};

/**
 * `asked`: of whom it is told. Undefined when the history is of days to come and `later` refuses them, as a run does that would send again what was sent: the diagnostics say so.
 * Where what was sent is only shown, what came after the day is told by `noticesOf` and counts for nothing else.
 */
export function remindedIn(input: Input, asked: ReadonlySet<number> | undefined, later: 'refused' | 'shown'): Known | undefined {
  const kept: Kept = { items: new Map(), documents: new Map(), customers: new Map(), wholes: new Map() };
  const idOf = idsOfLedger(input);
  const isOurs = ofFirms(input.book.ledger, asked);
  const rows: { at: number; customer: string; document: string }[] = [];
  let sound = true;
  for (const option of ['history', 'import']) {
    const table = input.tables.get(option) as SideTable<HistoryField> | undefined;
    for (let at = 0; table !== undefined && at < table.count; at++) {
      if (option === 'history' && (table.choice('state', at) === 'cancelled' || !isOurs(table.text('entity', at)))) continue;
      if (later === 'refused' && (table.day('day', at) as Day) > input.asOf) {
        sound = false;
        tellLater(table, at, input);
        continue;
      }
      const sent = sentIn(table, at, option);
      const customer = idOf(table.text('customer', at));
      const document = table.text('document', at);
      if (option === 'history') rows.push({ at, customer, document });
      const due = option === 'import' ? undefined : table.day('due', at);
      if (document === '' && due === undefined) gather(kept.wholes, customer, sent);
      else {
        gather(kept.items, `${customer}\0${document}\0${due ?? ''}`, sent);
        gather(kept.documents, `${customer}\0${document}`, sent);
      }
      const currency = option === 'import' || table.text('currency', at) === '' ? '' : sent.currency;
      gather(kept.customers, `${customer}\0${currency ?? ''}`, sent);
    }
  }
  const history = input.tables.get('history') as SideTable<HistoryField> | undefined;
  if (history !== undefined && !isSpeltAsTheLedger(history, rows, input)) sound = false;
  return sound ? knownBy(input, kept) : undefined;
}

function sentIn(table: SideTable<HistoryField>, at: number, option: string): Sent {
  const [level, day] = [table.choice('level', at) as LevelKey, table.day('day', at) as Day];
  if (option === 'import') return { level, day, channel: '', amount: undefined, currency: undefined, state: undefined };
  return {
    ...{ level, day, channel: table.text('channel', at) as Channel | '', amount: table.amount('amount', at) },
    currency: table.currency(at),
    state: table.choice('state', at) as Sent['state'],
  };
}

/** Customers of another firm may be called alike. A row that names no firm counts for each, and so does every row where the ledger names none: nothing is sent twice. */
function ofFirms({ customers }: Ledger, asked: ReadonlySet<number> | undefined): (entity: string) => boolean {
  const firms = new Set(asked === undefined ? customers.entities : Array.from(asked, (number) => customers.entity(number)));
  return (entity) => entity === '' || firms.has('') || firms.has(entity);
}

type Kept = {
  /** By customer, document and due day; and by customer and document alone. */
  readonly items: Map<string, Sent[]>;
  readonly documents: Map<string, Sent[]>;
  /** By customer and currency; and, of no document, by customer alone. */
  readonly customers: Map<string, Sent[]>;
  readonly wholes: Map<string, Sent[]>;
};

function knownBy({ book: { ledger }, asOf }: Input, { items, documents, customers, wholes }: Kept): Known {
  const isInParts = partedAmong(ledger, documents);
  const under = (document: string, due: number | undefined): readonly Sent[] =>
    items.get(`${document}\0${due}`) ??
    items.get(`${document}\0`) ??
    // Its due day may be another one since: terms were agreed anew, or are read from elsewhere. Of a document in parts the day tells which.
    (isInParts(document) ? undefined : documents.get(document)) ??
    [];
  const noticesOf = (row: number): readonly Sent[] => {
    const id = ledger.customers.id(ledger.customer[row] as number);
    const own = under(`${id}\0${numberOf(ledger, row)}`, ledger.due[row]);
    // What is of a customer and of no document was of all that was due by then.
    const whole = wholes.get(id)?.filter(({ day }) => day >= (ledger.due[row] as number)) ?? [];
    return whole.length === 0 ? own : [...own, ...whole];
  };
  const behind = documentsBehind(ledger);
  /** A debt that came back is the one that it was, and its reminders do not begin anew. */
  const before = (row: number): readonly Sent[] =>
    behind(row).flatMap((number) => under(`${ledger.customers.id(ledger.customer[row] as number)}\0${number}`, ledger.due[row]));
  return {
    noticesOf,
    remindedOf: (row) => summed([...noticesOf(row), ...before(row)], asOf),
    lastOf: (customer, currency) => {
      const id = ledger.customers.id(customer);
      const [own, any] = [currency, ''].map((of) => lastAmong(customers.get(`${id}\0${of}`) ?? [], asOf));
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

/** The highest level and the last day, of what was sent by the day; undefined for nothing. */
function summed(notices: readonly Sent[], asOf: Day): Reminded | undefined {
  let known: Reminded | undefined;
  for (const { level, day } of notices) {
    if (day > asOf) continue;
    if (known === undefined) known = { level, day };
    else {
      const isHigher = LEVELS.indexOf(level) > LEVELS.indexOf(known.level);
      known = { level: isHigher ? level : known.level, day: Math.max(day, known.day) as Day };
    }
  }
  return known;
}

/** The last notice by the day; of several on its day the highest. */
function lastAmong(notices: readonly Sent[], asOf: Day): Reminded | undefined {
  const last = notices.reduce<number>((day, one) => (one.day <= asOf ? Math.max(day, one.day) : day), NO_DAY);
  return summed(
    notices.filter(({ day }) => day === last),
    asOf,
  );
}
