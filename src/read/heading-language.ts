// In which language are the headings of a file? Told by words that only one of the two uses; the others are the same in both, or a package's own.
import { fold } from '../core/fold.ts';
import type { Lang } from '../core/word.ts';

/** Words of headings that are French and no English; and the other way round. Folded; an accent by itself is French enough. */
const WORDS: { readonly [lang in Lang]: ReadonlySet<string> } = {
  fr: new Set([
    ...[
      'client',
      'nom',
      'raison',
      'sociale',
      'piece',
      'facture',
      'facturation',
      'libelle',
      'echeance',
      'montant',
      'devise',
      'solde',
    ],
    ...[
      'lettrage',
      'lettre',
      'compte',
      'tiers',
      'auxiliaire',
      'reglement',
      'paye',
      'reste',
      'payer',
      'statut',
      'pays',
      'litige',
      'du',
    ],
    ...['de', 'mode', 'delai', 'ttc', 'ht', 'tva', 'numero', 'intitule', 'sens', 'ecriture', 'commercial', 'groupe', 'emission'],
  ]),
  en: new Set([
    ...[
      'customer',
      'name',
      'invoice',
      'due',
      'amount',
      'currency',
      'balance',
      'number',
      'posting',
      'doc',
      'matching',
      'clearing',
    ],
    ...[
      'terms',
      'payment',
      'paid',
      'outstanding',
      'remaining',
      'voucher',
      'status',
      'country',
      'open',
      'original',
      'total',
      'type',
    ],
    ...[
      'tax',
      'net',
      'account',
      'description',
      'text',
      'dispute',
      'sales',
      'person',
      'issue',
      'bill',
      'memo',
      'group',
      'disputed',
      'settled',
    ],
  ]),
};

type HeadingLanguage = { readonly lang: Lang; readonly count: number; readonly other: number; readonly of: number };

/** Undefined where no heading tells, or as many tell the one as the other. */
export function headingLanguage(headings: readonly string[]): HeadingLanguage | undefined {
  const named = headings.filter((heading) => heading.trim() !== '');
  const french = named.filter((heading) => /[À-ÿ]/.test(heading) || holds(heading, 'fr')).length;
  const english = named.filter((heading) => !/[À-ÿ]/.test(heading) && holds(heading, 'en')).length;
  if (french === english) return undefined;
  const [count, other] = french > english ? [french, english] : [english, french];
  return { lang: french > english ? 'fr' : 'en', count, other, of: named.length };
}

/** Words are told apart where a letter changes its case too: InvoiceDate. */
function holds(heading: string, lang: Lang): boolean {
  const words = fold(heading.replace(/([a-z])([A-Z])/g, '$1 $2')).split(/[^a-z]+/);
  return words.some((word) => WORDS[lang].has(word));
}
