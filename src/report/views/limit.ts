// How is a proposed limit shown? Each method's figure, the smallest that binds, the change, and the working behind it.
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import { type Lang, type Word, word } from '../../core/word.ts';
import type { Basis, LimitPolicy, LimitReason, ProposedLimit } from '../../measures/credit-limit.ts';
import { decimalFor } from '../../text/amounts.ts';
import { words } from '../../text/words.ts';
import { defaultOrder } from '../order.ts';
import { shared } from '../plain.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';

const BASIS_WORDS: { readonly [basis in Basis | 'proceeding']: Word } = {
  need: word('need', 'besoin'),
  behaviour: word('behaviour', 'comportement'),
  insurer: word('insurer', 'assureur'),
  net_worth: word('net worth', 'fonds propres'),
  proceeding: word('proceeding', 'procédure'),
};

const REASON_WORDS: { readonly [reason in LimitReason]: Word } = {
  proceeding: word(
    'a collective proceeding is open: nothing more on credit',
    'procédure collective ouverte : plus rien à crédit',
  ),
  history_missing: word('the ledger has no history of its sales', 'le grand livre n’a pas d’historique de ses ventes'),
  no_sales: word('nothing sold in twelve months', 'aucune vente en douze mois'),
  terms_unknown: word('no agreed terms are known', 'conditions de paiement inconnues'),
  no_payment: word('no payment is known of an agreed day', 'aucun règlement connu à échéance convenue'),
  none_in_time: word('nothing was paid in time', 'rien n’a été réglé à l’heure'),
  paid_at_once: word('paid at once: never owed anything', 'réglé aussitôt : jamais rien dû'),
  history_short: word('sales scaled up to twelve months', 'ventes extrapolées à douze mois'),
  insurance_expired: word('the insurer’s agreement has ended', 'l’agrément de l’assureur a pris fin'),
  limit_in_currency: word('its limit is in another currency', 'son plafond est dans une autre devise'),
};

const money = (key: string, head: Word, spare = 0): Column => ({ key, head, kind: 'money', spare });

/** In the order in which rows stand everywhere. */
export function orderedLimits(rows: readonly ProposedLimit[]): ProposedLimit[] {
  const order = defaultOrder(
    rows.map(({ known }) => known.id),
    shared(rows.map(({ known }) => known.name)),
    shared(rows.map(({ known }) => known.currency)),
  );
  return Array.from(order, (i) => rows[i] as ProposedLimit);
}

export function limitSection(rows: readonly ProposedLimit[], title: Word, notes: readonly Word[]): Section {
  return {
    name: 'limit',
    title,
    columns: [
      ...whoColumns(rows),
      money('need', word('By need', 'Par besoin'), 2),
      money('behaviour', word('By behaviour', 'Par comportement'), 2),
      money('insurer', word('By insurer', 'Par assureur'), 2),
      money('net_worth', word('By net worth', 'Par fonds propres'), 2),
      money('proposed', word('Proposed', 'Proposé')),
      { key: 'binding', head: word('Binding', 'Retenu'), kind: 'code' },
      money('limit', word('Limit', 'Plafond')),
      money('change', word('Change', 'Variation')),
      { key: 'reason', head: word('Remarks', 'Remarques'), kind: 'code', flow: 'wrap', spare: 3 },
    ],
    rows: { count: rows.length, at: (i) => cellsOf(rows[i] as ProposedLimit) },
    totals: [],
    notes,
  };
}

function whoColumns(rows: readonly ProposedLimit[]): Column[] {
  return [
    ...customerColumns(rows.map(({ known }) => known.name)),
    { key: 'currency', head: words.currency, kind: 'text', spare: inSeveral(rows) ? 0 : 1 },
  ];
}

/** Amounts of two currencies below one another need their names. */
function inSeveral(rows: readonly ProposedLimit[]): boolean {
  return rows.some(({ known }) => known.currency !== rows[0]?.known.currency);
}

function whoCells({ known: { id, name, currency } }: ProposedLimit): Cell[] {
  return [text(id), text(name), text(currency)];
}

function cellsOf(one: ProposedLimit): Cell[] {
  const amount = amountIn(one.known.currency);
  const { by, proposed, binding, limit, change, reasons } = one;
  return [
    ...whoCells(one),
    ...[by.need, by.behaviour, by.insurer, by.net_worth, proposed].map(amount),
    binding === undefined ? NONE : { kind: 'code', key: binding, word: BASIS_WORDS[binding] },
    ...[limit, change].map(amount),
    reasons.length === 0
      ? NONE
      : {
          kind: 'code',
          key: reasons.join(' '),
          word: word(
            reasons.map((reason) => REASON_WORDS[reason].en).join('; '),
            reasons.map((reason) => REASON_WORDS[reason].fr).join(' ; '),
          ),
        },
  ];
}

function amountIn(currency: Currency): (units: number | undefined) => Cell {
  return (units) => (units === undefined ? NONE : { kind: 'money', amount: minor(units), currency });
}

/** What each figure was made of, so that it can be reckoned again. */
export function workingSection(rows: readonly ProposedLimit[]): Section {
  return {
    name: 'working',
    title: word('The working', 'Le calcul'),
    columns: [
      ...whoColumns(rows),
      money('sales', word('Sales 12 months', 'Ventes 12 mois'), 2),
      { key: 'sales_days', head: word('Of days', 'Sur jours'), kind: 'days', spare: 3 },
      money('forecast', word('Forecast', 'Prévision'), 2),
      money('annual', word('Taken', 'Retenu')),
      { key: 'terms_days', head: word('Terms', 'Délai'), kind: 'number' },
      { key: 'days_late', head: word('Late', 'Retard'), kind: 'number' },
      { key: 'days', head: word('Days', 'Jours'), kind: 'number' },
      money('paid_in_time', word('Most paid in time', 'Pointe réglée à l’heure')),
      { key: 'peak_day', head: word('On', 'Le'), kind: 'day', spare: 2 },
      money('net_worth', word('Net worth', 'Fonds propres'), 3),
    ],
    rows: { count: rows.length, at: (i) => workingOf(rows[i] as ProposedLimit) },
    totals: [],
    follows: ['customer', 'currency'],
    notes: [],
  };
}

function workingOf(one: ProposedLimit): Cell[] {
  const { sales, salesOfDays, forecast, termsDays, daysLate, peak, netWorth, currency } = one.known;
  const amount = amountIn(currency);
  const days = (hundredths: number | undefined): Cell =>
    hundredths === undefined ? NONE : { kind: 'number', value: hundredths / 100, decimals: 2 };
  return [
    ...whoCells(one),
    amount(sales),
    sales === undefined || salesOfDays === undefined ? NONE : { kind: 'days', days: salesOfDays },
    ...[forecast, one.annual].map(amount),
    ...[termsDays, daysLate, one.days].map(days),
    amount(peak?.amount),
    peak === undefined || peak.amount === 0 ? NONE : { kind: 'day', day: peak.day },
    amount(netWorth),
  ];
}

export function limitNotes({ growth, netWorthShare, step }: LimitPolicy, grace: number): Word[] {
  const share = (lang: Lang, { numerator, denominator }: LimitPolicy['growth']): string =>
    decimalFor(lang, (numerator * 100) / denominator, (numerator * 100) % denominator === 0 ? 0 : 2);
  const inTime =
    grace === 0
      ? word('in time is by the due day', 'à l’heure : au plus tard à l’échéance')
      : word(`in time is up to ${grace} days after the due day`, `à l’heure : jusqu’à ${grace} jours après l’échéance`);
  return [
    word(
      'Need = sales of twelve months with tax × (terms + average lateness) ÷ 360; behaviour = the most owed at once in twelve months of what was paid in time.',
      'Besoin = ventes TTC de douze mois × (délai + retard moyen) ÷ 360 ; comportement = pointe d’encours sur douze mois de ce qui fut réglé à l’heure.',
    ),
    word(
      `The smallest figure binds, rounded down to ${step}; growth ${share('en', growth)}%, ${share('en', netWorthShare)}% of net worth; ${inTime.en}.`,
      `Le plus petit montant est retenu, arrondi aux ${step} inférieurs ; croissance ${share('fr', growth)} %, ${share('fr', netWorthShare)} % des fonds propres ; ${inTime.fr}.`,
    ),
  ];
}
