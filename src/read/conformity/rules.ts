// What would an auditor's tool refuse in a FEC? The rules of LPF art. A47 A-1 as data: what is told, on which paragraph it rests, and whether the file is refused for it
// or only looked at.
import { counted } from '../../core/plural.ts';

export type Rule = {
  readonly code: 'fec-refused' | 'fec-doubtful';
  /** `count`: how many lines, entries or files. */
  readonly what: (count: number) => string;
  readonly fix: string;
  /** Where the article says so; what good books ask beyond it names none. */
  readonly at?: Paragraph | undefined;
};

/** Of books by the rules of trade, and of the cash books of independents and farmers, where these have one of their own. */
type Paragraph = { readonly trade: string; readonly cash: string };

const ARTICLE = 'LPF art. A47 A-1';

export function paragraphOf({ at }: Rule, cash: boolean): string {
  const paragraph = cash ? at?.cash : at?.trade;
  return paragraph === undefined ? ARTICLE : `${ARTICLE}, ${paragraph}`;
}

const of = (trade: string, cash = trade): Paragraph => ({ trade, cash });
const NAME = of('IX');
const SEPARATOR = of('VI-1°-c');
const TITLES = of('VII-4°', 'VIII-9°');
const FIELDS = of('VII-1°', 'VIII-5° and 7°');
const YEAR = of('VII-1°', 'VIII-1°');
const SIDE = of('X');
const [CHARACTERS, AMOUNTS, DAYS] = [of('XII-1°'), of('XII-2°'), of('XII-4°')];

/** The verb of one, and of several. */
const HAS: readonly [one: string, many: string] = ['has', 'have'];
const lines =
  (rest: string, [one, many] = HAS) =>
  (count: number) =>
    counted(count, `line ${one} ${rest}`, `lines ${many} ${rest}`);
const entries =
  (rest: string, [one, many] = HAS) =>
  (count: number) =>
    counted(count, `entry ${one} ${rest}`, `entries ${many} ${rest}`);
const refused = (what: Rule['what'], fix: string, at?: Paragraph): Rule => ({ code: 'fec-refused', what, fix, at });
const doubtful = (what: Rule['what'], fix: string, at?: Paragraph): Rule => ({ code: 'fec-doubtful', what, fix, at });

export const RULES = {
  name: refused(
    () => 'the name of the file is not SirenFECAAAAMMJJ',
    'name it after the nine digits of the SIREN and the day on which the year closes',
    NAME,
  ),
  delimiter: refused(
    () => 'the fields are parted by neither TAB nor |',
    'export the file with TAB between its fields',
    SEPARATOR,
  ),
  encoding: refused(
    () => 'the characters are those of none of ASCII, ISO 8859-15 and UTF-8',
    'export the file in UTF-8',
    CHARACTERS,
  ),
  titles: refused(lines('above the headings', ['stands', 'stand']), 'begin the file with its headings', TITLES),
  missing: refused(() => 'a field of the 18 is missing', 'export all 18 fields, also those that hold nothing', FIELDS),
  order: refused(
    () => 'this is not the field that stands at this place',
    'put the 18 fields first, in the order of the article',
    FIELDS,
  ),
  spelling: doubtful(() => 'the heading is not spelt as in the article', 'write the headings as the article does', FIELDS),
  width: refused(lines('not as many fields as there are headings'), 'look for a separator inside of a text'),
  empty: refused(lines('nothing in a field that must not be empty'), 'fill the field', FIELDS),
  day: refused(lines('a day that is none as AAAAMMJJ'), 'write days as 20261231', DAYS),
  amount: refused(lines('an amount that is none as 1234,56'), 'write amounts with a comma and without thousands marks', AMOUNTS),
  sense: refused(lines('a side that is none of D, C, +1 and -1'), 'write D or C', SIDE),
  both: doubtful(lines('a debit and a credit'), 'write one line a side'),
  account: refused(
    lines('an account that does not begin with three digits of the chart'),
    'use the accounts of the general chart (PCG)',
    FIELDS,
  ),
  auxiliary: doubtful(lines('the number or the name of an auxiliary account and not the other'), 'fill both'),
  letter: doubtful(lines('a letter without its day, or a day without a letter'), 'fill both fields'),
  currency: refused(lines('an amount in a currency or its code, and not the other'), 'fill both fields, or neither'),
  unbalanced: refused(entries('not balance', ['does', 'do']), 'look for a line that is missing, or stands under another number'),
  days: doubtful(entries('lines of several days'), 'give lines of another day an entry of their own'),
  total: refused(() => 'the debits of the file are not its credits', 'look for lines that are missing'),
  unnumbered: refused(lines('no number of an entry, or 0'), 'number the entries of each journal without a gap', FIELDS),
  gap: refused(
    (count) => `${counted(count, 'number is', 'numbers are')} missing in its sequence`,
    'look for entries that were deleted',
    FIELDS,
  ),
  again: doubtful(
    (count) => counted(count, 'entry goes on behind another one', 'entries go on behind other ones'),
    'keep the lines of an entry together',
  ),
  valid: doubtful(
    (count) =>
      counted(count, 'line was validated before the day of its entry', 'lines were validated before the day of their entry'),
    'look whether the days are the right way round',
  ),
  after: refused(
    (count) => counted(count, 'line is of a day after the close', 'lines are of days after the close'),
    'leave out entries of the next year, or name the file after its own',
    YEAR,
  ),
  before: refused(
    (count) =>
      counted(
        count,
        'line is of a day more than two years before the close',
        'lines are of days more than two years before the close',
      ),
    'leave out entries of earlier years, or name the file after its own',
    YEAR,
  ),
  characters: refused(lines('a character that ISO 8859-15 has not'), 'export the file in UTF-8', CHARACTERS),
  closing: refused(
    entries('accounts of classes 6 and 7 to nothing against the result, and must not be there', ['brings', 'bring']),
    'leave out the entries that close the accounts of charges and income',
    YEAR,
  ),
  chronology: doubtful(
    (count) => counted(count, 'line was validated before the line above it', 'lines were validated before the line above them'),
    'export the entries in the order of their validation',
    YEAR,
  ),
} as const satisfies { readonly [name: string]: Rule };

export type RuleName = keyof typeof RULES;
