// By which methods, shares and coefficients is a limit proposed in this run, and what of the options says nothing to the methods asked for?
import type { Diagnostic } from '../core/diagnostic.ts';
import type { LimitPolicy } from '../measures/credit-limit.ts';
import { BASES, type Basis } from '../measures/limit-methods.ts';
import { plainAmount } from '../text/amounts.ts';
import type { CommonValues, Input } from './command.ts';
import { limitOptions } from './limit-options.ts';
import { isOnLine } from './on-line.ts';
import type { OptionSpec, ValuesOf } from './option.ts';
import { ordersOption } from './orders-option.ts';
import type { Values } from './run.ts';

type Given = ValuesOf<typeof limitOptions> & { readonly orders: string | undefined } & CommonValues;

const ALWAYS: readonly Basis[] = ['need', 'behaviour', 'insurer', 'net_worth'];
/** Reckoned where the table of customers knows of them, as it may of net worth. */
const WHEN_GIVEN = ['supplier_debt', 'total_purchases'] as const;

export function limitPolicyOf({ asOf, register }: Input, given: Given): LimitPolicy {
  const { growth, netWorthShare, step, firstOrder, termsCoefficient, behaviourCoefficient } = given;
  const { monthsOfSales, supplierDebtShare, totalPurchasesShare } = given;
  return {
    ...{ asOf, growth, netWorthShare, step, firstOrder, termsCoefficient, behaviourCoefficient },
    ...{ monthsOfSales, supplierDebtShare, totalPurchasesShare },
    ...{ deliveryLag: given.deliveryLag * 100, invoicingCycle: given.invoicingCycle * 100 },
    methods: given.methods ?? new Set([...ALWAYS, ...WHEN_GIVEN.filter((field) => register?.table.has(field))]),
  };
}

/** In the order of their columns. */
export function methodsInOrder({ methods }: LimitPolicy): Basis[] {
  return BASES.filter((basis) => methods.has(basis));
}

const OF: readonly (readonly [OptionSpec<unknown>, readonly Basis[]])[] = [
  [ordersOption, ['afdcc']],
  [limitOptions.termsCoefficient, ['afdcc']],
  [limitOptions.behaviourCoefficient, ['afdcc']],
  [limitOptions.invoicingCycle, ['peak']],
  [limitOptions.deliveryLag, ['need']],
  [limitOptions.monthsOfSales, ['months_of_sales']],
  [limitOptions.netWorthShare, ['net_worth']],
  [limitOptions.supplierDebtShare, ['supplier_debt']],
  [limitOptions.totalPurchasesShare, ['total_purchases']],
  [limitOptions.grace, ['behaviour']],
  [limitOptions.growth, ['need', 'behaviour', 'peak', 'months_of_sales']],
];

/** What is said on the line of a method that is not reckoned: in an ar.toml it may stand for the runs that ask for it. */
export function idleOptions(given: Given): Diagnostic[] {
  const methods = given.methods ?? new Set<Basis>([...ALWAYS, ...WHEN_GIVEN]);
  const tell = (name: string, of: readonly Basis[]): Diagnostic => ({
    code: 'usage-bad-value',
    what: `--${name}: it is for the method ${of.join(' or ')}, which is not reckoned`,
    fix: `add it: --methods ${[...methods, ...of.slice(0, 1)].join(',')}`,
  });
  const idle = OF.filter(
    ([option, of]) => isOnLine(given as unknown as Values, option) && !of.some((basis) => methods.has(basis)),
  );
  const { settings } = given as unknown as Values;
  const isFirstSaid = [...given.firstOrder.keys()].some(
    (code) => settings?.saidOf(limitOptions.firstOrder.name, code) === undefined,
  );
  return [
    ...idle.map(([{ name }, of]) => tell(name, of)),
    ...(isFirstSaid && !methods.has('behaviour') ? [tell(limitOptions.firstOrder.name, ['behaviour'])] : []),
  ];
}

/** As machines read them: what always was there, and what the methods besides take. */
export function limitParameters(policy: LimitPolicy, given: Given): Record<string, string | number | null | readonly string[]> {
  const share = ({ numerator, denominator }: LimitPolicy['growth']): number => numerator / denominator;
  const { methods, firstOrder } = policy;
  return {
    growth: share(policy.growth),
    net_worth_share: share(policy.netWorthShare),
    step: policy.step,
    grace: given.grace,
    ...(given.methods === undefined ? {} : { methods: methodsInOrder(policy) }),
    ...(firstOrder.size === 0
      ? {}
      : { first_order: [...firstOrder].map(([code, units]) => `${code}=${plainAmount(units, code)}`) }),
    ...(given.deliveryLag === 0 ? {} : { delivery_lag: given.deliveryLag }),
    ...(methods.has('peak') ? { invoicing_cycle: given.invoicingCycle } : {}),
    ...(methods.has('afdcc')
      ? {
          orders: given.orders ?? null,
          terms_coefficient: share(policy.termsCoefficient),
          behaviour_coefficient: share(policy.behaviourCoefficient),
        }
      : {}),
    ...(methods.has('months_of_sales')
      ? { months_of_sales: policy.monthsOfSales === undefined ? null : share(policy.monthsOfSales) }
      : {}),
    ...(methods.has('supplier_debt') ? { supplier_debt_share: share(policy.supplierDebtShare) } : {}),
    ...(methods.has('total_purchases') ? { total_purchases_share: share(policy.totalPurchasesShare) } : {}),
  };
}
