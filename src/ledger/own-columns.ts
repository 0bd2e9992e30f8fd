// Which columns does every ledger have, how do they grow, and how is a sign turned?
import { inStretches } from '../core/stretches.ts';
import { KINDS } from './kind.ts';

/** All have one capacity; ledger.ts says what each holds. */
export type OwnColumns = {
  customer: Int32Array;
  kind: Uint8Array;
  day: Int32Array;
  due: Int32Array;
  amount: Float64Array;
  currency: Uint8Array;
};

export function ownColumns(capacity: number): OwnColumns {
  return {
    customer: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    day: new Int32Array(capacity),
    due: new Int32Array(capacity),
    amount: new Float64Array(capacity),
    currency: new Uint8Array(capacity),
  };
}

/** The same columns at a larger capacity. */
export function grownOwn(columns: OwnColumns, capacity: number): OwnColumns {
  const longer = ownColumns(capacity);
  for (const name of ['customer', 'kind', 'day', 'due', 'amount', 'currency'] as const) longer[name].set(columns[name]);
  return longer;
}

const TURNS = Float64Array.from(KINDS, (kind) => (kind.side === -1 ? -1 : 1));

/** Turns the sign of the credit kinds among some rows. Nothing stays nothing, without a sign. */
export function turnCredits(amounts: Float64Array, kind: Uint8Array, first: number, end: number): void {
  inStretches(first, end, (from, to) => turned(amounts, kind, from, to));
}

/** Without a branch: whether a row is a credit cannot be foretold. */
function turned(amounts: Float64Array, kind: Uint8Array, from: number, to: number): void {
  for (let row = from; row < to; row++) amounts[row] = (amounts[row] as number) * (TURNS[kind[row] as number] as number) + 0;
}
