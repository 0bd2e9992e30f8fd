// Which sections has a report of write-downs? The rows, what is to be decided, losses with their notices, the matrix and where its rates come from, and the way to the aged balance.
import type { Day } from '../core/day.ts';
import { isoDay } from '../core/day.ts';
import { type Word, word } from '../core/word.ts';
import { duplicateNotices } from '../measures/provision/notices.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import type { Section } from '../report/report.ts';
import { orderedWriteDowns, provisionSection } from '../report/views/provision.ts';
import { provisionExplained } from '../report/views/provision-explain.ts';
import { noticesSection, recapitulativesSection, recoveriesSection, writeOffsSection } from '../report/views/provision-losses.ts';
import { provisionNotes } from '../report/views/provision-notes.ts';
import { decisionsToFill } from '../report/views/provision-propose.ts';
import { matrixSection, orderedProposals, proposalsSection, reconciliationOfBases } from '../report/views/provision-sections.ts';
import { rollRatesSection } from '../report/views/roll-rates.ts';
import { controlIn } from '../settle/control.ts';
import { dayFor } from '../text/days.ts';
import { chosenNotes } from './chosen.ts';
import type { Input } from './command.ts';
import type { ClosingFound } from './provision-of.ts';
import { proceedingsIn } from './provision-standing.ts';

type Asked = {
  readonly customer: readonly string[];
  readonly entity: readonly string[];
  readonly policy: string | undefined;
  readonly in: unknown;
  readonly propose: boolean;
  readonly entries: boolean;
  readonly explain: boolean;
  readonly groupBy: string;
  readonly ratesFromHistory: number | undefined;
};

export function provisionTitle(asOf: Day): Word {
  return word(`Write-downs as of ${isoDay(asOf)}`, `Dépréciations de créances au ${dayFor('fr', asOf)}`);
}

/** The report's own title stands over its first section. */
const BEHIND_ANOTHER = word('Write-downs', 'Dépréciations');

/** `told`: what else is to be said under the rows. */
export function provisionSections(
  input: Input,
  given: Asked,
  found: ClosingFound,
  policy: ProvisionPolicy,
  told: readonly Word[],
): Section[] {
  const { ledger } = input.book;
  const rows = orderedWriteDowns(found.writeDowns);
  const proposals = orderedProposals(found.proposals, ledger);
  const byDefault = given.policy === undefined && (input.settings?.provision.length ?? 0) === 0;
  const notes = [
    ...provisionNotes(policy, byDefault),
    ...chosenNotes(input, { ...given, overdueOnly: false, detail: false, groupBy: 'customer' }),
    ...found.ofAllowances,
    ...told,
  ];
  const title = given.entries || given.propose ? BEHIND_ANOTHER : provisionTitle(input.asOf);
  const control = controlIn(input.book.at(input.asOf), given.in !== undefined);
  return [
    ...(given.propose ? [decisionsToFill(proposals, ledger, proceedingsIn(input))] : []),
    provisionSection(rows, title, { ledger, policy, byItem: given.groupBy === 'item' }, notes),
    ...lossSections(input, found),
    ...(proposals.length === 0 || given.propose ? [] : [proposalsSection(proposals, ledger, policy.matrix !== undefined)]),
    ...(policy.matrix === undefined ? [] : [matrixSection(rows, policy.matrix)]),
    ...(found.history.length === 0 || policy.matrix === undefined
      ? []
      : [rollRatesSection(found.history, policy.matrix.buckets, given.ratesFromHistory ?? 0)]),
    reconciliationOfBases(found.reconciliation),
    ...(given.explain ? [provisionExplained(found, policy, control)] : []),
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
