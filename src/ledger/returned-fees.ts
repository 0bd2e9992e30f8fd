// What of the money that a bank took back is its fees? A payment that comes back is as much as was paid, or as its invoice: what is charged to the customer beyond that
// is a claim of its own, due by terms, and revives nothing (rules §5, 2).
import { gather } from '../core/gather.ts';
import type { LedgerBuilder } from './builder.ts';
import { appendCopy } from './instalment-rows.ts';
import { kindCode } from './kind.ts';

const [RETURNED, CHARGE, PAYMENT] = [kindCode('returned'), kindCode('charge'), kindCode('payment')];

/** The rows of one file. */
type Rows = { readonly first: number; readonly end: number };

/** What is known of one number of a customer: what came back of it on each day, and what was claimed and paid under it. */
type Story = { readonly days: Map<number, number[]>; claimed: number; readonly paid: number[] };

/** What a line calls fees, beside what came back on its day, is no second document of that number: nobody who names the number means them. */
export function unnumberFees(builder: LedgerBuilder, files: readonly Rows[]): void {
  const { own, optional } = builder;
  const { document } = optional;
  if (document === undefined || builder.asRead) return;
  const key = (row: number): string => `${own.customer[row]} ${own.currency[row]} ${own.day[row]} ${document.at(row)}`;
  const isDebit = (row: number, kind: number): boolean =>
    own.kind[row] === kind && (own.amount[row] as number) > 0 && !document.isEmpty(row);
  const back = new Set<string>();
  eachOf(files, (row) => {
    if (isDebit(row, RETURNED)) back.add(key(row));
  });
  if (back.size === 0) return;
  eachOf(files, (row) => {
    if (isDebit(row, CHARGE) && back.has(key(row))) document.put(row, '');
  });
}

/** Of what came back and names its document: lines that are fees become charges, and a line with its fees becomes two. */
export function tellFees(builder: LedgerBuilder, files: readonly Rows[]): void {
  const { own, optional } = builder;
  const { document, reference } = optional;
  if (document === undefined || reference === undefined || builder.asRead) return;
  const key = (row: number, number: string): string => `${own.customer[row]} ${own.currency[row]} ${number}`;
  const stories = new Map<string, Story>();
  eachOf(files, (row) => {
    if (own.kind[row] !== RETURNED || (own.amount[row] as number) <= 0 || reference.isEmpty(row)) return;
    const of = key(row, reference.at(row));
    const story = stories.get(of) ?? { days: new Map(), claimed: 0, paid: [] };
    stories.set(of, story);
    gather(story.days, own.day[row] as number, row);
  });
  if (stories.size === 0) return;
  eachOf(files, (row) => {
    const amount = own.amount[row] as number;
    if (amount > 0 && !document.isEmpty(row)) {
      const story = stories.get(key(row, document.at(row)));
      if (story !== undefined) story.claimed += amount;
    } else if (own.kind[row] === PAYMENT && amount < 0 && !reference.isEmpty(row))
      stories.get(key(row, reference.at(row)))?.paid.push(-amount);
  });
  for (const { days, claimed, paid } of stories.values())
    for (const rows of days.values()) tellOfDay(builder, rows, new Set([claimed, ...paid]));
}

function eachOf(files: readonly Rows[], take: (row: number) => void): void {
  for (const { first, end } of files) for (let row = first; row < end; row++) take(row);
}

/** `parts`: what may have come back. Two of them that fit leave a doubt, and nothing is told apart. */
function tellOfDay(builder: LedgerBuilder, rows: readonly number[], parts: ReadonlySet<number>): void {
  const { own } = builder;
  const whole = rows.find((row) => parts.has(own.amount[row] as number));
  if (whole !== undefined) {
    for (const row of rows)
      if (row !== whole && (own.amount[row] as number) < (own.amount[whole] as number)) own.kind[row] = CHARGE;
    return;
  }
  const [row, other] = rows;
  const amount = own.amount[row as number] as number;
  const fitting = [...parts].filter((part) => part < amount && amount < part * 2);
  const [part] = fitting;
  if (other === undefined && part !== undefined && fitting.length === 1) splitFees(builder, row as number, part);
}

/** The row keeps what came back; its fees are appended. The sums of what was read are not touched: both add up to the row. */
function splitFees(builder: LedgerBuilder, row: number, part: number): void {
  const fees = (builder.own.amount[row] as number) - part;
  const added = appendCopy(builder, row);
  const { own, optional } = builder;
  own.kind[added] = CHARGE;
  for (const [at, amount] of [
    [row, part],
    [added, fees],
  ] as const) {
    own.amount[at] = amount;
    if (optional.base !== undefined) optional.base[at] = amount;
  }
  own.due[added] = own.due[row] as number;
  optional.reference?.put(added, '');
}
