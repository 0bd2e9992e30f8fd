// On which accounts are write-downs booked? One account a purpose, by the chart in force when the fiscal year began (PCG, ANC 2022-06 from 2025 on; rules §4.1), or a plain IFRS one.
import { type Word, word } from '../core/word.ts';

/** What an account is for, as [provision] accounts names it; what it is called in a chart that knows no numbers. */
const ROLES = {
  receivable: word('Trade receivables', 'Clients'),
  doubtful: word('Doubtful receivables', 'Clients douteux'),
  allowance: word('Loss allowance', 'Dépréciations des clients'),
  charge: word('Impairment losses', 'Pertes de valeur'),
  release: word('Impairment losses', 'Pertes de valeur'),
  loss: word('Bad debts', 'Créances irrécouvrables'),
  loss_previous: word('Bad debts', 'Créances irrécouvrables'),
  vat: word('VAT', 'TVA'),
  vat_on_receipts: word('VAT on receipts', 'TVA sur encaissements'),
  vat_pending: word('VAT to be recovered', 'TVA à récupérer'),
  recovery: word('Bad debts recovered', 'Rentrées sur créances amorties'),
  insurance: word('Insurance indemnities', 'Indemnités d’assurance'),
  bank: word('Bank', 'Banque'),
} as const;

export type WriteDownRole = keyof typeof ROLES;
export const WRITE_DOWN_ROLES = Object.keys(ROLES) as readonly WriteDownRole[];

export type WriteDownAccounts = { readonly [role in WriteDownRole]: string };

export function roleName(role: WriteDownRole): Word {
  return ROLES[role];
}

/** The first fiscal years of the reform began in this year. */
const REFORM = 2025;

const PCG: Omit<WriteDownAccounts, 'recovery' | 'insurance'> = {
  ...{ receivable: '411', doubtful: '416', allowance: '491', charge: '68174', release: '78174' },
  ...{ loss: '6541', loss_previous: '6544', vat: '44571', vat_on_receipts: '44574', vat_pending: '467', bank: '512' },
};

const IFRS: WriteDownAccounts = {
  ...{ receivable: '1200', doubtful: '1200', allowance: '1290', charge: '6800', release: '6800' },
  ...{ loss: '6810', loss_previous: '6810', vat: '2200', vat_on_receipts: '2210', vat_pending: '2220' },
  ...{ recovery: '6820', insurance: '6830', bank: '1000' },
};

/** `yearBegins`: the calendar year in which the fiscal year of the entries began; `said` goes before the chart. */
export function writeDownAccounts(
  chart: 'fr' | 'ifrs',
  yearBegins: number,
  said: ReadonlyMap<string, string>,
): WriteDownAccounts {
  const reformed = yearBegins >= REFORM ? { recovery: '7583', insurance: '7587' } : { recovery: '7714', insurance: '791' };
  return { ...(chart === 'ifrs' ? IFRS : { ...PCG, ...reformed }), ...Object.fromEntries(said) };
}
