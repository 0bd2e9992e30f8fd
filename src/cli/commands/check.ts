// `ar check`: what was understood of a ledger and from which evidence, whether it adds up, what is wrong with it, and how it
// settles. Rows that cannot be read are shown here instead of ending the run.
import { isoDay } from '../../core/day.ts';
import { word } from '../../core/word.ts';
import { remaindersOf } from '../../measures/remainders.ts';
import { settlementShares } from '../../measures/settlement-shares.ts';
import { controlSection, findingsSection, settlementSection, understandingSection } from '../../report/views/check.ts';
import { checkExplained } from '../../report/views/check-explain.ts';
import { filesSection } from '../../report/views/check-files.ts';
import { copiedSection } from '../../report/views/copied-columns.ts';
import { remaindersSection } from '../../report/views/remainders.ts';
import type { Book } from '../../settle/book.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { checkedFiles, rowsOfRead } from '../checked-files.ts';
import { tellNobody, whoseNotes } from '../chosen.ts';
import { command, type Input } from '../command.ts';
import { tellCreditsAlone } from '../credits-alone.ts';
import { tellDuplicates, tellSettlement } from '../findings.ts';
import { tellIdsAlike } from '../ids-alike.ts';
import { accountLines, journalSections } from '../journal-parts.ts';
import { tellLimitation } from '../limitation.ts';
import { mapText, writeMapOption } from '../map-file.ts';
import { flag, Refusal, readPath, value } from '../option.ts';
import { understoodOf } from '../understood.ts';

const anonymiseOption = value(
  'anonymise',
  'OUT',
  'write a copy with names, labels and identifiers replaced, amounts and dates kept: to a new file, or into a folder',
  (text) => (text === '-' ? new Refusal('takes a file or a folder; standard output is for the report') : readPath(text)),
  undefined,
);

const options = {
  writeMap: writeMapOption,
  anonymise: anonymiseOption,
  fec: flag('fec', 'also hold each file against what the law asks of a FEC (LPF art. A47 A-1)'),
} as const;

export const check = command({
  name: 'check',
  summary: 'what was understood of a ledger, and what is wrong with it',
  about:
    'Shows how each file was read and why, the control total of each currency, every finding with its place, and which evidence settles the ledger. Several files have a line each before that, also one that cannot be read. Of a FEC it also shows what was sold by month, and with --fec what an auditor’s tool would refuse. --anonymise writes copies that name nobody, and shows what was kept. Findings of severity error end in exit code 1.',
  options,
  examples: [
    { line: 'ar check fixtures/ledger.csv --as-of 2026-06-30', says: 'Is this export fit to be aged?' },
    {
      line: 'ar check fixtures/ledger.csv --as-of 2026-06-30 --section findings --format csv',
      says: 'The findings, for a spreadsheet:',
    },
    {
      line: 'ar check fixtures/000000000FEC20260630.txt --as-of 2026-06-30 --fec',
      says: 'Would an auditor take this file of entries (FEC)?',
    },
    {
      line: 'ar check fixtures/ledger.csv --as-of 2026-06-30 --anonymise copy.csv',
      says: 'A copy that names nobody and gives the same figures, to show to others:',
    },
  ],
  // What a table of documents says is compared with what the ledger says.
  needs: { columns: ({ documents }) => (documents === undefined ? ['line'] : ['line', 'disputed', 'assigned_to']) },
  toleratesOfOthers: [
    'file-missing',
    'file-is-folder',
    'file-unreadable',
    'file-empty',
    'file-not-text',
    'file-not-utf8',
    'quote-not-closed',
    'record-too-long',
    'map-unknown-column',
    'heading-missing',
    'heading-twice',
  ],
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
    'fec-refused',
    'years-gap',
    'years-overlap',
    'row-twice',
  ],
  run: async (input, given) => {
    const { asOf, diagnostics, ledgers } = input;
    const { customers } = input.chosen;
    const understood = understoodOf(input);
    const map = given.writeMap === undefined ? undefined : mapText(input, understood, given.writeMap);
    if (given.writeMap !== undefined && map === undefined) return undefined;
    const copies = given.anonymise === undefined ? undefined : await (await import('../anonymise.ts')).anonymised(input);
    if (given.anonymise !== undefined && copies === undefined) return undefined;
    const book = bookChecked(input);
    tellDuplicates(book, asOf, diagnostics);
    tellIdsAlike(input, customers, diagnostics);
    tellNobody({ customer: [], entity: [] }, input, customers);
    tellSettlement(book, asOf, true, diagnostics);
    tellCreditsAlone(book, asOf, diagnostics);
    tellLimitation({ ...input, book }, customers, diagnostics);
    const counted = diagnostics.counts.reduce((sum, c) => sum + c.count, 0);
    const control = controlIn(book.at(asOf), given.in !== undefined);
    const shares = settlementShares(book, asOf);
    const lines = [...control, ...(await accountLines(input, book, given.in !== undefined))];
    return {
      report: {
        name: 'check',
        title: word(`Check as of ${isoDay(asOf)}`, `Contrôle au ${dayFor('fr', asOf)}`),
        asOf,
        parameters: { as_of: isoDay(asOf) },
        sections: [
          ...(ledgers.length < 2
            ? []
            : [
                filesSection(
                  checkedFiles(input, book),
                  input.reading.understanding.some(({ leftOut }) => leftOut > 0),
                ),
              ]),
          understandingSection(understood),
          { ...controlSection(lines), notes: whoseNotes(input.chosen) },
          findingsSection(diagnostics.kept, counted),
          settlementSection(shares),
          ...(await journalSections(input)),
          ...(given.tolerance.length > 0 ? [remaindersSection(book.ledger, remaindersOf(book, asOf))] : []),
          ...(copies === undefined ? [] : [copiedSection(copies.columns, ledgers.length > 1)]),
          ...(given.explain ? [checkExplained(shares, control)] : []),
        ],
        control: lines,
        diagnostics: [],
      },
      attention: diagnostics.failed,
      writes: [
        ...(given.writeMap === undefined || map === undefined ? [] : [{ path: given.writeMap, pieces: () => [map] }]),
        ...(copies?.writes ?? []),
      ],
    };
  },
});

/** The postings of those asked about, in files that could be read. The whole is proved before. */
function bookChecked(input: Input): Book {
  const { book, chosen } = input;
  const { customer } = book.ledger;
  const { customers } = chosen;
  const ofRead = rowsOfRead(input);
  const some = ofRead === undefined ? book : book.of(ofRead);
  return customers === undefined ? some : some.of((row) => customers.has(customer[row] as number));
}
