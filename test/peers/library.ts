// What does a program get that uses `ar` as a library? A CSV text, read and opened through src/index.ts and nothing else.
import {
  AGE_COLUMNS,
  type AgeDetail,
  type AgedBalance,
  type AgeRequest,
  ageDetail,
  agedBalance,
  type Book,
  buckets,
  type ColumnName,
  type Currency,
  currencyOf,
  type Day,
  Diagnostics,
  exponentOf,
  openBook,
  parseIsoDay,
  readLedger,
  SETTLEMENT_COLUMNS,
} from '../../src/index.ts';

/** What ageing asks of a ledger; `base` only where figures are wanted in the books' currency. */
const COLUMNS: readonly ColumnName[] = [...SETTLEMENT_COLUMNS, ...AGE_COLUMNS, 'line', 'collector', 'group', 'country'];

/** Opens a ledger that must be sound: an error found in it, or a row set aside, ends the test. */
export async function openText(csv: string, more: readonly ColumnName[] = [], books = 'EUR'): Promise<Book> {
  const diagnostics = new Diagnostics();
  const bytes = new TextEncoder().encode(csv);
  const reading = await readLedger(
    [{ name: 'ledger.csv', chunks: () => [bytes] }],
    { columns: [...COLUMNS, ...more], map: new Map(), currency: currency(books) },
    diagnostics,
  );
  if (!reading.whole || reading.setAside > 0) {
    throw new Error(`the ledger was refused: ${diagnostics.kept.map((d) => `${d.code} line ${d.line}: ${d.what}`).join('; ')}`);
  }
  return openBook(reading.ledger);
}

export type Choices = {
  readonly asOf: string;
  readonly bounds?: readonly number[];
  readonly ageBy?: 'due' | 'date';
  readonly credits?: AgeRequest['credits'];
  readonly groupBy?: AgeRequest['groupBy'];
  readonly inBase?: boolean;
};

export function requestFor(choices: Choices): AgeRequest {
  const { asOf, bounds = [30, 60, 90], ageBy = 'due', credits = 'separate', groupBy = 'customer', inBase = false } = choices;
  return { asOf: day(asOf), buckets: buckets(ageBy, bounds), credits, groupBy, customers: undefined, inBase };
}

export function day(iso: string): Day {
  const found = parseIsoDay(iso);
  if (found === undefined) throw new Error(`no day: ${iso}`);
  return found;
}

function currency(code: string): Currency {
  const found = currencyOf(code);
  if (found === undefined) throw new Error(`no currency: ${code}`);
  return found;
}

/** Minor units as the text a person writes: 123450 EUR is 1234.50. */
export function moneyText(units: number, of: Currency): string {
  const decimals = exponentOf(of);
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const sign = units < 0 ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Each group's figures by `id currency`; what is nothing is left out, so a case names every figure there is. */
export function figuresOf(balance: AgedBalance, request: AgeRequest): Record<string, Record<string, string>> {
  const columns: [string, Float64Array][] = [
    ...request.buckets.list.map(({ key }, b): [string, Float64Array] => [key, balance.buckets[b] as Float64Array]),
    ...(['unallocated', 'total', 'overdue', 'disputed'] as const).map((key): [string, Float64Array] => [key, balance[key]]),
  ];
  return Object.fromEntries(
    balance.groups.map((group, slot) => {
      const figures = columns.flatMap(([key, sums]) =>
        sums[slot] === 0 ? [] : [[key, moneyText(sums[slot] as number, group.currency)] as const],
      );
      const oldest = balance.oldestDaysLate[slot] as number;
      if (oldest > 0) figures.push(['oldest_days_late', String(oldest)]);
      return [`${group.id} ${group.currency}`, Object.fromEntries(figures)];
    }),
  );
}

/** One line an open item: document, what is open, and where it stands. */
export function itemsOf(book: Book, detail: AgeDetail, request: AgeRequest): string[] {
  const { ledger } = book;
  return detail.rows.map((row) => {
    const of = request.inBase ? ledger.bookCurrency : (ledger.currencies[ledger.currency[row] as number] as Currency);
    const bucket = request.buckets.list[detail.bucket(row)]?.key ?? 'unallocated';
    return `${ledger.columns.document?.at(row) ?? ''} ${moneyText(detail.open[row] as number, of)} ${bucket}`;
  });
}

/** The figures and the items of a ledger, as a library user gets them. */
export async function aged(
  csv: string,
  choices: Choices,
  books?: string,
): Promise<{ figures: Record<string, Record<string, string>>; items: string[] }> {
  const book = await openText(csv, choices.inBase === true ? ['base'] : [], books);
  const request = requestFor(choices);
  return {
    figures: figuresOf(agedBalance(book, request), request),
    items: itemsOf(book, ageDetail(book, request, false), request),
  };
}
