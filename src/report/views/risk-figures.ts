// Which figures are behind the sub-scores (`ar risk --detail`), and by which rule did each become one (`--explain`)?
import { type Fraction, rounded } from '../../core/fraction.ts';
import { minor } from '../../core/money.ts';
import { mulDiv } from '../../core/rounding.ts';
import { type Lang, type Word, word } from '../../core/word.ts';
import type { Risk, RiskRow } from '../../measures/risk/risk.ts';
import { MEASURED_IN, type Unit } from '../../policy/parse-scoring.ts';
import { type Measured, type RiskPolicy, SUB_SCORES, type SubScore } from '../../policy/scoring.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section } from '../report.ts';
import { type Explanation, explainSection } from './explain.ts';
import { figureCell, hundredths, orderedRows, SUB_SCORE_NAMES, UNIT_NAMES, UNKNOWN_NAMES, whoCells, whoColumns } from './risk.ts';

const COLUMNS: readonly Column[] = [
  { key: 'sub_score', head: word('Sub-score', 'Sous-note'), kind: 'code' },
  { key: 'figure', head: word('Figure', 'Valeur'), kind: 'number' },
  { key: 'unit', head: word('Unit', 'Unité'), kind: 'code', spare: 1 },
  { key: 'amount', head: words.amount, kind: 'money', spare: 2 },
  { key: 'of', head: word('Of', 'Sur'), kind: 'money', spare: 2 },
  { key: 'score', head: word('Score', 'Note'), kind: 'number' },
  { key: 'weight', head: word('Weight', 'Poids'), kind: 'number' },
  { key: 'points', head: word('Points', 'Points'), kind: 'number' },
  { key: 'unknown', head: word('Not known', 'Non connu'), kind: 'code', flow: 'wrap', spare: 3 },
];

/** Nine rows a customer and currency. */
export function riskFiguresSection(rows: readonly RiskRow[], policy: RiskPolicy): Section {
  const ordered = orderedRows(rows);
  const each = SUB_SCORES.length;
  return {
    name: 'figures',
    title: word('Figures behind the scores', 'Chiffres derrière les notes'),
    columns: [...whoColumns(ordered), ...COLUMNS],
    rows: {
      count: ordered.length * each,
      at: (i) => cellsOf(ordered[Math.floor(i / each)] as RiskRow, SUB_SCORES[i % each] as SubScore, policy),
    },
    totals: [],
    follows: ['customer', 'currency'],
    notes: [
      word(
        'Points = weight × sub-score ÷ Σ weight of what is known: together they are the score, but for what is rounded.',
        'Points = poids × sous-note ÷ Σ poids de ce qui est connu : leur somme est la note, aux arrondis près.',
      ),
    ],
  };
}

function cellsOf(row: RiskRow, key: SubScore, { weights }: RiskPolicy): Cell[] {
  const { figure, score, unknown, amounts } = row.figures[key];
  const unit = key === 'legal' ? undefined : unitOf(key);
  const money = (amount: number | undefined): Cell =>
    amount === undefined ? NONE : { kind: 'money', amount: minor(amount), currency: row.currency };
  return [
    ...whoCells(row),
    { kind: 'code', key, word: SUB_SCORE_NAMES[key] },
    figure === undefined || unit === undefined ? NONE : figureCell(unit, figure),
    unit === undefined ? NONE : { kind: 'code', key: unit, word: UNIT_NAMES[unit] },
    money(amounts?.amount),
    money(amounts?.of),
    hundredths(score),
    { kind: 'number', value: weights[key], decimals: 0 },
    score === undefined || row.scored.known === 0
      ? NONE
      : hundredths(mulDiv(weights[key] * score, 1, row.scored.known, 'half-up')),
    unknown === undefined ? NONE : { kind: 'code', key: unknown, word: UNKNOWN_NAMES[unknown] },
  ];
}

function unitOf(key: Measured): Exclude<Unit, 'amount'> {
  return MEASURED_IN[key] as Exclude<Unit, 'amount'>;
}

const FORMULAS: { readonly [key in SubScore]: Word } = {
  days_late: word(
    'Σ paid × (day paid − due day) ÷ Σ paid, of the cash of 12 months',
    'Σ payé × (jour du règlement − échéance) ÷ Σ payé, encaissements de 12 mois',
  ),
  overdue: word('open past its agreed due day ÷ open with one', 'ouvert échu ÷ ouvert à échéance convenue'),
  oldest: word('days late of the oldest open item', 'jours de retard du plus ancien poste ouvert'),
  usage: word('exposure ÷ credit_limit of --customers', 'encours ÷ credit_limit de --customers'),
  sales: word(
    '(invoices less credit notes of 12 months − those of the 12 before) ÷ those before',
    '(factures moins avoirs de 12 mois − ceux des 12 précédents) ÷ ceux-ci',
  ),
  frequency: word(
    'days since the last invoice ÷ median of the days between invoices of two years',
    'jours depuis la dernière facture ÷ médiane des jours entre factures de deux ans',
  ),
  incidents: word('payments returned in 12 months', 'impayés sur 12 mois'),
  disputes: word('in dispute ÷ open debits', 'en litige ÷ débits ouverts'),
  legal: word(
    '0 for a proceeding or a legal status in --customers, else 100',
    '0 pour une procédure ou un statut juridique dans --customers, sinon 100',
  ),
};

export function riskExplained({ rows }: Risk, policy: RiskPolicy): Section {
  const knownOf = (key: SubScore): Explanation => {
    const count = rows.filter(({ figures }) => figures[key].score !== undefined).length;
    return {
      ...{ key: `${key}_score`, formula: FORMULAS[key], source: rangeOf(key, policy), plain: `${count} of ${rows.length}` },
      working: word(`known of ${count} of ${rows.length} rows`, `connu de ${count} lignes sur ${rows.length}`),
    };
  };
  const scored = rows.filter(({ score }) => score !== undefined).length;
  const { weights, history } = policy;
  const listed = SUB_SCORES.map((key) => `${key} ${weights[key]}`).join(', ');
  return explainSection([
    {
      ...{ key: 'score', plain: `${scored} of ${rows.length}` },
      formula: word('Σ weight × sub-score ÷ Σ weight, of what is known', 'Σ poids × sous-note ÷ Σ poids, de ce qui est connu'),
      source: word(
        `weights ${listed}; scored from ${history.documents} documents paid whole and ${history.months} months on; [risk] in ar.toml`,
        `poids ${listed} ; noté à partir de ${history.documents} pièces réglées et ${history.months} mois ; [risk] dans ar.toml`,
      ),
      working: word(`${scored} of ${rows.length} rows scored`, `${scored} lignes notées sur ${rows.length}`),
    },
    ...SUB_SCORES.map(knownOf),
  ]);
}

function rangeOf(key: SubScore, { best, worst, weights }: RiskPolicy): Word {
  const weight = word(`weight ${weights[key]}`, `poids ${weights[key]}`);
  if (key === 'legal') return weight;
  const sign = key === 'sales' ? '−' : '';
  const said = (value: Fraction, lang: Lang): string => figureText(value, unitOf(key), lang);
  return word(
    `${weight.en}; 100 up to ${said(best[key], 'en')}, 0 from ${sign}${said(worst[key], 'en')} on, in a line between`,
    `${weight.fr} ; 100 jusqu’à ${said(best[key], 'fr')}, 0 à partir de ${sign}${said(worst[key], 'fr')}, linéaire entre les deux`,
  );
}

function figureText(value: Fraction, unit: Exclude<Unit, 'amount'>, lang: Lang): string {
  if (unit !== 'share') return `${rounded(value, 2)} ${UNIT_NAMES[unit][lang]}`;
  const percent = rounded({ ...value, numerator: value.numerator * 100n }, 2);
  return lang === 'fr' ? `${String(percent).replace('.', ',')} %` : `${percent}%`;
}
