// `ar provision`: what of doubtful claims must be written down, what is already, and the entries (dépréciations des comptes de clients). Rules: domain §4.
import { isoDay } from '../../core/day.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { word } from '../../core/word.ts';
import { CATEGORIES } from '../../ledger/field.ts';
import { AGE_COLUMNS } from '../../measures/age.ts';
import { duplicateNotices } from '../../measures/provision/notices.ts';
import type { ProvisionPolicy } from '../../policy/provision.ts';
import type { Report, Section } from '../../report/report.ts';
import { orderedWriteDowns, provisionSection } from '../../report/views/provision.ts';
import {
  noticesSection,
  recapitulativesSection,
  recoveriesSection,
  writeOffsSection,
} from '../../report/views/provision-losses.ts';
import { provisionNotes } from '../../report/views/provision-notes.ts';
import { matrixSection, proposalsSection, reconciliationOfBases } from '../../report/views/provision-sections.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { chosenNotes, tellNobody } from '../chosen.ts';
import { categoryNamed } from '../column-name.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { tellSettlement } from '../findings.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { choice, flag, readPath, type ValuesOf, value } from '../option.ts';
import { readDay } from '../options.ts';
import { type ClosingFound, provisionFound } from '../provision-of.ts';
import { closingFiles, provisionFiles } from '../provision-options.ts';
import { readProvisionPolicy } from '../provision-policy.ts';

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
  groupBy: choice(
    'group-by',
    ['customer', 'item'],
    'one row a customer, or one a claim with its working',
    'customer',
    'customer',
  ),
  customer: customerOption,
  entity: entityOption,
  asKnown: asKnownOption,
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const provision = command({
  name: 'provision',
  summary: 'what of doubtful claims must be written down, and what moves since the last closing',
  about:
    'Two methods, kept apart. Specific: age, a dispute or a proceeding only propose a claim as doubtful, and a decision (--decisions) writes it down. Matrix: rates by age and segment (IFRS 9), of all claims of which nothing was decided; it is in no French statutory policy. The base is what a customer owes less his own credits, without the tax that is recovered, less what is insured; the movement is what is required less what --prior says there is. What is lost for good (--write-off) is no claim any more, and releases its allowance; --entries books all of it.',
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
      line: 'ar provision fixtures/ledger.csv --config fixtures/ar.toml --customers fixtures/customers.csv --as-of 2026-06-30 --where currency=EUR --entries --dialect fec',
      says: 'The entries of the closing, as lines of a FEC:',
    },
  ],
  needs: {
    columns: (_, policy) => [
      ...AGE_COLUMNS,
      ...(['account', 'net', 'tax_amount', 'tax_rate'] as const),
      ...categoryNamed(policy?.matrix?.segmentBy ?? '').filter((name) => CATEGORIES.includes(name)),
    ],
    tables: {
      decisions: async () => (await import('../../read/tables/decisions.ts')).DECISIONS,
      prior: async () => (await import('../../read/tables/allowances.ts')).ALLOWANCES,
      writeOff: async () => (await import('../../read/tables/write-offs.ts')).WRITE_OFFS,
      recovered: async () => (await import('../../read/tables/recoveries.ts')).RECOVERIES,
    },
    policy: ({ policy, settings }, world, diagnostics) =>
      readProvisionPolicy(policy as string | undefined, settings, false, world, diagnostics),
  },
  refuses: (given) => contradictions(given),
  tolerates: [],
  run: async (input, given) => {
    const { asOf, today, policy } = input;
    const customers = customersAsked(input, given);
    if (someUnknown(input.diagnostics) || severalEntities(input, given, undefined) || policy === undefined) return undefined;
    tellNobody(given, input, customers);
    const decidedUntil = given.decidedUntil?.(today) ?? asOf;
    const found = provisionFound(input, { policy, customers, decidedUntil, inBase: given.in !== undefined });
    if (found === undefined) return undefined;
    const entries = given.entries ? await entriesIn(input, given, found, policy) : [];
    if (entries === undefined) return undefined;
    tellSettlement(input.book, asOf, true, input.diagnostics);
    const sections = [...entries, ...sectionsOf(input, given, found, policy)];
    return { report: { ...reportOf(input, given, policy), sections }, attention: false };
  },
});

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
  if (given.decidedUntil === undefined || given.decisions !== undefined) return [];
  const fix = 'add --decisions FILE, or leave it out';
  return [{ code: 'usage-bad-value', what: '--decided-until is about decisions, and no file holds any', fix }];
}

function reportOf(input: Input, given: Values, policy: ProvisionPolicy): Omit<Report, 'sections'> {
  const { book, asOf, today } = input;
  return {
    name: 'provision',
    title: titleOf(input),
    asOf,
    parameters: {
      as_of: isoDay(asOf),
      policy: policy.name,
      decided_until: isoDay(given.decidedUntil?.(today) ?? asOf),
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

function titleOf({ asOf }: Input) {
  return word(`Write-downs as of ${isoDay(asOf)}`, `Dépréciations de créances au ${dayFor('fr', asOf)}`);
}

/** The report's own title stands over its first section. */
const BEHIND_ENTRIES = word('Write-downs', 'Dépréciations');

function sectionsOf(input: Input, given: Values, found: ClosingFound, policy: ProvisionPolicy): Section[] {
  const { ledger } = input.book;
  const rows = orderedWriteDowns(found.writeDowns);
  const byDefault = given.policy === undefined && (input.settings?.provision.length ?? 0) === 0;
  const notes = [
    ...provisionNotes(policy, byDefault),
    ...chosenNotes(input, { ...given, overdueOnly: false, detail: false, groupBy: 'customer' }),
  ];
  return [
    provisionSection(
      rows,
      given.entries ? BEHIND_ENTRIES : titleOf(input),
      { ledger, policy, byItem: given.groupBy === 'item' },
      notes,
    ),
    ...lossSections(input, found),
    ...(found.proposals.length === 0 ? [] : [proposalsSection(found.proposals, ledger)]),
    ...(policy.matrix === undefined ? [] : [matrixSection(rows, policy.matrix)]),
    reconciliationOfBases(found.reconciliation),
  ];
}

function lossSections({ book: { ledger } }: Input, { writeOffs, recoveries }: ClosingFound): Section[] {
  const notices = duplicateNotices(ledger, writeOffs);
  return [
    ...(writeOffs.length === 0 ? [] : [writeOffsSection(writeOffs, ledger)]),
    ...(notices.length === 0 ? [] : [noticesSection(notices)]),
    ...(notices.every(({ lines }) => lines.length < 2) ? [] : [recapitulativesSection(notices)]),
    ...(recoveries.length === 0 ? [] : [recoveriesSection(recoveries)]),
  ];
}
