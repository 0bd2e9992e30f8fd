// How are the postings of a ledger shown as the plain CSV? One row a posting under the names of the fields, in the contract's order; a field
// that no file has is no column.
import { exponentOf } from '../../core/currency.ts';
import { type Day, NO_DAY } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { word } from '../../core/word.ts';
import type { Coded, Field } from '../../ledger/field.ts';
import { kindOf } from '../../ledger/kind.ts';
import { currencyAt, DISPUTED_WHOLE, documentDays, type Ledger, NO_AMOUNT } from '../../ledger/ledger.ts';
import { words } from '../../text/words.ts';
import { type Cell, NONE, type Section, text } from '../report.ts';

/** `has`: fields that some file has. `sided`: the sign of a credit would be read otherwise, so its side stands in a column of its own. */
type PostingsRequest = {
  readonly has: ReadonlySet<Field>;
  readonly sided: boolean;
  /** What a text that is only carried says. */
  readonly carried: (field: Coded, written: string, row: number) => Cell;
};

type Shown = { readonly key: Field; readonly kind: Cell['kind']; readonly at: (row: number) => Cell };

export function postingsSection(ledger: Ledger, request: PostingsRequest): Section {
  const shown = columnsOf(ledger, request);
  return {
    name: 'postings',
    title: word('Postings', 'Écritures'),
    // A name of a field is a heading in every language: what is written is to be read again.
    columns: shown.map(({ key, kind }) => ({ key, head: word(key, key), kind })),
    rows: { count: ledger.count, at: (row) => shown.map(({ at }) => at(row)) },
    totals: [],
    notes: [],
  };
}

function columnsOf(ledger: Ledger, { has, sided, carried }: PostingsRequest): Shown[] {
  const { columns, customers } = ledger;
  const when = (condition: boolean, key: Field, kind: Cell['kind'], at: (row: number) => Cell): Shown[] =>
    condition ? [{ key, kind, at }] : [];
  const money = (units: number, row: number): Cell => ({
    kind: 'money',
    amount: minor(units),
    currency: currencyAt(ledger, ledger.currency[row] as number),
  });
  const day = (days: Int32Array | undefined) => (row: number) =>
    days === undefined || days[row] === NO_DAY ? NONE : ({ kind: 'day', day: days[row] as Day } as const);
  const signOf = (row: number): number => ((ledger.amount[row] as number) < 0 ? -1 : 1);
  const part = (parts: Float64Array | undefined) => (row: number) =>
    parts === undefined || parts[row] === NO_AMOUNT ? NONE : money((parts[row] as number) * signOf(row), row);
  const side = (sign: 1 | -1) => (row: number) =>
    signOf(row) === sign ? money(Math.abs(ledger.amount[row] as number), row) : NONE;
  const coded = (key: Coded): Shown[] => {
    const column = columns[key];
    return when(column !== undefined, key, 'text', (row) =>
      carried(key, column?.dictionary.value(column.codes[row] as number) ?? '', row),
    );
  };
  const { document, reference, base, disputed } = columns;
  return [
    ...when(true, 'customer', 'text', (row) => text(customers.id(ledger.customer[row] as number))),
    ...when(has.has('name'), 'name', 'text', (row) => text(customers.nameOf(ledger.customer[row] as number))),
    ...when(true, 'kind', 'code', (row) => kindCell(ledger.kind[row] as number)),
    ...when(document !== undefined, 'document', 'text', (row) => text(document?.at(row) ?? '')),
    ...when(reference !== undefined, 'reference', 'text', (row) => text(reference?.at(row) ?? '')),
    ...when(has.has('date'), 'date', 'day', day(documentDays(ledger))),
    ...when(has.has('posted'), 'posted', 'day', day(ledger.day)),
    ...when(has.has('due'), 'due', 'day', day(ledger.due)),
    ...when(!sided, 'amount', 'money', (row) => money(ledger.amount[row] as number, row)),
    ...when(sided, 'debit', 'money', side(1)),
    ...when(sided, 'credit', 'money', side(-1)),
    ...when(true, 'currency', 'text', (row) => text(currencyAt(ledger, ledger.currency[row] as number))),
    ...when(base !== undefined, 'base', 'money', (row) =>
      Number.isNaN(base?.[row]) ? NONE : { kind: 'money', amount: minor(base?.[row] as number), currency: ledger.bookCurrency },
    ),
    ...when(columns.open_amount !== undefined, 'open_amount', 'money', part(columns.open_amount)),
    ...when(columns.paid_amount !== undefined, 'paid_amount', 'money', part(columns.paid_amount)),
    ...when(columns.settled_on !== undefined, 'settled_on', 'day', day(columns.settled_on)),
    ...coded('letter'),
    ...when(columns.letter_day !== undefined, 'letter_day', 'day', day(columns.letter_day)),
    ...coded('terms'),
    ...when(disputed !== undefined, 'disputed', 'money', (row) => {
      const told = disputed?.[row] as number;
      if (told === DISPUTED_WHOLE) return { kind: 'code', key: words.yes.en, word: words.yes };
      if (told === 0) return NONE;
      // Of a currency without decimals, 1 would be read as yes; -1 is read as the amount, whose side is that of the row.
      const isYes = told === 1 && exponentOf(currencyAt(ledger, ledger.currency[row] as number)) === 0;
      return money(isYes ? -told : told, row);
    }),
    ...(['net', 'tax_amount', 'tax_rate', 'account', 'journal', 'label', 'status', 'collector'] as const).flatMap(coded),
    ...(['group', 'country', 'entity', 'payment_mode', 'assigned_to'] as const).flatMap(coded),
  ];
}

function kindCell(code: number): Cell {
  const { key, label } = kindOf(code);
  return { kind: 'code', key, word: label };
}
