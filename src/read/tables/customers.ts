// What does the file of customers say (--customers)? Who they are, how they are reached, on which terms they buy, and up to which limits.
import { MOST_OF_A_COEFFICIENT } from '../ratio.ts';
import type { TableSpec } from '../table-spec.ts';
import {
  CURRENCY_HEADINGS,
  CUSTOMER_HEADINGS,
  NAME_HEADINGS,
  OTHER_CUSTOMER_HEADINGS,
  TAX_RATE_HEADINGS,
  TERMS_HEADINGS,
  WEAK_ID_HEADINGS,
  WEAK_NAME_HEADINGS,
  WEAKEST_NAME_HEADINGS,
} from './shared-headings.ts';

const FIELDS = [
  ...(['id', 'name', 'type', 'law', 'language', 'registration', 'email', 'phone', 'contact'] as const),
  ...(['address1', 'address2', 'address3', 'address4', 'postcode', 'city', 'country', 'sector'] as const),
  ...(['terms', 'payment_mode', 'currency', 'credit_limit', 'group', 'group_limit'] as const),
  ...(['insured_limit', 'insured_share', 'insured_basis', 'insured_until', 'guarantee', 'guarantee_until'] as const),
  ...(['balance_limit', 'bills_limit', 'discounted_bills_limit', 'unbilled_limit', 'orders_limit'] as const),
  ...(['overdue_limit', 'not_due_limit', 'forecast_sales', 'monthly_peak', 'net_worth', 'net_worth_share'] as const),
  ...(['supplier_debt', 'supplier_debt_share', 'total_purchases', 'total_purchases_share', 'months_of_sales'] as const),
  ...(['terms_coefficient', 'behaviour_coefficient', 'delivery_lag', 'invoicing_cycle'] as const),
  ...(['vat_rate', 'dunning', 'collector', 'status', 'proceeding', 'judgment_date', 'publication_date'] as const),
] as const;

export type CustomerField = (typeof FIELDS)[number];

const text = { holds: 'text' } as const;
const day = { holds: 'day' } as const;
const amount = { holds: 'amount' } as const;
const COEFFICIENT = { holds: 'factor', atMost: MOST_OF_A_COEFFICIENT } as const;
const MONTHS = { holds: 'factor', atMost: 12 } as const;

export const CUSTOMERS: TableSpec<CustomerField> = {
  noun: 'a table of customers',
  ranked: ['name', 'registration'],
  fields: FIELDS,
  synonyms: {
    id: ['customer', ...CUSTOMER_HEADINGS],
    name: [...NAME_HEADINGS, 'nom', 'intitule'],
    type: ['customer type', 'type client', 'type de client'],
    law: ['droit', 'droit applicable', 'loi', 'loi applicable', 'governing law', 'applicable law'],
    language: ['langue'],
    registration: ['siren', 'no siren', 'siret', 'no siret', 'company number'],
    email: [
      ...[
        'e mail',
        'email address',
        'courriel',
        'mail',
        'adresse email',
        'adresse e mail',
        'adresse mail',
        'adresse electronique',
      ],
    ],
    phone: ['telephone', 'tel', 'phone number', 'no telephone', 'no de telephone', 'no tel'],
    contact: ['interlocuteur', 'contact name', 'contact person', 'nom du contact'],
    address1: ['address', 'address 1', 'address line 1', 'street', 'adresse', 'adresse 1', 'rue'],
    address2: ['address 2', 'address line 2', 'adresse 2', 'complement', 'complement d adresse', 'complement adresse'],
    address3: ['address 3', 'address line 3', 'adresse 3'],
    address4: ['address 4', 'address line 4', 'adresse 4'],
    postcode: ['postal code', 'post code', 'zip', 'zip code', 'code postal', 'cp'],
    city: ['town', 'ville'],
    country: ['pays'],
    sector: ['secteur', 'secteur d activite', 'secteur activite', 'industry'],
    terms: TERMS_HEADINGS,
    payment_mode: ['payment method', 'mode de reglement', 'mode de paiement', 'moyen de reglement', 'moyen de paiement'],
    currency: CURRENCY_HEADINGS,
    credit_limit: [
      ...['limit', 'limite', 'limite de credit', 'limite credit', 'plafond', 'plafond de credit', 'plafond d encours'],
      ...['encours autorise', 'encours maximum', 'encours max'],
    ],
    group: ['groupe', 'parent', 'parent company', 'maison mere', 'societe mere'],
    group_limit: ['plafond groupe', 'limite groupe'],
    insured_limit: ['agrement', 'insurance limit', 'limite assuree'],
    insured_share: ['quotite', 'quotite garantie'],
    insured_basis: ['base garantie'],
    insured_until: ['fin de garantie', 'agrement jusqu au'],
    guarantee: ['garantie', 'caution'],
    guarantee_until: ['caution jusqu au'],
    balance_limit: ['plafond solde', 'limite solde'],
    bills_limit: ['plafond effets', 'limite effets'],
    discounted_bills_limit: ['plafond effets escomptes', 'limite effets escomptes'],
    unbilled_limit: ['plafond livre non facture', 'limite livre non facture'],
    orders_limit: ['order limit', 'plafond commandes', 'limite commandes'],
    overdue_limit: ['plafond echu', 'limite echu'],
    not_due_limit: ['plafond non echu', 'limite non echu'],
    forecast_sales: [
      'annual sales',
      'expected sales',
      'ca previsionnel',
      'ca annuel previsionnel',
      'chiffre d affaires previsionnel',
    ],
    // No heading that could be something else: a cell that cannot be read ends every command's run. "Purchases" would be what it buys from us, a CCP its bank.
    monthly_peak: ['pointe mensuelle', 'ca mensuel maximum'],
    net_worth: ['equity', 'capitaux propres', 'fonds propres', 'situation nette'],
    ...{ net_worth_share: ['part des fonds propres'], supplier_debt: ['dettes fournisseurs'] },
    ...{ supplier_debt_share: ['part des dettes fournisseurs'], total_purchases: ['achats totaux', 'total des achats'] },
    ...{ total_purchases_share: ['part des achats'], months_of_sales: [], delivery_lag: [], invoicing_cycle: [] },
    ...{ terms_coefficient: ['coefficient de delai'], behaviour_coefficient: ['coefficient de comportement'] },
    vat_rate: ['tax rate', ...TAX_RATE_HEADINGS],
    dunning: ['dunning profile', 'profil de relance', 'relance'],
    collector: ['charge de recouvrement', 'charge du recouvrement', 'responsable du recouvrement', 'charge de clientele'],
    status: ['statut', 'statut client', 'customer status'],
    proceeding: ['procedure', 'procedure collective'],
    judgment_date: ['date du jugement', 'date de jugement', 'date jugement'],
    publication_date: ['date de publication', 'date bodacc'],
  },
  weak: [
    { id: OTHER_CUSTOMER_HEADINGS },
    { id: WEAK_ID_HEADINGS[0], name: WEAK_NAME_HEADINGS },
    { id: WEAK_ID_HEADINGS[1] },
    { id: WEAK_ID_HEADINGS[2], name: WEAKEST_NAME_HEADINGS },
  ],
  needs: [{ any: ['id'], what: 'which customer a row is of' }],
  mappable: false,
  cells: {
    ...{ id: text, name: text, law: text, language: text, registration: text, email: text, phone: text, contact: text },
    ...{
      address1: text,
      address2: text,
      address3: text,
      address4: text,
      postcode: text,
      city: text,
      country: text,
      sector: text,
    },
    type: {
      holds: 'choice',
      choices: {
        business: ['entreprise', 'professionnel', 'societe', 'b2b'],
        consumer: ['particulier', 'consommateur', 'b2c'],
        public: ['public_body', 'collectivite', 'administration', 'secteur_public', 'b2g'],
        sole_trader: ['entrepreneur_individuel', 'ei', 'auto_entrepreneur', 'micro_entrepreneur'],
      },
    },
    // Terms that are not understood leave their customer without, and no more (cli/customers.ts).
    ...{ terms: text, payment_mode: text, currency: { holds: 'currency' } },
    ...{ credit_limit: amount, group: text, group_limit: amount, insured_limit: amount, insured_share: { holds: 'ratio' } },
    insured_basis: { holds: 'choice', choices: { net: ['ht', 'hors_taxes'], gross: ['ttc'] } },
    ...{ insured_until: day, guarantee: amount, guarantee_until: day, vat_rate: { holds: 'rate' } },
    ...{ balance_limit: amount, bills_limit: amount, discounted_bills_limit: amount, unbilled_limit: amount },
    ...{ orders_limit: amount, overdue_limit: amount, not_due_limit: amount, forecast_sales: amount, net_worth: amount },
    ...{ monthly_peak: amount, supplier_debt: amount, total_purchases: amount, net_worth_share: { holds: 'ratio' } },
    ...{ supplier_debt_share: { holds: 'ratio' }, total_purchases_share: { holds: 'ratio' } },
    ...{ terms_coefficient: COEFFICIENT, behaviour_coefficient: COEFFICIENT, months_of_sales: MONTHS },
    ...{ delivery_lag: { holds: 'days' }, invoicing_cycle: { holds: 'days' } },
    ...{ dunning: text, collector: text, status: text, proceeding: text, judgment_date: day, publication_date: day },
  },
  filled: ['id'],
  unique: ['id'],
  currency: 'currency',
};
