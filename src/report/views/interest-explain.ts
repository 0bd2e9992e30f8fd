// Where does each figure of late interest come from? Formula, source and working by currency, for `ar interest --explain`.
import type { Currency } from '../../core/currency.ts';
import { word } from '../../core/word.ts';
import type { Interest, InterestItem } from '../../measures/interest-item.ts';
import type { Section } from '../report.ts';
import { explainSection, told, type Working } from './explain.ts';
import { currencyOf, type InterestShown, totalOf } from './interest.ts';

export function interestExplained(shown: InterestShown, { accrued }: Interest): Section {
  const { items, ledger } = shown;
  const summed = (amount: (item: InterestItem) => number): Working => sums(shown, amount);
  const laws = [...new Map(items.map(({ governed: { law } }) => [law.key, law])).values()];
  const sources = [
    ...new Map(items.flatMap((item) => accrued(item).legs.map(({ rate: { source } }) => [source.en, source]))).values(),
  ];
  const listed = (of: readonly { readonly en: string; readonly fr: string }[]) =>
    word(of.map(({ en }) => en).join('; ') || 'none', of.map(({ fr }) => fr).join(' ; ') || 'aucun');
  return explainSection([
    {
      key: 'days',
      formula: word('last day of interest − due day', 'dernier jour d’intérêts − échéance'),
      source: word(
        'until the as-of day, the day it was paid whole, or the day before an opening judgment',
        'jusqu’à la date d’arrêté, au jour du règlement complet ou à la veille du jugement d’ouverture',
      ),
      working: word(String(items.length), String(items.length)),
      plain: String(items.length),
    },
    {
      key: 'principal',
      formula: word('what is open of the item', 'restant dû du poste'),
      source: word('settlement, as in ar age', 'règlements, comme dans ar age'),
      ...summed(({ principal }) => principal),
    },
    {
      key: 'interest',
      formula: word(
        'Σ legs: principal × rate × days ÷ days of a year, each rounded half up, less what was charged before or paid beyond what the books took',
        'Σ périodes : principal × taux × jours ÷ jours de l’année, chacune arrondie au plus proche, moins le déjà facturé ou réglé en sus',
      ),
      source: listed(sources),
      ...summed(({ interest }) => interest),
    },
    {
      key: 'indemnity',
      formula: word('once an invoice that was paid late or is late', 'une fois par facture réglée en retard ou en retard'),
      source: listed(laws.map(({ indemnity: { source } }) => ({ en: source, fr: source }))),
      ...told(ofIndemnities(items), ({ amount }, money) => money(amount)),
    },
    {
      key: 'total',
      formula: word(
        'principal + interest + indemnity of the same currency',
        'principal + intérêts + indemnité de la même devise',
      ),
      source: word('the columns beside', 'colonnes voisines'),
      ...summed((item) => totalOf(item, currencyOf(ledger, item))),
    },
  ]);
}

type Sum = { readonly currency: Currency; amount: number };

function sums({ ledger, items }: InterestShown, amount: (item: InterestItem) => number): Working {
  return told(added(items.map((item) => ({ currency: currencyOf(ledger, item), amount: amount(item) }))), (sum, money) =>
    money(sum.amount),
  );
}

function ofIndemnities(items: readonly InterestItem[]): Sum[] {
  return added(items.map(({ indemnity, governed }) => ({ currency: governed.law.indemnity.currency, amount: indemnity })));
}

function added(all: readonly Sum[]): Sum[] {
  const by = new Map<Currency, Sum>();
  for (const { currency, amount } of all) {
    const sum = by.get(currency) ?? { currency, amount: 0 };
    sum.amount += amount;
    by.set(currency, sum);
  }
  return [...by.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
