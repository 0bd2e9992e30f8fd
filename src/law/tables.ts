// Which tables of rates are there, with what a user's ar.toml adds to them? One set a run, handed to whoever asks for a rate.
import type { Day } from '../core/day.ts';
import { type DatedRate, type RateTable, withRows } from './dated.ts';
import { ECB_RATE } from './eu/ecb.ts';
import { LEGAL_RATE, LEGAL_RATE_OF_PERSONS } from './fr/legal-rate.ts';
import { startOfNextHalfYear } from './half-years.ts';
import { BANK_RATE } from './uk/bank-rate.ts';

export type TableKey = 'ecb' | 'legal_rate' | 'legal_rate_persons' | 'bank_rate';
export type Tables = { readonly [key in TableKey]: RateTable };

const OURS: Tables = {
  ecb: ECB_RATE,
  legal_rate: LEGAL_RATE,
  legal_rate_persons: LEGAL_RATE_OF_PERSONS,
  bank_rate: BANK_RATE,
};

export const TABLE_KEYS = Object.keys(OURS) as TableKey[];

/** Rows of the user's, by the table they belong to. */
export type AddedRows = { readonly [key in TableKey]?: readonly DatedRate[] };

/**
 * A rate that the user adds is known on its day and to the end of that half-year: what counts is the rate of one day, the first or the last of a half-year, and whoever
 * adds a row has looked at it. What lies between our last day and it stays unknown.
 */
export function tablesWith(added: AddedRows = {}): Tables {
  const held = (row: DatedRate): DatedRate => ({ ...row, until: (startOfNextHalfYear(row.from) - 1) as Day });
  return Object.fromEntries(TABLE_KEYS.map((key) => [key, withRows(OURS[key], (added[key] ?? []).map(held))])) as Tables;
}
