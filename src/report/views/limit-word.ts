// How is a limit on terms of payment said? Days, and on which side of them the end of the month comes.
import { type Word, word } from '../../core/word.ts';
import type { Limit } from '../../law/terms-rule.ts';

export function limitWord({ days, endOfMonth }: Limit): Word {
  if (endOfMonth === 'before') return word(`end of month, then ${days} days`, `fin de mois, puis ${days} jours`);
  if (endOfMonth === 'after') return word(`${days} days, then end of month`, `${days} jours, puis fin de mois`);
  return word(`${days} days`, `${days} jours`);
}
