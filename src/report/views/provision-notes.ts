// By which rules are write-downs read? The sentences under their figures: the policy that was applied is named, always.
import type { Fraction } from '../../core/fraction.ts';
import { rounded } from '../../core/fraction.ts';
import { type Word, word } from '../../core/word.ts';
import type { ProvisionPolicy } from '../../policy/provision.ts';
import { decimalFor } from '../../text/amounts.ts';
import { visible } from '../../text/visible.ts';

/** `byDefault`: nobody named the policy. */
export function provisionNotes(policy: ProvisionPolicy, byDefault: boolean): Word[] {
  const { en, fr } = policyName(policy);
  const named = byDefault
    ? word(`Policy: ${en}, since none is named (--policy, [provision]).`, `Règle : ${fr}, faute d’autre (--policy, [provision]).`)
    : word(`Policy: ${en}.`, `Règle : ${fr}.`);
  return [named, basisNote(policy), ...matrixNotes(policy), ...taxNotes(policy)];
}

const OURS: { readonly [began: string]: Word } = {
  fr: word('French statutory accounts', 'comptes sociaux français'),
  ifrs9: word('IFRS 9, simplified approach', 'IFRS 9, méthode simplifiée'),
};

/** Ours by their names, others as their file calls them. */
export function policyName({ began, name }: ProvisionPolicy): Word {
  if (name === undefined) return OURS[began] ?? word(began, began);
  const shown = visible(name);
  return word(shown, shown);
}

function basisNote({ base }: ProvisionPolicy): Word {
  const [en, fr] = base === 'net' ? ['without tax', 'hors taxes'] : ['with tax', 'toutes taxes comprises'];
  return word(
    `Base = what the customer owes less his own credits, ${en}, less what is insured or guaranteed; required = base × rate, half up; movement = required − existing.`,
    `Assiette = dû du client moins ses propres crédits, ${fr}, moins l’assuré et le garanti ; requis = assiette × taux, arrondi au plus proche ; mouvement = requis − existant.`,
  );
}

function matrixNotes({ matrix }: ProvisionPolicy): Word[] {
  if (matrix === undefined) {
    return [
      word(
        'No rate by age: only a decision writes a claim down (French statutory accounts refuse statistical rates).',
        'Aucun taux par âge : seule une décision déprécie une créance (les comptes sociaux refusent les taux statistiques).',
      ),
    ];
  }
  const { factor, factorReason } = matrix;
  if (factor.numerator === factor.denominator) return [];
  const times = (lang: 'en' | 'fr', of: Fraction): string => decimalFor(lang, rounded(of, 4), 2);
  const why = visible(factorReason);
  return [
    word(
      `Every rate is multiplied by ${times('en', factor)}, to no more than 100%: ${why}`,
      `Chaque taux est multiplié par ${times('fr', factor)}, sans dépasser 100 % : ${why}`,
    ),
  ];
}

function taxNotes({ taxLaw }: ProvisionPolicy): Word[] {
  if (taxLaw === 'none') return [];
  return [
    word(
      'Added back: what CGI art. 39-1-5° does not deduct, with the condition that fails; that it is booked and that payment was pursued only the books tell.',
      'À réintégrer : ce que l’art. 39-1-5° du CGI n’admet pas, avec la condition non remplie ; l’inscription en comptabilité et les diligences ne se lisent que dans les livres.',
    ),
  ];
}
