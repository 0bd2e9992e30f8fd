// How is DSO shown? A line a month and currency, or a customer or group at the as-of day: the columns of the contract, then what they rest on; and the variants in a section of their own.
import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { monthText } from '../../core/month.ts';
import { shared } from '../../core/shared.ts';
import { type Word, word } from '../../core/word.ts';
import type { Dso, DsoRequest } from '../../measures/dso/dso.ts';
import type { DsoRow } from '../../measures/dso/dso-row.ts';
import type { BonusMeasure } from '../../policy/bonus.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../group-order.ts';
import { type Cell, type Chart, type Column, type Section, text } from '../report.ts';
import { groupColumns, namesTold } from './age.ts';
import { atLeastCell, boundCell, countCell, daysCell, moneyCell, ratioCell, seriesCell, shareCell } from './dso-cells.ts';
import { dsoNotes } from './dso-notes.ts';

type Shown = { readonly column: Column; readonly cell: (row: DsoRow, currency: Currency) => Cell };

/** Lines of the report, and who or which month each is of. */
export type DsoLines = {
  readonly rows: readonly DsoRow[];
  readonly heads: readonly Column[];
  readonly who: (row: DsoRow) => Cell[];
};

export function dsoSection(lines: DsoLines, found: Dso, request: DsoRequest): Section {
  const isByGroup = request.by !== undefined;
  const notes = dsoNotes(found, request);
  if (isByGroup) return section('dso', titleOf(request.asOf), lines, [...FIGURES, TREND], notes);
  return { ...section('dso', titleOf(request.asOf), lines, FIGURES, notes), chart: BY_MONTH };
}

const BY_MONTH: Chart = {
  kind: 'lines',
  title: word('DSO by month, in days', 'DSO par mois, en jours'),
  at: 'month',
  lines: ['dso_count_back', 'dso', 'dso_best_possible'],
};

export function detailsSection(lines: DsoLines): Section {
  const details = section('details', word('Variants and what they rest on', 'Variantes et bases de calcul'), lines, DETAILS, []);
  return { ...details, follows: lines.heads.map(({ key }) => key) };
}

function section(
  name: string,
  title: Word,
  { rows, heads, who }: DsoLines,
  shown: readonly Shown[],
  notes: readonly Word[],
): Section {
  return {
    name,
    title,
    columns: [...heads, ...shown.map(({ column }) => column)],
    rows: {
      count: rows.length,
      at: (i) => {
        const row = rows[i] as DsoRow;
        return [...who(row), ...shown.map(({ cell }) => cell(row, row.group.currency))];
      },
    },
    totals: [],
    notes,
  };
}

/** By month as they come; by group in the order of names. */
export function dsoLines({ rows }: Dso, { by }: DsoRequest): DsoLines {
  const currency = (row: DsoRow): Cell => text(row.group.currency);
  if (by === undefined) {
    return {
      rows,
      heads: [
        { key: 'month', head: word('Month', 'Mois'), kind: 'text' },
        {
          key: 'currency',
          head: words.currency,
          kind: 'text',
          spare: rows.some((row) => row.group.currency !== rows[0]?.group.currency) ? 0 : 7,
        },
      ],
      who: (row) => [text(monthText(row.month)), currency(row)],
    };
  }
  const names = shared(rows.map(({ group }) => group.name));
  const order = defaultOrder(
    rows.map(({ group }) => group.id),
    names,
    shared(rows.map(({ group }) => group.currency)),
  );
  return {
    rows: Array.from(order, (i) => rows[i] as DsoRow),
    heads: groupColumns(by.groupBy, namesTold(names.texts)),
    who: (row) => [text(row.group.id), ...(by.groupBy === 'customer' ? [text(row.group.name)] : []), currency(row)],
  };
}

export function titleOf(asOf: Day): Word {
  return word(`DSO as of ${isoDay(asOf)}`, `DSO au ${dayFor('fr', asOf)}`);
}

function money(key: string, head: Word, amount: (row: DsoRow) => number | undefined, spare = 0): Shown {
  return { column: { key, head, kind: 'money', spare }, cell: (row, currency) => moneyCell(amount(row), currency) };
}

function figure(key: string, head: Word, cell: (row: DsoRow) => Cell, spare = 0, more: Partial<Column> = {}): Shown {
  return { column: { key, head, kind: 'number', spare, ...more }, cell };
}

function share(key: string, head: Word, of: (row: DsoRow) => DsoRow['cei'], spare = 0): Shown {
  return { column: { key, head, kind: 'percent', spare }, cell: (row) => shareCell(of(row)) };
}

const FIGURES: readonly Shown[] = [
  money('receivable', word('Receivable', 'Créances'), (row) => row.receivable),
  money('overdue', words.overdue, (row) => row.overdue, 3),
  money('sales', word('Sales', 'Ventes TTC'), (row) => row.sales, 2),
  figure('dso_count_back', word('Count-back', 'Épuisement'), (row) => atLeastCell(row.countBack)),
  figure('dso', word('DSO', 'DSO'), (row) => daysCell(row.simple)),
  figure('dso_best_possible', word('Best', 'Optimal'), (row) => daysCell(row.bestPossible), 1),
  figure('dso_delinquent', word('Delinquent', 'De retard'), (row) => daysCell(row.delinquent), 1),
  money('day_value', word('A day', 'Un jour'), (row) => row.dayValue, 6),
  figure('receivable_turns', word('Turns', 'Rotation'), (row) => ratioCell(row.turns), 8),
  share('cei', word('CEI', 'IER'), (row) => row.cei, 4),
  figure('terms_granted', word('Terms', 'Accordé'), (row) => daysCell(row.flow.terms), 5),
  figure('days_to_pay', word('To pay', 'Règlement'), (row) => daysCell(row.flow.daysToPay), 2),
  figure('days_late', word('Late', 'Retard'), (row) => daysCell(row.flow.daysLate), 2),
  share('late_rate', word('Late %', '% échu'), (row) => row.lateRate, 6),
  share('dispute_rate', word('Disputed %', '% litige'), (row) => row.disputeRate, 9),
  {
    column: { key: 'measured_on', head: word('Measured', 'Mesuré le'), kind: 'day', spare: 10 },
    cell: (row) => ({ kind: 'day', day: row.day }),
  },
  figure('dso_more_than', word('More than', 'Plus de'), (row) => boundCell(row.countBack), 0, { forMachines: true }),
];

const TREND: Shown = {
  column: { key: 'trend', head: word('Count-back by month', 'Épuisement par mois'), kind: 'series', spare: 5 },
  cell: (row) => seriesCell(row.trend),
};

const DETAILS: readonly Shown[] = [
  money('window_sales', word('Sales of the window', 'Ventes de la période'), (row) => row.over?.sales),
  figure('window_days', word('Days', 'Jours'), (row) =>
    row.over === undefined ? daysCell(undefined) : countCell(row.over.days),
  ),
  figure('dso_true', word('True DSO', 'DSO par facture'), (row) => atLeastCell(row.byInvoice)),
  figure('dso_weighted', word('By sales of its months', 'DSO pondéré'), (row) => atLeastCell(row.weighted), 5),
  figure('dso_average', word('Average balance', 'Encours moyen'), (row) => daysCell(row.average), 4),
  figure('dso_beyond_terms', word('Beyond terms', 'Au-delà des conditions'), (row) => daysCell(row.beyondTerms), 4),
  figure('dso_disputed', word('Disputed', 'En litige'), (row) => daysCell(row.ofDisputed), 3),
  figure('days_late_floored', word('Late, early as 0', 'Retard, avance à 0'), (row) => daysCell(row.flow.daysLateFloored)),
  figure('days_late_open', word('Late, open', 'Retard, ouvert'), (row) => daysCell(row.daysLateOpen), 1),
  figure('days_late_to_date', word('Late to date', 'Retard à date'), (row) => daysCell(row.daysLateToDate)),
  money('paid', word('Paid in cash', 'Encaissé'), (row) => row.paid, 2),
  share('late_rate_paid', word('Paid late %', '% réglé en retard'), (row) => row.flow.paidLateRate, 2),
  figure('invoices', word('Invoices', 'Factures'), (row) => countCell(row.flow.invoices), 6),
  figure('invoices_late', word('Late', 'En retard'), (row) => countCell(row.flow.invoicesLate), 6),
  share('late_rate_count', word('Late %', '% en retard'), (row) => row.flow.lateCountRate, 6),
  figure('invoices_disputed', word('Disputed', 'Litigieuses'), (row) => countCell(row.flow.invoicesDisputed), 7),
  share('dispute_rate_count', word('Disputed %', '% litigieuses'), (row) => row.flow.disputedCountRate, 7),
  figure('dso_true_more_than', word('More than', 'Plus de'), (row) => boundCell(row.byInvoice), 0, { forMachines: true }),
  figure('dso_weighted_more_than', word('More than', 'Plus de'), (row) => boundCell(row.weighted), 0, { forMachines: true }),
  money('collected', word('Collected in the month', 'Encaissé du mois'), (row) => row.collection.cash, 3),
  share('collection_rate', word('Collection rate', 'Taux de recouvrement'), (row) => row.collection.rate, 1),
  money('overdue_opening', word('Overdue at its begin', 'Échu au début'), (row) => row.collection.overdueOpening, 8),
  money('overdue_collected', word('Of it collected', 'Dont encaissé'), (row) => row.collection.overdueCollected, 8),
  share('overdue_recovery', word('Recovery on overdue', 'Recouvrement de l’échu'), (row) => row.collection.recovery, 1),
];

/** How a figure is called that a bonus may be made of. */
export function headOf(key: BonusMeasure): Word {
  return [...FIGURES, ...DETAILS].find(({ column }) => column.key === key)?.column.head as Word;
}
