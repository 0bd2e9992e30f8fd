// What must be known of a ledger beside what any table is asked: which package wrote it, are its customers named on lines above their rows, and does a
// column of balances run from row to row? Told by headings and first rows; a column that runs says nothing of what is open, and is left alone.
import type { Currency } from '../core/currency.ts';
import type { Field } from '../ledger/field.ts';
import type { Utf8Source } from './as-utf8.ts';
import { type CurrencyAsked, chooseCurrency } from './file-currency.ts';
import type { DayOrder, Forms } from './forms.ts';
import type { HeaderSaid } from './header-row.ts';
import { customersStandAbove } from './heading-customers.ts';
import type { Place } from './heading-needs.ts';
import { type HeadingSpec, isKnown } from './headings.ts';
import { type LedgerColumns, mapLedger } from './ledger-columns.ts';
import { LEDGER_HEADINGS, LEDGER_SPELT, LEDGER_UNDER_NAMES, type LedgerMap } from './ledger-headings.ts';
import { type Opening, openFile } from './opening.ts';
import { choosePreset, isMark } from './presets/choose.ts';
import { RowSorts } from './row-sorts.ts';
import { type RunningBalance, runningBalance } from './running-balance.ts';
import type { FormsSaid } from './survey.ts';

/** What the user says of the file, and what is found out where he does not. */
export type LedgerOpeningRequest = CurrencyAsked & {
  readonly map: LedgerMap;
  readonly preset?: string | undefined;
  readonly said?: (HeaderSaid & FormsSaid) | undefined;
  readonly forms?: Forms<Field> | undefined;
};

export type LedgerOpening = Opening<Field> & {
  readonly known: (heading: string) => boolean;
  /** Which column is which field; the diagnostics of the place say what is wrong. */
  readonly mapped: (place: Place<Field>) => LedgerColumns | undefined;
  /** Customers are named on lines of their own. */
  readonly above: boolean;
  /** The column of balances that run, where there is one. */
  readonly running: RunningBalance | undefined;
};

export async function openLedger(
  text: Pick<Utf8Source, 'source' | 'look'>,
  request: LedgerOpeningRequest,
): Promise<LedgerOpening> {
  const opening = await openBy(LEDGER_HEADINGS, text, request);
  if (opening.columns.length > 0) return opening;
  // Without a column that says who owes, a line above the rows may.
  const under = await openBy(LEDGER_UNDER_NAMES, { ...text, source: opening.source }, request);
  return under.above ? under : { ...opening, source: under.source };
}

async function openBy(
  spec: HeadingSpec<Field>,
  text: Pick<Utf8Source, 'source' | 'look'>,
  { map, preset, said = {}, currency, currencySaid, forms }: LedgerOpeningRequest,
): Promise<LedgerOpening> {
  const known = (heading: string): boolean => isKnown(spec, heading, map) || isMark(heading);
  const mapped = (place: Place<Field>): LedgerColumns | undefined => mapLedger(place, map, preset, spec);
  const columnsOf = (place: Place<Field>): LedgerColumns['columns'] | undefined => mapped(place)?.columns;
  const usualOrder = (headings: readonly string[]): DayOrder | undefined => choosePreset(headings, preset)?.data.order;
  const currencyIn = (columns: LedgerColumns['columns']): Currency =>
    chooseCurrency(columns, { currency, currencySaid }).currency;
  const asked = { known, columns: columnsOf, said, usualOrder, currency, currencyIn, forms };
  const opening = await openFile(LEDGER_SPELT, text, asked);
  const { header, columns, spelling, doubts, rows } = opening;
  if (columns.length === 0) return { ...opening, known, mapped, above: false, running: undefined };
  // A day in two orders is a day all the same, and its row a posting.
  const days = new Map([...spelling.forms.days, ...doubts.days.map(({ field, forms: [first] }) => [field, first] as const)]);
  const sorts = new RowSorts(header.headings, columns, { ...spelling.forms, days });
  const above = customersStandAbove(rows, sorts, columns);
  return { ...opening, known, mapped, above, running: runningBalance(columns, rows, spelling.forms) };
}
