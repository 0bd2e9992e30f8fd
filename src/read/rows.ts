// What becomes of each record below the headings? It is blank, stands between the rows, is left out, is set aside with all that is wrong with it, or is a
// posting, which is committed only when every cell could be read.
import type { Currency } from '../core/currency.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import type { Field } from '../ledger/field.ts';
import type { AccountRows } from './accounts.ts';
import type { BetweenRows } from './between-rows.ts';
import type { FileCounts } from './counts.ts';
import type { Delimiter } from './delimiter.ts';
import type { EntryLines } from './entries/lines.ts';
import type { FileFilter } from './file-filter.ts';
import type { Forms } from './forms.ts';
import { LedgerCells } from './ledger-cells.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import { type PostingFile, RowPosting } from './row-posting.ts';
import { checkShape } from './shape.ts';
import { type HeldText, TextBelow } from './text-below.ts';
import type { RowWidth } from './width.ts';

/** Receives a row that cannot be read, with all that is wrong with it. */
export type OnReject = (cells: readonly string[], reasons: readonly Diagnostic[]) => void;

/** What the rows of a file have in common. */
type RowFile = Pick<PostingFile, 'currency' | 'between' | 'doubtful' | 'openAlone' | 'accounts' | 'collects' | 'entity'> & {
  readonly name: string;
  readonly width: RowWidth;
  readonly delimiter: Delimiter;
  readonly columns: readonly LedgerColumn[];
  readonly forms?: Forms<Field> | undefined;
  readonly filter?: FileFilter | undefined;
  readonly lines?: EntryLines | undefined;
};

export class RowReader {
  readonly #cells: LedgerCells;
  readonly #posting: RowPosting;
  readonly #width: RowWidth;
  readonly #delimiter: Delimiter;
  readonly #builder: LedgerBuilder;
  readonly #diagnostics: Diagnostics;
  readonly #counts: FileCounts;
  readonly #reject: OnReject;
  readonly #filter: FileFilter | undefined;
  readonly #between: BetweenRows | undefined;
  readonly #accounts: AccountRows | undefined;
  readonly #lines: EntryLines | undefined;
  readonly #texts = new TextBelow();

  constructor(
    file: RowFile,
    builder: LedgerBuilder,
    bookCurrency: Currency,
    diagnostics: Diagnostics,
    counts: FileCounts,
    reject: OnReject,
  ) {
    const { currency, between, doubtful, openAlone, accounts, collects, entity, forms } = file;
    this.#cells = new LedgerCells(file.name, file.columns, forms);
    const signed = forms?.report === true;
    const shared = { cells: this.#cells, signed, currency, between, doubtful, openAlone, accounts, collects, entity };
    this.#posting = new RowPosting(shared, builder, bookCurrency, counts);
    this.#width = file.width;
    this.#delimiter = file.delimiter;
    this.#builder = builder;
    this.#diagnostics = diagnostics;
    this.#counts = counts;
    this.#reject = reject;
    this.#filter = file.filter;
    this.#between = between;
    this.#accounts = accounts;
    this.#lines = file.lines;
  }

  /** Reads one record below the headings. */
  read(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell.trim() === '')) {
      this.#counts.blank++;
      return;
    }
    // The swift reader may have taken rows since the last record that came here.
    this.catchUp();
    if (this.#between?.take(cells, line) === true || this.#texts.hold(cells, line, this.#counts.rows)) return;
    this.#readAll(this.#texts.take());
    this.#row(cells, line);
  }

  /** Texts that more rows have followed are rows, too. */
  catchUp(): void {
    this.#readAll(this.#texts.followed(this.#counts.rows));
  }

  /** Texts that no row has followed, at the end of the file. */
  finish(): readonly HeldText[] {
    this.catchUp();
    const named = this.#between?.textsBelow() ?? [];
    const { cut, texts } = this.#texts.finish(this.#builder.customers);
    this.#readAll(cut);
    return [...named, ...texts].sort((a, b) => a.line - b.line);
  }

  #readAll(held: readonly HeldText[]): void {
    for (const { cells, line } of held) this.#row(cells, line);
  }

  #row(cells: readonly string[], line: number): void {
    this.#counts.rows++;
    this.#cells.open(cells, line);
    checkShape(cells, this.#width, this.#delimiter, this.#cells);
    if (this.#cells.problems.length > 0) this.#filter?.broken(cells);
    else if (this.#filter?.keeps(cells) === false || this.#accounts?.leavesOutUnder(this.#between?.customer?.id) === true) {
      this.#counts.leftOut++;
      this.#lines?.take(cells);
      return;
    } else this.#posting.fill();
    const { problems } = this.#cells;
    if (problems.length === 0) {
      this.#posting.count();
      this.#builder.commit();
      this.#lines?.take(cells, this.#builder.count - 1);
      return;
    }
    this.#counts.setAside++;
    this.#lines?.take(cells);
    for (const problem of problems) this.#diagnostics.add(problem);
    this.#reject(cells, problems);
  }
}
