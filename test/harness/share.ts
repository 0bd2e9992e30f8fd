// How much of a long claim does `npm test` ask? A seventh of the random runs, and of long rows of sizes, files and places some, evenly
// taken; `npm run soak` asks the whole (AR_RUNS=all). The runs of a seventh are the first of the whole: a seed says the same in both.

/** No number that goes into rows of sizes and turns: each of them comes round. */
const PART = 7;

export const isWhole = process.env['AR_RUNS'] === 'all';

/** How many random runs to make, where the claim is made for `whole` of them. */
export function runs(whole: number): number {
  return isWhole ? whole : Math.ceil(whole / PART);
}

/** Of what is to be tried, all or every seventh: `from` says which one is the first, so that neighbours can take turns. */
export function share<T>(whole: readonly T[], from = 0): readonly T[] {
  return isWhole ? whole : whole.filter((_, i) => i % PART === from % PART);
}
