// Does a line of a reviewed plan still hold of today's notice, and what does it leave out? Its amount, level, law and items are today's or it is refused; claims beside the principal may be given up.
import { fold } from '../core/fold.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { NoNotice, Notice } from '../measures/dunning/notice.ts';
import { LEVEL_WORDS } from '../policy/dunning.ts';
import type { PlanField } from '../read/tables/plan.ts';
import type { Shown } from '../report/views/dun.ts';
import { plainAmount } from '../text/amounts.ts';

type Plan = SideTable<PlanField>;

/** What a letter does not claim, though it might. */
export type Waived = { readonly interest: boolean; readonly indemnity: boolean };

export const NOTHING_WAIVED: Waived = { interest: false, indemnity: false };

/** A cell that was emptied, or in which stands nothing. A column that was taken out says nothing. */
export function waivedOn(plan: Plan, at: number): Waived {
  const isNone = (field: PlanField): boolean => plan.has(field) && !/[1-9]/.test(plan.text(field, at));
  return { interest: isNone('interest'), indemnity: isNone('indemnity') };
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
export function whyNot(
  plan: Plan,
  at: number,
  notice: Notice | undefined,
  shown: Pick<Shown, 'lawOf' | 'claimedOf'>,
): readonly [PlanField, string] | undefined {
  if (notice === undefined && plan.choice('level', at) === 'pre_due') {
    return ['customer', 'nothing of the customer’s is to be reminded of before its due day: it was reminded or paid meanwhile'];
  }
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
  const [law, today] = [fold(plan.text('law', at)), shown.lawOf(notice.customer)];
  if (law !== '' && law !== today)
    return ['law', `another law governs, ${today || 'of which nobody says which'}: the customers’ table or --law says it`];
  return notOfClaims(plan, at, notice, shown);
}

/** A spreadsheet makes 40 of 40.00, and a French one 40,00. */
function bare(amount: string): string {
  const [whole = '', decimals = ''] = amount.replace(',', '.').split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${decimals.replace(/0+$/, '')}`;
}

/** Interest grows from day to day, so that a plan of yesterday has less of it; more of it, or another indemnity, is not owed. */
function notOfClaims(
  plan: Plan,
  at: number,
  notice: Notice,
  { claimedOf }: Pick<Shown, 'claimedOf'>,
): readonly [PlanField, string] | undefined {
  const claimed = claimedOf(notice);
  const waived = waivedOn(plan, at);
  const interest = plan.amount('interest', at) ?? 0;
  if (interest > (claimed?.interest ?? 0)) {
    return [
      'interest',
      `the interest is ${plainAmount(claimed?.interest ?? 0, notice.currency)} ${notice.currency} today; 0 claims none`,
    ];
  }
  const indemnity = claimed === undefined ? '0' : plainAmount(claimed.indemnity, claimed.indemnityIn);
  if (plan.has('indemnity') && !waived.indemnity && bare(plan.text('indemnity', at)) !== bare(indemnity)) {
    return ['indemnity', `the indemnity is ${indemnity} ${claimed?.indemnityIn ?? notice.currency} today; 0 claims none`];
  }
  return undefined;
}
