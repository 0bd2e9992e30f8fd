// `ar dun`: who is to be reminded, at which level and of how much (relances). The plan is a value, and letters are written where --write asks for them. Rules: domain §6.
import { assert } from '../../core/assert.ts';
import { isoDay, plusMonths } from '../../core/day.ts';
import { percentText } from '../../core/rate.ts';
import { word } from '../../core/word.ts';
import { AGE_COLUMNS, agedBalance } from '../../measures/age.ts';
import { buckets, DEFAULT_BOUNDS } from '../../policy/buckets.ts';
import { DEFAULT_DUNNING } from '../../policy/dunning.ts';
import { itemsSection, orderedNotices, planSection, type Shown } from '../../report/views/dun.ts';
import { lettersSection } from '../../report/views/dun-letters.ts';
import { dunNotes } from '../../report/views/dun-notes.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { chosenNotes, tellNobody } from '../chosen.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { writingMistakes, writingOptions } from '../dun-options.ts';
import { type Dunning, dunningFound } from '../dunning-of.ts';
import { tellSettlement } from '../findings.ts';
import { lacksDueDays } from '../interest-findings.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { dayCountMistakes, lawOptions } from '../law-options.ts';
import type { NamedLetter } from '../letters-of.ts';
import type { ValuesOf } from '../option.ts';
import type { Values as AllValues } from '../run.ts';
import { writingOf } from '../writing.ts';

const options = {
  ...writingOptions,
  ...lawOptions,
  customer: customerOption,
  entity: entityOption,
  asKnown: asKnownOption,
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const dun = command({
  name: 'dun',
  summary: 'who is to be reminded, at which level and of how much',
  about:
    'Proposes one notice a customer and currency, or says why there is none. Each item goes one level further at most, on the day of the level or after it; the letter takes the highest and lists every item that is past due, with what remains of it, less what the customer has paid and nothing allocates. Left aside: what is in dispute or promised, what is assigned, bills that have not matured, debits the bank was not asked for, and what nobody agreed a due day of. Customers on hold or in a proceeding are never reminded. Nothing is written without --write: with it the letters are, and then their rows in --history, all or nothing; run again, nothing is written twice. --output plan.csv and --plan plan.csv bring a reviewed plan back; levels that need approval are only written from one, with yes in its column approval.',
  options,
  examples: [
    {
      line: 'ar dun fixtures/ledger.csv --config fixtures/ar.toml --customers fixtures/customers.csv --as-of 2026-06-30',
      says: 'Whom should we remind today?',
    },
    {
      line: 'ar dun fixtures/ledger.csv --config fixtures/ar.toml --as-of 2026-06-30 --write letters --history history.csv',
      says: 'Write the letters, then the history; a second time nothing',
    },
    {
      line: 'ar dun --mark-sent 2026-06-30-1 --history history.csv',
      says: 'They were sent; --cancel where they were not',
    },
  ],
  needs: {
    columns: () => [...AGE_COLUMNS, 'assigned_to', 'payment_mode'],
    tables: {
      history: async () => (await import('../../read/tables/history.ts')).HISTORY,
      promises: async () => (await import('../../read/tables/promises.ts')).PROMISES,
      plan: async () => (await import('../../read/tables/plan.ts')).PLAN,
      import: async () => (await import('../../read/tables/levels.ts')).LEVELS_REACHED,
    },
    begun: ['history'],
    // Rows that --where leaves out may be payments of what a letter asks for.
    again: () => true,
  },
  refuses: (given) => {
    const { texts, settings } = given as unknown as AllValues;
    const isOnLine = (name: string): boolean => (texts.get(name) ?? []).length > 0 && settings?.placeOf(name) === undefined;
    return [...writingMistakes(given, ['to', 'templates'].filter(isOnLine)), ...dayCountMistakes(given)];
  },
  holds: ({ history, write, import: levels }) =>
    history === undefined ? undefined : { history, changes: write !== undefined || levels !== undefined },
  alone: ({ cancel, markSent, import: levels }, ledgers) =>
    cancel === undefined && markSent === undefined && (levels === undefined || ledgers.length > 0)
      ? undefined
      : async (values, world) => (await import('../history-acts.ts')).actOnHistory(values, world),
  tolerates: [],
  run: async (input, given) => {
    const customers = customersAsked(input, given);
    if (someUnknown(input.diagnostics) || severalEntities(input, given, undefined)) return undefined;
    tellNobody(given, input, customers);
    if (lacksDueDays(input, customers)) return undefined;
    const { law, rate, dayCount, impute } = given;
    const found = dunningFound(input, { law, rate, dayCount, impute, customers });
    if (found === undefined) return undefined;
    holdAgainstAge(input, found, customers);
    tellSettlement(input.book, input.asOf, false, input.diagnostics);
    const shown = shownOf(input, given, found);
    const writing = await writingOf(input, given, found, shown, customers);
    if (writing === undefined) return undefined;
    const { letters, run, plan, attention } = writing;
    return { report: reportOf(input, given, shown, { letters, run, ...found }), plan, attention };
  },
});

/** Listed, set aside and not due: together the debits of the aged balance, customer by customer, so that no item is forgotten. */
function holdAgainstAge({ book, asOf }: Input, { notices }: Dunning, customers: ReadonlySet<number> | undefined): void {
  const age = agedBalance(book, {
    ...{ asOf, customers, inBase: false, groupBy: 'customer', credits: 'separate' },
    buckets: buckets('due', DEFAULT_BOUNDS),
  });
  const unallocated = new Map<string, number>();
  age.groups.forEach(({ id, currency }, slot) => {
    unallocated.set(`${id}\0${currency}`, age.unallocated[slot] as number);
  });
  for (const { customer, currency, unallocated: told } of notices) {
    const held = unallocated.get(`${book.ledger.customers.id(customer)}\0${currency}`) ?? 0;
    assert(held === told, `the plan takes ${told} off for customer ${customer}, and the aged balance ${held}`);
  }
}

function shownOf({ book: { ledger }, register }: Input, given: Values, found: Dunning): Shown {
  const rowOf = (customer: number): number | undefined => register?.rowOf(ledger.customers.id(customer));
  return {
    ledger,
    notices: orderedNotices(found.notices, ledger),
    languageOf: (customer) => {
      const row = rowOf(customer);
      return (row === undefined ? '' : (register?.table.text('language', row) ?? '')) || (given.lang ?? 'en');
    },
    lawOf: (customer) => found.laws.of(customer)?.law.key ?? '',
    claimedOf: found.claimedOf,
    broken: found.broken,
    declareBy: (customer) => {
      const row = rowOf(customer);
      const published = row === undefined ? undefined : register?.table.day('publication_date', row);
      // Within two months of the publication (R622-24): the same day of the month, else its last (CPC 641).
      return published === undefined ? undefined : plusMonths(published, 2);
    },
  };
}

type Written = Pick<Dunning, 'hasUnverifiedRates'> & {
  readonly letters: readonly NamedLetter[] | undefined;
  readonly run: string;
};

function reportOf(input: Input, given: Values, shown: Shown, { letters, run, hasUnverifiedRates }: Written) {
  const { book, asOf } = input;
  const policy = input.settings?.dunning ?? DEFAULT_DUNNING;
  const title = word(`Reminders as of ${isoDay(asOf)}`, `Relances au ${dayFor('fr', asOf)}`);
  const notes = [
    ...dunNotes(policy, given.write === undefined ? undefined : { run, letters: letters?.length ?? 0 }, hasUnverifiedRates),
    ...chosenNotes(input, { ...given, overdueOnly: false, detail: false, groupBy: 'customer' }),
  ];
  return {
    name: 'dun',
    title,
    asOf,
    parameters: {
      as_of: isoDay(asOf),
      law: given.law ?? null,
      rate: given.rate === undefined ? null : percentText(given.rate),
      day_count: given.dayCount,
      impute: given.impute,
      as_known: given.asKnown,
      customer: [...given.customer],
      entity: [...given.entity],
      sort: given.sort ?? null,
      top: given.top ?? null,
    },
    sections: [
      planSection(shown, title, notes),
      itemsSection(shown),
      ...(letters === undefined ? [] : [lettersSection(shown, letters, run)]),
    ],
    control: controlIn(book.at(asOf), false),
    diagnostics: [],
  };
}
