// What kind has a receivable whose entry holds what many before it held? Journals write few sorts of entries a great many times, so what was told of one is told of all like it.
import type { KindKey } from '../../ledger/kind.ts';
import { type Hint, kindOfLeg } from './kinds.ts';
import { SORTS } from './sorts.ts';

type Told = ReturnType<typeof kindOfLeg>;

/** Places, of which each holds what was told last. */
const PLACES = 256;
/** A sort that no account has. */
const NO_SORT = -1;

export class KnownKinds {
  readonly #sorts = new Int32Array(PLACES).fill(NO_SORT);
  readonly #sides = new Int8Array(PLACES);
  readonly #parts = new Int32Array(PLACES);
  readonly #wholes = new Int32Array(PLACES);
  readonly #kinds: Told[] = new Array<Told>(PLACES).fill(undefined);

  /** What `kindOfLeg` says of the number of a sort, a side and what the part and all of the entry hold. What hangs on a hint is told of that line alone. */
  of(sort: number, side: 1 | -1, part: number, whole: number, hint: () => Hint): KindKey | 'paid-out' | undefined {
    const at = placeOf(sort, side, part, whole);
    if (this.#sorts[at] === sort && this.#sides[at] === side && this.#parts[at] === part && this.#wholes[at] === whole) {
      return this.#kinds[at];
    }
    let asked = false;
    const noting = (): Hint => {
      asked = true;
      return hint();
    };
    const kind = kindOfLeg({ sort: SORTS[sort] as (typeof SORTS)[number], side, hint: noting }, part, whole);
    if (!asked) {
      this.#sorts[at] = sort;
      this.#sides[at] = side;
      this.#parts[at] = part;
      this.#wholes[at] = whole;
      this.#kinds[at] = kind;
    }
    return kind;
  }
}

function placeOf(sort: number, side: number, part: number, whole: number): number {
  const mixed = Math.imul(Math.imul(part, 31) ^ whole, 0x9e3779b1) ^ (sort * 2 + (side > 0 ? 1 : 0));
  return (mixed ^ (mixed >>> 16)) & (PLACES - 1);
}
