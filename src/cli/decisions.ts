// What was decided of each claim (--decisions)? The last decision by its day holds, of the claim before that of the whole customer; one that is of nothing the ledger knows is refused.
import { type Day, isoDay, NO_DAY } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { gather } from '../core/gather.ts';
import { didYouMean } from '../core/nearest.ts';
import { counted, listed } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Decision } from '../measures/provision/write-down.ts';
import type { DecisionField } from '../read/tables/decisions.ts';
import { claimNumbers } from './claim-numbers.ts';
import type { Input } from './command.ts';
import { tellSettled } from './decisions-settled.ts';
import { idsOfLedger } from './exposure-of.ts';
import { placeIn } from './place-in-table.ts';

type Table = SideTable<DecisionField>;
/** A decision and the row of the table it stands in. */
type Written = Decision & { readonly at: number };

/** As many as are printed: to look for the nearest of thousands of ids takes its time. */
const TOLD = 20;

/** By row of the ledger. Undefined when a decision cannot be used: the diagnostics say so. `until`: the last day of decisions that are in force. */
export function decisionsOf(
  input: Input,
  until: Day,
  asked: ReadonlySet<number> | undefined,
): ((row: number) => Decision | undefined) | undefined {
  const table = input.tables.get('decisions') as Table | undefined;
  if (table === undefined) return () => undefined;
  const { ledger } = input.book;
  const places = placesOf(input, table);
  if (places === undefined) return undefined;
  const scopes = new Map<string, Written[]>();
  const inForce: { customer: number; document: string; at: number }[] = [];
  const later: number[] = [];
  for (let at = 0; at < table.count; at++) {
    const [place, decision] = [places[at], decisionIn(table, at)];
    if (place === undefined || decision === undefined) continue;
    if (decision.day > until) later.push(at);
    else {
      for (const customer of place.customers) {
        gather(scopes, scopeOf(customer, place.document), decision);
        if (decision.rate.numerator > 0n && asked?.has(customer) !== false)
          inForce.push({ customer, document: place.document, at });
      }
    }
  }
  if (contradict(scopes, table, input.diagnostics)) return undefined;
  tellLater(later, until, table, input.diagnostics);
  tellUnsigned(table, input.diagnostics);
  tellSettled(inForce, table, input);
  const last = new Map([...scopes].map(([scope, all]) => [scope, lastOf(all)] as const));
  return (row) => {
    const customer = ledger.customer[row] as number;
    const whole = last.get(scopeOf(customer, ''));
    const named = claimNumbers(ledger, row).flatMap((number) => last.get(scopeOf(customer, number)) ?? []);
    const own = named.length === 0 ? undefined : lastOf(named);
    if (own === undefined || whole === undefined) return own ?? whole;
    return whole.day > own.day ? whole : own;
  };
}

/** '' for a decision of all that a customer owes. */
function scopeOf(customer: number, document: string): string {
  return `${customer}\0${document}`;
}

function lastOf(all: readonly Written[]): Written {
  return all.reduce((last, one) => (one.day >= last.day ? one : last));
}

/** Undefined where the rate is empty: proposed, and not decided. */
function decisionIn(table: Table, at: number): Written | undefined {
  const rate = table.ratio('rate', at);
  if (rate === undefined) return undefined;
  return {
    rate: { numerator: BigInt(rate.numerator), denominator: BigInt(rate.denominator) },
    reason: table.text('reason', at),
    decidedBy: table.text('decided_by', at),
    day: table.day('day', at) ?? NO_DAY,
    at,
  };
}

type Place = { readonly customers: readonly number[]; readonly document: string };

/** Of each row, which customers and which document it is of; undefined when one is of none, and all such are told. */
function placesOf(input: Input, table: Table): Place[] | undefined {
  const { ledger } = input.book;
  const idOf = idsOfLedger(input);
  const numbers = numbersIn(input);
  let sound = true;
  let misspelt = 0;
  // What --where leaves out is in no ledger here: its decisions are no slips of the pen.
  const isPart = input.chosen.leftOut > 0;
  const leftOut: number[] = [];
  const refuse = (field: DecisionField, at: number, what: string, fix: string): void => {
    sound = false;
    input.diagnostics.add({ code: 'decision-unmatched', ...placeIn(table, field, at), what, fix });
  };
  const left = (at: number): Place => {
    leftOut.push(at);
    return { customers: [], document: '' };
  };
  const places = Array.from({ length: table.count }, (_, at): Place => {
    const [written, document] = [table.text('customer', at), table.text('document', at)];
    const customers = ledger.customers.find(idOf(written));
    if (customers.length === 0) {
      const isElsewhere = input.register?.rowOf(written) !== undefined || table.ratio('rate', at) === undefined;
      if (isElsewhere) return { customers, document };
      if (isPart) return left(at);
      const near = ++misspelt > TOLD ? '' : didYouMean(written, ledger.customers.ids);
      const fix = near || 'spell the customer as the ledger does';
      refuse('customer', at, `customer: the ledger has no customer ${shortened(written)}`, fix);
    } else if (document !== '' && !customers.some((number) => numbers.get(number)?.has(document) === true)) {
      if (isPart) return left(at);
      const theirs = customers.flatMap((number) => [...(numbers.get(number) ?? [])]);
      const fix =
        didYouMean(document, theirs) || 'spell the document as the ledger does, or leave it empty for all that the customer owes';
      refuse('document', at, `document: the customer ${shortened(written)} has no document ${shortened(document)}`, fix);
    }
    return { customers, document };
  });
  tellLeftOut(leftOut, table, input.diagnostics);
  return sound ? places : undefined;
}

function tellLeftOut(leftOut: readonly number[], table: Table, diagnostics: Diagnostics): void {
  const [first] = leftOut;
  if (first === undefined) return;
  diagnostics.add({
    code: 'decision-left-out',
    ...placeIn(table, table.text('document', first) === '' ? 'customer' : 'document', first),
    what: `${counted(leftOut.length, 'decision is', 'decisions are')} of no row that is asked for: ${listed(leftOut, (at) => `${table.text('customer', at)} ${table.text('document', at)}`.trim())}`,
    why: 'what --where leaves out is not looked at, and neither is a number that is spelt otherwise',
    fix: 'leave --where out to have all decisions checked against the ledger',
  });
}

/** By customer, the numbers of his debits. */
function numbersIn({ book: { ledger } }: Input): ReadonlyMap<number, ReadonlySet<string>> {
  const numbers = new Map<number, Set<string>>();
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.amount[row] as number) <= 0) continue;
    const customer = ledger.customer[row] as number;
    const theirs = numbers.get(customer) ?? new Set();
    numbers.set(customer, theirs);
    for (const number of claimNumbers(ledger, row)) theirs.add(number);
  }
  return numbers;
}

/** Two decisions of one day on one claim, at two rates. */
function contradict(scopes: ReadonlyMap<string, readonly Written[]>, table: Table, diagnostics: Diagnostics): boolean {
  let found = false;
  for (const all of scopes.values()) {
    const last = lastOf(all);
    const other = all.find(({ day, rate }) => day === last.day && !isSame(rate, last.rate));
    if (other === undefined) continue;
    found = true;
    diagnostics.add({
      code: 'decision-twice',
      ...placeIn(table, 'rate', last.at),
      what: `rate: line ${table.line(other.at)} decides another rate of the same claim on the same day, ${table.text('rate', other.at)}`,
      why: 'which of the two holds cannot be told',
      fix: 'leave one of them, or give the later one its day',
    });
  }
  return found;
}

function isSame(a: Decision['rate'], b: Decision['rate']): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}

function tellLater(later: readonly number[], until: Day, table: Table, diagnostics: Diagnostics): void {
  const [first] = later;
  if (first === undefined) return;
  diagnostics.add({
    code: 'decision-later',
    ...placeIn(table, 'day', first),
    what: `${counted(later.length, 'decision is', 'decisions are')} of a day after ${isoDay(until)}, and not in force: ${listed(later, (at) => `${table.text('customer', at)} ${table.text('document', at)}`.trim())}`,
    fix: 'if they were taken for this closing: --decided-until DAY, the day on which the accounts are drawn up',
  });
}

function tellUnsigned(table: Table, diagnostics: Diagnostics): void {
  const unsigned = Array.from({ length: table.count }, (_, at) => at).filter(
    (at) =>
      table.ratio('rate', at) !== undefined &&
      (table.text('decided_by', at) === '' || table.text('reason', at) === '' || table.day('day', at) === undefined),
  );
  const [first] = unsigned;
  if (first === undefined) return;
  diagnostics.add({
    code: 'decision-unsigned',
    ...placeIn(table, 'customer', first),
    what: `${counted(unsigned.length, 'decision lacks', 'decisions lack')} who took it, why or when: ${listed(unsigned, (at) => table.text('customer', at))}`,
    why: 'a write-down without a reason is not deducted, and an auditor asks who decided it',
    fix: 'fill reason, decided_by and day',
  });
}
