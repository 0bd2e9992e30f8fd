// Which notices of today are written? All that need no approval; with --plan the lines that somebody left in it, each of which must still hold and is refused by name where it does not.
import type { Currency } from '../core/currency.ts';
import { fold } from '../core/fold.ts';
import { gather } from '../core/gather.ts';
import { counted, listed } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Notice } from '../measures/dunning/notice.ts';
import type { Channel } from '../policy/dunning.ts';
import type { PlanField } from '../read/tables/plan.ts';
import type { Shown } from '../report/views/dun.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { placeIn } from './place-in-table.ts';
import { NOTHING_WAIVED, type Waived, waivedOn, whyNot } from './plan-line.ts';

export type Planned = {
  readonly notice: Notice;
  readonly channel: Channel;
  readonly language: string;
  readonly waived: Waived;
};
export type Chosen = { readonly planned: readonly Planned[]; readonly withheld: readonly Notice[]; readonly refused: number };

type Plan = SideTable<PlanField>;

/** In the order in which they are shown. `asked`: the customers of the run; what a plan says of others is left to another. */
export function chosenNotices(input: Input, shown: Shown, asked: ReadonlySet<number> | undefined): Chosen {
  const { notices } = shown;
  const plan = input.tables.get('plan') as Plan | undefined;
  const lines = plan === undefined ? undefined : linesOf(plan, input, notices, asked);
  const planned: Planned[] = [];
  const withheld: Notice[] = [];
  for (const notice of notices) {
    if (notice.level === undefined || notice.channel === undefined) continue;
    const line = lines?.get(keyOf(input.book.ledger.customers.id(notice.customer), notice.currency));
    if (plan !== undefined && (line === undefined || whyNot(plan, line, notice, shown) !== undefined)) continue;
    const isApproved = plan !== undefined && line !== undefined && plan.choice('approval', line) === 'yes';
    if (notice.needsApproval && !isApproved) {
      withheld.push(notice);
      // Whoever reviewed a plan has seen no other letter.
      const { meanwhile } = notice;
      if (plan === undefined && meanwhile !== undefined) planned.push(plannedOf(meanwhile, shown, plan, line));
    } else planned.push(plannedOf(notice, shown, plan, line));
  }
  const refused = plan === undefined || lines === undefined ? 0 : refuseLines(plan, lines, shown, input);
  tellWithheld(withheld, plan !== undefined, input);
  return { planned, withheld, refused };
}

function keyOf(id: string, currency: string): string {
  return `${id}\0${currency}`;
}

/** What a reviewer may choose is the plan's: how it is sent, in which language, and whether interest or indemnity is claimed. */
function plannedOf(notice: Notice, { languageOf }: Shown, plan: Plan | undefined, line: number | undefined): Planned {
  const own = { notice, channel: notice.channel as Channel, language: languageOf(notice.customer), waived: NOTHING_WAIVED };
  if (plan === undefined || line === undefined) return own;
  const channel = (plan.choice('channel', line) as Channel | undefined) ?? own.channel;
  return { notice, channel, language: plan.text('language', line) || own.language, waived: waivedOn(plan, line) };
}

/** Lines that ask for a letter, by customer and currency: one whose level is empty asks for none, one without a currency is of the only one there is. */
function linesOf(
  plan: Plan,
  input: Input,
  notices: readonly Notice[],
  asked: ReadonlySet<number> | undefined,
): Map<string, number> {
  const { customers } = input.book.ledger;
  const idOf = idsOfLedger(input);
  const currencies = new Map<string, Currency[]>();
  for (const { customer, currency } of notices) gather(currencies, customers.id(customer), currency);
  const currencyOf = (id: string, at: number): string => {
    const [only, ...others] = plan.text('currency', at) === '' ? (currencies.get(id) ?? []) : [];
    return only === undefined || others.length > 0 ? plan.currency(at) : only;
  };
  const lines = new Map<string, number>();
  for (let at = 0; at < plan.count; at++) {
    const id = idOf(plan.text('customer', at));
    const numbers = customers.find(id);
    const isOther = asked !== undefined && numbers.length > 0 && !numbers.some((number) => asked.has(number));
    if (plan.text('level', at) !== '' && !isOther) lines.set(keyOf(id, currencyOf(id, at)), at);
  }
  return lines;
}

function refuseLines(plan: Plan, lines: ReadonlyMap<string, number>, shown: Shown, input: Input): number {
  const { customers } = input.book.ledger;
  const today = new Map(shown.notices.map((notice) => [keyOf(customers.id(notice.customer), notice.currency), notice] as const));
  let refused = 0;
  for (const [key, at] of lines) {
    const why = whyNot(plan, at, today.get(key), shown);
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
  const others = hasPlan ? 0 : withheld.filter((notice) => notice.meanwhile !== undefined).length;
  const meanwhile = others === 0 ? '' : `; approval is late for ${others}, whose other items are reminded without it`;
  const told = ({ customer, currency, level }: Notice): string => `${customers.id(customer)} (${level ?? ''}, ${currency})`;
  diagnostics.add({
    code: 'approval-missing',
    what: `${counted(withheld.length, 'letter waits', 'letters wait')} for approval, and ${withheld.length === 1 ? 'is' : 'are'} not written: ${listed(withheld, told, 10)}${meanwhile}`,
    why: 'a formal notice is never written without it, nor what [dunning] approval names',
    fix: hasPlan
      ? 'write yes in the column approval of the line'
      : 'ar dun --output plan.csv, write yes in the column approval, and ar dun --plan plan.csv --write DIR',
  });
}
