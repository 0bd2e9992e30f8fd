// Who needs more credit than may be given, and what to do about it? For `ar limit --shortfall`.
import { word } from '../../core/word.ts';
import type { Shortfall } from '../../measures/shortfall.ts';
import { type Cell, NONE, type Section } from '../report.ts';
import { amountIn, moneyColumn, whoCells, whoColumns } from './limit-cells.ts';
import { BASIS_WORDS } from './limit-words.ts';

export function shortfallSection(found: readonly Shortfall[]): Section {
  return {
    name: 'shortfall',
    title: word('Who needs more than may be owed', 'Qui a besoin de plus que ce qui peut être dû'),
    columns: [
      ...whoColumns(found.map(({ of }) => of)),
      moneyColumn('need', word('Need', 'Besoin')),
      moneyColumn('proposed', word('Proposed', 'Proposé')),
      moneyColumn('shortfall', word('Missing', 'Manque')),
      { key: 'binding', head: word('Binding', 'Retenu'), kind: 'code', spare: 1 },
      { key: 'fitting_terms', head: word('Terms that fit', 'Délai tenable'), kind: 'days' },
      { key: 'to_do', head: word('What to do', 'Que faire'), kind: 'code', flow: 'wrap' },
    ],
    rows: { count: found.length, at: (i) => cellsOf(found[i] as Shortfall) },
    totals: [],
    follows: ['customer', 'currency'],
    notes:
      found.length > 0
        ? []
        : [word('Nobody needs more than is proposed.', 'Personne n’a besoin de plus que ce qui est proposé.')],
  };
}

function cellsOf({ of, need, missing, fittingTerms }: Shortfall): Cell[] {
  const { binding, proposed, known } = of;
  const amount = amountIn(known.currency);
  return [
    ...whoCells(of),
    ...[need, proposed, missing].map(amount),
    binding === undefined ? NONE : { kind: 'code', key: binding, word: BASIS_WORDS[binding] },
    fittingTerms === undefined ? NONE : { kind: 'days', days: fittingTerms },
    toDo(binding === 'proceeding', fittingTerms),
  ];
}

function toDo(isOpen: boolean, fittingTerms: number | undefined): Cell {
  if (isOpen)
    return {
      kind: 'code',
      key: 'pay_in_advance',
      word: word('deliver against payment in advance', 'livrer contre paiement d’avance'),
    };
  if (fittingTerms === undefined) {
    const what = word('ask for a guarantee or a deposit of what is missing', 'demander une garantie ou un acompte du manque');
    return { kind: 'code', key: 'guarantee_or_deposit', word: what };
  }
  return {
    kind: 'code',
    key: 'guarantee_deposit_or_terms',
    word: word(
      `ask for a guarantee or a deposit of what is missing, or agree terms of ${fittingTerms} days at the most`,
      `demander une garantie ou un acompte du manque, ou convenir d’un délai de ${fittingTerms} jours au plus`,
    ),
  };
}
