// What must an auditor still be shown by hand? What no ledger and no decision can tell: that it is booked, that payment was pursued, what the reason rests on.
import { type Lang, type Word, word } from '../core/word.ts';
import { dayFor } from '../text/days.ts';
import { type Block, heading } from './prose.ts';
import type { WriteDownFacts } from './write-down-facts.ts';

export function toBeShown(facts: WriteDownFacts, lang: Lang): Block[] {
  const items = [booked(facts), ...(facts.oldest === undefined ? gone : proofs(facts, lang)), ...always];
  return [
    heading(word('To be shown by hand', 'À justifier par pièces')[lang]),
    { kind: 'checklist', items: items.map((item) => item[lang]) },
  ];
}

function booked({ accounts: { charge, allowance, release }, oldest }: WriteDownFacts): Word {
  return oldest === undefined
    ? word(`The release is booked (${allowance} to ${release})`, `La reprise est comptabilisée (${allowance} à ${release})`)
    : word(
        `The write-down is booked (${charge} to ${allowance})`,
        `La dépréciation est comptabilisée (${charge} à ${allowance})`,
      );
}

function proofs({ standing, disputes, isCovered, tax }: WriteDownFacts, lang: Lang): Word[] {
  const published = standing?.publication === undefined ? '' : ` (${dayFor(lang, standing.publication)})`;
  return [
    word('Invoices, orders and proofs of delivery of the claims', 'Factures, commandes et preuves de livraison des créances'),
    word('Reminders and formal notices, with proof that they were sent', 'Relances et mises en demeure, avec preuve d’envoi'),
    word('What the reason of the decision rests on', 'Pièces à l’appui du motif de la décision'),
    ...(standing?.isOpen === true
      ? [
          word(
            `The claim was lodged in the proceeding; in France within two months of its publication${published} (C. com. L622-24, R622-24)`,
            `La créance a été déclarée à la procédure, dans les deux mois de la publication${published} (C. com. L622-24, R622-24)`,
          ),
        ]
      : []),
    ...(disputes !== undefined && disputes.length > 0
      ? [word('Correspondence on the dispute, and the credit note that is expected', 'Échanges sur le litige, et avoir attendu')]
      : []),
    ...(isCovered
      ? [word('The loss was declared to the insurer or guarantor', 'Le sinistre a été déclaré à l’assureur ou au garant')]
      : []),
    ...(tax.law === 'fr' && tax.addedBack.length > 0
      ? [word('The part to be added back is in the tax return', 'La part à réintégrer figure dans le tableau 2058-A')]
      : []),
  ];
}

const gone: readonly Word[] = [
  word(
    'Payment, write-off or the reason why the risk is gone',
    'Règlement, perte constatée ou raison de la disparition du risque',
  ),
];

const always: readonly Word[] = [
  word(
    'Payments and events between this day and the day on which the accounts were drawn up',
    'Règlements et événements entre cette date et l’arrêté des comptes',
  ),
  word('Signature of whoever decided, with the day', 'Signature du décideur, avec la date'),
];
