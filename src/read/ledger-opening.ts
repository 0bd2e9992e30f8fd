// What must be known of a ledger beside what any table is asked: which package wrote it, are its customers named on lines above their rows, and does a
// column of balances run from row to row? Told by headings and first rows; a column that runs says nothing of what is open, and is left alone.

import type { Currency } from '../core/currency.ts';
import type { Field } from '../ledger/field.ts';
import { chooseAccounts } from './account-choice.ts';
import type { AccountChoice } from './accounts.ts';
import type { Utf8Source } from './as-utf8.ts';
import { type CreditsWithMinus, creditsWithMinus } from './credit-side.ts';
import type { openJournal } from './entries/open-journal.ts';
import { type CurrencyAsked, chooseCurrency } from './file-currency.ts';
import type { DayOrder, Forms } from './forms.ts';
import type { HeaderSaid } from './header-row.ts';
import { customersStandAbove } from './heading-customers.ts';
import type { Place } from './heading-needs.ts';
import { type HeadingSpec, isKnown } from './headings.ts';
import { type NoKinds, noKinds } from './kind-column.ts';
import { type ChoosePreset, type LedgerColumns, mapLedger } from './ledger-columns.ts';
import { arePlain, LEDGER_HEADINGS, LEDGER_SPELT, LEDGER_UNDER_NAMES, type LedgerMap } from './ledger-headings.ts';
import { type Opening, openFile } from './opening.ts';
import { RowSorts } from './row-sorts.ts';
import { type RunningBalance, runningBalance } from './running-balance.ts';
import type { FormsSaid } from './survey.ts';

/** What the user says of the file, and what is found out where he does not. */
export type LedgerOpeningRequest = CurrencyAsked & {
  readonly map: LedgerMap;
  readonly preset?: string | undefined;
  readonly said?: (HeaderSaid & FormsSaid) | undefined;
  readonly forms?: Forms<Field> | undefined;
  /** Prefixes of the accounts that were asked for; none of them for every account. */
  readonly accounts?: readonly string[] | undefined;
};

type OpenedText = Pick<Utf8Source, 'source' | 'look'>;

export type LedgerOpening = Opening<Field> & {
  readonly known: (heading: string) => boolean;
  /** Which column is which field; the diagnostics of the place say what is wrong. */
  readonly mapped: (place: Place<Field>) => LedgerColumns | undefined;
  /** Customers are named on lines of their own. */
  readonly above: boolean;
  /** Which accounts count; undefined where every row does. */
  readonly accounts: AccountChoice | undefined;
  /** The column of balances that run, where there is one. */
  readonly running: RunningBalance | undefined;
  /** The column that a weak name of kinds led to, where it holds none. */
  readonly noKinds: NoKinds | undefined;
  /** Reads the entries of a journal of all accounts; undefined for a file of a package that writes none. */
  readonly openJournal: typeof openJournal | undefined;
  /** Credits that have a minus beside their side. */
  readonly creditsMinus: CreditsWithMinus | undefined;
};

/** What is known of packages and their headings. */
type Presets = { readonly isMark: (heading: string) => boolean; readonly choosePreset: ChoosePreset };
const NO_PRESETS: Presets = { isMark: () => false, choosePreset: () => undefined };

export async function openLedger(text: OpenedText, request: LedgerOpeningRequest): Promise<LedgerOpening> {
  let from = text;
  // No package writes the headings of the plain CSV: what is known of them is loaded for all other files.
  if (request.preset === undefined && beginsPlain(text.look?.head)) {
    const opening = await openWith(NO_PRESETS, text, request);
    if (arePlain(opening.header.headings)) return opening;
    from = { ...text, source: opening.source };
  }
  return openWith(await import('./presets/choose.ts'), from, request);
}

const LINE_END = 10;

function beginsPlain(head: Uint8Array | undefined): boolean {
  if (head === undefined) return false;
  const line = Buffer.from(head.subarray(0, Math.max(0, head.indexOf(LINE_END)))).toString('latin1');
  return arePlain(line.split(/[,;\t|]/).map((heading) => heading.trim()));
}

async function openWith(presets: Presets, text: OpenedText, request: LedgerOpeningRequest): Promise<LedgerOpening> {
  const opening = await openBy(LEDGER_HEADINGS, presets, text, request);
  if (opening.columns.length > 0) return opening;
  // Without a column that says who owes, a line above the rows may.
  const under = await openBy(LEDGER_UNDER_NAMES, presets, { ...text, source: opening.source }, request);
  return under.above ? under : { ...opening, source: under.source };
}

const NOTHING_FOUND = {
  accounts: undefined,
  running: undefined,
  noKinds: undefined,
  creditsMinus: undefined,
  openJournal: undefined,
};

async function openBy(
  spec: HeadingSpec<Field>,
  { isMark, choosePreset }: Presets,
  text: OpenedText,
  { map, preset, said = {}, currency, currencySaid, forms, accounts: prefixes }: LedgerOpeningRequest,
): Promise<LedgerOpening> {
  const known = (heading: string): boolean => isKnown(spec, heading, map) || isMark(heading);
  const mapped = (place: Place<Field>): LedgerColumns | undefined => mapLedger(place, map, preset, choosePreset, spec);
  const columnsOf = (place: Place<Field>): LedgerColumns['columns'] | undefined => mapped(place)?.columns;
  const usualOrder = (headings: readonly string[]): DayOrder | undefined => choosePreset(headings, preset)?.data.order;
  const unquoted = (headings: readonly string[]): boolean => choosePreset(headings, preset)?.data.unquoted === true;
  const currencyIn = (columns: LedgerColumns['columns']): Currency =>
    chooseCurrency(columns, { currency, currencySaid }).currency;
  const asked = { known, columns: columnsOf, said, usualOrder, unquoted, currency, currencyIn, forms };
  const opening = await openFile(LEDGER_SPELT, text, asked);
  const { header, columns, spelling, doubts, rows } = opening;
  if (columns.length === 0) return { ...opening, known, mapped, above: false, ...NOTHING_FOUND };
  // A day in two orders is a day all the same, and its row a posting.
  const days = new Map([...spelling.forms.days, ...doubts.days.map(({ field, forms: [first] }) => [field, first] as const)]);
  const sorts = new RowSorts(header.headings, columns, { ...spelling.forms, days });
  const above = customersStandAbove(rows, sorts, columns);
  const found = creditsWithMinus(columns, rows, spelling.forms, sorts);
  const withMinus = { ...spelling.forms, creditsMinus: true };
  // A single credit with a minus may be a payment taken back, unless a balance beside it goes down.
  const proved = found !== undefined && (found.count > 1 || runningBalance(columns, rows, withMinus, sorts) !== undefined);
  const creditsMinus = proved ? found : undefined;
  const own = proved ? { ...spelling, forms: withMinus } : spelling;
  const written = choosePreset(header.headings, preset);
  const { accounts, source } = await chooseAccounts({ opening, sorts, above, preset: written }, prefixes);
  const tellsEntries = accounts?.column !== undefined && written?.data.entries !== undefined;
  return {
    openJournal: tellsEntries ? (await import('./entries/open-journal.ts')).openJournal : undefined,
    ...{ ...opening, source, spelling: own, known, mapped, above, accounts, creditsMinus },
    running: runningBalance(columns, rows, own.forms, sorts),
    noKinds: noKinds(columns, rows, sorts, written?.data.kinds),
  };
}
