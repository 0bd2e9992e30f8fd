// In which form did a file come, and what tells? Encoding, package, delimiter, headings, decimal mark and days: rows of facts for `ar check`.
import { counted } from '../core/plural.ts';
import type { Field } from '../ledger/field.ts';
import { DAY_FORM_SAID } from '../read/day.ts';
import { type DayChoice, orderOf } from '../read/day-evidence.ts';
import { delimiterName } from '../read/delimiter.ts';
import { headingLanguage } from '../read/heading-language.ts';
import type { Understanding } from '../read/understanding.ts';
import type { Understood } from '../report/views/check.ts';
import type { Settings } from './settings.ts';
import { said } from './understood-tables.ts';

/** What was found out before any row was read. */
export function formUnderstood(u: Understanding, settings: Settings | undefined): Understood[] {
  const { encoding, delimiter, titles, headingLine } = u;
  const chosen = delimiterName(delimiter.delimiter);
  const above = { file: u.file, fact: 'headings', reading: `line ${headingLine}` };
  return [
    ...(encoding.evidence.what === 'ascii' ? [] : [setting(u, 'encoding', encoding.encoding, encodingEvidence(u, settings))]),
    ...presetUnderstood(u, settings),
    setting(u, 'delimiter', chosen, delimiterEvidence(u, settings)),
    ...quotesUnderstood(u),
    ...languageUnderstood(u),
    ...(titles === 0 ? [] : [{ ...above, evidence: `${counted(titles, 'line')} of titles above them` }]),
  ];
}

/** Quotes that are read as no CSV would read them. */
function quotesUnderstood({ file, quotes }: Understanding): Understood[] {
  if (quotes === undefined || quotes.cells === 0) return [];
  const evidence = `its format knows none, and no quote closes ${counted(quotes.cells, 'cell that begins', 'cells that begin')} with one: ${quotes.first}`;
  return [{ file, fact: 'quotes', reading: 'characters of the text', evidence }];
}

/** Of the plain CSV there is nothing to say: its headings are the names of fields. */
function languageUnderstood({ file, headings, columns }: Understanding): Understood[] {
  const told = columns.every(({ by }) => by === 'name') ? undefined : headingLanguage(headings);
  if (told === undefined) return [];
  const [reading, other] = told.lang === 'fr' ? ['French', 'English'] : ['English', 'French'];
  const evidence = `${told.count} of ${counted(told.of, 'heading')} ${told.count === 1 ? 'holds' : 'hold'} words of it only, ${told.other} of ${other}`;
  return [{ file, fact: 'language', reading, evidence }];
}

/** Columns that no heading names, and headings that name no column. */
export function widthUnderstood({ file, headings, width: { filled } }: Understanding): Understood[] {
  const evidence = `${counted(filled, 'cell')} in a row, under ${counted(headings.length, 'heading')}`;
  const without = headings.slice(filled).filter((heading) => heading !== '');
  return [
    ...(filled > headings.length
      ? [{ file, fact: 'without a heading', reading: counted(filled - headings.length, 'column'), evidence }]
      : []),
    ...(without.length === 0 ? [] : [{ file, fact: 'without a column', reading: without.join(', '), evidence }]),
  ];
}

/** How amounts and days are spelt; of a plain file there is nothing to say. */
export function spellingUnderstood(u: Understanding, settings: Settings | undefined): Understood[] {
  const { decimal, days } = u.spelling;
  const plain = decimal.decimal === '.' && decimal.by === 'counted';
  const told = days.filter(({ form, by }) => (form !== 'iso' && by !== 'empty') || by === 'said');
  return [
    ...(plain || decimal.by === 'unmarked' ? [] : [setting(u, 'decimal', decimal.decimal, decimalEvidence(u, settings))]),
    ...told.map((choice) => dayUnderstood(u, choice, told.find(isOrdered) === choice, settings)),
  ];
}

/** In an order that a date of another column could be mistaken for. */
function isOrdered({ form }: DayChoice<Field>): boolean {
  return orderOf(form) === 'dmy' || orderOf(form) === 'mdy';
}

function decimalEvidence({ spelling: { decimal } }: Understanding, settings: Settings | undefined): string {
  const { by, told, of, decimal: mark } = decimal;
  if (by === 'said') return said('decimal', settings);
  const first = told === undefined ? '' : `, first ${told.value} on line ${told.line}`;
  if (by === 'plain') return `nothing tells, and the headings are those of the plain CSV${first}`;
  const name = mark === '.' ? 'dot' : 'comma';
  return `${told?.count ?? 0} of ${counted(of, 'amount')} can only have decimals behind a ${name}${first}`;
}

/** `sets`: its order is the one a map is to say. */
function dayUnderstood(u: Understanding, choice: DayChoice<Field>, sets: boolean, settings: Settings | undefined): Understood {
  const { shown, name } = DAY_FORM_SAID[choice.form];
  const fact = `days of ${choice.field}`;
  const row = { file: u.file, fact, reading: `${name}, as ${shown}`, evidence: dayEvidence(choice, settings) };
  const order = orderOf(choice.form);
  return order === undefined || !sets ? row : { ...row, setting: { key: 'date_order', text: order } };
}

function dayEvidence({ by, told, years, of, like }: DayChoice<Field>, settings: Settings | undefined): string {
  if (by === 'said') return said('date-order', settings);
  if (by === 'like')
    return `its ${counted(of, 'day')} ${of === 1 ? 'fits' : 'fit'} several orders, and the column ${like} decides`;
  if (by === 'preset')
    return `its ${counted(of, 'day')} ${of === 1 ? 'fits' : 'fit'} several orders, and the package writes this one`;
  if (years !== undefined) {
    const { own, other } = years;
    return `its days are of ${own.first} to ${own.last} so, and of ${other.first} to ${other.last} in the other order that all ${of} fit`;
  }
  return `${told?.count ?? 0} of ${counted(of, 'day')} can be nothing else, first ${told?.value} on line ${told?.line}`;
}

/** A fact that a key of [input] says, by the same text. */
function setting({ file }: Understanding, key: string, reading: string, evidence: string): Understood {
  return { file, fact: key, reading, evidence, setting: { key, text: reading } };
}

/** Which package wrote the file, and by which of its headings it is told; nothing where names and synonyms alone were used. */
function presetUnderstood({ file, preset }: Understanding, settings: Settings | undefined): Understood[] {
  if (preset === undefined) return [];
  const { name, title, attested } = preset.preset;
  const told = `${preset.matched} of the ${preset.of} headings that tell it: ${preset.evidence.join(', ')}`;
  const evidence = [
    ...(preset.said ? [said('preset', settings)] : []),
    told,
    ...(attested === 'V' ? [] : ['its headings are not verified']),
  ];
  const row = { file, fact: 'preset', reading: `${name}: ${title.en}`, evidence: evidence.join('; ') };
  // What was given is in the map already.
  return [preset.said ? row : { ...row, setting: { key: 'preset', text: name } }];
}

const hex = (byte: number): string => `0x${byte.toString(16)}`;

/** What tells in which encoding a file is; counts are of its first 64 KiB. */
function encodingEvidence({ encoding: { evidence } }: Understanding, settings: Settings | undefined): string {
  const { what, count, line, byte } = evidence;
  const first = `first ${hex(byte)} on line ${line}`;
  switch (what) {
    case 'said':
      return said('encoding', settings);
    case 'mark':
      return 'a byte order mark';
    case 'nul':
      return `every other byte is NUL: ${count} of them`;
    case 'utf-8':
      return `${counted(count, 'character')} beyond ASCII, first on line ${line}`;
    case 'euro-or-ligature':
      return `${counted(count, 'byte')} for €, œ, Œ or Ÿ and none of Windows, ${first}`;
    case 'late':
      return `nothing but ASCII before ${hex(byte)} on line ${line}`;
    default:
      return `${counted(count, 'byte that is', 'bytes that are')} no UTF-8, ${first}`;
  }
}

/** What the mark makes of the headings, and what every other mark among them would make. */
function delimiterEvidence(
  { delimiter: { delimiter, said: told, counts } }: Understanding,
  settings: Settings | undefined,
): string {
  if (told) return said('delimiter', settings);
  const chosen = delimiterName(delimiter);
  const parts = counts
    .filter(({ name, marks }) => name === chosen || marks > 0)
    .sort((a, b) => Number(b.name === chosen) - Number(a.name === chosen))
    .map(
      ({ name, marks, headings }) => `${name === chosen ? '' : `${name}: `}${counted(marks + 1, 'heading')}, ${headings} known`,
    );
  return parts.join('; ');
}
