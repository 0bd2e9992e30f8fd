// What is a better DSO held to, and what does it cost? The options of `ar dso --target`, and the amounts they state in the currencies of the ledger.
import type { Currency } from '../core/currency.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { type Fraction, fraction } from '../core/fraction.ts';
import type { DsoRow } from '../measures/dso/dso-row.ts';
import type { Target } from '../measures/dso/target.ts';
import { Refusal, type ValuesOf, value, values } from './option.ts';
import { readRate } from './read-rate.ts';
import { readStatedSum, statedAmounts } from './stated-amounts.ts';

function readTarget(text: string): Fraction | Refusal {
  const [, days, decimals = ''] = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  const found = days === undefined ? undefined : fraction(BigInt(days + decimals), 10n ** BigInt(decimals.length));
  return found ?? new Refusal('takes a number of days, as 45 or 45.5');
}

export const targetOptions = {
  target: value(
    'target',
    'DAYS',
    'what a DSO of so many days would bring: cash released, and saved a year',
    readTarget,
    undefined,
  ),
  costOfMoney: value(
    'cost-of-money',
    'PERCENT',
    'with --target: what cash costs in a year, as the rate of an overdraft',
    readRate,
    undefined,
  ),
  projectCost: values(
    'project-cost',
    '[CODE=]AMOUNT',
    'with --target: what it costs to get there; the return on it is shown',
    readStatedSum,
  ),
  avoidedLosses: values(
    'avoided-losses',
    '[CODE=]AMOUNT',
    'with --project-cost: losses on customers that the project avoids in a year',
    readStatedSum,
  ),
} as const;

type Given = ValuesOf<typeof targetOptions> & { readonly groupBy: string | undefined };

/** Options of a target that have no say. */
export function targetMistakes(given: Given): Diagnostic[] {
  const refuse = (what: string, fix: string): Diagnostic => ({ code: 'usage-bad-value', what, fix });
  const { target, costOfMoney, projectCost, avoidedLosses, groupBy } = given;
  const found: Diagnostic[] = [];
  if (target === undefined && (costOfMoney !== undefined || projectCost.length > 0 || avoidedLosses.length > 0)) {
    found.push(
      refuse('--cost-of-money, --project-cost and --avoided-losses say what a target brings', 'add --target, or leave them out'),
    );
  }
  if (projectCost.length === 0 && avoidedLosses.length > 0) {
    found.push(refuse('--avoided-losses is part of the return on a project', 'add --project-cost, or leave it out'));
  }
  if (projectCost.length > 0 && costOfMoney === undefined && avoidedLosses.length === 0) {
    found.push(refuse('--project-cost: nothing says what the project brings in', 'add --cost-of-money, or --avoided-losses'));
  }
  if (projectCost.length > 0 && groupBy !== undefined) {
    found.push(refuse('--project-cost is of all customers, and --group-by shows each', 'leave one of the two out'));
  }
  return found;
}

/** Undefined when an amount cannot be of a currency of the report: the diagnostics say so. */
export function targetOf(given: Given, currencies: readonly Currency[], diagnostics: Diagnostics): Target | undefined {
  const { target, costOfMoney } = given;
  const projectCost = statedAmounts('--project-cost', given.projectCost, currencies, diagnostics);
  const avoidedLosses = statedAmounts('--avoided-losses', given.avoidedLosses, currencies, diagnostics);
  if (target === undefined || projectCost === undefined || avoidedLosses === undefined) return undefined;
  return {
    ...{ days: target, costOfMoney },
    projectCost: ({ group }: DsoRow) => projectCost.get(group.currency),
    avoidedLosses: ({ group }: DsoRow) => avoidedLosses.get(group.currency),
  };
}
