// How is each figure of an aged balance made? Formula, source and working by currency, for `ar age --explain`.
import type { Currency } from '../../core/currency.ts';
import { isoDay } from '../../core/day.ts';
import { type Lang, type Word, word } from '../../core/word.ts';
import type { AgedBalance, AgeRequest } from '../../measures/age.ts';
import { amountFor } from '../../text/amounts.ts';
import { dayFor } from '../../text/days.ts';
import type { ReportControl, Section } from '../report.ts';
import { type Explanation, explainSection } from './explain.ts';

const SOURCE = 'days late = as-of − due';

export function ageExplained(balance: AgedBalance, request: AgeRequest, control: readonly ReportControl[]): Section {
  const day = word(isoDay(request.asOf), dayFor('fr', request.asOf));
  const counted =
    request.buckets.ageBy === 'due'
      ? word('days late', 'jours de retard')
      : word('age of the document in days', 'âge de la pièce en jours');
  const sums = (values: Float64Array): Word => byCurrency(balance, values);
  const keys = request.buckets.list.map((bucket) => bucket.key);
  const rows: Explanation[] = request.buckets.list.map((bucket, b) => ({
    key: bucket.key,
    formula: word(
      `Σ open of items with ${counted.en}: ${bucket.label.en}`,
      `Σ restant dû des postes, ${counted.fr} : ${bucket.label.fr}`,
    ),
    source: SOURCE,
    working: sums(balance.buckets[b] as Float64Array),
  }));
  rows.push(
    {
      key: 'unallocated',
      formula: word('Σ open of credits that no evidence allocates', 'Σ des crédits qu’aucune preuve n’affecte'),
      source: `option --credits ${request.credits}`,
      working: sums(balance.unallocated),
    },
    {
      key: 'total',
      formula: word(`${keys.join(' + ')} + unallocated`, `${keys.join(' + ')} + unallocated`),
      source: SOURCE,
      working: sums(balance.total),
    },
    {
      key: 'overdue',
      formula: word(`Σ open of debits due before ${day.en}`, `Σ restant dû des débits échus avant le ${day.fr}`),
      source: SOURCE,
      working: sums(balance.overdue),
    },
    {
      key: 'disputed',
      formula: word('Σ min(open, disputed amount) of debits', 'Σ min(restant dû, montant en litige) des débits'),
      source: 'column disputed',
      working: sums(balance.disputed),
    },
    {
      key: 'oldest_days_late',
      formula: word(
        `largest ${day.en} − due of debits past their due day`,
        `plus grand écart ${day.fr} − échéance des débits échus`,
      ),
      source: SOURCE,
      working: word(String(Math.max(0, ...balance.oldestDaysLate)), String(Math.max(0, ...balance.oldestDaysLate))),
    },
    {
      key: 'control',
      formula: word('Σ open = Σ postings − Σ settled by columns', 'Σ ouvert = Σ écritures − Σ soldé par les colonnes'),
      source: 'sums kept while reading, beside the columns',
      working: word(
        control.map((line) => working(line, 'en')).join('; '),
        control.map((line) => working(line, 'fr')).join(' ; '),
      ),
    },
  );
  return explainSection(rows);
}

function working(line: ReportControl, lang: Lang): string {
  const money = (amount: number): string => amountFor(lang, amount, line.currency);
  return `${money(line.postings)} − ${money(line.settledByColumns)} = ${money(line.open)} ${line.currency}`;
}

function byCurrency(balance: AgedBalance, values: Float64Array): Word {
  const sums = new Map<Currency, number>();
  balance.groups.forEach((group, slot) => {
    sums.set(group.currency, (sums.get(group.currency) ?? 0) + (values[slot] as number));
  });
  const told = (lang: Lang): string =>
    [...sums]
      .sort()
      .map(([currency, sum]) => `${amountFor(lang, sum, currency)} ${currency}`)
      .join('; ');
  return word(told('en'), told('fr'));
}
