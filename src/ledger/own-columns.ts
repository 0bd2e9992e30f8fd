// Which columns does every ledger have, and how do they grow?
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
