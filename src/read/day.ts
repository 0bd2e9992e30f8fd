// Which day does a cell hold, under the form of its column? And in which forms can it be read at all? Both readers end here for every cell that
// is not canonical. What stands behind a day is the time of it, whose zone moves no day.
import { type Day, dayOf, exists, parseIsoDay } from '../core/day.ts';
import { fold } from '../core/fold.ts';
import { DAY_FORMS, type DayForm, type DayOrder } from './forms.ts';

type Date = { readonly year: number; readonly month: number; readonly date: number };

/** 2026-01-31 in each form, and the form by its name. */
export const DAY_FORM_SAID: { readonly [form in DayForm]: { readonly shown: string; readonly name: string } } = {
  iso: { shown: '2026-01-31', name: 'year-month-day' },
  dmy: { shown: '31/01/2026', name: 'day/month/year' },
  mdy: { shown: '01/31/2026', name: 'month/day/year' },
  ymd: { shown: '2026/01/31', name: 'year/month/day' },
  ymd8: { shown: '20260131', name: 'year, month, day in eight digits' },
  dmy8: { shown: '31012026', name: 'day, month, year in eight digits' },
  mdy8: { shown: '01312026', name: 'month, day, year in eight digits' },
  dmy6: { shown: '310126', name: 'day, month, year in six digits' },
  mdy6: { shown: '013126', name: 'month, day, year in six digits' },
  ymd6: { shown: '260131', name: 'year, month, day in six digits' },
  serial: { shown: '46053', name: 'the count of days of a spreadsheet' },
};

const TIME =
  '(?:(?:T|,? +)(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|[+-]\\d\\d:?\\d\\d))?)?';
const ISO = new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)${TIME}$`, 'i');
/** What may be the name of a month, which is looked up: classes of Unicode would take longer to compile than all else here. */
const NAME = '[^\\d\\s/.,\\-]+\\.?';
/** Three parts with the same mark between them; the comma is that of Jan 31, 2026. */
const PARTED = new RegExp(`^(\\d{1,4}|${NAME})([/.\\- \\u00a0\\u202f])(\\d{1,2}|${NAME})(,?)\\2(\\d{1,4})${TIME}$`, 'i');

const MONTHS = [
  ['jan', 'january', 'janv', 'janvier'],
  ['feb', 'february', 'fev', 'fevr', 'fevrier'],
  ['mar', 'march', 'mars'],
  ['apr', 'april', 'avr', 'avril'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'july', 'juil', 'juillet'],
  ['aug', 'august', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'decembre'],
];

/** Made when it is first asked for: most files have days of digits. */
let months: ReadonlyMap<string, number> | undefined;

function monthNamed(name: string): number | undefined {
  months ??= new Map(MONTHS.flatMap((names, i) => names.map((one) => [one, i + 1] as const)));
  return months.get(name);
}

/** Spreadsheets count 1 January 1900 as 1, and a 29 February after it that never was: from March 1900 on this is the day before their first. */
const BEFORE_SERIALS = dayOf(1899, 12, 30);
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 80_000];

/** The day a cell holds in this form; undefined for a text of another form, and for a day the calendar does not have. */
export function parseDay(text: string, form: DayForm): Day | undefined {
  if (form === 'iso') return parseIsoDay(text) ?? parseIsoDay(ISO.exec(text)?.[1] ?? '');
  if (form === 'serial') return serialDay(text);
  const found = dateOf(text, form);
  return found !== undefined && exists(found.year, found.month, found.date)
    ? dayOf(found.year, found.month, found.date)
    : undefined;
}

/**
 * True for what a package writes where there is no day: zeros, in whatever form its days have (SAP's 00000000 and 00.00.0000), a dash, or the marks of an
 * empty mask.
 */
export function isNoDay(text: string): boolean {
  if (/^[-–—/. ]+$/.test(text)) return true;
  return text.startsWith('00') && /^(?:0{8}|00([/.-])00\1(?:0000)|0000([/.-])00\2(?:00))$/.test(text);
}

/** All forms a text can be read in, in their order. */
export function dayFormsOf(text: string): readonly DayForm[] {
  return DAY_FORMS.filter((form) => parseDay(text, form) !== undefined);
}

/** True when a text is spelt in this form, be there such a day or not. */
export function isSpelt(text: string, form: DayForm): boolean {
  if (form === 'iso') return ISO.test(text);
  return form === 'serial' ? /^\d{5}$/.test(text) : dateOf(text, form) !== undefined;
}

/** True for a day of three parts that ends in a year of two digits, and does not begin with one. */
export function hasShortYear(text: string): boolean {
  // The pattern takes a millisecond to compile, and most cells that get here are empty or written as ISO days.
  if (text.length < 6 || parseIsoDay(text) !== undefined) return false;
  const parts = PARTED.exec(text);
  return parts?.[5]?.length === 2 && !/^\d{4}/.test(text);
}

function dateOf(text: string, form: Exclude<DayForm, 'iso' | 'serial'>): Date | undefined {
  const order = form.slice(0, 3) as DayOrder;
  const digits = form.slice(3);
  if (digits === '') return dateOfParts(text, order);
  return digits === '8' ? dateOfEight(text, order) : dateOfSix(text, order);
}

function dateOfParts(text: string, order: DayOrder): Date | undefined {
  const match = PARTED.exec(text);
  if (match === null || (match[4] === ',' && /[/.-]/.test(match[2] as string))) return undefined;
  return inOrder(order, [match[1], match[3], match[5]] as [string, string, string]);
}

/** Years of eight digits are of this century, the one before or the next: else each number of eight digits would be a day. */
function dateOfEight(text: string, order: DayOrder): Date | undefined {
  if (!/^\d{8}$/.test(text)) return undefined;
  const lengths = order === 'ymd' ? [4, 6] : [2, 4];
  const found = inOrder(order, cut(text, lengths[0] as number, lengths[1] as number));
  return found !== undefined && found.year >= 1900 && found.year <= 2199 ? found : undefined;
}

/** A column that was a number once has lost the zero before a day or a month of one digit. */
function dateOfSix(text: string, order: DayOrder): Date | undefined {
  const whole = order !== 'ymd' && text.length === 5 ? `0${text}` : text;
  return /^\d{6}$/.test(whole) ? inOrder(order, cut(whole, 2, 4)) : undefined;
}

function cut(text: string, first: number, second: number): [string, string, string] {
  return [text.slice(0, first), text.slice(first, second), text.slice(second)];
}

function inOrder(order: DayOrder, parts: readonly [string, string, string]): Date | undefined {
  const at = (part: string): string => parts[order.indexOf(part)] as string;
  const [year, month, date] = [yearOf(at('y')), monthOf(at('m')), at('d')];
  // Nobody writes 26-janv-13 for 13 January 2026.
  if (order === 'ymd' && at('y').length === 2 && !/^\d/.test(at('m'))) return undefined;
  if (year === undefined || month === undefined || !/^\d{1,2}$/.test(date)) return undefined;
  return { year, month, date: Number(date) };
}

/** Years of two digits up to 69 are of the 2000s, from 70 on of the 1900s: whatever the day on which they are read. */
function yearOf(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  if (!/^\d{2}$/.test(text)) return undefined;
  return Number(text) + (text < '70' ? 2000 : 1900);
}

function monthOf(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : monthNamed(fold(text).replace(/\.$/, ''));
}

function serialDay(text: string): Day | undefined {
  const whole = Number(/^(\d{5})(?:[.,]\d+)?$/.exec(text)?.[1]);
  return whole >= FIRST_SERIAL && whole <= LAST_SERIAL ? ((BEFORE_SERIALS + whole) as Day) : undefined;
}
