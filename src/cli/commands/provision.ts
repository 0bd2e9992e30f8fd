// `ar provision`: what of doubtful claims must be written down, what is already, and the entries (dépréciations des comptes de clients). Rules: domain §4.
import { isoDay } from '../../core/day.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { CATEGORIES } from '../../ledger/field.ts';
import { AGE_COLUMNS } from '../../measures/age.ts';
import type { ProvisionPolicy } from '../../policy/provision.ts';
import type { Report, Section } from '../../report/report.ts';
import { orderedWriteDowns } from '../../report/views/provision.ts';
import { controlIn } from '../../settle/control.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { tellNobody } from '../chosen.ts';
import { categoryNamed } from '../column-name.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { tellSettlement } from '../findings.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { areMonths } from '../loss-rates.ts';
import { choice, flag, Refusal, readPath, type ValuesOf, value } from '../option.ts';
import { readDay } from '../options.ts';
import { type ClosingFound, provisionFound } from '../provision-of.ts';
import { closingFiles, provisionFiles, sheetsOption } from '../provision-options.ts';
import { readProvisionPolicy } from '../provision-policy.ts';
import { provisionSections, provisionTitle } from '../provision-sections.ts';
import { TAX_COLUMNS } from '../without-tax.ts';

const options = {
  policy: value('policy', 'NAME|FILE', 'fr, ifrs9, or a file with a section [provision]', readPath, undefined, {
    fallback: '[provision] of ar.toml, else fr',
  }),
  ...provisionFiles,
  ...closingFiles,
  entries: flag('entries', 'the entries that book it, balanced by currency; as a FEC with --dialect fec'),
  decidedUntil: value('decided-until', 'DAY', 'the last day of decisions that count', readDay, undefined, {
    fallback: 'the as-of day',
  }),
  ratesFromHistory: value(
    'rates-from-history',
    'MONTHS',
    'rates of loss from the ledger’s own rolls of so many months',
    readMonths,
    undefined,
  ),
  propose: flag('propose', 'the file of decisions to be filled: one row a claim that age, a dispute or a proceeding proposes'),
  groupBy: choice(
    'group-by',
    ['customer', 'item'],
    'one row a customer, or one a claim with its working',
    'customer',
    'customer',
  ),
  sheets: sheetsOption,
  customer: customerOption,
  entity: entityOption,
  asKnown: asKnownOption,
} as const;

function readMonths(text: string): number | Refusal {
  return /^[1-9]\d?$/.test(text) && Number(text) <= 60
    ? Number(text)
    : new Refusal('takes a number of months from 1 to 60, as 24');
}

type Values = ValuesOf<typeof options> & CommonValues;

export const provision = command({
  name: 'provision',
  summary: 'what of doubtful claims must be written down, and what moves since the last closing',
  about:
    'Two methods, kept apart. Specific: age, a dispute or a proceeding only propose a claim as doubtful, and a decision (--decisions) writes it down. Matrix: rates by age and segment (IFRS 9), of all claims of which nothing was decided; it is in no French statutory policy. The base is what a customer owes less his own credits, without the tax that is recovered, less what is insured; the movement is what is required less what --prior, else account 491 of a FEC, says there is. What is lost for good (--write-off) is no claim any more, and releases its allowance; --entries books all of it.',
  options,
  examples: [
    {
      line: 'ar provision fixtures/ledger.csv --config fixtures/ar.toml --customers fixtures/customers.csv --as-of 2026-06-30',
      says: 'What must be written down at the closing, by what was decided?',
    },
    {
      line: 'ar provision fixtures/ledger.csv --customers fixtures/customers.csv --as-of 2026-06-30 --policy ifrs9',
      says: 'The same by a matrix of rates:',
    },
    {
      line: 'ar provision fixtures/ledger.csv --customers fixtures/customers.csv --as-of 2026-06-30 --decisions fixtures/decisions.csv --sheets sheets',
      says: 'One sheet a debtor for the auditor, as Markdown and HTML:',
    },
    {
      line: 'ar provision fixtures/ledger.csv --config fixtures/ar.toml --customers fixtures/customers.csv --as-of 2026-06-30 --where currency=EUR --entries --dialect fec',
      says: 'The entries of the closing, as lines of a FEC:',
    },
  ],
  needs: {
    again: () => true,
    columns: ({ sheets, writeOff }, policy) => [
      ...AGE_COLUMNS,
      'account',
      ...TAX_COLUMNS,
      ...(sheets === undefined ? [] : (['date'] as const)),
      ...(sheets === undefined || writeOff === undefined ? [] : (['label'] as const)),
      ...categoryNamed(policy?.matrix?.segmentBy ?? '').filter((name) => CATEGORIES.includes(name)),
    ],
    tables: {
      decisions: async () => (await import('../../read/tables/decisions.ts')).DECISIONS,
      prior: async () => (await import('../../read/tables/allowances.ts')).ALLOWANCES,
      writeOff: async () => (await import('../../read/tables/write-offs.ts')).WRITE_OFFS,
      recovered: async () => (await import('../../read/tables/recoveries.ts')).RECOVERIES,
    },
    policy: ({ policy, settings, ratesFromHistory }, world, diagnostics) =>
      readProvisionPolicy(policy as string | undefined, settings, ratesFromHistory !== undefined, world, diagnostics),
  },
  refuses: (given) => contradictions(given),
  tolerates: [],
  run: async (input, given) => {
    const { asOf, today, policy } = input;
    const customers = customersAsked(input, given);
    if (someUnknown(input.diagnostics) || severalEntities(input, given, undefined) || policy === undefined) return undefined;
    tellNobody(given, input, customers);
    const decidedUntil = given.decidedUntil?.(today) ?? asOf;
    const months = given.ratesFromHistory;
    if (months !== undefined && refusesHistory(policy, input)) return undefined;
    const inBase = given.in !== undefined;
    const found = await provisionFound(input, { policy, customers, entities: given.entity, decidedUntil, months, inBase });
    if (found === undefined) return undefined;
    const entries = given.entries ? await entriesIn(input, given, found, policy) : [];
    if (entries === undefined) return undefined;
    tellSettlement(input.book, asOf, true, input.diagnostics);
    const sheets = given.sheets === undefined ? undefined : await sheetsInto(given.sheets, input, given, found, policy);
    const told = sheets === undefined ? [] : [sheets.note];
    const sections = [...entries, ...provisionSections(input, given, found, policy, told)];
    return { report: { ...reportOf(input, given, policy), sections }, attention: false, ...sheets?.outcome };
  },
});

async function sheetsInto(folder: string, input: Input, given: Values, found: ClosingFound, policy: ProvisionPolicy) {
  const { sheetsOf } = await import('../sheets.ts');
  const decidedUntil = given.decidedUntil?.(input.today) ?? input.asOf;
  const { writeOffs } = found;
  const asked = { folder, policy, decidedUntil, writeOffs, inBase: given.in !== undefined, lang: given.lang ?? 'en' };
  return sheetsOf(input, orderedWriteDowns(found.writeDowns), asked);
}

/** Undefined when they cannot be written as is asked: the diagnostics say so. */
async function entriesIn(
  input: Input,
  given: Values,
  found: ClosingFound,
  policy: ProvisionPolicy,
): Promise<Section[] | undefined> {
  const { closingSection } = await import('../provision-entries.ts');
  const [inBase, isFec] = [given.in !== undefined, given.dialect === 'fec'];
  const section = closingSection(input, found, { policy, inBase, isFec, lang: given.lang });
  return section && [section];
}

function contradictions(given: Values): Diagnostic[] {
  const refuse = (what: string, fix: string): Diagnostic => ({ code: 'usage-bad-value', what, fix });
  return [
    ...(given.decidedUntil === undefined || given.decisions !== undefined
      ? []
      : [refuse('--decided-until is about decisions, and no file holds any', 'add --decisions FILE, or leave it out')]),
    ...(given.entries && given.rates !== undefined
      ? [
          refuse(
            '--entries book a claim at what it stands at in the books, and --rates gives another worth',
            'leave out --rates: the ledger’s column base says what a posting is worth in the books',
          ),
        ]
      : []),
    ...(given.propose && given.entries
      ? [refuse('--propose writes the file of decisions, and --entries the entries', 'ask for one of the two')]
      : []),
  ];
}

/** A roll of a month goes from a bucket of a month to the next. */
function refusesHistory({ matrix, file }: ProvisionPolicy, { diagnostics }: Input): boolean {
  if (matrix === undefined || areMonths(matrix)) return false;
  diagnostics.add({
    ...{ code: 'usage-bad-value', file },
    what: '--rates-from-history goes by rolls of a month, and the buckets of the policy are not of a month each',
    fix: 'write buckets = "30,60,90" in [provision]',
  });
  return true;
}

function reportOf(input: Input, given: Values, policy: ProvisionPolicy): Omit<Report, 'sections'> {
  const { book, asOf, today } = input;
  return {
    name: 'provision',
    title: provisionTitle(asOf),
    asOf,
    parameters: {
      as_of: isoDay(asOf),
      policy: policy.name ?? policy.began,
      decided_until: isoDay(given.decidedUntil?.(today) ?? asOf),
      rates_from_history: given.ratesFromHistory ?? null,
      propose: given.propose,
      entries: given.entries,
      group_by: given.groupBy,
      as_known: given.asKnown,
      customer: [...given.customer],
      entity: [...given.entity],
      in: given.in ?? null,
      sort: given.sort ?? null,
      top: given.top ?? null,
    },
    control: controlIn(book.at(asOf), given.in !== undefined),
    diagnostics: [],
  };
}
