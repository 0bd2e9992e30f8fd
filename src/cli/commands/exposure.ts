// `ar exposure`: what each customer owes or may come to owe, against its limit, and what of it is covered (encours, risque, plafond). Rules: domain §1.6.
import { type Day, isoDay } from '../../core/day.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { type Word, word } from '../../core/word.ts';
import type { Exposure, ExposurePolicy } from '../../measures/exposure.ts';
import { EXPOSURE_COLUMNS, keyOf } from '../../measures/exposure-position.ts';
import type { Report, Section } from '../../report/report.ts';
import { exposureSection, orderedExposures } from '../../report/views/exposure.ts';
import { exposureExplained } from '../../report/views/exposure-explain.ts';
import { exposureNotes } from '../../report/views/exposure-notes.ts';
import { attentionSection, coverSection, groupsSection } from '../../report/views/exposure-sections.ts';
import { whatIfSection } from '../../report/views/exposure-what-if.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { accrualsOf } from '../accruals.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { chosenNotes, tellNobody } from '../chosen.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { CREDIT_CUSTOMERS } from '../credit-terms.ts';
import { tellPartial } from '../exposure-findings.ts';
import { exposureFound, type Found, idsOfLedger, knownElsewhere } from '../exposure-of.ts';
import { exposureOptions } from '../exposure-options.ts';
import { tellSettlement } from '../findings.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { accountLines } from '../journal-parts.ts';
import { choice, type ValuesOf, value } from '../option.ts';
import { readDay } from '../options.ts';
import { ordersOption } from '../orders-option.ts';
import { whatIfOption } from '../what-if.ts';

const options = {
  orders: ordersOption,
  ...exposureOptions,
  failOn: choice(
    'fail-on',
    ['watch', 'over'],
    'exit code 1 when somebody is over a limit; watch: or near one, or blocked',
    undefined,
  ),
  whatIf: whatIfOption,
  compare: value('compare', 'DAY', 'show another day beside, and the change', readDay, undefined),
  customer: customerOption,
  entity: entityOption,
  asKnown: asKnownOption,
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const exposure = command({
  name: 'exposure',
  summary: 'what each customer may come to owe, against its limit, and what is covered',
  about:
    'Adds up what is owed, bills held and discounted, deliveries to be invoiced and orders in progress, each in a column of its own; sets the sum against the limit of the customer and of its group, and takes off deposits, the insurer’s share and guarantees that hold on the day. A customer without a limit is no_limit; a limit of 0 is a limit. A limit says nothing of an exposure in another currency, unless --in and --rates convert both.',
  options,
  examples: [
    {
      line: 'ar exposure fixtures/ledger.csv --customers fixtures/customers.csv --orders fixtures/orders.csv --as-of 2026-06-30',
      says: 'Who is over the limit, near it, or blocked?',
    },
    {
      line: 'ar exposure fixtures/ledger.csv --customers fixtures/customers.csv --orders fixtures/orders.csv --as-of 2026-06-30 --customer C001 --what-if C001=5000',
      says: 'May this customer order 5,000 more?',
    },
    {
      line: 'ar exposure fixtures/ledger.csv --customers fixtures/customers.csv --as-of 2026-06-30 --compare 2026-03-31 --sort -change_exposure --top 5',
      says: 'Whose exposure has grown most since March?',
    },
  ],
  needs: {
    columns: () => EXPOSURE_COLUMNS,
    customers: CREDIT_CUSTOMERS,
    again: () => true,
    tables: { orders: async () => (await import('../../read/tables/orders.ts')).ORDERS },
  },
  refuses: (given) => contradictions(given),
  tolerates: [],
  run: async (input, given) => {
    const inBase = given.in !== undefined;
    const accruals = await accrualsOf(input, inBase);
    if (accruals === 'refused') return undefined;
    const named = given.customer.map(idsOfLedger(input));
    const elsewhere = knownElsewhere(input, named, accruals);
    const ofLedger = named.filter((id) => !elsewhere.includes(id));
    const among = customersAsked(input, { ...given, customer: ofLedger });
    if (someUnknown(input.diagnostics) || severalEntities(input, given, undefined)) return undefined;
    const customers = elsewhere.length > 0 && ofLedger.length === 0 ? new Set<number>() : among;
    if (elsewhere.length === 0) tellNobody(given, input, customers);
    const isNarrowed = given.customer.length > 0 || input.chosen.customers !== undefined;
    const compareDay = given.compare?.(input.today);
    const policy: ExposurePolicy = {
      asOf: input.asOf,
      watch: given.watch,
      blockAfter: given.blockAfter === 'never' ? undefined : given.blockAfter,
      insuresOrders: given.insuredOrders === 'yes',
    };
    const asked = { policy, whatIf: given.whatIf, compareDay, inBase, customers, elsewhere, isNarrowed, accruals };
    const found = exposureFound(input, asked);
    if (found === undefined) return undefined;
    tellSettlement(input.book, input.asOf, true, input.diagnostics);
    tellPartial(input, found, accruals !== undefined);
    const rows = orderedExposures(found.now.rows.filter(({ position }) => found.shows(position.id)));
    return {
      report: await reportOf(input, given, found, rows, policy),
      attention: given.failOn !== undefined && rows.some((one) => fails(one, given.failOn as 'watch' | 'over', found)),
    };
  },
});

/** Over a limit, whatever else the status says, or blocked and asked to order; with `watch` also near a limit, or blocked and owing something. */
function fails({ isOver, isNear, isBlocked, exposure, position }: Exposure, on: 'watch' | 'over', { ordered }: Found): boolean {
  return isOver || (isBlocked && ordered.has(keyOf(position))) || (on === 'watch' && (isNear || (isBlocked && exposure > 0)));
}

function contradictions(given: Values): Diagnostic[] {
  const refuse = (what: string, fix: string): Diagnostic => ({ code: 'usage-bad-value', what, fix });
  const found: Diagnostic[] = [];
  if (given.failOn !== undefined && given.customers === undefined) {
    found.push(refuse('--fail-on asks about limits, and there is no table that says any', 'add --customers FILE'));
  }
  return found;
}

function titleOf(asOf: Day): Word {
  return word(`Exposure and risk as of ${isoDay(asOf)}`, `Encours et risque au ${dayFor('fr', asOf)}`);
}

async function reportOf(
  input: Input,
  given: Values,
  found: Found,
  rows: readonly Exposure[],
  policy: ExposurePolicy,
): Promise<Report> {
  const { book, asOf } = input;
  const inBase = given.in !== undefined;
  const control = controlIn(book.at(asOf), inBase);
  const compareDay = given.compare?.(input.today);
  return {
    name: 'exposure',
    title: titleOf(asOf),
    asOf,
    parameters: {
      as_of: isoDay(asOf),
      orders: given.orders ?? null,
      watch: policy.watch.numerator / policy.watch.denominator,
      block_after: policy.blockAfter ?? 'never',
      insured_orders: given.insuredOrders,
      fail_on: given.failOn ?? null,
      what_if: given.whatIf.map(({ id, currency, amount }) => `${id}=${currency === undefined ? '' : `${currency}=`}${amount}`),
      compare: compareDay === undefined ? null : isoDay(compareDay),
      as_known: given.asKnown,
      customer: [...given.customer],
      entity: [...given.entity],
      in: given.in ?? null,
      sort: given.sort ?? null,
      top: given.top ?? null,
    },
    sections: sectionsOf(input, given, found, rows, policy),
    control: [...control, ...(await accountLines(input, book, inBase))],
    diagnostics: [],
  };
}

function sectionsOf(input: Input, given: Values, found: Found, rows: readonly Exposure[], policy: ExposurePolicy): Section[] {
  const compareDay = given.compare?.(input.today);
  const then = new Map(found.compared?.rows.map((one) => [keyOf(one.position), one]));
  const before = new Map(found.before?.rows.map((one) => [keyOf(one.position), one]));
  const compared = compareDay === undefined ? undefined : { of: (one: Exposure) => then.get(keyOf(one.position)) };
  const theirs = new Set(rows.map(({ terms }) => terms?.group));
  const groups = found.now.groups.filter(({ id }) => theirs.has(id));
  const covered = rows.filter(({ terms }) => terms?.insurance !== undefined || terms?.guarantee !== undefined);
  const notes = [
    ...exposureNotes(policy, compareDay, found),
    ...chosenNotes(input, { ...given, overdueOnly: false, detail: false, groupBy: 'customer' }),
  ];
  const asked = rows.filter(({ position }) => found.ordered.has(keyOf(position)));
  return [
    exposureSection(rows, titleOf(input.asOf), compared, notes),
    ...(asked.length === 0
      ? []
      : [
          whatIfSection(
            asked,
            (one) => before.get(keyOf(one.position)),
            (one) => found.ordered.get(keyOf(one.position))?.amount ?? 0,
          ),
        ]),
    attentionSection(rows),
    ...(groups.length === 0 ? [] : [groupsSection(groups)]),
    ...(covered.length === 0 ? [] : [coverSection(covered)]),
    ...(given.explain ? [exposureExplained(rows, policy)] : []),
  ];
}
