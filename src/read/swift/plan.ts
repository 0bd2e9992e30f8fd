// Which columns of a file are read from bytes, and as what? Made once a file, from its headings and what the command asked for.

import type { LedgerBuilder } from '../../ledger/builder.ts';
import { CODED, type Coded, type Field } from '../../ledger/field.ts';
import type { Forms } from '../forms.ts';
import type { LedgerColumn } from '../ledger-headings.ts';
import type { RowWidth } from '../width.ts';
import { AmountCells, type Cells, DayCells, KeyCells, TextCells } from './columns.ts';
import { CustomerKeys } from './customer-keys.ts';
import { KnownSeries } from './known-series.ts';
import type { Machine } from './machine.ts';
import { NameCells } from './names.ts';

/** Each column by its field; `all` are those to read before the loop over rows. */
export class Plan {
  readonly forms: Forms<Field>;
  readonly width: RowWidth;
  /** The id; in a file without ids, the name. */
  readonly customer: KeyCells;
  readonly name: NameCells;
  readonly entity: KeyCells;
  /** What tells customers apart. */
  readonly customers: CustomerKeys;
  readonly kind: KeyCells;
  readonly currency: KeyCells;
  readonly amount: AmountCells;
  readonly debit: AmountCells;
  readonly credit: AmountCells;
  readonly sense: KeyCells;
  readonly date: DayCells;
  readonly posted: DayCells;
  readonly due: DayCells;
  readonly document: TextCells;
  readonly reference: TextCells;
  readonly settledOn: DayCells;
  readonly letterDay: DayCells;
  readonly open: AmountCells;
  readonly paid: AmountCells;
  readonly base: AmountCells;
  readonly disputed: KeyCells;
  readonly coded: readonly (readonly [Coded, KeyCells])[];
  readonly all: readonly Cells[];
  readonly amounts: readonly AmountCells[];
  readonly days: readonly DayCells[];
  readonly keys: readonly KeyCells[];
  readonly texts: readonly TextCells[];
  /** The side of an amount stands in a column of its own. */
  readonly sided: boolean;

  constructor(
    machine: Machine,
    rowWidth: RowWidth,
    columns: readonly LedgerColumn[],
    builder: LedgerBuilder,
    forms: Forms<Field>,
    entity: string,
  ) {
    const width = rowWidth.cells;
    const at: { readonly [field in Field]?: number } = Object.fromEntries(columns.map(({ field, index }) => [field, index]));
    const wanted = (field: 'base' | 'disputed' | Coded): number | undefined => (builder.wants(field) ? at[field] : undefined);
    // All columns the file does not have are one, which nobody writes.
    const noKeys = new KeyCells(machine, undefined, width);
    const noAmounts = new AmountCells(machine, undefined, width);
    const noDays = new DayCells(machine, undefined, width, 'iso');
    const key = (field: number | undefined): KeyCells => (field === undefined ? noKeys : new KeyCells(machine, field, width));
    const amount = (field: number | undefined): AmountCells =>
      field === undefined ? noAmounts : new AmountCells(machine, field, width);
    const day = (field: Field): DayCells =>
      at[field] === undefined
        ? noDays
        : new DayCells(machine, at[field], width, forms.days.get(field) ?? 'iso', forms.fullYears?.has(field));
    const known = new KnownSeries(machine, builder.series);
    const text = (field: 'document' | 'reference'): TextCells =>
      new TextCells(machine, builder.wants(field) ? at[field] : undefined, width, known);
    this.forms = forms;
    // A machine reads one file after the other.
    machine.code.decimal.value = forms.decimal.charCodeAt(0);
    this.width = rowWidth;
    this.customer = key(at.customer ?? at.name);
    this.name = new NameCells(machine, at.name, width);
    this.entity = key(at.entity);
    this.customers = new CustomerKeys(machine, this.customer, this.entity, entity);
    this.kind = key(at.kind);
    this.currency = key(at.currency);
    // An amount that stands in a column of its own is the one that counts; what other columns say instead is written into it.
    this.amount = new AmountCells(machine, at.amount, width);
    this.debit = amount(at.amount === undefined ? at.debit : undefined);
    this.credit = amount(at.amount === undefined ? at.credit : undefined);
    this.sense = key(at.amount === undefined ? undefined : at.sense);
    this.date = day('date');
    this.posted = day('posted');
    this.due = day('due');
    this.settledOn = day('settled_on');
    this.letterDay = day('letter_day');
    this.open = amount(at.open_amount);
    this.paid = amount(at.paid_amount);
    this.base = amount(wanted('base'));
    this.document = text('document');
    this.reference = text('reference');
    // The careful reader judges a disputed cell whether the command asks for it or not.
    this.disputed = key(at.disputed);
    this.coded = CODED.filter((c) => wanted(c) !== undefined).map((c) => [c, c === 'entity' ? this.entity : key(at[c])]);
    this.amounts = [this.amount, this.debit, this.credit, this.open, this.paid, this.base].filter(isThere);
    this.days = [this.date, this.posted, this.due, this.settledOn, this.letterDay].filter(isThere);
    const coded = this.coded.map(([, cells]) => cells).filter((cells) => cells !== this.entity);
    const keys = [this.customer, this.entity, this.kind, this.currency, this.sense, this.disputed];
    this.keys = [...keys, ...coded].filter(isThere);
    this.texts = [this.document, this.reference].filter(isThere);
    this.all = [...this.amounts, ...this.days, ...this.keys, ...this.texts];
    this.sided = at.sense !== undefined || at.debit !== undefined || at.credit !== undefined;
  }
}

function isThere(cells: Cells): boolean {
  return cells.field !== undefined;
}
