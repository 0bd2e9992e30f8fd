// What posting do these bytes hold? Reads the canonical cells of a row — ISO days, plain amounts, known customers, kinds and
// currencies — straight into the builder's draft. Anything else it leaves to the careful RowReader, cell texts and all, so there is
// one grammar and one set of messages.
import { type Currency, currencyOf, exponentOf } from '../core/currency.ts';
import { NO_DAY } from '../core/day.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import { CATEGORIES, type Field } from '../ledger/field.ts';
import { kindCode, kindCodeOf } from '../ledger/kind.ts';
import { NO_AMOUNT } from '../ledger/ledger.ts';
import { amountIn, dayIn, isPlain, NOT_CANONICAL } from './byte-cells.ts';
import { ByteKeys } from './byte-keys.ts';
import type { FileCounts } from './counts.ts';
import type { MappedColumn } from './headings.ts';
import type { Fields } from './swift-records.ts';

/** Fields this reader understands; a cell that is filled under any other field a figure reads makes the row a careful one. */
const UNDERSTOOD: ReadonlySet<Field> = new Set<Field>([
  ...(['customer', 'name', 'kind', 'document', 'reference', 'date', 'posted', 'due', 'amount', 'currency'] as const),
  ...(['open_amount', 'paid_amount', 'settled_on'] as const),
]);

/** Fields no figure reads: whatever stands there is passed over by both readers. */
const PASSED_OVER: ReadonlySet<Field> = new Set<Field>([
  'letter',
  'letter_day',
  'terms',
  'net',
  'tax_amount',
  'tax_rate',
  'label',
]);

const INVOICE = kindCode('invoice');
const PAYMENT = kindCode('payment');

export class ByteRowReader {
  /** Index of the column of each field the file has. */
  readonly #at: { readonly [field in Field]?: number };
  readonly #careful: readonly number[];
  readonly #width: number;
  readonly #sided: boolean;
  /** Every row needs its worth in the books. */
  readonly #inBase: boolean;
  /** No row of the file can be read here. */
  readonly #allCareful: boolean;
  readonly #builder: LedgerBuilder;
  readonly #counts: FileCounts;
  readonly #bookCurrency: Currency;
  readonly #texts = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #customerKeys = new ByteKeys();
  /** Customer number of each key; 1 where the customer has a name already. */
  readonly #customers: number[] = [];
  readonly #named: boolean[] = [];
  readonly #kindKeys = new ByteKeys();
  readonly #kinds: number[] = [];
  readonly #currencyKeys = new ByteKeys();
  readonly #currencies: (Currency | undefined)[] = [];
  #fields: Fields | undefined;

  constructor(
    file: { readonly width: number; readonly columns: readonly MappedColumn[] },
    builder: LedgerBuilder,
    bookCurrency: Currency,
    counts: FileCounts,
  ) {
    this.#at = Object.fromEntries(file.columns.map((column) => [column.field, column.index]));
    // The careful reader looks at a category, and at a base amount, only when the command asks for it; at an entity always.
    const onDemand: ReadonlySet<Field> = new Set<Field>([...CATEGORIES.filter((c) => c !== 'entity'), 'base']);
    const wanted = (field: Field): boolean => !onDemand.has(field) || builder.wants(field as 'group' | 'base');
    this.#careful = file.columns
      .filter(({ field }) => !UNDERSTOOD.has(field) && !PASSED_OVER.has(field) && wanted(field))
      .map(({ index }) => index);
    this.#sided = (['sense', 'debit', 'credit'] as const).some((field) => this.#at[field] !== undefined);
    this.#inBase = builder.wants('base');
    this.#allCareful = this.#at.customer === undefined || this.#at.amount === undefined || this.#at.sense !== undefined;
    this.#width = file.width;
    this.#builder = builder;
    this.#bookCurrency = bookCurrency;
    this.#counts = counts;
  }

  /** False when the row is for the careful reader; nothing has been counted or stored then. */
  read(fields: Fields): boolean {
    if (this.#allCareful || fields.count !== this.#width) return false;
    this.#fields = fields;
    for (const index of this.#careful) if (this.#filled(index)) return false;
    // A quoted cell may span lines, and what it took in is for the careful reader to judge.
    if (fields.quoted && !this.#quotesAreNames(fields)) return false;
    return this.#fill(fields);
  }

  #fill(fields: Fields): boolean {
    const at = this.#at;
    const d = this.#builder.draft;
    const currency = this.#currency();
    if (currency === undefined || (this.#inBase && currency !== this.#bookCurrency)) return false;
    const exponent = exponentOf(currency);
    const amount = this.#amount(at.amount as number, exponent);
    const date = this.#day(at.date);
    const posted = this.#day(at.posted);
    const due = this.#day(at.due);
    const settledOn = this.#day(at.settled_on);
    const open = this.#magnitude(at.open_amount, exponent);
    const paid = this.#magnitude(at.paid_amount, exponent);
    const kind = this.#kind(amount);
    // NaN, the mark of a cell that is not canonical, makes the sum NaN.
    if (Number.isNaN(amount + date + posted + due + settledOn + open + paid + kind)) return false;
    if (date === NO_DAY && posted === NO_DAY) return false;
    if (open > Math.abs(amount) || !this.#plainText(at.document) || !this.#plainText(at.reference)) return false;
    const customer = this.#customer();
    if (customer === undefined) return false;
    d.customer = customer;
    d.line = fields.line;
    d.currency = this.#builder.currency(currency);
    d.amount = amount;
    d.day = posted === NO_DAY ? date : posted;
    d.date = date === NO_DAY ? posted : date;
    d.due = due;
    d.settledOn = settledOn;
    d.open = open;
    d.paid = paid;
    d.kind = kind;
    d.disputed = 0;
    d.base = amount;
    this.#counts.rows++;
    this.#counts.posting(d, !this.#sided && at.kind !== undefined, fields.line);
    this.#builder.commitBytes(
      fields.bytes,
      this.#start(at.document),
      this.#end(at.document),
      this.#start(at.reference),
      this.#end(at.reference),
    );
    return true;
  }

  #start(index: number | undefined): number {
    return index === undefined ? 0 : ((this.#fields as Fields).starts[index] as number);
  }

  #end(index: number | undefined): number {
    return index === undefined ? 0 : ((this.#fields as Fields).ends[index] as number);
  }

  #filled(index: number): boolean {
    return this.#end(index) > this.#start(index);
  }

  /** True when only the name is quoted, and on one line. */
  #quotesAreNames({ bytes, starts, ends, count }: Fields): boolean {
    for (let f = 0; f < count; f++) {
      if (bytes[starts[f] as number] !== 34) continue;
      if (f !== this.#at.name) return false;
      for (let i = starts[f] as number; i < (ends[f] as number); i++) if (bytes[i] === 10) return false;
    }
    return true;
  }

  /** A currency the file has used before, or the books' in a file without a column for it; undefined for anything else. */
  #currency(): Currency | undefined {
    const index = this.#at.currency;
    if (index === undefined) return this.#bookCurrency;
    if (!this.#filled(index)) return undefined;
    const key = this.#currencyKeys.find(this.#bytes, this.#start(index), this.#end(index));
    if (key === this.#currencies.length) this.#currencies.push(currencyOf(this.#text(index)));
    return this.#currencies[key];
  }

  /** The code of the kind; NOT_CANONICAL when it is empty or unknown. A file without a column for it tells it by the sign. */
  #kind(amount: number): number {
    const index = this.#at.kind;
    if (index === undefined) return amount < 0 ? PAYMENT : INVOICE;
    if (!this.#filled(index)) return NOT_CANONICAL;
    const key = this.#kindKeys.find(this.#bytes, this.#start(index), this.#end(index));
    if (key === this.#kinds.length) this.#kinds.push(kindCodeOf(this.#text(index)) ?? NOT_CANONICAL);
    return this.#kinds[key] as number;
  }

  #customer(): number | undefined {
    const index = this.#at.customer as number;
    if (!this.#filled(index) || !this.#plainText(index)) return undefined;
    const key = this.#customerKeys.find(this.#bytes, this.#start(index), this.#end(index));
    if (this.#named[key] === true) return this.#customers[key];
    const named = this.#at.name !== undefined && this.#filled(this.#at.name);
    const name = named ? this.#name(this.#at.name as number) : '';
    // A row that is left to the careful reader leaves no trace here: it may yet be set aside.
    if (name === undefined) return undefined;
    const { customers } = this.#builder;
    const number = (this.#customers[key] ??= customers.number('', this.#text(index)));
    customers.name(number, name);
    this.#named[key] = customers.nameOf(number) !== '';
    return number;
  }

  /** The name, out of its quotes; undefined when white space or an apostrophe is for the careful reader to judge. */
  #name(index: number): string | undefined {
    const bytes = this.#bytes;
    const quoted = bytes[this.#start(index)] === 34;
    const text = quoted
      ? this.#texts.decode(bytes.subarray(this.#start(index) + 1, this.#end(index) - 1)).replaceAll('""', '"')
      : this.#text(index);
    return text.trim() === text && !text.startsWith("'") ? text : undefined;
  }

  #text(index: number): string {
    return this.#texts.decode(this.#bytes.subarray(this.#start(index), this.#end(index)));
  }

  #plainText(index: number | undefined): boolean {
    return index === undefined || !this.#filled(index) || isPlain(this.#bytes, this.#start(index), this.#end(index));
  }

  #amount(index: number, exponent: number): number {
    return amountIn(this.#bytes, this.#start(index), this.#end(index), exponent);
  }

  /** NO_AMOUNT for an empty cell. */
  #magnitude(index: number | undefined, exponent: number): number {
    return index === undefined || !this.#filled(index) ? NO_AMOUNT : Math.abs(this.#amount(index, exponent));
  }

  /** NO_DAY for an empty cell. */
  #day(index: number | undefined): number {
    return index === undefined || !this.#filled(index) ? NO_DAY : dayIn(this.#bytes, this.#start(index), this.#end(index));
  }

  get #bytes(): Uint8Array {
    return (this.#fields as Fields).bytes;
  }
}
