// Which notices of today are written? All that need no approval; with --plan the lines that somebody left in it, each of which must still hold and is refused by name where it does not.
import { fold } from '../core/fold.ts';
import { counted, listed } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { NoNotice, Notice } from '../measures/dunning/notice.ts';
import { type Channel, LEVEL_WORDS } from '../policy/dunning.ts';
import type { PlanField } from '../read/tables/plan.ts';
import { plainAmount } from '../text/amounts.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { placeIn } from './place-in-table.ts';

export type Planned = { readonly notice: Notice; readonly channel: Channel };
export type Chosen = { readonly planned: readonly Planned[]; readonly withheld: readonly Notice[]; readonly refused: number };

type Plan = SideTable<PlanField>;

/** `notices` in the order in which they are shown. */
export function chosenNotices(input: Input, notices: readonly Notice[]): Chosen {
  const plan = input.tables.get('plan') as Plan | undefined;
  const lines = plan === undefined ? undefined : linesOf(plan, input);
  const planned: Planned[] = [];
  const withheld: Notice[] = [];
  for (const notice of notices) {
    if (notice.level === undefined || notice.channel === undefined) continue;
    const line = lines?.get(keyOf(input.book.ledger.customers.id(notice.customer), notice.currency));
    if (plan !== undefined && (line === undefined || whyNot(plan, line, notice) !== undefined)) continue;
    const isApproved = plan !== undefined && line !== undefined && plan.choice('approval', line) === 'yes';
    if (notice.needsApproval && !isApproved) withheld.push(notice);
    else planned.push({ notice, channel: channelOf(plan, line) ?? notice.channel });
  }
  const refused = plan === undefined || lines === undefined ? 0 : refuseLines(plan, lines, notices, input);
  tellWithheld(withheld, plan !== undefined, input);
  return { planned, withheld, refused };
}

function keyOf(id: string, currency: string): string {
  return `${id}\0${currency}`;
}

function channelOf(plan: Plan | undefined, line: number | undefined): Channel | undefined {
  return line === undefined ? undefined : (plan?.choice('channel', line) as Channel | undefined);
}

/** Lines that ask for a letter, by customer and currency: one whose level is empty asks for none. */
function linesOf(plan: Plan, input: Input): Map<string, number> {
  const idOf = idsOfLedger(input);
  const lines = new Map<string, number>();
  for (let at = 0; at < plan.count; at++) {
    if (plan.text('level', at) !== '') lines.set(keyOf(idOf(plan.text('customer', at)), plan.currency(at)), at);
  }
  return lines;
}

const WHY: { readonly [why in NoNotice]: string } = {
  on_hold: 'the customer is on hold by now',
  proceeding: 'the customer is in a collective proceeding by now',
  nothing_due: 'it was paid meanwhile',
  all_aside: 'all of it was set aside meanwhile: in dispute, promised, assigned or to be debited',
  covered: 'it was paid meanwhile',
  below_minimum: 'what remains is below the minimum',
  waiting: 'the next level is not due yet: it was reminded meanwhile, or the plan is of another day',
  too_soon: 'the customer was reminded meanwhile',
  last_level: 'the customer is past the last level',
};

/** Why a line does not hold of today's notice, with the field that says it; undefined where it does. */
function whyNot(plan: Plan, at: number, notice: Notice | undefined): readonly [PlanField, string] | undefined {
  if (notice === undefined) return ['customer', 'the customer owes nothing that is past due: it was paid meanwhile'];
  if (notice.level === undefined) return ['level', WHY[notice.why as NoNotice]];
  const { currency, level, amountDue, items } = notice;
  const amount = plan.amount('amount_due', at);
  if (amount === undefined || Number(amount) !== amountDue) {
    const less = amount !== undefined && amountDue < amount ? ': some of it was paid or set aside meanwhile' : '';
    return ['amount_due', `another amount is due today, ${plainAmount(amountDue, currency)} ${currency}${less}`];
  }
  if (plan.choice('level', at) !== level) return ['level', `another level is due today, the ${LEVEL_WORDS[level].en} (${level})`];
  const count = plan.text('items', at);
  if (count !== '' && count !== String(items.length)) return ['items', `other items are due today, ${items.length} of them`];
  return undefined;
}

function refuseLines(plan: Plan, lines: ReadonlyMap<string, number>, notices: readonly Notice[], input: Input): number {
  const { customers } = input.book.ledger;
  const today = new Map(notices.map((notice) => [keyOf(customers.id(notice.customer), notice.currency), notice] as const));
  let refused = 0;
  for (const [key, at] of lines) {
    const why = whyNot(plan, at, today.get(key));
    if (why === undefined) continue;
    refused++;
    const isKnown = customers.find(key.split('\0')[0] as string).length > 0;
    input.diagnostics.add({
      code: 'plan-refused',
      ...placeIn(plan, isKnown ? why[0] : 'customer', at),
      what: `${named(plan, at, input.book.ledger)} gets no letter: ${isKnown ? why[1] : 'the ledger has no such customer'}`,
      fix: 'make the plan anew, and look at this line again',
    });
  }
  return refused;
}

function named(plan: Plan, at: number, { customers }: Ledger): string {
  const id = plan.text('customer', at);
  const [number] = customers.find(id);
  const name = number === undefined ? '' : customers.nameOf(number);
  return shortened(name === '' || fold(name) === fold(id) ? id : `${id} ${name}`);
}

function tellWithheld(withheld: readonly Notice[], hasPlan: boolean, { book, diagnostics }: Input): void {
  if (withheld.length === 0) return;
  const { customers } = book.ledger;
  diagnostics.add({
    code: 'approval-missing',
    what: `${counted(withheld.length, 'letter waits', 'letters wait')} for approval, and ${withheld.length === 1 ? 'is' : 'are'} not written: ${listed(withheld, ({ customer, level }) => `${customers.id(customer)} (${level ?? ''})`, 10)}`,
    why: 'a formal notice is never written without it, nor what [dunning] approval names',
    fix: hasPlan
      ? 'write yes in the column approval of the line'
      : 'ar dun --output plan.csv, write yes in the column approval, and ar dun --plan plan.csv --write DIR',
  });
}
