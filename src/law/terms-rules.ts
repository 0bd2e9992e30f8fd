// Which limits has each law for the terms of payment between professionals, and to public buyers? Rules §2.1, 2.3.
import { fold } from '../core/fold.ts';
import { word } from '../core/word.ts';
import { FRENCH_TERMS } from './fr/maximum-terms.ts';
import type { LawKey } from './law.ts';
import type { TermsRule, TermsRules } from './terms-rule.ts';

const EU_TERMS: readonly TermsRule[] = [
  {
    key: 'standard',
    name: word(
      'between businesses, unless agreed and not grossly unfair',
      'entre entreprises, sauf accord non manifestement abusif',
    ),
    limits: [{ days: 60 }],
    from: 'invoice',
    mark: 'V2',
    source: 'Directive 2011/7/EU, art. 3(5)',
  },
  {
    key: 'public',
    name: word('public authorities', 'pouvoirs publics'),
    limits: [{ days: 30 }],
    from: 'invoice',
    mark: 'V2',
    source: 'Directive 2011/7/EU, art. 4',
  },
];

const UK_TERMS: readonly TermsRule[] = [
  { ...(EU_TERMS[0] as TermsRule), source: 'LPCD(I) Act 1998, s. 4(3B)' },
  { ...(EU_TERMS[1] as TermsRule), source: 'LPCD(I) Act 1998, s. 4(3D)' },
];

export const TERMS_RULES: { readonly [key in LawKey]: TermsRules } = {
  fr: {
    rules: FRENCH_TERMS,
    standard: 'standard',
    public: 'public',
    fine: word(
      'fines of up to 75,000 € for a person and 2,000,000 € for a company, twice as much on repeat within two years (C. com. L441-16)',
      'amendes jusqu’à 75 000 € pour une personne physique et 2 000 000 € pour une personne morale, doublées en cas de réitération dans les deux ans (C. com. L441-16)',
    ),
  },
  eu: { rules: EU_TERMS, standard: 'standard', public: 'public' },
  uk: { rules: UK_TERMS, standard: 'standard', public: 'public' },
};

/** The rule of a law that a text names: its key, or its name in either language. A trade of the customer's that sounds like one is not: the law asks what is sold. */
export function ruleNamed({ rules }: TermsRules, text: string): TermsRule | undefined {
  const folded = fold(text.trim()).replaceAll('_', ' ');
  if (folded === '') return undefined;
  return rules.find(({ key, name }) => [key.replaceAll('_', ' '), fold(name.en), fold(name.fr)].includes(folded));
}
