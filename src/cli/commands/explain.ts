// `ar explain`: the story of one document: issued, due, what settled it when and by which evidence, and what is open of it.
import { present } from '../../core/assert.ts';
import { isoDay } from '../../core/day.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/nearest.ts';
import { counted } from '../../core/plural.ts';
import { column, originOf } from '../../ledger/ledger.ts';
import { AGE_COLUMNS, type AgeRequest } from '../../measures/age.ts';
import { type DueBy, type Stories, storiesOf } from '../../measures/story.ts';
import { buckets } from '../../policy/buckets.ts';
import { writtenTerms } from '../../policy/written-terms.ts';
import { storySections, storyTitle } from '../../report/views/story.ts';
import { storyExplained } from '../../report/views/story-explain.ts';
import { controlIn } from '../../settle/control.ts';
import { customersAsked, someUnknown } from '../age-request.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { ratesOption } from '../currency-options.ts';
import { tellSettlement } from '../findings.ts';
import { historyBeside, historyOption, lookedInto } from '../history-option.ts';
import { asKnownOption, bucketsOption, customerOption, entityOption } from '../item-options.ts';
import { isOnLine } from '../on-line.ts';
import type { ValuesOf } from '../option.ts';
import { remindedIn } from '../reminded.ts';
import type { Values as RunValues } from '../run.ts';

const options = {
  customer: customerOption,
  entity: entityOption,
  buckets: bucketsOption,
  asKnown: asKnownOption,
  history: historyOption,
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

function noRates(given: RunValues): Diagnostic[] {
  if (!isOnLine(given, ratesOption)) return [];
  const what = '--rates: a document’s story is told in its own currency, or in the books’ with the column base';
  return [{ code: 'usage-bad-value', what, fix: 'leave it out' }];
}

export const explain = command({
  name: 'explain',
  summary: 'the story of one document: issued, due, settled by what, open',
  about:
    'Tells what stands under a number, day by day: what was issued, when it was due and by which terms, what settled it and by which evidence, what came back, and what is open on the as-of day. Payments and credit notes have stories too. What the ledger knows of later days is told as later, and never counted. What was issued and what settled it add up to what is open, or the run ends.',
  argument: { name: 'DOCUMENT', about: 'the number of a document, as the ledger writes it' },
  options,
  examples: [
    {
      line: 'ar explain FA26-0025 fixtures/ledger.csv --as-of 2026-06-30',
      says: 'Why is this invoice open?',
    },
    {
      line: 'ar explain FA26-0025 fixtures/ledger.csv --as-of 2026-06-30 --section story --format csv',
      says: 'Its story, for a spreadsheet:',
    },
  ],
  needs: {
    columns: () => [...AGE_COLUMNS, 'line', 'due_by', 'terms'],
    ...historyBeside,
  },
  holds: lookedInto,
  refuses: (given) => noRates(given as CommonValues as RunValues),
  tolerates: [],
  run: (input, given) => {
    const { book, asOf, diagnostics } = input;
    const number = present(input.argument, 'document');
    const customers = customersAsked(input, given);
    if (someUnknown(diagnostics)) return undefined;
    const request: AgeRequest = {
      asOf,
      buckets: buckets('due', given.buckets),
      credits: 'separate',
      groupBy: 'customer',
      customers,
      // What was paid of a document is rounded apart from what is left of it: at rates of a table its story would not add up.
      inBase: given.in !== undefined && input.rates === undefined,
    };
    const known = given.history === undefined ? undefined : remindedIn(input, request.customers, 'shown');
    if (known === undefined && given.history !== undefined) return undefined;
    const stories = storiesOf(book, number, request, known?.noticesOf);
    if (stories.list.length === 0) {
      diagnostics.add(unknown(input, number, customers));
      return undefined;
    }
    tellSettlement(book, asOf, false, diagnostics);
    tellOnlyNamed(input, number, stories);
    const telling = {
      ledger: book.ledger,
      stories,
      request,
      terms: termsOf(input, given, stories),
      remindedOf: known?.remindedOf,
    };
    const control = controlIn(book.at(asOf), request.inBase);
    return {
      report: {
        name: 'explain',
        title: storyTitle(number, asOf),
        asOf,
        parameters: {
          document: number,
          as_of: isoDay(asOf),
          customer: [...given.customer],
          entity: [...given.entity],
          buckets: [...given.buckets],
          as_known: given.asKnown,
          in: input.rates === undefined ? (given.in ?? null) : null,
        },
        sections: [...storySections(telling), ...(given.explain ? [storyExplained(telling)] : [])],
        control,
        diagnostics: [],
      },
      attention: false,
    };
  },
});

/** The terms that gave a row its due day, as its ledger, its customer or the command line writes them. */
function termsOf(
  { book: { ledger }, register, reading: { documentFacts } }: Input,
  given: Values,
  { dueBy, wholeOf }: Stories,
): (row: number) => string {
  const written: { readonly [by in DueBy]: (row: number) => string } = {
    document: () => '',
    documents: () => '',
    revived: () => '',
    retention: () => '',
    none: () => '',
    documents_terms: (row) => {
      // The table speaks of the row that was read; instalments were made of it.
      const terms = documentFacts?.termsOf(wholeOf(row));
      return terms === undefined ? '' : writtenTerms(terms);
    },
    row_terms: (row) => {
      const terms = column(ledger, 'terms');
      return terms === undefined ? '' : terms.dictionary.value(terms.codes[row] as number);
    },
    customer_terms: (row) => register?.termsText(ledger.customers.id(ledger.customer[row] as number)) ?? '',
    terms: () => (given.terms === undefined ? '' : writtenTerms(given.terms)),
  };
  return (row) => written[dueBy(row)](row);
}

function tellOnlyNamed({ book: { ledger }, diagnostics }: Input, number: string, { list }: Stories): void {
  const only = list.filter(({ carried }) => !carried);
  if (only.length < list.length) return;
  const names = only.flatMap(({ events }) => events.map(({ other }) => other));
  diagnostics.add({
    code: 'document-only-named',
    ...originOf(ledger, names[0] as number),
    value: number,
    what: `no posting carries this number, and ${counted(names.length, 'posting names', 'postings name')} it, first here`,
    why: 'the document is of another ledger, or its number is spelt otherwise',
    fix: nearDocuments(ledger, number, undefined) || 'read the ledger that holds it as well',
  });
}

function unknown({ book: { ledger }, chosen }: Input, number: string, customers: ReadonlySet<number> | undefined): Diagnostic {
  const document = column(ledger, 'document');
  if (document === undefined) {
    return {
      code: 'document-unknown',
      value: number,
      what: 'the ledger has no column of numbers',
      fix: 'name the column that holds them: --map document=HEADING',
    };
  }
  const others = new Set(document.rowsOf(number).map((row) => ledger.customers.id(ledger.customer[row] as number)));
  if (others.size > 0) {
    return {
      code: 'document-unknown',
      value: number,
      what: '--customer, --entity and --where keep no posting that carries or names this number',
      fix: `customers that carry it: ${[...others].sort().slice(0, 5).join(', ')}`,
    };
  }
  return {
    code: 'document-unknown',
    value: number,
    what: `no posting carries or names this number${chosen.leftOut > 0 ? ' in the rows that --where keeps' : ''}`,
    fix:
      nearDocuments(ledger, number, customers) ||
      'write the number as the ledger does; the document goes first, then the ledgers',
  };
}

/** Numbers that may have been meant. */
function nearDocuments(ledger: Input['book']['ledger'], number: string, customers: ReadonlySet<number> | undefined): string {
  const document = column(ledger, 'document');
  if (document === undefined) return '';
  const known = new Set<string>();
  for (let row = 0; row < ledger.count; row++) {
    if (!document.isEmpty(row) && (customers === undefined || customers.has(ledger.customer[row] as number)))
      known.add(document.at(row));
  }
  return didYouMean(number, known);
}
