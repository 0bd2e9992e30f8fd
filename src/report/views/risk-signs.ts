// How are warning signs shown? One row a sign: its figure, what it was before, the threshold it reached, the amount concerned, and what to do.
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { RiskRow } from '../../measures/risk/risk.ts';
import type { Sign, SignFigure } from '../../measures/risk/signs.ts';
import { SIGNS as SIGN_KEYS, type SignKey } from '../../policy/scoring.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { figureCell, orderedRows, UNIT_NAMES, whoCells, whoColumns } from './risk.ts';

type Said = { readonly name: Word; readonly says: Word };

const SIGNS: { readonly [key in SignKey]: Said } = {
  proceeding: {
    name: word('collective proceeding', 'procédure collective'),
    says: word(
      'Payments of older debts are forbidden: declare the claim in time, and deliver against payment only.',
      'Le paiement des dettes antérieures est interdit : déclarer la créance dans le délai, ne livrer que contre paiement.',
    ),
  },
  status: {
    name: word('status', 'statut'),
    says: word(
      'The table of customers says so: check why before the next delivery.',
      'La table des clients le dit : en vérifier la raison avant la prochaine livraison.',
    ),
  },
  lengthening: {
    name: word('pays later', 'paie plus tard'),
    says: word(
      'The last 3 months against the 12 before: remind before the due day, and ask what has changed.',
      'Les 3 derniers mois contre les 12 précédents : relancer avant l’échéance et demander ce qui a changé.',
    ),
  },
  oldest: {
    name: word('old item', 'poste ancien'),
    says: word(
      'The oldest open item: settle what holds it up, or move on to formal notice.',
      'Le plus ancien poste ouvert : lever ce qui le bloque, ou mettre en demeure.',
    ),
  },
  returned: {
    name: word('returned payment', 'impayé'),
    says: word(
      'In the last 12 months: ask for another means of payment, and hold deliveries until it has cleared.',
      'Sur 12 mois : demander un autre mode de règlement, suspendre les livraisons jusqu’à l’encaissement.',
    ),
  },
  round_payments: {
    name: word('round part payments', 'acomptes ronds'),
    says: word(
      'Payments in round sums that leave invoices open: cash is short; agree on a schedule in writing.',
      'Règlements en sommes rondes qui laissent des factures ouvertes : trésorerie tendue ; convenir d’un échéancier écrit.',
    ),
  },
  payment_means: {
    name: word('other means of payment', 'autre mode de règlement'),
    says: word(
      'New in the last 3 months: ask why, and check bank details by a known number.',
      'Nouveau depuis 3 mois : demander pourquoi, vérifier les coordonnées bancaires par un numéro connu.',
    ),
  },
  usage: {
    name: word('limit used', 'plafond consommé'),
    says: word(
      'Exposure against the limit: collect what is overdue before delivering beyond it.',
      'Encours rapporté au plafond : encaisser l’échu avant de livrer au-delà.',
    ),
  },
  disputes: {
    name: word('disputes', 'litiges'),
    says: word(
      'Share of what is open: settle them, since a dispute may hide that the money is missing.',
      'Part de l’encours : les régler, un litige pouvant cacher un manque de trésorerie.',
    ),
  },
  disputes_growing: {
    name: word('disputes grow', 'litiges en hausse'),
    says: word(
      'Share of what is open, now and 3 months ago: find the common cause.',
      'Part de l’encours, aujourd’hui et il y a 3 mois : chercher la cause commune.',
    ),
  },
  rhythm: {
    name: word('orders stopped', 'commandes interrompues'),
    says: word(
      'Days since the last invoice against the usual gap: he may have gone elsewhere, or be short of credit; call.',
      'Jours depuis la dernière facture contre l’écart habituel : parti ailleurs, ou à court de crédit ; appeler.',
    ),
  },
  sales_falling: {
    name: word('sales fall', 'ventes en baisse'),
    says: word(
      '12 months against the 12 before: his business shrinks, or he buys elsewhere; review the limit.',
      '12 mois contre les 12 précédents : activité en recul ou achats ailleurs ; revoir le plafond.',
    ),
  },
  sales_falling_quarter: {
    name: word('sales fall (3 months)', 'ventes en baisse (3 mois)'),
    says: word(
      '3 months against the same of the year before: early sign of less business.',
      '3 mois contre les mêmes de l’an passé : premier signe d’un recul.',
    ),
  },
  sales_surging: {
    name: word('sales surge', 'ventes en forte hausse'),
    says: word(
      '12 months against the 12 before: stocking up may precede a default; check before raising the limit.',
      '12 mois contre les 12 précédents : un stockage peut précéder une défaillance ; vérifier avant de relever le plafond.',
    ),
  },
  sales_surging_quarter: {
    name: word('sales surge (3 months)', 'ventes en forte hausse (3 mois)'),
    says: word(
      '3 months against the same of the year before: stocking up may precede a default.',
      '3 mois contre les mêmes de l’an passé : un stockage peut précéder une défaillance.',
    ),
  },
};

const COLUMNS: readonly Column[] = [
  { key: 'sign', head: word('Sign', 'Alerte'), kind: 'code' },
  { key: 'figure', head: word('Figure', 'Valeur'), kind: 'number' },
  { key: 'unit', head: word('Unit', 'Unité'), kind: 'code', spare: 1 },
  { key: 'before', head: word('Before', 'Avant'), kind: 'number' },
  { key: 'threshold', head: word('Threshold', 'Seuil'), kind: 'number' },
  { key: 'amount', head: words.amount, kind: 'money', spare: 3 },
  { key: 'says', head: word('What to do', 'Que faire'), kind: 'code', forMachines: true },
];

/** Those of a customer stand together, the gravest first. */
export function signsSection(rows: readonly RiskRow[]): Section {
  const all = orderedRows(rows).flatMap((row) => row.signs.map((sign) => ({ row, sign })));
  return {
    name: 'signs',
    title: word('Warning signs', 'Signaux d’alerte'),
    columns: [...whoColumns(all.map(({ row }) => row)), ...COLUMNS],
    rows: {
      count: all.length,
      at: (i) => {
        const { row, sign } = all[i] as (typeof all)[number];
        return cellsOf(row, sign);
      },
    },
    totals: [],
    follows: ['customer', 'currency'],
    notes: all.length === 0 ? [word('No sign reaches its threshold.', 'Aucun signal n’atteint son seuil.')] : adviceOn(all),
  };
}

/** Once a sign, for people; machines read it in each row. */
function adviceOn(all: readonly { readonly sign: Sign }[]): Word[] {
  const shown = new Set(all.map(({ sign }) => sign.sign));
  return SIGN_KEYS.filter((key) => shown.has(key)).map((key) => {
    const { name, says } = SIGNS[key];
    return word(`${capital(name.en)}: ${says.en}`, `${capital(name.fr)} : ${says.fr}`);
  });
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function cellsOf(row: RiskRow, { sign, figure, before, threshold, amount }: Sign): Cell[] {
  const { name, says } = SIGNS[sign];
  const unit = figure?.unit;
  return [
    ...whoCells(row),
    { kind: 'code', key: sign, word: name },
    cellOf(figure),
    unit === undefined || unit === 'text' || unit === 'day' ? NONE : { kind: 'code', key: unit, word: UNIT_NAMES[unit] },
    cellOf(before),
    cellOf(threshold),
    amount === undefined ? NONE : { kind: 'money', amount: minor(amount), currency: row.currency },
    { kind: 'code', key: says.en, word: says },
  ];
}

function cellOf(figure: SignFigure | undefined): Cell {
  if (figure === undefined) return NONE;
  if (figure.unit === 'text') return text(figure.text);
  return figure.unit === 'day' ? { kind: 'day', day: figure.day } : figureCell(figure.unit, figure.value);
}
