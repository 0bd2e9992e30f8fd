// `ar convert`: the postings of any ledger as the plain CSV, which needs no preset. As the files say them: nothing is settled, aged or worked out.

import { assert } from '../../core/assert.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { COLUMNS, type Field } from '../../ledger/field.ts';
import { IS_CREDIT_KIND } from '../../ledger/kind.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Section } from '../../report/report.ts';
import { postingsSection } from '../../report/views/postings.ts';
import { type Carried, carriedBy } from '../carried.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { isOnLine } from '../on-line.ts';
import type { OptionSpec, OptionSpecs } from '../option.ts';
import { inputOptions, outputOptions } from '../options.ts';
import type { Values } from '../run.ts';

const options = {} as const satisfies OptionSpecs;

export const convert = command({
  name: 'convert',
  summary: 'the postings of any ledger as the plain CSV, or as a FEC',
  about:
    'Writes one row a posting under the names of the fields, with signed amounts, ISO days and the keys of kinds, so that the file is read anywhere without a preset and gives the same figures. Postings are written as the files say them: no due day is worked out, nothing is settled. With --dialect fec each is an entry that balances, in the currency of the books, with letters for what settled what; what a FEC cannot say is told.',
  options,
  examples: [
    { line: 'ar convert fixtures/ledger.csv', says: 'A ledger as other programs read it:' },
    { line: 'ar convert fixtures/ledger.csv --dialect excel-fr', says: 'The same for a French spreadsheet:' },
    {
      line: 'ar convert fixtures/ledger.csv --where currency=EUR --dialect fec',
      says: 'As entries of a journal, in the form of the French file of entries (FEC):',
    },
  ],
  needs: { columns: () => COLUMNS, asRead: true },
  refuses: (given) => withoutEffect(given as CommonValues as Values),
  tolerates: [],
  run: async (input, given) => {
    const { lastDay } = input.book;
    const carried = carriedBy(input);
    const section = given.dialect === 'fec' ? await entriesIn(input, carried) : postingsIn(input, carried);
    if (section === undefined) return undefined;
    return {
      report: {
        name: 'convert',
        title: section.title,
        // Of no day: the same file gives the same bytes whenever it is converted.
        asOf: lastDay,
        parameters: {},
        sections: [section],
        control: [],
        diagnostics: [],
      },
      attention: false,
    };
  },
});

function postingsIn({ reading: { ledger, understanding }, register }: Input, carried: Carried): Section {
  const has = new Set<Field>(understanding.flatMap(({ columns }) => columns.map(({ field }) => field)));
  // Where customers are named on lines of their own, no column of the file holds the names.
  if (register !== undefined || understanding.some(({ above }) => above)) has.add('name');
  return postingsSection(ledger, { has, sided: provenSides(ledger), carried });
}

/** Loaded where it is asked for: most conversions are to the plain CSV. */
async function entriesIn(input: Input, carried: Carried): Promise<Section | undefined> {
  provenSides(input.reading.ledger);
  return (await import('../fec-entries.ts')).entriesOf(input, carried);
}

/** Options that say what is open on a day, or work something out; in ar.toml they are for the other commands. */
const OF_OTHERS: readonly OptionSpec<unknown>[] = [
  inputOptions.asOf,
  inputOptions.in,
  inputOptions.rates,
  inputOptions.terms,
  inputOptions.documents,
  inputOptions.control,
  inputOptions.tolerance,
  outputOptions.explain,
];

function withoutEffect(given: Values): Diagnostic[] {
  return OF_OTHERS.flatMap((spec) => {
    const namesFile = spec === inputOptions.asOf && given.output?.includes('{as_of}') === true;
    if (!isOnLine(given, spec) || namesFile) return [];
    return [
      {
        code: 'usage-bad-value',
        what: `--${spec.name} has no effect on ar convert, which writes every posting as the files say it`,
        fix: `leave out --${spec.name} here, and give it with the converted file`,
      },
    ];
  });
}

/**
 * Goes through the amounts once. They must add up to what was read; and where a credit raises what is owed (a reversal), a sign alone would say
 * nothing sure to a reader that counts signs, so that sides are wanted.
 */
function provenSides(ledger: Ledger): boolean {
  const { amount, currency, kind, count } = ledger;
  const sums = ledger.currencies.map(() => 0);
  let sided = false;
  for (let row = 0; row < count; row++) {
    const units = amount[row] as number;
    const of = currency[row] as number;
    sums[of] = (sums[of] as number) + units;
    if (units > 0 && IS_CREDIT_KIND[kind[row] as number] === 1) sided = true;
  }
  for (const [of, sum] of sums.entries()) {
    assert(sum === ledger.sums.total(of), `the postings to write in ${ledger.currencies[of]} differ from those read`);
  }
  return sided;
}
