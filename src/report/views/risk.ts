// How are scores shown? One row a customer and currency: score, class, each sub-score, how many signs warn, and why a score is missing or rests on less than all.

import { isoDay } from '../../core/day.ts';
import { rounded } from '../../core/fraction.ts';
import { shared } from '../../core/shared.ts';
import { type Word, word } from '../../core/word.ts';
import type { Unknown } from '../../measures/risk/figures.ts';
import type { Risk, RiskReason, RiskRow } from '../../measures/risk/risk.ts';
import { type RiskPolicy, SUB_SCORES, type SubScore } from '../../policy/scoring.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';

export const SUB_SCORE_NAMES: { readonly [key in SubScore]: Word } = {
  days_late: word('days late', 'retard moyen'),
  overdue: word('overdue', 'échu'),
  oldest: word('oldest', 'plus ancien'),
  usage: word('limit usage', 'plafond'),
  sales: word('sales', 'ventes'),
  frequency: word('frequency', 'fréquence'),
  incidents: word('incidents', 'incidents'),
  disputes: word('disputes', 'litiges'),
  legal: word('legal', 'juridique'),
};

const HEADS: { readonly [key in SubScore]: Word } = {
  days_late: word('Late', 'Retard'),
  overdue: word('Overdue', 'Échu'),
  oldest: word('Oldest', 'Ancien'),
  usage: word('Limit', 'Plafond'),
  sales: word('Sales', 'Ventes'),
  frequency: word('Rhythm', 'Rythme'),
  incidents: word('Incid.', 'Incid.'),
  disputes: word('Disp.', 'Litiges'),
  legal: word('Legal', 'Jurid.'),
};

export const UNKNOWN_NAMES: { readonly [key in Unknown]: Word } = {
  open_items_only: word('the ledger holds open items only', 'le grand livre ne contient que des postes ouverts'),
  nothing_paid: word('no payment in 12 months', 'aucun règlement sur 12 mois'),
  no_due_day: word('no agreed due day', 'aucune échéance convenue'),
  no_limit: word('no credit limit', 'pas de plafond'),
  limit_in_other_currency: word('the limit is in another currency', 'plafond dans une autre devise'),
  not_in_customers: word('not in a table of customers', 'absent de la table des clients'),
  history_too_short: word('the ledger does not reach back two years', 'le grand livre ne remonte pas à deux ans'),
  nothing_sold_before: word('nothing sold in the 12 months before', 'aucune vente sur les 12 mois précédents'),
  few_orders: word('fewer than 4 days of invoices in two years', 'moins de 4 jours de facturation en deux ans'),
  no_column_of_disputes: word('no column of disputes', 'aucune colonne de litiges'),
};

/** What a ledger lacks as a whole. */
const OF_ALL: ReadonlySet<Unknown> = new Set<Unknown>(['open_items_only', 'history_too_short', 'no_column_of_disputes']);

const REASONS: { readonly [key in RiskReason]: (row: RiskRow, policy: RiskPolicy) => Word } = {
  proceeding: () => word('collective proceeding', 'procédure collective'),
  open_items_only: () => UNKNOWN_NAMES.open_items_only,
  few_documents: ({ documents }, { history }) =>
    word(
      `no history: ${documents} of ${history.documents} documents paid`,
      `sans historique : ${documents} pièces réglées sur ${history.documents}`,
    ),
  few_months: (_, { history }) =>
    word(`no history: under ${history.months} months`, `sans historique : moins de ${history.months} mois`),
  nothing_known: () => word('nothing that has a weight is known', 'rien de pondéré n’est connu'),
};

const SUB_COLUMNS: readonly Column[] = SUB_SCORES.map((key) => ({
  ...{ key: `${key}_score`, head: HEADS[key], kind: 'number' as const },
}));

export function riskSection(risk: Risk, policy: RiskPolicy): Section {
  const rows = orderedRows(risk.rows);
  return {
    name: 'risk',
    title: word('Scores', 'Notes'),
    columns: [
      ...whoColumns(rows),
      { key: 'score', head: word('Score', 'Note'), kind: 'number' },
      { key: 'class', head: word('Class', 'Classe'), kind: 'code' },
      ...SUB_COLUMNS,
      { key: 'known', head: word('Known', 'Connu'), kind: 'percent', spare: 5 },
      { key: 'signs', head: word('Signs', 'Alertes'), kind: 'number', spare: 3 },
      { key: 'reason', head: word('Reason', 'Motif'), kind: 'code', flow: 'wrap', spare: 4 },
    ],
    rows: { count: rows.length, at: (i) => cellsOf(rows[i] as RiskRow, policy) },
    totals: [],
    notes: notesOf(risk, policy),
  };
}

/** By customer as everywhere. */
export function orderedRows(rows: readonly RiskRow[]): RiskRow[] {
  const order = defaultOrder(
    rows.map(({ id }) => id),
    shared(rows.map(({ name }) => name)),
    shared(rows.map(({ currency }) => currency)),
  );
  return Array.from(order, (i) => rows[i] as RiskRow);
}

/** A customer in two currencies stands in two rows, which only the currency tells apart. */
export function whoColumns(rows: readonly RiskRow[]): Column[] {
  const several = new Set(rows.map(({ currency }) => currency)).size > 1;
  const currency: Column = { key: 'currency', head: words.currency, kind: 'text', ...(several ? {} : { spare: 1 }) };
  return [...customerColumns(rows.map(({ name }) => name)), currency];
}

export function hundredths(value: number | undefined): Cell {
  return value === undefined ? NONE : { kind: 'number', value: value / 100, decimals: 2 };
}

export function whoCells({ id, name, currency }: RiskRow): Cell[] {
  return [text(id), text(name), text(currency)];
}

function cellsOf(row: RiskRow, policy: RiskPolicy): Cell[] {
  const { scored, figures } = row;
  return [
    ...whoCells(row),
    hundredths(row.score),
    row.class === undefined
      ? { kind: 'code', key: 'not_scored', word: word('not scored', 'non noté') }
      : { kind: 'code', key: row.class, word: word(row.class, row.class) },
    ...SUB_SCORES.map((key) => hundredths(figures[key].score)),
    scored.whole === 0 ? NONE : { kind: 'percent', share: scored.known / scored.whole },
    { kind: 'number', value: row.signs.length, decimals: 0 },
    reasonOf(row, policy),
  ];
}

/** Why there is no score; of a score what it does without. */
function reasonOf(row: RiskRow, policy: RiskPolicy): Cell {
  if (row.reason !== undefined) return { kind: 'code', key: row.reason, word: REASONS[row.reason](row, policy) };
  const without = SUB_SCORES.filter((key) => row.figures[key].unknown !== undefined && policy.weights[key] > 0);
  if (without.length === 0) return NONE;
  // People read under the table what no row has.
  const names = without.flatMap((key) => (OF_ALL.has(row.figures[key].unknown as Unknown) ? [] : [SUB_SCORE_NAMES[key]]));
  return {
    kind: 'code',
    key: `without ${without.map((key) => `${key}: ${row.figures[key].unknown}`).join('; ')}`,
    word:
      names.length === 0
        ? word('', '')
        : word(`without ${names.map(({ en }) => en).join(', ')}`, `sans ${names.map(({ fr }) => fr).join(', ')}`),
  };
}

function notesOf({ lacks, begins, rows, periods }: Risk, policy: RiskPolicy): Word[] {
  const least = (of: 'A' | 'B' | 'C'): string => String(policy.classes[of] / 100);
  const unscored = rows.filter((row) => row.class === undefined).length;
  const from = periods.yearBefore.from;
  return [
    word(
      `Score = Σ weight × sub-score ÷ Σ weight of what is known, 0 to 100: A from ${least('A')}, B from ${least('B')}, C from ${least('C')}, D below; a collective proceeding is 0 and D. What cannot be known leaves its weight to the others.`,
      `Note = Σ poids × sous-note ÷ Σ poids de ce qui est connu, de 0 à 100 : A à partir de ${least('A')}, B de ${least('B')}, C de ${least('C')}, D au-dessous ; une procédure collective vaut 0 et D. Ce qui ne peut être connu laisse son poids aux autres.`,
    ),
    ...(unscored > 0
      ? [
          word(
            `Not scored: ${unscored} of ${rows.length}, of whom too little is known; the sub-scores that are shown decide nothing.`,
            `Sans note : ${unscored} sur ${rows.length}, trop peu connus ; les sous-notes affichées ne décident de rien.`,
          ),
        ]
      : []),
    ...(lacks.history
      ? [
          word(
            'The ledger holds open items only: how late payments were, sales, rhythm and what came back and was paid since are not known.',
            'Le grand livre ne contient que des postes ouverts : retards de règlement, ventes, rythme et impayés réglés depuis ne sont pas connus.',
          ),
        ]
      : lacks.salesBefore
        ? [
            word(
              `Sales are not compared with the year before: the ledger begins on ${isoDay(begins)}, after ${isoDay(from)}.`,
              `Les ventes ne sont pas comparées à l’année précédente : le grand livre commence le ${dayFor('fr', begins)}, après le ${dayFor('fr', from)}.`,
            ),
          ]
        : []),
    ...(lacks.disputes
      ? [word('No column tells of disputes: they are not known.', 'Aucune colonne ne dit les litiges : ils ne sont pas connus.')]
      : []),
    ...(lacks.means
      ? [
          word(
            'No column tells means of payment: a change of them is not known, and a change of bank never is.',
            'Aucune colonne ne dit les modes de règlement : leur changement n’est pas connu, et celui de la banque ne l’est jamais.',
          ),
        ]
      : []),
  ];
}

/** Days, shares and ratios as the machine formats round them. */
export function figureCell(unit: 'days' | 'share' | 'times' | 'count', value: Parameters<typeof rounded>[0]): Cell {
  if (unit === 'share') return { kind: 'percent', share: rounded(value, 4) };
  // Averages have decimals, days that were counted have none.
  const decimals = unit === 'count' || (unit === 'days' && value.denominator === 1n) ? 0 : 2;
  return { kind: 'number', value: rounded(value, decimals), decimals };
}

export const UNIT_NAMES = {
  days: word('days', 'jours'),
  share: word('share', 'part'),
  times: word('times the median', 'fois la médiane'),
  count: word('count', 'nombre'),
} as const;
