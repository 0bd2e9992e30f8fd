// `ar provision`: what of doubtful claims must be written down, what is already, and the entries (dépréciations des comptes de clients). Rules: domain §4.
import { isoDay } from '../../core/day.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { type Word, word } from '../../core/word.ts';
import { CATEGORIES } from '../../ledger/field.ts';
import { AGE_COLUMNS } from '../../measures/age.ts';
import type { ProvisionPolicy } from '../../policy/provision.ts';
import type { Report, Section } from '../../report/report.ts';
import { orderedWriteDowns, provisionSection } from '../../report/views/provision.ts';
import { provisionExplained } from '../../report/views/provision-explain.ts';
import { provisionNotes } from '../../report/views/provision-notes.ts';
import { decisionsToFill } from '../../report/views/provision-propose.ts';
import {
  matrixSection,
  orderedProposals,
  proposalsSection,
  reconciliationOfBases,
} from '../../report/views/provision-sections.ts';
import { rollRatesSection } from '../../report/views/roll-rates.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { chosenNotes, tellNobody } from '../chosen.ts';
import { categoryNamed } from '../column-name.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { tellSettlement } from '../findings.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { areMonths } from '../loss-rates.ts';
import { choice, flag, Refusal, readPath, type ValuesOf, value } from '../option.ts';
import { readDay } from '../options.ts';
import { provisionFound } from '../provision-of.ts';
import { provisionFiles, sheetsOption } from '../provision-options.ts';
import { readProvisionPolicy } from '../provision-policy.ts';
import { proceedingsIn } from '../provision-standing.ts';
import { TAX_COLUMNS } from '../without-tax.ts';

const options = {
  policy: value('policy', 'NAME|FILE', 'fr, ifrs9, or a file with a section [provision]', readPath, undefined, {
    fallback: '[provision] of ar.toml, else fr',
  }),
  ...provisionFiles,
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

type Shown = NonNullable<ReturnType<typeof provisionFound>>;

type Values = ValuesOf<typeof options> & CommonValues;

export const provision = command({
  name: 'provision',
  summary: 'what of doubtful claims must be written down, and what moves since the last closing',
  about:
    'Two methods, kept apart. Specific: age, a dispute or a proceeding only propose a claim as doubtful, and a decision (--decisions) writes it down. Matrix: rates by age and segment (IFRS 9), of all claims of which nothing was decided; it is in no French statutory policy. The base is what a customer owes less his own credits, without the tax that is recovered, less what is insured; the movement is what is required less what --prior says there is.',
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
  ],
  needs: {
    columns: ({ sheets }, policy) => [
      ...AGE_COLUMNS,
      'account',
      ...TAX_COLUMNS,
      ...(sheets === undefined ? [] : (['date'] as const)),
      ...categoryNamed(policy?.matrix?.segmentBy ?? '').filter((name) => CATEGORIES.includes(name)),
    ],
    tables: {
      decisions: async () => (await import('../../read/tables/decisions.ts')).DECISIONS,
      prior: async () => (await import('../../read/tables/allowances.ts')).ALLOWANCES,
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
    const found = provisionFound(input, { policy, customers, decidedUntil, months, inBase });
    if (found === undefined) return undefined;
    tellSettlement(input.book, asOf, true, input.diagnostics);
    const sheets = given.sheets === undefined ? undefined : await sheetsInto(given.sheets, input, given, found, policy);
    const report = reportOf(input, given, found, policy, sheets === undefined ? [] : [sheets.note]);
    return { report, attention: false, ...sheets?.outcome };
  },
});

async function sheetsInto(folder: string, input: Input, given: Values, { writeDowns }: Shown, policy: ProvisionPolicy) {
  const { sheetsOf } = await import('../sheets.ts');
  const decidedUntil = given.decidedUntil?.(input.today) ?? input.asOf;
  const asked = { folder, policy, decidedUntil, inBase: given.in !== undefined, lang: given.lang ?? 'en' };
  return sheetsOf(input, orderedWriteDowns(writeDowns), [], asked);
}

function contradictions(given: Values): Diagnostic[] {
  if (given.decidedUntil === undefined || given.decisions !== undefined) return [];
  const fix = 'add --decisions FILE, or leave it out';
  return [{ code: 'usage-bad-value', what: '--decided-until is about decisions, and no file holds any', fix }];
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

function reportOf(input: Input, given: Values, found: Shown, policy: ProvisionPolicy, told: readonly Word[]): Report {
  const { book, asOf, today } = input;
  return {
    name: 'provision',
    title: titleOf(input),
    asOf,
    parameters: {
      as_of: isoDay(asOf),
      policy: policy.name ?? policy.began,
      decided_until: isoDay(given.decidedUntil?.(today) ?? asOf),
      rates_from_history: given.ratesFromHistory ?? null,
      propose: given.propose,
      group_by: given.groupBy,
      as_known: given.asKnown,
      customer: [...given.customer],
      entity: [...given.entity],
      in: given.in ?? null,
      sort: given.sort ?? null,
      top: given.top ?? null,
    },
    sections: sectionsOf(input, given, found, policy, told),
    control: controlIn(book.at(asOf), given.in !== undefined),
    diagnostics: [],
  };
}

function titleOf({ asOf }: Input) {
  return word(`Write-downs as of ${isoDay(asOf)}`, `Dépréciations de créances au ${dayFor('fr', asOf)}`);
}

function sectionsOf(input: Input, given: Values, found: Shown, policy: ProvisionPolicy, told: readonly Word[]): Section[] {
  const { ledger } = input.book;
  const rows = orderedWriteDowns(found.writeDowns);
  const proposals = orderedProposals(found.proposals, ledger);
  const byDefault = given.policy === undefined && (input.settings?.provision.length ?? 0) === 0;
  const notes = [
    ...provisionNotes(policy, byDefault),
    ...chosenNotes(input, { ...given, overdueOnly: false, detail: false, groupBy: 'customer' }),
    ...told,
  ];
  const control = controlIn(input.book.at(input.asOf), given.in !== undefined);
  return [
    ...(given.propose ? [decisionsToFill(proposals, ledger, proceedingsIn(input))] : []),
    provisionSection(rows, titleOf(input), { ledger, policy, byItem: given.groupBy === 'item' }, notes),
    ...(proposals.length === 0 || given.propose ? [] : [proposalsSection(proposals, ledger, policy.matrix !== undefined)]),
    ...(policy.matrix === undefined ? [] : [matrixSection(rows, policy.matrix)]),
    ...(found.history.length === 0 || policy.matrix === undefined
      ? []
      : [rollRatesSection(found.history, policy.matrix.buckets, given.ratesFromHistory ?? 0)]),
    reconciliationOfBases(found.reconciliation),
    ...(given.explain ? [provisionExplained(found, policy, control)] : []),
  ];
}
