// What does a cell of a report hold in a workbook? A number of the very digits that csv has, a day as a day, a truth as one, and a text that can
// never be a formula.
import { type Currency, exponentOf } from '../../../core/currency.ts';
import type { Day } from '../../../core/day.ts';
import { RUNS_AS_FORMULA } from '../../../core/formula.ts';
import { percentText } from '../../../core/rate.ts';
import type { Lang } from '../../../core/word.ts';
import { amountFor, plainAmount, plainDecimal } from '../../../text/amounts.ts';
import type { Cell, Column } from '../../report.ts';
import { shown } from '../people.ts';
import type { Look, Styles } from './styles.ts';
import type { Texts } from './texts.ts';

/** What a spreadsheet keeps of a number. */
const DIGITS = 15;

/** What stands in the file: a number, or a text; nothing where the cell is empty. */
export type Held =
  | { readonly number: string; readonly look: Look; readonly isFlag?: true }
  | { readonly text: string; readonly look: Look }
  | undefined;

// The same values for as many cells as there are: styles are found by them.
const BARE: Look = {};
const QUOTED: Look = { isText: true };
const COUNT: Look = { form: '#,##0' };

/** `tooLong` is told of each amount that a spreadsheet would round. */
export function heldOf(cell: Cell, column: Column, lang: Lang, tooLong: () => void): Held {
  switch (cell.kind) {
    case 'text':
      return textOf(cell.text);
    case 'code':
      return textOf(cell.word[lang]);
    case 'money': {
      if (Math.abs(cell.amount) < 10 ** DIGITS)
        return { number: plainAmount(cell.amount, cell.currency), look: moneyLook(cell.currency) };
      tooLong();
      return { text: amountFor(lang, cell.amount, cell.currency), look: { align: 'right' } };
    }
    case 'number':
      return { number: plainDecimal(cell.value, cell.decimals), look: { form: decimals('#,##0', cell.decimals) } };
    case 'percent': {
      const most = cell.decimals ?? 1;
      return {
        number: plainDecimal(cell.share, Math.max(4, most + 2)),
        look: { form: `0.0${'#'.repeat(Math.max(0, most - 1))}%` },
      };
    }
    case 'rate':
      return { number: percentText(cell.rate), look: { form: '0.00##' } };
    case 'day':
      return dayOf(cell.day, lang);
    case 'days':
      return { number: String(cell.days), look: COUNT };
    case 'flag':
      return { number: cell.on ? '1' : '0', look: {}, isFlag: true };
    // No numbers to add up: as people read them.
    case 'more_than':
      return { text: shown(cell, lang), look: { align: 'right' } };
    case 'series':
      return textOf(shown(cell, lang));
    case 'none':
      // What is not known of a figure is an empty cell: a word among numbers would take their column out of every sum.
      return column.kind === 'text' || column.kind === 'code' ? textOf(shown(cell, lang)) : undefined;
  }
}

/** A text that is no cell of a report. */
export function textOf(text: string): Held {
  if (text === '') return undefined;
  return { text, look: RUNS_AS_FORMULA.test(text) ? QUOTED : BARE };
}

/** Nothing is shown as a dash, as everywhere; the cell holds the number all the same. */
function moneyLook(currency: Currency): Look {
  return MONEY[exponentOf(currency)] as Look;
}

const MONEY: readonly Look[] = [0, 1, 2, 3, 4].map((exponent) => {
  const form = decimals('#,##0', exponent);
  return { form: `${form};-${form};"–"` };
});

function decimals(form: string, count: number): string {
  return count === 0 ? form : `${form}.${'0'.repeat(count)}`;
}

/** The first day after the one in 1900 that spreadsheets believe in and the calendar does not. */
const FIRST_DAY = -25_508 as Day;
/** What a spreadsheet counts from, in days before 1970. */
const BEFORE = 25_569;

/** The French form names its country: bare, LibreOffice takes it for the usual one of its reader's, and an American reads the 10th of January as the 1st of October. */
const DAYS = { en: 'yyyy-mm-dd', fr: '[$-40C]dd/mm/yyyy' } as const;

function dayOf(day: Day, lang: Lang): Held {
  if (day < FIRST_DAY) return { text: shown({ kind: 'day', day }, lang), look: {} };
  return { number: String(day + BEFORE), look: { form: DAYS[lang], align: 'left' } };
}

/** `at`: its address, as `C7`. `more`: what it looks like beside what it holds. */
export function cellXml(held: Held, at: string, more: Look | undefined, styles: Styles, texts: Texts): string {
  if (held === undefined) return more === undefined ? '' : `<c r="${at}" s="${styles.of(more)}"/>`;
  const s = ` s="${styles.of(more === undefined ? held.look : { ...held.look, ...more })}"`;
  if ('text' in held) return `<c r="${at}"${s} t="s"><v>${texts.numberOf(held.text)}</v></c>`;
  return `<c r="${at}"${s}${held.isFlag === true ? ' t="b"' : ''}><v>${held.number}</v></c>`;
}

/** `A` to `Z`, `AA` and so on. */
export function letters(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? '' : letters(before - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
