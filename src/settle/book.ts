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
  /** How many postings it holds, whatever their day. */
  readonly postings: number;
  /** Largest posting day of the ledger, or NO_DAY for one without postings. */
  readonly lastDay: Day;
  /** What is open on a day. Memoised; asserts the control, so a lost cent ends the run before any figure is shown. */
  readonly at: (day: Day) => OpenItems;
  /** What settled what, on the postings known on that day. */
  readonly settlements: (day: Day) => Settlements;
  /**
   * The book of some postings, as if the ledger held no others; rows keep their numbers. Settlement never leaves a customer, so what is said of all
   * postings of some customers is what is said of them in the whole.
   */
  readonly of: (holds: (row: number) => boolean) => Book;
  readonly holds: (row: number) => boolean;
};

/** The posting day of what a book does not hold: on no day does it exist. */
const NEVER = 0x7fffffff;

export function openBook(ledger: Ledger, how: Settle = settle, choices: SettleChoices = {}): Book {
  return opened(ledger, ledger.count, lastDayOf(ledger), how, choices);
}

/** `postings`: how many of the ledger's are in the book; the day of the others is NEVER. */
function opened(ledger: Ledger, postings: number, lastDay: Day, how: Settle, choices: SettleChoices): Book {
  const whole = undivided(ledger);
  // Some postings are of no day, so settlement must look at each.
  const written = postings < ledger.count ? (NEVER as Day) : lastDay;
  const known = new Map<Day, OpenItems>();
  const settled = (day: Day, recorder: SettlementRecorder | undefined): OpenItems => {
    const handed = divided(ledger, how(whole, day, written, recorder, choices));
    assert(handed.day === day, 'settlement answered for another day');
    const { control, customersThatDiffer: differ, credits, laterCount } = proofOf(ledger, handed);
    assert(differ === 0, `the open amounts of ${differ} customers differ from their postings`);
    const undated = day < lastDay ? handed.facts.undated : { count: 0, row: -1 };
    const facts = { ...handed.facts, undated, credits, later: laterCount - (ledger.count - postings) };
    const items = { ...handed, facts, control, baseControl: baseControlOf(ledger, handed) };
    for (const line of items.baseControl === undefined ? items.control : [...items.control, items.baseControl]) {
      assert(line.difference === 0, `the control of ${line.currency} differs by ${line.difference} minor units`);
    }
    return items;
  };
  return {
    ledger,
    postings,
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
    holds: (row) => ledger.day[row] !== NEVER,
    of: (holds) => {
      const day = ledger.day.slice();
      let held = postings;
      for (let row = 0; row < ledger.count; row++) {
        if (day[row] === NEVER || holds(row)) continue;
        day[row] = NEVER;
        held--;
      }
      return opened({ ...ledger, day }, held, lastDay, how, choices);
    },
  };
}
