// Which debts are too old to be claimed, or will be soon? Turns what measures/limitation.ts found into diagnostics; the register says who is a consumer, a public
// body, or under another law than the French.
import { type Day, isoDay } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import { CARRIAGE, LIMITATION, type LimitationPeriod, type LimitedType } from '../law/fr/limitation.ts';
import { lawNamed } from '../law/names.ts';
import { currencyAt, type Ledger, originOf } from '../ledger/ledger.ts';
import {
  EARLIER,
  type LimitationFound,
  type Limited,
  limitationOf,
  MONTHS_AHEAD,
  type OldDebits,
  unfoundUpTo,
} from '../measures/limitation.ts';
import type { Book } from '../settle/book.ts';
import { plainAmount } from '../text/amounts.ts';
import type { Register } from './customers.ts';
import type { Settings } from './settings.ts';

const BUSINESS = periodOf('business');

function periodOf(type: LimitedType): LimitationPeriod {
  return LIMITATION.find(({ types }) => types.includes(type)) as LimitationPeriod;
}

/** The law is the contract's: what the register says of it, never the customer's country; French where it says nothing. */
function limitedBy({ customers }: Ledger, register: Register | undefined, carries: boolean): (customer: number) => Limited {
  return (customer) => {
    const row = customer === 0 ? undefined : register?.rowOf(customers.id(customer));
    if (register === undefined || row === undefined) return carries ? CARRIAGE : BUSINESS;
    const law = register.table.text('law', row);
    if (law !== '' && lawNamed(law) !== 'fr') return 'another law';
    const type = register.table.choice('type', row) ?? 'business';
    if (type === 'public') return 'public';
    return carries ? CARRIAGE : periodOf(type as LimitedType);
  };
}

/** True where nothing could be found: a look at the oldest debt of each group spares a look at all debts. */
export function tooYoungForLimitation(mostDaysLate: number, { asOf, register, settings }: Asked): boolean {
  const periods = register === undefined ? [BUSINESS] : LIMITATION;
  const limit = unfoundUpTo(asOf, carriesGoods(settings) ? [CARRIAGE] : periods);
  return mostDaysLate < limit;
}

type Asked = {
  readonly book: Book;
  readonly asOf: Day;
  readonly register: Register | undefined;
  readonly settings: Settings | undefined;
};

/** What the firm sells is said in its ar.toml: no ledger and no register tells it. */
function carriesGoods(settings: Settings | undefined): boolean {
  return settings?.activity === 'carriage';
}

/** `customers`: those asked about, or all. */
export function tellLimitation(asked: Asked, customers: ReadonlySet<number> | undefined, diagnostics: Diagnostics): void {
  const { book, asOf, register, settings } = asked;
  const carries = carriesGoods(settings);
  const { ledger } = book;
  const { found, unjudged } = limitationOf(
    book,
    asOf,
    limitedBy(ledger, register, carries),
    customers,
    carries ? [CARRIAGE] : LIMITATION,
  );
  for (const one of found) tellPeriod(ledger, one, register === undefined, diagnostics);
  const parts = Object.entries(unjudged).flatMap(([whose, { count }]) =>
    count === 0 ? [] : [`${counted(count, 'debit')} ${whose === 'public' ? 'of public bodies' : 'under another law'}`],
  );
  const first = Object.values(unjudged).find(({ count }) => count > 0);
  if (first === undefined) return;
  diagnostics.add({
    code: 'limitation-unknown',
    ...originOf(ledger, first.row),
    what: `${parts.join(' and ')}, open and ${carries ? 'half a year' : 'a year and a half'} old or older, first here, ${parts.length === 1 && first.count === 1 ? 'is' : 'are'} not held against a limitation period`,
    why: 'only the periods of French law for businesses, consumers and carriage of goods are known',
    fix: 'see what their own law gives you',
  });
}

function tellPeriod(
  ledger: Ledger,
  { period, passed, near, within }: LimitationFound,
  assumed: boolean,
  diagnostics: Diagnostics,
): void {
  const whose = period === CARRIAGE ? 'carriage of goods' : period === BUSINESS ? 'businesses' : 'consumers';
  const rule = `the limitation period of French law for ${whose}, ${counted(period.years, 'year')} from the due day (${period.article})`;
  const taken = period === CARRIAGE ? 'to be under French law' : 'for a business under French law';
  const why = assumed ? `without --customers every customer is taken ${taken}` : undefined;
  if (passed.count > 0) {
    diagnostics.add({
      code: 'limitation-passed',
      ...originOf(ledger, passed.row),
      what: `${counted(passed.count, 'open debit is', 'open debits are')} beyond ${rule}: ${amountsOf(ledger, passed)}; the first of them, here, ended on ${isoDay(passed.ends)}`,
      why,
      fix: 'such a debt may be refused, unless it was acknowledged or claimed in court in time (C. civ. 2240, 2241): see whether it is to be written off',
    });
  }
  if (near.count > 0) {
    const sooner = EARLIER.map((months, i) => `${within[i]} within ${months === 1 ? 'one' : 'three'}`).join(', ');
    diagnostics.add({
      code: 'limitation-near',
      ...originOf(ledger, near.row),
      what: `${counted(near.count, 'open debit', 'open debits')} will be beyond ${rule} within ${MONTHS_AHEAD} months (${sooner}): ${amountsOf(ledger, near)}; the first of them, here, ends on ${isoDay(near.ends)}`,
      why,
      fix: 'a reminder does not stop it: an acknowledgment, a claim in court or an enforcement measure does (C. civ. 2240, 2241, 2244)',
    });
  }
}

function amountsOf(ledger: Ledger, { open }: OldDebits): string {
  return ledger.currencies
    .map((_, i) => ({ code: currencyAt(ledger, i), amount: open[i] as number }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, amount }) => `${code} ${plainAmount(amount, code)}`)
    .join(', ');
}
