// `ar losses`: what customers cost by not paying: losses, doubtful claims, defaults, unpaid amounts, cover, and how likely each age is to be paid. Rules: domain §1.2, §1.4, §4.5.
import type { Currency } from '../../core/currency.ts';
import { isoDay } from '../../core/day.ts';
import { firstDayOf, monthOf } from '../../core/month.ts';
import type { Word } from '../../core/word.ts';
import type { ColumnName } from '../../ledger/field.ts';
import { AGE_COLUMNS } from '../../measures/age.ts';
import { type Losses, type LossRequest, lossesOf, type SoldElsewhere } from '../../measures/losses/losses.ts';
import type { Period } from '../../measures/losses/scope.ts';
import { buckets } from '../../policy/buckets.ts';
import type { Section } from '../../report/report.ts';
import { lossesSection, lossesTitle } from '../../report/views/losses.ts';
import { lossesExplained } from '../../report/views/losses-explain.ts';
import { lossesNotes } from '../../report/views/losses-notes.ts';
import { paymentByAgeSection } from '../../report/views/payment-by-age.ts';
import { controlIn } from '../../settle/control.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { chosenNotes, tellNobody } from '../chosen.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { tellSettlement } from '../findings.ts';
import { accountLines } from '../journal-parts.ts';
import { customersTold, soldInAccounts, soldInTable } from '../losses-beside.ts';
import { type BookedLosses, bookedLosses, bookedNotes } from '../losses-booked.ts';
import { tellLosses, tellYoung } from '../losses-findings.ts';
import { lossesMistakes, lossesOptions } from '../losses-options.ts';
import { withoutTaxOf } from '../net-share.ts';
import type { ValuesOf } from '../option.ts';
import { type StatedAmount, statedText } from '../stated-amount.ts';
import { statedAmounts } from '../stated-amounts.ts';
import { TAX_COLUMNS } from '../without-tax.ts';
import { allowancesIn } from '../written-down.ts';

type Values = ValuesOf<typeof lossesOptions> & CommonValues;

const COLUMNS: readonly ColumnName[] = [...AGE_COLUMNS, ...TAX_COLUMNS, 'account'];

export const losses = command({
  name: 'losses',
  summary: 'what is lost on customers: loss, doubtful, default and cover ratios, and how likely each age is paid',
  about:
    'Measures a period that ends on the as-of day, by currency: the loss ratio in both of its meanings (a credit manager’s, of sales, and an insurer’s, of premiums), doubtful claims, customers who failed, amounts long unpaid, and what covers them, each with its part and whole. The section payment_by_age tells from the ledger’s own history which share of what reached an age was paid in the end. What is not known, or would divide by nothing, is n/a with its reason.',
  options: lossesOptions,
  examples: [
    {
      line: 'ar losses fixtures/000000000FEC20250630.txt fixtures/000000000FEC20260630.txt --as-of 2026-06-30',
      says: 'The last twelve months, from two years of books:',
    },
    {
      line: 'ar losses fixtures/ledger.csv --as-of 2026-06-30 --customers fixtures/customers.csv --recovered EUR=500 --claims-paid EUR=100000 --premiums EUR=1000000',
      says: 'With what a ledger does not know:',
    },
    {
      line: 'ar losses fixtures/ledger.csv --as-of 2026-06-30 --within 6 --section payment_by_age',
      says: 'How likely is a claim of each age to be paid?',
    },
  ],
  needs: {
    again: () => true,
    columns: () => COLUMNS,
    tables: {
      sales: async () => (await import('../../read/tables/sales-both.ts')).SALES_BOTH,
      allowance: async () => (await import('../../read/tables/allowances.ts')).ALLOWANCES,
      prior: async () => (await import('../../read/tables/allowances.ts')).ALLOWANCES,
    },
  },
  refuses: lossesMistakes,
  tolerates: [],
  run: async (input, given) => {
    const { book, asOf, diagnostics } = input;
    const request = await requestOf(input, given);
    if (request === undefined) return undefined;
    const found = lossesOf(book, request);
    tellSettlement(book, asOf, true, diagnostics);
    tellLosses(input, found);
    tellYoung(input, found);
    return {
      report: {
        name: 'losses',
        title: lossesTitle(request.period.from, asOf),
        asOf,
        parameters: parametersOf(given, request, found),
        sections: sectionsOf(input, given, found, request),
        control: [...controlIn(book.at(asOf), request.inBase), ...(await accountLines(input, book, request.inBase))],
        diagnostics: [],
      },
      attention: false,
    };
  },
});

type Asked = LossRequest & Pick<Stated, 'ofBooks'>;

/** Undefined when what is asked for cannot be: the diagnostics say so. */
async function requestOf(input: Input, given: Values): Promise<Asked | undefined> {
  const { book, asOf, diagnostics } = input;
  const customers = customersAsked(input, given);
  if (someUnknown(diagnostics) || severalEntities(input, given, undefined)) return undefined;
  tellNobody(given, input, customers);
  const period: Period = { from: firstDayOf(monthOf(asOf) - given.months + 1), to: asOf };
  const inBase = given.in !== undefined;
  const currencies = inBase ? [book.ledger.bookCurrency] : book.ledger.currencies;
  const isNarrowed = given.customer.length > 0 || input.chosen.customers !== undefined;
  const booked = await bookedLosses(input, { period, entity: given.entity, inBase, isNarrowed });
  const stated = booked === 'refused' ? undefined : statedIn(input, given, customers, currencies, booked);
  const sold = await soldIn(input, given, period, customers, currencies);
  if (stated === undefined || sold === 'refused') return undefined;
  return {
    ...{ asOf, period, months: given.months, customers, inBase, sold, ...stated },
    ...{ unpaidAfter: given.unpaidAfter, buckets: buckets('due', given.buckets), within: given.within },
    tax: withoutTaxOf(input),
    told: customersTold(input, period),
    allAccounts: book.ledger.allBooks && given.accounts === undefined && input.chosen.leftOut === 0,
  };
}

/** With the sentences that say what the accounts of a journal told. */
type Stated = Pick<LossRequest, 'recovered' | 'claims' | 'allowanceChange' | 'allowance'> & { readonly ofBooks: readonly Word[] };

function statedIn(
  input: Input,
  given: Values,
  customers: ReadonlySet<number> | undefined,
  currencies: readonly Currency[],
  booked: BookedLosses,
): Stated | undefined {
  const { diagnostics } = input;
  const of = (option: string, amounts: readonly StatedAmount[]) => statedAmounts(option, amounts, currencies, diagnostics);
  const recovered = of('--recovered', given.recovered);
  const change = of('--allowance-change', given.allowanceChange);
  const [paid, premiums] = [of('--claims-paid', given.claimsPaid), of('--premiums', given.premiums)];
  const allowance = allowancesIn(input, 'allowance', customers, currencies);
  const prior = allowancesIn(input, 'prior', customers, currencies);
  if (!(recovered && change && paid && premiums && allowance && prior)) return undefined;
  const ofBooks = given.allowance === undefined ? booked : { ...booked, allowance: undefined, allowanceChange: undefined };
  return {
    ofBooks: bookedNotes({
      allowance: ofBooks.allowance !== undefined,
      recovered: ofBooks.recovered !== undefined && currencies.some((currency) => !recovered.has(currency)),
    }),
    recovered: (currency) => recovered.get(currency) ?? ofBooks.recovered?.get(currency),
    claims: (currency) => {
      const [of, among] = [paid.get(currency), premiums.get(currency)];
      return of === undefined || among === undefined ? undefined : { paid: of, premiums: among };
    },
    allowance: (currency) => allowance.get(currency) ?? ofBooks.allowance?.get(currency),
    allowanceChange: (currency) => {
      const [now, before] = [allowance.get(currency), prior.get(currency)];
      const between = now === undefined || before === undefined ? undefined : now - before;
      return change.get(currency) ?? between ?? ofBooks.allowanceChange?.get(currency);
    },
  };
}

async function soldIn(
  input: Input,
  given: Values,
  period: Period,
  customers: ReadonlySet<number> | undefined,
  currencies: readonly Currency[],
): Promise<SoldElsewhere | undefined | 'refused'> {
  const isNarrowed = given.customer.length > 0 || input.chosen.customers !== undefined;
  const asked = { period, customers, currencies, entity: given.entity, inBase: given.in !== undefined, isNarrowed };
  if (given.sales !== undefined) return soldInTable(input, asked) ?? 'refused';
  return soldInAccounts(input, asked);
}

function sectionsOf(input: Input, given: Values, found: Losses, request: Asked): Section[] {
  const whose = chosenNotes(input, { ...given, overdueOnly: false, detail: false, groupBy: 'customer' });
  const title = lossesTitle(request.period.from, request.asOf);
  return [
    lossesSection(found, title, [...lossesNotes(found, request), ...request.ofBooks, ...whose]),
    paymentByAgeSection(found, request.buckets, request.asOf),
    ...(given.explain ? [lossesExplained(found, request.buckets, controlIn(input.book.at(request.asOf), request.inBase))] : []),
  ];
}

function parametersOf(given: Values, { asOf, period }: LossRequest, { watched }: Losses) {
  return {
    as_of: isoDay(asOf),
    from: isoDay(period.from),
    months: given.months,
    sales: given.sales ?? null,
    recovered: given.recovered.map(statedText),
    allowance_change: given.allowanceChange.map(statedText),
    allowance: given.allowance ?? null,
    prior: given.prior ?? null,
    claims_paid: given.claimsPaid.map(statedText),
    premiums: given.premiums.map(statedText),
    unpaid_after: [...given.unpaidAfter],
    buckets: [...given.buckets],
    within: watched.months,
    as_known: given.asKnown,
    customer: [...given.customer],
    entity: [...given.entity],
    in: given.in ?? null,
    sort: given.sort ?? null,
    top: given.top ?? null,
  };
}
