// How does a loop over all rows become fast early? In stretches: the engine puts the fast code of a function in place when it is called
// the next time. For one long loop it makes code of its own instead, late, and throws that away at the loop's end.

/** Rows of one call. */
export const STRETCH = 4096;

/** Calls `each` with stretches of the numbers from `first` to `end`. */
export function inStretches(first: number, end: number, each: (from: number, to: number) => void): void {
  for (let from = first; from < end; from += STRETCH) each(from, Math.min(end, from + STRETCH));
}
