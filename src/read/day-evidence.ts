// In which order and spelling are the days of a column written? Counted over its cells: what all of them can be read in is the form; where two orders
// are left, another column of the file decides, and failing that nobody does (cli.md "Input": it is never guessed).
import { calendar, type Day, isIsoShaped } from '../core/day.ts';
import { dayFormsOf, hasShortYear, parseDay } from './day.ts';
import { DAY_FORMS, type DayForm, type DayOrder } from './forms.ts';

/** Cells that can be read in the same forms: how many, the line of the first, and what it says. */
type Alike = { readonly forms: readonly DayForm[]; count: number; readonly line: number; readonly value: string };
/** What a text says that is met again and again: whom it is like, and whether its year has two digits. */
type Told = { readonly alike: Alike; readonly short: boolean };

/** So many texts are known again, those met first: the days of a file are few, its times of day are not. */
const KNOWN = 4096;

/** The first and the last year that cells with several forms have in one of them. */
type Years = { first: number; last: number };

/** Years of two digits tell their place: read from another, which holds days, they are spread over decades more than need be. */
const [WIDE, NARROW] = [10, 5];

/** What was seen of a column of days. */
export class DayCounts {
  readonly #alike = new Map<string, Alike>();
  readonly #years = new Map<DayForm, Years>();
  readonly #known = new Map<string, Told>();
  #short = 0;

  add(text: string, line: number): void {
    const told = this.#known.get(text) ?? this.#told(text, line);
    if (told === undefined) return;
    told.alike.count++;
    if (told.short) this.#short++;
  }

  #told(text: string, line: number): Told | undefined {
    // Most files are plain.
    const forms = isIsoShaped(text) ? PLAIN : dayFormsOf(text);
    if (forms.length === 0) return undefined;
    if (forms.length > 1) for (const form of forms) this.#year(form, parseDay(text, form) as Day);
    const key = forms.join(' ');
    let alike = this.#alike.get(key);
    if (alike === undefined) this.#alike.set(key, (alike = { forms, count: 0, line, value: text }));
    const told = { alike, short: forms !== PLAIN && hasShortYear(text) };
    if (this.#known.size < KNOWN) this.#known.set(text, told);
    return told;
  }

  #year(form: DayForm, day: Day): void {
    const { year } = calendar(day);
    const years = this.#years.get(form);
    if (years === undefined) this.#years.set(form, { first: year, last: year });
    else {
      years.first = Math.min(years.first, year);
      years.last = Math.max(years.last, year);
    }
  }

  get count(): number {
    return [...this.#alike.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** True when nine years in ten have four digits, so that the others lost two: half of a column in another spelling is no slip. */
  get fullYears(): boolean {
    return this.#short * 10 <= this.count;
  }

  /** Cells that can be read in one form and not in another, where one is named. */
  those(form: DayForm, other?: DayForm): { readonly count: number; readonly line: number; readonly value: string } | undefined {
    const found = [...this.#alike.values()].filter(
      ({ forms }) => forms.includes(form) && (other === undefined || !forms.includes(other)),
    );
    const [first] = found.sort((a, b) => a.line - b.line);
    return first === undefined
      ? undefined
      : { count: found.reduce((sum, { count }) => sum + count, 0), line: first.line, value: first.value };
  }

  /** True when some cells can be read in both forms. */
  fitBoth(a: DayForm, b: DayForm): boolean {
    return [...this.#alike.values()].some(({ forms }) => forms.includes(a) && forms.includes(b));
  }

  /** The forms most cells can be read in, less those that spread them over decades where another keeps them together. */
  get best(): readonly DayForm[] {
    const best = this.#most();
    const least = Math.min(...best.map((form) => this.#span(form)));
    const narrow = best.filter((form) => this.#span(form) <= least + NARROW);
    const wide = best.filter((form) => this.#span(form) >= least + WIDE);
    const left = wide.length > 0 && narrow.length + wide.length === best.length ? narrow : best;
    // Parts parted by a mark end in a year of two digits, and begin with one only where the user says so.
    const yearLast = left.filter((form) => form !== 'ymd');
    return yearLast.length > 0 ? yearLast : left;
  }

  /** The years under a form that fits all cells and is left out for them, and under the one that stays. */
  spread(form: DayForm): { readonly own: Years; readonly other: Years } | undefined {
    const other = this.#most().find((one) => !this.best.includes(one));
    const own = this.#years.get(form);
    return other === undefined || own === undefined ? undefined : { own, other: this.#years.get(other) as Years };
  }

  #span(form: DayForm): number {
    const years = this.#years.get(form);
    return years === undefined ? 0 : years.last - years.first;
  }

  /** The forms most cells can be read in; of an ISO day nothing else is asked. */
  #most(): readonly DayForm[] {
    const counts = DAY_FORMS.map((form) => ({ form, count: this.those(form)?.count ?? 0 }));
    const most = Math.max(...counts.map(({ count }) => count));
    const best = most === 0 ? [] : counts.filter(({ count }) => count === most).map(({ form }) => form);
    return best.includes('iso') ? ['iso'] : best;
  }
}

const PLAIN: readonly DayForm[] = ['iso'];

/** How the form of a column was decided. */
export type DayChoice<F extends string> = {
  readonly field: F;
  readonly form: DayForm;
  /**
   * `alone`: all cells fit it, and no other order; `like`: another column of the file decided; `preset`: the package that wrote it always writes so;
   * `said`: the user did; `empty`: no cell has a day.
   */
  readonly by: 'alone' | 'like' | 'preset' | 'said' | 'empty';
  /** The column that decided. */
  readonly like?: F | undefined;
  /** The cells that decide: those which cannot be read in the order that is left out; how many days there are. */
  readonly told?: { readonly count: number; readonly line: number; readonly value: string } | undefined;
  /** The years it gives, and those that a form gives which would spread them over decades. */
  readonly years?: { readonly own: Years; readonly other: Years } | undefined;
  readonly of: number;
};

/** A column whose days fit several forms, or one part of them one order and the rest another. */
export type DayDoubt<F extends string> = {
  readonly field: F;
  readonly why: 'open' | 'mixed';
  readonly forms: readonly [DayForm, DayForm];
  readonly first: { readonly line: number; readonly value: string };
  readonly second: { readonly line: number; readonly value: string };
};

export function orderOf(form: DayForm): DayOrder | undefined {
  return form === 'iso' || form === 'serial' ? undefined : (form.slice(0, 3) as DayOrder);
}

/** Decides each column; those left in doubt are told apart. `said`: the order the user named; `usual`: the one its package always writes. */
export function decideDays<F extends string>(
  counts: ReadonlyMap<F, DayCounts>,
  said: DayOrder | undefined,
  usual?: DayOrder | undefined,
): { readonly choices: readonly DayChoice<F>[]; readonly doubts: readonly DayDoubt<F>[] } {
  const first = [...counts].map(([field, seen]) => ({ field, seen, choice: alone(field, seen, said) }));
  const decided = first.flatMap(({ choice }) => (choice !== undefined && 'form' in choice ? [choice] : []));
  const doubts: DayDoubt<F>[] = [];
  const choices: DayChoice<F>[] = [];
  for (const { field, seen, choice } of first) {
    if (choice !== undefined && 'form' in choice) choices.push(choice);
    else if (choice !== undefined) doubts.push(choice);
    else if (seen.count === 0) choices.push(likeMost(field, decided));
    else {
      const chosen = byOthers(field, seen, decided, usual);
      if ('form' in chosen) choices.push(chosen);
      else doubts.push(chosen);
    }
  }
  return { choices, doubts };
}

/** A column decided by its own cells, or by the user; a contradiction within it; undefined when others must be asked. */
function alone<F extends string>(field: F, seen: DayCounts, said: DayOrder | undefined): DayChoice<F> | DayDoubt<F> | undefined {
  const of = seen.count;
  if (of === 0) return undefined;
  const { best } = seen;
  const form = said === undefined ? undefined : inOrder(best, said);
  if (form !== undefined) return { field, form, by: 'said', of };
  const [only, rival] = best;
  if (only === undefined) return undefined;
  if (rival !== undefined) {
    const [a, b] = [seen.those(only, rival), seen.those(rival, only)];
    return a === undefined || b === undefined ? undefined : { field, why: 'mixed', forms: [only, rival], first: a, second: b };
  }
  const other = swapped(only);
  const against = other === undefined ? undefined : seen.those(other, only);
  const told = seen.those(only, other);
  // Where no day fits both orders, none can be read wrong: those in the rarer one are bad cells, each told on its line.
  if (other !== undefined && against !== undefined && told !== undefined && seen.fitBoth(only, other)) {
    return { field, why: 'mixed', forms: [only, other], first: told, second: against };
  }
  return { field, form: only, by: 'alone', told, years: seen.spread(only), of };
}

/** The form in the order the user named; undefined for days that no order changes: they begin with a year of four digits, or count from one day. */
function inOrder(best: readonly DayForm[], said: DayOrder): DayForm | undefined {
  const ordered = best.filter((form) => orderOf(form) !== undefined);
  const [first] = ordered;
  if (first === undefined || (best.length === 1 && (first === 'ymd' || first === 'ymd8'))) return undefined;
  return ordered.find((form) => orderOf(form) === said) ?? (`${said}${first.slice(3)}` as DayForm);
}

/** The order a date of this one can be mistaken for. */
function swapped(form: DayForm): DayForm | undefined {
  const other = { dmy: 'mdy', mdy: 'dmy', dmy8: 'mdy8', mdy8: 'dmy8', dmy6: 'mdy6', mdy6: 'dmy6' } as const;
  return other[form as keyof typeof other];
}

/** Of the forms that fit, the one in the order of the columns that are decided. */
function byOthers<F extends string>(
  field: F,
  seen: DayCounts,
  decided: readonly DayChoice<F>[],
  usual: DayOrder | undefined,
): DayChoice<F> | DayDoubt<F> {
  const { best } = seen;
  for (const form of best) {
    const same = decided.find((other) => orderOf(other.form) === orderOf(form) && orderOf(form) !== undefined);
    const torn = decided.some((other) => best.includes(other.form) && orderOf(other.form) !== orderOf(form));
    if (same !== undefined && !torn) return { field, form, by: 'like', like: same.field, of: seen.count };
  }
  const own = usual === undefined ? undefined : best.find((form) => orderOf(form) === usual);
  if (own !== undefined) return { field, form: own, by: 'preset', of: seen.count };
  const [a, b] = best as [DayForm, DayForm];
  const first = seen.those(a) as { count: number; line: number; value: string };
  return { field, why: 'open', forms: [a, b], first, second: first };
}

/** A column without a day yet is written as the others are. */
function likeMost<F extends string>(field: F, decided: readonly DayChoice<F>[]): DayChoice<F> {
  const [most] = [...decided].sort((a, b) => b.of - a.of);
  return { field, form: most?.form ?? 'iso', by: 'empty', like: most?.field, of: 0 };
}
