// Which rows belong together? Groups of rows that are the same in some columns, found through a hash table of row numbers: no text or object
// is made of a row.

/** `hash` may collide, `same` decides. Each group has its rows in the order given, and groups stand in the order of their first rows. */
export function groupRows(
  rows: readonly number[],
  hash: (row: number) => number,
  same: (a: number, b: number) => boolean,
): number[][] {
  const groups: number[][] = [];
  // Pairs of the first row of a group + 1 and the number of the group; at least half of them are free.
  const slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(rows.length * 2 + 2)));
  const mask = slots.length / 2 - 1;
  for (const row of rows) {
    for (let slot = mixed(hash(row)) & mask; ; slot = (slot + 1) & mask) {
      const first = slots[slot * 2] as number;
      if (first === 0) {
        slots[slot * 2] = row + 1;
        slots[slot * 2 + 1] = groups.push([row]) - 1;
        break;
      }
      if (same(first - 1, row)) {
        (groups[slots[slot * 2 + 1] as number] as number[]).push(row);
        break;
      }
    }
  }
  return groups;
}

/** Brings the high bits down, for tables take the low ones. */
function mixed(hash: number): number {
  return (hash ^ (hash >>> 13)) >>> 0;
}
