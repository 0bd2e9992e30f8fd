// Which fields can a ledger have? The names of the command line's contract, and which of them a reader stores as a column.

/** Fields a posting can be grouped by, beside its customer: few values, stored as codes of a dictionary. */
export const CATEGORIES = [
  ...(['account', 'journal', 'status', 'collector', 'group', 'country'] as const),
  ...(['entity', 'payment_mode', 'assigned_to', 'terms'] as const),
] as const;

export type Category = (typeof CATEGORIES)[number];

/** Fields that no figure uses, kept as the texts they are where a command asks for them. */
const CARRIED = ['net', 'tax_amount', 'tax_rate', 'label'] as const;

/** Fields stored as codes of a dictionary: the categories, the letters that put postings together, and what is only carried. */
export const CODED = [...CATEGORIES, 'letter', ...CARRIED] as const;

export type Coded = (typeof CODED)[number];

/** Every field a heading can be mapped to. */
export const FIELDS = [
  ...(['customer', 'name', 'kind', 'document', 'reference', 'date', 'posted', 'due'] as const),
  ...(['amount', 'debit', 'credit', 'sense', 'currency', 'base', 'open_amount', 'paid_amount', 'settled_on'] as const),
  ...(['letter_day', 'disputed'] as const),
  ...CARRIED,
  ...CATEGORIES,
  'letter',
] as const;

export type Field = (typeof FIELDS)[number];

/**
 * Columns a command may ask for. What it does not ask for is not stored: at ten million rows every byte a row is ten
 * megabytes. Customer, kind, day, due, amount and currency are always there.
 */
export const COLUMNS = [
  ...(['document', 'reference', 'date', 'base', 'open_amount', 'paid_amount', 'settled_on', 'letter_day', 'disputed'] as const),
  ...(['line'] as const),
  ...CODED,
] as const;

/** A command may ask for `due_by` as well: it is not read but worked out, once all is read (due-days.ts). */
export type ColumnName = (typeof COLUMNS)[number] | 'due_by';
