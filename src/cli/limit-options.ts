// Which options propose a limit? They are settings, too: [limit] in ar.toml.
import type { Currency } from '../core/currency.ts';
import { didYouMean } from '../core/nearest.ts';
import type { Ratio } from '../ledger/side-table.ts';
import { BASES, type Basis } from '../measures/limit-methods.ts';
import { MOST_OF_A_COEFFICIENT, parseFactorUpTo, parseRatio } from '../read/ratio.ts';
import { type OptionSpec, Refusal, value, values } from './option.ts';
import { readAmountIn } from './stated-amount.ts';

function readShare(text: string): Ratio | Refusal {
  return parseRatio(text) ?? new Refusal('takes a share from 0 to 1, as 0.1 or 10%');
}

function readStep(text: string): number | Refusal {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : new Refusal('takes a whole number above 0, in units of the currency');
}

function readDays(text: string): number | Refusal {
  return /^\d{1,3}$/.test(text) ? Number(text) : new Refusal('takes a whole number of days');
}

function readCoefficient(text: string): Ratio | Refusal {
  const most = MOST_OF_A_COEFFICIENT;
  return parseFactorUpTo(text, most) ?? new Refusal(`takes a number above 0 and up to ${most}, as 1.1 or 0.9`);
}

function readMonths(text: string): Ratio | Refusal {
  return parseFactorUpTo(text, 12) ?? new Refusal('takes months of a year, above 0 and up to 12, as 2 or 1.5');
}

/** Methods by name, apart by commas, each once. */
function readMethods(text: string): ReadonlySet<Basis> | Refusal {
  const names = text.split(',').map((name) => name.trim().replaceAll('-', '_'));
  const known: ReadonlySet<string> = new Set(BASES);
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) {
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    return twice === undefined ? new Set(names as Basis[]) : new Refusal(`names ${twice} twice`, text);
  }
  const hint = didYouMean(unknown, BASES) || `the methods are ${BASES.join(', ')}`;
  return new Refusal(`${unknown === '' ? 'has a comma without a method' : `knows no method ${unknown}`}: ${hint}`, text);
}

const eachFirstOrder = values(
  'first-order',
  'CODE=AMOUNT',
  'the most of a first order: the behaviour of who has not paid anything yet',
  (text) => readAmountIn(text, 'EUR=5000'),
);

/** Two for one currency contradict one another. */
const firstOrder: OptionSpec<ReadonlyMap<Currency, number>> = {
  ...eachFirstOrder,
  read: (texts) => {
    const all = eachFirstOrder.read(texts);
    if (all instanceof Refusal) return all;
    const of = new Map(all.map(({ currency, units }) => [currency, units] as const));
    return of.size === all.length ? of : new Refusal('is given twice for one currency');
  },
};

const share = (name: string, summary: string, numerator: number, denominator: number, fallback: string) =>
  value(name, 'SHARE', summary, readShare, { numerator, denominator } as Ratio, { fallback });
const days = (name: string, summary: string) => value(name, 'DAYS', summary, readDays, 0, { fallback: '0' });
const coefficient = (name: string, summary: string) =>
  value(name, 'N', summary, readCoefficient, { numerator: 1, denominator: 1 } as Ratio, { fallback: '1' });

export const limitOptions = {
  methods: value('methods', 'LIST', `which methods are reckoned, of ${BASES.join(', ')}`, readMethods, undefined, {
    fallback: 'need,behaviour,insurer,net_worth, and what the table of customers knows of its own accounts',
  }),
  growth: share('growth', 'how much sales are expected to grow', 0, 1, '0'),
  netWorthShare: share('net-worth-share', 'what of a customer’s net worth may be owed', 1, 10, '0.1'),
  step: value('step', 'N', 'round a limit down to whole steps of so many units of its currency', readStep, 100, {
    fallback: '100',
  }),
  grace: days('grace', 'days after the due day on which a payment still is in time'),
  firstOrder,
  deliveryLag: days('delivery-lag', 'days from order to delivery, which the need bears as well'),
  invoicingCycle: days('invoicing-cycle', 'days from delivery to invoice, for the method peak'),
  termsCoefficient: coefficient('terms-coefficient', 'for the method afdcc: what the terms granted make of the base (CDP)'),
  behaviourCoefficient: coefficient(
    'behaviour-coefficient',
    'for the method afdcc: above 1 for who pays well, below for who does not (CCP)',
  ),
  monthsOfSales: value(
    'months-of-sales',
    'N',
    'how many months of a year’s sales, for the method months_of_sales',
    readMonths,
    undefined,
  ),
  supplierDebtShare: share('supplier-debt-share', 'what of a customer’s debt to its suppliers may be ours', 15, 100, '0.15'),
  totalPurchasesShare: share('total-purchases-share', 'what of a customer’s purchases may be owed to us', 3, 100, '0.03'),
} as const;
