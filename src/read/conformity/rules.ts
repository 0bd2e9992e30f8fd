// What would an auditor's tool refuse in a FEC? The rules of LPF art. A47 A-1 as data: what is told, and whether the file is refused for it or only looked at.
import { counted } from '../../core/plural.ts';

export type Rule = {
  readonly code: 'fec-refused' | 'fec-doubtful';
  /** `count`: how many lines, entries or files. */
  readonly what: (count: number) => string;
  readonly fix: string;
};

const ARTICLE = 'LPF art. A47 A-1';
export const WHY = ARTICLE;

const lines = (rest: string, plural: string) => (count: number) => counted(count, `line ${rest}`, `lines ${plural}`);
const entries = (rest: string, plural: string) => (count: number) => counted(count, `entry ${rest}`, `entries ${plural}`);
const refused = (what: Rule['what'], fix: string): Rule => ({ code: 'fec-refused', what, fix });
const doubtful = (what: Rule['what'], fix: string): Rule => ({ code: 'fec-doubtful', what, fix });

export const RULES = {
  name: refused(
    () => 'the name of the file is not SirenFECAAAAMMJJ',
    'name it after the nine digits of the SIREN and the day on which the year closes',
  ),
  delimiter: refused(() => 'the fields are parted by neither TAB nor |', 'export the file with TAB between its fields'),
  encoding: refused(() => 'the characters are those of none of ASCII, ISO 8859-15 and UTF-8', 'export the file in UTF-8'),
  titles: refused(lines('stands above the headings', 'stand above the headings'), 'begin the file with its headings'),
  missing: refused(() => 'a field of the 18 is missing', 'export all 18 fields, also those that hold nothing'),
  order: refused(() => 'this is not the field that stands at this place', 'put the 18 fields first, in the order of the article'),
  spelling: doubtful(() => 'the heading is not spelt as in the article', 'write the headings as the article does'),
  width: refused(
    lines('has not as many fields as there are headings', 'have not as many fields as there are headings'),
    'look for a separator inside of a text',
  ),
  empty: refused(
    lines('has nothing in a field that must not be empty', 'have nothing in a field that must not be empty'),
    'fill the field',
  ),
  day: refused(lines('has a day that is none as AAAAMMJJ', 'have a day that is none as AAAAMMJJ'), 'write days as 20261231'),
  amount: refused(
    lines('has an amount that is none as 1234,56', 'have an amount that is none as 1234,56'),
    'write amounts with a comma and without thousands marks',
  ),
  sense: refused(
    lines('has a side that is none of D, C, +1 and -1', 'have a side that is none of D, C, +1 and -1'),
    'write D or C',
  ),
  both: doubtful(lines('has a debit and a credit', 'have a debit and a credit'), 'write one line a side'),
  account: refused(
    lines(
      'has an account that does not begin with three digits of the chart',
      'have an account that does not begin with three digits of the chart',
    ),
    'use the accounts of the general chart (PCG)',
  ),
  auxiliary: doubtful(
    lines(
      'has the number or the name of an auxiliary account and not the other',
      'have the number or the name of an auxiliary account and not the other',
    ),
    'fill both',
  ),
  letter: doubtful(
    lines('has a letter without its day, or a day without a letter', 'have a letter without its day, or a day without a letter'),
    'fill both fields',
  ),
  currency: refused(
    lines(
      'has an amount in a currency or its code, and not the other',
      'have an amount in a currency or its code, and not the other',
    ),
    'fill both fields, or neither',
  ),
  unbalanced: refused(
    entries('does not balance', 'do not balance'),
    'look for a line that is missing, or stands under another number',
  ),
  days: doubtful(
    entries('has lines of several days', 'have lines of several days'),
    'give lines of another day an entry of their own',
  ),
  total: refused(() => 'the debits of the file are not its credits', 'look for lines that are missing'),
  unnumbered: refused(
    lines('has no number of an entry, or 0', 'have no number of an entry, or 0'),
    'number the entries of each journal without a gap',
  ),
  gap: refused(
    (count) => `${counted(count, 'number is', 'numbers are')} missing in its sequence`,
    'look for entries that were deleted',
  ),
  again: doubtful(entries('goes on behind another one', 'go on behind other ones'), 'keep the lines of an entry together'),
  valid: doubtful(
    lines('was validated before the day of its entry', 'were validated before the day of their entry'),
    'look whether the days are the right way round',
  ),
  after: refused(
    lines('is of a day after the close', 'are of days after the close'),
    'leave out entries of the next year, or name the file after its own',
  ),
  before: refused(
    lines('is of a day more than two years before the close', 'are of days more than two years before the close'),
    'leave out entries of earlier years, or name the file after its own',
  ),
  chronology: doubtful(
    lines('was validated before the line above it', 'were validated before the line above them'),
    'export the entries in the order of their validation',
  ),
} as const satisfies { readonly [name: string]: Rule };

export type RuleName = keyof typeof RULES;
