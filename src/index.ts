// The library's face: everything pure that a program needs to read a ledger, open it on a day and age it. No disk, no clock.

export { allocate } from './core/allocate.ts';
export { type Currency, currencyOf, exponentOf } from './core/currency.ts';
export { type Day, isoDay, parseIsoDay } from './core/day.ts';
export { type Diagnostic, Diagnostics, severityOf } from './core/diagnostic.ts';
export type { Minor } from './core/money.ts';
export { mulDiv, type Rounding } from './core/rounding.ts';
export type { Lang, Word } from './core/word.ts';
export type { ColumnName, Field } from './ledger/field.ts';
export type { Ledger } from './ledger/ledger.ts';
export { AGE_COLUMNS, type AgedBalance, type AgeRequest, agedBalance } from './measures/age.ts';
export { type AgeDetail, ageDetail } from './measures/age-detail.ts';
export { type Buckets, buckets } from './policy/buckets.ts';
export { type ClosingDay, parseClosingDay } from './policy/fiscal-year.ts';
export { type ReadRequest, type ReadResult, readLedger } from './read/read-ledger.ts';
export type { Source } from './read/source.ts';
export { csv, tsv } from './report/render/delimited.ts';
export { json } from './report/render/json.ts';
export { md } from './report/render/md.ts';
export { table } from './report/render/table.ts';
export type { Report } from './report/report.ts';
export { type Book, openBook } from './settle/book.ts';
export type { OpenItems, Settlements } from './settle/open-items.ts';
export { SETTLEMENT_COLUMNS, type SettleChoices } from './settle/settle.ts';
