// Which claims are lost for good on this closing (--write-off)? Each row of the table laid on what is open of its document, by due day; one that cannot be as it is written is refused.
import type { Currency } from '../core/currency.ts';
import type { Fraction } from '../core/fraction.ts';
import { gather } from '../core/gather.ts';
import { minor } from '../core/money.ts';
import { didYouMean } from '../core/nearest.ts';
import { divideBig } from '../core/rounding.ts';
import { shortened } from '../core/shortened.ts';
import { numberOf } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import { type ClaimAccount, claimAccounts } from '../measures/provision/claims.ts';
import type { WriteOff } from '../measures/provision/write-down.ts';
import { VAT_GROUNDS, type VatGround } from '../policy/vat-grounds.ts';
import type { WriteOffField } from '../read/tables/write-offs.ts';
import { oldestDueFirst } from '../settle/order.ts';
import { plainAmount } from '../text/amounts.ts';
import { claimNumbers } from './claim-numbers.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { placeIn } from './place-in-table.ts';
import { amountIn } from './table-currency.ts';
import { tellLater, tellUnsigned } from './write-off-findings.ts';
import { groundsFor } from './write-off-grounds.ts';

type Table = SideTable<WriteOffField>;

type Asked = {
  readonly customers: ReadonlySet<number> | undefined;
  readonly inBase: boolean;
  readonly netOf: (row: number) => Fraction | undefined;
};

/** Undefined when one cannot be: the diagnostics say so, of every row. */
export function writeOffsOf(input: Input, asked: Asked): WriteOff[] | undefined {
  const table = input.tables.get('writeOff') as Table | undefined;
  return table === undefined ? [] : new WriteOffRows(input, table, asked).all();
}

class WriteOffRows {
  readonly #input: Input;
  readonly #table: Table;
  readonly #asked: Asked;
  readonly #accounts: readonly ClaimAccount[];
  /** What is left open of each row, once rows of the table above were laid on it. */
  readonly #left = new Map<number, number>();
  readonly #currencies = new Map<number, Currency>();
  readonly #refuses: ReturnType<typeof groundsFor>;
  readonly #found: WriteOff[] = [];
  #byCustomer: Map<number, number[]> | undefined;
  #sound = true;

  constructor(input: Input, table: Table, asked: Asked) {
    this.#input = input;
    this.#table = table;
    this.#asked = asked;
    const { customers, inBase } = asked;
    this.#accounts = claimAccounts(input.book, { asOf: input.asOf, customers, inBase, writtenOff: () => 0 });
    this.#refuses = groundsFor(input);
    for (const { claims, currency } of this.#accounts) {
      for (const { row, open } of claims) {
        this.#left.set(row, open);
        this.#currencies.set(row, currency);
      }
    }
  }

  all(): WriteOff[] | undefined {
    const { asOf, diagnostics } = this.#input;
    const later: number[] = [];
    const inForce: number[] = [];
    const idOf = idsOfLedger(this.#input);
    for (let at = 0; at < this.#table.count; at++) {
      if (this.#table.choice('ground', at) === undefined) this.#lacksGround(at);
      else if ((this.#table.day('day', at) ?? asOf) > asOf) later.push(at);
      else inForce.push(at);
    }
    for (const at of inForce) this.#write(at, idOf);
    if (this.#sound) this.#againstCredits(inForce);
    if (!this.#sound) return undefined;
    tellLater(later, asOf, this.#table, diagnostics);
    tellUnsigned(inForce, this.#table, diagnostics);
    return this.#found;
  }

  #refuse(field: WriteOffField, at: number, said: { what: string; why?: string; fix: string }): void {
    this.#sound = false;
    this.#input.diagnostics.add({ code: 'write-off-refused', ...placeIn(this.#table, field, at), ...said });
  }

  #lacksGround(at: number): void {
    this.#sound = false;
    this.#input.diagnostics.add({
      code: 'cell-missing',
      ...placeIn(this.#table, 'ground', at),
      what: 'ground: is empty',
      why: 'a loss is booked with the tax that is got back or without, and the law asks on which ground (CGI art. 272-1)',
      fix: `write one of ${VAT_GROUNDS.join(', ')}`,
    });
  }

  #write(at: number, idOf: (written: string) => string): void {
    const table = this.#table;
    const [written, document] = [table.text('customer', at), table.text('document', at)];
    const { ledger } = this.#input.book;
    const { customers } = ledger;
    const numbers = customers.find(idOf(written));
    if (numbers.length === 0) {
      const fix = didYouMean(written, customers.ids) || 'spell the customer as the ledger does';
      this.#unmatched('customer', at, `customer: the ledger has no customer ${shortened(written)}`, fix);
      return;
    }
    const asked = numbers.filter((number) => this.#asked.customers?.has(number) !== false);
    if (asked.length === 0) return;
    const theirs = asked.flatMap((number) => this.#debits().get(number) ?? []);
    const rows = document === '' ? theirs : theirs.filter((row) => claimNumbers(ledger, row).includes(document));
    if (document !== '' && rows.length === 0) {
      const known = theirs.flatMap((row) => claimNumbers(ledger, row));
      const fix =
        didYouMean(document, known) || 'spell the document as the ledger does, or leave it empty for all that the customer owes';
      const what = `document: the customer ${shortened(written)} has no document ${shortened(document)}`;
      this.#unmatched('document', at, what, fix);
      return;
    }
    this.#lay(at, rows);
  }

  /** Rows of debits by customer, paid ones too: a number that is spelt otherwise is told apart from one that is paid. */
  #debits(): ReadonlyMap<number, readonly number[]> {
    if (this.#byCustomer !== undefined) return this.#byCustomer;
    const { count, customer, amount } = this.#input.book.ledger;
    this.#byCustomer = new Map();
    for (let row = 0; row < count; row++) if ((amount[row] as number) > 0) gather(this.#byCustomer, customer[row] as number, row);
    return this.#byCustomer;
  }

  #unmatched(field: WriteOffField, at: number, what: string, fix: string): void {
    this.#sound = false;
    const isPart = this.#input.chosen.leftOut > 0;
    this.#input.diagnostics.add({
      ...{ code: 'write-off-unmatched', ...placeIn(this.#table, field, at), what },
      fix: isPart ? `${fix}; what --where leaves out is in no ledger here: give its losses in a file of their own` : fix,
    });
  }

  /** Lays a row of the table on rows of the ledger, the oldest due first. */
  #lay(at: number, rows: readonly number[]): void {
    const { ledger } = this.#input.book;
    const open = rows.filter((row) => (this.#left.get(row) ?? 0) > 0).sort(oldestDueFirst(ledger));
    const [first] = open;
    if (first === undefined) {
      const fix = 'take the row away if its loss is posted already; a claim that is paid is not lost';
      this.#refuse('document', at, { what: 'nothing is open that could be written off', fix });
      return;
    }
    let rest = this.#amountOf(at, open);
    if (rest === undefined) return;
    for (const row of open) {
      const left = this.#left.get(row) ?? 0;
      const part = rest === 'all' ? left : Math.min(rest, left);
      if (part === 0) break;
      if (rest !== 'all') rest -= part;
      this.#left.set(row, left - part);
      if (!this.#add(at, row, part)) return;
    }
  }

  /** What a row writes off, in the currency of its claims; undefined where it cannot be, which is told. */
  #amountOf(at: number, open: readonly number[]): number | 'all' | undefined {
    const table = this.#table;
    const written = table.text('amount', at);
    if (written === '') return 'all';
    const currency = this.#currencies.get(open[0] as number) as Currency;
    const refuse = (field: WriteOffField, what: string, fix: string): undefined => {
      this.#refuse(field, at, { what, fix });
      return undefined;
    };
    if (table.text('document', at) === '')
      return refuse('amount', 'amount: an amount is of one document, and none is named', 'name it, or leave the amount empty');
    const said = table.text('currency', at) === '' ? undefined : table.currency(at);
    if (said !== undefined && said !== currency)
      return refuse('currency', `currency: what is open of the document is in ${currency}`, `write the amount in ${currency}`);
    const theirs = open.filter((row) => this.#currencies.get(row) === currency);
    if (theirs.length < open.length) {
      return refuse('amount', 'amount: the document is open in several currencies', 'leave the amount empty for all of it');
    }
    const whole = theirs.reduce((sum, row) => sum + (this.#left.get(row) ?? 0), 0);
    const amount = amountIn(table, 'amount', at, currency) ?? 0;
    if (amount <= 0)
      return refuse('amount', `amount: this is no amount above 0 in ${currency}`, 'write what is lost, without a minus');
    if (amount <= whole) return amount;
    const most = `${plainAmount(whole, currency)} ${currency}`;
    return refuse('amount', `amount: no more than ${most} is open`, 'write no more, or leave the amount empty for all of it');
  }

  /** False where it cannot be, which is told once a row of the table. */
  #add(at: number, row: number, amount: number): boolean {
    const { book, asOf, diagnostics } = this.#input;
    const table = this.#table;
    const ground = table.choice('ground', at) as VatGround;
    const share = ground === 'none' ? { numerator: 1n, denominator: 1n } : this.#asked.netOf(row);
    if (share === undefined) {
      this.#sound = false;
      diagnostics.add({
        code: 'tax-unknown',
        ...placeIn(table, 'document', at),
        what: `what of ${shortened(numberOf(book.ledger, row))} is tax is said nowhere`,
        why: 'the loss is without the tax that is got back',
        fix: 'fill net, tax_amount or tax_rate in the ledger or in --documents, or vat_rate in --customers; ground none if the tax is lost too',
      });
      return false;
    }
    const day = table.day('day', at) ?? asOf;
    const refused = this.#refuses(ground, row, day, table.text('reason', at));
    if (refused !== undefined) this.#refuse(refused.field, at, refused);
    if (refused !== undefined) return false;
    const net = minor(Number(divideBig(BigInt(amount) * share.numerator, share.denominator, 'half-up')));
    this.#found.push({
      ...{
        row,
        customer: book.ledger.customer[row] as number,
        currency: this.#currencies.get(row) as Currency,
        amount,
        net,
        tax: amount - net,
      },
      ...{ ground, reason: table.text('reason', at), decidedBy: table.text('decided_by', at), day },
    });
    return true;
  }

  /** What a customer's credits pay is not lost: no more is written off than he owes in all. */
  #againstCredits(inForce: readonly number[]): void {
    for (const { customer, currency, debits, credits } of this.#accounts) {
      const own = this.#found.filter((one) => one.customer === customer && one.currency === currency);
      const lost = own.reduce((sum, { amount }) => sum + amount, 0);
      const owed = Math.max(0, debits + credits);
      if (lost <= owed) continue;
      const id = this.#input.book.ledger.customers.id(customer);
      const idOf = idsOfLedger(this.#input);
      const at = inForce.find((row) => idOf(this.#table.text('customer', row)) === id) ?? 0;
      this.#refuse('customer', at, {
        what: `${plainAmount(lost, currency)} ${currency} is written off of ${shortened(id)}, who owes ${plainAmount(owed, currency)} ${currency} once his own credits are taken off`,
        why: 'what a credit of the customer pays is not lost',
        fix: 'say in the ledger what the credits are of (reference, letter), or write off no more than he owes',
      });
    }
  }
}
