// Where does each figure of an exposure come from? Formula, source and working by currency, for `ar exposure --explain`.
import type { Currency } from '../../core/currency.ts';
import { word } from '../../core/word.ts';
import type { Exposure, ExposurePolicy } from '../../measures/exposure.ts';
import type { Section } from '../report.ts';
import { type Explanation, explainSection, told } from './explain.ts';

/** In the order of the columns. */
const PARTS: readonly ((one: Exposure) => number)[] = [
  ({ position }) => position.balance,
  ({ position }) => position.bills,
  ({ position }) => position.discountedBills,
  ({ position }) => position.unbilled,
  ({ position }) => position.orders,
];

type Figures = { readonly currency: Currency; readonly of: (figure: (one: Exposure) => number) => number };

export function exposureExplained(rows: readonly Exposure[], { insuresOrders }: ExposurePolicy): Section {
  const currencies = [...new Set(rows.map(({ position }) => position.currency))].sort();
  const figures = currencies.map((currency): Figures => {
    const own = rows.filter(({ position }) => position.currency === currency);
    return { currency, of: (figure) => own.reduce((sum, one) => sum + figure(one), 0) };
  });
  const ledger = word('ledger, as in ar age', 'grand livre, comme dans ar age');
  const orders = word('--orders', '--orders');
  const table = word('--customers', '--customers');
  const one = (key: string, formula: Explanation['formula'], source: Explanation['source'], figure: (e: Exposure) => number) => ({
    key,
    formula,
    source,
    ...told(figures, ({ of }, money) => money(of(figure))),
  });
  const without = insuresOrders ? 'gross risk' : 'gross risk without undelivered orders';
  const sans = insuresOrders ? 'risque brut' : 'risque brut hors commandes non livrées';
  return explainSection([
    one(
      'balance',
      word(
        'Σ open on 411 and 416, credits off; bills past their day with it',
        'Σ ouvert des 411 et 416, crédits déduits ; effets échus compris',
      ),
      ledger,
      ({ position }) => position.balance,
    ),
    one(
      'bills',
      word('Σ open bills that are not due (413)', 'Σ effets à recevoir non échus (413)'),
      ledger,
      ({ position }) => position.bills,
    ),
    one('discounted_bills', word('as told', 'tel qu’indiqué'), orders, ({ position }) => position.discountedBills),
    one('unbilled', word('as told', 'tel qu’indiqué'), orders, ({ position }) => position.unbilled),
    one(
      'orders',
      word('undelivered, and what --what-if adds', 'non livré, et ce qu’ajoute --what-if'),
      orders,
      ({ position }) => position.orders,
    ),
    {
      key: 'exposure',
      formula: word(
        'balance + bills + discounted_bills + unbilled + orders',
        'solde + effets + escomptés + à facturer + commandes',
      ),
      source: word('the columns beside', 'colonnes voisines'),
      ...told(
        figures,
        ({ of }, money) => `${PARTS.map((part) => money(of(part))).join(' + ')} = ${money(of(({ exposure }) => exposure))}`,
      ),
    },
    one(
      'deposits',
      word(
        'advances that no invoice used (4191), or those of the orders where these are more; and credit notes to be made out (4198)',
        'acomptes non utilisés (4191), ou ceux des commandes s’ils sont plus élevés ; et avoirs à établir (4198)',
      ),
      word('ledger; --orders', 'grand livre ; --orders'),
      ({ position }) => position.deposits,
    ),
    {
      key: 'gross_risk',
      formula: word('exposure − deposits', 'encours − acomptes'),
      source: word('the columns beside', 'colonnes voisines'),
      ...told(
        figures,
        ({ of }, money) =>
          `${money(of(({ exposure }) => exposure))} − ${money(of(({ position }) => position.deposits))} = ${money(of(({ grossRisk }) => grossRisk))}`,
      ),
    },
    {
      key: 'covered',
      formula: word(
        `min(${without}, insured_limit) × insured_share; then min(guarantee, what is left)`,
        `min(${sans}, agrément) × quotité ; puis min(caution, reste)`,
      ),
      source: table,
      ...told(
        figures,
        ({ of }, money) =>
          `${money(of(({ cover }) => cover.insured))} + ${money(of(({ cover }) => cover.guaranteed))} = ${money(of(({ cover }) => cover.covered))}`,
      ),
    },
    {
      key: 'net_risk',
      formula: word('gross risk − covered', 'risque brut − couvert'),
      source: word('the columns beside', 'colonnes voisines'),
      ...told(
        figures,
        ({ of }, money) =>
          `${money(of(({ grossRisk }) => grossRisk))} − ${money(of(({ cover }) => cover.covered))} = ${money(of(({ netRisk }) => netRisk))}`,
      ),
    },
  ]);
}
