// From what a closing found to the entries that book it (--entries): on the accounts of the chart in force, in the currency of each claim, and in a FEC in that of the books only.
import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import { counted, listed } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import type { Lang, Word } from '../core/word.ts';
import { word } from '../core/word.ts';
import { generalAccount } from '../ledger/chart.ts';
import { kindCode } from '../ledger/kind.ts';
import { column, currencyAt, documentDays } from '../ledger/ledger.ts';
import { type NumberedEntry, numbered } from '../measures/journal.ts';
import type { Books } from '../measures/provision/books.ts';
import { closingEntries } from '../measures/provision/entries.ts';
import { closingSeries } from '../measures/provision/entry-series.ts';
import { soundCustomers } from '../measures/provision/sound-again.ts';
import { CALENDAR_YEAR, type ClosingDay, fiscalYear, fiscalYearBegins } from '../policy/fiscal-year.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import { type WriteDownAccounts, writeDownAccounts } from '../policy/write-down-accounts.ts';
import type { Section } from '../report/report.ts';
import { entriesSection } from '../report/views/entries.ts';
import { closingDayOf } from './closing-day.ts';
import type { Input } from './command.ts';
import { type ClosingFound, doubtfulAccounts } from './provision-of.ts';

type Asked = {
  readonly policy: ProvisionPolicy;
  readonly inBase: boolean;
  readonly isFec: boolean;
  readonly lang: Lang | undefined;
};

/** Undefined where a FEC cannot say them: the diagnostics say why. */
export function closingSection(input: Input, found: ClosingFound, { policy, inBase, isFec, lang }: Asked): Section | undefined {
  const closing = closingDayOf(input.settings, input.reading.understanding) ?? CALENDAR_YEAR;
  const accountsOn = (day: Day): WriteDownAccounts =>
    writeDownAccounts(policy.chart, fiscalYearBegins(day, closing), policy.accounts);
  const inferred = new Set<number>();
  const books: Books = {
    ...{ ledger: input.book.ledger, chart: policy.chart, journal: policy.journal, day: input.asOf },
    accounts: accountsOn(input.asOf),
    namesDoubtful: policy.accounts.has('doubtful'),
    namesReceivable: policy.accounts.has('receivable'),
    receivableOf: receivablesIn(input),
    accountOf: accountsIn(input),
    isDoubtful: doubtfulIn(input, found, { closing, inBase, inferred }),
    hasSign: signsIn(input, found),
    isOfYear: ofYear(input, closing),
    ownOpen: inBase ? ownOpenIn(input) : () => undefined,
  };
  const roleOf = { cash: 'recovery', insurance: 'insurance' } as const;
  const booked = closingEntries(books, found, (day, from) => accountsOn(day)[roleOf[from]]);
  const entries = numbered(booked, closingSeries(input.asOf, booked));
  // The law's file is read by those of its country.
  const said = lang ?? (isFec ? 'fr' : 'en');
  if (isFec && !fitsBooks(entries, input)) return undefined;
  const notes = [...notesOf(entries, inferred, policy), ...leftOnDoubtful(input, found, books)];
  return entriesSection(entries, said, notes);
}

/** Asked for few customers, and looked up once. */
function receivablesIn(input: Input): Books['receivableOf'] {
  const { ledger } = input.book;
  const accountOf = accountsIn(input);
  let known: Map<number, Set<string>> | undefined;
  const find = (): Map<number, Set<string>> => {
    const found = new Map<number, Set<string>>();
    for (let row = 0; row < ledger.count; row++) {
      const account = accountOf(row);
      if (generalAccount(account) !== '411') continue;
      const customer = ledger.customer[row] as number;
      found.set(customer, (found.get(customer) ?? new Set()).add(account));
    }
    return found;
  };
  return (row) => {
    known ??= find();
    const [only, ...others] = known.get(ledger.customer[row] as number) ?? [];
    return others.length === 0 ? only : undefined;
  };
}

function signsIn({ book: { ledger } }: Input, { standingOf, proposals }: ClosingFound): Books['hasSign'] {
  const { disputed } = ledger.columns;
  // Of what stands on the account of doubtful customers somebody must say that it is sound.
  const undecided = new Set(proposals.flatMap(({ customer, signs }) => (signs.includes('account') ? [customer] : [])));
  return (row) => {
    const customer = ledger.customer[row] as number;
    const { proceeding, doubtful } = standingOf(customer);
    return proceeding || doubtful || undecided.has(customer) || (disputed?.[row] ?? 0) !== 0;
  };
}

function accountsIn({ book: { ledger } }: Input): (row: number) => string {
  const accounts = column(ledger, 'account');
  return accounts === undefined ? () => '' : (row) => accounts.dictionary.value(accounts.codes[row] as number);
}

/** Days of documents; of what was brought forward they are of an earlier year, whatever day stands there. */
function ofYear({ book: { ledger }, asOf }: Input, closing: ClosingDay): (row: number) => boolean {
  const dates = documentDays(ledger);
  const opening = kindCode('opening');
  const year = fiscalYear(asOf, closing);
  return (row) => {
    const dated = dates[row] as Day;
    const day = dated === NO_DAY ? (ledger.day[row] as Day) : dated;
    return ledger.kind[row] !== opening && fiscalYear(day, closing) === year;
  };
}

/**
 * By its account; where the ledger names none, a claim of an earlier year whose customer had an allowance in its currency then was moved at that closing: such rows are noted.
 */
function doubtfulIn(
  input: Input,
  found: ClosingFound,
  { closing, inBase, inferred }: { readonly closing: ClosingDay; readonly inBase: boolean; readonly inferred: Set<number> },
): (row: number) => boolean {
  const { ledger } = input.book;
  const keyOf = (customer: number, currency: Currency): string => `${customer} ${currency}`;
  const currencyOf = (row: number): Currency =>
    inBase ? ledger.bookCurrency : currencyAt(ledger, ledger.currency[row] as number);
  const accountOf = accountsIn(input);
  const isOnDoubtful = doubtfulAccounts(input);
  const isOfYear = ofYear(input, closing);
  const before = new Set(
    found.writeDowns.flatMap(({ customer, currency, method, existing }) =>
      method === 'specific' && existing > 0 ? [keyOf(customer, currency)] : [],
    ),
  );
  return (row) => {
    if (accountOf(row) !== '') return isOnDoubtful(row);
    const isBefore = before.has(keyOf(ledger.customer[row] as number, currencyOf(row))) && !isOfYear(row);
    if (isBefore) inferred.add(row);
    return isBefore;
  };
}

function ownOpenIn({ book, asOf }: Input): Books['ownOpen'] {
  const { ledger } = book;
  const { open, base } = book.at(asOf);
  return (row) => {
    const currency = currencyAt(ledger, ledger.currency[row] as number);
    if (currency === ledger.bookCurrency || base === undefined) return undefined;
    return { amount: open[row] as number, worth: base[row] as number, currency };
  };
}

/** A FEC is in one currency, that of the books. */
function fitsBooks(entries: readonly NumberedEntry[], { book: { ledger }, diagnostics }: Input): boolean {
  const books = ledger.bookCurrency;
  const others = entries.filter(({ currency }) => currency !== books);
  if (others.length === 0) return true;
  const currencies = [...new Set(others.map(({ currency }) => currency))];
  const isOnly = ledger.currencies.length === 1;
  diagnostics.add({
    ...{ code: 'usage-bad-value', value: 'fec' },
    what: `--dialect fec: ${counted(others.length, 'entry is', 'entries are')} in ${listed(currencies, (one) => one)}, and a FEC is in ${books}, the currency of the books`,
    fix: isOnly
      ? `name the books’ currency: --currency ${currencies[0]}`
      : `--in ${books}, where the ledger has a column base; or choose --where currency=${books}, and write the others as csv`,
  });
  return false;
}

/** Money and credit notes of a customer whose claims go back stay where they stand: of what they are nobody said. */
function leftOnDoubtful(input: Input, { writeDowns }: ClosingFound, books: Books): Word[] {
  const { ledger } = books;
  const { open } = input.book.at(input.asOf);
  const isSound = soundCustomers(books, writeDowns);
  const left = new Set<string>();
  for (let row = 0; isSound.size > 0 && row < ledger.count; row++) {
    const customer = ledger.customer[row] as number;
    if ((open[row] as number) < 0 && isSound.has(customer) && books.isDoubtful(row)) left.add(ledger.customers.id(customer));
  }
  if (left.size === 0) return [];
  const ids = listed([...left], (id) => shortened(id));
  return [
    word(
      `Claims go back from the account of doubtful customers, and credits there that nothing allocates stay: ${ids}; letter them first.`,
      `Les créances quittent le compte de clients douteux, et les crédits non imputés y restent : ${ids} ; lettrez-les d’abord.`,
    ),
  ];
}

function notesOf(entries: readonly NumberedEntry[], inferred: ReadonlySet<number>, policy: ProvisionPolicy): Word[] {
  const notes: Word[] = [];
  if (entries.length === 0) notes.push(word('Nothing is to be booked.', 'Rien n’est à comptabiliser.'));
  if (inferred.size > 0) {
    notes.push(
      word(
        'The ledger names no accounts: claims of earlier years whose customer had an allowance then are taken to be on the account of doubtful customers already.',
        'Le grand livre ne nomme aucun compte : les créances d’exercices antérieurs d’un client déjà déprécié sont réputées au compte de clients douteux.',
      ),
    );
  }
  if (policy.chart === 'ifrs') {
    notes.push(
      word(
        'IFRS knows no account of doubtful customers: no claim is moved, unless [provision] accounts names one.',
        'Les IFRS n’ont pas de compte de clients douteux : aucune créance n’est reclassée, sauf compte nommé dans [provision] accounts.',
      ),
    );
  }
  return notes;
}
