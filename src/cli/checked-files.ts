// What does `ar check` say of each of several files? How it was read, what it brings, how much was found in it; or why it could not be read.
import { severityOf } from '../core/diagnostic.ts';
import { fileSums } from '../measures/file-sums.ts';
import { delimiterName } from '../read/delimiter.ts';
import { GENERIC } from '../read/presets/names.ts';
import type { Understanding } from '../read/understanding.ts';
import type { CheckedFile } from '../report/views/check-files.ts';
import type { Book } from '../settle/book.ts';
import type { Input } from './command.ts';

/** Every ledger in the order named; `book`: of the postings that count. */
export function checkedFiles({ ledgers, reading, diagnostics, asOf }: Input, book: Book): CheckedFile[] {
  const read = new Map(reading.understanding.map((one) => [one.file, one]));
  const sums = fileSums(book, asOf);
  return ledgers.map((file) => {
    const understood = read.get(file);
    const first = diagnostics.kept.find((found) => found.file === file && severityOf(found) === 'error');
    return {
      file,
      entity: understood?.journal?.entity ?? '',
      preset: understood && presetOf(understood),
      encoding: understood?.encoding.encoding,
      delimiter: understood && delimiterName(understood.delimiter.delimiter),
      rows: understood?.records,
      setAside: understood?.setAside,
      leftOut: understood?.leftOut,
      sums: understood === undefined ? [] : (sums.get(file) ?? []),
      findings: diagnostics.of(file),
      problem: understood === undefined && first !== undefined ? `${first.code}: ${first.what}` : undefined,
    };
  });
}

/** The package that wrote it; `plain` where all columns have the names of fields, `generic` where other names of them were known. */
function presetOf({ preset, columns }: Understanding): string {
  if (preset !== undefined) return preset.preset.name;
  return columns.every(({ by }) => by === 'name') ? 'plain' : GENERIC;
}

/** Which rows of the ledger are of files that were read to their end; undefined when all are. */
export function rowsOfRead({ ledgers, reading, book: { ledger } }: Input): ((row: number) => boolean) | undefined {
  const read = new Set(reading.understanding.map(({ file }) => file));
  if (ledgers.length < 2 || ledger.files.every(({ name }) => read.has(name))) return undefined;
  const holds = new Uint8Array(ledger.count);
  ledger.files.forEach(({ name, firstRow }, i) => {
    if (read.has(name)) holds.fill(1, firstRow, ledger.files[i + 1]?.firstRow ?? ledger.count);
  });
  return (row) => holds[row] === 1;
}
