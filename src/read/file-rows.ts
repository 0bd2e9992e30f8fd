// What is read below the headings of one file, and as what? Decided once they are known: its columns, currency and package, the rows that count, and which reader
// may take them.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import type { Field } from '../ledger/field.ts';
import type { AccountRows } from './accounts.ts';
import { BetweenRows } from './between-rows.ts';
import type { FileCounts } from './counts.ts';
import type { JournalReading } from './entries/open-journal.ts';
import { type CurrencyChoice, chooseCurrency, tellCurrency } from './file-currency.ts';
import { FileFilter } from './file-filter.ts';
import type { FileRequest } from './file-reading.ts';
import type { Forms } from './forms.ts';
import { kindBy } from './kind-words.ts';
import { storedColumns } from './ledger-columns.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import type { LedgerOpening } from './ledger-opening.ts';
import type { PresetChoice } from './presets/choose.ts';
import { isReport } from './report-headings.ts';
import { type OnReject, RowReader } from './rows.ts';
import { tellBalanceBefore } from './running-balance.ts';
import { tellDoubts } from './spelling-findings.ts';
import { statusColumns } from './statuses.ts';
import { headingsWithin, type RowWidth } from './width.ts';

/** A file whose headings were met. */
type HeadedFile = {
  readonly opening: LedgerOpening;
  readonly headings: readonly string[];
  readonly headingLine: number;
  readonly titles: readonly (readonly string[])[];
  readonly accounts: AccountRows | undefined;
  readonly counts: FileCounts;
};

/** What a reader of bytes needs to know of the rows. */
export type RowsFromBytes = {
  readonly width: RowWidth;
  readonly columns: readonly LedgerColumn[];
  readonly forms: Forms<Field>;
  readonly currency: Currency;
  readonly filter: FileFilter | undefined;
  readonly journal: JournalReading | undefined;
};

export type FileRows = {
  readonly columns: readonly LedgerColumn[];
  readonly preset: PresetChoice | undefined;
  /** What is left is absent for a file whose spelling is in doubt: rows read under a form that may be another would only be told wrong. */
  readonly read?: RowsRead;
};

type RowsRead = {
  readonly currency: CurrencyChoice;
  readonly between: BetweenRows;
  readonly journal: JournalReading | undefined;
  readonly rows: RowReader;
  /** Absent where only texts tell what a row is. */
  readonly bytes: RowsFromBytes | undefined;
};

/** What the headings of a file turned out to be. */
type Mapped = {
  readonly headings: readonly string[];
  readonly width: RowWidth;
  readonly columns: readonly LedgerColumn[];
  readonly preset: PresetChoice | undefined;
  readonly currency: CurrencyChoice;
};

/** Undefined for a file that cannot be read by its headings, which is told. */
export function openRows(
  file: HeadedFile,
  request: FileRequest,
  builder: LedgerBuilder,
  diagnostics: Diagnostics,
): FileRows | undefined {
  const { opening, headingLine: line } = file;
  const { source, mapped, running, noKinds } = opening;
  const { name } = source;
  const { headings, beyond, width } = headingsWithin(file.headings, opening.width);
  const found = mapped({ file: name, line, headings, beyond, diagnostics, mapSaid: request.mapSaid });
  if (found === undefined) return undefined;
  // A balance that runs says nothing of what is open of its row, nor a column without kinds of its kind.
  const columns = found.columns.filter(({ index }) => index !== running?.index && index !== noKinds?.index);
  const { preset } = found;
  if (tellDoubts(opening.doubts, columns, name, diagnostics)) return { columns, preset };
  const chosen = chooseCurrency(columns, request);
  tellCurrency(chosen, name, line, diagnostics);
  tellBalanceBefore(running, name, diagnostics);
  builder.startFile(name, storedColumns(columns));
  request.onHeadings?.(file.headings);
  return {
    columns,
    preset,
    read: readRows(file, { headings, width, columns, preset, currency: chosen }, request, builder, diagnostics),
  };
}

/** Who reads the rows, and as what. */
function readRows(
  { opening, titles, counts, accounts, headingLine }: HeadedFile,
  { headings, width, columns, preset, currency: chosen }: Mapped,
  request: FileRequest,
  builder: LedgerBuilder,
  diagnostics: Diagnostics,
): RowsRead {
  const { source, delimiter, spelling, above } = opening;
  const { name } = source;
  const own = { kind: kindBy(preset?.data.kinds), report: isReport(headings) };
  const forms = request.forms ?? { ...spelling.forms, ...own };
  const asked = request.rowFilter?.open({ file: name, line: headingLine, headings, columns });
  const byAccount = accounts?.choice.column === undefined ? undefined : accounts;
  const filter = byAccount === undefined ? asked : new FileFilter([...(asked?.columns ?? []), byAccount]);
  const { perLine, openAlone, unissued, entries: named } = preset?.data ?? {};
  const status = statusColumns(headings, columns, unissued, asked, opening.rows);
  const told = { unissued: status.unissued, doubtful: status.doubtful, openAlone };
  const shape = { headings, columns, forms, above, titles, perLine, ...told, partly: asked !== undefined };
  const between = new BetweenRows(shape, builder, chosen.currency);
  const spelt = { columns, forms, currency: chosen.currency };
  const journal = byAccount && named && opening.openJournal?.(headings, columns, named, spelt, builder);
  const rowFile = { name, width, delimiter: delimiter.delimiter, ...spelt, filter, between, ...told };
  const reject: OnReject = (rejected, reasons) => request.onReject?.(rejected, reasons);
  const ofJournal = { accounts, lines: journal?.lines, collects: journal !== undefined, entity: request.entity };
  const rows = new RowReader({ ...rowFile, ...ofJournal }, builder, request.currency, diagnostics, counts, reject);
  // Only texts tell a further line of a document from a document, what is owed from what its status says is not, and what account stands above a row; and
  // the swift reader knows one sign of credits.
  const below = accounts !== undefined && byAccount === undefined;
  const byStatus = status.unissued !== undefined || status.doubtful !== undefined;
  const texts = below || perLine !== undefined || byStatus || forms.creditsMinus === true;
  const bytes = texts ? undefined : { width, ...spelt, filter, journal };
  return { currency: chosen, between, journal, rows, bytes };
}
