// At which level are customers already, reminded by other means (--import)? A row a document, or one of all that a customer owed on its day.
import type { TableSpec } from '../table-spec.ts';
import { HISTORY } from './history.ts';
import { WEAK_OF_DOCUMENT } from './shared-headings.ts';

const FIELDS = ['customer', 'document', 'level', 'day'] as const;

export type LevelField = (typeof FIELDS)[number];

const { customer, document, level, day } = HISTORY.synonyms;

export const LEVELS_REACHED: TableSpec<LevelField> = {
  noun: 'a table of levels reached',
  fields: FIELDS,
  synonyms: {
    ...{ customer, document, day },
    level: [...(level ?? []), 'last level', 'dernier niveau'],
  } as NonNullable<TableSpec<LevelField>['synonyms']>,
  weak: WEAK_OF_DOCUMENT,
  ranked: ['document'],
  asked: ['customer', 'document'],
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    { any: ['level'], what: 'at which level he was reminded' },
    { any: ['day'], what: 'when' },
  ],
  mappable: false,
  cells: { customer: { holds: 'text' }, document: { holds: 'text' }, level: HISTORY.cells.level, day: { holds: 'day' } },
  filled: ['customer', 'level', 'day'],
  unique: [],
};
