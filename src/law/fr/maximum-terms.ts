// Until when may a contract under French law let a buyer pay? By what is sold, and to whom (C. com. L441-10 I, L441-11, L441-12; rules §2.1). Decrees for seasonal trades are
// not here: their figures were not verified.
import { word } from '../../core/word.ts';
import type { TermsRule } from '../terms-rule.ts';

export const FRENCH_TERMS: readonly TermsRule[] = [
  {
    key: 'standard',
    name: word('any trade', 'tout commerce'),
    limits: [{ days: 60 }, { endOfMonth: 'after', days: 45 }, { endOfMonth: 'before', days: 45 }],
    from: 'invoice',
    mark: 'V2',
    source: 'C. com. L441-10, I',
  },
  {
    key: 'periodic',
    name: word('periodic invoices', 'factures périodiques'),
    limits: [{ days: 45 }],
    from: 'invoice',
    mark: 'V2',
    source: 'C. com. L441-10, I',
  },
  {
    key: 'perishable',
    name: word('perishable and frozen food', 'denrées périssables et surgelées'),
    limits: [{ days: 30 }],
    from: 'delivery',
    mark: 'V',
    source: 'C. com. L441-11, II, 1°',
  },
  {
    key: 'meat',
    name: word('live cattle and fresh meat', 'bétail sur pied et viandes fraîches'),
    limits: [{ days: 20 }],
    from: 'delivery',
    mark: 'v-old',
    source: 'C. com. L441-11, II, 2°',
  },
  {
    key: 'alcohol',
    name: word('alcoholic drinks under excise', 'boissons alcooliques soumises aux droits de consommation'),
    limits: [{ endOfMonth: 'before', days: 30 }],
    from: 'delivery',
    mark: 'v-old',
    source: 'C. com. L441-11, II, 3°',
  },
  {
    key: 'wine',
    name: word(
      'grapes, musts and drinks under circulation duty',
      'raisins, moûts et boissons soumises aux droits de circulation',
    ),
    limits: [{ days: 60 }, { endOfMonth: 'after', days: 45 }, { endOfMonth: 'before', days: 45 }],
    from: 'invoice',
    mark: 'v-old',
    source: 'C. com. L441-11, II, 4°',
  },
  {
    key: 'freight',
    name: word('road freight, vehicle rental, forwarding', 'transport routier, location de véhicules, commission de transport'),
    limits: [{ days: 30 }],
    from: 'invoice',
    mark: 'G',
    source: 'C. com. L441-11, II, 5°',
  },
  {
    key: 'export',
    name: word('purchases free of VAT for export out of the EU', 'achats en franchise de TVA pour l’export hors UE'),
    limits: [{ days: 90 }],
    from: 'invoice',
    mark: 'G',
    source: 'C. com. L441-12',
  },
  {
    key: 'public',
    name: word('the State and local authorities', 'État et collectivités'),
    limits: [{ days: 30 }],
    from: 'invoice',
    mark: 'G',
    source: 'CCP R2192-10',
  },
  {
    key: 'hospital',
    name: word('public hospitals', 'établissements publics de santé'),
    limits: [{ days: 50 }],
    from: 'invoice',
    mark: 'G',
    source: 'CCP R2192-11',
  },
  {
    key: 'public_undertaking',
    name: word('public undertakings', 'entreprises publiques'),
    limits: [{ days: 60 }],
    from: 'invoice',
    mark: 'G',
    source: 'CCP R2192-11',
  },
];
