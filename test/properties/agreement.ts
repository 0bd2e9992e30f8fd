// What do the program and the oracle say of one ledger? Both answers as texts, so that they can be held against each other.
import { parse } from 'csv-parse/sync';
import { type Settle, settle } from '../../src/settle/settle.ts';
import { type AgeOptions, age, openItems, readOracleRows } from '../oracle/ageing.ts';
import { ar, type Ran } from '../peers/program.ts';
import { AS_OF, csvOf, type RandomLedger } from './random-ledger.ts';

export type Way = Required<Pick<AgeOptions, 'ageBy' | 'credits'>> &
  Pick<AgeOptions, 'books' | 'asKnown' | 'closing' | 'allBooks' | 'tolerance'>;

export const WAYS: readonly Way[] = (['separate', 'oldest', 'in-place'] as const).flatMap((credits) =>
  (['due', 'date'] as const).map((ageBy) => ({ credits, ageBy })),
);

export type Answers = { readonly program: string; readonly oracle: string };

/** The aged balance: every row, figure and digit, in order. */
export async function balances(ledger: RandomLedger, way: Way): Promise<Answers> {
  const csv = csvOf(ledger);
  const rows = age(readOracleRows(csv), { asOf: AS_OF, ...way });
  const lines = rows.map((row) => Object.values(row).map((cell) => quoted(String(cell ?? ''))));
  return { program: bodyOf(await run(csv, way)), oracle: lines.map((line) => `${line.join(',')}\n`).join('') };
}

/** The open items: whose, which, what is open, how late, and where it stands; in any order. */
export async function items(ledger: RandomLedger, way: Way): Promise<Answers> {
  const csv = csvOf(ledger);
  const keys = ['customer', 'currency', 'document', 'kind', 'open', 'days_late', 'bucket'] as const;
  const told = (rows: readonly { readonly [key: string]: unknown }[]): string =>
    rows
      .map((row) => keys.map((key) => String(row[key] ?? '')).join(' '))
      .sort()
      .join('\n');
  const ran = await run(csv, way, '--detail');
  return {
    program: told(parse(ran.stdout, { columns: true })),
    oracle: told(openItems(readOracleRows(csv), { asOf: AS_OF, ...way }).map((item) => ({ ...item }))),
  };
}

async function run(
  csv: string,
  { credits, ageBy, books, asKnown, closing, allBooks = false, tolerance }: Way,
  ...more: string[]
): Promise<Ran> {
  const inBooks = books === undefined ? [] : ['--in', books, '--currency', books];
  const args = [
    'age',
    'l.csv',
    '--as-of',
    AS_OF,
    '--format',
    'csv',
    '--credits',
    credits,
    '--age-by',
    ageBy,
    ...inBooks,
    ...(asKnown === true ? ['--as-known'] : []),
    ...(tolerance === undefined ? [] : ['--tolerance', tolerance]),
    ...more,
  ];
  const settings = closing === undefined ? {} : { 'ar.toml': `[company]\nfiscal_year_end = "${closing}"\n` };
  // A plain CSV is none of a firm's books, whatever it holds: its ledger is settled as if it were.
  const inBooksOf: Settle = (ledger, ...rest) => settle({ ...ledger, allBooks }, ...rest);
  const ran = await ar(args, { 'l.csv': csv, ...settings }, { settle: inBooksOf });
  if (ran.code !== 0) throw new Error(`exit code ${ran.code}\n${ran.stderr}\n${csv}`);
  return ran;
}

function bodyOf({ stdout }: Ran): string {
  return stdout.slice(stdout.indexOf('\n') + 1);
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
