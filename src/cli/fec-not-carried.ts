// What does a FEC not say that the ledger did? Fields it has none for, kinds no account tells, numbers there is no room for: told, each with how many postings.
import type { Diagnostic } from '../core/diagnostic.ts';
import { counted, listedNames } from '../core/plural.ts';
import { CODED, type Coded, type Field } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { NotCarried } from '../measures/posting-entries.ts';
import type { Input } from './command.ts';

/** Texts of the ledger that a FEC has fields for, its name says, or that are looked at by themselves. */
const CARRIED: readonly Field[] = ['letter', 'label', 'account', 'net', 'tax_amount', 'tax_rate', 'entity', 'journal'];

export function tellNotCarried({ book: { ledger }, diagnostics }: Input, not: NotCarried): void {
  const tell = (what: string, fix: string, why?: string): void =>
    diagnostics.add({ code: 'fec-not-carried', what, why, fix } satisfies Diagnostic);
  const fields = fieldsLost(ledger);
  if (fields.length > 0)
    tell(
      `a FEC has no field for ${listedNames(fields)}`,
      'give them beside it: --documents, --customers and ar.toml say such things',
    );
  if (isFilled(ledger, 'journal'))
    tell(
      'the journals of the ledger are not kept: entries stand in those of their kinds, VE, BQ, OD and AN',
      'look for an entry by its document and its label',
    );
  for (const [kinds, count] of not.kinds) {
    const [kind, readAs] = kinds.split(' ');
    tell(
      `${counted(count, 'posting')} of kind ${kind} will be read as ${readAs}`,
      'convert to the plain CSV where the kind matters',
      'a FEC tells kinds by accounts and sides alone',
    );
  }
  const some = (count: number, posting: string): string => counted(count, `posting ${posting}`, `postings ${posting}`);
  if (not.accounts > 0)
    tell(
      `${some(not.accounts, 'on accounts that say another kind, or are of no customers')}: the account of the kind stands for it`,
      'look at the accounts of the ledger',
    );
  if (not.untaxed > 0)
    tell(
      `${counted(not.untaxed, 'sale stands', 'sales stand')} there with tax: neither net nor tax_amount says how much it is`,
      'take no sales from this file, or give the ledger a column net or tax_amount',
    );
  if (not.unnumbered > 0)
    tell(`${some(not.unnumbered, 'without a number')}: that of the entry stands for it`, 'give the ledger its column document');
  if (not.references > 0)
    tell(
      `${counted(not.references, 'reference')} to documents that were not found, or are paid: a label holds it`,
      'look whether the references are right',
      'a FEC says by letters what paid what',
    );
  if (not.across > 0)
    tell(
      `${counted(not.across, 'settlement')} across accounts: a letter joins postings of one account`,
      'move what was paid to the account that paid it',
    );
  if (not.mixed > 0)
    tell(
      `${counted(not.mixed, 'letter is', 'letters are')} of several documents that are paid in part: which of them is left is not said`,
      'look at these customers before you remind them',
      'a reader takes equal amounts first, then the oldest due',
    );
  if (not.exchanged > 0)
    tell(
      `${counted(not.exchanged, 'letter does', 'letters do')} not come to nothing in ${ledger.bookCurrency}: differences of exchange stay open`,
      'book them, as postings of kind fx with their worth in base',
      'they are paid in their own currency, at another rate than they were invoiced',
    );
}

function isFilled({ columns, count }: Ledger, field: Coded): boolean {
  return columns[field]?.codes.subarray(0, count).some((code) => code !== 0) === true;
}

/** Columns of which some row says something. */
function fieldsLost(ledger: Ledger): Field[] {
  const isDisputed = ledger.columns.disputed?.subarray(0, ledger.count).some((amount) => amount !== 0) === true;
  const texts = CODED.filter((field) => !CARRIED.includes(field) && isFilled(ledger, field));
  return [...(isDisputed ? (['disputed'] as const) : []), ...texts];
}
