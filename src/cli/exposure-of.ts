// From the input to exposures: the ledger of one firm, what stands beside it, limits and cover, on the day asked for and on another. Groups count all their members, whoever is shown.
import type { Day } from '../core/day.ts';
import type { SideTable } from '../ledger/side-table.ts';
import { type ExposurePolicy, type Exposures, exposuresOf } from '../measures/exposure.ts';
import {
  type Accrued,
  keyOf,
  ledgerPositions,
  nothingOf,
  type Position,
  paidAheadOf,
  withAccrued,
  withBeside,
} from '../measures/exposure-position.ts';
import type { OrderField } from '../read/tables/orders.ts';
import type { Accruals } from './accruals.ts';
import type { Input } from './command.ts';
import { creditTermsOf, groupLimitsIn } from './credit-terms.ts';
import { besideIn } from './orders.ts';
import { type Ordered, orderedBy, type WhatIf, withOrdered } from './what-if.ts';

type Asked = {
  readonly policy: ExposurePolicy;
  readonly whatIf: readonly WhatIf[];
  readonly compareDay: Day | undefined;
  readonly inBase: boolean;
  /** Customers of the ledger to show; undefined for all. */
  readonly customers: ReadonlySet<number> | undefined;
  /** Customers to show whom only a table beside the ledger knows. */
  readonly elsewhere: readonly string[];
  /** What a journal of all accounts says is still to be made out. */
  readonly accruals: Accruals | undefined;
  /** Some customers were asked for, and not a firm only. */
  readonly isNarrowed: boolean;
};

export type Found = {
  readonly now: Exposures;
  /** Without what --what-if adds; undefined where nothing is asked. */
  readonly before: Exposures | undefined;
  /** Those of the day compared with. */
  readonly compared: Exposures | undefined;
  readonly ordered: Ordered;
  /** Customers whose deposits, and whose deliveries to be invoiced, both the ledger and the table of orders tell. */
  readonly depositsTwice: readonly string[];
  readonly unbilledTwice: readonly string[];
  readonly shows: (id: string) => boolean;
};

const NOTHING = { deposits: 0, creditNotes: 0, unbilled: 0 };

/** Undefined when a table says what cannot be: the diagnostics say so. */
export function exposureFound(input: Input, asked: Asked): Found | undefined {
  const { book, register, diagnostics } = input;
  const { customers: known } = book.ledger;
  const universe = firmOf(input, asked.customers);
  const termsOf = remembered(creditTermsOf(input));
  const groupLimits = groupLimitsIn(input);
  const names = new Map(known.ids.map((id, i) => [id, known.nameOf(i + 1)] as const));
  const ofFirm = universe === undefined ? names : new Set(Array.from(universe, (number) => known.id(number)));
  const nameOf = (id: string): string => names.get(id) || (register?.nameOf(id) ?? '');
  // A customer of another firm's books is not one whom only the orders know; nor, maybe, is one none of whose rows is left.
  const isPart = input.chosen.leftOut > 0;
  const keeps = (id: string): boolean => ofFirm.has(id) || (!names.has(id) && !isPart);
  const idOf = idsOfLedger(input);
  const beside = besideIn(input, { idOf, keeps, nameOf });
  if (groupLimits === undefined || beside === undefined) return undefined;
  const ofBooks = universe === undefined ? undefined : new Set(Array.from(universe, (number) => known.entity(number)));
  const accruedOn = (asOf: Day): Map<string, Accrued> =>
    new Map([...(asked.accruals?.(asOf) ?? [])].filter(([, { entity }]) => ofBooks?.has(entity) !== false));
  const positionsOn = (asOf: Day): Map<string, Position> =>
    withAccrued(ledgerPositions(book, { asOf, customers: universe, inBase: asked.inBase }), accruedOn(asOf));
  const ofLedger = positionsOn(asked.policy.asOf);
  const positions = withBeside(ofLedger, beside);
  const ids = new Set([...positions.values()].map(({ id }) => id));
  const ordered = orderedBy(
    asked.whatIf.map((one) => ({ ...one, id: idOf(one.id) })),
    {
      ...{ positions, ids: [...ids] },
      isKnown: (id) => ids.has(id) || ofFirm.has(id) || (keeps(id) && termsOf(id) !== undefined),
      currencyOf: (id) => termsOf(id)?.currency,
      rates: input.rates,
    },
    diagnostics,
  );
  if (ordered === undefined) return undefined;
  const { asOf } = asked.policy;
  const day = asked.compareDay;
  const other = day === undefined ? undefined : withBeside(positionsOn(day), beside);
  const askedFor = asked.elsewhere.flatMap((id) => {
    const currency = ids.has(id) ? undefined : termsOf(id)?.currency;
    return currency === undefined ? [] : [nothingOf(id, nameOf(id), currency)];
  });
  const judge = (of: ReadonlyMap<string, Position>, asOf: Day): Exposures =>
    exposuresOf(of.values(), termsOf, groupLimits, { ...asked.policy, asOf });
  const chosen = asked.customers === undefined ? undefined : new Set(Array.from(asked.customers, (number) => known.id(number)));
  const twice = (part: (of: Pick<Position, 'deposits' | 'creditNotes' | 'unbilled'>) => number): string[] =>
    [...beside.values()].flatMap((of) =>
      part({ ...of, creditNotes: 0 }) > 0 && part(ofLedger.get(keyOf(of)) ?? NOTHING) > 0 ? [of.id] : [],
    );
  const inOrder = new Set([...ordered.values()].map(({ id }) => id));
  return {
    now: judge(withNothing(withOrdered(positions, ordered, nameOf), [...(other?.values() ?? []), ...askedFor]), asOf),
    before: ordered.size === 0 ? undefined : judge(positions, asOf),
    compared: other === undefined ? undefined : judge(other, day as Day),
    ordered,
    depositsTwice: twice(paidAheadOf),
    unbilledTwice: twice((of) => of.unbilled),
    shows: (id) =>
      chosen?.has(id) !== false || inOrder.has(id) || asked.elsewhere.includes(id) || (!asked.isNarrowed && !names.has(id)),
  };
}

/** The id of the ledger for one that a table beside it, or the line, has: where one of the two knows customers by name, that of the row of the customers' table which both mean. */
export function idsOfLedger({ book, register }: Input): (written: string) => string {
  if (register === undefined) return (written) => written;
  const ids = new Set(book.ledger.customers.ids);
  const byRow = new Map(Array.from(ids, (id) => [register.rowOf(id), id] as const));
  return (written) => {
    const row = ids.has(written) ? undefined : register.rowOf(written);
    return row === undefined ? written : (byRow.get(row) ?? register.table.text('id', row));
  };
}

/** With a row of nothing for those who owe something on the other day only, when that is the later one, and for those asked for by name. */
function withNothing(positions: Map<string, Position>, others: readonly Position[]): Map<string, Position> {
  for (const other of others) {
    const { id, name, currency } = other;
    if (!positions.has(keyOf(other))) positions.set(keyOf(other), nothingOf(id, name, currency));
  }
  return positions;
}

/** Ids asked for that no posting has, and that a table beside the ledger knows, or an account of what is still to be invoiced: somebody new, who may order. Nobody where rows were left out: theirs may be among them. */
export function knownElsewhere(
  { book: { ledger }, register, tables, chosen, asOf }: Input,
  ids: readonly string[],
  accruals: Accruals | undefined,
): string[] {
  if (chosen.leftOut > 0 || ids.length === 0) return [];
  const orders = tables.get('orders') as SideTable<OrderField> | undefined;
  const beside = new Set(Array.from({ length: orders?.count ?? 0 }, (_, row) => orders?.text('customer', row)));
  for (const { id } of accruals?.(asOf).values() ?? []) beside.add(id);
  return ids.filter((id) => ledger.customers.find(id).length === 0 && (register?.rowOf(id) !== undefined || beside.has(id)));
}

/** All customers of the firm of those asked for; undefined where the ledger is of one firm. */
function firmOf({ book: { ledger } }: Input, asked: ReadonlySet<number> | undefined): ReadonlySet<number> | undefined {
  const { customers } = ledger;
  if (customers.entities.length <= 1 || asked === undefined) return undefined;
  const entities = new Set(Array.from(asked, (number) => customers.entity(number)));
  return new Set([...entities].flatMap((entity) => customers.ofEntity(entity)));
}

function remembered<T>(of: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = of(id);
    known.set(id, found);
    return found;
  };
}
