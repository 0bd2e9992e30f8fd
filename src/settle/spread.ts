// How are places given to the numbers of a series? Each number from the smallest that is named to the largest has places of its own, in sequence,
// where enough of them are named.
import { CODES, type Named } from './named.ts';

/** Places for each posting that names one, where the numbers do not ask for more. */
const ROOM = 1.4;
/** Each number from the smallest to the largest has places of its own, unless fewer than one in so many is named. */
const SPARSE = 4;

export class Spread {
  readonly named: Named;
  /** Where the places of each series begin, and how many a number has, which customers share: 0 where nobody names the series, −1 where its numbers have none. */
  readonly begin = new Int32Array(CODES);
  readonly wide = new Int32Array(CODES);
  /** Places in all. */
  readonly end: number;
  /** Postings that name a text without such a place. */
  readonly others: number;
  /** Some number has several places. */
  readonly shared: boolean;

  constructor(named: Named) {
    this.named = named;
    let [end, others, shared] = [0, 0, false];
    for (let code = 0; code < CODES; code++) {
      const count = named.ofCode[code] as number;
      if (count === 0) continue;
      const span = (named.most[code] as number) - (named.least[code] as number) + 1;
      if (span > count * SPARSE) {
        others += count;
        this.wide[code] = -1;
      } else {
        const wide = Math.max(1, Math.floor((count * ROOM) / span));
        this.wide[code] = wide;
        this.begin[code] = end;
        end += span * wide;
        shared ||= wide > 1;
      }
    }
    this.end = end;
    this.others = others;
    this.shared = shared;
  }
}
