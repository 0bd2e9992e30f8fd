// Of what came back of several documents, what is late since when? A payment that bounced may have paid invoices of different due days: each part is late since the day of its own document,
// and what is paid later pays the part that was due first (C. civ. 1342-10).
import { type Day, NO_DAY } from '../core/day.ts';
import type { Origin } from './gone-over.ts';
import type { Taking } from './late-claims.ts';

type Whole = {
  readonly amount: number;
  readonly list: readonly Taking[];
  readonly invoices: readonly Origin[];
  readonly open: number;
  readonly openBefore: number;
};

type Part = Whole & { readonly due: Day };

/** One part a due day, the oldest first; amounts, takings and what is open add up to those of the whole. A document without a due day comes last. */
export function byDueDay(whole: Whole, dueOf: (origin: Origin) => Day): readonly Part[] {
  const days = new Map<Day, Origin[]>();
  for (const origin of whole.invoices) {
    const of = days.get(dueOf(origin)) ?? [];
    days.set(dueOf(origin), [...of, origin]);
  }
  if (days.size === 1) return [...days.keys()].map((due) => ({ ...whole, due }));
  const sorted = [...days].sort(([a], [b]) => rank(a) - rank(b));
  const amounts = fromTheLast(
    sorted.map(([, invoices]) => invoices.reduce((sum, { amount }) => sum + amount, 0)),
    whole.amount,
  );
  const lists = fromTheFirst(amounts, whole.list);
  const left = amounts.map((amount, i) => amount - (lists[i] as Taking[]).reduce((sum, taking) => sum + taking.amount, 0));
  const open = fromTheLast(left, whole.open);
  let openBefore = 0;
  return sorted.map(([due, invoices], i) => {
    const part = { amount: amounts[i] as number, list: lists[i] as Taking[], open: open[i] as number };
    openBefore += part.open;
    return { due, invoices, ...part, openBefore: openBefore - part.open };
  });
}

const rank = (due: Day): number => (due === NO_DAY ? Number.POSITIVE_INFINITY : due);

/** A whole laid on its parts, the last of them filled first, since what is gone of it is gone of the oldest; what is beyond all of them stands with the last. */
function fromTheLast(parts: readonly number[], whole: number): number[] {
  let rest = whole;
  const laid = parts.map(() => 0);
  for (let i = parts.length - 1; i >= 0; i--) {
    laid[i] = Math.min(rest, parts[i] as number);
    rest -= laid[i] as number;
  }
  laid[parts.length - 1] = (laid.at(-1) as number) + rest;
  return laid;
}

/** Each taking goes to the first part that is not paid whole. */
function fromTheFirst(amounts: readonly number[], list: readonly Taking[]): Taking[][] {
  const left = [...amounts];
  const lists = amounts.map((): Taking[] => []);
  let i = 0;
  for (const taking of list) {
    let { amount } = taking;
    while (amount > 0 && i < left.length) {
      const part = Math.min(amount, left[i] as number);
      if (part > 0) lists[i]?.push(part === taking.amount ? taking : partOf(taking, part, part === amount));
      left[i] = (left[i] as number) - part;
      amount -= part;
      if (left[i] === 0) i++;
    }
  }
  return lists;
}

/** What a payment was beyond what the books took goes with the last part it paid, once. */
function partOf({ beyond, ...taking }: Taking, amount: number, isLast: boolean): Taking {
  return { ...taking, amount, ...(isLast && beyond !== undefined ? { beyond } : {}) };
}
