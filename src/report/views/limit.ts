// How is a proposed limit shown? Each method's figure, the smallest that binds, the change, and why a figure is missing.

import { shared } from '../../core/shared.ts';
import { type Word, word } from '../../core/word.ts';
import type { ProposedLimit } from '../../measures/credit-limit.ts';
import type { Basis } from '../../measures/limit-methods.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, NONE, type Section } from '../report.ts';
import { amountIn, moneyColumn, whoCells, whoColumns } from './limit-cells.ts';
import { BASIS_HEADS, BASIS_WORDS, REASON_WORDS } from './limit-words.ts';

/** In the order in which rows stand everywhere. */
export function orderedLimits(rows: readonly ProposedLimit[]): ProposedLimit[] {
  const order = defaultOrder(
    rows.map(({ known }) => known.id),
    shared(rows.map(({ known }) => known.name)),
    shared(rows.map(({ known }) => known.currency)),
  );
  return Array.from(order, (i) => rows[i] as ProposedLimit);
}

/** `methods`: those that were reckoned, in the order of their columns. */
export function limitSection(
  rows: readonly ProposedLimit[],
  methods: readonly Basis[],
  title: Word,
  notes: readonly Word[],
): Section {
  return {
    name: 'limit',
    title,
    columns: [
      ...whoColumns(rows),
      ...methods.map((basis) => moneyColumn(basis, BASIS_HEADS[basis], 2)),
      moneyColumn('proposed', word('Proposed', 'Proposé')),
      { key: 'binding', head: word('Binding', 'Retenu'), kind: 'code' },
      moneyColumn('limit', word('Limit', 'Plafond')),
      moneyColumn('change', word('Change', 'Variation')),
      { key: 'reason', head: word('Remarks', 'Remarques'), kind: 'code', flow: 'wrap', spare: 3 },
    ],
    rows: { count: rows.length, at: (i) => cellsOf(rows[i] as ProposedLimit, methods) },
    totals: [],
    notes,
  };
}

function cellsOf(one: ProposedLimit, methods: readonly Basis[]): Cell[] {
  const amount = amountIn(one.known.currency);
  const { by, proposed, binding, limit, change, reasons } = one;
  return [
    ...whoCells(one),
    ...[...methods.map((basis) => by[basis]), proposed].map(amount),
    binding === undefined ? NONE : { kind: 'code', key: binding, word: BASIS_WORDS[binding] },
    ...[limit, change].map(amount),
    reasons.length === 0
      ? NONE
      : {
          kind: 'code',
          key: reasons.join(' '),
          word: word(
            reasons.map((reason) => REASON_WORDS[reason].en).join('; '),
            reasons.map((reason) => REASON_WORDS[reason].fr).join(' ; '),
          ),
        },
  ];
}
