// How many characters does a cell take? Of amounts without writing them: there are hundreds of thousands.
import type { Lang } from '../../core/word.ts';
import type { Cell } from '../report.ts';
import { shown } from './people.ts';
import { widthOfText } from './width.ts';

/** `longest`: of a text no more is looked at. */
export function lengthOfCell(cell: Cell, lang: Lang, longest: number): number {
  if (cell.kind !== 'money') return widthOfText((cell.kind === 'text' ? cell.text : shown(cell, lang)).slice(0, longest));
  if (cell.amount === 0) return 1;
  const digits = String(cell.amount).length;
  // The decimal mark, and those of thousands.
  return digits + 1 + Math.floor(Math.max(0, digits - 3) / 3);
}
