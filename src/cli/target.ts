// What is a better DSO held to, and what does it cost? The options of `ar dso --target`, and the amounts they state in the currencies of the ledger.
import { type Currency, exponentOf } from '../core/currency.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { type Fraction, fraction } from '../core/fraction.ts';
import { listedNames } from '../core/plural.ts';
import type { DsoRow } from '../measures/dso/dso-row.ts';
import type { Target } from '../measures/dso/target.ts';
import { parseAmount } from '../read/amount.ts';
import { Refusal, type ValuesOf, value, values } from './option.ts';
import { readRate } from './read-rate.ts';
import { readStatedAmount, type StatedAmount } from './stated-amount.ts';

function readTarget(text: string): Fraction | Refusal {
  const [, days, decimals = ''] = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  const found = days === undefined ? undefined : fraction(BigInt(days + decimals), 10n ** BigInt(decimals.length));
  return found ?? new Refusal('takes a number of days, as 45 or 45.5');
}

function readCost(text: string): StatedAmount | Refusal {
  const stated = readStatedAmount(text, 'an amount as 9000 or EUR=9000');
  if (stated instanceof Refusal || !stated.amount.startsWith('-')) return stated;
  return new Refusal('takes an amount of 0 or more');
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
    readCost,
  ),
  avoidedLosses: values(
    'avoided-losses',
    '[CODE=]AMOUNT',
    'with --project-cost: losses on customers that the project avoids in a year',
    readCost,
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
  const projectCost = amountsOf('--project-cost', given.projectCost, currencies, diagnostics);
  const avoidedLosses = amountsOf('--avoided-losses', given.avoidedLosses, currencies, diagnostics);
  if (target === undefined || projectCost === undefined || avoidedLosses === undefined) return undefined;
  return {
    ...{ days: target, costOfMoney },
    projectCost: ({ group }: DsoRow) => projectCost.get(group.currency),
    avoidedLosses: ({ group }: DsoRow) => avoidedLosses.get(group.currency),
  };
}

function amountsOf(
  option: string,
  stated: readonly StatedAmount[],
  currencies: readonly Currency[],
  diagnostics: Diagnostics,
): Map<Currency, number> | undefined {
  const amounts = new Map<Currency, number>();
  for (const { currency: named, amount } of stated) {
    const refuse = (what: string, fix: string): undefined => {
      diagnostics.add({ code: 'usage-bad-value', value: amount, what: `${option}: ${what}`, fix });
    };
    const currency = named ?? (currencies.length === 1 ? currencies[0] : undefined);
    if (currency === undefined)
      return refuse('this names no currency, and the ledger has several', `its currencies are ${listedNames(currencies)}`);
    if (!currencies.includes(currency))
      return refuse(`the ledger has no posting in ${currency}`, `its currencies are ${listedNames(currencies)}`);
    if (amounts.has(currency)) return refuse(`this is given twice for ${currency}`, 'leave one of the two out');
    const units = parseAmount(amount, exponentOf(currency));
    if (typeof units !== 'number')
      return refuse(`this is no amount of ${currency}`, 'write it with the decimals of the currency');
    amounts.set(currency, units);
  }
  return amounts;
}
