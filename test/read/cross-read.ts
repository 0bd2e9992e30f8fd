// What is read of a file that was written in one of many ways? The ledger as texts, or, where it is refused, what is told of it.
import { type Day, isoDay, NO_DAY } from '../../src/core/day.ts';
import { KINDS } from '../../src/ledger/kind.ts';
import type { Engine } from '../../src/read/file-reading.ts';
import { type Way as Arrival, type Request, readBy } from './both-readers.ts';
import { dayIn, fileIn, type Row, STORY, type Way } from './cross-files.ts';

const KIND = { Facture: 'invoice', Avoir: 'credit_note', Règlement: 'payment' } as const;

/** The story as `readRows` tells a ledger. */
export function rowsOf(rows: readonly Row[] = STORY): string[] {
  return rows.map(({ customer, name, kind, document, date, due, amount }) =>
    [customer, name, KIND[kind], document, dayIn(date, 'iso'), due, amount].join(' ; '),
  );
}

export type Told = { readonly rows: readonly string[]; readonly told: readonly string[] };

export type Reading = Request & { readonly engine?: Engine | undefined; readonly arrival?: Arrival };

const WHOLE: Arrival = { piece: 1 << 16 };

/** Postings of the file, none where it is refused; and each error as `code@line value`. */
export async function readRows(bytes: Uint8Array, { engine, arrival = WHOLE, ...request }: Reading = {}): Promise<Told> {
  const read = await readBy(engine, [bytes], arrival, { columns: ['document'], ...request });
  if (read === undefined) return { rows: [], told: ['declined'] };
  const told = read.kept.map(({ code, line, value }) => `${code}@${line ?? ''} ${value ?? ''}`.trim());
  const { ledger } = read;
  const rows = Array.from({ length: ledger.count }, (_, row) => {
    const customer = ledger.customer[row] as number;
    return [
      ...[ledger.customers.id(customer), ledger.customers.nameOf(customer), KINDS[ledger.kind[row] as number]?.key],
      ...[ledger.columns.document?.at(row), dayText(ledger.day[row]), dayText(ledger.due[row]), ledger.amount[row]],
    ].join(' ; ');
  });
  return { rows, told };
}

function dayText(day: number | undefined): string {
  return day === undefined || day === NO_DAY ? '' : isoDay(day as Day);
}

/** What is wrong with the reading of the story in a way, by either reader; nothing, where all is as it should be. */
export async function judge(way: Way): Promise<string[]> {
  const bytes = fileIn(way);
  const wrong: string[] = [];
  const expected = rowsOf().join('\n');
  for (const engine of [undefined, 'careful'] as const) {
    const { rows, told } = await readRows(bytes, { engine });
    if (rows.join('\n') !== expected || told.length > 0) wrong.push(...told, ...rows);
  }
  return wrong;
}
