// Which postings stand in the ledger twice? Rows of one customer, kind, number, day, due day, amount and currency: an invoice exported twice would be
// owed twice. Instalments differ in their due day, and rows without a number may well be alike.
import { column, documentDays, type Ledger } from '../ledger/ledger.ts';
import { groupRows, mix } from '../settle/row-groups.ts';

type Duplicates = {
  /** Rows that say what another row says already. */
  readonly count: number;
  /** The first row that is said again, and the first that says it again; −1 when there is none. */
  readonly row: number;
  readonly again: number;
};

export function duplicatesOf(ledger: Ledger): Duplicates {
  const document = column(ledger, 'document');
  if (document === undefined) return { count: 0, row: -1, again: -1 };
  const { customer, kind, due, amount, currency, count } = ledger;
  const dates = documentDays(ledger);
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (!document.isEmpty(row) && amount[row] !== 0) rows.push(row);
  const groups = groupRows(
    rows,
    (row) =>
      mix(
        mix(mix(mix(0, customer[row] as number), dates[row] as number), (amount[row] as number) | 0),
        document.numbers[row] as number,
      ),
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
  };
}
