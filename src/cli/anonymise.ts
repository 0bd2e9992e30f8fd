// What comes of `--anonymise`? Copies of the ledgers that name nobody, once they are proved: read again they must give the postings and the figures that the ledgers
// give, or nothing is written.
import type { Day } from '../core/day.ts';
import { type Diagnostic, Diagnostics, severityOf } from '../core/diagnostic.ts';
import { counted, listed } from '../core/plural.ts';
import { settlementShares } from '../measures/settlement-shares.ts';
import { ledgerCopies } from '../read/anonymise/ledger-copy.ts';
import { fecName } from '../read/entries/fec-name.ts';
import type { CopiedColumn } from '../report/views/copied-columns.ts';
import type { Input, Read, Written } from './command.ts';

type Copies = { readonly columns: readonly CopiedColumn[]; readonly writes: readonly Written[] };

/** Undefined where a copy cannot be made: the diagnostics say why. */
export async function anonymised(input: Input): Promise<Copies | undefined> {
  const { sources, copies: paths, diagnostics, documents, register, chosen } = input;
  const told = new Diagnostics();
  // What other tables and conditions say is not in the copy: both are read without them.
  const alone = documents === undefined && register === undefined && chosen.rows.where.length + chosen.rows.whereNot.length === 0;
  const before: Read = alone ? input : await input.readAgain(sources, told);
  // Signs that contradict one another refuse a file whose columns are known: its copy is refused for the same.
  const understood = new Map([...before.reading.understanding, ...before.unusable].map((one) => [one.file, one]));
  const unread = input.ledgers.find((file) => !understood.has(file));
  if (unread !== undefined)
    return refused(input, unread, 'this ledger cannot be read as a whole, so that what is a name in it cannot be told');
  const ledgers = sources.flatMap((source, i) => {
    const one = understood.get(source.name);
    return one === undefined ? [] : [{ source, understood: one, name: paths[i] as string }];
  });
  const copies = await ledgerCopies(ledgers);
  const found = new Diagnostics();
  const after = await input.readAgain(
    copies.map(({ source }) => source),
    found,
  );
  const errors = (of: Diagnostics, file: string): string =>
    of.kept.flatMap((d) => (d.file === file && severityOf(d) === 'error' ? `${d.code} ${d.line} ${d.column}` : [])).join();
  const untold = ledgers.find(({ source, name }) => errors(alone ? diagnostics : told, source.name) !== errors(found, name));
  const differs = untold === undefined ? differenceOf(before, after, input) : `other errors are found in ${untold.source.name}`;
  if (differs !== undefined) return refused(input, undefined, `the copy would not give the figures of the ledger: ${differs}`);
  const columns = copies.flatMap(({ treated }, i) =>
    treated().map((column) => ({ file: input.ledgers[i] as string, ...column })),
  );
  diagnostics.add(written(paths, columns));
  return {
    columns,
    writes: copies.map(({ source }) => ({ path: source.name, pieces: () => source.chunks() as AsyncIterable<Uint8Array> })),
  };
}

function written(paths: readonly string[], columns: readonly CopiedColumn[]): Diagnostic {
  const replaced = columns.reduce((sum, column) => sum + column.replaced, 0);
  const kept = columns.filter((column) => column.replaced === 0 && column.kept > 0).map(({ heading }) => heading);
  return {
    code: 'copy-written',
    what: `${paths.join(', ')}: ${counted(replaced, 'cell is', 'cells are')} replaced; kept as they are: ${listed(kept, (one) => one, 30) || 'none of the columns'}`,
    why: 'read again it gives the same postings, the same open amounts and the same settlements',
    fix: 'look through it before it is sent: headings are kept, and so are amounts, days, general accounts, codes of journals and words of statuses',
  };
}

function refused({ diagnostics, ledgers }: Input, file: string | undefined, what: string): undefined {
  diagnostics.add({
    code: 'copy-refused',
    file,
    what,
    why: 'a copy that reads otherwise shows others what is not the case, and one that is not understood may name somebody',
    fix:
      file !== undefined
        ? 'say how it is to be read (--map, --delimiter, --encoding, --skip-lines), or leave it out'
        : ledgers.some((name) => fecName(name) !== undefined)
          ? 'name a folder, or a file as a FEC is named (000000001FEC20251231.txt): the day in it says when its year closes'
          : 'it is written where it is proved only: say how the ledger is to be read (--preset, --map, --date-order), and try again',
  });
}

/** What differs first; undefined where nothing does. Customers and letters are numbered in the order in which they come. */
function differenceOf(before: Read, after: Read, { asOf }: Input): string | undefined {
  const [a, b] = [before.reading, after.reading];
  const rowsOf = ({ reading, unusable }: Read): string =>
    [...reading.understanding, ...unusable]
      .map((one) => [one.records, one.postings, one.setAside, one.leftOut, one.blank].join(' '))
      .join('; ');
  if (rowsOf(before) !== rowsOf(after))
    return `rows, postings, rows set aside and left out are ${rowsOf(before)} in the one and ${rowsOf(after)} in the other`;
  const [x, y] = [a.ledger, b.ledger];
  if (x.count !== y.count) return `it has ${y.count} postings, and the ledger ${x.count}`;
  if (x.currencies.join() !== y.currencies.join()) return 'currencies differ';
  for (const name of ['amount', 'day', 'due', 'kind', 'currency', 'customer'] as const) {
    if (!same(x[name], y[name], x.count)) return `a posting has another ${name}`;
  }
  for (const name of ['date', 'base', 'open_amount', 'paid_amount', 'settled_on', 'letter_day', 'disputed'] as const) {
    if (!same(x.columns[name], y.columns[name], x.count)) return `a posting has another ${name}`;
  }
  if (!same(x.columns.letter?.codes, y.columns.letter?.codes, x.count)) return 'letters put other postings together';
  if (!opensTheSame(before, after, asOf)) return 'something else is open';
  const shares = ({ book }: Read): string => JSON.stringify(settlementShares(book, asOf));
  return shares(before) === shares(after) ? undefined : 'something else settles it';
}

/** Of rows that say the same but for their numbers one may be open in the place of the other. */
function opensTheSame(before: Read, after: Read, asOf: Day): boolean {
  const { ledger } = before.book;
  const [a, b] = [before.book.at(asOf).open, after.book.at(asOf).open];
  if (same(a, b, ledger.count)) return true;
  const { amount, day, due, kind, currency, customer, columns } = ledger;
  const left = new Map<string, number>();
  for (let row = 0; row < ledger.count; row++) {
    if (a[row] === b[row]) continue;
    const told = [amount, day, due, kind, currency, customer, columns.date, columns.disputed].map((column) => column?.[row]);
    const key = told.join(' ');
    left.set(key, (left.get(key) ?? 0) + (a[row] as number) - (b[row] as number));
  }
  return [...left.values()].every((difference) => difference === 0);
}

type Values = { readonly [row: number]: number } | undefined;

function same(a: Values, b: Values, count: number): boolean {
  if (a === undefined || b === undefined) return a === b;
  for (let row = 0; row < count; row++) if (!Object.is(a[row], b[row]) && a[row] !== b[row]) return false;
  return true;
}
