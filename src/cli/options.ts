// The options every ledger command takes: what to read and how, for which day, and how to show it.
import { type Day, lastDayOfMonthBefore, parseIsoDay } from '../core/day.ts';
import { didYouMean } from '../core/nearest.ts';
import { listedNames } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import { LANGS } from '../core/word.ts';
import { FIELDS, type Field } from '../ledger/field.ts';
import { parseTerms } from '../policy/parse-terms.ts';
import type { Terms } from '../policy/terms.ts';
import { DELIMITERS, type Delimiter } from '../read/delimiter.ts';
import { ENCODINGS, type Encoding, encodingNamed } from '../read/encoding.ts';
import type { DecimalMark } from '../read/forms.ts';
import { DIALECTS, FORMATS } from '../report/render/registry.ts';
import { accountsOption } from './accounts-option.ts';
import { whereOptions } from './condition.ts';
import { readConfigPath } from './config.ts';
import { currencyOption, inOption, ratesOption } from './currency-options.ts';
import { choice, flag, Refusal, readPath, value, values } from './option.ts';
import { presetOption } from './preset-option.ts';
import { readStatedAmount, type StatedAmount } from './stated-amount.ts';
import { toleranceOption } from './tolerance.ts';

/** A day as the user names it: resolved once the clock has been read. */
type DayWord = (today: () => Day) => Day;

export function readDay(text: string): DayWord | Refusal {
  if (text === 'today') return (today) => today();
  if (text === 'yesterday') return (today) => (today() - 1) as Day;
  if (text === 'last-month-end') return (today) => lastDayOfMonthBefore(today());
  const day = parseIsoDay(text);
  if (day === undefined) return new Refusal('takes a day that exists, as 2026-06-30, or today, yesterday, last-month-end');
  return () => day;
}

function readMap(text: string): readonly [Field, string] | Refusal {
  const at = text.indexOf('=');
  const field = text.slice(0, at).trim();
  const heading = text.slice(at + 1).trim();
  if (at < 1 || heading === '') return new Refusal('takes FIELD=HEADING, as in due=Échéance');
  if (!(FIELDS as readonly string[]).includes(field)) {
    return new Refusal(
      `knows no field "${shortened(field)}"${suffix(didYouMean(field, FIELDS) || `the fields are ${listedNames(FIELDS)}`)}`,
    );
  }
  return [field as Field, heading];
}

function readDelimiter(text: string): Delimiter | Refusal {
  const word = text.toLowerCase();
  const known = DELIMITERS.find(({ mark, name }) => mark === text || name === word || (mark === '\t' && text === '\\t'));
  return known?.mark ?? new Refusal(`takes one of ${DELIMITERS.map(({ name }) => name).join(', ')}, or the mark itself`);
}

function readDecimal(text: string): DecimalMark | Refusal {
  const word = text.toLowerCase();
  if (text === '.' || word === 'dot') return '.';
  return text === ',' || word === 'comma' ? ',' : new Refusal('takes . or , or their names, dot and comma');
}

function readEncoding(text: string): Encoding | Refusal {
  return encodingNamed(text) ?? new Refusal(`takes one of ${listedNames(ENCODINGS.map(({ name }) => name))}`);
}

function readControl(text: string): StatedAmount | Refusal {
  return readStatedAmount(text, 'the balance of the general ledger as 52517.24 or EUR=52517.24');
}

function readTerms(text: string): Terms | Refusal {
  const terms = parseTerms(text);
  return typeof terms === 'string'
    ? new Refusal(`takes payment terms as "45 days end-of-month" or "30% 30 days; 70% 60 days"; this ${terms}`)
    : terms;
}

function readLines(text: string): number | Refusal {
  return /^\d{1,6}$/.test(text) ? Number(text) : new Refusal('takes a whole number of lines');
}

function readCount(text: string): number | Refusal {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : new Refusal('takes a whole number above 0');
}

function readRejectsPath(text: string): string | Refusal {
  return text === '-' ? new Refusal('takes a file; standard output is for the report') : readPath(text);
}

function suffix(hint: string): string {
  return hint === '' ? '' : ` (${hint})`;
}

export const inputOptions = {
  asOf: value(
    'as-of',
    'DAY',
    'the day to look from; postings after it do not exist yet. Also today, yesterday, last-month-end',
    readDay,
    undefined,
    { fallback: 'today' },
  ),
  currency: currencyOption,
  delimiter: value('delimiter', 'MARK', 'what parts the cells: comma, semicolon, tab, bar', readDelimiter, undefined, {
    fallback: 'found out',
  }),
  decimal: value('decimal', 'MARK', 'what stands before the decimals: . or , (dot, comma)', readDecimal, undefined, {
    fallback: 'found out',
  }),
  dateOrder: choice(
    'date-order',
    ['dmy', 'mdy', 'ymd'],
    'the order of day, month and year in dates that fit several',
    undefined,
    'found out',
  ),
  skipLines: value(
    'skip-lines',
    'N',
    'lines above the headings, which are the next line that says something',
    readLines,
    undefined,
    {
      fallback: 'found out',
    },
  ),
  encoding: value(
    'encoding',
    'NAME',
    'how the ledgers write letters: utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, iso-8859-15, macintosh',
    readEncoding,
    undefined,
    { fallback: 'found out' },
  ),
  preset: presetOption,
  accounts: accountsOption,
  map: values('map', 'FIELD=HEADING', 'which column holds a field', readMap),
  ...whereOptions,
  terms: value(
    'terms',
    'TERMS',
    'when debits are due that say neither a day nor terms: steps in order, as in "45 days end-of-month"',
    readTerms,
    undefined,
  ),
  documents: value(
    'documents',
    'FILE',
    'what the ledger does not say of its documents: customer, document, due, terms, disputed, assigned_to and more',
    readPath,
    undefined,
  ),
  customers: value(
    'customers',
    'FILE',
    'who the customers are: id, name, terms, credit_limit, country and more',
    readPath,
    undefined,
  ),
  in: inOption,
  rates: ratesOption,
  rejects: value(
    'rejects',
    'FILE',
    'set rows that cannot be read aside in FILE, with the reason, and go on',
    readRejectsPath,
    undefined,
  ),
  control: values(
    'control',
    '[CODE=]AMOUNT',
    'compare the open total with the general ledger; a difference ends in exit code 1',
    readControl,
  ),
  tolerance: toleranceOption,
  config: value(
    'config',
    'FILE',
    'the ar.toml whose settings hold where no option says otherwise; none: no ar.toml',
    readConfigPath,
    undefined,
    { fallback: 'ar.toml here or in the nearest folder above' },
  ),
} as const;

const benchOptions = {
  engine: {
    ...choice('engine', ['swift', 'careful'], 'which reader; swift fails where it would decline a file', undefined),
    hidden: true,
  },
} as const;

export const outputOptions = {
  format: choice(
    'format',
    FORMATS.map((format) => format.name),
    'how to write the report',
    undefined,
    'table on a terminal, else csv',
  ),
  dialect: choice(
    'dialect',
    DIALECTS,
    'csv for machines, or for a spreadsheet that opens it by double click: its marks, its days, and words instead of keys; fec: entries as the French file of entries',
    'plain',
    'plain',
  ),
  output: value(
    'output',
    'FILE',
    'write to FILE, replaced in one step; the extension names the format, {as_of} stands for the day',
    readPath,
    undefined,
    { short: 'o' },
  ),
  section: value('section', 'NAME', 'which section csv and tsv write', (text) => text, undefined, { fallback: 'the first' }),
  sort: value('sort', '[-]KEY', 'sort rows by a column; - for largest first', (text) => text, undefined, {
    fallback: 'name, id, currency',
  }),
  top: value('top', 'N', 'show the first N rows', readCount, undefined),
  lang: choice('lang', LANGS, 'language of table and md', undefined, 'ar.toml’s, else the terminal’s for table, else en'),
  explain: flag('explain', 'add a section with formula, source and working'),
  color: choice('color', ['auto', 'always', 'never'], 'bold and dim in tables', 'auto', 'auto'),
  quiet: flag('quiet', 'errors only on standard error', 'q'),
} as const;

export const commonOptions = { ...inputOptions, ...outputOptions, ...benchOptions } as const;

/** The groups of the help, in the order shown. */
export const OPTION_GROUPS = [
  { title: 'Input', options: inputOptions },
  { title: 'Output', options: outputOptions },
] as const;
