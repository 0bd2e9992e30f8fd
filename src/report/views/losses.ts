// How are losses shown? One row an indicator, meaning and currency: the ratio, the part and the whole it is of, and what these rest on or why it is n/a.
import { type Day, isoDay } from '../../core/day.ts';
import { type Fraction, rounded } from '../../core/fraction.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { LossRow } from '../../measures/losses/indicators.ts';
import type { Losses } from '../../measures/losses/losses.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import { type Cell, NONE, NOT_AVAILABLE, type Section, text } from '../report.ts';
import { BASIS_NAMES, INDICATOR_HEADS, meaningOf } from './losses-words.ts';

export function lossesSection({ rows }: Losses, title: Word, notes: readonly Word[]): Section {
  const several = new Set(rows.flatMap(({ currency }) => currency ?? [])).size > 1;
  return {
    name: 'losses',
    title,
    columns: [
      { key: 'currency', head: words.currency, kind: 'text', spare: several ? 0 : 3 },
      { key: 'indicator', head: word('Indicator', 'Indicateur'), kind: 'code' },
      { key: 'meaning', head: word('Meaning', 'Sens'), kind: 'code', flow: 'wrap' },
      { key: 'ratio', head: word('Ratio', 'Taux'), kind: 'percent' },
      { key: 'part', head: word('Part', 'Partie'), kind: 'money', spare: 1 },
      { key: 'whole', head: word('Whole', 'Tout'), kind: 'money', spare: 1 },
      { key: 'unit', head: word('Unit', 'Unité'), kind: 'code', forMachines: true },
      { key: 'basis', head: word('Basis', 'Base'), kind: 'code', flow: 'wrap', spare: 2 },
    ],
    rows: { count: rows.length, at: (i) => cellsOf(rows[i] as LossRow) },
    totals: [],
    notes,
  };
}

function cellsOf(row: LossRow): Cell[] {
  const { currency, indicator, meaning, ratio, part, whole, basis } = row;
  return [
    currency === undefined ? NONE : text(currency),
    { kind: 'code', key: indicator, word: INDICATOR_HEADS[indicator] },
    { kind: 'code', key: meaning, word: meaningOf(row) },
    percentCell(ratio),
    sideCell(row, part),
    sideCell(row, whole),
    currency === undefined
      ? { kind: 'code', key: 'customers', word: word('customers', 'clients') }
      : { kind: 'code', key: 'amount', word: word('amount', 'montant') },
    { kind: 'code', key: basis, word: BASIS_NAMES[basis] },
  ];
}

/** Losses are hundredths of a percent as often as not. */
export function percentCell(share: Fraction | undefined): Cell {
  return share === undefined ? NOT_AVAILABLE : { kind: 'percent', share: rounded(share, 12), decimals: 2 };
}

function sideCell({ currency }: LossRow, value: number | undefined): Cell {
  if (value === undefined) return NOT_AVAILABLE;
  return currency === undefined ? { kind: 'number', value, decimals: 0 } : { kind: 'money', amount: minor(value), currency };
}

export function lossesTitle(from: Day, to: Day): Word {
  return word(`Losses from ${isoDay(from)} to ${isoDay(to)}`, `Pertes du ${dayFor('fr', from)} au ${dayFor('fr', to)}`);
}
