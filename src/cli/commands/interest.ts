// `ar interest`: what late payment costs, item by item, under French, European or British law, or the rate of the contract. Rules: domain §2.
import { assert } from '../../core/assert.ts';
import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay, NO_DAY } from '../../core/day.ts';
import type { Diagnostic, Diagnostics } from '../../core/diagnostic.ts';
import { disarmed } from '../../core/formula.ts';
import { percentText } from '../../core/rate.ts';
import { type Word, word } from '../../core/word.ts';
import { tablesWith } from '../../law/tables.ts';
import { currencyAt, wholeRows } from '../../ledger/ledger.ts';
import type { SideTable } from '../../ledger/side-table.ts';
import { AGE_COLUMNS, type AgeRequest, agedBalance, agedItems } from '../../measures/age.ts';
import { interestOf } from '../../measures/interest.ts';
import type { Interest, InterestRequest } from '../../measures/interest-item.ts';
import { buckets, DEFAULT_BOUNDS } from '../../policy/buckets.ts';
import type { ChargedField } from '../../read/tables/charged.ts';
import type { Section } from '../../report/report.ts';
import { type InterestShown, interestSection, oneCustomer, orderedItems } from '../../report/views/interest.ts';
import { interestExplained } from '../../report/views/interest-explain.ts';
import { legsSection, paymentsSection } from '../../report/views/interest-legs.ts';
import { limitationSection } from '../../report/views/interest-limitation.ts';
import { interestSummary } from '../../report/views/interest-summary.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { visible } from '../../text/visible.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { ChargedRows } from '../charged.ts';
import { tellNobody, whoseNotes } from '../chosen.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { tellSettlement } from '../findings.ts';
import { type Governing, governing } from '../governed.ts';
import { lacksDueDays, refusesInterest, tellInterest } from '../interest-findings.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { dayCountMistakes, lawOptions } from '../law-options.ts';
import { refusesIn } from '../one-currency.ts';
import { flag, readPath, type ValuesOf, value } from '../option.ts';
import { readDay } from '../options.ts';

const options = {
  ...lawOptions,
  paid: flag('paid', 'items that were paid late, instead of those that are open'),
  from: value('from', 'DAY', 'with --paid: the first day of the last payment', readDay, undefined),
  to: value('to', 'DAY', 'with --paid: the last day of the last payment', readDay, undefined, { fallback: 'the as-of day' }),
  charged: value('charged', 'FILE', 'what was charged before: customer, document, interest, indemnity', readPath, undefined),
  legs: flag('legs', 'add the account of each item: legs with rate and source, what was paid, and until when it can be claimed'),
  customer: customerOption,
  entity: entityOption,
  asKnown: asKnownOption,
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const interest = command({
  name: 'interest',
  summary: 'what late payment costs, to the cent, and by which law',
  about:
    'Adds up late interest item by item, from the day after the due day, on what was unpaid between part payments, at the rate of the law that governs the contract or at the contract’s own, and the fixed indemnity once an invoice. Items in dispute, and what bears no interest, are told apart, and all of it is held against the aged balance. A day for which no rate is known ends the run: nothing is carried on beyond the tables (ar law shows them).',
  options,
  examples: [
    {
      line: 'ar interest fixtures/ledger.csv --as-of 2026-06-30 --law fr --customers fixtures/customers.csv',
      says: 'What do late payers owe beside their invoices?',
    },
    {
      line: 'ar interest fixtures/ledger.csv --as-of 2026-06-30 --law fr --customer C002 --legs',
      says: 'The account of one customer, leg by leg:',
    },
    {
      line: 'ar interest fixtures/ledger.csv --as-of 2026-06-30 --law fr --paid --from 2026-04-01 --to 2026-06-30',
      says: 'Invoices paid late in a quarter:',
    },
  ],
  needs: {
    columns: () => AGE_COLUMNS,
    ownCurrency: true,
    tables: { charged: async () => (await import('../../read/tables/charged.ts')).CHARGED },
  },
  refuses: (given) => contradictions(given),
  tolerates: [],
  run: (input, given) => {
    const { book, asOf, diagnostics } = input;
    const customers = customersAsked(input, given);
    if (someUnknown(diagnostics) || severalEntities(input, given, undefined)) return undefined;
    tellNobody(given, input, customers);
    const laws = governing(book.ledger, input.register, given.law, input.settings?.lawsSaid);
    const charged = chargedRows(input, laws, given.entity);
    if (!charged.isSound(diagnostics)) return undefined;
    const request = requestOf(input, given, customers, laws, charged);
    if (lacksDueDays(input, customers) || endsBeforeItBegins(request, diagnostics)) return undefined;
    const found = interestOf(book, request);
    if (refusesInterest(book.ledger, found, laws, given.rate, input.settings, diagnostics)) return undefined;
    tellSettlement(book, asOf, false, diagnostics);
    tellInterest(book.ledger, found, laws, diagnostics);
    charged.tell(diagnostics);
    return {
      report: {
        name: 'interest',
        title: titleOf(book.ledger, asOf, found),
        asOf,
        parameters: parametersOf(asOf, given, request),
        sections: sectionsOf(input, given, found, customers),
        control: controlIn(book.at(asOf), false),
        diagnostics: [],
      },
      attention: false,
    };
  },
});

/** A name is the ledger's text: nothing in it runs or repaints a terminal. */
function titleOf(ledger: Input['book']['ledger'], asOf: Day, { items }: Interest): Word {
  const one = oneCustomer(ledger, items);
  const [en, fr] = [`Late interest as of ${isoDay(asOf)}`, `Intérêts de retard au ${dayFor('fr', asOf)}`];
  if (one === undefined) return word(en, fr);
  const name = visible(disarmed(one));
  return word(`${en}: ${name}`, `${fr} : ${name}`);
}

/** An option that has no say is refused: nothing is parsed and ignored. */
function contradictions(given: Values): Diagnostic[] {
  const refuse = (what: string, fix: string): Diagnostic => ({ code: 'usage-bad-value', what, fix });
  const found: Diagnostic[] = [];
  if (!given.paid && (given.from !== undefined || given.to !== undefined)) {
    found.push(refuse('--from and --to choose among items that were paid', 'add --paid, or leave them out'));
  }
  return [...found, ...dayCountMistakes(given), ...refusesIn(given, 'interest is owed in the currency of its item')];
}

function requestOf(
  input: Input,
  given: Values,
  customers: ReadonlySet<number> | undefined,
  { of }: Governing,
  charged: ChargedRows,
): InterestRequest {
  const { asOf, today, settings } = input;
  const { rate, dayCount, impute } = given;
  return {
    ...{ asOf, rate, dayCount, impute, customers, governed: of },
    tables: tablesWith(settings?.lawRows),
    paid: given.paid ? { from: given.from?.(today) ?? NO_DAY, to: given.to?.(today) ?? asOf } : undefined,
    charged: given.charged === undefined ? undefined : charged,
    noticeOf: noticesIn(input),
  };
}

/** Formal notices stand in the table of documents; of an instalment that of its document. */
function noticesIn({ book: { ledger }, reading: { documentFacts } }: Input): InterestRequest['noticeOf'] {
  if (documentFacts === undefined) return undefined;
  const wholeOf = wholeRows(ledger);
  return (row) => documentFacts.noticeOf(wholeOf(row));
}

/** An indemnity is in the currency that the law of the customer names. */
function chargedRows({ book: { ledger }, tables }: Input, { of }: Governing, asked: readonly string[]): ChargedRows {
  const table = tables.get('charged') as SideTable<ChargedField> | undefined;
  const entities = asked.length > 0 ? asked : ledger.customers.entities;
  return new ChargedRows(table, (id) => of(ledger.customers.find(id)[0] ?? 0)?.law.indemnity.currency, entities);
}

function endsBeforeItBegins({ paid }: InterestRequest, diagnostics: Diagnostics): boolean {
  if (paid === undefined || paid.from <= paid.to) return false;
  diagnostics.add({
    code: 'usage-bad-value',
    value: isoDay(paid.from),
    what: `--from is a later day than --to, ${isoDay(paid.to)}`,
    fix: 'write the first day of the last payment, then the last; --to is the as-of day where it is left out',
  });
  return true;
}

function sectionsOf(input: Input, given: Values, found: Interest, customers: ReadonlySet<number> | undefined): Section[] {
  const { book, asOf, chosen } = input;
  const age: AgeRequest = {
    ...{ asOf, customers, inBase: false, groupBy: 'customer', credits: 'separate' },
    buckets: buckets('due', DEFAULT_BOUNDS),
  };
  const shown: InterestShown = {
    ledger: book.ledger,
    items: orderedItems(book.ledger, found.items),
    disputed: agedItems(book, age).disputed,
    arePaid: given.paid,
  };
  const section = interestSection(shown);
  const overdue = given.paid ? undefined : overdueHeld(input, age, found);
  return [
    { ...section, notes: [...section.notes, ...whoseNotes(chosen)] },
    ...(given.legs ? [legsSection(shown, found), paymentsSection(shown, found), limitationSection(shown)] : []),
    interestSummary(shown, found.left, overdue),
    ...(given.explain ? [interestExplained(shown, found)] : []),
  ];
}

/** What the aged balance calls overdue, by currency: items and what is left out must come to it, or an item was lost on the way. */
function overdueHeld({ book }: Input, age: AgeRequest, found: Interest): Map<Currency, number> {
  const { ledger } = book;
  const balance = agedBalance(book, age);
  const overdue = new Map<Currency, number>();
  const told = new Map<Currency, number>();
  const add = (to: Map<Currency, number>, currency: Currency, amount: number): void => {
    if (amount !== 0) to.set(currency, (to.get(currency) ?? 0) + amount);
  };
  balance.groups.forEach(({ currency }, slot) => {
    add(overdue, currency, balance.overdue[slot] as number);
  });
  for (const { row, principal } of found.items) add(told, currencyAt(ledger, ledger.currency[row] as number), principal);
  for (const { currency, principal } of found.left) add(told, currency, principal);
  for (const currency of new Set([...overdue.keys(), ...told.keys()])) {
    const missing = (overdue.get(currency) ?? 0) - (told.get(currency) ?? 0);
    assert(missing === 0, `interest misses ${missing} minor units of ${currency} that are overdue`);
  }
  return new Map([...overdue].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function parametersOf(asOf: Day, given: Values, { paid, rate }: InterestRequest) {
  return {
    as_of: isoDay(asOf),
    law: given.law ?? null,
    rate: rate === undefined ? null : percentText(rate),
    day_count: given.dayCount,
    impute: given.impute,
    paid: given.paid,
    from: paid === undefined || paid.from === NO_DAY ? null : isoDay(paid.from),
    to: paid === undefined ? null : isoDay(paid.to),
    legs: given.legs,
    as_known: given.asKnown,
    customer: [...given.customer],
    entity: [...given.entity],
    sort: given.sort ?? null,
    top: given.top ?? null,
  };
}
