// What do both sections of a story show alike? Whose it is, the kind and the place of a posting, days and amounts.
import type { Currency } from '../../core/currency.ts';
import { type Day, NO_DAY } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { word } from '../../core/word.ts';
import { kindOf } from '../../ledger/kind.ts';
import { originOf } from '../../ledger/ledger.ts';
import type { Story } from '../../measures/story.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, text } from '../report.ts';
import { customerColumns } from './age.ts';
import type { Telling } from './story-sentences.ts';

/** Where a posting stands; of one file only, which it is need not be shown. */
export function originColumns({ ledger: { files } }: Telling): Column[] {
  const one = new Set(files.map(({ name }) => name)).size === 1;
  return [
    { key: 'file', head: word('File', 'Fichier'), kind: 'text', spare: 5, forMachines: one },
    { key: 'line', head: word('Line', 'Ligne'), kind: 'number', spare: 5 },
  ];
}

/** Who the story is of. One customer is named once, with the postings. */
export function whoColumns({ ledger }: Telling, list: readonly Story[], oneIsKnown: boolean): Column[] {
  const { customers } = ledger;
  const columns = customerColumns(list.map(({ customer }) => customers.nameOf(customer)));
  const shown = [...columns, ...(customers.entities.length > 1 ? [ENTITY] : []), CURRENCY];
  return oneIsKnown && list.length === 1 ? shown.map((one) => ({ ...one, forMachines: true })) : shown;
}

const CURRENCY: Column = { key: 'currency', head: words.currency, kind: 'text', spare: 1 };
const ENTITY: Column = { key: 'entity', head: word('Entity', 'Entité'), kind: 'text', spare: 1 };

export function whoCells({ ledger: { customers } }: Telling, { customer, currency }: Story): Cell[] {
  const entity = customers.entities.length > 1 ? [text(customers.entity(customer))] : [];
  return [text(customers.id(customer)), text(customers.nameOf(customer)), ...entity, text(currency)];
}

export function kindCell({ ledger }: Telling, row: number): Cell {
  const { key, label } = kindOf(ledger.kind[row] as number);
  return { kind: 'code', key, word: label };
}

export function dayCell(day: Day): Cell {
  return day === NO_DAY ? NONE : { kind: 'day', day };
}

export function originCells({ ledger }: Telling, row: number): Cell[] {
  const { file, line } = originOf(ledger, row);
  return [
    text(file === '-' ? '(stdin)' : (file ?? '')),
    line === undefined ? NONE : { kind: 'number', value: line, decimals: 0 },
  ];
}

export function moneyIn(currency: Currency): (units: number) => Cell {
  return (units) => ({ kind: 'money', amount: minor(units), currency });
}
