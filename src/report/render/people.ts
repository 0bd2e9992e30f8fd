// What do the formats for people share? Cells in words and number forms of the language, the control line, notes and totals.

import { percentIn } from '../../core/rate.ts';
import type { Lang } from '../../core/word.ts';
import { word } from '../../core/word.ts';
import { amountFor, countFor, decimalFor } from '../../text/amounts.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import type { Cell, Report, Section } from '../report.ts';

/** A cell as a person reads it. An amount of nothing is shown as a dash, so that the eye finds what is owed. */
export function shown(cell: Cell, lang: Lang): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'code':
      return cell.word[lang];
    case 'money':
      return cell.amount === 0 ? '–' : amountFor(lang, cell.amount, cell.currency);
    case 'number':
      return decimalFor(lang, cell.value, cell.decimals);
    case 'percent':
      return `${percentage(lang, cell.share, cell.decimals ?? 1)}${lang === 'fr' ? '\u202f%' : '%'}`;
    case 'rate':
      return percentIn(lang, cell.rate);
    case 'day':
      return dayFor(lang, cell.day);
    case 'days':
      return countFor(lang, cell.days);
    case 'flag':
      return words[cell.on ? 'yes' : 'no'][lang];
    case 'more_than':
      return `> ${decimalFor(lang, cell.value, cell.decimals)}`;
    case 'series':
      return sparkline(cell.values);
    case 'none':
      return cell.as?.[lang] ?? '';
  }
}

const BARS = '▁▂▃▄▅▆▇█';

/** One bar a value, from the smallest to the largest; a dot where there is none. Values that are all alike stand in the middle. */
function sparkline(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const heightOf = (value: number): number =>
    most === least ? BARS.length / 2 - 1 : Math.round(((value - least) / (most - least)) * (BARS.length - 1));
  return values.map((value) => (value === undefined ? '·' : BARS[heightOf(value)])).join('');
}

/** The section without the columns that people read elsewhere. */
export function forPeople(section: Section): Section {
  if (!section.columns.some(({ forMachines }) => forMachines === true)) return section;
  const kept = <T>(parallel: readonly T[]): T[] => parallel.filter((_, i) => section.columns[i]?.forMachines !== true);
  const { count, at } = section.rows;
  return {
    ...section,
    columns: kept(section.columns),
    rows: { count, at: (i) => kept(at(i)) },
    totals: section.totals.map(({ currency, cells }) => ({ currency, cells: kept(cells) })),
  };
}

/** The rows worth showing to a person, and how many were left out. */
export function spoken(section: Section): { rows: number[]; quiet: number } {
  const rows: number[] = [];
  for (let i = 0; i < section.rows.count; i++) if (section.quiet === undefined || !section.quiet(i)) rows.push(i);
  return { rows, quiet: section.rows.count - rows.length };
}

/** Sentences under a section: how many rows are left out, then the rules applied. */
export function notesOf(section: Section, quiet: number, lang: Lang): string[] {
  const { en, fr } = section.quietAs ?? word('with nothing open', 'soldées');
  const french = section.quietAs === undefined && quiet === 1 ? 'soldée' : fr;
  const left = word(
    quiet === 1 ? `1 row ${en} is not shown.` : `${countFor('en', quiet)} rows ${en} are not shown.`,
    quiet === 1 ? `1 ligne ${french} n’est pas affichée.` : `${countFor('fr', quiet)} lignes ${french} ne sont pas affichées.`,
  );
  return [...(quiet > 0 ? [left[lang]] : []), ...section.notes.map((note) => note[lang])];
}

/** A line of totals is called so where its first cell says nothing. */
export function namedTotal(cells: readonly Cell[]): readonly Cell[] {
  return cells[0]?.kind === 'none' ? [{ kind: 'text', text: 'Total' }, ...cells.slice(1)] : cells;
}

/** One sentence a currency: what the control compared, and that it agrees. */
export function controlLines(report: Report, lang: Lang): string[] {
  return report.control.map((line) => {
    const money = (amount: number): string => amountFor(lang, amount, line.currency);
    const agrees = line.difference === 0;
    const closed =
      line.tolerance === undefined
        ? ''
        : ` − ${word('closed within the tolerance', 'soldé par la tolérance')[lang]} ${money(line.tolerance)}`;
    const whose = line.account === undefined ? line.currency : `${line.account} ${line.currency}`;
    const across =
      line.acrossAccounts === undefined
        ? ''
        : ` − ${word('settled across accounts', 'lettré entre comptes')[lang]} ${money(line.acrossAccounts)}`;
    return lang === 'fr'
      ? `Contrôle ${whose}\u00a0: écritures ${money(line.postings)} − soldé par les colonnes ${money(line.settledByColumns)}${closed}${across} = ouvert ${money(line.open)}${agrees ? ' ✓' : `\u202f; écart ${money(line.difference)}`}`
      : `Control ${whose}: postings ${money(line.postings)} − settled by columns ${money(line.settledByColumns)}${closed}${across} = open ${money(line.open)}${agrees ? ' ✓' : `; difference ${money(line.difference)}`}`;
  });
}

/** One decimal at least, and of the others those that are none of nothing. */
function percentage(lang: Lang, share: number, decimals: number): string {
  const written = decimalFor(lang, share * 100, decimals);
  return decimals <= 1 ? written : written.replace(/(?<=[.,]\d+?)0+$/, '');
}

/** Kinds whose cells stand at the right edge of their column. */
export function standsRight(kind: Cell['kind']): boolean {
  return kind === 'money' || kind === 'number' || kind === 'percent' || kind === 'days';
}
