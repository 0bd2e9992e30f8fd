// How much credit should a customer have? By what it needs, by what it has paid in time, by what an insurer agreed and by what it is worth; the smallest binds (rules §1.7).
import type { Currency } from '../core/currency.ts';
import { exponentOf } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import { mulDiv } from '../core/rounding.ts';
import type { Ratio } from '../ledger/side-table.ts';
import { isInProceeding } from '../policy/customer-status.ts';
import { isOver } from './cover.ts';
import type { CreditTerms } from './credit-terms.ts';

export const BASES = ['need', 'behaviour', 'insurer', 'net_worth'] as const;
export type Basis = (typeof BASES)[number];

/** Why a figure is not there, or is what it is. */
export type LimitReason =
  | 'proceeding'
  | 'history_missing'
  | 'no_sales'
  | 'terms_unknown'
  | 'no_payment'
  | 'none_in_time'
  | 'paid_at_once'
  | 'history_short'
  | 'insurance_expired'
  | 'limit_in_currency';

/** What is known of one customer in one currency; amounts in its minor units, days in hundredths. */
export type Known = {
  readonly id: string;
  readonly name: string;
  readonly currency: Currency;
  /** Sales of twelve months that are expected; undefined where the table says none. */
  readonly forecast: number | undefined;
  /** Those of the last twelve months; undefined where the ledger cannot say. */
  readonly sales: number | undefined;
  /** Of how many days these are, where they are of fewer than twelve months. */
  readonly salesOfDays: number | undefined;
  readonly termsDays: number | undefined;
  readonly daysLate: number | undefined;
  readonly peak: { readonly amount: number; readonly day: Day } | undefined;
  readonly netWorth: number | undefined;
  /** What the table says, in whatever currency. */
  readonly terms: CreditTerms | undefined;
};

export type LimitPolicy = {
  readonly asOf: Day;
  readonly growth: Ratio;
  readonly netWorthShare: Ratio;
  /** Whole units of the currency to which a limit is rounded down. */
  readonly step: number;
};

export type ProposedLimit = {
  readonly known: Known;
  readonly by: { readonly [basis in Basis]: number | undefined };
  /** Sales of twelve months that the need rests on. */
  readonly annual: number | undefined;
  /** Days to finance: terms and lateness, in hundredths. */
  readonly days: number | undefined;
  /** Undefined where nothing is known to propose one by. */
  readonly proposed: number | undefined;
  readonly binding: Basis | 'proceeding' | undefined;
  readonly limit: number | undefined;
  readonly change: number | undefined;
  readonly reasons: readonly LimitReason[];
};

const YEAR = 365;
/** The year of rules §1.7: 240,000 × 45 ÷ 360 = 30,000. In hundredths of a day. */
const YEAR_OF_NEED = 36_000;

export function proposedLimit(known: Known, policy: LimitPolicy): ProposedLimit {
  const { terms, currency } = known;
  const own = terms?.currency === currency ? terms : undefined;
  const annual = annualOf(known, policy.growth);
  const days = known.termsDays === undefined ? undefined : known.termsDays + Math.max(0, known.daysLate ?? 0);
  const by = {
    need: annual === undefined || annual <= 0 || days === undefined ? undefined : mulDiv(annual, days, YEAR_OF_NEED, 'half-up'),
    behaviour: behaviourOf(known, policy.growth),
    insurer: own?.insurance === undefined || isOver(own.insurance.until, policy.asOf) ? undefined : own.insurance.limit,
    net_worth:
      known.netWorth === undefined
        ? undefined
        : mulDiv(Math.max(0, known.netWorth), policy.netWorthShare.numerator, policy.netWorthShare.denominator, 'half-up'),
  };
  const limit = own?.limit;
  const isOpen = terms !== undefined && isInProceeding(terms.proceeding, terms.judgment, policy.asOf);
  const binding = isOpen ? 'proceeding' : smallest(by);
  const proposed =
    binding === undefined ? undefined : binding === 'proceeding' ? 0 : roundedDown(by[binding] as number, policy.step, currency);
  return {
    ...{ known, by, annual, days, proposed, binding, limit },
    change: proposed === undefined || limit === undefined ? undefined : proposed - limit,
    reasons: reasonsOf(known, isOpen, annual, policy.asOf),
  };
}

/** A forecast goes first; else the sales of twelve months, scaled up where the ledger began later, and grown. */
function annualOf({ forecast, sales, salesOfDays }: Known, growth: Ratio): number | undefined {
  if (forecast !== undefined) return forecast;
  if (sales === undefined) return undefined;
  const whole = salesOfDays === undefined ? sales : mulDiv(sales, YEAR, salesOfDays, 'half-up');
  return grown(whole, growth);
}

function behaviourOf({ peak, daysLate }: Known, growth: Ratio): number | undefined {
  if (peak === undefined || daysLate === undefined) return undefined;
  // Who pays at once was never owed anything, and shows nothing.
  return peak.amount === 0 && daysLate <= 0 ? undefined : grown(peak.amount, growth);
}

function grown(amount: number, { numerator, denominator }: Ratio): number {
  return mulDiv(amount, denominator + numerator, denominator, 'half-up');
}

function smallest(by: ProposedLimit['by']): Basis | undefined {
  let found: Basis | undefined;
  for (const basis of BASES) {
    if (by[basis] !== undefined && (found === undefined || by[basis] < (by[found] as number))) found = basis;
  }
  return found;
}

/** Down to whole steps; what is less than one step, to whole units of the currency, since 0 would stop all deliveries. */
function roundedDown(amount: number, step: number, currency: Currency): number {
  const unit = 10 ** exponentOf(currency);
  const to = amount >= step * unit ? step * unit : unit;
  return amount - (amount % to);
}

function reasonsOf(known: Known, isOpen: boolean, annual: number | undefined, asOf: Day): LimitReason[] {
  const { terms, peak, daysLate, termsDays, sales, forecast, salesOfDays } = known;
  const own = terms?.currency === known.currency ? terms : undefined;
  return [
    ...(isOpen ? (['proceeding'] as const) : []),
    ...(sales === undefined && forecast === undefined ? (['history_missing'] as const) : []),
    ...(annual !== undefined && annual <= 0 ? (['no_sales'] as const) : []),
    ...(annual !== undefined && annual > 0 && termsDays === undefined ? (['terms_unknown'] as const) : []),
    ...(sales !== undefined && peak === undefined ? (['no_payment'] as const) : []),
    ...(peak?.amount === 0 ? [(daysLate ?? 0) > 0 ? ('none_in_time' as const) : ('paid_at_once' as const)] : []),
    ...(sales !== undefined && sales > 0 && forecast === undefined && salesOfDays !== undefined
      ? (['history_short'] as const)
      : []),
    ...(own?.insurance !== undefined && isOver(own.insurance.until, asOf) ? (['insurance_expired'] as const) : []),
    ...(terms?.limit !== undefined && own === undefined ? (['limit_in_currency'] as const) : []),
  ];
}
