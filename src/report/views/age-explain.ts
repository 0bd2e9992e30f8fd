// How is each figure of an aged balance made? Formula, source and working by currency, for `ar age --explain`.
import type { Currency } from '../../core/currency.ts';
import { isoDay } from '../../core/day.ts';
import { word } from '../../core/word.ts';
import type { AgedBalance, AgeRequest } from '../../measures/age.ts';
import { dayFor } from '../../text/days.ts';
import type { ReportControl, Section } from '../report.ts';
import { controlExplained, explainSection, told, type Working } from './explain.ts';

export function ageExplained(balance: AgedBalance, request: AgeRequest, control: readonly ReportControl[]): Section {
  const { buckets } = request;
  const day = word(isoDay(request.asOf), dayFor('fr', request.asOf));
  const counted =
    buckets.ageBy === 'due'
      ? word('days late = as-of day − due day', 'retard = date d’arrêté − échéance')
      : word('days = as-of day − day of the document', 'jours = date d’arrêté − date de la pièce');
  const debits = word('debits past their due day', 'débits dont l’échéance est passée');
  const oldest = String(Math.max(0, ...balance.oldestDaysLate));
  return explainSection([
    ...buckets.list.map((bucket, b) => ({
      key: bucket.key,
      formula: word(`Σ open in the bucket ${bucket.label.en}`, `Σ restant dû de la tranche ${bucket.label.fr}`),
      source: counted,
      ...sums(balance, balance.buckets[b] as Float64Array),
    })),
    {
      key: 'unallocated',
      formula: word('Σ open of credits that nothing allocates', 'Σ des crédits que rien n’affecte'),
      source: word(`option --credits ${request.credits}`, `option --credits ${request.credits}`),
      ...sums(balance, balance.unallocated),
    },
    {
      key: 'total',
      formula: word('Σ buckets + unallocated', 'Σ tranches + non affecté'),
      source: word('proved against the control', 'rapproché du contrôle'),
      ...sums(balance, balance.total),
    },
    {
      key: 'overdue',
      formula: word(`Σ open of ${debits.en} on ${day.en}`, `Σ restant dû des ${debits.fr} au ${day.fr}`),
      source: word('due day, else the day of the document', 'échéance, à défaut date de la pièce'),
      ...sums(balance, balance.overdue),
    },
    {
      key: 'disputed',
      formula: word('Σ min(open, amount in dispute) of debits', 'Σ min(restant dû, montant en litige) des débits'),
      source: word('column disputed', 'colonne disputed'),
      ...sums(balance, balance.disputed),
    },
    {
      key: 'oldest_days_late',
      formula: word(`largest ${day.en} − due day of ${debits.en}`, `plus grand écart ${day.fr} − échéance des ${debits.fr}`),
      source: word('due day, else the day of the document', 'échéance, à défaut date de la pièce'),
      working: word(oldest, oldest),
      plain: oldest,
    },
    controlExplained(control),
  ]);
}

/** The sum over all groups, by currency. */
function sums(balance: AgedBalance, values: Float64Array): Working {
  const byCurrency = new Map<Currency, number>();
  balance.groups.forEach((group, slot) => {
    byCurrency.set(group.currency, (byCurrency.get(group.currency) ?? 0) + (values[slot] as number));
  });
  const lines = [...byCurrency].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => ({ currency, sum }));
  return told(lines, (line, money) => money(line.sum));
}
