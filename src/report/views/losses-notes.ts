// Which rules made the loss indicators, and what could the ledger not know? Sentences under the table.
import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { type Word, word } from '../../core/word.ts';
import type { Losses, LossRequest } from '../../measures/losses/losses.ts';
import type { LossSums } from '../../measures/losses/sums.ts';
import { amountFor } from '../../text/amounts.ts';
import { dayFor } from '../../text/days.ts';

export function lossesNotes(found: Losses, request: LossRequest): Word[] {
  const { sums, defaults, begins } = found;
  const { period, sold } = request;
  const isList = found.known.openOnly === 'list';
  return [
    word(
      'The loss ratio has two meanings: a credit manager’s is of sales, an insurer’s of premiums; neither stands for the other.',
      'Le taux de sinistralité a deux sens : celui du credit manager porte sur les ventes, celui de l’assureur sur les primes ; l’un ne vaut pas l’autre.',
    ),
    ...(isList && sold === undefined ? [] : [salesNote(sold?.by)]),
    ...(isList || !Number.isFinite(begins) || begins <= period.from || sold?.by === 'table' ? [] : [beginsNote(begins as Day)]),
    ...(isList ? [] : [...sums.flatMap(taxNote), recoveredNote(request, sums)]),
    word(
      'Receivable: what is open with tax, doubtful claims with it, less each customer’s own credits and never below 0 for him, without retentions and accruals; by accounts, their balances. An allowance is without tax.',
      'Créances : le restant dû TTC, douteux compris, moins les crédits du client et jamais moins de 0 pour lui, hors retenues et factures à établir ; par comptes, leurs soldes. Une dépréciation est HT.',
    ),
    ...(defaults === undefined ? [] : defaultNotes(defaults)),
    ...openNotes(found),
  ];
}

function salesNote(by: 'table' | 'accounts' | undefined): Word {
  if (by === 'table') return word('Sales are those of --sales.', 'Les ventes sont celles de --sales.');
  if (by === 'accounts') {
    return word(
      'Sales without tax are those of the accounts of sales (70), cash sales with them; sales with tax are invoices less credit notes.',
      'Les ventes HT sont celles des comptes 70, ventes au comptant comprises ; les ventes TTC sont les factures moins les avoirs.',
    );
  }
  return word(
    'Sales are invoices less credit notes of the period.',
    'Les ventes sont les factures moins les avoirs de la période.',
  );
}

function beginsNote(begins: Day): Word {
  return word(
    `The ledger begins on ${isoDay(begins)}: losses and sales are of the days since.`,
    `Le grand livre commence le ${dayFor('fr', begins)} : pertes et ventes sont des jours depuis.`,
  );
}

function taxNote({ currency, losses: { untold, basis } }: LossSums): Word[] {
  if (untold === 0 || basis === 'without_tax') return [];
  return [
    word(
      `${told('en', untold, currency)} of sales and losses count with tax, because nothing tells it (net or tax_rate of the row, --documents, vat_rate in --customers).`,
      `${told('fr', untold, currency)} de ventes et de pertes comptent TTC, faute d’en connaître la TVA (net ou tax_rate de la ligne, --documents, vat_rate dans --customers).`,
    ),
  ];
}

function told(lang: 'en' | 'fr', amount: number, currency: Currency): string {
  return `${amountFor(lang, amount, currency)} ${currency}`;
}

function recoveredNote(request: LossRequest, sums: readonly LossSums[]): Word {
  if (sums.some(({ currency }) => request.recovered(currency) !== undefined)) {
    return word('Recovered is what --recovered says.', 'Récupéré est ce que dit --recovered.');
  }
  const count = sums.reduce((sum, { losses }) => sum + losses.recoveries, 0);
  return word(
    `Recovered: payments that name a document written off before (${count}); what came in elsewhere is for --recovered to say.`,
    `Récupéré : les règlements qui nomment une pièce passée en perte avant (${count}) ; ce qui est rentré ailleurs se dit par --recovered.`,
  );
}

function defaultNotes({ of, others }: NonNullable<Losses['defaults']>): Word[] {
  return [
    of === 'start'
      ? word(
          'Customers at the start owed something then, or had a posting in as many months before; who failed had a judgment in the period.',
          'Les clients au début devaient alors quelque chose, ou avaient une écriture dans autant de mois avant ; un défaillant a un jugement dans la période.',
        )
      : word(
          'Nothing is known before the period: customers are those who had a posting in it.',
          'Rien n’est connu avant la période : les clients sont ceux qui y ont une écriture.',
        ),
    ...(others > 0
      ? [
          word(
            `Customers who failed and were none at the start: ${others}, not counted.`,
            `Défaillants qui n’étaient pas clients au début : ${others}, non comptés.`,
          ),
        ]
      : []),
  ];
}

function openNotes({ known }: Losses): Word[] {
  if (known.openOnly !== 'list') return [];
  return [
    word(
      'This is a list of open items: what was sold, lost or paid has left it, and is not known (n/a).',
      'Ce fichier ne tient que les postes ouverts : ce qui a été vendu, perdu ou réglé n’y est plus, et n’est pas connu (n. d.).',
    ),
  ];
}
