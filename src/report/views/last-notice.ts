// How far has an item been reminded? Its level, and the day of the last notice.
import { word } from '../../core/word.ts';
import type { Reminded } from '../../measures/dunning/notice.ts';
import { LEVEL_WORDS, type LevelKey } from '../../policy/dunning.ts';
import { type Cell, type Column, NONE } from '../report.ts';

export const LAST_NOTICE_COLUMNS: readonly Column[] = [
  { key: 'level', head: word('Level', 'Niveau'), kind: 'code' },
  { key: 'last_notice', head: word('Last notice', 'Dernière relance'), kind: 'day' },
];

export function lastNoticeCells(reminded: Reminded | undefined): readonly Cell[] {
  return [levelCell(reminded?.level), reminded === undefined ? NONE : { kind: 'day', day: reminded.day }];
}

export function levelCell(level: LevelKey | undefined): Cell {
  return level === undefined ? NONE : { kind: 'code', key: level, word: LEVEL_WORDS[level] };
}
