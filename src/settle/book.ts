// The ledger as a book that can be opened on any day. Measures that need several days ask it again; each day is settled once.
import { assert } from '../core/assert.ts';
import type { Day } from '../core/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { baseControlOf, proofOf } from './control.ts';
import type { OpenItems, Settlements } from './open-items.ts';
import { lastDayOf } from './proof.ts';
import { type Settle, type SettleChoices, settle } from './settle.ts';
import { SettlementRecorder } from './settlements.ts';
import { divided, undivided } from './shares.ts';

export type Book = {
  readonly ledger: Ledger;
  /** Largest posting day, or NO_DAY for a ledger without postings. */
  readonly lastDay: Day;
  /** What is open on a day. Memoised; asserts the control, so a lost cent ends the run before any figure is shown. */
  readonly at: (day: Day) => OpenItems;
  /** What settled what, on the postings known on that day. */
  readonly settlements: (day: Day) => Settlements;
};

export function openBook(ledger: Ledger, how: Settle = settle, choices: SettleChoices = {}): Book {
  const lastDay = lastDayOf(ledger);
  const whole = undivided(ledger);
  const known = new Map<Day, OpenItems>();
  const settled = (day: Day, recorder: SettlementRecorder | undefined): OpenItems => {
    const handed = divided(ledger, how(whole, day, lastDay, recorder, choices));
    assert(handed.day === day, 'settlement answered for another day');
    const { control, customersThatDiffer: differ, credits, laterCount: later } = proofOf(ledger, handed);
    assert(differ === 0, `the open amounts of ${differ} customers differ from their postings`);
    const facts = { ...handed.facts, credits, later };
    const items = { ...handed, facts, control, baseControl: baseControlOf(ledger, handed) };
    for (const line of items.baseControl === undefined ? items.control : [...items.control, items.baseControl]) {
      assert(line.difference === 0, `the control of ${line.currency} differs by ${line.difference} minor units`);
    }
    return items;
  };
  return {
    ledger,
    lastDay,
    at: (day) => {
      const before = known.get(day);
      if (before !== undefined) return before;
      const items = settled(day, undefined);
      known.set(day, items);
      return items;
    },
    settlements: (day) => {
      const recorder = new SettlementRecorder();
      settled(day, recorder);
      return recorder.finish();
    },
  };
}
