// What do all postings and all open amounts come to, where there is no kernel? The sums of proof.ts in a loop over the rows.
import { type Day, NO_DAY } from '../core/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Settled } from './open-items.ts';
import { OwnerSums } from './owner-sums.ts';
import type { Summed } from './proof.ts';

export function summedPlainly(ledger: Ledger, { day: asOf, open, alone }: Settled): Summed {
  const { count, customer, currency, day, amount, currencies } = ledger;
  const owners = new OwnerSums(ledger.customers.size);
  const left = new Float64Array(currencies.length);
  const later = new Float64Array(currencies.length);
  let credits = 0;
  let laterCount = 0;
  for (let row = 0; row < count; row++) {
    const code = currency[row] as number;
    const posted = amount[row] as number;
    const remains = open[row] as number;
    const exists = (day[row] as number) <= asOf;
    const own = alone === undefined ? 0 : (alone[row] as number);
    owners.add(customer[row] as number, code, (exists ? posted : 0) - remains - own);
    left[code] = (left[code] as number) + remains;
    if (exists) {
      if (posted < 0) credits++;
      continue;
    }
    later[code] = (later[code] as number) + posted;
    laterCount++;
  }
  return { left, later, differ: owners.notZero(), credits, laterCount };
}

export function lastDayPlainly({ day, count }: Ledger): Day {
  let last: number = NO_DAY;
  for (let row = 0; row < count; row++) if ((day[row] as number) > last) last = day[row] as number;
  return last as Day;
}
