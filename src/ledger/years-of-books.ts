// Which files hold the books of one year, and which years follow one another? Files of one firm and one close are parts of one year (rules §5, 5).
import { type Day, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import type { LedgerBuilder } from './builder.ts';

/** The books of one file: its rows from `first` to before `end`, the days of its entries, and what of it was brought forward. */
export type YearOfBooks = {
  readonly file: string;
  readonly entity: string;
  readonly first: number;
  readonly end: number;
  /** Of its entries but those that bring forward, which may keep the days of what they repeat. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The day on which the year closes, where the file says it. */
  readonly closing: Day | undefined;
  /** Some entry brings forward, be it of receivables or not. */
  readonly opens: boolean;
  readonly openings: readonly number[];
  /** Debits that the bank paid out, and nothing says why. */
  readonly paidOut: readonly number[];
  /** Sales without tax by month (year × 12 + month − 1), in minor units of the books' currency. */
  readonly sales: ReadonlyMap<number, number>;
};

/** A year of one firm, in one file or in parts. */
export type WholeYear = Pick<YearOfBooks, 'file' | 'firstDay' | 'lastDay' | 'closing' | 'opens' | 'openings'> & {
  readonly parts: readonly YearOfBooks[];
};

/** Days a year has at the most. */
const YEAR = 366;

/** The years of each firm in their order; files that hold the same twice are told. */
export function wholeYears(
  builder: LedgerBuilder,
  files: readonly YearOfBooks[],
): { readonly firms: readonly (readonly WholeYear[])[]; readonly twice: readonly (readonly [WholeYear, WholeYear])[] } {
  const firms = new Map<string, YearOfBooks[]>();
  for (const file of files) if (file.lastDay !== NO_DAY) gather(firms, file.entity, file);
  const twice: [WholeYear, WholeYear][] = [];
  const inOrder = [...firms.values()].map((own) => {
    const years: WholeYear[] = [];
    for (const file of own.toSorted((a, b) => (a.closing ?? a.lastDay) - (b.closing ?? b.lastDay) || a.firstDay - b.firstDay)) {
      const part: WholeYear = { ...file, parts: [file] };
      const last = years.at(-1);
      if (last === undefined || !isOfOneYear(last, file)) years.push(part);
      else {
        if ((last.openings.length > 0 && file.openings.length > 0) || last.parts.some((one) => isSame(builder, one, file)))
          twice.push([last, part]);
        years[years.length - 1] = joined(last, file);
      }
    }
    return years;
  });
  return { firms: inOrder, twice };
}

/** By their names, or where these do not say, by their days: a year that brings nothing forward may be handed over in months or journals. */
function isOfOneYear(year: WholeYear, file: YearOfBooks): boolean {
  if (year.closing !== undefined && file.closing !== undefined) return year.closing === file.closing;
  const first = Math.min(year.firstDay, file.firstDay);
  return file.firstDay <= year.lastDay || (!file.opens && file.lastDay - first < YEAR);
}

function joined(year: WholeYear, file: YearOfBooks): WholeYear {
  return {
    ...year,
    firstDay: Math.min(year.firstDay, file.firstDay) as Day,
    lastDay: Math.max(year.lastDay, file.lastDay) as Day,
    opens: year.opens || file.opens,
    openings: [...year.openings, ...file.openings],
    parts: [...year.parts, file],
  };
}

/** True when two files hold the same postings, line by line. */
function isSame({ own }: LedgerBuilder, a: YearOfBooks, b: YearOfBooks): boolean {
  const rows = a.end - a.first;
  if (rows === 0 || rows !== b.end - b.first || a.firstDay !== b.firstDay || a.lastDay !== b.lastDay) return false;
  for (let i = 0; i < rows; i++) {
    const [one, other] = [a.first + i, b.first + i];
    if (own.customer[one] !== own.customer[other] || own.day[one] !== own.day[other] || own.amount[one] !== own.amount[other])
      return false;
  }
  return true;
}
