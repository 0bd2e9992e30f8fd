// Which sentences stand under proposed limits? The rule of each method that was reckoned, and how the smallest is rounded.
import { type Lang, type Word, word } from '../../core/word.ts';
import type { LimitPolicy } from '../../measures/credit-limit.ts';
import type { Basis } from '../../measures/limit-methods.ts';
import { amountFor, decimalFor } from '../../text/amounts.ts';
import { ratioFor } from './limit-cells.ts';

const joined = (parts: readonly Word[], en: string, fr: string): Word =>
  word(parts.map((part) => part.en).join(en), parts.map((part) => part.fr).join(fr));

/** `isOwn`: the table says some of the shares, coefficients and days of a customer. */
export function limitNotes(policy: LimitPolicy, methods: readonly Basis[], grace: number, isOwn: boolean): Word[] {
  const rules = methods.flatMap((basis) => RULES[basis]?.(policy) ?? []);
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const all = joined(rules, '; ', ' ; ');
  return [
    ...(rules.length === 0 ? [] : [word(`${capital(all.en)}.`, `${capital(all.fr)}.`)]),
    rounding(policy, methods, grace),
    ...(isOwn ? [OWN] : []),
  ];
}

function percent(lang: Lang, { numerator, denominator }: LimitPolicy['growth']): string {
  return decimalFor(lang, (numerator * 100) / denominator, (numerator * 100) % denominator === 0 ? 0 : 2);
}

const OWN = word(
  'Shares, coefficients and days that the table of customers says go before these; the working has them.',
  'Les parts, coefficients et jours de la table des clients passent avant ceux-ci ; ils sont dans le calcul.',
);

/** Of each method that is more than a figure of a table. */
const RULES: { readonly [basis in Basis]?: (policy: LimitPolicy) => Word } = {
  need: ({ deliveryLag }) =>
    deliveryLag === 0
      ? word(
          'need = sales of twelve months with tax × (terms + average lateness) ÷ 360',
          'besoin = ventes TTC de douze mois × (délai + retard moyen) ÷ 360',
        )
      : word(
          `need = sales of twelve months with tax × (terms + average lateness + ${deliveryLag / 100} days of delivery) ÷ 360`,
          `besoin = ventes TTC de douze mois × (délai + retard moyen + ${deliveryLag / 100} jours de livraison) ÷ 360`,
        ),
  behaviour: () =>
    word(
      'behaviour = the most owed at once in twelve months of what was paid in time',
      'comportement = pointe d’encours sur douze mois de ce qui fut réglé à l’heure',
    ),
  peak: ({ invoicingCycle }) => {
    const more = (text: string): string => (invoicingCycle === 0 ? '' : ` + ${invoicingCycle / 100} ${text}`);
    return word(
      `peak = sales with tax of the month of most × (terms + average lateness${more('days to the invoice')}) ÷ 30`,
      `pointe = ventes TTC du plus fort mois × (délai + retard moyen${more('jours de facturation')}) ÷ 30`,
    );
  },
  afdcc: ({ termsCoefficient, behaviourCoefficient }) =>
    word(
      `AFDCC base = (orders + to be invoiced + unpaid) × ${ratioFor('en', termsCoefficient)} for terms × ${ratioFor('en', behaviourCoefficient)} for behaviour`,
      `assiette AFDCC = (commandes + à facturer + non réglé) × ${ratioFor('fr', termsCoefficient)} (CDP) × ${ratioFor('fr', behaviourCoefficient)} (CCP)`,
    ),
  months_of_sales: ({ monthsOfSales }) =>
    monthsOfSales === undefined
      ? word('months of sales = sales of twelve months × months ÷ 12', 'mois de ventes = ventes de douze mois × mois ÷ 12')
      : word(
          `months of sales = sales of twelve months × ${ratioFor('en', monthsOfSales)} ÷ 12`,
          `mois de ventes = ventes de douze mois × ${ratioFor('fr', monthsOfSales)} ÷ 12`,
        ),
  supplier_debt: ({ supplierDebtShare }) =>
    word(
      `${percent('en', supplierDebtShare)}% of its debt to suppliers`,
      `${percent('fr', supplierDebtShare)} % de ses dettes fournisseurs`,
    ),
  total_purchases: ({ totalPurchasesShare }) =>
    word(`${percent('en', totalPurchasesShare)}% of its purchases`, `${percent('fr', totalPurchasesShare)} % de ses achats`),
};

function rounding({ growth, netWorthShare, step, firstOrder }: LimitPolicy, methods: readonly Basis[], grace: number): Word {
  const inTime =
    grace === 0
      ? word('in time is by the due day', 'à l’heure : au plus tard à l’échéance')
      : word(`in time is up to ${grace} days after the due day`, `à l’heure : jusqu’à ${grace} jours après l’échéance`);
  const orders = (lang: Lang): string =>
    [...firstOrder].map(([currency, units]) => `${currency} ${amountFor(lang, units, currency)}`).join(', ');
  const behaviour =
    firstOrder.size === 0
      ? [inTime]
      : [inTime, word(`a first order is ${orders('en')} at the most`, `première commande : ${orders('fr')} au plus`)];
  const shares = methods.includes('net_worth')
    ? [
        word(
          `growth ${percent('en', growth)}%, ${percent('en', netWorthShare)}% of net worth`,
          `croissance ${percent('fr', growth)} %, ${percent('fr', netWorthShare)} % des fonds propres`,
        ),
      ]
    : [word(`growth ${percent('en', growth)}%`, `croissance ${percent('fr', growth)} %`)];
  const said = joined([...shares, ...(methods.includes('behaviour') ? behaviour : [])], '; ', ' ; ');
  return word(
    `The smallest figure binds, rounded down to ${step}; ${said.en}.`,
    `Le plus petit montant est retenu, arrondi aux ${step} inférieurs ; ${said.fr}.`,
  );
}
