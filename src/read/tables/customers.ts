// What does the file of customers say (--customers)? Who they are, how they are reached, on which terms they buy, and up to which limits.
import type { TableSpec } from '../table-spec.ts';

const FIELDS = [
  ...(['id', 'name', 'type', 'law', 'language', 'registration', 'email', 'phone', 'contact'] as const),
  ...(['address1', 'address2', 'address3', 'address4', 'postcode', 'city', 'country', 'sector'] as const),
  ...(['terms', 'payment_mode', 'currency', 'credit_limit', 'group', 'group_limit'] as const),
  ...(['insured_limit', 'insured_share', 'insured_basis', 'insured_until', 'guarantee', 'guarantee_until'] as const),
  ...(['vat_rate', 'dunning', 'collector', 'status', 'proceeding', 'judgment_date', 'publication_date'] as const),
] as const;

export type CustomerField = (typeof FIELDS)[number];

const text = { holds: 'text' } as const;
const day = { holds: 'day' } as const;
const amount = { holds: 'amount' } as const;

export const CUSTOMERS: TableSpec<CustomerField> = {
  noun: 'a table of customers',
  fields: FIELDS,
  synonyms: {
    id: [
      'customer',
      'customer id',
      'customer no',
      'customer number',
      'customer code',
      'code client',
      'no client',
      'code tiers',
      'compte tiers',
    ],
    name: ['customer name', 'nom', 'nom client', 'nom du client', 'raison sociale'],
    type: ['customer type', 'type client'],
    law: ['droit', 'loi'],
    language: ['langue'],
    registration: ['siren', 'siret', 'company number', 'no siren', 'no siret', 'vat number', 'no tva'],
    email: ['e mail', 'courriel', 'mail'],
    phone: ['telephone', 'tel'],
    contact: ['interlocuteur'],
    address1: ['address', 'address 1', 'adresse', 'adresse 1', 'rue'],
    address2: ['address 2', 'adresse 2', 'complement'],
    address3: ['address 3', 'adresse 3'],
    address4: ['address 4', 'adresse 4'],
    postcode: ['postal code', 'post code', 'zip', 'code postal', 'cp'],
    city: ['town', 'ville'],
    country: ['pays'],
    sector: ['secteur', 'industry'],
    terms: ['payment terms', 'terms of payment', 'conditions de reglement', 'delai de paiement'],
    payment_mode: ['payment method', 'mode de reglement', 'moyen de paiement'],
    currency: ['currency code', 'devise', 'code devise'],
    credit_limit: ['limit', 'limite', 'plafond', 'encours autorise', 'limite de credit'],
    group: ['groupe', 'parent'],
    group_limit: ['plafond groupe', 'limite groupe'],
    insured_limit: ['agrement', 'insurance limit', 'limite assuree'],
    insured_share: ['quotite', 'quotite garantie'],
    insured_basis: ['base garantie'],
    insured_until: ['fin de garantie', 'agrement jusqu au'],
    guarantee: ['garantie', 'caution'],
    guarantee_until: ['caution jusqu au'],
    vat_rate: ['taux tva', 'taux de tva', 'tax rate'],
    dunning: ['dunning profile', 'profil de relance', 'relance'],
    collector: ['charge de recouvrement', 'charge de clientele'],
    status: ['statut'],
    proceeding: ['procedure', 'procedure collective'],
    judgment_date: ['date du jugement', 'date jugement'],
    publication_date: ['date de publication', 'date bodacc'],
  },
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
    ...{ terms: { holds: 'terms' }, payment_mode: text, currency: { holds: 'currency' } },
    ...{ credit_limit: amount, group: text, group_limit: amount, insured_limit: amount, insured_share: { holds: 'ratio' } },
    insured_basis: { holds: 'choice', choices: { net: ['ht', 'hors_taxes'], gross: ['ttc'] } },
    ...{ insured_until: day, guarantee: amount, guarantee_until: day, vat_rate: { holds: 'ratio' } },
    ...{ dunning: text, collector: text, status: text, proceeding: text, judgment_date: day, publication_date: day },
  },
  filled: ['id'],
  unique: ['id'],
  currency: 'currency',
};
