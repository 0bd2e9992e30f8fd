// What is a unit of each currency worth (--rates)? A row a currency and day, in the one currency that a report is in; a rate holds from its day until the next.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS } from './shared-headings.ts';

const FIELDS = ['currency', 'day', 'rate'] as const;

export type RateField = (typeof FIELDS)[number];

export const RATES: TableSpec<RateField> = {
  noun: 'a table of exchange rates',
  fields: FIELDS,
  synonyms: {
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev', 'from', 'from currency'],
    day: ['date', 'jour', 'date du cours', 'date du taux', 'rate date', 'valid from', 'from date', 'as of'],
    rate: ['taux', 'cours', 'taux de change', 'cours de change', 'exchange rate', 'fx rate', 'value'],
  },
  needs: [
    { any: ['currency'], what: 'which currency a rate is of' },
    { any: ['day'], what: 'from which day on it holds' },
    { any: ['rate'], what: 'what one unit of it is worth' },
  ],
  mappable: false,
  cells: { currency: { holds: 'currency' }, day: { holds: 'day' }, rate: { holds: 'factor' } },
  filled: FIELDS,
  unique: ['currency', 'day'],
  currency: 'currency',
};
