// How much credit should a customer have? By each method that is asked for, of which the smallest figure binds, rounded down (rules §1.7).
import type { Currency } from '../core/currency.ts';
import { exponentOf } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Ratio } from '../ledger/side-table.ts';
import { isInProceeding } from '../policy/customer-status.ts';
import type { CreditTerms } from './credit-terms.ts';
import { annualOf, BASES, type Basis, daysToFinance, type Factors, METHODS } from './limit-methods.ts';
import { type LimitReason, reasonsOf } from './limit-reasons.ts';

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
  /** Nothing of him was ever paid: what the ledger tells of is his first orders. */
  readonly isNew: boolean;
  /** Sales of the calendar month of most, and its first day; undefined where the ledger cannot say. */
  readonly topMonth: { readonly amount: number; readonly month: Day } | undefined;
  /** What the table expects of it. */
  readonly saidPeak: number | undefined;
  /** What is ordered, to be invoiced and unpaid; undefined where nobody says what is ordered. */
  readonly commitments: { readonly orders: number; readonly unbilled: number; readonly unpaid: number } | undefined;
  readonly netWorth: number | undefined;
  readonly supplierDebt: number | undefined;
  readonly totalPurchases: number | undefined;
  /** What the table says of this customer in the place of what holds for all. */
  readonly own: Partial<Factors>;
  /** What the table says, in whatever currency. */
  readonly terms: CreditTerms | undefined;
};

export type LimitPolicy = Factors & {
  readonly asOf: Day;
  readonly growth: Ratio;
  /** Whole units of the currency to which a limit is rounded down. */
  readonly step: number;
  readonly methods: ReadonlySet<Basis>;
  /** The most of a first order, in minor units. */
  readonly firstOrder: ReadonlyMap<Currency, number>;
};

export type ProposedLimit = {
  readonly known: Known;
  readonly by: { readonly [basis in Basis]: number | undefined };
  readonly factors: Factors;
  /** Sales of twelve months that the need rests on. */
  readonly annual: number | undefined;
  /** Days to finance: terms, lateness and delivery, in hundredths. */
  readonly days: number | undefined;
  /** Undefined where nothing is known to propose one by. */
  readonly proposed: number | undefined;
  readonly binding: Basis | 'proceeding' | undefined;
  readonly limit: number | undefined;
  readonly change: number | undefined;
  readonly reasons: readonly LimitReason[];
};

export function proposedLimit(known: Known, policy: LimitPolicy): ProposedLimit {
  const { terms, currency } = known;
  const own = terms?.currency === currency ? terms : undefined;
  const factors = { ...factorsOf(policy), ...known.own };
  const rests = { annual: annualOf(known, policy.growth), days: daysToFinance(known, factors.deliveryLag), factors };
  const by = Object.fromEntries(
    BASES.map((basis) => [basis, policy.methods.has(basis) ? METHODS[basis](known, rests, policy) : undefined]),
  ) as ProposedLimit['by'];
  const limit = own?.limit;
  const isOpen = terms !== undefined && isInProceeding(terms.proceeding, terms.judgment, policy.asOf);
  const binding = isOpen ? 'proceeding' : smallest(by);
  const proposed =
    binding === undefined ? undefined : binding === 'proceeding' ? 0 : roundedDown(by[binding] as number, policy.step, currency);
  return {
    ...{ known, by, proposed, binding, limit },
    ...rests,
    change: proposed === undefined || limit === undefined ? undefined : proposed - limit,
    reasons: reasonsOf(known, isOpen, rests, policy),
  };
}

function factorsOf(policy: LimitPolicy): Factors {
  const { netWorthShare, supplierDebtShare, totalPurchasesShare, termsCoefficient, behaviourCoefficient } = policy;
  const { monthsOfSales, deliveryLag, invoicingCycle } = policy;
  return {
    ...{ netWorthShare, supplierDebtShare, totalPurchasesShare, termsCoefficient, behaviourCoefficient },
    ...{ monthsOfSales, deliveryLag, invoicingCycle },
  };
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
