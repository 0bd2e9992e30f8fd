// `ar limit`: how much credit each customer should have, by need, behaviour, insurer and net worth, and which of them binds (plafond). Rules: domain §1.7.
import { isoDay } from '../../core/day.ts';
import { word } from '../../core/word.ts';
import type { LimitPolicy } from '../../measures/credit-limit.ts';
import { limitNotes, limitSection, orderedLimits, workingSection } from '../../report/views/limit.ts';
import { limitExplained } from '../../report/views/limit-explain.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { chosenNotes, tellNobody } from '../chosen.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { CREDIT_CUSTOMERS } from '../credit-terms.ts';
import { tellPartialLimits } from '../exposure-findings.ts';
import { idsOfLedger, knownElsewhere } from '../exposure-of.ts';
import { tellSettlement } from '../findings.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { type FoundLimits, limitsFound } from '../limit-of.ts';
import { limitOptions } from '../limit-options.ts';
import { refusesIn } from '../one-currency.ts';
import type { ValuesOf } from '../option.ts';

const options = { ...limitOptions, customer: customerOption, entity: entityOption, asKnown: asKnownOption } as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const limit = command({
  name: 'limit',
  summary: 'the credit limit each customer should have, by which method, and the change',
  about:
    'Proposes a limit by need (sales of twelve months, terms and lateness), by behaviour (the most that was owed at once and paid in time), by what an insurer agreed and by net worth; the smallest binds. What the ledger or the table of customers does not say is left empty with its reason, and never taken for nothing.',
  options,
  examples: [
    {
      line: 'ar limit fixtures/ledger.csv --customers fixtures/customers.csv --as-of 2026-06-30',
      says: 'Which limits should be raised, and which lowered?',
    },
    {
      line: 'ar limit fixtures/ledger.csv --customers fixtures/customers.csv --as-of 2026-06-30 --customer C002 --grace 10 --growth 5% --explain',
      says: 'The working of one customer, where ten days late still is in time and sales will grow:',
    },
  ],
  needs: { columns: () => [], customers: CREDIT_CUSTOMERS, ownCurrency: true },
  refuses: (given) => refusesIn(given, 'a limit is in the currency of its customer'),
  tolerates: [],
  run: (input, given) => {
    const { book, asOf, diagnostics } = input;
    const named = given.customer.map(idsOfLedger(input));
    const elsewhere = knownElsewhere(input, named);
    const ofLedger = named.filter((id) => !elsewhere.includes(id));
    const among = customersAsked(input, { ...given, customer: ofLedger });
    if (someUnknown(diagnostics) || severalEntities(input, given, undefined)) return undefined;
    const customers = elsewhere.length > 0 && ofLedger.length === 0 ? new Set<number>() : among;
    if (elsewhere.length === 0) tellNobody(given, input, customers);
    const policy: LimitPolicy = { asOf, growth: given.growth, netWorthShare: given.netWorthShare, step: given.step };
    const found = limitsFound(input, { policy, grace: given.grace, terms: given.terms, customers, elsewhere });
    tellSettlement(book, asOf, true, diagnostics);
    tellPartialLimits(input, found, diagnostics);
    return { report: reportOf(input, given, found, policy), attention: false };
  },
});

function reportOf(input: Input, given: Values, found: FoundLimits, policy: LimitPolicy) {
  const { book, asOf } = input;
  const rows = orderedLimits(found.rows);
  const title = word(`Credit limits as of ${isoDay(asOf)}`, `Plafonds de crédit au ${dayFor('fr', asOf)}`);
  const notes = [
    ...limitNotes(policy, given.grace),
    ...chosenNotes(input, { ...given, overdueOnly: false, detail: false, groupBy: 'customer' }),
  ];
  return {
    name: 'limit',
    title,
    asOf,
    parameters: {
      as_of: isoDay(asOf),
      growth: policy.growth.numerator / policy.growth.denominator,
      net_worth_share: policy.netWorthShare.numerator / policy.netWorthShare.denominator,
      step: policy.step,
      grace: given.grace,
      as_known: given.asKnown,
      customer: [...given.customer],
      entity: [...given.entity],
      sort: given.sort ?? null,
      top: given.top ?? null,
    },
    sections: [limitSection(rows, title, notes), workingSection(rows), ...(given.explain ? [limitExplained(rows)] : [])],
    control: controlIn(book.at(asOf), false),
    diagnostics: [],
  };
}
