// `ar check`: what was understood of a ledger and from which evidence, whether it adds up, what is wrong with it, and how it
// settles. Rows that cannot be read are shown here instead of ending the run.
import { isoDay } from '../../core/day.ts';
import { word } from '../../core/word.ts';
import { remaindersOf } from '../../measures/remainders.ts';
import { settlementShares } from '../../measures/settlement-shares.ts';
import { controlSection, findingsSection, settlementSection, understandingSection } from '../../report/views/check.ts';
import { checkExplained } from '../../report/views/check-explain.ts';
import { remaindersSection } from '../../report/views/remainders.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { tellNobody, whoseNotes } from '../chosen.ts';
import { command } from '../command.ts';
import { tellDuplicates, tellSettlement } from '../findings.ts';
import { tellLimitation } from '../limitation.ts';
import type { OptionSpecs } from '../option.ts';
import { understoodOf } from '../understood.ts';

const options = {} as const satisfies OptionSpecs;

export const check = command({
  name: 'check',
  summary: 'what was understood of a ledger, and what is wrong with it',
  about:
    'Shows how each file was read and why, the control total of each currency, every finding with its place, and which evidence settles the ledger. Findings of severity error end in exit code 1.',
  options,
  examples: [
    { line: 'ar check fixtures/ledger.csv --as-of 2026-06-30', says: 'Is this export fit to be aged?' },
    {
      line: 'ar check fixtures/ledger.csv --as-of 2026-06-30 --section findings --format csv',
      says: 'The findings, for a spreadsheet:',
    },
  ],
  // What a table of documents says is compared with what the ledger says.
  needs: { columns: ({ documents }) => (documents === undefined ? ['line'] : ['line', 'disputed', 'assigned_to']) },
  tolerates: [
    'row-too-short',
    'row-too-long',
    'row-swallows-rows',
    'customer-missing',
    'kind-unknown',
    'day-missing',
    'day-unreadable',
    'currency-unknown',
    'amount-missing',
    'amount-unreadable',
    'amount-too-precise',
    'amount-too-large',
    'sense-unknown',
    'disputed-unreadable',
    'open-exceeds-amount',
    'base-missing',
    'signs-mixed',
    'kind-missing',
  ],
  run: (input, given) => {
    const { asOf, diagnostics } = input;
    const { customers } = input.chosen;
    // The whole is proved before, whoever is asked about.
    const book = customers === undefined ? input.book : input.book.of(customers);
    tellDuplicates(input.book.ledger, customers, diagnostics);
    tellNobody({ customer: [], entity: [] }, input, customers);
    tellSettlement(book, asOf, true, diagnostics);
    tellLimitation(input, customers, diagnostics);
    const counted = diagnostics.counts.reduce((sum, c) => sum + c.count, 0);
    const control = controlIn(book.at(asOf), given.in !== undefined);
    const shares = settlementShares(book, asOf);
    return {
      report: {
        name: 'check',
        title: word(`Check as of ${isoDay(asOf)}`, `Contrôle au ${dayFor('fr', asOf)}`),
        asOf,
        parameters: { as_of: isoDay(asOf) },
        sections: [
          understandingSection(understoodOf(input)),
          { ...controlSection(control), notes: whoseNotes(input.chosen) },
          findingsSection(diagnostics.kept, counted),
          settlementSection(shares),
          ...(given.tolerance.length > 0 ? [remaindersSection(book.ledger, remaindersOf(input.book, asOf, customers))] : []),
          ...(given.explain ? [checkExplained(shares, control)] : []),
        ],
        control,
        diagnostics: [],
      },
      attention: diagnostics.failed,
    };
  },
});
