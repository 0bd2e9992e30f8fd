// `ar limit`: how much credit each customer should have, by each method of the rules that is asked for, and which of them binds (plafond). Rules: domain §1.7.
import { isoDay } from '../../core/day.ts';
import { word } from '../../core/word.ts';
import type { LimitPolicy } from '../../measures/credit-limit.ts';
import { EXPOSURE_COLUMNS } from '../../measures/exposure-position.ts';
import { shortfallOf } from '../../measures/shortfall.ts';
import { limitSection, orderedLimits } from '../../report/views/limit.ts';
import { limitExplained } from '../../report/views/limit-explain.ts';
import { limitNotes } from '../../report/views/limit-notes.ts';
import { shortfallSection } from '../../report/views/limit-shortfall.ts';
import { workingSection } from '../../report/views/limit-working.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { accrualsOf } from '../accruals.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { chosenNotes, tellNobody } from '../chosen.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { commitmentsOf } from '../commitments.ts';
import { CREDIT_CUSTOMERS } from '../credit-terms.ts';
import { tellPartialLimits } from '../exposure-findings.ts';
import { idsOfLedger, knownElsewhere } from '../exposure-of.ts';
import { tellSettlement } from '../findings.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { type FoundLimits, limitsFound } from '../limit-of.ts';
import { limitOptions } from '../limit-options.ts';
import { idleOptions, limitParameters, limitPolicyOf, methodsInOrder } from '../limit-policy.ts';
import { refusesIn } from '../one-currency.ts';
import { flag, type ValuesOf } from '../option.ts';
import { ordersOption } from '../orders-option.ts';

const options = {
  ...limitOptions,
  orders: ordersOption,
  shortfall: flag('shortfall', 'add who needs more than may be owed: by how much, and on which terms it would fit'),
  customer: customerOption,
  entity: entityOption,
  asKnown: asKnownOption,
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const limit = command({
  name: 'limit',
  summary: 'the credit limit each customer should have, by which method, and the change',
  about:
    'Proposes a limit by need (sales of twelve months, terms and lateness), by behaviour (the most that was owed at once and paid in time), by what an insurer agreed and by net worth, and by debt to suppliers and purchases where the table of customers knows them; the smallest binds. --methods chooses, also the month of most sales (peak), the base of the AFDCC (afdcc) and months of a year’s sales (months_of_sales). What the ledger or the table of customers does not say is left empty with its reason, and never taken for nothing.',
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
    {
      line: 'ar limit fixtures/ledger.csv --customers fixtures/customers.csv --orders fixtures/orders.csv --as-of 2026-06-30 --methods need,insurer,peak,afdcc --terms-coefficient 1.1 --behaviour-coefficient 0.9 --shortfall',
      says: 'By the month of most sales and the base of the AFDCC: who needs more than the insurer agreed?',
    },
  ],
  needs: {
    columns: ({ methods }) => (methods?.has('afdcc') ? EXPOSURE_COLUMNS : []),
    customers: CREDIT_CUSTOMERS,
    ownCurrency: true,
    again: ({ methods }) => methods?.has('afdcc') === true,
    tables: { orders: async () => (await import('../../read/tables/orders.ts')).ORDERS },
  },
  refuses: (given) => [...refusesIn(given, 'a limit is in the currency of its customer'), ...idleOptions(given)],
  tolerates: [],
  run: async (input, given) => {
    const { book, asOf, diagnostics } = input;
    const policy = limitPolicyOf(input, given);
    const asksBase = policy.methods.has('afdcc') && input.tables.has('orders');
    const accruals = asksBase ? await accrualsOf(input, false) : undefined;
    if (accruals === 'refused') return undefined;
    const named = given.customer.map(idsOfLedger(input));
    const elsewhere = knownElsewhere(input, named, accruals);
    const ofLedger = named.filter((id) => !elsewhere.includes(id));
    const among = customersAsked(input, { ...given, customer: ofLedger });
    if (someUnknown(diagnostics) || severalEntities(input, given, undefined)) return undefined;
    const customers = elsewhere.length > 0 && ofLedger.length === 0 ? new Set<number>() : among;
    if (elsewhere.length === 0) tellNobody(given, input, customers);
    const isNarrowed = given.customer.length > 0 || input.chosen.customers !== undefined;
    const commitments = asksBase ? commitmentsOf(input, { customers, elsewhere, isNarrowed, accruals }) : undefined;
    if (commitments === 'refused') return undefined;
    const asked = { policy, grace: given.grace, terms: given.terms, customers, elsewhere, commitments };
    const found = limitsFound(input, asked);
    tellSettlement(book, asOf, true, diagnostics);
    tellPartialLimits(input, found, diagnostics);
    return { report: reportOf(input, given, found, policy), attention: false };
  },
});

function reportOf(input: Input, given: Values, found: FoundLimits, policy: LimitPolicy) {
  const { book, asOf } = input;
  const rows = orderedLimits(found.rows);
  const methods = methodsInOrder(policy);
  const title = word(`Credit limits as of ${isoDay(asOf)}`, `Plafonds de crédit au ${dayFor('fr', asOf)}`);
  const notes = [
    ...limitNotes(
      policy,
      methods,
      given.grace,
      rows.some(({ known }) => Object.keys(known.own).length > 0),
    ),
    ...chosenNotes(input, { ...given, overdueOnly: false, detail: false, groupBy: 'customer' }),
  ];
  return {
    name: 'limit',
    title,
    asOf,
    parameters: {
      as_of: isoDay(asOf),
      ...limitParameters(policy, given),
      ...(given.shortfall ? { shortfall: true } : {}),
      as_known: given.asKnown,
      customer: [...given.customer],
      entity: [...given.entity],
      sort: given.sort ?? null,
      top: given.top ?? null,
    },
    sections: [
      limitSection(rows, methods, title, notes),
      workingSection(rows, methods),
      ...(given.shortfall ? [shortfallSection(rows.flatMap((one) => shortfallOf(one) ?? []))] : []),
      ...(given.explain ? [limitExplained(rows, methods)] : []),
    ],
    control: controlIn(book.at(asOf), false),
    diagnostics: [],
  };
}
