// What would an order more change? Before and after, side by side.
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { Exposure } from '../../measures/exposure.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';
import { usageOf } from './exposure.ts';
import { STATUS_WORDS } from './exposure-reasons.ts';

/** `beforeOf`: the same customer without the order; undefined for one who had nothing. */
export function whatIfSection(
  rows: readonly Exposure[],
  beforeOf: (one: Exposure) => Exposure | undefined,
  amountOf: (one: Exposure) => number,
): Section {
  const money = (key: string, head: Word, spare = 0): Column => ({ key, head, kind: 'money', spare });
  return {
    name: 'what_if',
    title: word('With the order asked about', 'Avec la commande envisagée'),
    columns: [
      ...customerColumns(rows.map(({ position }) => position.name)),
      { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
      money('amount', words.amount),
      money('exposure_before', word('Exposure before', 'Encours avant')),
      money('exposure', word('Exposure', 'Encours')),
      money('limit', word('Limit', 'Plafond')),
      money('available_before', word('Available before', 'Disponible avant'), 3),
      money('available', word('Available', 'Disponible')),
      { key: 'usage_before', head: word('Usage before', 'Utilisé avant'), kind: 'percent', spare: 2 },
      { key: 'usage', head: word('Usage', 'Utilisé'), kind: 'percent' },
      money('net_risk_before', word('Net risk before', 'Risque net avant'), 4),
      money('net_risk', word('Net risk', 'Risque net'), 2),
      { key: 'status_before', head: word('Status before', 'Statut avant'), kind: 'code' },
      { key: 'status', head: word('Status', 'Statut'), kind: 'code' },
    ],
    rows: {
      count: rows.length,
      at: (i) => cellsOf(rows[i] as Exposure, beforeOf(rows[i] as Exposure), amountOf(rows[i] as Exposure)),
    },
    totals: [],
    notes: [],
  };
}

function cellsOf({ position, exposure, limit, netRisk, status }: Exposure, before: Exposure | undefined, added: number): Cell[] {
  const amount = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency: position.currency });
  const left = (of: number): Cell => (limit === undefined ? NONE : amount(limit - of));
  const was = before?.exposure ?? 0;
  return [
    ...[text(position.id), text(position.name), text(position.currency)],
    ...[amount(added), amount(was), amount(exposure)],
    limit === undefined ? NONE : amount(limit),
    ...[left(was), left(exposure), usageOf(was, limit), usageOf(exposure, limit)],
    ...[amount(before?.netRisk ?? 0), amount(netRisk)],
    before === undefined ? NONE : { kind: 'code', key: before.status, word: STATUS_WORDS[before.status] },
    { kind: 'code', key: status, word: STATUS_WORDS[status] },
  ];
}
