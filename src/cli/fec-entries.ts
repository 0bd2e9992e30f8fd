// The postings of a ledger as entries of a journal, or why they cannot be: what would change a balance is refused.
import { assert } from '../core/assert.ts';
import type { Day } from '../core/day.ts';
import { counted, listedNames } from '../core/plural.ts';
import { currencyAt, type Ledger, placeOf } from '../ledger/ledger.ts';
import { numbered } from '../measures/journal.ts';
import { postingEntries, type Told } from '../measures/posting-entries.ts';
import type { Section } from '../report/report.ts';
import { entriesSection } from '../report/views/entries.ts';
import { BY_COLUMNS, type Settlements } from '../settle/open-items.ts';
import type { Carried } from './carried.ts';
import type { Input } from './command.ts';
import { tellNotCarried } from './fec-not-carried.ts';
import { toldNet } from './told-net.ts';

type Why = { readonly code?: 'entities-several'; readonly what: string; readonly why: string; readonly fix: string };

/** `carried`: what a text that is only carried says. Undefined where the diagnostics say why there is nothing. */
export function entriesOf(input: Input, carried: Carried): Section | undefined {
  const { book, diagnostics } = input;
  const { ledger } = input.reading;
  const settlements = book.settlements(lastOf(ledger, book.lastDay));
  const refused = severalFirms(ledger) ?? withoutWorth(ledger) ?? paidAlone(settlements);
  if (refused !== undefined) {
    diagnostics.add({ code: 'usage-bad-value', value: 'fec', ...refused });
    return undefined;
  }
  const netOf = toldNet(ledger, carried);
  const told: Told = { amountOf: worthIn(ledger), netOf: (row) => netOf(row)?.net };
  const { entries, not } = postingEntries(ledger, settlements, told);
  const sum = (of: (row: number) => number): number =>
    Array.from({ length: ledger.count }, (_, row) => of(row)).reduce((a, b) => a + b, 0);
  const written = entries.flatMap(({ lines }) => lines.filter(({ auxiliary }) => auxiliary !== undefined));
  assert(
    written.length === ledger.count && written.reduce((total, { amount }) => total + amount, 0) === sum(told.amountOf),
    'the entries to write differ from the postings read',
  );
  tellNotCarried(input, not);
  return entriesSection(numbered(entries), 'fr', []);
}

/** The day by which all that the ledger says has happened. */
function lastOf({ columns: { settled_on: settled }, count }: Ledger, lastDay: Day): Day {
  let last: number = lastDay;
  for (let row = 0; settled !== undefined && row < count; row++) last = Math.max(last, settled[row] as number);
  return last as Day;
}

function severalFirms({ customers: { entities } }: Ledger): Why | undefined {
  if (entities.length <= 1) return undefined;
  return {
    code: 'entities-several',
    what: `the ledger holds ${entities.length} entities: ${listedNames(entities)}`,
    why: 'a FEC is of one firm',
    fix: 'convert the ledgers of one firm at a time, or choose it: --where entity=…',
  };
}

function withoutWorth(ledger: Ledger): Why | undefined {
  const { bookCurrency, columns, count } = ledger;
  const inOthers = Array.from({ length: count }, (_, row) => row).filter((row) => currencyOf(ledger, row) !== bookCurrency);
  const row = inOthers.find((one) => Number.isNaN(columns.base?.[one] ?? Number.NaN));
  if (row === undefined) return undefined;
  return {
    what: `--dialect fec: ${placeOf(ledger, row)} is in ${currencyOf(ledger, row)}, and nothing says what it is worth in ${bookCurrency}, the currency of the books`,
    why: 'a FEC is in the currency of the books, with other currencies beside it',
    fix:
      ledger.currencies.length > 1
        ? `give the ledger a column base, in ${bookCurrency}; --currency names another currency of the books`
        : `name the books’ currency: --currency ${currencyOf(ledger, row)}; or give the ledger a column base, in ${bookCurrency}`,
  };
}

function paidAlone({ count, debit, credit }: Settlements): Why | undefined {
  let alone = 0;
  for (let i = 0; i < count; i++) if (debit[i] === BY_COLUMNS || credit[i] === BY_COLUMNS) alone++;
  if (alone === 0) return undefined;
  return {
    what: `--dialect fec: ${counted(alone, 'posting is', 'postings are')} paid by open_amount, paid_amount or settled_on, without a posting of the payment`,
    why: 'in a FEC only a posting pays: what these columns say was paid would stand open',
    fix: 'export the payments as postings of their own',
  };
}

function worthIn(ledger: Ledger): (row: number) => number {
  const { amount, bookCurrency, columns } = ledger;
  return (row) => (currencyOf(ledger, row) === bookCurrency ? (amount[row] as number) : (columns.base?.[row] as number));
}

function currencyOf(ledger: Ledger, row: number): string {
  return currencyAt(ledger, ledger.currency[row] as number);
}
