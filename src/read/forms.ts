// How does a file spell amounts, days and kinds? Decided once for the whole file (survey.ts); both readers, and the tables beside a ledger, read by it.

/** The mark before the decimals; the other one, like any kind of space and the apostrophe, may then part thousands. */
export type DecimalMark = '.' | ',';

/** Which part of a date is which, in the order written. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd';

/**
 * How the days of one column are spelt. `iso` is 2026-01-31 and nothing else but a time of day behind it; the three orders have their parts parted
 * by a mark (31/01/2026, 31.1.26, 31 janv. 2026); 8 and 6 are digits only (20260131, 310126); `serial` counts days as spreadsheets do.
 */
export const DAY_FORMS = ['iso', 'dmy', 'mdy', 'ymd', 'ymd8', 'dmy8', 'mdy8', 'dmy6', 'mdy6', 'ymd6', 'serial'] as const;
export type DayForm = (typeof DAY_FORMS)[number];

export type Forms<F extends string = string> = {
  readonly decimal: DecimalMark;
  /** The form of each column of days that is not `iso`. */
  readonly days: ReadonlyMap<F, DayForm>;
  /** The columns whose years have four digits: one of two is what was cut off, or another column's. */
  readonly fullYears?: ReadonlySet<F> | undefined;
  /** The code of a kind by the words of the package that wrote the file; where it is not given, kinds are named as the contract does. */
  readonly kind?: ((written: string) => number | undefined) | undefined;
  /** A report of ours: what is disputed is an amount, and what is open has a sign. */
  readonly report?: boolean | undefined;
  /** The credit side has a minus as well, which says nothing more (credit-side.ts). */
  readonly creditsMinus?: boolean | undefined;
};

/** The forms of the plain CSV: 1234.50 and 2026-01-31. */
export const PLAIN_FORMS: Forms<never> = { decimal: '.', days: new Map<never, DayForm>() };
