// Is a file the FEC that LPF art. A47 A-1 asks for? Every line of every account is looked at, and each rule that is broken is told with its first line. No figure
// hangs on it: a ledger is read from far worse.
import { type Day, isoDay, NO_DAY } from '../../core/day.ts';
import { Diagnostics } from '../../core/diagnostic.ts';
import { parseAmount } from '../amount.ts';
import { asUtf8 } from '../as-utf8.ts';
import { parseDay } from '../day.ts';
import type { Encoding } from '../encoding.ts';
import { fecName } from '../entries/fec-name.ts';
import type { FileRequest } from '../file-reading.ts';
import { senseOf } from '../ledger-cells.ts';
import { openLedger } from '../ledger-opening.ts';
import { splitRecords } from '../records.ts';
import type { Source } from '../source.ts';
import { Breaches } from './breaches.ts';
import { checkFields, type FecColumns, type FecField, fecColumns } from './fields.ts';
import { Numbering } from './numbering.ts';

/** Reads a file once more, by texts. What is no table of texts is told by whoever reads it as a ledger. */
export async function checkFec(given: Source, request: FileRequest, diagnostics: Diagnostics): Promise<void> {
  const text = await asUtf8(given, request.encoding, new Diagnostics());
  if (text === undefined) return;
  const opening = await openLedger(text, request);
  const { header, delimiter, source } = opening;
  const check = new FecCheck(given.name, header.line);
  const start = { line: 1, fresh: true, delimiter: delimiter.delimiter, encoding: text };
  await splitRecords(source, new Diagnostics(), (cells, line) => check.record(cells, line), start);
  if (delimiter.delimiter !== '\t' && delimiter.delimiter !== '|')
    check.breaches.add('delimiter', { line: header.line, value: delimiter.delimiter });
  const { encoding } = text.choice();
  if (REFUSED.includes(encoding)) check.breaches.add('encoding', { line: header.line, value: encoding });
  check.finish(encoding, diagnostics);
}

/** A file of Windows-1252 that has none of these characters is one of ISO 8859-15 as well. */
const OF_WINDOWS = /[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
const REFUSED: readonly Encoding[] = ['macintosh', 'utf-16le', 'utf-16be'];
const TWO_YEARS = 731;
const PROPER_NAME = /^\d{9}FEC\d{8}\.[A-Za-z]{3,4}$/;

class FecCheck {
  readonly breaches = new Breaches();
  readonly #file: string;
  readonly #headingLine: number;
  readonly #numbering = new Numbering();
  readonly #closing: Day | undefined;
  #columns: FecColumns | undefined;
  #cells: readonly string[] = [];
  #lastValid = '';
  /** Lines with such a character, and the first of them. */
  readonly #strange: { lines: number; first: { line: number; column: number; value: string } | undefined } = {
    lines: 0,
    first: undefined,
  };
  readonly #cell = (field: FecField): string => (this.#cells[this.#columns?.at.get(field) ?? -1] ?? '').trim();

  constructor(file: string, headingLine: number) {
    this.#file = file;
    this.#headingLine = headingLine;
    const name = fecName(file);
    this.#closing = name?.closing;
    const base = file.split(/[/\\]/).at(-1) as string;
    if (!PROPER_NAME.test(base.replace(/\.gz$/i, ''))) this.breaches.add('name', { value: base });
  }

  record(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (this.#columns === undefined) {
      if (line < this.#headingLine) this.breaches.add('titles', { line });
      else this.#columns = fecColumns(cells, line, this.breaches);
      return;
    }
    this.#cells = cells;
    if (cells.length !== this.#columns.width) this.breaches.add('width', { line, value: `${cells.length}` });
    this.#characters(line);
    checkFields(this.#cell, this.#columns, line, this.breaches);
    this.#days(line);
    const cell = this.#cell;
    const [journal, number, day, piece] = [cell('JournalCode'), cell('EcritureNum'), cell('EcritureDate'), cell('PieceRef')];
    const column = (this.#columns.at.get('EcritureNum') ?? 0) + 1;
    this.#numbering.add(
      { journal, number, day, piece, account: cell('CompteNum'), amount: this.#amount(), line, column },
      this.breaches,
    );
  }

  #characters(line: number): void {
    const index = this.#cells.findIndex((cell) => OF_WINDOWS.test(cell));
    if (index < 0) return;
    const [value] = OF_WINDOWS.exec(this.#cells[index] as string) as RegExpExecArray;
    this.#strange.first ??= { line, column: index + 1, value };
    this.#strange.lines++;
  }

  #days(line: number): void {
    const [day, valid] = [this.#cell('EcritureDate'), this.#cell('ValidDate')];
    const on = /^\d{8}$/.test(day) ? (parseDay(day, 'ymd8') ?? NO_DAY) : NO_DAY;
    const place = { line, column: (this.#columns?.at.get('EcritureDate') ?? 0) + 1, value: day };
    if (this.#closing !== undefined && on !== NO_DAY) {
      if (on > this.#closing) this.breaches.add('after', place);
      else if (on <= this.#closing - TWO_YEARS) this.breaches.add('before', place);
    }
    if (!/^\d{8}$/.test(valid)) return;
    const validAt = { line, column: (this.#columns?.at.get('ValidDate') ?? 0) + 1, value: valid };
    if (/^\d{8}$/.test(day) && valid < day) this.breaches.add('valid', validAt);
    if (valid < this.#lastValid) this.breaches.add('chronology', validAt);
    this.#lastValid = valid;
  }

  #amount(): number {
    const of = (field: FecField): number => {
      const units = parseAmount(this.#cell(field), 2, /\.\d{1,2}\D*$/.test(this.#cell(field)) ? '.' : ',');
      return typeof units === 'number' ? units : 0;
    };
    return this.#columns?.sided === true ? of('Debit') * (senseOf(this.#cell('Credit')) ?? 0) : of('Debit') - of('Credit');
  }

  /** In which encoding the file was is known to its end. */
  finish(encoding: Encoding, diagnostics: Diagnostics): void {
    const { first, lines } = this.#strange;
    if (encoding === 'windows-1252' && first !== undefined) this.breaches.add('characters', first, lines);
    const close = this.#closing === undefined ? undefined : isoDay(this.#closing).replaceAll('-', '');
    if (this.#columns !== undefined) this.#numbering.finish(close, this.breaches);
    this.breaches.tell(this.#file, this.#columns?.cash === true, diagnostics);
  }
}
