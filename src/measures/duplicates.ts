// Which postings stand in the ledger twice? Rows of one customer, kind, number, document day, due day, amount and currency, on whichever day they were
// posted: an invoice exported twice would be owed twice. Instalments differ in their due day, and rows without a number may well be alike.
import { mix } from '../core/hash.ts';
import { column, documentDays, type Ledger } from '../ledger/ledger.ts';
import { groupRows } from '../ledger/row-groups.ts';

type Duplicates = {
  /** Rows that say what another row says already. */
  readonly count: number;
  /** The first row that is said again, and the first that says it again; −1 when there is none. */
  readonly row: number;
  readonly again: number;
  /** Every row that says what another one says. */
  readonly rows: ReadonlySet<number>;
};

/** `holds`: the rows asked about, or all. */
export function duplicatesOf(ledger: Ledger, holds: (row: number) => boolean = () => true): Duplicates {
  const document = column(ledger, 'document');
  if (document === undefined) return { count: 0, row: -1, again: -1, rows: new Set() };
  const { customer, kind, due, amount, currency } = ledger;
  const dates = documentDays(ledger);
  const hash = (row: number): number =>
    mix(mix(mix(mix(0, customer[row] as number), dates[row] as number), (amount[row] as number) | 0), document.hash(row));
  const groups = groupRows(
    perhapsTwice(ledger.count, (row) => !document.isEmpty(row) && amount[row] !== 0 && holds(row), hash),
    hash,
    (a, b) =>
      customer[a] === customer[b] &&
      kind[a] === kind[b] &&
      currency[a] === currency[b] &&
      amount[a] === amount[b] &&
      dates[a] === dates[b] &&
      due[a] === due[b] &&
      document.compare(a, b) === 0,
  ).filter((group) => group.length > 1);
  const [first] = groups;
  return {
    count: groups.reduce((sum, group) => sum + group.length - 1, 0),
    row: first?.[0] ?? -1,
    again: first?.[1] ?? -1,
    rows: new Set(groups.flat()),
  };
}

/** The rows whose hash another one shares: most rows stand alone, and need no list of those that are the same. */
function perhapsTwice(count: number, counts: (row: number) => boolean, hash: (row: number) => number): number[] {
  const mask = 4 * 2 ** Math.ceil(Math.log2(count + 1)) - 1;
  const met = new Uint8Array(mask + 1);
  const slotOf = (row: number): number => (hash(row) ^ (hash(row) >>> 17)) & mask;
  for (let row = 0; row < count; row++) {
    if (!counts(row)) continue;
    const slot = slotOf(row);
    met[slot] = Math.min(2, (met[slot] as number) + 1);
  }
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (counts(row) && met[slotOf(row)] === 2) rows.push(row);
  return rows;
}
