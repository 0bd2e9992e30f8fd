// When is a row due that does not say so? By the terms agreed: the row's own, else those a table of documents names for it, else its customer's,
// else those of all (cli.md, "Due days"). Those of a retention are its own or its document's, else a year.
// Terms of several shares make several rows of it, instalments of one document.

import { exponentOf } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import { minor } from '../core/money.ts';
import { parseTerms } from '../policy/parse-terms.ts';
import { dueDay, instalments, LAST_DUE_DAY, type Terms } from '../policy/terms.ts';
import type { LedgerBuilder } from './builder.ts';
import { splitRow } from './instalment-rows.ts';
import { kindCode } from './kind.ts';
import { A_YEAR, retentionsIn } from './retentions.ts';
import { REVIVED, reviveDueDays } from './revived-days.ts';

/** Terms that hold where a row names none. */
type AgreedTerms = {
  /** By row; undefined where the table of documents names none, and where there is none. */
  readonly ofDocument?: ((row: number) => Terms | undefined) | undefined;
  /** By number of the customer; undefined where nothing is agreed, `unread` where it is not understood: the row stays without. */
  readonly ofCustomer: (customer: number) => Terms | 'unread' | undefined;
  readonly ofAll: Terms | undefined;
};

/** A text in the column `terms` that could not be read though it was needed: why, how many rows have it, and the first of them. */
export type UnreadTerms = { readonly text: string; readonly why: string; rows: number; readonly row: number };

/** Codes of the column `due_by`: whose terms they were, that a table of documents says the day itself (`table`), that it is that of what came back, or the year of a retention. */
export const DUE_BY = { row: 1, customer: 2, all: 3, document: 4, table: 5, revived: REVIVED, retention: 7 } as const;

export type DueFacts = {
  /** Rows given a due day, by where the terms came from. */
  readonly byRow: number;
  readonly byDocument: number;
  readonly byCustomer: number;
  readonly byAll: number;
  /** Retentions given a year. */
  readonly byRetention: number;
  /** Returned payments and transfers given the day of their document. */
  readonly revived: number;
  readonly unread: readonly UnreadTerms[];
};

const COUNTED = { row: 'byRow', document: 'byDocument', customer: 'byCustomer', all: 'byAll', retention: 'byRetention' } as const;

const BEYOND = 'leads to a day after 9999-12-31';

/** Kinds that fall due by terms. A bill says its maturity, an opening lost its date, a returned payment revives another's day. */
const DUE_KINDS = new Set((['invoice', 'charge', 'other'] as const).map(kindCode));

/**
 * Gives debits without a due day one, before the ledger is finished; a row whose own terms cannot be read is left without. What came back has the day of
 * its document, which terms may have given.
 */
export function fillDueDays(builder: LedgerBuilder, agreed: AgreedTerms): DueFacts {
  const counts = { byRow: 0, byDocument: 0, byCustomer: 0, byAll: 0, byRetention: 0 };
  const isRetention = retentionsIn(builder);
  const own = new OwnTerms(builder);
  const known = new Map<Terms, Map<number, Day>>();
  const rows = builder.count;
  const by = builder.wants('due_by') ? (builder.optional.due_by ?? new Uint8Array(rows)) : undefined;
  for (let row = 0; row < rows; row++) {
    const { kind, due, amount, customer, day } = builder.own;
    if (due[row] !== NO_DAY || (amount[row] as number) <= 0) continue;
    const retained = isRetention(row);
    if (!retained && !DUE_KINDS.has(kind[row] as number)) continue;
    const said = own.of(row);
    if (said === 'unread') continue;
    const documents = said === undefined ? agreed.ofDocument?.(row) : undefined;
    const ofCustomer = retained ? undefined : agreed.ofCustomer(customer[row] as number);
    const terms = said ?? documents ?? ofCustomer ?? (retained ? A_YEAR : agreed.ofAll);
    if (terms === undefined || terms === 'unread') continue;
    const from = (builder.optional.date?.[row] ?? day[row]) as Day;
    if (terms.length > 1) {
      const exponent = exponentOf(builder.currencies[builder.own.currency[row] as number] as never);
      const parts = instalments(terms, from, minor(amount[row] as number), exponent);
      if (parts === undefined) {
        own.refuse('', 'names a sum with more decimals than the currency of the row has', row);
        continue;
      }
      if (parts.some((part) => part.due > LAST_DUE_DAY)) {
        own.refuse('', BEYOND, row);
        continue;
      }
      // Terms may write a later share before an earlier one.
      const byDue = parts.toSorted((a, b) => a.due - b.due);
      builder.shared.push(splitRow(builder, row, byDue));
    } else {
      const day = oncePerDay(known, terms, from);
      if (day > LAST_DUE_DAY) {
        own.refuse('', BEYOND, row);
        continue;
      }
      due[row] = day;
    }
    const whose =
      said !== undefined
        ? 'row'
        : documents !== undefined
          ? 'document'
          : ofCustomer !== undefined
            ? 'customer'
            : retained
              ? 'retention'
              : 'all';
    if (by !== undefined) by[row] = DUE_BY[whose];
    counts[COUNTED[whose]]++;
  }
  const revived = reviveDueDays(builder, by);
  if (by !== undefined) builder.optional.due_by = withInstalments(by, builder);
  return { ...counts, revived, unread: own.unread };
}

/** Instalments are due by the terms of the row they come from. */
function withInstalments(by: Uint8Array, { count, shared }: LedgerBuilder): Uint8Array {
  const all = new Uint8Array(count);
  all.set(by);
  for (const { rows } of shared) for (const row of rows) all[row] = by[rows[0] as number] as number;
  return all;
}

/** Many rows share their terms and their day. */
function oncePerDay(known: Map<Terms, Map<number, Day>>, terms: Terms, from: Day): Day {
  let days = known.get(terms);
  if (days === undefined) known.set(terms, (days = new Map()));
  let due = days.get(from);
  if (due === undefined) days.set(from, (due = dueDay(from, (terms[0] as Terms[number]).steps)));
  return due;
}

/** The column `terms`: each distinct text is read once. */
class OwnTerms {
  readonly unread: UnreadTerms[] = [];
  readonly #builder: LedgerBuilder;
  readonly #read = new Map<number, Terms | UnreadTerms>();

  constructor(builder: LedgerBuilder) {
    this.#builder = builder;
  }

  /** Terms that are understood and cannot be used for a row: told once a reason. */
  refuse(text: string, why: string, row: number): void {
    const known = this.unread.find((other) => other.text === text && other.why === why);
    if (known === undefined) this.unread.push({ text, why, rows: 1, row });
    else known.rows++;
  }

  of(row: number): Terms | 'unread' | undefined {
    const { terms } = this.#builder.optional;
    const code = terms?.codes[row] ?? 0;
    if (terms === undefined || code === 0) return undefined;
    let read = this.#read.get(code);
    if (read === undefined) {
      const text = terms.dictionary.value(code);
      const parsed = parseTerms(text);
      read = typeof parsed === 'string' ? { text, why: parsed, rows: 0, row } : parsed;
      if ('why' in read) this.unread.push(read);
      this.#read.set(code, read);
    }
    if (!('why' in read)) return read;
    read.rows++;
    return 'unread';
  }
}
