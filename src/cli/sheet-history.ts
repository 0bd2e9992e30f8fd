// What led to a write-down? Every decision on a debtor with what became of it, and what he paid since the oldest claim: the history in his justification sheet.
import { type Day, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { kindCode } from '../ledger/kind.ts';
import { currencyAt, numberOf } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Decision, WrittenDown } from '../measures/provision/write-down.ts';
import type { DecisionField } from '../read/tables/decisions.ts';
import type { DecisionLine, DecisionStanding, PaymentLine } from '../report/views/write-down-tables.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';

/** By id of the customer, oldest first. `until`: the last day of decisions that are in force. */
export function decisionHistory(input: Input, until: Day): (id: string, items: readonly WrittenDown[]) => DecisionLine[] {
  const table = input.tables.get('decisions') as SideTable<DecisionField> | undefined;
  if (table === undefined) return () => [];
  const idOf = idsOfLedger(input);
  const rows = new Map<string, number[]>();
  for (let at = 0; at < table.count; at++) gather(rows, idOf(table.text('customer', at)), at);
  return (id, items) => {
    const lines = (rows.get(id) ?? []).map((at): DecisionLine => {
      const ratio = table.ratio('rate', at);
      const line = {
        day: table.day('day', at) ?? NO_DAY,
        document: table.text('document', at),
        rate: ratio && { numerator: BigInt(ratio.numerator), denominator: BigInt(ratio.denominator) },
        reason: table.text('reason', at),
        decidedBy: table.text('decided_by', at),
      };
      return { ...line, standing: standingOf(input, line, items, until) };
    });
    return lines.sort((a, b) => a.day - b.day);
  };
}

function standingOf(
  { book: { ledger } }: Input,
  line: Omit<DecisionLine, 'standing'>,
  items: readonly WrittenDown[],
  until: Day,
): DecisionStanding {
  if (line.rate === undefined) return 'proposed';
  if (line.day > until) return 'later';
  const own = items.filter(({ row }) => line.document === '' || line.document === numberOf(ledger, row));
  if (own.length === 0) return 'closed';
  return own.some(({ decision }) => isOf(decision, line)) ? 'in_force' : 'replaced';
}

function isOf(decision: Decision | undefined, { rate, day, reason, decidedBy }: Omit<DecisionLine, 'standing'>): boolean {
  if (decision === undefined || rate === undefined) return false;
  const isRate = decision.rate.numerator * rate.denominator === rate.numerator * decision.rate.denominator;
  return isRate && decision.day === day && decision.reason === reason && decision.decidedBy === decidedBy;
}

const PAYMENT = kindCode('payment');
const RETURNED = kindCode('returned');

/** What debtors paid up to the day, and what of it came back; by number of the customer, oldest first. */
export function paymentHistory(
  { book: { ledger }, asOf }: Input,
  debtors: ReadonlySet<number>,
): ReadonlyMap<number, PaymentLine[]> {
  const payments = new Map<number, PaymentLine[]>();
  for (let row = 0; row < ledger.count; row++) {
    const kind = ledger.kind[row] as number;
    const customer = ledger.customer[row] as number;
    const day = ledger.day[row] as Day;
    if ((kind !== PAYMENT && kind !== RETURNED) || day > asOf || !debtors.has(customer)) continue;
    gather(payments, customer, {
      ...{ day, document: numberOf(ledger, row) },
      ...{ amount: 0 - (ledger.amount[row] as number), currency: currencyAt(ledger, ledger.currency[row] as number) },
    });
  }
  for (const lines of payments.values()) lines.sort((a, b) => a.day - b.day);
  return payments;
}
