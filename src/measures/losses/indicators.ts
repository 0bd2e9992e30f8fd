// What is each loss indicator, as a part of a whole? The ratios of rules §1.2 that `ar losses` shows, exact; n/a with its reason where a part is not known or would be divided by nothing.
import type { Currency } from '../../core/currency.ts';
import { type Fraction, fraction } from '../../core/fraction.ts';
import type { LossSources } from './losses.ts';
import type { LossSums } from './sums.ts';

/** What the figures of a row rest on. */
export type Basis =
  | 'without_tax'
  | 'partly_with_tax'
  | 'with_tax'
  | 'given'
  | 'accounts'
  | 'status'
  | 'customers_at_start'
  | 'customers_of_period'
  | 'customers_table';

/** Why a ratio is n/a. */
export type Missing =
  | 'open_items_only'
  | 'no_credits'
  | 'nothing_sold'
  | 'sold_with_tax_unknown'
  | 'allowance_change_not_given'
  | 'claims_not_given'
  | 'no_premiums'
  | 'no_doubtful_known'
  | 'moves_not_known'
  | 'nothing_owed'
  | 'nothing_doubtful'
  | 'allowance_not_given'
  | 'no_customers_table'
  | 'no_proceedings_told'
  | 'nothing_before_period'
  | 'start_not_known'
  | 'no_insured_limits';

export type Indicator = 'loss_ratio' | 'doubtful_ratio' | 'default_rate' | 'unpaid_rate' | 'cover_ratio';

type Known = { readonly part: number; readonly whole: number; readonly basis: Basis };
type Unknown = { readonly part?: number | undefined; readonly whole?: number | undefined; readonly missing: Missing };

export type LossRow = {
  /** Undefined for numbers of customers, who have no currency. */
  readonly currency: Currency | undefined;
  readonly indicator: Indicator;
  /** Which of the indicator's meanings: with its name a key of its own. */
  readonly meaning: string;
  readonly part: number | undefined;
  readonly whole: number | undefined;
  readonly ratio: Fraction | undefined;
  readonly basis: Basis | Missing;
  /** What the part is made of, where that is more than one amount: added with their signs. */
  readonly terms: readonly number[];
};

type Found = Known | Unknown;

/** The rows of one currency, its index among the scope's. */
export function rowsOfCurrency(sources: LossSources, sums: LossSums): LossRow[] {
  const { currency } = sums;
  const row = (indicator: Indicator, meaning: string, found: Found, none: Missing, terms: readonly number[] = []): LossRow => {
    const [part, whole] = [found.part, found.whole];
    const ratio = 'missing' in found || part === undefined || whole === undefined ? undefined : fraction(part, whole);
    const basis = 'missing' in found ? found.missing : ratio === undefined ? none : found.basis;
    return { ...{ currency, indicator, meaning, part, whole, ratio, basis }, terms };
  };
  return [
    ...lossRows(sums, row),
    row('doubtful_ratio', 'of_receivable', doubtfulOf(sums), 'nothing_owed'),
    row('doubtful_ratio', 'moved_of_sales', movedOf(sums), 'nothing_sold'),
    row('default_rate', 'by_exposure', failedOf(sources, sums), 'nothing_owed'),
    ...sources.unpaidAfter.flatMap((days, i) => [
      row('unpaid_rate', `over_${days}_of_sales`, ofSales(sums, sums.unpaid[i] as number), 'nothing_sold'),
      row('unpaid_rate', `over_${days}_of_receivable`, ofReceivable(sums, sums.unpaid[i] as number), 'nothing_owed'),
    ]),
    row('cover_ratio', 'allowance_of_doubtful', allowanceOf(sums), 'nothing_doubtful'),
    row('cover_ratio', 'insured_of_receivable', insuredOf(sources, sums), 'nothing_owed'),
  ];
}

type Row = (indicator: Indicator, meaning: string, found: Found, none: Missing, terms?: readonly number[]) => LossRow;

/** The two meanings of taux de sinistralité: what a credit manager loses of sales, and what an insurer pays of premiums. */
function lossRows({ losses, allowanceChange, claims }: LossSums, row: Row): LossRow[] {
  const { lost, recovered, sold, basis, missing } = losses;
  const known = lost === undefined ? undefined : lost - recovered;
  const sum: Found =
    known === undefined || sold === undefined
      ? { part: known, whole: sold, missing: missing ?? 'nothing_sold' }
      : { part: known, whole: sold, basis };
  const changed = known === undefined || allowanceChange === undefined ? undefined : known + allowanceChange;
  const withChange: Found =
    allowanceChange === undefined
      ? { whole: sold, missing: 'missing' in sum ? sum.missing : 'allowance_change_not_given' }
      : 'missing' in sum
        ? { ...sum, part: changed }
        : { ...sum, part: changed as number };
  const terms = lost === undefined ? [] : [lost, 0 - recovered];
  return [
    row('loss_ratio', 'credit_manager', sum, 'nothing_sold', terms),
    row('loss_ratio', 'credit_manager_with_allowance', withChange, 'nothing_sold', [...terms, allowanceChange ?? 0]),
    row(
      'loss_ratio',
      'insurer',
      claims === undefined ? { missing: 'claims_not_given' } : { part: claims.paid, whole: claims.premiums, basis: 'given' },
      'no_premiums',
    ),
  ];
}

function doubtfulOf({ doubtful }: LossSums): Found {
  if (doubtful === undefined) return { missing: 'no_doubtful_known' };
  return { part: doubtful.amount, whole: doubtful.of, basis: doubtful.basis };
}

/** What was moved to 416 in the period: nobody tells when a status was given. */
function movedOf({ doubtful, soldWithTax, openItemsOnly }: LossSums): Found {
  if (doubtful === undefined) return { whole: soldWithTax, missing: 'no_doubtful_known' };
  if (doubtful.moved === undefined) return { whole: soldWithTax, missing: 'moves_not_known' };
  if (openItemsOnly) return { whole: soldWithTax, missing: 'open_items_only' };
  return soldWithTax === undefined
    ? { part: doubtful.moved, missing: 'sold_with_tax_unknown' }
    : { part: doubtful.moved, whole: soldWithTax, basis: 'accounts' };
}

function failedOf({ defaults, whyNoDefaults }: LossSources, { slot }: LossSums): Found {
  if (whyNoDefaults !== undefined) return { missing: whyNoDefaults };
  if (defaults === undefined || defaults.of === 'period') return { missing: 'nothing_before_period' };
  const of = defaults.exposure?.[slot];
  return of === undefined ? { missing: 'start_not_known' } : { part: of.failed, whole: of.owed, basis: 'customers_at_start' };
}

/** Customers are counted once, whatever they buy in. */
export function rowOfCustomers({ defaults, whyNoDefaults }: LossSources): LossRow {
  const head = { currency: undefined, indicator: 'default_rate', meaning: 'by_number', terms: [] } as const;
  if (whyNoDefaults !== undefined || defaults === undefined) {
    return { ...head, part: undefined, whole: undefined, ratio: undefined, basis: whyNoDefaults ?? 'nothing_before_period' };
  }
  const { failed: part, customers: whole, of } = defaults;
  const basis = of === 'start' ? 'customers_at_start' : 'customers_of_period';
  return { ...head, part, whole, ratio: fraction(part, whole), basis };
}

function ofSales({ soldWithTax, openItemsOnly }: LossSums, part: number): Found {
  if (soldWithTax !== undefined) return { part, whole: soldWithTax, basis: 'with_tax' };
  return { part, missing: openItemsOnly ? 'open_items_only' : 'sold_with_tax_unknown' };
}

function ofReceivable({ receivable }: LossSums, part: number): Found {
  return { part, whole: receivable, basis: 'with_tax' };
}

function allowanceOf({ allowance, doubtful }: LossSums): Found {
  if (allowance === undefined) return { whole: doubtful?.amount, missing: 'allowance_not_given' };
  if (doubtful === undefined) return { part: allowance, missing: 'no_doubtful_known' };
  return { part: allowance, whole: doubtful.amount, basis: doubtful.basis };
}

function insuredOf({ whyNoInsured }: LossSources, { insured, receivable }: LossSums): Found {
  if (whyNoInsured !== undefined) return { whole: receivable, missing: whyNoInsured };
  return { part: insured, whole: receivable, basis: 'customers_table' };
}
