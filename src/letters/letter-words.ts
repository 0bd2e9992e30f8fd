// What does a letter of each level say, in each language? Short, complete, and of no law but the one that governs.
import type { Lang } from '../core/word.ts';
import type { LevelKey } from '../policy/dunning.ts';

type Prose = { readonly subject: string; readonly opening: string };

export const PROSE: { readonly [lang in Lang]: { readonly [level in LevelKey]: Prose } } = {
  en: {
    pre_due: {
      subject: 'Invoices that fall due soon',
      opening: 'The items below fall due soon. Please confirm that their payment is scheduled.',
    },
    first: {
      subject: 'Reminder',
      opening:
        'Our records show that the items below remain unpaid. If payment has already been made, please ignore this reminder and accept our thanks.',
    },
    second: {
      subject: 'Second reminder',
      opening: 'Despite our reminder, the items below remain unpaid. Please pay them without further delay.',
    },
    third: {
      subject: 'Last reminder',
      opening: 'Despite our reminders, the items below remain unpaid. This is our last reminder before formal notice.',
    },
    formal: {
      subject: 'FORMAL NOTICE',
      opening:
        'Despite our reminders, the items below remain unpaid. We give you formal notice to pay the amount due within {days} days of receiving this letter. Failing this we will seek recovery before the courts without further notice.',
    },
  },
  fr: {
    pre_due: {
      subject: 'Échéances à venir',
      opening: 'Sauf erreur, les pièces ci-dessous arrivent bientôt à échéance. Merci de nous confirmer leur mise en paiement.',
    },
    first: {
      subject: 'Relance',
      opening:
        'À ce jour, nous n’avons pas reçu le règlement des pièces ci-dessous. S’il vient d’être émis, merci de ne pas tenir compte de ce rappel.',
    },
    second: {
      subject: 'Deuxième relance',
      opening: 'Malgré notre relance, les pièces ci-dessous restent impayées. Merci de les régler sans délai.',
    },
    third: {
      subject: 'Dernière relance',
      opening:
        'Malgré nos relances, les pièces ci-dessous restent impayées. Ceci est notre dernière relance avant mise en demeure.',
    },
    formal: {
      subject: 'MISE EN DEMEURE',
      opening:
        'Malgré nos relances, les pièces ci-dessous restent impayées. Nous vous mettons en demeure de payer la somme due sous {days} jours à compter de la réception de la présente. À défaut, nous saisirons la juridiction compétente sans autre avis. La présente vaut mise en demeure au sens de l’article 1344 du code civil.',
    },
  },
};

/** Days to pay after a formal notice (rules §6.2). */
export function daysToPay(law: string): number {
  return law === 'uk' ? 14 : 8;
}

/** The text on which interest and indemnity rest, in the letter's language; '' for a law that is not known. */
export const BASIS: { readonly [lang in Lang]: { readonly [law: string]: string } } = {
  en: {
    fr: 'Late interest and the fixed indemnity are due under article L441-10 of the French commercial code.',
    eu: 'Late interest and the fixed indemnity are due under the law that transposes Directive 2011/7/EU.',
    uk: 'Statutory interest and fixed compensation are due under the Late Payment of Commercial Debts (Interest) Act 1998.',
  },
  fr: {
    fr: 'Les pénalités de retard et l’indemnité forfaitaire sont dues en application de l’article L441-10 du code de commerce.',
    eu: 'Les intérêts de retard et l’indemnité forfaitaire sont dus en application du droit qui transpose la directive 2011/7/UE.',
    uk: 'Les intérêts et l’indemnité sont dus en application du Late Payment of Commercial Debts (Interest) Act 1998.',
  },
};

export const SAID = {
  en: {
    greeting: 'Dear Sir or Madam,',
    document: 'Document',
    date: 'Date',
    due: 'Due',
    amount: 'Amount',
    paid: 'Paid',
    remaining: 'Remaining',
    late: 'Late',
    lateDays: 'Late: days past the due day.',
    disputed: 'of which in dispute, not asked for here',
    remainingTotal: 'Total remaining',
    unallocated: 'Payments and credits not allocated yet',
    principal: 'Amount due',
    interest: 'Late interest',
    indemnity: 'Fixed indemnity',
    total: 'Total to pay',
    pay: 'Please pay by transfer',
    reference: 'Reference',
    contact:
      'If you dispute an item or cannot pay at once, please tell us and say why. If your payment has crossed this letter, please disregard it.',
    close: 'Yours faithfully,',
    subject: 'Subject',
  },
  fr: {
    greeting: 'Madame, Monsieur,',
    document: 'Pièce',
    date: 'Date',
    due: 'Échéance',
    amount: 'Montant',
    paid: 'Réglé',
    remaining: 'Reste dû',
    late: 'Ret.',
    lateDays: 'Ret. : jours écoulés depuis l’échéance.',
    disputed: 'dont en litige, non réclamé ici',
    remainingTotal: 'Total restant dû',
    unallocated: 'Règlements et avoirs non affectés',
    principal: 'Somme due',
    interest: 'Pénalités de retard',
    indemnity: 'Indemnité forfaitaire',
    total: 'Total à payer',
    pay: 'Merci de régler par virement',
    reference: 'Référence',
    contact:
      'Si vous contestez une pièce ou ne pouvez régler aussitôt, merci de nous le dire et d’en donner le motif. Si votre règlement a croisé ce courrier, merci de n’en pas tenir compte.',
    close: 'Veuillez agréer, Madame, Monsieur, nos salutations distinguées.',
    subject: 'Objet',
  },
} as const satisfies { readonly [lang in Lang]: { readonly [key: string]: string } };
