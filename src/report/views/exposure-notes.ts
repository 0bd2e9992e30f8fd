// By which rules is an exposure read? The sentences under its figures.

import { type Day, isoDay } from '../../core/day.ts';
import { type Lang, type Word, word } from '../../core/word.ts';
import type { ExposurePolicy } from '../../measures/exposure.ts';
import { decimalFor } from '../../text/amounts.ts';
import { dayFor } from '../../text/days.ts';

export function exposureNotes(
  { watch, blockAfter, insuresOrders }: ExposurePolicy,
  compareDay: Day | undefined,
  { depositsTwice, unbilledTwice }: { readonly depositsTwice: readonly string[]; readonly unbilledTwice: readonly string[] },
): Word[] {
  const share = (lang: Lang): string => decimalFor(lang, (watch.numerator * 100) / watch.denominator, 0);
  return [
    word(
      'Exposure = balance + bills + discounted + unbilled + orders; net risk = exposure − deposits − covered; available = limit − exposure.',
      'Encours = solde + effets + escomptés + à facturer + commandes ; risque net = encours − acomptes − couvert ; disponible = plafond − encours.',
    ),
    word(
      `Over: beyond a limit, its own or its group’s; watch: from ${share('en')}% of it on.${blockAfter === undefined ? '' : ` Blocked: by the customers’ table, or more than ${blockAfter} days late.`}`,
      `Dépassement : au-delà d’un plafond, le sien ou celui du groupe ; à surveiller : dès ${share('fr')} %.${blockAfter === undefined ? '' : ` Bloqué : par le fichier des clients, ou plus de ${blockAfter} jours de retard.`}`,
    ),
    ...(insuresOrders
      ? []
      : [
          word(
            'An insurer covers no undelivered order; deposits are set against orders first.',
            'L’assureur ne couvre pas les commandes non livrées ; les acomptes s’imputent d’abord sur elles.',
          ),
        ]),
    ...twiceNote(depositsTwice.length, 'Deposits', 'Les acomptes'),
    ...twiceNote(unbilledTwice.length, 'Deliveries to be invoiced', 'Les livraisons à facturer'),
    ...(compareDay !== undefined
      ? [
          word(
            `Compared with ${isoDay(compareDay)}: orders, limits and cover are those of the files on both days; cover ends on its own day.`,
            `Comparé au ${dayFor('fr', compareDay)} : commandes, plafonds et couvertures sont ceux des fichiers aux deux dates ; une couverture prend fin à sa date.`,
          ),
        ]
      : []),
  ];
}

/** What the ledger and the table of orders both tell of so many customers. */
function twiceNote(customers: number, en: string, fr: string): Word[] {
  if (customers === 0) return [];
  return [
    word(
      `${en} of ${customers === 1 ? '1 customer stand' : `${customers} customers stand`} in the ledger and among the orders: the larger counts, never both.`,
      `${fr} de ${customers === 1 ? '1 client figurent' : `${customers} clients figurent`} au grand livre et dans les commandes : le plus élevé compte, jamais les deux.`,
    ),
  ];
}
