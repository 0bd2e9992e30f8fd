// Which rows of a table stand on which page? Heights alone decide, in one unit; each part but the last leaves room for what its amounts come to so far, each but the first begins with that.

type Heights = {
  readonly rows: readonly number[];
  /** The headings, which stand on each page. */
  readonly head: number;
  /** A row of sums so far; 0 where nothing is carried. */
  readonly sum: number;
  /** What must stand on the page of the last row: totals. */
  readonly end: number;
};

type Place = {
  /** What is left of the page that the table begins on. */
  readonly room: number;
  readonly page: number;
};

/** Rows that make a beginning; fewer go to the next page with the rest. */
const BEGINNING = 3;

/** How many rows each part has: one part where all fit. A row that is higher than a page is a part. */
export function partsOf({ rows, head, sum, end }: Heights, { room, page }: Place): number[] {
  const parts: number[] = [];
  const heightOf = (from: number, to: number): number => rows.slice(from, to).reduce((total, height) => total + height, 0);
  let rest = heightOf(0, rows.length);
  const fewest = head + heightOf(0, BEGINNING) + sum;
  for (let from = 0, free = fewest > room && head + rest + end > room ? page : room; from < rows.length; free = page) {
    const top = head + (from === 0 ? 0 : sum);
    const count = top + rest + end <= free ? rows.length - from : fittingFrom(rows, from, free - top - sum);
    parts.push(count);
    rest -= heightOf(from, from + count);
    from += count;
  }
  return parts;
}

/** One at least, and never the last row, whose page holds the end as well, unless it is alone. */
function fittingFrom(rows: readonly number[], from: number, room: number): number {
  let [count, left] = [0, room];
  while (from + count < rows.length - 1 && (rows[from + count] as number) <= left) {
    left -= rows[from + count] as number;
    count++;
  }
  return Math.max(1, count);
}
