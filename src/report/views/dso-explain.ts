// Where does each figure of a DSO come from? Formula, source and working for `ar dso --explain`: of each currency on the as-of day, or of the first customer or group of the report.
import { word } from '../../core/word.ts';
import type { Bonus } from '../../measures/dso/bonus.ts';
import type { Dso, DsoRequest } from '../../measures/dso/dso.ts';
import type { DsoRow } from '../../measures/dso/dso-row.ts';
import type { ReportControl, Section } from '../report.ts';
import type { DsoLines } from './dso.ts';
import { ofBonus, ofCollection } from './dso-explain-collected.ts';
import { ofDetails, ofTarget, type Reaching } from './dso-explain-details.ts';
import { cashWord, type Line, salesWord, settledWord } from './dso-lines.ts';
import { bigMoney, quotient, type Say, worked } from './dso-working.ts';
import { controlExplained, type Explanation, explainSection } from './explain.ts';

export function dsoExplained(
  found: Dso,
  lines: DsoLines,
  request: DsoRequest,
  target: Reaching | undefined,
  bonus: ((row: DsoRow) => Bonus) | undefined,
  control: readonly ReportControl[],
): Section {
  const isByGroup = request.by !== undefined;
  const rows = isByGroup ? lines.rows.slice(0, 1) : lines.rows.filter(({ day }) => day === request.asOf);
  const all = [
    ...balances(found, isByGroup),
    ...ofSales(request),
    ...ofYear(request),
    ...ofPayments(request),
    ...ofDetails(request),
    ...ofCollection(request),
    ...ofTarget(request, target),
    ...ofBonus(bonus),
  ];
  return explainSection([
    ...all.map(({ key, formula, source, say }): Explanation => ({ key, formula, source, ...worked(rows, say) })),
    controlExplained(control),
  ]);
}

function balances({ bridges, slots }: Dso, isByGroup: boolean): Line[] {
  const bridged = (row: DsoRow, { money }: Say): string | undefined => {
    const bridge = bridges[slots.currencyOf[row.slot] as number];
    if (isByGroup || bridge === undefined) return row.receivable === undefined ? undefined : money(row.receivable);
    const { total, aside, inCredit, receivable } = bridge;
    const taken = [...aside, inCredit].map((part) => (part < 0 ? ` + ${money(0 - part)}` : ` − ${money(part)}`));
    return `${money(total)}${taken.join('')} = ${money(receivable)}`;
  };
  return [
    {
      key: 'receivable',
      formula: word(
        'total of ar age − doubtful − retentions − accruals − customers in credit',
        'total de ar age − douteux − retenues − factures à établir − clients créditeurs',
      ),
      source: settledWord,
      say: bridged,
    },
    {
      key: 'overdue',
      formula: word(
        'Σ customers: min(debits past their due day, receivable)',
        'Σ clients : min(débits dont l’échéance est passée, créances)',
      ),
      source: settledWord,
      say: ({ overdue }, { money }) => (overdue === undefined ? undefined : money(overdue)),
    },
  ];
}

function ofSales(request: DsoRequest): Line[] {
  const source = salesWord(request);
  const inDays =
    (amount: (row: DsoRow) => number | undefined, result: (row: DsoRow) => DsoRow['simple']) =>
    (row: DsoRow, { money, days }: Say): string | undefined => {
      const [of, found] = [amount(row), result(row)];
      if (of === undefined || found === undefined || row.over === undefined) return undefined;
      return `${money(of)} × ${row.over.days} ÷ ${money(row.over.sales)} = ${days(found)}`;
    };
  return [
    {
      key: 'sales',
      formula: word('Σ invoices − credit notes of the month', 'Σ factures − avoirs du mois'),
      source,
      say: ({ sales }, { money }) => (sales === undefined ? undefined : money(sales)),
    },
    {
      key: 'dso_count_back',
      formula: word(
        'months of sales from the latest back until the receivable is used up, the last in part',
        'mois de ventes à rebours jusqu’à épuisement des créances, le dernier au prorata',
      ),
      source,
      say: (row, say) => say.countBack(row),
    },
    {
      key: 'dso',
      formula: word('receivable × days ÷ sales of the window', 'créances × jours ÷ ventes de la période'),
      source,
      say: inDays(
        ({ receivable }) => receivable,
        ({ simple }) => simple,
      ),
    },
    {
      key: 'dso_best_possible',
      formula: word('(receivable − overdue) × days ÷ sales of the window', '(créances − échu) × jours ÷ ventes de la période'),
      source,
      say: inDays(
        ({ receivable, overdue }) => (receivable === undefined || overdue === undefined ? undefined : receivable - overdue),
        ({ bestPossible }) => bestPossible,
      ),
    },
    {
      key: 'dso_delinquent',
      formula: word('overdue × days ÷ sales of the window = DSO − best', 'échu × jours ÷ ventes de la période = DSO − optimal'),
      source,
      say: inDays(
        ({ overdue }) => overdue,
        ({ delinquent }) => delinquent,
      ),
    },
  ];
}

function ofYear(request: DsoRequest): Line[] {
  const source = salesWord(request);
  return [
    {
      key: 'day_value',
      formula: word(`sales of a year ÷ ${request.yearDays}`, `ventes d’un an ÷ ${request.yearDays}`),
      source,
      say: ({ year, dayValue }, { money }) => {
        if (year === undefined || dayValue === undefined) return undefined;
        const { sales, days } = year.over;
        const yearly = BigInt(sales) === year.sales ? money(sales) : `${money(sales)} × 365 ÷ ${days}`;
        return `${yearly} ÷ ${request.yearDays} = ${money(dayValue)}`;
      },
    },
    {
      key: 'receivable_turns',
      formula: word(
        'sales of a year ÷ average of the receivable at its begin and end',
        'ventes d’un an ÷ moyenne des créances en début et en fin',
      ),
      source,
      say: ({ year, receivable, turns }, { money, ratio }) =>
        year?.begin === undefined || receivable === undefined || turns === undefined
          ? undefined
          : `${bigMoney(year.sales, money)} ÷ ((${money(year.begin)} + ${money(receivable)}) ÷ 2) = ${ratio(turns)}`,
    },
    {
      key: 'cei',
      formula: word(
        '(receivable at the begin of the month + sales − receivable) ÷ (begin + sales − not due)',
        '(créances en début de mois + ventes − créances) ÷ (début + ventes − non échu)',
      ),
      source,
      say: ({ opening, sales, receivable, overdue, cei }, { money, percent }) => {
        if (opening === undefined || sales === undefined || receivable === undefined || overdue === undefined) return undefined;
        const begin = `${money(opening)} + ${money(sales)}`;
        const result = cei === undefined ? 'n/a' : percent(cei);
        return `(${begin} − ${money(receivable)}) ÷ (${begin} − ${money(receivable - overdue)}) = ${result}`;
      },
    },
  ];
}

function ofPayments({ window }: DsoRequest): Line[] {
  const cash = cashWord(window);
  const rate =
    (part: (row: DsoRow) => number | undefined, of: (row: DsoRow) => DsoRow['lateRate']): Line['say'] =>
    (row, say) => {
      const [amount, found] = [part(row), of(row)];
      if (amount === undefined || found === undefined || row.receivable === undefined) return undefined;
      return `${say.money(amount)} ÷ ${say.money(row.receivable)} = ${say.percent(found)}`;
    };
  const average =
    (of: (row: DsoRow) => DsoRow['simple']): Line['say'] =>
    (row, say) =>
      quotient(of(row), say, say.days);
  return [
    {
      key: 'terms_granted',
      formula: word('Σ amount × (due − invoice day) ÷ Σ amount', 'Σ montant × (échéance − date de facture) ÷ Σ montant'),
      source: word('invoices of the window that say when they are due', 'factures de la période qui ont une échéance'),
      say: average(({ flow }) => flow.terms),
    },
    {
      key: 'days_to_pay',
      formula: word('Σ paid × (payment − invoice day) ÷ Σ paid', 'Σ réglé × (règlement − date de facture) ÷ Σ réglé'),
      source: cash,
      say: average(({ flow }) => flow.daysToPay),
    },
    {
      key: 'days_late',
      formula: word(
        'Σ paid × (payment − due) ÷ Σ paid, before the due day negative',
        'Σ réglé × (règlement − échéance) ÷ Σ réglé, négatif avant échéance',
      ),
      source: cash,
      say: average(({ flow }) => flow.daysLate),
    },
    {
      key: 'late_rate',
      formula: word('overdue ÷ receivable', 'échu ÷ créances'),
      source: settledWord,
      say: rate(
        ({ overdue }) => overdue,
        ({ lateRate }) => lateRate,
      ),
    },
    {
      key: 'dispute_rate',
      formula: word('disputed ÷ receivable', 'litiges ÷ créances'),
      source: word('column disputed, or --documents', 'colonne disputed, ou --documents'),
      say: rate(
        ({ disputed }) => disputed,
        ({ disputeRate }) => disputeRate,
      ),
    },
  ];
}
