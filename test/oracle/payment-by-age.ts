// What became of invoices by the age they reached, worked out day by day with plain loops: each day the open amount is looked at, as somebody would who ages the ledger every evening. Shares no code with src/.

export type Settling = { readonly day: number; readonly cents: number; readonly as: 'paid' | 'writtenOff' | 'credited' };

/** Days are counted from 1970-01-01; settlings together are no more than the invoice. */
export type Lived = {
  readonly date: number;
  readonly due: number;
  readonly cents: number;
  readonly settlings: readonly Settling[];
};

export type Outcome = { reached: number; paid: number; writtenOff: number; credited: number; open: number; tooYoung: number };

/** `bounds`: the inclusive upper ones; buckets are not due, each up to a bound, and what is beyond. `latest`: the last day that is long enough ago. */
export function outcomesByAge(all: readonly Lived[], bounds: readonly number[], asOf: number, latest: number): Outcome[] {
  const outcomes = [null, ...bounds, null].map(
    (): Outcome => ({ reached: 0, paid: 0, writtenOff: 0, credited: 0, open: 0, tooYoung: 0 }),
  );
  for (const { date, due, cents, settlings } of all) {
    const seen = new Set<number>();
    for (let evening = date; evening <= asOf; evening++) {
      const late = evening - due;
      let bucket = 0;
      if (late > 0) {
        bucket = 1;
        for (const bound of bounds) if (late > bound) bucket++;
      }
      if (seen.has(bucket)) continue;
      seen.add(bucket);
      let open = cents;
      for (const settling of settlings) if (settling.day <= evening) open -= settling.cents;
      if (open === 0) continue;
      const outcome = outcomes[bucket] as Outcome;
      if (evening > latest) {
        outcome.tooYoung += open;
        continue;
      }
      outcome.reached += open;
      for (const settling of settlings) {
        if (settling.day <= evening || settling.day > asOf) continue;
        outcome[settling.as] += settling.cents;
        open -= settling.cents;
      }
      outcome.open += open;
    }
  }
  return outcomes;
}
