// In which currency are the rows of a ledger that name none? That of --currency; where it was not said and no column says one, the one that all headings
// of amounts name which name any, `Open Advance (ILS)`. The books stay in theirs.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { listed } from '../core/plural.ts';
import type { Field } from '../ledger/field.ts';
import { currencyInHeading } from './headings.ts';
import type { LedgerColumn } from './ledger-headings.ts';

/** A heading that names a currency. */
type Naming = { readonly currency: Currency; readonly heading: string; readonly index: number };

/** `column`: each row says its own; `heading`: the headings of amounts do; `said`: --currency; `books`: nothing, so it is that of the books. */
export type CurrencyChoice = {
  readonly currency: Currency;
  readonly by: 'column' | 'said' | 'heading' | 'books';
  readonly naming: readonly Naming[];
};

export type CurrencyAsked = {
  /** That of the books. */
  readonly currency: Currency;
  /** The user named it. */
  readonly currencySaid?: boolean | undefined;
};

const AMOUNTS: readonly Field[] = ['amount', 'debit', 'credit', 'open_amount', 'paid_amount'];

export function chooseCurrency(columns: readonly LedgerColumn[], { currency, currencySaid }: CurrencyAsked): CurrencyChoice {
  const naming = columns.flatMap(({ field, heading, index }): Naming[] => {
    const named = AMOUNTS.includes(field) ? currencyInHeading(heading)?.currency : undefined;
    return named === undefined ? [] : [{ currency: named, heading, index }];
  });
  if (columns.some(({ field }) => field === 'currency')) return { currency, by: 'column', naming };
  if (currencySaid === true) return { currency, by: 'said', naming };
  const [first] = naming;
  const one = first !== undefined && naming.every((other) => other.currency === first.currency);
  return one ? { currency: first.currency, by: 'heading', naming } : { currency, by: 'books', naming };
}

/** Headings that contradict what the amounts are taken for, or one another. */
export function tellCurrency(choice: CurrencyChoice, file: string, line: number, diagnostics: Diagnostics): void {
  const { by, naming, currency } = choice;
  const other = naming.find((one) => one.currency !== currency);
  if (other === undefined || by === 'column' || by === 'heading') return;
  diagnostics.add({
    code: 'currency-in-heading',
    file,
    line,
    column: other.index + 1,
    value: other.heading,
    what:
      by === 'said'
        ? `the heading names ${other.currency}, and the amounts are read as ${currency}, which was said`
        : `the headings name ${listed([...new Set(naming.map((one) => one.currency))], (code) => code, 9)}: read as ${currency}`,
    fix: by === 'said' ? `leave out --currency, or write --currency ${other.currency}` : 'say which it is with --currency',
  });
}
