// A section of entries as the file a French firm hands to its auditors (LPF art. A47 A-1): its 18 fields, TAB between them, UTF-8, days as AAAAMMJJ, amounts with a
// comma; behind them the due day, which the article has no field for and does not forbid. A section is one of entries by the keys of its columns.
import { isoDay } from '../../core/day.ts';
import { disarmed } from '../../core/formula.ts';
import type { Cell } from '../report.ts';
import { figure, worded } from './machine.ts';
import { chosenSection, type Render } from './renderer.ts';

/** Each field, the keys that fill it, the first that says something, and what stands there where none does. */
const FIELDS: readonly (readonly [field: string, keys: readonly string[], otherwise?: string])[] = [
  ['JournalCode', ['journal']],
  ['JournalLib', ['journal_name', 'journal']],
  ['EcritureNum', ['entry']],
  ['EcritureDate', ['date']],
  ['CompteNum', ['account']],
  ['CompteLib', ['account_name', 'account']],
  ['CompAuxNum', ['auxiliary']],
  ['CompAuxLib', ['name', 'auxiliary']],
  ['PieceRef', ['document', 'entry']],
  ['PieceDate', ['document_date', 'date']],
  ['EcritureLib', ['label', 'entry']],
  ['Debit', ['debit'], '0,00'],
  ['Credit', ['credit'], '0,00'],
  ['EcritureLet', ['letter']],
  ['DateLet', ['letter_day']],
  // What is written is final: entries are validated on their day, and stand in that order.
  ['ValidDate', ['date']],
  ['Montantdevise', ['original_amount']],
  ['Idevise', ['original_currency']],
];

const DUE = ['DateEcheance', ['due']] as const;

/** What would part fields or lines, or is no character of a text. */
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

export const fec: Render = function* (report, options) {
  const { columns, rows } = chosenSection(report, options);
  const at = new Map(columns.map(({ key }, index) => [key, index]));
  const fields = at.has('due') ? [...FIELDS, DUE] : FIELDS;
  const places = fields.map(([, keys]) => keys.flatMap((key) => at.get(key) ?? []));
  yield `${fields.map(([field]) => field).join('\t')}\n`;
  for (let i = 0; i < rows.count; i++) {
    const cells = rows.at(i);
    const values = places.map((some, field) => {
      for (const place of some) {
        const value = spelt(cells[place] as Cell);
        if (value !== '') return value;
      }
      return fields[field]?.[2] ?? '';
    });
    yield `${values.join('\t')}\n`;
  }
};

function spelt(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
    case 'code':
      return unbroken(worded(cell));
    case 'day':
      return isoDay(cell.day).replaceAll('-', '');
    case 'none':
    case 'more_than':
    case 'series':
      return '';
    default:
      return figure(cell).replace('.', ',');
  }
}

/** The format knows no quotes, and programs take one at the begin of a field for the begin of a quoted one. */
function unbroken(text: string): string {
  return disarmed(text.replace(BREAKS, ' ').trim()).replace(/^"/, `'"`);
}
