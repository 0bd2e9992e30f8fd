// Where does a figure come from? For each key its formula, its source and its working on the ledger at hand.
import type { Currency } from '../../core/currency.ts';
import { type Word, word } from '../../core/word.ts';
import { amountFor, plainAmount } from '../../text/amounts.ts';
import type { Cell, Column, ReportControl, Section } from '../report.ts';

/** `working` is told in each language for people; `plain` is the same for machines, with dots and no grouping. */
export type Explanation = {
  readonly key: string;
  readonly formula: Word;
  readonly source: Word;
  readonly working: Word;
  readonly plain: string;
};

export type Working = Pick<Explanation, 'working' | 'plain'>;

export function explainSection(explanations: readonly Explanation[]): Section {
  const prose = (key: string, head: Word): Column => ({ key, head, kind: 'code', flow: 'wrap' });
  const said = (told: Word, key = told.en): Cell => ({ kind: 'code', key, word: told });
  return {
    name: 'explain',
    title: word('Where the figures come from', 'D’où viennent les chiffres'),
    columns: [
      { key: 'key', head: word('Key', 'Clé'), kind: 'text' },
      prose('formula', word('Formula', 'Formule')),
      { ...prose('source', word('Source', 'Source')), spare: 1 },
      prose('working', word('Working', 'Calcul')),
    ],
    rows: {
      count: explanations.length,
      at: (i) => {
        const e = explanations[i] as Explanation;
        return [{ kind: 'text', text: e.key }, said(e.formula), said(e.source), said(e.working, e.plain)];
      },
    },
    totals: [],
    notes: [],
  };
}

/** What every report is held against. */
export function controlExplained(control: readonly ReportControl[]): Explanation {
  return {
    key: 'control',
    formula: control.some((line) => line.tolerance !== undefined)
      ? word(
          'Σ postings − Σ settled by columns − Σ closed within the tolerance = Σ open',
          'Σ écritures − Σ soldé par les colonnes − Σ soldé par la tolérance = Σ ouvert',
        )
      : word('Σ postings − Σ settled by columns = Σ open', 'Σ écritures − Σ soldé par les colonnes = Σ ouvert'),
    source: word('sums kept while reading, beside the columns', 'sommes tenues à la lecture, à côté des colonnes'),
    ...told(control, ({ postings, settledByColumns, tolerance, open }, money) => {
      const taken = tolerance === undefined ? [settledByColumns] : [settledByColumns, tolerance];
      return `${[postings, ...taken].map(money).join(' − ')} = ${money(open)}`;
    }),
  };
}

/** The code comes first, so that a negative amount does not begin the text of a spreadsheet's cell. */
export function told<L extends { readonly currency: Currency }>(
  lines: readonly L[],
  say: (line: L, money: (amount: number) => string) => string,
): Working {
  const join = (form: (amount: number, currency: Currency) => string): string =>
    lines.map((line) => `${line.currency} ${say(line, (amount) => form(amount, line.currency))}`).join('; ');
  return {
    working: word(
      join((amount, currency) => amountFor('en', amount, currency)),
      join((amount, currency) => amountFor('fr', amount, currency)),
    ),
    plain: join(plainAmount),
  };
}
