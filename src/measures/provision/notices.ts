// Of which invoices does the debtor get a duplicate that bars him from deducting their tax? Those lost for good whose tax the firm gets back (CGI art. 272-1; rules §4.4).
import type { Currency } from '../../core/currency.ts';
import { type Day, NO_DAY } from '../../core/day.ts';
import { documentDays, type Ledger, numberOf } from '../../ledger/ledger.ts';
import type { VatGround } from '../../policy/vat-grounds.ts';
import type { WriteOff } from './write-down.ts';

/** An invoice, or what of it is lost; amounts in minor units of the notice's currency. */
export type NoticeLine = {
  readonly document: string;
  /** What the ledger says it is of; '' where it says nothing. */
  readonly label: string;
  readonly date: Day;
  readonly net: number;
  readonly tax: number;
};

/** One debtor in one currency: a duplicate a line, or one recapitulative statement of all of them. */
export type DuplicateNotice = {
  readonly id: string;
  readonly name: string;
  readonly currency: Currency;
  readonly lines: readonly NoticeLine[];
};

/** Grounds on which tax that was paid to the State is got back from it. */
const RECTIFIES: readonly VatGround[] = ['liquidation', 'irrecoverable', 'remission'];

/** In the order of the write-offs; what is lost of one document in several parts stands in one line. */
export function duplicateNotices(ledger: Ledger, writeOffs: readonly WriteOff[]): DuplicateNotice[] {
  const notices = new Map<string, DuplicateNotice & { readonly lines: NoticeLine[] }>();
  const dates = documentDays(ledger);
  const labels = ledger.columns.label;
  for (const { row, customer, currency, net, tax, ground } of writeOffs) {
    if (tax <= 0 || !RECTIFIES.includes(ground)) continue;
    const key = `${customer} ${currency}`;
    const { customers } = ledger;
    const notice = notices.get(key) ?? { id: customers.id(customer), name: customers.nameOf(customer), currency, lines: [] };
    notices.set(key, notice);
    const [document, dated] = [numberOf(ledger, row), dates[row] as Day];
    const date = dated === NO_DAY ? (ledger.day[row] as Day) : dated;
    const at = document === '' ? -1 : notice.lines.findIndex((line) => line.document === document);
    const known = notice.lines[at];
    if (known === undefined)
      notice.lines.push({ document, label: labels?.dictionary.value(labels.codes[row] as number) ?? '', date, net, tax });
    else notice.lines[at] = { ...known, net: known.net + net, tax: known.tax + tax };
  }
  return [...notices.values()];
}
