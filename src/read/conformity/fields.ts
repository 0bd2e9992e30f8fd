// Are the fields of a FEC those of the article, in its order, and is each written as it says? (LPF art. A47 A-1)
import { currencyOf } from '../../core/currency.ts';
import { parseAmount } from '../amount.ts';
import { parseDay } from '../day.ts';
import { sameHeading } from '../headings.ts';
import type { Breaches } from './breaches.ts';

const FIELDS = [
  ...([
    'JournalCode',
    'JournalLib',
    'EcritureNum',
    'EcritureDate',
    'CompteNum',
    'CompteLib',
    'CompAuxNum',
    'CompAuxLib',
  ] as const),
  ...([
    'PieceRef',
    'PieceDate',
    'EcritureLib',
    'Debit',
    'Credit',
    'EcritureLet',
    'DateLet',
    'ValidDate',
    'Montantdevise',
  ] as const),
  'Idevise',
] as const;

export type FecField = (typeof FIELDS)[number];

/** Instead of Debit and Credit; the table for cash-basis books spells Crédit. */
const OTHERS: { readonly [field in FecField]?: readonly string[] } = { Debit: ['Montant'], Credit: ['Sens', 'Crédit'] };
const MAY_BE_EMPTY: readonly FecField[] = ['CompAuxNum', 'CompAuxLib', 'EcritureLet', 'DateLet', 'Montantdevise', 'Idevise'];
const DAYS: readonly FecField[] = ['EcritureDate', 'PieceDate', 'DateLet', 'ValidDate'];
/** Digits, a comma before decimals, and a sign before or behind. */
const AMOUNT = /^(?:[+-]?\d+(?:,\d+)?|\d+(?:,\d+)?[+-])$/;

/** Of cash books also these. */
const MAY_BE_EMPTY_OF_CASH: readonly FecField[] = ['JournalCode', 'JournalLib', 'CompteNum'];

/** Places of the fields; `sided`: Montant and Sens stand for Debit and Credit; `cash`: the 21 or 22 fields of cash books. */
export type FecColumns = {
  readonly at: ReadonlyMap<FecField, number>;
  readonly sided: boolean;
  readonly cash: boolean;
  readonly width: number;
};

/** Finds the fields among the headings, and tells what is not as it must be. */
export function fecColumns(headings: readonly string[], line: number, breaches: Breaches): FecColumns {
  const at = new Map<FecField, number>();
  const keys = headings.map(sameHeading);
  FIELDS.forEach((field, place) => {
    const names = [field, ...(OTHERS[field] ?? [])];
    const index = names.map((name) => keys.indexOf(sameHeading(name))).find((found) => found >= 0);
    if (index === undefined) {
      breaches.add('missing', { line, of: field });
      return;
    }
    at.set(field, index);
    const heading = (headings[index] as string).trim();
    if (index !== place) breaches.add('order', { line, column: index + 1, of: field, value: `${place + 1}` });
    else if (!names.includes(heading)) breaches.add('spelling', { line, column: index + 1, of: field, value: heading });
  });
  const sided = sameHeading(headings[at.get('Debit') ?? -1] ?? '') === sameHeading('Montant');
  return { at, sided, cash: keys.includes(sameHeading('DateRglt')), width: headings.length };
}

/** The cells of a line, one by one. */
export function checkFields(cell: (field: FecField) => string, columns: FecColumns, line: number, breaches: Breaches): void {
  const place = (field: FecField): { line: number; column: number; value: string; of: FecField } => ({
    line,
    column: (columns.at.get(field) as number) + 1,
    value: cell(field),
    of: field,
  });
  for (const field of columns.at.keys()) {
    const text = cell(field);
    const isSide = field === 'Debit' || field === 'Credit';
    if (text === '') {
      const may = MAY_BE_EMPTY.includes(field) || (columns.cash && MAY_BE_EMPTY_OF_CASH.includes(field));
      if (!may) breaches.add('empty', { ...place(field), value: '' });
    } else if (DAYS.includes(field)) {
      if (!/^\d{8}$/.test(text) || parseDay(text, 'ymd8') === undefined) breaches.add('day', place(field));
    } else if (isSide && columns.sided && field === 'Credit') {
      if (!/^(?:D|C|\+1|-1)$/.test(text)) breaches.add('sense', place(field));
    } else if ((isSide || field === 'Montantdevise') && !AMOUNT.test(text)) breaches.add('amount', place(field));
  }
  checkPairs(cell, columns, line, breaches);
}

/** Fields of which one says something of the other. */
function checkPairs(cell: (field: FecField) => string, { at, sided }: FecColumns, line: number, breaches: Breaches): void {
  const has = (field: FecField): boolean => cell(field) !== '';
  const place = (field: FecField): { line: number; column: number; value: string } => ({
    line,
    column: (at.get(field) ?? 0) + 1,
    value: cell(field),
  });
  if (has('CompteNum') && !/^[1-8]\d\d/.test(cell('CompteNum')))
    breaches.add('account', { ...place('CompteNum'), of: 'CompteNum' });
  if (has('CompAuxNum') !== has('CompAuxLib')) breaches.add('auxiliary', place('CompAuxNum'));
  if (has('EcritureLet') !== has('DateLet')) breaches.add('letter', place('EcritureLet'));
  if (has('Montantdevise') !== has('Idevise')) breaches.add('currency', place('Montantdevise'));
  else if (has('Idevise') && currencyOf(cell('Idevise')) === undefined)
    breaches.add('currency', { ...place('Idevise'), of: 'Idevise' });
  if (!sided && isSome(cell('Debit')) && isSome(cell('Credit'))) breaches.add('both', place('Debit'));
}

function isSome(text: string): boolean {
  const amount = parseAmount(text, 2, ',');
  return typeof amount === 'number' && amount !== 0;
}
