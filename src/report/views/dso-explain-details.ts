// Where do the variants of a DSO come from, and what a target would bring? The lines of `ar dso --explain` for the sections details and target.
import { minus } from '../../core/fraction.ts';
import { type Word, word } from '../../core/word.ts';
import type { DsoRequest } from '../../measures/dso/dso.ts';
import type { AtLeast, DsoRow } from '../../measures/dso/dso-row.ts';
import type { Reached, Target } from '../../measures/dso/target.ts';
import { cashWord, type Line, salesWord, settledWord } from './dso-lines.ts';
import { bigMoney, quotient, type Say } from './dso-working.ts';

/** A target with what reaching it would bring; `costs`: a project was named. */
export type Reaching = Target & { readonly of: (row: DsoRow) => Reached; readonly costs: boolean };

export function ofDetails(request: DsoRequest): Line[] {
  return [...ofForms(request), ...ofLateness(request), ...ofCounts()];
}

function ofForms(request: DsoRequest): Line[] {
  const source = salesWord(request);
  const atLeast =
    (of: (row: DsoRow) => AtLeast | undefined): Line['say'] =>
    (row, { days }) => {
      const found = of(row);
      return found === undefined ? undefined : `Σ ${found.isMore ? '> ' : '= '}${days(found.days)}`;
    };
  return [
    {
      key: 'dso_true',
      formula: word(
        'Σ open invoices: days since the invoice × open ÷ sales of its month',
        'Σ factures ouvertes : jours depuis la facture × restant dû ÷ ventes de son mois',
      ),
      source,
      say: atLeast(({ byInvoice }) => byInvoice),
    },
    {
      key: 'dso_weighted',
      formula: word(
        'Σ months: open of the month’s invoices ÷ its sales × its days',
        'Σ mois : restant dû des factures du mois ÷ ventes du mois × ses jours',
      ),
      source,
      say: atLeast(({ weighted }) => weighted),
    },
    {
      key: 'dso_average',
      formula: word(
        '(receivable at the begin of the window + receivable) ÷ 2 × days ÷ sales of the window',
        '(créances en début de période + créances) ÷ 2 × jours ÷ ventes de la période',
      ),
      source,
      say: ({ windowOpening, receivable, over, average }, { money, days }) =>
        windowOpening === undefined || receivable === undefined || over === undefined || average === undefined
          ? undefined
          : `(${money(windowOpening)} + ${money(receivable)}) ÷ 2 × ${over.days} ÷ ${money(over.sales)} = ${days(average)}`,
    },
    {
      key: 'dso_beyond_terms',
      formula: word('best possible DSO − terms granted', 'DSO optimal − délai accordé'),
      source: word('the columns of the report', 'colonnes du rapport'),
      say: ({ bestPossible, flow, beyondTerms }, { days }) =>
        bestPossible === undefined || flow.terms === undefined || beyondTerms === undefined
          ? undefined
          : `${days(bestPossible)} − ${days(flow.terms)} = ${days(beyondTerms)}`,
    },
    {
      key: 'dso_disputed',
      formula: word('disputed × days ÷ sales of the window', 'litiges × jours ÷ ventes de la période'),
      source,
      say: ({ disputed, over, ofDisputed }, { money, days }) =>
        disputed === undefined || over === undefined || ofDisputed === undefined
          ? undefined
          : `${money(disputed)} × ${over.days} ÷ ${money(over.sales)} = ${days(ofDisputed)}`,
    },
  ];
}

function ofLateness({ window }: DsoRequest): Line[] {
  const source = cashWord(window);
  const average =
    (of: (row: DsoRow) => DsoRow['simple']): Line['say'] =>
    (row, say) =>
      quotient(of(row), say, say.days);
  return [
    {
      key: 'days_late_floored',
      formula: word('Σ paid × max(0, payment − due) ÷ Σ paid', 'Σ réglé × max(0, règlement − échéance) ÷ Σ réglé'),
      source,
      say: average(({ flow }) => flow.daysLateFloored),
    },
    {
      key: 'days_late_open',
      formula: word('Σ open and late × (day − due) ÷ Σ open and late', 'Σ ouvert échu × (date − échéance) ÷ Σ ouvert échu'),
      source: settledWord,
      say: average(({ daysLateOpen }) => daysLateOpen),
    },
    {
      key: 'days_late_to_date',
      formula: word(
        'days late of what was paid and of what is open and late, together',
        'retard du réglé et de l’ouvert échu, ensemble',
      ),
      source,
      say: average(({ daysLateToDate }) => daysLateToDate),
    },
    {
      key: 'late_rate_paid',
      formula: word('paid after the due day ÷ paid', 'réglé après échéance ÷ réglé'),
      source,
      say: ({ flow }, say) => quotient(flow.paidLateRate, say, say.percent),
    },
  ];
}

function ofCounts(): Line[] {
  const source = word('invoices of the window', 'factures de la période');
  const line = (key: string, formula: Word, part: (row: DsoRow) => number, of: (row: DsoRow) => DsoRow['cei']): Line => ({
    key,
    formula,
    source,
    say: (row: DsoRow, { percent }: Say) => {
      const found = of(row);
      return found === undefined ? undefined : `${part(row)} ÷ ${row.flow.invoices} = ${percent(found)}`;
    },
  });
  return [
    line(
      'late_rate_count',
      word('invoices paid late or open past their due day ÷ invoices', 'factures réglées en retard ou échues ÷ factures'),
      ({ flow }) => flow.invoicesLate,
      ({ flow }) => flow.lateCountRate,
    ),
    line(
      'dispute_rate_count',
      word('invoices in dispute ÷ invoices', 'factures en litige ÷ factures'),
      ({ flow }) => flow.invoicesDisputed,
      ({ flow }) => flow.disputedCountRate,
    ),
  ];
}

export function ofTarget({ yearDays }: DsoRequest, target: Reaching | undefined): Line[] {
  if (target === undefined) return [];
  const { days: aim, costOfMoney } = target;
  const source = word('option --target', 'option --target');
  return [
    {
      key: 'cash_released',
      formula: word(`(DSO − target) × sales of a year ÷ ${yearDays}`, `(DSO − objectif) × ventes d’un an ÷ ${yearDays}`),
      source,
      say: (row, { money, days }) => {
        const { cash } = target.of(row);
        if (row.simple === undefined || row.year === undefined || cash === undefined) return undefined;
        return `${days(minus(row.simple, aim))} × ${bigMoney(row.year.sales, money)} ÷ ${yearDays} = ${money(cash)}`;
      },
    },
    ...(costOfMoney === undefined
      ? []
      : [
          {
            key: 'yearly_saving',
            formula: word(
              'cash released × cost of money, before either is rounded',
              'trésorerie libérée × coût de l’argent, avant arrondi',
            ),
            source: word('option --cost-of-money', 'option --cost-of-money'),
            say: (row: DsoRow, { money, rate }: Say) => {
              const { cash, saving } = target.of(row);
              return cash === undefined || saving === undefined
                ? undefined
                : `${money(cash)} × ${rate(costOfMoney)} = ${money(saving)}`;
            },
          },
        ]),
    ...(target.costs ? ofProject(target) : []),
  ];
}

function ofProject(target: Reaching): Line[] {
  const source = word('options --project-cost, --avoided-losses', 'options --project-cost, --avoided-losses');
  return [
    {
      key: 'project_return',
      formula: word('(saving + losses avoided − cost) ÷ cost', '(économie + pertes évitées − coût) ÷ coût'),
      source,
      say: (row, { money, percent }) => {
        const { saving = 0, losses = 0, cost, projectReturn } = target.of(row);
        if (cost === undefined || projectReturn === undefined) return undefined;
        return `(${money(saving)} + ${money(losses)} − ${money(cost)}) ÷ ${money(cost)} = ${percent(projectReturn)}`;
      },
    },
    {
      key: 'payback_months',
      formula: word('12 × cost ÷ (saving + losses avoided)', '12 × coût ÷ (économie + pertes évitées)'),
      source,
      say: (row, { money, days }) => {
        const { saving = 0, losses = 0, cost, payback } = target.of(row);
        return cost === undefined || payback === undefined
          ? undefined
          : `12 × ${money(cost)} ÷ (${money(saving)} + ${money(losses)}) = ${days(payback)}`;
      },
    },
  ];
}
